/** Misspelt drug names. */
import { drugsOf, drugsWithin } from "../knowledge/letterDrugs.ts";
import type { Drug, Knowledge } from "../knowledge/types.ts";
import { flatten, oneLine } from "../letter/flat.ts";
import { matches } from "../letter/matches.ts";
import { remembered } from "../letter/remembered.ts";
import { createSieve, folded, hashOf, hashOn, type Sieve } from "../letter/sieve.ts";
import { distance } from "../letter/similar.ts";
import type { Letter, Span } from "../letter/types.ts";
import { finding, findingsIn } from "./finding.ts";
import { replacement } from "./fix.ts";
import { narratives } from "./narratives.ts";
import type { Finding } from "./types.ts";

export function misspeltDrugs(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return [...knownSlips(letter, knowledge), ...slips(letter, knowledge)];
}

const shortestName = 7;
const longWord = /[a-z]{6,}/gi;
/** In prose, a word has to be longer to be like nothing but a drug's name. */
const longerWord = /[a-z]{10,}/gi;

/** Ordinary words that are one letter from a drug's name. */
const ordinary = new Set(
  "ability ascription aspiring astral augmenting austral buffering creator enclose mitigate recast singular systolic".split(
    " ",
  ),
);

/** Words that are no drug, but for one letter. In a heading, hardly anything but a drug looks like one. */
function slips(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  const { ends } = namesByLetterLost(knowledge);
  const slipsIn = (span: Span, form: RegExp, may: (word: string) => boolean) => {
    const flat = flatten(letter.text, span);
    return findingsIn(matches(form, flat.text), ({ 0: word, index }) => {
      const right = may(word) ? oneLetterOff(word.toLowerCase(), knowledge) : undefined;
      if (!right) return [];
      const at = flat.span(index, index + word.length);
      const known = drugsWithin(letter, span, knowledge);
      if (known.some((drug) => drug.start < at.end && at.start < drug.end)) return [];
      const proper = inCaseOf(word, right);
      const fix = replacement(`Change “${word}” to “${proper}”`, at, proper, "choice");
      return [finding(at, `“${word}” is probably ${proper}.`, [], [fix])];
    });
  };
  const headings = letter.issues.map(({ heading }) => heading.treatmentSpan);
  return [
    ...findingsIn(headings, (span) => slipsIn(span, longWord, () => true)),
    ...findingsIn(narratives(letter), (span) =>
      slipsIn(
        span,
        longerWord,
        (word) => ends.mayHold(hashOf(word.slice(0, 4))) || ends.mayHold(hashOf(word, word.length - 4)),
      ),
    ),
  ];
}

/** The name that the word is but for one letter: one lost, added, changed or swapped with its neighbour. */
function oneLetterOff(word: string, knowledge: Knowledge): string | undefined {
  if (ordinary.has(word)) return undefined;
  const { names, sieve } = namesByLetterLost(knowledge);
  const meant = (form: string) =>
    names
      .get(form)
      ?.find((one) => distance(one.toLowerCase(), word) === 1 && word !== `${one.toLowerCase()}s`);
  if (sieve.mayHold(hashOf(word))) {
    if (names.get(word)?.some((name) => name.toLowerCase() === word)) return undefined;
    const name = meant(word);
    if (name) return name;
  }
  let before = 0;
  for (let lost = 0; lost < word.length; lost++) {
    const name = sieve.mayHold(hashOf(word, lost + 1, before))
      ? meant(word.slice(0, lost) + word.slice(lost + 1))
      : undefined;
    if (name) return name;
    before = hashOn(before, folded(word.charCodeAt(lost)));
  }
  return undefined;
}

/** The word without its first letter, without its second … */
function lettersLost(word: string): readonly string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

interface NearNames {
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly sieve: Sieve;
  /** The first and the last four letters of each name: one wrong letter, or two swapped, leave either as it is. */
  readonly ends: Sieve;
}

/** Names long enough that one wrong letter makes no other word, under themselves and under what is left without a letter. */
const namesByLetterLost = remembered((knowledge: Knowledge): NearNames => {
  const names = new Map<string, string[]>();
  const ends: string[] = [];
  for (const name of knowledge.drugs.flatMap(namesOf)) {
    if (name.length < shortestName) continue;
    const lower = name.toLowerCase();
    ends.push(lower.slice(0, 4), lower.slice(-4));
    for (const form of new Set([lower, ...lettersLost(lower)])) {
      const others = names.get(form);
      if (others) others.push(name);
      else names.set(form, [name]);
    }
  }
  return { names, sieve: createSieve(names.keys()), ends: createSieve(ends) };
});

function inCaseOf(written: string, name: string): string {
  if (written === written.toUpperCase()) return name.toUpperCase();
  return /^[A-Z]/.test(written) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

function knownSlips(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  const misspelt = drugsOf(letter, knowledge).filter(({ form }) => form === "misspelling");
  if (misspelt.length === 0) return [];
  const told = [
    letter.summary?.narrative,
    ...letter.issues.flatMap((issue) => [issue.heading.request, ...issue.parts.map((part) => part.body)]),
  ];
  return told.flatMap((span) => {
    if (!span) return [];
    return drugsWithin(letter, span, knowledge).flatMap((mention) => {
      if (mention.form !== "misspelling") return [];
      const written = oneLine(letter.text, mention);
      const right = properName(mention.drug, written);
      if (!right) return [];
      const at = { start: mention.start, end: mention.end };
      const message = `“${written}” is probably ${right}.`;
      return [finding(at, message, [], [replacement(`Change “${written}” to “${right}”`, at, right)])];
    });
  });
}

/**
 * The name meant, in the case of what is written; undefined where what is written is an abbreviation or a name of
 * another kind, and no slip of the pen.
 */
function properName(drug: Drug, written: string): string | undefined {
  const [nearest] = namesOf(drug)
    .map((name) => ({ name, edits: distance(name.toLowerCase(), written.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  if (!nearest || nearest.edits === 0 || nearest.edits > 3 || written.length < 5) return undefined;
  if (nearest.edits * 3 > nearest.name.length) return undefined;
  if (written === written.toUpperCase()) return nearest.name.toUpperCase();
  const capital = /^[A-Z]/.test(written) || drug.brands.includes(nearest.name);
  return capital ? nearest.name.charAt(0).toUpperCase() + nearest.name.slice(1) : nearest.name;
}

function namesOf({ generic, brands }: Drug): readonly string[] {
  return [generic.replace(/ \(.*\)$/, ""), ...brands];
}
