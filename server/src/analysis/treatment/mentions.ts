/** Finds the attributes of a treatment in words, each with its place. */
import type { FlatText } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import { lazy } from "../../base/memoize.ts";
import type { DrugMention, Knowledge } from "../../knowledge/types.ts";
import type { AttributeMention, TreatmentAttribute } from "./attribute.ts";
import { levelsIn } from "./levels.ts";
import { valueBySuffix } from "./suffixes.ts";
import type { Term } from "./term.ts";
import { isWider, vocabulary } from "./vocabulary.ts";

/** A class, because most mentions are only compared: their places in the letter are found when they are shown. */
export class TreatmentMention implements AttributeMention {
  readonly attribute: TreatmentAttribute;
  readonly value: string;
  /** Offsets into the flat text. */
  readonly from: number;
  readonly to: number;
  /** For drugs. */
  readonly drug: Pick<DrugMention, "drug" | "form"> | undefined;
  readonly #flat: FlatText;

  constructor(
    flat: FlatText,
    from: number,
    to: number,
    attribute: TreatmentAttribute,
    value: string,
    drug: DrugMention | undefined,
  ) {
    this.attribute = attribute;
    this.value = value;
    this.from = from;
    this.to = to;
    this.drug = drug;
    this.#flat = flat;
  }

  get words(): string {
    return this.#flat.text.slice(this.from, this.to);
  }

  get start(): number {
    return this.#flat.span(this.from, this.to).start;
  }

  get end(): number {
    return this.#flat.span(this.from, this.to).end;
  }
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const token = /[a-z]+(?:\d+[a-z]*)?|\d+(?:\.\d+)?[a-z]*|[^\sa-z\d'-]/g;

const tokensOf = (text: string): readonly Token[] =>
  matchAll(token, text.toLowerCase()).map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));

interface Entry {
  readonly words: readonly string[];
  readonly terms: readonly Term[];
}

/** By first word, the longest first. */
const entries = lazy(() => {
  const byPhrase = new Map<string, Term[]>();
  for (const term of vocabulary) {
    for (const phrase of term.words) byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), term]);
  }
  const index = new Map<string, Entry[]>();
  for (const [phrase, terms] of byPhrase) {
    const words = phrase.split(" ");
    const first = words[0] as string;
    index.set(first, [...(index.get(first) ?? []), { words, terms }]);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
});

/** "knees", "crutches", "studies"; not "ues" for "ue" unless it is listed. */
function isFormOf(text: string, word: string): boolean {
  if (text === word) return true;
  const { length } = word;
  if (length < 3 || text.length <= length - 1) return false;
  if (text.startsWith(word)) return text === `${word}s` || text === `${word}es`;
  return word.endsWith("y") && text.endsWith("ies") && text.slice(0, -3) === word.slice(0, -1);
}

const singularsOf = (text: string): readonly string[] => {
  if (!text.endsWith("s") || text.length < 4) return [text];
  return [text, text.slice(0, -1), text.slice(0, -2), `${text.slice(0, -3)}y`];
};

/** The entries that may begin with a token, the longest first. */
const startingWith = new Map<string, readonly Entry[]>();
const maxRemembered = 4000;

function entriesFor(text: string): readonly Entry[] {
  const known = startingWith.get(text);
  if (known) return known;
  const found = singularsOf(text)
    .flatMap((word) => (isFormOf(text, word) ? (entries().get(word) ?? []) : []))
    .sort((a, b) => b.words.length - a.words.length);
  if (startingWith.size > maxRemembered) startingWith.clear();
  startingWith.set(text, found);
  return found;
}

const entryAt = (tokens: readonly Token[], at: number): Entry | undefined =>
  entriesFor((tokens[at] as Token).text).find(({ words }) => {
    for (let i = 1; i < words.length; i++) {
      const next = tokens[at + i];
      if (next === undefined || !isFormOf(next.text, words[i] as string)) return false;
    }
    return true;
  });

