/** Reads the case details of letters of 2013, which have lines with labels, and say the rest in a sentence. */
import type { FlatText } from "../../base/flatText.ts";
import type { Span } from "../../base/span.ts";
import { findDates } from "../dates.ts";
import type { FieldValue, FrontMatter, FrontMatterField } from "../types.ts";

/** What comes before each value. Of several for a field, the first that is there counts. */
const labels: readonly (readonly [FrontMatterField, RegExp])[] = [
  ["decisionDate", /\bDated ?: ?/i],
  ["dateOfInjury", /\bDate of Injury ?: ?/i],
  ["urDenialDate", /\b(?:Date of UR Decision|UR Decision Date|UR Denial Date) ?: ?/i],
  ["applicationReceived", /\b(?:IMR )?Application Received ?: ?/i],
  ["dateAssigned", /\bDate Assigned ?: ?/i],
  ["applicationReceived", /\bapplication for Independent Medical Review was (?:filed|received) on /i],
  [
    "urDenialDate",
    /\bdisputing the Utilization Review (?:Denial|Modification|Determination|Decision)(?:\/\w+)? dated /i,
  ],
  [
    "dateAssigned",
    /\bNotice of Assignment and Request for Information was (?:provided|sent|mailed) to [^.\d]{1,60} on /i,
  ],
];
const caseNumber = /\b(?:MAXIMUS |IMR )?Case Number ?: ?(C ?M ?\d\d ?- ?\d{6,8})\b/i;

/** In UTF-16 units: they're at the start of the letter. */
const longestStart = 12_000;

/** The details in the flat text of a letter; undefined if there are none. */
export function readCaseDetails(flat: FlatText): FrontMatter | undefined {
  const start = flat.text.slice(0, longestStart);
  const { dates } = findDates({ text: start, span: flat.span });
  const fields: Partial<Record<FrontMatterField, FieldValue>> = {};
  for (const [field, label] of labels) {
    const m = fields[field] ? null : label.exec(start);
    const at = m ? m.index + m[0].length : 0;
    const date = m && dates.find((one) => one.at === at);
    if (!date) continue;
    const { span, year, month, day, end } = date;
    fields[field] = {
      label: labelSpan(flat, m.index, m[0]),
      value: flat.span(at, end),
      text: start.slice(at, end),
      date: { span, year, month, day },
      since: undefined,
    };
  }
  const number = caseNumber.exec(start);
  if (number?.[1]) {
    const at = number.index + number[0].length - number[1].length;
    fields.caseNumber = {
      label: labelSpan(flat, number.index, number[0].slice(0, -number[1].length)),
      value: flat.span(at, at + number[1].length),
      text: number[1],
      date: undefined,
      since: undefined,
    };
  }
  const [first] = Object.values(fields).sort((a, b) => a.label.start - b.label.start);
  return first && Object.assign(fields, { span: { start: first.label.start, end: first.value.end } });
}

/** Without the colon. */
const labelSpan = (flat: FlatText, at: number, label: string): Span =>
  flat.span(at, at + label.replace(/ ?:? ?$/, "").length);
