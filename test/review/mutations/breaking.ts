/** What operators are made of: edits, mutants, and helpers that find the words to break. */

import { flatten, oneLine } from "../../../server/src/base/flatText.ts";
import type { Span } from "../../../server/src/base/span.ts";
import type { Knowledge } from "../../../server/src/knowledge/types.ts";
import type { DateMention, Issue, Letter, PartKind, Section } from "../../../server/src/letter/types.ts";

export interface Edit extends Span {
  readonly text: string;
}

export interface Mutant {
  readonly edits: readonly Edit[];
  /** The index of the broken issue. Undefined if the letter as a whole is broken. */
  readonly issue: number | undefined;
}

export interface Operator {
  readonly name: string;
  readonly mutants: (letter: Letter, knowledge: Knowledge) => readonly Mutant[];
}

export function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (result, { start, end, text: words }) => result.slice(0, start) + words + result.slice(end),
      text,
    );
}

export const remove = ({ start, end }: Span): Edit => ({ start, end, text: "" });
export const put = ({ start, end }: Span, text: string): Edit => ({ start, end, text });
export const whole = (...edits: readonly Edit[]): Mutant => ({ edits, issue: undefined });
export const at = (issue: Issue, ...edits: readonly Edit[]): Mutant => ({ edits, issue: issue.index });

export const words = (letter: Letter, span: Span) => oneLine(letter.text, span);
export const sectionOf = (letter: Letter, kind: Section["kind"]) =>
  letter.sections.filter((s) => s.kind === kind);

export const perIssue = (
  name: string,
  mutants: (issue: Issue, letter: Letter, knowledge: Knowledge) => readonly Edit[][],
): Operator => ({
  name,
  mutants: (letter, knowledge) =>
    letter.issues.flatMap((issue) => mutants(issue, letter, knowledge).map((edits) => at(issue, ...edits))),
});

export const parts: readonly PartKind[] = ["claims", "reviewer", "rationale"];

/** The first match in the span, as a span of the letter. Uses flat text, so line ends don't matter. */
export function find(
  letter: Letter,
  span: Span,
  form: RegExp,
): { span: Span; match: RegExpExecArray } | undefined {
  const flat = flatten(letter.text, span);
  const match = form.exec(flat.text);
  return match ? { span: flat.span(match.index, match.index + match[0].length), match } : undefined;
}

export function shifted({ year, month, day }: DateMention, years: number): string {
  return `${String(month).padStart(2, "0")}/${String(day ?? 1).padStart(2, "0")}/${year + years}`;
}

export const literal = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"), "i");

export const says = (letter: Letter, span: Span | undefined, text: string) =>
  span !== undefined && oneLine(letter.text, span).toLowerCase().includes(text.toLowerCase());
