/**
 * Finds what the words around a fact say about it, in the manner of NegEx and ConText: a trigger opens a scope to its right, to
 * its left, or to both sides, which ends at a terminator or at the end of the sentence.
 */
import { type Assertion, plainAssertion } from "./assertion.ts";
import type { Trigger } from "./triggers/trigger.ts";
import { triggers } from "./triggers.ts";

/** Offsets into the flat text of a sentence. */
export interface Scope {
  readonly trigger: Trigger;
  /** The words of the trigger. */
  readonly at: { readonly start: number; readonly end: number };
  /** The text that it says something about. */
  readonly start: number;
  readonly end: number;
}

/** A word in lower case, or a mark that may end a scope. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Match {
  readonly trigger: Trigger;
  /** Indexes of its first word, and of the word after its last. */
  readonly first: number;
  readonly after: number;
}

const none = 0;
const ofWord = 1;
const joining = 2;
const marking = 3;

const kinds = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z0-9]/.test(character)) return ofWord;
  if (/['.-]/.test(character)) return joining;
  return /[,;:()]/.test(character) ? marking : none;
});
const curlyApostrophe = 0x2019;
const kindOf = (code: number): number =>
  code < 0x80 ? (kinds[code] as number) : code === curlyApostrophe ? joining : none;

/** The words and marks of a sentence in lower case. An apostrophe, a period, or a hyphen within a word is part of it. */
export function wordsOf(lower: string): readonly Word[] {
  const words: Word[] = [];
  const { length } = lower;
  for (let at = 0; at < length; ) {
    const kind = kindOf(lower.charCodeAt(at));
    const start = at++;
    if (kind === marking) words.push({ text: lower.charAt(start), start, end: at });
    if (kind !== ofWord) continue;
    for (; at < length; at++) {
      const next = kindOf(lower.charCodeAt(at));
      const joins = next === joining && at + 1 < length && kindOf(lower.charCodeAt(at + 1)) === ofWord;
      if (next !== ofWord && !joins) break;
    }
    words.push({ text: lower.slice(start, at), start, end: at });
  }
  return words;
}

interface IndexedTrigger {
  readonly trigger: Trigger;
  readonly words: readonly string[];
}

export type TriggerIndex = ReadonlyMap<string, readonly IndexedTrigger[]>;

/** By first word, the longest first. */
export function indexOf(list: readonly Trigger[]): TriggerIndex {
  const index = new Map<string, IndexedTrigger[]>();
  for (const trigger of list) {
    const words = trigger.phrase.split(" ");
    const first = words[0] as string;
    index.set(first, [...(index.get(first) ?? []), { trigger, words }]);
  }
  for (const each of index.values()) each.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** Those that say what holds of any fact. */
export const assertionTriggers = indexOf(triggers);

/** The scopes in the flat text of one sentence, in the order of their triggers. */
export const scopesIn = (sentence: string, index = assertionTriggers): readonly Scope[] =>
  scopesAmong(wordsOf(sentence.toLowerCase()), sentence.length, index);

/** The same for the words of a sentence of that length. */
export function scopesAmong(words: readonly Word[], length: number, index: TriggerIndex): readonly Scope[] {
  const matches = matchesIn(words, index);
  return matches.flatMap((match) => {
    const { trigger, first, after } = match;
    if (trigger.kind !== "modifier") return [];
    const at = { start: (words[first] as Word).start, end: (words[after - 1] as Word).end };
    const { direction } = trigger;
    const scope = {
      trigger,
      at,
      start: direction === "forward" ? at.end : leftEnd(words, matches, match),
      end: direction === "backward" ? at.start : rightEnd(words, matches, match, length),
    };
    return [scope];
  });
}

/** Whether the words have a trigger that says something, without finding its scope. For words that are read already. */
export const hasModifier = (words: readonly string[], index: TriggerIndex): boolean =>
  words.some((first, at) =>
    index
      .get(first)
      ?.some(
        ({ trigger, words: phrase }) =>
          trigger.kind === "modifier" && phrase.every((text, i) => words[at + i] === text),
      ),
  );

/** The triggers that match, none within another. */
function matchesIn(words: readonly Word[], index: TriggerIndex): readonly Match[] {
  const found: Match[] = [];
  for (let at = 0; at < words.length; ) {
    const match = (index.get((words[at] as Word).text) ?? []).find(({ words: phrase }) =>
      phrase.every((text, i) => fits(text, words[at + i]?.text)),
    );
    if (match) {
      const after = at + match.words.length;
      found.push({ trigger: match.trigger, first: at, after });
      at = after;
    } else at++;
  }
  return found;
}

/** Whether a word of a phrase fits one of the sentence. `*` stands for any word. */
const fits = (phrase: string, word: string | undefined): boolean =>
  phrase === word || (phrase === "*" && word !== undefined && !/^[,;:()]$/.test(word));

const ends = (terminator: Trigger, { sets, passesCommas }: Trigger): boolean =>
  terminator.kind === "terminator" &&
  !(passesCommas && terminator.phrase === ",") &&
  (terminator.of === undefined || (sets !== undefined && terminator.of in sets));

function rightEnd(words: readonly Word[], matches: readonly Match[], own: Match, length: number): number {
  const stop = matches.find(({ first, trigger }) => first >= own.after && ends(trigger, own.trigger));
  const limit = own.trigger.maxWords === undefined ? words.length : own.after + own.trigger.maxWords;
  return words[Math.min(stop?.first ?? words.length, limit)]?.start ?? length;
}

function leftEnd(words: readonly Word[], matches: readonly Match[], own: Match): number {
  const stop = matches.findLast(({ after, trigger }) => after <= own.first && ends(trigger, own.trigger));
  const limit = own.trigger.maxWords === undefined ? 0 : own.first - own.trigger.maxWords;
  return words[Math.max(stop?.after ?? 0, limit, 0)]?.start ?? 0;
}

/** What the scopes say about the text between two offsets of the sentence. The nearest trigger decides. */
export function assertionAt(scopes: readonly Scope[], start: number, end: number): Assertion {
  const assertion: { -readonly [K in keyof Assertion]: Assertion[K] } = { ...plainAssertion };
  const distance = ({ at }: Scope) => (at.end <= start ? start - at.end : at.start - end);
  const around = scopes
    .filter((scope) => scope.start <= start && end <= scope.end)
    .sort((a, b) => distance(b) - distance(a));
  for (const { trigger } of around) {
    // What happened isn't a plan, but it may still be of another claim.
    if (trigger.sets?.temporality === "current" && assertion.temporality !== "planned") continue;
    Object.assign(assertion, trigger.sets);
  }
  return assertion;
}

/** What a sentence, as flat text, says about the text between two of its offsets. */
export const assertionIn = (
  sentence: string,
  start: number,
  end: number,
  index = assertionTriggers,
): Assertion => assertionAt(scopesIn(sentence, index), start, end);
