/** The tables that count. The script of the page makes their headings sort and their names narrow the issues. */
import { grouped } from "../features/grouped.ts";
import type { Report } from "../features/report.ts";
import type { Decisions, Group } from "../features/reportGroups.ts";
import { rulePage } from "../review/rulePage.ts";
import { type Html, html, nothing } from "./html.ts";
import type { KeyKind, Keys } from "./keys.ts";

/** "37%"; what is more than nothing is never 0%, and what is less than all never 100%. */
export function share(count: number, of: number): string {
  const percent = of === 0 ? 0 : (100 * count) / of;
  if (count > 0 && percent < 1) return "<1%";
  if (count < of && percent > 99) return ">99%";
  return `${Math.round(percent)}%`;
}

export interface Column {
  readonly words: string;
  readonly isNumber?: boolean;
}

export const headings = (columns: readonly Column[]): Html =>
  html`<thead><tr>${columns.map(
    ({ words, isNumber }) => html`<th scope="col"${isNumber ? html` class="number"` : nothing}>${words}</th>`,
  )}</tr></thead>`;

const number = (words: string): Html => html`<td class="number">${words}</td>`;

/** A wide table scrolls by itself; who uses keys can reach it. */
export const scrolling = (label: string, table: Html): Html =>
  html`<div class="scroll" role="group" aria-labelledby="${label}" tabindex="0">${table}</div>\n`;

export function decisionTables(report: Report, keys: Keys): Html {
  const { totals, drugClasses, kinds, guidelines, trend } = report;
  if (totals.issues === 0)
    return html`<section><h2>Decisions</h2>\n<p>There is no issue in these letters.</p></section>\n`;
  const tables = [
    {
      id: "by-class",
      title: "By drug class",
      caption: "Treatments with a drug, by the class of the first one named",
      kind: "class",
      groups: drugClasses,
    },
    {
      id: "by-kind",
      title: "By kind of treatment",
      caption: "Treatments without a drug",
      kind: "kind",
      groups: kinds,
    },
    {
      id: "by-guideline",
      title: "By guideline",
      caption: "What the reviewer cites; an issue counts for each guideline cited in it",
      kind: "guideline",
      groups: guidelines,
    },
    {
      id: "by-date",
      title: "By date",
      caption: `By the ${trend.unit} of the decision${trend.byDenial > 0 ? `, or of the denial where that is missing (${letters(trend.byDenial)})` : ""}${trend.undated > 0 ? `; ${letters(trend.undated)} without a date left out` : ""}`,
      kind: "period",
      groups: trend.periods,
    },
  ] as const;
  return html`<section aria-labelledby="decisions">
<h2 id="decisions">Decisions</h2>
<p class="legend">From the left, each bar shows <span class="key overturned"></span> overturned, <span class="key upheld"></span> upheld${
    totals.other > 0 ? html`, <span class="key other"></span> other` : nothing
  }${totals.none > 0 ? html`, <span class="key none"></span> no decision` : nothing}.</p>
<div class="beside">
${tables
  .filter(({ groups, kind }) => groups.length > 0 || kind === "period")
  .map(
    ({ id, title, caption, kind, groups }) => html`<section aria-labelledby="${id}">
<h3 id="${id}">${title}</h3>
${groups.length === 0 ? html`<p>No letter gives a date.</p>\n` : scrolling(id, groupTable(caption, kind, groups, totals, keys))}</section>
`,
  )}</div>
</section>
`;
}

const names: Readonly<Record<KeyKind, string>> = {
  class: "Drug class",
  kind: "Treatment",
  guideline: "Guideline",
  period: "Date",
  lack: "Element",
  rule: "Finding",
};

function groupTable(
  caption: string,
  kind: KeyKind,
  groups: readonly Group[],
  totals: Decisions,
  keys: Keys,
): Html {
  const outcomes = [
    { of: "upheld", words: "Upheld" },
    { of: "overturned", words: "Overturned" },
    { of: "other", words: "Other" },
    { of: "none", words: "None" },
  ] as const;
  const told = outcomes.filter(({ of }) => of === "upheld" || of === "overturned" || totals[of] > 0);
  return html`<table class="counts by-${kind}">
<caption>${caption}</caption>
${headings([
  { words: names[kind] },
  ...(kind === "period" ? [{ words: "Letters", isNumber: true }] : []),
  { words: "Issues", isNumber: true },
  ...told.map(({ words }) => ({ words, isNumber: true })),
  { words: "Share overturned", isNumber: true },
])}
<tbody>
${groups.map(
  (group) => html`<tr><th scope="row" data-key="${keys.of(kind, group.key)}">${group.name}</th>${
    kind === "period" ? number(grouped(group.letters)) : nothing
  }${number(grouped(group.issues))}${told.map(({ of }) => number(grouped(group[of])))}<td class="number">${bar(group)} <span>${share(group.overturned, group.issues)}</span></td></tr>
`,
)}</tbody>
</table>`;
}

/** Says nothing that the numbers beside it do not. */
function bar({ issues, upheld, overturned, other, none }: Decisions): Html {
  let from = 0;
  const parts = Object.entries({ overturned, upheld, other, none }).flatMap(([name, count]) => {
    const width = Math.round((1000 * count) / issues) / 10;
    const part = html`<rect class="${name}" x="${from}" width="${width}" height="10"/>`;
    from = Math.round(10 * (from + width)) / 10;
    return count > 0 ? [part] : [];
  });
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

const plainBar = (count: number, of: number): Html =>
  html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="part" width="${Math.round((1000 * count) / of) / 10}" height="10"/></svg>`;

export function lackTable({ lacks }: Report, keys: Keys): Html {
  if (lacks.length === 0) return nothing;
  return html`<section aria-labelledby="lacks">
<h2 id="lacks">What issues lack</h2>
${scrolling(
  "lacks",
  html`<table class="counts">
<caption>Of the issues of which each is asked: a rationale’s elements only where there is a rationale</caption>
${headings([
  { words: names.lack },
  { words: "Lack it", isNumber: true },
  { words: "Asked of", isNumber: true },
  { words: "Share", isNumber: true },
])}
<tbody>
${lacks.map(
  ({ element, issues, of }) =>
    html`<tr><th scope="row" data-key="${keys.of("lack", element)}">${element}</th>${number(grouped(issues))}${number(grouped(of))}<td class="number">${plainBar(issues, of)} <span>${share(issues, of)}</span></td></tr>
`,
)}</tbody>
</table>`,
)}</section>
`;
}

export function ruleTable({ rules }: Report, keys: Keys): Html {
  if (rules.length === 0) return nothing;
  return html`<section aria-labelledby="findings">
<h2 id="findings">Findings by rule</h2>
${scrolling(
  "findings",
  html`<table class="counts">
<caption>What the review finds. A finding is a reason to look, see the page of its rule</caption>
${headings([
  { words: names.rule },
  { words: "Severity" },
  { words: "Findings", isNumber: true },
  { words: "Letters", isNumber: true },
  { words: "Rule" },
])}
<tbody>
${rules.map(
  ({ rule, title, severity, findings, letters }) =>
    html`<tr><th scope="row" data-key="${keys.of("rule", rule)}">${title}</th><td><span class="severity ${severity}">${severity}</span></td>${number(grouped(findings))}${number(grouped(letters))}<td><a href="${rulePage(rule)}" rel="noreferrer">${rule}</a></td></tr>
`,
)}</tbody>
</table>`,
)}</section>
`;
}

const letters = (count: number): string => (count === 1 ? "1 letter" : `${grouped(count)} letters`);
