/** Misspelled drug names. */

import { drugMentionsIn, drugMentionsWithin, drugTypoCandidates } from "../../analysis/drugMentions.ts";
import { passagesOf } from "../../analysis/passages.ts";
import { editDistance } from "../../base/editDistance.ts";
import { flatten, oneLine } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import type { Span } from "../../base/span.ts";
import { inside, overlaps } from "../../base/span.ts";
import { namesOf } from "../../knowledge/drugTypos.ts";
import type { Drug, Knowledge } from "../../knowledge/types.ts";
import type { Letter } from "../../letter/types.ts";
import { replacement } from "../fixes/fix.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

export function misspelledDrugs(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return [...knownMisspellings(letter, knowledge), ...typos(letter, knowledge)];
}

const longWord = /[a-z]{6,}/gi;

/** Words that are one letter away from a drug's name. In a heading, hardly anything but a drug looks like one. */
function typos(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  const found = matchFindings(letter.issues, ({ heading }) => {
    const flat = flatten(letter.text, heading.treatmentSpan);
    return matchFindings(matchAll(longWord, flat.text), ({ 0: word, index }) =>
      typo(letter, knowledge, word, flat.span(index, index + word.length)),
    );
  });
  return [...found, ...typosInProse(letter, knowledge)];
}

/** In prose, only longer words resemble nothing but a drug's name. */
function typosInProse(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  const prose = passagesOf(letter);
  return matchFindings(drugTypoCandidates(letter, knowledge), (at) => {
    if (!prose.some(({ span }) => inside(at, span))) return [];
    const word = flatten(letter.text, at).text;
    // A name with a footnote number after it isn't a typo.
    return /^[a-z]+$/i.test(word) ? typo(letter, knowledge, word, at) : [];
  });
}

function typo(letter: Letter, knowledge: Knowledge, word: string, at: Span): readonly Finding[] {
  const right = knowledge.correctionFor(word);
  if (!right) return [];
  if (drugMentionsIn(letter, knowledge).some((drug) => overlaps(drug, at))) return [];
  const proper = inCaseOf(word, right);
  const fix = replacement(`Change “${word}” to “${proper}”`, at, proper, "alternative");
  return [createFinding(at, probably(word, proper), [], [fix])];
}

const probably = (written: string, name: string): string =>
  messageNaming([written, name], (word, right) => `“${word}” is probably ${right}.`);

function inCaseOf(written: string, name: string): string {
  if (written === written.toUpperCase()) return name.toUpperCase();
  return /^[A-Z]/.test(written) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

function knownMisspellings(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  const misspelled = drugMentionsIn(letter, knowledge).filter(({ form }) => form === "misspelling");
  if (misspelled.length === 0) return [];
  const parts = [
    letter.summary?.narrative,
    ...letter.issues.flatMap((issue) => [issue.heading.request, ...issue.parts.map((part) => part.body)]),
  ];
  return parts.flatMap((span) => {
    if (!span) return [];
    return drugMentionsWithin(letter, span, knowledge).flatMap((mention) => {
      if (mention.form !== "misspelling") return [];
      const written = oneLine(letter.text, mention);
      const right = properName(mention.drug, written);
      if (!right) return [];
      const at = { start: mention.start, end: mention.end };
      return [
        createFinding(
          at,
          probably(written, right),
          [],
          [replacement(`Change “${written}” to “${right}”`, at, right)],
        ),
      ];
    });
  });
}

/**
 * The name meant, in the same case as what is written. Undefined if that isn't a typo but an abbreviation or a different
 * kind of name.
 */
function properName(drug: Drug, written: string): string | undefined {
  const [nearest] = namesOf(drug)
    .map((name) => ({ name, edits: editDistance(name.toLowerCase(), written.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  if (!nearest || nearest.edits === 0 || nearest.edits > 3 || written.length < 5) return undefined;
  if (nearest.edits * 3 > nearest.name.length) return undefined;
  if (written === written.toUpperCase()) return nearest.name.toUpperCase();
  const capital = /^[A-Z]/.test(written) || drug.brands.includes(nearest.name);
  return capital ? nearest.name.charAt(0).toUpperCase() + nearest.name.slice(1) : nearest.name;
}
