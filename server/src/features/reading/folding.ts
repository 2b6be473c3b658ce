import { lettersIn } from "../../letter/letters.ts";
import type { Letter } from "../../letter/types.ts";
import type { Fold } from "../types.ts";

/** What folds: front matter, sections, issues, and the parts of an issue. Outer folds come first. */
export function folds(letter: Letter): readonly Fold[] {
  return lettersIn(letter).flatMap((one) =>
    [
      ...one.sections,
      ...one.issues.flatMap((issue) => [issue, issue.claims, issue.reviewer, issue.rationale]),
    ]
      .filter((piece) => piece !== undefined)
      .map((piece) => piece.span)
      .filter((span) => /[\r\n]/.test(one.text.slice(span.start, span.end)))
      .sort((a, b) => a.start - b.start || b.end - a.end),
  );
}
