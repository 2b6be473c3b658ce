import type { Span } from "../base/span.ts";
import type { Letter } from "../letter/types.ts";

/** The narratives of a letter: its case summary and its rationales. */
export const narratives = ({ summary, issues }: Letter): readonly Span[] =>
  [summary?.narrative, ...issues.map((issue) => issue.rationale?.body)].filter((span) => span !== undefined);
