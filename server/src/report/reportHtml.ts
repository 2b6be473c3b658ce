/** The report's page. */
import { formatNumber } from "../base/formatNumber.ts";
import type { Report } from "../features/workspace/report.ts";
import { daysTable, sharedCaseNumberTable } from "./caseTables.ts";
import { formatDate } from "./formatDate.ts";
import { block, type Html, html, nothing } from "./html.ts";
import { htmlPage } from "./htmlPage.ts";
import { issuesHeading, issueTable } from "./issueTable.ts";
import { createKeys } from "./keys.ts";
import { decisionTables, elementTable, ruleTable, share } from "./tables.ts";

export interface ReportPage {
  /** The name of the folder or workspace. */
  readonly title: string;
  /** The date when it was created: "2026-11-28". */
  readonly made: string;
  /** Name and version: "IMR Letters 1.0.0". */
  readonly program: string;
  /** Sentences about what wasn't read: "2 files couldn't be read." */
  readonly notes?: readonly string[];
}

export function reportHtml(report: Report, page: ReportPage): string {
  const body = block("body", {}, header(page), contents(report), main(report), footer(page));
  return htmlPage(`IMR letters: ${page.title}`, page.program, body);
}

const header = ({ title, made, program, notes = [] }: ReportPage): Html =>
  block(
    "header",
    {},
    html`<h1>Report on IMR letters</h1>`,
    html`<p class="subject"><bdi>${title}</bdi></p>`,
    html`<p class="secondary">Created on ${formatDate(made)} with ${program}. This report contains case information. Store it as securely as the letters.</p>`,
    ...notes.map((note) => html`<p class="note">${note}</p>`),
  );

function contents(report: Report): Html {
  const { issues, rules, missing, daysBetween, sharedCases } = report;
  if (issues.length === 0) return nothing;
  const list = block(
    "ul",
    {},
    html`<li><a href="#decisions">Decisions</a></li>`,
    daysBetween.length > 0 ? html`<li><a href="#days">Days between dates</a></li>` : nothing,
    sharedCases.count > 0 ? html`<li><a href="#same-case">Case numbers in several files</a></li>` : nothing,
    missing.length > 0 ? html`<li><a href="#missing">Missing from issues</a></li>` : nothing,
    rules.length > 0 ? html`<li><a href="#problems">Problems by rule</a></li>` : nothing,
    html`<li><a href="#issues">${issuesHeading(report)}</a></li>`,
  );
  return block("nav", { "aria-label": "Contents" }, list);
}

function main(report: Report): Html {
  const keys = createKeys();
  // These come first, because the rows of the issues list only the keys of groups that are shown.
  const counts = [
    summary(report),
    decisionTables(report, keys),
    daysTable(report),
    sharedCaseNumberTable(report),
    elementTable(report, keys),
    ruleTable(report, keys),
  ];
  return block("main", {}, ...counts, issueTable(report, keys));
}

function summary({ totals, letters, lettersWithoutIssue, lettersWithFindings }: Report): Html {
  const { issues, upheld, overturned, other, none } = totals;
  const figures = block(
    "dl",
    { class: "figures" },
    figure("Letters", letters),
    figure("Issues", issues),
    figure("Upheld", upheld, issues),
    figure("Overturned", overturned, issues),
    other > 0 ? figure("Other decision", other, issues) : nothing,
    none > 0 ? figure("No decision", none, issues) : nothing,
    figure("Letters with problems", lettersWithFindings, letters),
    lettersWithoutIssue > 0 ? figure("Letters without issues", lettersWithoutIssue) : nothing,
  );
  return block("section", { "aria-labelledby": "summary" }, html`<h2 id="summary">In short</h2>`, figures);
}

function figure(label: string, count: number, of?: number): Html {
  const ofAll = of === undefined ? nothing : html` <span class="secondary">${share(count, of)}</span>`;
  return html`<div><dt>${label}</dt><dd>${formatNumber(count)}${ofAll}</dd></div>`;
}

const footer = ({ program }: ReportPage): Html =>
  block(
    "footer",
    {},
    html`<p class="secondary">${program} read these letters on this computer and sent nothing. It doesn't judge medicine or law. Treat each count as something to look into.</p>`,
  );
