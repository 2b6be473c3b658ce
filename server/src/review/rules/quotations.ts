/** Quotations that are opened but not closed. */
import { flatten } from "../../base/flatText.ts";
import type { Span } from "../../base/span.ts";
import type { Letter } from "../../letter/types.ts";
import { insertion } from "../fixes/fix.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings } from "./finding.ts";

export function unclosedQuotations(letter: Letter): readonly Finding[] {
  return matchFindings(letter.issues, ({ rationale }) => {
    if (!rationale) return [];
    const flat = flatten(letter.text, rationale.body);
    const open = leftOpen(flat.text);
    if (open === undefined) return [];
    const mark = flat.span(open, open + 1);
    const end = sentenceEnd(rationale.sentences, mark.start);
    const close = insertion("Close the quotation at the end of its sentence", end, '"', "safe");
    return [createFinding(mark, "The quotation that starts here isn't closed.", [], [close])];
  });
}

/**
 * The offset where the unclosed quotation opens. Straight quotation marks don't show which side they are on: if their
 * number is odd, the one that another opening mark follows was left open, or else the last one.
 */
function leftOpen(flat: string): number | undefined {
  let open: number | undefined;
  let reopened: number | undefined;
  for (let index = flat.indexOf('"'); index >= 0; index = flat.indexOf('"', index + 1)) {
    const inches = open === undefined && /\d/.test(flat[index - 1] ?? "");
    if (inches) continue;
    const opens =
      /^[ (]?$/.test(flat.slice(Math.max(0, index - 1), index)) && /[^ .,;)]/.test(flat[index + 1] ?? " ");
    if (open !== undefined && opens) reopened ??= open;
    open = open === undefined ? index : undefined;
  }
  return open === undefined ? undefined : (reopened ?? open);
}

function sentenceEnd(sentences: readonly Span[], at: number): number {
  return sentences.find((sentence) => sentence.end > at)?.end ?? at + 1;
}
