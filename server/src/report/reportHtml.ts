/** The report's page: one file that loads no others and is readable without its script. */
import { formatNumber } from "../base/formatNumber.ts";
import type { Report } from "../features/workspace/report.ts";
import { formatDate } from "./formatDate.ts";
import { block, escaped, type Html, html, nothing, trusted } from "./html.ts";
import { issueTable } from "./issueTable.ts";
import { createKeys } from "./keys.ts";
import { script, scriptHash, style, styleHash } from "./pageParts.js";
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

const policy = [
  "default-src 'none'",
  `style-src '${styleHash}'`,
  `script-src '${scriptHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

export function reportHtml(report: Report, page: ReportPage): string {
  const body = block("body", {}, header(page), contents(report), main(report), footer(page));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${escaped(page.program)}">
<title>${escaped(`IMR letters: ${page.title}`)}</title>
<style>${trusted(style).html}</style>
<script>${trusted(script).html}</script>
</head>
${body.html}
</html>
`;
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

function contents({ issues, rules, missing }: Report): Html {
  if (issues.length === 0) return nothing;
  const list = block(
    "ul",
    {},
    html`<li><a href="#decisions">Decisions</a></li>`,
    missing.length > 0 ? html`<li><a href="#missing">Missing from issues</a></li>` : nothing,
    rules.length > 0 ? html`<li><a href="#problems">Problems by rule</a></li>` : nothing,
    html`<li><a href="#issues">All issues</a></li>`,
  );
  return block("nav", { "aria-label": "Contents" }, list);
}

function main(report: Report): Html {
  const keys = createKeys();
  // These come first, because the rows of the issues list only the keys of groups that are shown.
  const counts = [
    summary(report),
    decisionTables(report, keys),
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
    figure("Letters", letters.length),
    figure("Issues", issues),
    figure("Upheld", upheld, issues),
    figure("Overturned", overturned, issues),
    other > 0 ? figure("Other decision", other, issues) : nothing,
    none > 0 ? figure("No decision", none, issues) : nothing,
    figure("Letters with problems", lettersWithFindings, letters.length),
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