/** The attributes between two offsets of the flat text, in order. The search for drugs can be left out if there are none. */
export function treatmentMentionsIn(
  flat: FlatText,
  from: number,
  to: number,
  knowledge: Knowledge,
  mayNameDrugs = true,
): readonly TreatmentMention[] {
  const text = flat.text.slice(from, to);
  const found: TreatmentMention[] = [];
  const add = (
    attribute: TreatmentAttribute,
    value: string,
    start: number,
    end: number,
    drug?: DrugMention,
  ) => {
    if (value === "") return;
    found.push(new TreatmentMention(flat, from + start, from + end, attribute, value, drug));
  };
  const levels = levelsIn(text);
  for (const { start, end, values, region } of levels) {
    for (const value of values) add("level", value, start, end);
    add("region", region, start, end);
  }
  for (const mention of mayNameDrugs ? knowledge.drugsIn(text) : []) {
    if (/^[ -]equivalen/i.test(text.slice(mention.end))) continue;
    add("drug", mention.drug.generic, mention.start, mention.end, mention);
  }
  const tokens = tokensOf(text);
  for (let at = 0; at < tokens.length; ) {
    const { start, end } = tokens[at] as Token;
    if (levels.length > 0 && levels.some((level) => level.start <= start && end <= level.end)) {
      at++;
      continue;
    }
    const entry = entryAt(tokens, at);
    const special = entry ? undefined : specialAt(tokens, at);
    if (entry) {
      const last = tokens[at + entry.words.length - 1] as Token;
      for (const term of entry.terms) {
        addValue(term.attribute, term.value, start, last.end);
        for (const [attribute, value] of term.also) addValue(attribute, value, start, last.end);
      }
      at += entry.words.length;
    } else {
      if (special) for (const [attribute, value] of special) addValue(attribute, value, start, end);
      const named = special ? undefined : valueBySuffix((tokens[at] as Token).text);
      if (named) add(named[0], named[1], start, end);
      at++;
    }
  }
  return found.sort((a, b) => a.from - b.from);

  function addValue(attribute: TreatmentAttribute, value: string, start: number, end: number): void {
    if (value === "bilateral") {
      add("side", "left", start, end);
      add("side", "right", start, end);
    } else add(attribute, value, start, end);
  }
}

const fingers: Readonly<Record<string, string>> = {
  index: "index finger",
  middle: "middle finger",
  long: "middle finger",
  ring: "ring finger",
  little: "little finger",
  small: "little finger",
};
const specialWords = new Set(["both", "r", "l", "open", ...Object.keys(fingers)]);
const betweenFingers = new Set([",", "/", "&", "and", "or", "thumb", ...Object.keys(fingers)]);

/** Words that name something only next to others: "both knees", "R knee", "open repair", "index and ring fingers". */
function specialAt(
  tokens: readonly Token[],
  at: number,
): readonly (readonly [TreatmentAttribute, string])[] | undefined {
  const { text } = tokens[at] as Token;
  if (!specialWords.has(text)) return undefined;
  const namesPlace = (index: number): boolean =>
    index < tokens.length &&
    (entryAt(tokens, index)?.terms.some(({ attribute, value }) => attribute === "region" && value !== "") ??
      false);
  if (text === "both") {
    return [1, 2, 3].some((ahead) => namesPlace(at + ahead)) ? [["side", "bilateral"]] : undefined;
  }
  if (text === "r" || text === "l") {
    const next = tokens[at + 1]?.text === "." ? at + 2 : at + 1;
    return namesPlace(next) ? [["side", text === "r" ? "right" : "left"]] : undefined;
  }
  if (text === "open") {
    const isOfProcedure = [1, 2, 3].some(
      (ahead) =>
        at + ahead < tokens.length &&
        entryAt(tokens, at + ahead)?.terms.some(
          ({ attribute, value }) => attribute === "kind" && isWider("kind", value, "surgery"),
        ),
    );
    return isOfProcedure ? [["approach", "open"]] : undefined;
  }
  const finger = fingers[text];
  if (finger === undefined) return undefined;
  let next = at + 1;
  while (betweenFingers.has(tokens[next]?.text ?? "")) next++;
  return next > at && /^(?:finger|digit)s?$/.test(tokens[next]?.text ?? "")
    ? [["region", finger]]
    : undefined;
}
