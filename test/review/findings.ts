/**
 * The one place where the tests of the rules touch the review.
 *
 * A fixture is a letter with marks: `[[…]]` round the words where a finding has to be, `{{…}}` round the words that it
 * points to. Each fixture is tried with each kind of line end.
 */
import { expect } from "vitest";
import { parse } from "../../server/src/letter/parse.ts";
import type { Letter, Span } from "../../server/src/letter/types.ts";
import { review } from "../../server/src/review/review.ts";
import type { ReviewedFinding, ReviewOptions } from "../../server/src/review/types.ts";
import { unmark } from "../fixture/marks.ts";
import { knowledge } from "./knowledge.ts";

/** All findings on a text. A rule that throws fails the test. */
export function findingsIn(text: string, options: Partial<ReviewOptions> = {}): readonly ReviewedFinding[] {
  return findingsOf(parse(text), options);
}

export function findingsOf(letter: Letter, options: Partial<ReviewOptions> = {}): readonly ReviewedFinding[] {
  const onRuleError = (rule: string, error: unknown) => {
    throw new Error(`${rule} failed`, { cause: error });
  };
  return review(letter, knowledge, { severities: {}, onRuleError, ...options });
}

/** What a finding says, and what it says of the place that it points to. */
export type Expected = string | { readonly message: string; readonly related: string };

/** The letter has exactly these findings, at its `[[…]]`, all of that rule. */
export function expectFindings(rule: string, marked: string, ...expected: readonly Expected[]): void {
  for (const lineEnd of ["\n", "\r\n", "\r"]) {
    const { text, spans, related } = unmark(marked.replaceAll("\n", lineEnd));
    expect(spans.length, "as many [[…]] as messages").toBe(expected.length);
    let pointed = 0;
    const wanted = expected.map((each, i) => ({
      rule,
      at: shown(text, spans[i] as Span),
      message: typeof each === "string" ? each : each.message,
      related:
        typeof each === "string"
          ? []
          : [{ at: shown(text, related[pointed++] as Span), message: each.related }],
    }));
    const found = findingsIn(text).map((f) => ({
      rule: f.rule,
      at: shown(text, f),
      message: f.message,
      related: f.related.map((r) => ({ at: shown(text, r), message: r.message })),
    }));
    expect(found).toEqual(wanted);
  }
}

/** The letter has no finding of any rule. */
export function expectNothing(text: string): void {
  expectFindings("", text);
}

/** A place a person can read: its line and its words. */
function shown(text: string, { start, end }: Span): string {
  const line = (text.slice(0, start).match(/\r\n|\r|\n/g) ?? []).length + 1;
  const lineStart = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  return `${line}:${start - lineStart + 1} ${JSON.stringify(text.slice(start, end))}`;
}
