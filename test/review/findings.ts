/**
 * How the tests of the rules run the review.
 *
 * A fixture is a letter with marks: `[[…]]` around the words where a finding has to be, `{{…}}` around the words that it
 * points to. Each fixture is tried with each kind of line end.
 */
import { expect } from "vitest";
import type { Span } from "../../server/src/base/span.ts";
import { parse } from "../../server/src/letter/parse.ts";
import type { Letter } from "../../server/src/letter/types.ts";
import { review } from "../../server/src/review/review.ts";
import { maxMessageLength } from "../../server/src/review/rules/finding.ts";
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

/** A finding's message, with that of the place that it points to. */
export type Expected = string | { readonly message: string; readonly related: string };

/**
 * The messages of the findings on a letter, one per line, with those of the places that they point to below. Fails unless
 * all are of that rule, are at the letter's `[[…]]` and `{{…}}` with any line ends, and fit in the Problems view.
 */
export function messagesOf(rule: string, marked: string): string {
  const [messages, ...others] = ["\n", "\r\n", "\r"].map((lineEnd) => {
    const { text, spans, related } = unmark(marked.replaceAll("\n", lineEnd));
    const found = findingsIn(text);
    const shownAt = (places: readonly Span[]) => places.map((place) => shown(text, place));
    expect(found.map((finding) => `${finding.rule} ${shown(text, finding)}`)).toEqual(
      shownAt(spans).map((place) => `${rule} ${place}`),
    );
    expect(shownAt(found.flatMap((finding) => finding.related))).toEqual(shownAt(related));
    expect(found.filter(({ message }) => message.length > maxMessageLength)).toEqual([]);
    return found.map(asLines).join("\n");
  });
  for (const other of others) expect(other).toBe(messages);
  return messages ?? "";
}

const asLines = ({ message, related }: Pick<ReviewedFinding, "message" | "related">): string =>
  [message, ...related.map((place) => `  → ${place.message}`)].join("\n");

/** Expects exactly these findings: for tables of letters whose messages differ. */
export function expectFindings(rule: string, marked: string, ...expected: readonly Expected[]): void {
  const lines = expected.map((one) => (typeof one === "string" ? one : `${one.message}\n  → ${one.related}`));
  expect(messagesOf(rule, marked)).toBe(lines.join("\n"));
}

/** Expects no finding of any rule. */
export function expectNothing(text: string): void {
  expect(messagesOf("", text)).toBe("");
}

/** A readable position: line, column, and words. */
function shown(text: string, { start, end }: Span): string {
  const line = (text.slice(0, start).match(/\r\n|\r|\n/g) ?? []).length + 1;
  const lineStart = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  return `${line}:${start - lineStart + 1} ${JSON.stringify(text.slice(start, end))}`;
}
