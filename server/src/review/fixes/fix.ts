/** Edits that fix a finding. */
import type { Edit } from "../../base/edits.ts";
import type { Span } from "../../base/span.ts";

export type Applicability = "safe" | "confirm" | "alternative" | "placeholders";

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /**
   * How safely it can be applied:
   *
   * - `safe`: the only right answer; "fix all" applies it
   * - `confirm`: the only right answer, but the writer has to confirm it; never applied on save
   * - `alternative`: one of several right answers
   * - `placeholders`: a template for what is missing; `${1:words}` in the edits are tab stops
   */
  readonly applicability: Applicability;
}

export function replacement(
  title: string,
  span: Span,
  text: string,
  applicability: Applicability = "safe",
): Fix {
  return { title, applicability, edits: [{ start: span.start, end: span.end, text }] };
}

export function insertion(
  title: string,
  at: number,
  text: string,
  applicability: Applicability = "placeholders",
): Fix {
  return { title, applicability, edits: [{ start: at, end: at, text }] };
}
