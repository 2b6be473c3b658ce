/** Damage that editing leaves in a text: words and sentences that stand twice, and sentences that are cut. */

import { type Passage, passagesOf, writtenParts } from "../../analysis/passages.ts";
import { matchAll } from "../../base/matchAll.ts";
import type { FlatRange } from "../../base/sentences.ts";
import type { Letter } from "../../letter/types.ts";
import { replacement } from "../fixes/fix.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

/** Words that a sound sentence may have twice in a row. */
const mayRepeat = new Set([
  "had",
  "that",
  "her",
  "very",
  "much",
  "so",
  "no",
  "yes",
  "walla",
  "pago",
  "cha",
  "really",
  "far",
  "many",
]);
const joining = /\b(?:and|by|or|after|over|upon|versus|vs)\b/i;

export function repeatedWords(letter: Letter): readonly Finding[] {
  return matchFindings(writtenParts(letter), (part) =>
    matchFindings(part.place === "caseDetails" ? [] : part.scan.repeatedWords, (range) => {
      const { flat } = part;
      const words = flat.text.slice(range.start, range.end);
      const half = (words.length - 1) / 2;
      const [first, again] = [words.slice(0, half), words.slice(half + 1)];
      if (!isRepetition(first, again)) return [];
      const at = flat.span(range.start + half + 1, range.end);
      const before = flat.span(range.start, range.start + half);
      // In a table or a list, each line has its own words.
      const gap = letter.text.slice(before.end, at.start);
      if (/ {3}|\t|\n\s*\n|\r\s*\r|\r\n\s*\r\n/.test(gap)) return [];
      const message = messageNaming([again], (shown) => `“${shown}” appears twice in a row.`);
      const fix = replacement(`Remove the second “${again}”`, { start: before.end, end: at.end }, "");
      return [createFinding(at, message, [{ ...before, message: "First occurrence." }], [fix])];
    }),
  );
}

