/** All words for the attributes of treatments, and how wide each value is. */
import type { TreatmentAttribute } from "./attribute.ts";
import { detailTerms } from "./details.ts";
import { kindTerms } from "./kinds.ts";
import { placeTerms } from "./places.ts";
import type { Term } from "./term.ts";

export const vocabulary: readonly Term[] = [...kindTerms, ...placeTerms, ...detailTerms];

const widerOf = new Map<string, ReadonlySet<string>>();
for (const { attribute, value, of } of vocabulary) {
  const key = `${attribute} ${value}`;
  widerOf.set(key, new Set([...(widerOf.get(key) ?? []), ...of]));
}

const isWider = (attribute: TreatmentAttribute, value: string, wide: string): boolean => {
  const wider = widerOf.get(`${attribute} ${value}`);
  if (wider === undefined) return false;
  if (wider.has(wide)) return true;
  for (const each of wider) if (each !== value && isWider(attribute, each, wide)) return true;
  return false;
};

/** Whether the values are the same, or one of them is a wider word for the other. */
export const compatible = (attribute: TreatmentAttribute, a: string, b: string): boolean =>
  a === b || isWider(attribute, a, b) || isWider(attribute, b, a);
