/** The names of all drugs, word by word. */
import { createBloomFilter } from "../base/bloomFilter.ts";
import { isDrugInContext, type RequiredContext } from "./drugContext.ts";
import { DrugTokens } from "./drugTokens.ts";
import type { Drug, DrugMention } from "./types.ts";

export interface DrugName {
  readonly name: string;
  readonly drug: Drug;
  readonly form: DrugMention["form"];
  readonly need: RequiredContext;
}

export interface DrugTrie {
  /** False where no name begins with the present word; true of nearly no other. */
  mightBeginAt(tokens: DrugTokens): boolean;
  /** The longest name that begins with the present word and is written as one, and where all its words end. */
  longestAt(tokens: DrugTokens): { readonly mention: DrugMention; readonly end: number } | undefined;
  /** The drug of exactly that name. */
  named(name: string): Drug | undefined;
}

/** The names that begin with the words on the way here. */
interface Step {
  readonly next: Map<string, Step>;
  name: DrugName | undefined;
}

const newStep = (): Step => ({ next: new Map(), name: undefined });

/** Of a name that several drugs have the first is found. */
export function createDrugTrie(names: Iterable<DrugName>): DrugTrie {
  const root = newStep();
  for (const name of names) {
    let step = root;
    for (const tokens = new DrugTokens(name.name); tokens.advance(); ) {
      const { word } = tokens;
      const next = step.next.get(word) ?? newStep();
      step.next.set(word, next);
      step = next;
    }
    step.name ??= name;
  }
  const firstWords = createBloomFilter(root.next.keys());
  return {
    mightBeginAt: (tokens) => firstWords.mightContain(tokens.hash),
    longestAt: (tokens) => longestAt(root, tokens),
    named(name) {
      let step: Step | undefined = root;
      for (const tokens = new DrugTokens(name); step && tokens.advance(); ) step = step.next.get(tokens.word);
      return step?.name?.drug;
    },
  };
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const wordAt = ({ word, start, end }: DrugTokens): Word => ({ text: word, start, end });

/** Names are short, so the walk is too. */
function longestAt(root: Step, tokens: DrugTokens): ReturnType<DrugTrie["longestAt"]> {
  const { text, start } = tokens;
  let word = wordAt(tokens);
  let step = root.next.get(word.text);
  if (!step) return undefined;
  let ahead: DrugTokens | undefined;
  const words = [word];
  let longest: ReturnType<DrugTrie["longestAt"]>;
  for (;;) {
    const { name } = step;
    if (name && isDrugInContext(text, start, word.end, name.need)) {
      longest = { mention: mentionOf(name, words), end: word.end };
    }
    if (step.next.size === 0) return longest;
    ahead ??= new DrugTokens(text, word.end);
    if (!ahead.advance()) return longest;
    const next = wordAt(ahead);
    if (!isWithinName(text, word, next)) return longest;
    step = step.next.get(next.text);
    if (!step) return longest;
    words.push(next);
    word = next;
  }
}

/** Words of a form, not of a drug: "topical cyclobenzaprine" finds the topical drug, and marks its name alone. */
const FORM = new Set(
  "topical oral intrathecal transdermal cream gel ointment lotion patch patches pads solution suspension injection shot infusion troche pump lollipop gum".split(
    " ",
  ),
);

/** Of a generic name the words of its form do not count. */
function mentionOf({ drug, form }: DrugName, words: readonly Word[]): DrugMention {
  let first = 0;
  let last = words.length - 1;
  if (form === "generic") {
    while (last > first && FORM.has((words[last] as Word).text)) last--;
    while (first < last && FORM.has((words[first] as Word).text)) first++;
  }
  return { start: (words[first] as Word).start, end: (words[last] as Word).end, drug, form };
}

/**
 * Whether what stands between two words can stand inside a name: white space, also over a line end with one blank
 * line (letters come double-spaced), and one of - / + &, but not as the bullet of a next line.
 */
function isWithinName(text: string, before: Word, after: Word): boolean {
  let lines = 0;
  let joiners = 0;
  for (let at = before.end; at < after.start; at++) {
    const char = text.charAt(at);
    if (char === " ") continue;
    if (char === "\n" || (char === "\r" && text.charAt(at + 1) !== "\n")) lines++;
    else if ("-/+&‐‑–".includes(char)) {
      if (lines > 0) return false;
      joiners++;
    } else if (char === "." && before.text === "no") continue;
    else if (!/\s/.test(char)) return false;
  }
  return lines <= 2 && joiners <= 1;
}
