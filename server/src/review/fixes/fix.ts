/** Changes that fix a finding. */
import type { Edit } from "../../base/edits.ts";
import type { Span } from "../../base/span.ts";

export type Applicability = "safe" | "confirm" | "alternative" | "placeholders";

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /**
   * How safely it applies:
   *
   * - `safe`: the one right answer; "fix all" applies it
   * - `confirm`: the only answer, which the writer has to confirm: never applied on save
   * - `alternative`: one of several right answers
   * - `placeholders`: what is missing, for the writer to fill in; `${1:words}` in the edits are tab stops
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