function isRepetition(first: string, again: string): boolean {
  if (first.toLowerCase() !== again.toLowerCase() || /[^A-Za-z' ]/.test(first)) return false;
  // "… strain" and "Strain …" are two lines of a list.
  if (/^[A-Z]/.test(again) && !/^[A-Z]/.test(first)) return false;
  if (first.length < 2) return /^[a-z]$/.test(first) && first === "a";
  return first.includes(" ")
    ? !joining.test(first) && !predicate.test(first)
    : !mayRepeat.has(first.toLowerCase());
}

/** "What is not recommended is not recommended." */
const predicate = /^(?:is|are|was|were|has|have|had|does|do|did|not|can|cannot|may|will|would|should)\b/i;

/** In characters. A shorter sentence that doesn't follow the first one may well stand twice. */
const minDistantLength = 60;

export function repeatedSentences(letter: Letter): readonly Finding[] {
  return matchFindings(writtenParts(letter), (part) => {
    if (part.place === "heading" || part.scan.repeatedSentences.length === 0) return [];
    const { flat } = part;
    return matchFindings(joined(part, part.scan.repeatedSentences), ({ first, again }) => {
      const follows = again.start - first.end <= 2;
      if (!follows && again.end - again.start < minDistantLength) return [];
      const at = flat.span(again.start, again.end);
      const related = [{ ...flat.span(first.start, first.end), message: "First occurrence." }];
      const before = flat.span(again.start - 1, again.start).start;
      const fix = replacement("Remove the repeated text", { start: before, end: at.end }, "", "confirm");
      return [createFinding(at, "This text appears twice in the same part.", related, [fix])];
    });
  });
}

interface Repetition {
  readonly first: FlatRange;
  readonly again: FlatRange;
}

/** Repeated sentences that follow each other are one repeated paragraph. */
function joined({ flat }: Passage, list: readonly Repetition[]): readonly Repetition[] {
  const found: Repetition[] = [];
  for (const each of list) {
    const last = found.at(-1);
    const goesOn = (a: FlatRange, b: FlatRange) =>
      b.start >= a.end && flat.text.slice(a.end, b.start).trim() === "";
    if (last && goesOn(last.first, each.first) && goesOn(last.again, each.again)) {
      found[found.length - 1] = {
        first: { start: last.first.start, end: each.first.end },
        again: { start: last.again.start, end: each.again.end },
      };
    } else found.push(each);
  }
  return found;
}

/** Words that no sentence ends with. */
const opensMore =
  /(?:^|[ (])(?:the|a|an|and|or|but|nor|of|with|to|for|from|at|by|into|onto|upon|is|are|was|were|be|been|being|has|have|had|will|would|should|could|may|might|that|which|who|whose|because|although|while|if|than|as|his|her|their|its|this|these|those|no|not|very|due|per|between|such|including|regarding|without|within|during|since|until|through|against|about|despite|however|therefore|additionally|furthermore|moreover)[,;:-]?$|[,;([-]$/i;

/** A word that a sentence can't end with, and a period or the start of another sentence. */
const cutMidway =
  /(?<=[a-z,] )(?:the|an|and|or|of|because|than|into|although|whose|my|their|(?:with|to|for|from|on|in|by|of|is|was|and|or|that) (?:the|a|an|his)|to (?:be|have)|(?:has|have|had|will|may) (?:been|be))(?:\.(?= [A-Z]|$)| (?=(?:Therefore|However|Additionally|Furthermore|Accordingly|Moreover|Consequently|There (?:is|are|was|were)|This (?:is|was|request)|It is|The (?:request|employee|patient|worker|claimant|applicant|MTUS|guidelines?|records?|provider|physician|exam|examination|treatment)|In (?:this case|addition|light|summary)|As such|Given (?:the|this|these|that)|For (?:these|this|those) reasons?|Based on (?:the|this|these)|Under these|Hence|Thus|Consequently)\b))/g;

/** A verb that a sentence rarely ends with, and the words by which it may. */
const cutVerb = /(?<=[a-z] )(?:is|was|are|were|has been|have been|had been|will be)(?=\.(?: |$))/g;
const mayEndInVerb =
  /\b(?:what|how|where|who|whether|than|as|which|there|so|it|they|he|she|neither|nor|that|when|if)\b/i;

/** A sentence that has lost its first letters. */
const cutStart =
  /(?<=^|[.!?] )(?:mployee|mployees|atient|atients|equest|equested|herefore|owever|uidelines?|njured|laimant|rovider|ecords?|ccording|dditionally|urthermore|edical|pplicant|TUS|COEM|ccordingly|here (?:is|are|was|were) (?:no|not|a|an)|he (?:employee|patient|worker|injured|claimant|applicant|request|MTUS|guidelines?|records?|provider|physician|treating|exam|examination|documentation|medical|ODG|ACOEM)|n (?:this|addition|the)|t is)\b/g;

export function cutSentences(letter: Letter): readonly Finding[] {
  const last = letter.issues.at(-1);
  return matchFindings(passagesOf(letter), (part) => {
    const { text } = part.flat;
    const found: Finding[] = [];
    const report = (start: number, end: number, message: string) =>
      found.push(createFinding(part.flat.span(start, end), message));
    const midway = part.scan.has.cut ? text : "";
    for (const m of matchAll(cutMidway, midway)) {
      const words = m[0].replace(/[. ]$/, "");
      report(m.index, m.index + words.length, `The sentence breaks off after “${words}”.`);
    }
    for (const m of matchAll(cutVerb, midway)) {
      const before = text.slice(Math.max(0, m.index - 200), m.index);
      if (mayEndInVerb.test(before.slice(before.lastIndexOf(". ") + 1))) continue;
      report(m.index, m.index + m[0].length, `The sentence breaks off after “${m[0]}”.`);
    }
    for (const m of matchAll(cutStart, midway)) {
      report(m.index, m.index + m[0].length, `The sentence starts in the middle: “${m[0]}”.`);
    }
    // The writer may still be working on the end of the letter.
    const isWritten =
      part.place === "summary"
        ? last !== undefined
        : part.issue !== last || part.issue?.rationale?.conclusion;
    const end = opensMore.exec(text.slice(-40));
    if (isWritten && end) {
      const words = end[0].trim();
      const at = part.flat.span(text.length - words.length, text.length);
      const message = `The text breaks off after “${words}”.`;
      found.push({
        ...createFinding(at, message),
        downgraded: part.place === "rationale" && part.issue === last,
      });
    }
    return found;
  });
}
