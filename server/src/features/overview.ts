import type { Generation, Letter, Span } from "../letter/types.ts";
import { missingElements } from "../review/missing.ts";
import { lettersIn } from "./letters.ts";
import { decisionWord } from "./outline.ts";

/** What a list of issues shows of one. */
export interface IssueSummary {
  readonly treatment: string;
  /** "Upheld", "Overturned", other words that stand there, or undefined where it is missing. */
  readonly decision: string | undefined;
  readonly missing: readonly string[];
  readonly span: Span;
  readonly heading: Span;
}

export interface Overview {
  readonly generation: Generation | undefined;
  readonly issues: readonly IssueSummary[];
}

/** The issues of all letters in a file, in order, and what each still lacks. */
export function issueOverview(letter: Letter): Overview {
  const issues = lettersIn(letter).flatMap((one) => one.issues);
  return {
    generation: letter.generation,
    issues: issues.map((issue) => ({
      treatment: issue.heading.treatment || `Issue ${issue.index + 1}`,
      decision: decisionWord(issue),
      missing: missingElements(issue),
      span: issue.span,
      heading: issue.heading.span,
    })),
  };
}
