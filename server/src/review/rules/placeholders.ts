/** Placeholders of a new letter, issue, or rationale outline that aren't filled in, and other remnants of writing. */

import { elementsOf } from "../../analysis/rationaleElements.ts";
import { brokenCharacters, remnantsOf } from "../../analysis/remnants.ts";
import { flatten } from "../../base/flatText.ts";
import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import {
  caseDetails,
  type Placeholder,
  placeholders,
  sentencePlaceholders,
  sourcePlaceholders,
} from "../../letter/standardWording.ts";
import type { Citation, FrontMatter, FrontMatterField, Issue, Letter } from "../../letter/types.ts";
import { removeWordsFix } from "../fixes/letterFixes.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

const { caseNumber, date, licensure, specialty, treatment, ...rest } = placeholders;
const ofSummary: readonly Placeholder[] = [date, ...Object.values(rest)];

/** Only after every issue is decided: until then, placeholders are what remains to be written. */
export function unfilledPlaceholders(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  const { text, frontMatter, credentials, summary, issues } = letter;
  if (issues.length === 0 || issues.some(({ heading }) => !heading.decision?.outcome)) return [];
  return [
    ...(frontMatter && isMissingValue(frontMatter)
      ? unfilled(text, frontMatter.span, [caseNumber, date])
      : []),
    ...unfilled(text, credentials?.span, [licensure, specialty]),
    ...unfilled(text, summary?.narrative, ofSummary),
    ...matchFindings(issues, ({ heading }) =>
      heading.treatment.includes(treatment.words) ? unfilled(text, heading.treatmentSpan, [treatment]) : [],
    ),
    // The writer may still be working on what follows a decision.
    ...matchFindings(issues, (issue) =>
      [...unfilledSources(issue), ...unfilledSentences(letter, issue, knowledge)].map(downgraded),
    ),
  ];
}

const downgraded = (finding: Finding): Finding => ({ ...finding, downgraded: true });

/** Findings on the placeholders in a part of the letter. */
function unfilled(text: string, part: Span | undefined, all: readonly Placeholder[]): readonly Finding[] {
  if (!part) return [];
  const flat = flatten(text, part);
  return matchFindings(all, ({ before = "", words, after = "" }) => {
    const found: Finding[] = [];
    const whole = before + words + after;
    for (let at = flat.text.indexOf(whole); at >= 0; at = flat.text.indexOf(whole, at + whole.length)) {
      const start = at + before.length;
      found.push(placeholderFinding(flat.span(start, start + words.length), words));
    }
    return found;
  });
}

const topicPlaceholders: readonly string[] = [sourcePlaceholders.topic, sourcePlaceholders.section];

function unfilledSources({ claims, reviewer }: Issue): readonly Finding[] {
  const cited = [...(claims?.citations ?? []), ...(reviewer?.citations ?? [])];
  return matchFindings(cited, ({ guideline, topics }: Citation) =>
    [
      ...(guideline?.value === sourcePlaceholders.guideline ? [guideline] : []),
      ...topics.filter(({ value }) => topicPlaceholders.includes(value)),
    ].map(({ span, value }) => placeholderFinding(span, value)),
  );
}

const fields = Object.keys(caseDetails) as readonly FrontMatterField[];

const isMissingValue = (frontMatter: FrontMatter): boolean =>
  fields.some((field) => frontMatter[field]?.text === "");

const sentences = new Set<string>(Object.values(sentencePlaceholders));
const maxSentenceLength = Math.max(...[...sentences].map((words) => words.length));

/** An outline that doesn't refer to the employee yet is reported by `rationale/no-findings`. */
function unfilledSentences(letter: Letter, issue: Issue, knowledge: Knowledge): readonly Finding[] {
  if (!elementsOf(letter, issue, knowledge)?.tiesToEmployee) return [];
  return matchFindings(issue.rationale?.sentences ?? [], (span) => {
    // Twice, as letters may be double-spaced. Nearly all other sentences are longer.
    if (span.end - span.start > 2 * maxSentenceLength) return [];
    const words = flatten(letter.text, span).text;
    return sentences.has(words) ? [placeholderFinding(span, words)] : [];
  });
}

const isBroken = (words: string): boolean => words.search(brokenCharacters) === 0;

const placeholderFinding = ({ start, end }: Span, words: string): Finding =>
  createFinding({ start, end }, `“${words}” is a placeholder. Fill it in.`);

/** Notes, blanks, and choices that the writer left in the text. They are reported at once: each is there to be seen. */
export const remnants = (letter: Letter): readonly Finding[] =>
  matchFindings(remnantsOf(letter), ({ span }) => {
    const words = flatten(letter.text, span).text;
    const message = messageNaming([words], (shown) =>
      isBroken(words)
        ? `“${shown}” is a broken character. Type it again.`
        : `“${shown}” is left from writing. Fill it in or remove it.`,
    );
    return [createFinding(span, message, [], isBroken(words) ? [] : [removeWordsFix(letter, span, words)])];
  });
