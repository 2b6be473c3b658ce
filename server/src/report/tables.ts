/** The tables of counts. The page's script makes them sortable, and makes their names filter the issues. */
import { formatNumber } from "../base/formatNumber.ts";
import type { Report } from "../features/workspace/report.ts";
import type { Decisions, Group } from "../features/workspace/reportGroups.ts";
import { notStated } from "../features/workspace/reportIssue.ts";
import { rulePage } from "../review/ruleDocs.ts";
import { block, element, type Html, html, nothing } from "./html.ts";
import type { KeyKind, Keys } from "./keys.ts";
import { type Column, scrolling, table } from "./table.ts";

/** "37%"; more than none is never 0%, and less than all is never 100%. */
export function share(count: number, of: number): string {
  const percent = of === 0 ? 0 : (100 * count) / of;
  if (count > 0 && percent < 1) return "<1%";
  if (count < of && percent > 99) return ">99%";
  return `${Math.round(percent)}%`;
}

export function decisionTables(report: Report, keys: Keys): Html {
  const { totals, drugClasses, kinds, guidelines, specialties, states, trend } = report;
  if (totals.issues === 0)
    return html`<section><h2>Decisions</h2>\n<p>These letters have no issues.</p></section>`;
  const tables: readonly GroupTable[] = [
    {
      id: "by-class",
      title: "By drug class",
      caption: "Treatments with a drug, by the class of the first drug",
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
      caption: "Guidelines that the reviewer cites; an issue counts for each of its guidelines",
      kind: "guideline",
      groups: guidelines,
    },
    {
      id: "by-specialty",
      title: "By specialty of the reviewer",
      caption: "An issue counts for each specialty of its reviewer",
      kind: "specialty",
      groups: named(specialties),
    },
    {
      id: "by-state",
      title: "By license of the reviewer",
      caption: "An issue counts for each state that licenses its reviewer",
      kind: "state",
      groups: named(states),
    },
    {
      id: "by-date",
      title: "By date",
      caption: datesCounted(trend),
      kind: "period",
      groups: trend.periods,
    },
  ];
  const shown = tables.filter(({ groups, kind }) => groups.length > 0 || kind === "period");
  return block(
    "section",
    { "aria-labelledby": "decisions" },
    html`<h2 id="decisions">Decisions</h2>`,
    legend(totals),
    block("div", { class: "side-by-side" }, ...shown.map((one) => groupSection(one, totals, keys))),
  );
}

/** The groups if there is any but what isn't stated. */
const named = (groups: readonly Group[]): readonly Group[] =>
  groups.some(({ key }) => key !== notStated) ? groups : [];

function datesCounted({ unit, byDenial, undated }: Report["trend"]): string {
  const denial =
    byDenial > 0
      ? `, or of the utilization review denial if the decision has no date (${letters(byDenial)})`
      : "";
  const without = undated > 0 ? `; not counted: ${letters(undated)} without a date` : "";
  return `By ${unit} of the decision${denial}${without}`;
}

const letters = (count: number): string => (count === 1 ? "1 letter" : `${formatNumber(count)} letters`);

/** The parts of a bar, from left to right. */
const barParts = [
  { of: "overturned", label: "overturned" },
  { of: "upheld", label: "upheld" },
  { of: "other", label: "other" },
  { of: "none", label: "no decision" },
] as const;

/** Upheld and overturned are shown even if no issue is. */
const isShown = (of: keyof Decisions, totals: Decisions): boolean =>
  of === "upheld" || of === "overturned" || totals[of] > 0;

function legend(totals: Decisions): Html {
  const parts = barParts.filter(({ of }) => isShown(of, totals));
  const keys = parts.map(
    ({ of, label }, index) => html`${index > 0 ? ", " : ""}<span class="key ${of}"></span> ${label}`,
  );
  return html`<p class="legend">Each bar shows, from left to right: ${keys}.</p>`;
}

interface GroupTable {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly kind: "class" | "kind" | "guideline" | "specialty" | "state" | "period";
  readonly groups: readonly Group[];
}

function groupSection(group: GroupTable, totals: Decisions, keys: Keys): Html {
  const { id, title, groups } = group;
  return block(
    "section",
    { "aria-labelledby": id },
    element("h3", { id }, title),
    groups.length === 0 ? html`<p>No letter has a date.</p>` : scrolling(id, groupTable(group, totals, keys)),
  );
}

