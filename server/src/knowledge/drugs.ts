import type { DrugRow } from "./data.ts";
import { drugOf } from "./rows.ts";
import type { Drug, DrugMention } from "./types.ts";
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
  drugsIn(text: string): readonly DrugMention[];
  drugNamed(name: string): Drug | undefined;
}

const numberSign = 35;

/** Letters and digits of any script that a letter can hold. Not by a regular expression: every character is asked. */
function isOfWord(c: number): boolean {
  if (c < 0x80) return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95;
  if (c < 0xc0) return c === 0xaa || c === 0xb5;
  return (c <= 0x1fff && c !== 0xd7 && c !== 0xf7) || (c >= 0x3040 && c <= 0xd7ff);
}

/** Finds drugs by walking the text's words along the words of all names at once. */
export function createDrugFinder(rows: readonly DrugRow[]): DrugFinder {
  const drugs = Object.freeze(rows.map(drugOf));
  let root: Step | undefined;
  function names(): Step {
    root ??= allNames(rows, drugs);
    return root;
  }
  return {
    drugs,
    drugsIn: (text) => mentions(names(), text),
    drugNamed: (name) => {
      let step: Step | undefined = names();
      for (const word of nameWords(name)) step = step?.next.get(word);
      return step?.name?.drug;
    },
  };
}

function allNames(rows: readonly DrugRow[], drugs: readonly Drug[]): Step {
  const root: Step = { next: new Map(), name: undefined };
  rows.forEach((row, index) => {
    const drug = drugs[index];
    if (drug) addNames(root, row, drug);
  });
  return root;
}

function nameWords(name: string): readonly string[] {
  return wordsIn(name).map(({ text }) => text);
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

/** The words of a text; "#" is a word of "Tylenol #3". */
function wordsIn(text: string): readonly Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length; ) {
    const start = at;
    while (isOfWord(text.charCodeAt(at))) at++;
    if (at === start && text.charCodeAt(at) !== numberSign) at++;
    else {
      if (at === start) at++;
      words.push({ text: text.slice(start, at).toLowerCase(), start, end: at });
    }
  }
  return words;
}

function mentions(root: Step, text: string): readonly DrugMention[] {
  const words = wordsIn(text);
  const found: DrugMention[] = [];
  for (let from = 0; from < words.length; from++) {
    const longest = longestName(root, text, words, from);
    if (!longest) continue;
    found.push(longest.mention);
    from = longest.to;
  }
  return found;
}

/** The longest name that starts with this word. Names are short, so the walk is too. */
function longestName(
  root: Step,
  text: string,
  words: readonly Word[],
  from: number,
): { readonly mention: DrugMention; readonly to: number } | undefined {
  const start = words[from]?.start ?? 0;
  let step: Step | undefined = root;
  let longest: { readonly mention: DrugMention; readonly to: number } | undefined;
  for (let to = from; to < words.length; to++) {
    const word = words[to];
    const previous = words[to - 1];
    if (!word || (to > from && previous && !isWithinName(text, previous, word))) break;
    step = step?.next.get(word.text);
    if (!step) break;
    const { name } = step;
    if (!name || !isWrittenAsDrug(text, start, word.end, name.need)) continue;
    const [first, last] = name.form === "generic" ? ownWords(words, from, to) : [words[from], word];
    longest = {
      mention: { start: first?.start ?? start, end: last?.end ?? word.end, drug: name.drug, form: name.form },
      to,
    };
  }
  return longest;
}

/** The first and last word of a name without the words of its form. */
function ownWords(words: readonly Word[], from: number, to: number): readonly [Word?, Word?] {
  let first = from;
  let last = to;
  while (last > first && FORM.has(words[last]?.text ?? "")) last--;
  while (first < last && FORM.has(words[first]?.text ?? "")) first++;
  return [words[first], words[last]];
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
    if (char === "\n" || (char === "\r" && text.charAt(at + 1) !== "\n")) lines++;
    else if ("-/+&‐‑–".includes(char)) {
      if (lines > 0) return false;
      joiners++;
    } else if (char === "." && before.text === "no") continue;
    else if (!/\s/.test(char)) return false;
  }
  return lines <= 2 && joiners <= 1;
}
