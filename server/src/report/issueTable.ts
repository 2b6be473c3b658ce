/** The table of all issues. The script takes its rows for data: it shows, sorts and filters these very rows. */
import { grouped } from "../features/grouped.ts";
import {
  guidelinesOf,
  kindOf,
  periodOf,
  type Report,
  type ReportedIssue,
  type ReportedLetter,
} from "../features/report.ts";
import { type Html, html, nothing } from "./html.ts";
import type { Keys } from "./keys.ts";
import { headings, scrolling } from "./tables.ts";

const columns = [
  { words: "Case" },
  { words: "Decided" },
  { words: "Treatment" },
  { words: "Class or kind" },
  { words: "Decision" },
  { words: "Lacks" },
];

export function issueTable({ issues, letters, trend }: Report, keys: Keys): Html {
  if (issues.length === 0) return nothing;
  const keysOf = (issue: ReportedIssue, letter: ReportedLetter): readonly number[] => [
    ...keys.known("class", issue.drugClass === null ? [] : [issue.drugClass]),
    ...keys.known("kind", [kindOf(issue) ?? []].flat()),
    ...keys.known("guideline", guidelinesOf(issue)),
    ...keys.known("period", issue.day === null ? [] : [periodOf(issue.day, trend.unit)]),
    ...keys.known("lack", issue.missing),
    ...keys.known("rule", letter.rules),
  ];
  const row = (issue: ReportedIssue): Html => {
    const letter = letters[issue.letter] ?? nowhere;
    return html`<tr data-keys="${keysOf(issue, letter).join(" ")}"><th scope="row">${linkTo(letter, issue)}</th><td>${
      issue.decisionDate ?? ""
    }</td><td>${issue.treatment}</td><td>${issue.drugClass ?? issue.kind ?? ""}</td><td>${
      issue.decision ?? nothingStands
    }</td><td>${issue.missing.join(", ")}</td></tr>
`;
  };
  const decisions = [...new Set(issues.map(({ decision }) => decision ?? nothingStands))].sort();
  return html`<section aria-labelledby="issues">
<h2 id="issues" tabindex="-1">All issues</h2>
<form class="filter" role="search" aria-label="Issues" hidden>
<p><label for="words">Show issues with</label> <input type="search" id="words" autocomplete="off" spellcheck="false" placeholder="words of any column"></p>
<p><label for="decision">Decision</label> <select id="decision"><option value="">any</option>${decisions.map(
    (decision) => html`<option>${decision}</option>`,
  )}</select></p>
<p class="narrowed" hidden>Only <bdi></bdi> <button type="button">Show all again</button></p>
</form>
<p class="status" role="status"></p>
${scrolling(
  "issues",
  html`<table id="all-issues">
<caption>${grouped(issues.length)} issues, with links to their letters</caption>
${headings(columns)}
<tbody>
${issues.map(row)}</tbody>
</table>`,
)}<nav class="pages" aria-label="Pages of the table" hidden><button type="button">Previous</button> <span></span> <button type="button">Next</button></nav>
</section>
`;
}

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