const names: Readonly<Record<KeyKind, string>> = {
  class: "Drug class",
  kind: "Treatment",
  guideline: "Guideline",
  specialty: "Specialty",
  state: "State",
  period: "Date",
  element: "Element",
  rule: "Problem",
};

const outcomes = [
  { of: "upheld", heading: "Upheld" },
  { of: "overturned", heading: "Overturned" },
  { of: "other", heading: "Other" },
  { of: "none", heading: "None" },
] as const;

function groupTable({ caption, kind, groups }: GroupTable, totals: Decisions, keys: Keys): Html {
  const counts = (of: keyof Decisions | "letters", heading: string): Column<Group> => ({
    heading,
    isNumber: true,
    cell: (group) => formatNumber(group[of]),
  });
  return table({
    attributes: { class: `counts by-${kind}` },
    caption,
    columns: [
      { heading: names[kind], cell: ({ name }) => name },
      ...(kind === "period" ? [counts("letters", "Letters")] : []),
      counts("issues", "Issues"),
      ...outcomes.filter(({ of }) => isShown(of, totals)).map(({ of, heading }) => counts(of, heading)),
      {
        heading: "Share overturned",
        isNumber: true,
        cell: (group) => html`${bar(group)} <span>${share(group.overturned, group.issues)}</span>`,
      },
    ],
    rows: groups,
    rowHeadingAttributes: ({ key }) => ({ "data-key": keys.of(kind, key) }),
  });
}

/** Hidden from screen readers, because the numbers next to it say the same. */
function bar(counts: Decisions): Html {
  let from = 0;
  const parts = barParts.flatMap(({ of }) => {
    const width = percent(counts[of], counts.issues);
    const part = html`<rect class="${of}" x="${from}" width="${width}" height="10"/>`;
    from = Math.round(10 * (from + width)) / 10;
    return counts[of] > 0 ? [part] : [];
  });
  return barOf(parts);
}

const plainBar = (count: number, of: number): Html =>
  barOf([html`<rect class="part" width="${percent(count, of)}" height="10"/>`]);

const barOf = (parts: readonly Html[]): Html =>
  html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;

/** The share in percent, rounded to a tenth. */
const percent = (count: number, of: number): number => Math.round((1000 * count) / of) / 10;

export function elementTable({ missing }: Report, keys: Keys): Html {
  if (missing.length === 0) return nothing;
  const counts = table({
    attributes: { class: "counts" },
    caption: "Elements of a rationale are required only in issues that have one",
    columns: [
      { heading: names.element, cell: ({ element }) => element },
      { heading: "Missing in", isNumber: true, cell: ({ issues }) => formatNumber(issues) },
      { heading: "Required in", isNumber: true, cell: ({ of }) => formatNumber(of) },
      {
        heading: "Share",
        isNumber: true,
        cell: ({ issues, of }) => html`${plainBar(issues, of)} <span>${share(issues, of)}</span>`,
      },
    ],
    rows: missing,
    rowHeadingAttributes: ({ element }) => ({ "data-key": keys.of("element", element) }),
  });
  return block(
    "section",
    { "aria-labelledby": "missing" },
    html`<h2 id="missing">Missing from issues</h2>`,
    scrolling("missing", counts),
  );
}

export function ruleTable({ rules }: Report, keys: Keys): Html {
  if (rules.length === 0) return nothing;
  const counts = table({
    attributes: { class: "counts" },
    caption: "Problems that the review reports; for more about a problem, see the page of its rule",
    columns: [
      { heading: names.rule, cell: ({ title }) => title },
      {
        heading: "Severity",
        cell: ({ severity }) => html`<span class="severity ${severity}">${severity}</span>`,
      },
      { heading: "Problems", isNumber: true, cell: ({ findings }) => formatNumber(findings) },
      { heading: "Letters", isNumber: true, cell: ({ letters }) => formatNumber(letters) },
      {
        heading: "Rule",
        cell: ({ rule }) => html`<a href="${rulePage(rule)}" rel="noreferrer">${rule}</a>`,
      },
    ],
    rows: rules,
    rowHeadingAttributes: ({ rule }) => ({ "data-key": keys.of("rule", rule) }),
  });
  return block(
    "section",
    { "aria-labelledby": "problems" },
    html`<h2 id="problems">Problems by rule</h2>`,
    scrolling("problems", counts),
  );
}
