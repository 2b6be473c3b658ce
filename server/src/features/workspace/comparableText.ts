/** Formats an issue for a comparison with another one: without page breaks, and with one sentence per line. */

import { reliedOn } from "../../analysis/citedGuidelines.ts";
import { oneLine } from "../../base/flatText.ts";
import { issueAt, letterAt } from "../../letter/issueAt.ts";
import type { Issue, Letter, Part } from "../../letter/types.ts";
import { decisionWord } from "../reading/outline.ts";

export interface ComparableIssue {
  /** "CM16-0001234, Flexeril 7.5mg #90". */
  readonly name: string;
  /** Lines, each of which ends with "\n". */
  readonly text: string;
}

/** The issue at `offset`; undefined if there is none. */
export function issueTextAt(letter: Letter, offset: number): ComparableIssue | undefined {
  const one = letterAt(letter, offset);
  const issue = one && issueAt(one, offset);
  if (one === undefined || issue === undefined) return undefined;
  const treatment = issue.heading.treatment || `Issue ${issue.index + 1}`;
  const caseNumber = one.frontMatter?.caseNumber?.text;
  const lines = [
    `${treatment}: ${decisionWord(issue) ?? "no decision"}`,
    ...partLines(one, issue.claims, reliedOn(one.text, issue.claims)),
    ...partLines(one, issue.reviewer, reliedOn(one.text, issue.reviewer)),
    ...partLines(one, issue.rationale, sentences(one, issue)),
  ];
  return {
    name: caseNumber ? `${caseNumber}, ${treatment}` : treatment,
    text: lines.map((line) => `${line}\n`).join(""),
  };
}

const partLines = ({ text }: Letter, part: Part | undefined, lines: readonly string[]): readonly string[] =>
  part ? ["", oneLine(text, part.label), ...lines] : [];

const sentences = ({ text }: Letter, { rationale }: Issue): readonly string[] =>
  (rationale?.sentences ?? []).map((sentence) => oneLine(text, sentence)).filter((line) => line !== "");
