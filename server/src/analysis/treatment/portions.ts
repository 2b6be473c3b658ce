/** Reads how much of a partly authorized request was asked for, and how much was authorized. */
import { flatten } from "../../base/flatText.ts";
import type { Heading } from "../../letter/types.ts";
import { quantitiesOf } from "./quantities.ts";
import type { Quantity } from "./quantity.ts";

export interface Portions {
  readonly asked: Quantity;
  readonly granted: Quantity;
}

/** In sessions or in pieces. Undefined if the heading doesn't give one number of each. */
export function portionsOf(text: string, heading: Heading): Portions | undefined {
  if (!heading.partlyAuthorized) return undefined;
  const flat = flatten(text, heading.request);
  const m = /\b(?:was|were) the original request\b/i.exec(flat.text);
  const authorizedEnd = /\bThe remaining\b|\bleaving\b/i.exec(flat.text)?.index;
  if (!m || authorizedEnd === undefined || authorizedEnd < m.index) return undefined;
  const original = quantitiesOf(flat, 0, m.index);
  const authorized = quantitiesOf(flat, m.index, authorizedEnd);
  for (const attribute of ["sessions", "count"] as const) {
    const asked = onlyOne(original, attribute);
    const granted = onlyOne(authorized, attribute);
    if (asked && granted) return { asked, granted };
  }
  return undefined;
}

/** The one quantity of an attribute, if there is one and it isn't a range. */
export function onlyOne(all: readonly Quantity[], attribute: Quantity["attribute"]): Quantity | undefined {
  const found = all.filter((one) => one.attribute === attribute);
  return found.length === 1 && found[0]?.low === found[0]?.high ? found[0] : undefined;
}
