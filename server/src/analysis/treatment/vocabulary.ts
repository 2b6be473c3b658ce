/** All words for the attributes of treatments, and how wide each value is. */
import { lazy } from "../../base/memoize.ts";
import type { TreatmentAttribute } from "./attribute.ts";
import { detailTerms } from "./details.ts";
import { kindTerms } from "./kinds.ts";
import { placeTerms } from "./places.ts";
import { isWiderBySuffix } from "./suffixes.ts";
import type { Term } from "./term.ts";

export const vocabulary: readonly Term[] = [...kindTerms, ...placeTerms, ...detailTerms];

/** "Open" means an approach only before a procedure, so it has no row. */
const openApproach: readonly [string, ReadonlySet<string>] = ["approach open", new Set(["access"])];

/** Built when they are first needed, so the server starts fast. */
const widerOf = lazy(() => {
  const direct = new Map<string, ReadonlySet<string>>([openApproach]);
  for (const { attribute, value, of } of vocabulary) {
    const key = `${attribute} ${value}`;
    direct.set(key, new Set([...(direct.get(key) ?? []), ...of.filter((wide) => wide !== value)]));
  }
  return direct;
});

/** The wider values of each value, and theirs, by attribute. */
const allWider = lazy(() => {
  const all = new Map<string, Map<string, ReadonlySet<string>>>();
  for (const { attribute, value } of vocabulary) {
    const wider = new Set<string>();
    const collect = (each: string) => {
      for (const wide of widerOf().get(`${attribute} ${each}`) ?? []) {
        if (wide === value || wider.has(wide)) continue;
        wider.add(wide);
        collect(wide);
      }
    };
    collect(value);
    all.set(attribute, (all.get(attribute) ?? new Map()).set(value, wider));
  }
  return all;
});

/** Whether `wide` is a wider word for the value. */
export const isWider = (attribute: TreatmentAttribute, value: string, wide: string): boolean =>
  allWider().get(attribute)?.get(value)?.has(wide) ?? (attribute === "kind" && isWiderBySuffix(value, wide));

/** Whether the values are the same, or one of them is a wider word for the other. */
export const compatible = (attribute: TreatmentAttribute, a: string, b: string): boolean =>
  a === b || isWider(attribute, a, b) || isWider(attribute, b, a);

/** Approaches answer several questions: an epidural may be transforaminal, and guided by ultrasound. */
export function comparable(attribute: TreatmentAttribute, a: string, b: string): boolean {
  if (attribute !== "approach") return true;
  const questionsOf = (value: string) => widerOf().get(`${attribute} ${value}`) ?? new Set();
  return [...questionsOf(a)].some((question) => questionsOf(b).has(question));
}
