/** The table of all issues. The page's script sorts and filters its rows. */
import { formatNumber } from "../base/formatNumber.ts";
import {
  listedPerGroup,
  maxListedIssues,
  type Report,
  type ReportedIssue,
} from "../features/workspace/report.ts";
import type { ReportedFile } from "../features/workspace/reportCases.ts";
import {
  classesOf,
  guidelinesOf,
  kindsOf,
  periodsOf,
  specialtiesOf,
  statesOf,
} from "../features/workspace/reportIssue.ts";
import { formatDate } from "./formatDate.ts";
import { block, type Html, html, nothing } from "./html.ts";
import type { Keys } from "./keys.ts";
import { scrolling, table } from "./table.ts";

/** The heading of the section with the table. */
export const issuesHeading = ({ issues, totals }: Report): string =>
  issues.length < totals.issues ? "Issues" : "All issues";

export function issueTable(report: Report, keys: Keys): Html {
  const { issues, trend } = report;
  if (issues.length === 0) return nothing;
  const keysOf = (issue: ReportedIssue): readonly number[] => [
    ...keys.known("class", classesOf(issue)),
    ...keys.known("kind", kindsOf(issue)),
    ...keys.known("guideline", guidelinesOf(issue)),
    ...keys.known("specialty", specialtiesOf(issue)),
    ...keys.known("state", statesOf(issue)),
    ...keys.known("period", periodsOf(issue, trend.unit)),
    ...keys.known("element", issue.missing),
    ...keys.known("rule", issue.letter.rules),
  ];
  const decisions = [...new Set(issues.map(({ decision }) => decision ?? noDecision))].sort();
  const all = table({
    attributes: { id: "all-issues" },
    caption: `${formatNumber(issues.length)} issues, with links to their letters`,
    columns: [
      { heading: "Case", cell: (issue) => linkTo(issue) },
      { heading: "Decided", cell: ({ decisionDate }) => (decisionDate === null ? "" : time(decisionDate)) },
      { heading: "Treatment", cell: ({ treatment }) => treatment },
      { heading: "Class or kind", cell: ({ drugClass, kind }) => drugClass ?? kind ?? "" },
      { heading: "Decision", cell: ({ decision }) => decision ?? noDecision },
      {
        heading: "Appeal until",
        cell: ({ lastDayToAppeal }) => (lastDayToAppeal === null ? "" : time(lastDayToAppeal)),
      },
      { heading: "Missing", cell: ({ missing }) => missing.join(", ") },
    ],
    rows: issues,
    rowAttributes: (issue) => ({ "data-keys": keysOf(issue).join(" ") }),
  });
  return block(
    "section",
    { "aria-labelledby": "issues" },
    html`<h2 id="issues" tabindex="-1">${issuesHeading(report)}</h2>`,
    aboutOthers(report),
    issues.some(({ lastDayToAppeal }) => lastDayToAppeal !== null) ? aboutAppeals : nothing,
    filter(decisions),
    html`<p class="status" role="status"></p>`,
    scrolling("issues", all),
    html`<nav class="pages" aria-label="Pages of the table" hidden>${pageButtons}</nav>`,
  );
}

/** Where issues are that the table doesn't have. */
function aboutOthers({ issues, totals }: Report): Html {
  if (issues.length === totals.issues) return nothing;
  return html`<p class="note">This table has ${formatNumber(issues.length)} of ${formatNumber(totals.issues)} issues: the first ${formatNumber(maxListedIssues)} and, for each row of the tables above, at least the first ${listedPerGroup}. The counts above are of all issues. For a record of each, use <code>imr-letters export</code>, or <i>IMR: Export Determinations</i> in VS Code.</p>`;
}

const aboutAppeals = html`<p class="secondary">An appeal is due within 30 days of the mailing of the determination (Labor Code 4610.6(h)). Letters don’t say when they were mailed, so “Appeal until” counts from the date of the decision, the first day on which that can have been. It’s empty if that date contradicts another.</p>`;

/** Hidden until the script shows it, because it needs the script. */
function filter(decisions: readonly string[]): Html {
  const options = decisions.map((decision) => html`<option>${decision}</option>`);
  const words = html`<input type="search" id="words" autocomplete="off" spellcheck="false">`;
  const choice = html`<select id="decision"><option value="">any</option>${options}</select>`;
  return block(
    "form",
    { class: "filter", role: "search", "aria-label": "Issues", hidden: true },
    html`<p><label for="words">Filter by any column</label> ${words}</p>`,
    html`<p><label for="decision">Decision</label> ${choice}</p>`,
    html`<p class="filtered" hidden>Filtered by <bdi></bdi> <button type="button">Show All Issues</button></p>`,
  );
}

const pageButtons = html`<button type="button">Previous</button> <span></span> <button type="button">Next</button>`;

/** The ISO date is what the script sorts by. */
const time = (isoDate: string): Html => html`<time datetime="${isoDate}">${formatDate(isoDate)}</time>`;

/** Shown if an issue has no decision. */
const noDecision = "none";

/** URLs that would run something or show something else than a letter don't become links. */
const unsafeUrl = /^[\s\0-\x1f]*(?:javascript|vbscript|data|blob|command)\s*:/i;

const fileName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);

function linkTo({ letter, caseNumber, line }: ReportedIssue): Html {
  return linkToLetter(letter, caseNumber ?? fileName(letter.name), line);
}

/** A link to a letter; its words only, if there is nothing to open. */
export function linkToLetter({ name, href }: ReportedFile, label: string, line?: number): Html {
  if (href === undefined || unsafeUrl.test(href)) return html`${label}`;
  const target = line === undefined ? href : `${href}#L${line}`;
  return html`<a class="letter" href="${target}" title="${name}">${label}</a>`;
}
