import { once } from "../letter/remembered.ts";
import { createSieve, folded, hashOn, type Sieve } from "../letter/sieve.ts";
import type { DrugRow } from "./data.ts";
import { drugFromRow } from "./rows.ts";
import { createSlipFinder, type SlipFinder } from "./slips.ts";
import type { Drug, DrugMention, OnLike } from "./types.ts";
import { isWrittenAsDrug, type Need } from "./writtenAsDrug.ts";

interface Name {
  readonly drug: Drug;
  readonly form: DrugMention["form"];
  readonly need: Need;
}

/** The names that start with the words on the way here. */
interface Step {
  readonly next: Map<string, Step>;
  name: Name | undefined;
}

export interface DrugFinder {
  readonly drugs: readonly Drug[];
  drugsIn(text: string, onLike?: OnLike): readonly DrugMention[];
  nameMeant(word: string): string | undefined;
  drugNamed(name: string): Drug | undefined;
}

const numberSign = 35;

/**
 * What a character adds to the hash of its word, 0 where it is of no word. Words are of letters and digits of any script
 * that a letter can hold. Not by a regular expression: every character is asked.
 */
function foldedOfWord(code: number): number {
  if (code < 0x80) return asciiOfWord[code] as number;
  const ofWord =
    code < 0xc0
      ? code === 0xaa || code === 0xb5
      : (code <= 0x1fff && code !== 0xd7 && code !== 0xf7) || (code >= 0x3040 && code <= 0xd7ff);
  return ofWord ? folded(code) : 0;
}

const asciiOfWord = Uint8Array.from({ length: 0x80 }, (_, code) =>
  /\w/.test(String.fromCharCode(code)) ? folded(code) : 0,
);

interface Names {
  readonly root: Step;
  /** Lets the first words of names through. */
  readonly firstWords: Sieve;
}

/** Finds drugs by walking the text's words along the words of all names at once. */
export function createDrugFinder(rows: readonly DrugRow[]): DrugFinder {
  const drugs = Object.freeze(rows.map(drugFromRow));
  const names = once(() => allNames(rows, drugs));
  const slips = createSlipFinder(drugs);
  return {
    drugs,
    drugsIn: (text, onLike) => mentions(names(), slips, text, onLike),
    nameMeant: slips.nameMeant,
    drugNamed: (name) => named(names().root, name),
  };
}

function allNames(rows: readonly DrugRow[], drugs: readonly Drug[]): Names {
  const root: Step = { next: new Map(), name: undefined };
  rows.forEach((row, index) => {
    const drug = drugs[index];
    if (drug) addNames(root, row, drug);
  });
  return { root, firstWords: createSieve(root.next.keys()) };
}

function nameWords(name: string): readonly string[] {
  const words: string[] = [];
  for (let word = wordFrom(name, 0); word; word = wordFrom(name, word.end)) words.push(word.text);
  return words;
}

function addNames(root: Step, row: DrugRow, drug: Drug): void {
  const ordinary = new Set(row.ordinary);
  const onlyWithDose = new Set(row.onlyWithDose);
  const add = (name: string, form: DrugMention["form"]): void => {
    let step = root;
    for (const word of nameWords(name)) {
      let next = step.next.get(word);
      if (!next) {
        next = { next: new Map(), name: undefined };
        step.next.set(word, next);
      }
      step = next;
    }
    const need = onlyWithDose.has(name) ? "dose" : ordinary.has(name) ? "capital" : "nothing";
    step.name ??= { drug, form, need };
  };
  for (const brand of row.brands ?? []) add(brand, "brand");
  for (const name of [row.generic, ...(row.synonyms ?? [])]) add(name, "generic");
  for (const misspelling of row.misspellings ?? []) add(misspelling, "misspelling");
}

/** Words of a form, not of a drug: "topical cyclobenzaprine" finds the topical drug, and marks its name alone. */
const FORM = new Set(
  "topical oral intrathecal transdermal cream gel ointment lotion patch patches pads solution suspension injection shot infusion troche pump lollipop gum".split(
    " ",
  ),
);

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The next word that starts at the offset or behind it; "#" is a word of "Tylenol #3". */
function wordFrom(text: string, offset: number): Word | undefined {
  const { length } = text;
  let start = offset;
  for (; start < length; start++) {
    const code = text.charCodeAt(start);
    if (foldedOfWord(code) !== 0 || code === numberSign) break;
  }
  if (start >= length) return undefined;
  let end = start;
  while (end < length && foldedOfWord(text.charCodeAt(end)) !== 0) end++;
  if (end === start) end++;
  return { text: text.slice(start, end).toLowerCase(), start, end };
}

/** Long enough that one wrong letter in a drug's name makes no other word. */
const longWord = 10;

function mentions(
  { root, firstWords }: Names,
  slips: SlipFinder,
  text: string,
  onLike: OnLike | undefined,
): readonly DrugMention[] {
  const found: DrugMention[] = [];
  const { length } = text;
  const asked = onLike ? longWord : length + 1;
  let start = 0;
  let hash = 0;
  for (let at = 0; at <= length; at++) {
    const code = at < length ? foldedOfWord(text.charCodeAt(at)) : 0;
    if (code !== 0) {
      hash = hashOn(hash, code);
      continue;
    }
    // One condition for nearly every word to fail is faster than one for each that asks.
    if (at > start && (at - start >= asked || firstWords.mayHold(hash))) {
      const longest = firstWords.mayHold(hash) ? longestName(root, text, start, at) : undefined;
      if (longest) {
        found.push(asApplied(root, text, longest.mention));
        at = longest.end - 1;
      } else if (onLike && at - start >= longWord && slips.mayMean(text, start, at)) onLike(start, at);
    }
    start = at + 1;
    hash = 0;
  }
  return found;
}

/** "6%", "2.5 percent": a strength, not a share of pain or time. */
const perCent =
  /^\s{0,3}\d{1,2}(?:\.\d{1,4})? ?(?:%|percent\b)(?! (?:of|improve|relie|reduc|decreas|less|better|pain|function))/i;

/** "Gabapentin 6%" is put on the skin: it is the drug that "topical gabapentin" names, where one is known. */
function asApplied(root: Step, text: string, mention: DrugMention): DrugMention {
  const { end, drug } = mention;
  if (!perCent.test(text.slice(end, end + 40))) return mention;
  return { ...mention, drug: named(root, `topical ${drug.generic}`) ?? drug };
}

function named(root: Step, name: string): Drug | undefined {
  let step: Step | undefined = root;
  for (const word of nameWords(name)) step = step?.next.get(word);
  return step?.name?.drug;
}

/** The longest name that starts with the word of the span. Names are short, so the walk is too. */
function longestName(
  root: Step,
  text: string,
  start: number,
  end: number,
): { readonly mention: DrugMention; readonly end: number } | undefined {
  let word = { text: text.slice(start, end).toLowerCase(), start, end };
  let step = root.next.get(word.text);
  if (!step) return undefined;
  const words: Word[] = [word];
  let longest: { readonly mention: DrugMention; readonly end: number } | undefined;
  for (;;) {
    const { name } = step;
    if (name && isWrittenAsDrug(text, start, word.end, name.need)) {
      longest = { mention: mentionOf(name, words), end: word.end };
    }
    const next = step.next.size > 0 ? wordFrom(text, word.end) : undefined;
    if (!next || !isWithinName(text, word, next)) return longest;
    step = step.next.get(next.text);
    if (!step) return longest;
    words.push(next);
    word = next;
  }
}

/** Of a generic name the words of its form do not count. */
function mentionOf({ drug, form }: Name, words: readonly Word[]): DrugMention {
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
