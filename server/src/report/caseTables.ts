/** What the report says about cases: the days between their dates, and case numbers that several files have. */
import { formatNumber } from "../base/formatNumber.ts";
import type { Report } from "../features/workspace/report.ts";
import type { SharedCaseNumber } from "../features/workspace/reportCases.ts";
import type { DaysBetween } from "../features/workspace/reportDays.ts";
import { block, type Html, html, nothing } from "./html.ts";
import { linkToLetter } from "./issueTable.ts";
import { scrolling, table } from "./table.ts";

const intervals: Readonly<Record<DaysBetween["between"], string>> = {
  injuryToDenial: "Injury to utilization review denial",
  denialToApplication: "Denial to receipt of the application",
  applicationToDecision: "Receipt of the application to decision",
};

export function daysTable({ daysBetween }: Report): Html {
  if (daysBetween.length === 0) return nothing;
  const days = table({
    attributes: { class: "counts" },
    caption: "In days; a letter counts if it states both dates, and nothing in it contradicts them",
    columns: [
      { heading: "Between", cell: ({ between }) => intervals[between] },
      { heading: "Letters", isNumber: true, cell: ({ letters }) => formatNumber(letters) },
      { heading: "Shortest", isNumber: true, cell: ({ shortest }) => formatNumber(shortest) },
      { heading: "Median", isNumber: true, cell: ({ median }) => formatNumber(median) },
      { heading: "Longest", isNumber: true, cell: ({ longest }) => formatNumber(longest) },
    ],
    rows: daysBetween,
  });
  return block(
    "section",
    { "aria-labelledby": "days" },
    html`<h2 id="days">Days between dates</h2>`,
    scrolling("days", days),
  );
}

export function sharedCaseNumberTable({ sharedCases: { count, listed } }: Report): Html {
  if (count === 0) return nothing;
  const others =
    listed.length < count
      ? `; these are ${formatNumber(listed.length)} of ${formatNumber(count)} case numbers`
      : "";
  const cases = table({
    attributes: { class: "counts" },
    caption: `A document and its text are one letter; all other files count, even if they have the same case number${others}`,
    columns: [
      { heading: "Case", cell: ({ caseNumber }) => caseNumber },
      { heading: "Files", cell: filesOf },
    ],
    rows: listed,
  });
  return block(
    "section",
    { "aria-labelledby": "same-case" },
    html`<h2 id="same-case">Case numbers in several files</h2>`,
    scrolling("same-case", cases),
  );
}

function filesOf({ files, count }: SharedCaseNumber): Html {
  const links = files.map((file, at) => html`${at > 0 ? ", " : ""}${linkToLetter(file, file.name)}`);
  return html`${links}${files.length < count ? `, and ${formatNumber(count - files.length)} more` : ""}`;
}
