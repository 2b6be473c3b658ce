/** Finds the drug that a quantity belongs to. */
import { flatten } from "../../base/flatText.ts";
import { inside, lastStartingAtOrBefore, type Span } from "../../base/span.ts";
import type { Drug } from "../../knowledge/types.ts";

export interface NamedDrug extends Span {
  readonly drug: Drug;
}

/** The drug of a quantity: "60 tablets *of Flexeril*", or else the last drug before it. Either is within the bounds. */
export function ownerOf(
  text: string,
  one: Span,
  drugs: readonly NamedDrug[],
  bounds: Span,
): NamedDrug | undefined {
  const at = lastStartingAtOrBefore(drugs, one.start);
  const [before, after] = [drugs[at], drugs[at + 1]].map((drug) =>
    drug && inside(drug, bounds) ? drug : undefined,
  );
  const near = after && after.start - one.end <= 80;
  const between = near ? ` ${flatten(text, { start: one.end, end: after.start }).text} ` : "-";
  if (/^ (?:[a-z]+ ){0,2}of (?:the |generic |brand )?$/i.test(between)) return after;
  const adjoins = before && /^[\s,(]*$/.test(text.slice(before.end, Math.min(one.start, before.end + 80)));
  return between.trim() === "" && !adjoins ? after : before;
}

export const drugOf = (
  text: string,
  one: Span,
  drugs: readonly NamedDrug[],
  bounds: Span,
): Drug | undefined => ownerOf(text, one, drugs, bounds)?.drug;
