/** Finds the drugs that a text mentions. */
import { strengthPattern } from "../base/dosePatterns.ts";
import { lazy } from "../base/memoize.ts";
import type { DrugRow } from "./data.ts";
import { DrugTokens } from "./drugTokens.ts";
import { createDrugTrie, type DrugName, type DrugTrie } from "./drugTrie.ts";
import { createDrugTypoFinder, type DrugTypoFinder } from "./drugTypos.ts";
import { drugFromRow } from "./rows.ts";
import type { Drug, DrugMention, DrugWords } from "./types.ts";

export interface DrugFinder {
  readonly drugs: readonly Drug[];
  drugsIn(text: string): readonly DrugMention[];
  drugWordsIn(text: string): DrugWords;
  correctionFor(word: string): string | undefined;
  drugNamed(name: string): Drug | undefined;
}

/** Finds drugs by walking the text's words along the words of all names at once. */
export function createDrugFinder(rows: readonly DrugRow[]): DrugFinder {
  const drugs = Object.freeze(rows.map(drugFromRow));
  const trie = lazy(() => createDrugTrie(rows.flatMap((row, index) => namesOf(row, drugs[index] as Drug))));
  const typos = createDrugTypoFinder(drugs);
  return {
    drugs,
    drugsIn: (text) => walk(text, trie(), undefined).mentions,
    drugWordsIn: (text) => walk(text, trie(), typos),
    correctionFor: typos.correctionFor,
    drugNamed: (name) => trie().named(name),
  };
}

function namesOf(row: DrugRow, drug: Drug): readonly DrugName[] {
  const named = (names: readonly string[] | undefined, form: DrugMention["form"]): readonly DrugName[] =>
    (names ?? []).map((name) => ({ name, drug, form, need: needOf(name, row) }));
  return [
    ...named(row.brands, "brand"),
    ...named([row.generic, ...(row.synonyms ?? [])], "generic"),
    ...named(row.misspellings, "misspelling"),
  ];
}

function needOf(name: string, { ordinary, onlyWithDose }: DrugRow): DrugName["need"] {
  if (onlyWithDose?.includes(name)) return "dose";
  return ordinary?.includes(name) ? "capital" : "nothing";
}

/** Shorter words are too often other words than a drug's name with a typo. */
const minTypoLength = 10;

/** The mentions and, if there is a finder of typos, the words that may be a name with a typo. */
function walk(text: string, trie: DrugTrie, typos: DrugTypoFinder | undefined): DrugWords {
  const mentions: DrugMention[] = [];
  const typoCandidates: { start: number; end: number }[] = [];
  for (const tokens = new DrugTokens(text); tokens.advance(); ) {
    const longest = trie.mightBeginAt(tokens) ? trie.longestAt(tokens) : undefined;
    if (longest) {
      mentions.push(inItsForm(trie, text, longest.mention));
      tokens.skipTo(longest.end);
    } else if (typos && tokens.end - tokens.start >= minTypoLength && typos.mightBeTypo(tokens)) {
      typoCandidates.push({ start: tokens.start, end: tokens.end });
    }
  }
  return { mentions, typoCandidates };
}

/** "6%", "2.5 percent": a strength, not a percentage of pain or time. */
const perCent =
  /^\s{0,3}\d{1,2}(?:\.\d{1,4})? ?(?:%|percent\b)(?! (?:of|improve|relie|reduc|decreas|less|better|pain|function))/i;

const salt = "(?:HCL|hydrochloride|sulfate|sodium|citrate|bitartrate|potassium)";
const release = "(?:extended|sustained|controlled)[- ]release";

/** A strength and the dosage form right after it: "20mg ER", "HCL 150mg tablets ER", "1.3% patch". */
const strengthAndForm = new RegExp(
  `^(?:[\\s,]{1,3}${salt})?[\\s,]{0,3}(?<strength>${strengthPattern}(?: per hour)?)[\\s,]{0,3}(?:(?:tablets?|tabs?|capsules?|caps?)[\\s,]{1,3})?(?<form>${release}|[a-z]+)?`,
  "i",
);
/** "extended-release" right after the name. */
const releaseAfterName = new RegExp(`^(?:[\\s,]{1,3}${salt})?[\\s,]{1,3}(?<form>${release})(?![a-z])`, "i");
/** Quickly rules out nearly every mention. */
const mightHaveForm = new RegExp(`^[\\s,]{0,3}(?:[\\d.]|${salt}|${release})`, "i");
/** "25mcg/hr", "10 mcg per hour": what a patch gives off. */
const hourly = /(?:\/|per) ?h(?:r|our)?$/i;

/** Names of drugs say "ER" for every form that is released slowly. */
const slowRelease = new RegExp(`^(?:er|xr|sr|cr|la|xl|${release})$`);

/**
 * The drug of the form that stands after the strength: "Oxycodone 20mg ER" is oxycodone ER, "Fentanyl 25mcg/hr" a patch, and
 * "Gabapentin 6%" is applied to the skin, if there are such drugs.
 */
function inItsForm(trie: DrugTrie, text: string, mention: DrugMention): DrugMention {
  const { start, end, drug } = mention;
  const after = text.slice(end, end + 60);
  const groups = mightHaveForm.test(after)
    ? (strengthAndForm.exec(after) ?? releaseAfterName.exec(after))?.groups
    : undefined;
  const form = hourly.test(groups?.strength ?? "") ? "patch" : groups?.form?.toLowerCase();
  const ofForm =
    form === undefined ? undefined : namedWith(trie, [text.slice(start, end), drug.generic], form);
  if (ofForm) return { ...mention, drug: ofForm };
  if (!perCent.test(after)) return mention;
  return { ...mention, drug: trie.named(`topical ${drug.generic}`) ?? drug };
}

function namedWith(trie: DrugTrie, names: readonly string[], form: string): Drug | undefined {
  const forms = slowRelease.test(form) ? [form, "er"] : [form, form.replace(/(?:es|s)$/, "")];
  for (const name of names) {
    for (const one of forms) {
      const found = trie.named(`${name} ${one}`);
      if (found) return found;
    }
  }
  return undefined;
}
