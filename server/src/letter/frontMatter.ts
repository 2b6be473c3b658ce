/** Reads the two-column table at the start of a letter, whatever order its text has in the PDF. */

import { type FlatText, flatten, isLineBreak } from "../base/flatText.ts";
import { matchAll } from "../base/matchAll.ts";
import type { Span } from "../base/span.ts";
import { findDates } from "./dates.ts";
import { frontMatterFields, frontMatterLabel } from "./headingPatterns.ts";
import { impossibleDates } from "./impossibleDates.ts";
import type { DateMention, FieldValue, FrontMatter, FrontMatterField } from "./types.ts";

interface Label {
  readonly field: FrontMatterField;
  readonly at: number;
  readonly end: number;
  /** The first value after it. Labels with the same one are in the same column. */
  readonly next: Value | undefined;
  /** Its own. */
  value: Value | undefined;
}

interface Value {
  readonly at: number;
  readonly end: number;
  readonly kind: "date" | "case" | "priority";
  readonly date: DateMention | undefined;
  readonly since: DateMention | undefined;
}

/** In UTF-16 units. */
const maxFrontMatterLength = 4000;
const otherValues = /\bC ?M ?\d\d ?- ?\d{6,8}\b|\b(?:Standard|Expedited|Regular|Urgent)\b/gi;
const tails = /\bReceived ?:/gi;
/** A date, valid or not: 02/30/2016, 5/13/214. */
const dateLike = /(?<![\d/])\d{1,2}\/\d{1,2}\/\d{1,4}(?![\d/])/g;
/** The words between the first and the last day of a period. */
const rangeWords = /^ ?(?:-|to|thru|through|until) ?$/i;

/** The front matter in the text before the first heading; undefined if that has fewer than two of its labels. */
export function readFrontMatter(text: string, region: Span): FrontMatter | undefined {
  const flat = flatten(text, {
    start: region.start,
    end: Math.min(region.end, region.start + maxFrontMatterLength),
  });
  const values = findValues(flat);
  const labels = matchAll(frontMatterLabel, flat.text).map((m): Label => {
    const field = frontMatterFields.find((_, i) => m[i + 1] !== undefined) as FrontMatterField;
    const next = values.find(({ at }) => at >= m.index);
    return { field, at: m.index, end: m.index + m[0].length, next, value: undefined };
  });
  // "Application" without "Received" is a label only after another label of the table.
  const first = labels.find((l) => l.field !== "applicationReceived");
  if (!first || labels.every((l) => l.field === first.field)) return undefined;
  const table = labels.filter((l) => l.at >= first.at);
  assignValues(text, flat, table, values);

  const fields: Partial<Record<FrontMatterField, FieldValue>> = {};
  let end = first.end;
  for (const label of table) {
    if (fields[label.field]) continue;
    const { value } = label;
    const span = value ? flat.span(value.at, value.end) : flat.span(label.end, label.end);
    const colon = flat.text[label.end - 1] === ":" ? 1 : 0;
    fields[label.field] = {
      label: flat.span(label.at, label.end - colon),
      value: span,
      text: value ? flat.text.slice(value.at, value.end) : "",
      date: value?.date,
      since: value?.since,
    };
    end = Math.max(end, label.end, value?.end ?? 0);
  }
  for (const m of matchAll(tails, flat.text)) {
    if (m.index <= end + 1) end = Math.max(end, m.index + m[0].length);
  }
  const span = { start: flat.span(first.at, first.at + 1).start, end: flat.span(end - 1, end).end };
  return Object.assign(fields, { span });
}

function findValues(flat: FlatText): readonly Value[] {
  const dated = findDates(flat);
  const values: Value[] = [];
  for (const { at, end, span, year, month, day } of dated.dates) {
    const date = { span, year, month, day };
    const before = values.at(-1);
    // The date of a cumulative trauma is a period, and the day of the injury is its last.
    const isRange = before?.date && !before.since && rangeWords.test(flat.text.slice(before.end, at));
    if (isRange) values[values.length - 1] = { ...before, end, date, since: before.date };
    else values.push({ at, end, kind: "date", date, since: undefined });
  }
  const isFree = (start: number, end: number) => !values.some((v) => v.at < end && start < v.end);
  const invalid = [...impossibleDates(dated), ...matchAll(dateLike, flat.text).map(spanOf)];
  for (const { start, end } of invalid) {
    if (isFree(start, end)) values.push({ at: start, end, kind: "date", date: undefined, since: undefined });
  }
  for (const m of matchAll(otherValues, flat.text)) {
    const kind = /^C/i.test(m[0]) ? "case" : "priority";
    const { start, end } = spanOf(m);
    values.push({ at: start, end, kind, date: undefined, since: undefined });
  }
  return values.sort((a, b) => a.at - b.at);
}

const spanOf = ({ index, 0: all }: RegExpExecArray): Span => ({ start: index, end: index + all.length });

/**
 * A value belongs to the label before it on its line. If the PDF's columns come one after the other, it belongs to the first
 * label of its kind in its column that has no value yet, or else to the first such label anywhere.
 */
function assignValues(
  text: string,
  flat: FlatText,
  labels: readonly Label[],
  values: readonly Value[],
): void {
  for (const value of values) {
    let first: Label | undefined;
    let nearest: Label | undefined;
    for (const label of labels) {
      if (label.end > value.at) break;
      if (label.value || kindOf(label.field) !== value.kind) continue;
      if (!nearest || nearest.next !== label.next) first = label;
      nearest = label;
    }
    if (!first || !nearest) continue;
    const isOnNearestLine = () =>
      sameLine(text, flat.span(nearest.end - 1, nearest.end).end, flat.span(value.at, value.end).start);
    const label = first === nearest || isOnNearestLine() ? nearest : first;
    label.value = value;
  }
}

function kindOf(field: FrontMatterField): Value["kind"] {
  if (field === "caseNumber") return "case";
  return field === "priority" ? "priority" : "date";
}

function sameLine(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isLineBreak(text.charCodeAt(i))) return false;
  return true;
}
