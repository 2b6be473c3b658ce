import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Letter } from "../../letter/types.ts";
import { type GuidelineLocation, guidelineLocation } from "../guidelines/guidelineLocation.ts";
import { citedAt } from "./hover.ts";

/** The location that the words at `offset` cite, and the span of those words. Undefined if they cite nothing. */
export function citedPlaceAt(
  letter: Letter,
  knowledge: Knowledge,
  offset: number,
): { readonly origin: Span; readonly place: GuidelineLocation } | undefined {
  const hover = citedAt(letter, knowledge, offset);
  const place = hover && guidelineLocation(hover.content);
  return hover && place && { origin: { start: hover.start, end: hover.end }, place };
}
