/** Texts about a drug, the same wherever it is shown. */
import type { Drug, FormularyEntry, ListedDrug } from "../../knowledge/types.ts";

/** Whether the FDA's list of approved drugs has the brand, as a sentence. */
export function brandConfidence({ fdaBrands = [], brands, from }: Drug, brand: string): string {
  const isBrand = (one: string): boolean => one.toLowerCase() === brand.toLowerCase();
  if (fdaBrands.some(isBrand)) return "Brand and ingredients as in the FDA's list of approved drugs.";
  if (from !== undefined && brands.some(isBrand)) return `Brand as in your pack “${from}”.`;
  return "Brand not confirmed: the FDA's list of approved drugs doesn't have it.";
}

/** Maximum number of a list's lines about one drug; the rest are counted. */
const maxEntries = 6;

/** What a drug list of the user says: a sentence or, if it differs between strengths or forms, a line for each. */
export function listedLines({ list, date, entries }: ListedDrug): readonly string[] {
  const source = `your drug list “${list}”${date === undefined ? "" : ` of ${date}`}`;
  const [first = "", ...others] = new Set(entries.map(statusOf));
  const shown = entries.slice(0, maxEntries);
  const more = entries.length - shown.length;
  if (others.length === 0) {
    const variants = [...new Set(shown.map(variantOf))].filter((words) => words !== "");
    if (more > 0) variants.push(`and ${more} more`);
    return [`${capitalized(first)} in ${source}${variants.length > 0 ? ` (${variants.join("; ")})` : ""}.`];
  }
  return [
    `In ${source}:`,
    ...shown.map(
      (entry) => `${[nameOf(entry), variantOf(entry)].filter(Boolean).join(", ")}: ${statusOf(entry)}`,
    ),
    ...(more > 0 ? [`… and ${more} more ${more === 1 ? "line" : "lines"}`] : []),
  ];
}

/** The same in short, for tables: "MTUS drug list of 2026-03-01: exempt". If it differs, one for each strength or form. */
export function listedStatuses({ list, date, entries }: ListedDrug): readonly string[] {
  const source = `${list}${date === undefined ? "" : ` of ${date}`}`;
  const statuses = new Set(entries.map(statusOf));
  const words = entries.map((entry) => {
    const variant = statuses.size > 1 ? [nameOf(entry), variantOf(entry)].filter(Boolean).join(", ") : "";
    return `${source}: ${statusOf(entry)}${variant === "" ? "" : ` (${variant})`}`;
  });
  return [...new Set(words)];
}

/** "non-exempt, special fill (4 days)" */
function statusOf({ status, specialFill, perioperativeFill }: FormularyEntry): string {
  const fill = (what: string, value: string | undefined): string | undefined =>
    value === undefined || value.toLowerCase() === "yes" ? value && what : `${what} (${value})`;
  return [status, fill("special fill", specialFill), fill("perioperative fill", perioperativeFill)]
    .filter((words) => words !== undefined)
    .join(", ");
}

const nameOf = ({ ingredient, brand }: FormularyEntry): string => ingredient ?? brand ?? "";

/** "tablet, 7.5 mg" */
const variantOf = ({ form, strength }: FormularyEntry): string =>
  [form, strength].filter((word) => word !== undefined).join(", ");

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
