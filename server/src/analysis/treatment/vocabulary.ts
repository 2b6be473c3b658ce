/** All words for the attributes of treatments, and how wide each value is. */
import type { TreatmentAttribute } from "./attribute.ts";
import { detailTerms } from "./details.ts";
import { kindTerms } from "./kinds.ts";
import { placeTerms } from "./places.ts";
import type { Term } from "./term.ts";

export const vocabulary: readonly Term[] = [...kindTerms, ...placeTerms, ...detailTerms];

/** "Open" means an approach only before a procedure. */
const openApproach: readonly [string, ReadonlySet<string>] = ["approach open", new Set(["access"])];

const widerOf = new Map<string, ReadonlySet<string>>([openApproach]);
for (const { attribute, value, of } of vocabulary) {
  const key = `${attribute} ${value}`;
  widerOf.set(key, new Set([...(widerOf.get(key) ?? []), ...of.filter((wide) => wide !== value)]));
}

/** Whether `wide` is a wider word for the value. */
export const isWider = (attribute: TreatmentAttribute, value: string, wide: string): boolean => {
  const wider = widerOf.get(`${attribute} ${value}`);
  if (wider === undefined) return false;
  if (wider.has(wide)) return true;
  for (const each of wider) if (each !== value && isWider(attribute, each, wide)) return true;
  return false;
};

/** Whether the values are the same, or one of them is a wider word for the other. */
export const compatible = (attribute: TreatmentAttribute, a: string, b: string): boolean =>
  a === b || isWider(attribute, a, b) || isWider(attribute, b, a);

/** Approaches answer several questions: an epidural may be transforaminal, and guided by ultrasound. */
export function comparable(attribute: TreatmentAttribute, a: string, b: string): boolean {
  if (attribute !== "approach") return true;
  const questionsOf = (value: string) => widerOf.get(`${attribute} ${value}`) ?? new Set();
  return [...questionsOf(a)].some((question) => questionsOf(b).has(question));
}
