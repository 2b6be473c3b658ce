/** Checks copies of guidelines, whose files anyone may have changed. */
import type { CopyHeading, GuidelineCopy } from "./types.ts";

export function isCopy(value: unknown): value is GuidelineCopy {
  const { pages, headings = [], own } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    hasStrings(value, "guideline", "source", "imported") &&
    Array.isArray(pages) &&
    pages.every((page) => hasStrings(page, "text") && hasNumbers(page, "page")) &&
    Array.isArray(headings) &&
    headings.every(isHeading) &&
    (own === undefined || isOwnGuideline(own))
  );
}

export const isHeading = (value: unknown): value is CopyHeading =>
  hasStrings(value, "title") && hasNumbers(value, "page", "level");

const day = /^\d{4}-\d{2}-\d{2}$/;

function isOwnGuideline(value: unknown): boolean {
  const { year, kind, from, until } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const isDay = (given: unknown): boolean =>
    given === undefined || (typeof given === "string" && day.test(given));
  return (
    hasStrings(value, "name") &&
    (year === undefined || typeof year === "number") &&
    (kind === undefined || kind === "mtus" || kind === "other") &&
    isDay(from) &&
    isDay(until)
  );
}

export const hasStrings = (value: unknown, ...names: readonly string[]): boolean =>
  hasAll(value, "string", names);

const hasNumbers = (value: unknown, ...names: readonly string[]): boolean => hasAll(value, "number", names);

const hasAll = (value: unknown, type: string, names: readonly string[]): boolean =>
  typeof value === "object" &&
  value !== null &&
  names.every((name) => typeof (value as Readonly<Record<string, unknown>>)[name] === type);
