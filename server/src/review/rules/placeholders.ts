/** Blanks of a new letter, issue or outline that nobody has filled in. */

import { elementsOf } from "../../analysis/rationaleElements.ts";
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
import type { Finding } from "../types.ts";
import { createFinding, matchFindings } from "./finding.ts";

const { caseNumber, date, licensure, specialty, treatment, ...rest } = placeholders;
const ofSummary: readonly Placeholder[] = [date, ...Object.values(rest)];

/** Only once every issue is decided: while a letter is written, its blanks are what is still to be written. */
export function unfilledBlanks(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  const { text, frontMatter, credentials, summary, issues } = letter;
  if (issues.length === 0 || issues.some(({ heading }) => !heading.decision?.outcome)) return [];
  return [
    ...(frontMatter && lacksValue(frontMatter) ? unfilled(text, frontMatter.span, [caseNumber, date]) : []),
    ...unfilled(text, credentials?.span, [licensure, specialty]),
    ...unfilled(text, summary?.narrative, ofSummary),
    ...matchFindings(issues, ({ heading }) =>
      heading.treatment.includes(treatment.words) ? unfilled(text, heading.treatmentSpan, [treatment]) : [],
    ),
    // What follows a decision may be just what is being written.
    ...matchFindings(issues, (issue) =>
      [...unfilledSources(issue), ...unfilledSentences(letter, issue, knowledge)].map(mildly),
    ),
  ];
}

const mildly = (one: Finding): Finding => ({ ...one, downgraded: true });

/** Where the blanks stand in a part. */
function unfilled(text: string, part: Span | undefined, all: readonly Placeholder[]): readonly Finding[] {
  if (!part) return [];
  const flat = flatten(text, part);
  return matchFindings(all, ({ before = "", words, after = "" }) => {
    const found: Finding[] = [];
    const whole = before + words + after;
    for (let at = flat.text.indexOf(whole); at >= 0; at = flat.text.indexOf(whole, at + whole.length)) {
      const start = at + before.length;
      found.push(blank(flat.span(start, start + words.length), words));
    }
    return found;
  });
}

const emptyTopics: readonly string[] = [sourcePlaceholders.topic, sourcePlaceholders.section];

function unfilledSources({ claims, reviewer }: Issue): readonly Finding[] {
  const cited = [...(claims?.citations ?? []), ...(reviewer?.citations ?? [])];
  return matchFindings(cited, ({ guideline, topics }: Citation) =>
    [
      ...(guideline?.value === sourcePlaceholders.guideline ? [guideline] : []),
      ...topics.filter(({ value }) => emptyTopics.includes(value)),
    ].map(({ span, value }) => blank(span, value)),
  );
}

const fields = Object.keys(caseDetails) as readonly FrontMatterField[];

const lacksValue = (frontMatter: FrontMatter): boolean =>
  fields.some((field) => frontMatter[field]?.text === "");

const sentences = new Set<string>(Object.values(sentencePlaceholders));
const longestSentence = Math.max(...[...sentences].map((words) => words.length));

/** Of an outline that says nothing yet of this employee, `rationale/no-findings` tells. */
function unfilledSentences(letter: Letter, issue: Issue, knowledge: Knowledge): readonly Finding[] {
  if (!elementsOf(letter, issue, knowledge)?.tiesToEmployee) return [];
  return matchFindings(issue.rationale?.sentences ?? [], (span) => {
    // Letters may be double-spaced; nearly all sentences are longer than that.
    if (span.end - span.start > 2 * longestSentence) return [];
    const words = flatten(letter.text, span).text;
    return sentences.has(words) ? [blank(span, words)] : [];
  });
}

const blank = ({ start, end }: Span, words: string): Finding =>
  createFinding({ start, end }, `“${words}” is a placeholder. Fill it in.`);
