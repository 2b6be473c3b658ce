/** The table of all issues. The script takes its rows for data: it shows, sorts and filters these very rows. */
import { formatNumber } from "../base/formatNumber.ts";
import {
  guidelinesOf,
  kindOf,
  periodOf,
  type Report,
  type ReportedIssue,
  type ReportedLetter,
} from "../features/workspace/report.ts";
import { block, type Html, html, nothing } from "./html.ts";
import type { Keys } from "./keys.ts";
import { scrolling, table } from "./table.ts";

export function issueTable({ issues, letters, trend }: Report, keys: Keys): Html {
  if (issues.length === 0) return nothing;
  const letterOf = (issue: ReportedIssue): ReportedLetter => letters[issue.letter] ?? nowhere;
  const keysOf = (issue: ReportedIssue): readonly number[] => [
    ...keys.known("class", issue.drugClass === null ? [] : [issue.drugClass]),
    ...keys.known("kind", [kindOf(issue) ?? []].flat()),
    ...keys.known("guideline", guidelinesOf(issue)),
    ...keys.known("period", issue.day === null ? [] : [periodOf(issue.day, trend.unit)]),
    ...keys.known("lack", issue.missing),
    ...keys.known("rule", letterOf(issue).rules),
  ];
  const decisions = [...new Set(issues.map(({ decision }) => decision ?? nothingStands))].sort();
  const all = table({
    attributes: { id: "all-issues" },
    caption: `${formatNumber(issues.length)} issues, with links to their letters`,
    columns: [
      { heading: "Case", cell: (issue) => linkTo(letterOf(issue), issue) },
      { heading: "Decided", cell: ({ decisionDate }) => decisionDate ?? "" },
      { heading: "Treatment", cell: ({ treatment }) => treatment },
      { heading: "Class or kind", cell: ({ drugClass, kind }) => drugClass ?? kind ?? "" },
      { heading: "Decision", cell: ({ decision }) => decision ?? nothingStands },
      { heading: "Lacks", cell: ({ missing }) => missing.join(", ") },
    ],
    rows: issues,
    rowAttributes: (issue) => ({ "data-keys": keysOf(issue).join(" ") }),
  });
  return block(
    "section",
    { "aria-labelledby": "issues" },
    html`<h2 id="issues" tabindex="-1">All issues</h2>`,
    filter(decisions),
    html`<p class="status" role="status"></p>`,
    scrolling("issues", all),
    html`<nav class="pages" aria-label="Pages of the table" hidden>${turning}</nav>`,
  );
}

/** Hidden until the script shows it: without that nothing is filtered. */
function filter(decisions: readonly string[]): Html {
  const options = decisions.map((decision) => html`<option>${decision}</option>`);
  const words = html`<input type="search" id="words" autocomplete="off" spellcheck="false" placeholder="words of any column">`;
  const choice = html`<select id="decision"><option value="">any</option>${options}</select>`;
  return block(
    "form",
    { class: "filter", role: "search", "aria-label": "Issues", hidden: true },
    html`<p><label for="words">Show issues with</label> ${words}</p>`,
    html`<p><label for="decision">Decision</label> ${choice}</p>`,
    html`<p class="narrowed" hidden>Only <bdi></bdi> <button type="button">Show all again</button></p>`,
  );
}

const turning = html`<button type="button">Previous</button> <span></span> <button type="button">Next</button>`;

/** In the place of a decision. */
const nothingStands = "none";

const nowhere: ReportedLetter = { name: "", href: undefined, rules: [] };

/** Addresses that would run something, or show what is no letter, are no links. */
const harmful = /^[\s\0-\x1f]*(?:javascript|vbscript|data|blob|command)\s*:/i;

const fileName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);

function linkTo({ name, href }: ReportedLetter, { caseNumber, line }: ReportedIssue): Html {
  const words = caseNumber ?? fileName(name);
  if (href === undefined || harmful.test(href)) return html`${words}`;
  const place = line === undefined ? href : `${href}#L${line}`;
  return html`<a class="letter" href="${place}" title="${name}">${words}</a>`;
}
