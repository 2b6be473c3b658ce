/** Reads a rationale: its sentences, and the one that concludes. */

import type { FlatText } from "../base/flatText.ts";
import { sentences } from "../base/sentences.ts";
import { readConclusion } from "./conclusion.ts";
import type { Conclusion, Part, RationalePart } from "./types.ts";

/** Reads a rationale. `flat` is the flat view of its body. */
export function readRationale(part: Part & { readonly kind?: string }, flat: FlatText): RationalePart {
  const ranges = sentences(flat.text);
  let firm: Conclusion | undefined;
  let loose: Conclusion | undefined;
  // The last sentence that concludes counts: arguments may come before it, and advice after it.
  for (let i = ranges.length - 1; i >= 0 && !firm; i--) {
    const { start, end } = ranges[i] as { start: number; end: number };
    const found = readConclusion(flat.text.slice(start, end));
    if (!found) continue;
    const conclusion = { span: flat.span(start, end), necessary: found.necessary };
    if (found.firm) firm = conclusion;
    else loose ??= conclusion;
  }
  const { label, body, span } = part;
  return {
    kind: "rationale",
    label,
    body,
    span,
    sentences: ranges.map(({ start, end }) => flat.span(start, end)),
    conclusion: firm ?? loose,
  };
}
