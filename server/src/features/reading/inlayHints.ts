/** Inlay hints: what a rationale is missing, and what a brand, chapter, or page is. */

import type { Span } from "../../base/span.ts";
import { touches, touchesSpan } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import { drugHints, summaryDrugHints } from "./inlayHints/drugs.ts";
import { guidelineHints } from "./inlayHints/guidelines.ts";
import type { Hint, HintKind } from "./inlayHints/hint.ts";
import { missingHint } from "./inlayHints/missing.ts";
import { hintsWithRoom } from "./inlayHints/room.ts";
import { topicHints } from "./inlayHints/topics.ts";

type HintProvider = (letter: Letter, issue: Issue, knowledge: Knowledge) => readonly Hint[];

/** The most useful first: if two hints have the same position, only the first is shown. */
const providers: readonly (readonly [HintKind, HintProvider])[] = [
  ["missing", missingHint],
  ["topics", topicHints],
  ["guidelines", guidelineHints],
  ["drugs", drugHints],
];

/** The hints of the kinds `shown` that are `within` a span, in order, at most one per position. */
export function inlayHints(
  letter: Letter,
  knowledge: Knowledge,
  shown: Readonly<Record<HintKind, boolean>>,
  within: Span,
): readonly Hint[] {
  const hints = lettersIn(letter)
    .filter((one) => touchesSpan(one.span, within))
    .flatMap((one) => [
      ...(shown.drugs && one.summary && touchesSpan(one.summary.narrative, within)
        ? summaryDrugHints(one, knowledge)
        : []),
      ...one.issues
        .filter((issue) => touchesSpan(issue.span, within))
        .flatMap((issue) =>
          providers.flatMap(([kind, provide]) => (shown[kind] ? provide(one, issue, knowledge) : [])),
        ),
    ])
    .filter(({ at }) => touches(within, at))
    .sort((a, b) => a.at - b.at);
  return hintsWithRoom(
    letter,
    hints.filter((hint, index) => hint.at !== hints[index - 1]?.at),
  );
}
