/** Finds what the user's drug lists say of a drug. */
import type { FormularyRow } from "./data.ts";
import type { Drug, FormularyEntry, ListedDrug } from "./types.ts";

/** What the lists say, by the drug's generic name. Entries whose drug isn't known are left out. */
export function listedDrugs(
  rows: readonly FormularyRow[],
  drugNamed: (name: string) => Drug | undefined,
): ReadonlyMap<string, readonly ListedDrug[]> {
  const found = new Map<string, (ListedDrug & { readonly entries: FormularyEntry[] })[]>();
  for (const { from, date, ...entry } of rows) {
    const drug = drugOf(entry, drugNamed);
    if (!drug) continue;
    const lists = found.get(drug.generic) ?? [];
    found.set(drug.generic, lists);
    const list = lists.find((one) => one.list === from && one.date === date);
    if (list) list.entries.push(entry);
    else lists.push({ list: from, date, entries: [entry] });
  }
  for (const lists of found.values()) lists.sort((a, b) => compare(b.date ?? "", a.date ?? ""));
  return found;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The drug that an entry is about: the one of its form, if there is one ("diclofenac" as a "gel"), or else that of its
 * ingredient or, if that isn't known, of its brand.
 */
export function drugOf(
  { ingredient, brand, form }: FormularyEntry,
  drugNamed: (name: string) => Drug | undefined,
): Drug | undefined {
  for (const name of [ingredient, brand]) {
    if (name === undefined) continue;
    const names = [name, withoutSalts(name)];
    const forms = form === undefined ? [] : formsIn(form);
    for (const one of [...names.flatMap((name) => forms.map((form) => `${name} ${form}`)), ...names]) {
      const drug = drugNamed(one);
      if (drug) return drug;
    }
  }
  return undefined;
}

const salts =
  /[ ,]{1,3}(?:hcl|hydrochloride|hydrobromide|sodium|potassium|sulfate|citrate|tartrate|succinate|maleate|bitartrate|besylate|mesylate|fumarate|phosphate|acetate|magnesium|calcium)\b/gi;

/** "Cyclobenzaprine HCl" → "Cyclobenzaprine", "Hydrocodone Bitartrate and Acetaminophen" → "Hydrocodone/Acetaminophen". */
const withoutSalts = (name: string): string =>
  name
    .replace(salts, "")
    .replace(/ ?(?:\/|;|,|\band\b|\bwith\b) ?/gi, "/")
    .trim();

/** The form as the names of drugs have it: "Tablet, Extended Release" → "er"; "Patches" → "patch". */
function formsIn(form: string): readonly string[] {
  if (/\b(?:er|xr|sr|cr|la|xl)\b|\b(?:extended|sustained|controlled)[- ]release\b/i.test(form)) return ["er"];
  return form
    .toLowerCase()
    .split(/[^a-z]+/)
    .flatMap((word) => [word, word.replace(/(?:es|s)$/, "")])
    .filter((word) => word !== "");
}
