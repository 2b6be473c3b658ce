/** A trie of the names of all drugs, word by word. */
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
  /** False if no name begins with the current word. True for almost no other word. */
  mightBeginAt(tokens: DrugTokens): boolean;
  /** The longest name that begins with the current word and has the context it needs, and the end of all its words. */
  longestAt(tokens: DrugTokens): { readonly mention: DrugMention; readonly end: number } | undefined;
  /** The drug with exactly that name. */
  named(name: string): Drug | undefined;
}

/** A node: the names that begin with the words on the path to it. */
interface Step {
  readonly next: Map<string, Step>;
  name: DrugName | undefined;
}

const newStep = (): Step => ({ next: new Map(), name: undefined });

/** If several drugs have the same name, it means the first one. */
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

/** Dosage forms aren't part of a mention: that of the drug "topical cyclobenzaprine" is "cyclobenzaprine". */
const dosageForms = new Set(
  "topical oral intrathecal transdermal cream gel ointment lotion patch patches pads solution suspension injection shot infusion troche pump lollipop gum".split(
    " ",
  ),
);

/** The mention of a generic name, without its dosage form. */
function mentionOf({ drug, form }: DrugName, words: readonly Word[]): DrugMention {
  let first = 0;
  let last = words.length - 1;
  if (form === "generic") {
    while (last > first && dosageForms.has((words[last] as Word).text)) last--;
    while (first < last && dosageForms.has((words[first] as Word).text)) first++;
  }
  return { start: (words[first] as Word).start, end: (words[last] as Word).end, drug, form };
}

/**
 * Whether the text between two words can be inside a name: white space, including a line end with one empty line (letters
 * may be double-spaced), and one of - / + &, but not as the bullet of the next line.
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
