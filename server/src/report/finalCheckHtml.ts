/** The page of the check before a letter is sent: what is left, what was checked, and what is ignored. */
import type { Check, FinalCheck } from "../review/finalCheck.ts";
import type { ReviewedFinding } from "../review/types.ts";
import { formatDate } from "./formatDate.ts";
import { block, type Html, html, nothing } from "./html.ts";
import { htmlPage } from "./htmlPage.ts";

export interface FinalCheckPage {
  /** The case number or the file's name. */
  readonly name: string;
  /** The URI of the letter, and the 1-based line of an offset in it. */
  readonly href: string;
  readonly lineOf: (offset: number) => number;
  /** The number of lines that were read; undefined if all were. */
  readonly readLines: number | undefined;
  /** The date of the check: "2026-11-28". */
  readonly made: string;
  readonly program: string;
}

export function finalCheckHtml(check: FinalCheck, page: FinalCheckPage): string {
  const body = block(
    "body",
    {},
    block(
      "header",
      {},
      html`<h1>${verdict(check, page)}</h1>`,
      html`<p class="subject"><bdi>${page.name}</bdi></p>`,
      html`<p class="secondary">Checked on ${formatDate(page.made)} with the preset “final”, the same as <code>imr-letters check --preset final</code> on the command line.</p>`,
      page.readLines === undefined
        ? nothing
        : html`<p class="note">Only the first ${page.readLines} lines of this long file were read.</p>`,
    ),
    block(
      "main",
      {},
      block(
        "section",
        { "aria-labelledby": "checked" },
        html`<h2 id="checked">What was checked</h2>`,
        ...check.checks.map((one) => checkBlock(one, page)),
      ),
      ignoredBlock(check, page),
    ),
    html`<footer><p class="secondary">${page.program} read this letter on this computer and sent nothing. It doesn't judge medicine or law, and it can't know what it wasn't told: read the letter once more.</p></footer>`,
  );
  return htmlPage(`Check before sending: ${page.name}`, page.program, body);
}

function verdict({ left }: FinalCheck, { readLines }: FinalCheckPage): string {
  if (left.length > 0) return left.length === 1 ? "One thing is left" : `${left.length} things are left`;
  return readLines === undefined ? "Nothing is left" : "Nothing is left in the part that was read";
}

function checkBlock({ title, left, off }: Check, page: FinalCheckPage): Html {
  const mark = left.length === 0 ? "✓" : "○";
  const state = left.length === 0 ? "in order" : `${left.length} left`;
  return block(
    "section",
    { class: left.length === 0 ? "check" : "check open" },
    html`<h3><span aria-hidden="true">${mark}</span> ${title} <span class="secondary">(${state})</span></h3>`,
    findingList(left, page),
    off.length === 0
      ? nothing
      : html`<p class="secondary">Not checked, because turned off: ${off.map(({ title: name }) => name).join("; ")}.</p>`,
  );
}

const findingList = (findings: readonly ReviewedFinding[], page: FinalCheckPage): Html =>
  findings.length === 0
    ? nothing
    : block("ul", { class: "findings" }, ...findings.map((finding) => findingItem(finding, page)));

function findingItem({ start, message, severity }: ReviewedFinding, { href, lineOf }: FinalCheckPage): Html {
  const line = lineOf(start);
  return html`<li><a class="letter" href="${`${href}#L${line}`}">Line ${line}</a>: ${message} <span class="secondary">(${severity})</span></li>`;
}

function ignoredBlock({ ignoredByLines, ignoredInEditor }: FinalCheck, page: FinalCheckPage): Html {
  if (ignoredByLines.length + ignoredInEditor.length === 0) return nothing;
  return block(
    "section",
    { "aria-labelledby": "ignored" },
    html`<h2 id="ignored">What is ignored</h2>`,
    ignoredByLines.length === 0 ? nothing : html`<h3>By lines in the letter</h3>`,
    findingList(ignoredByLines, page),
    ignoredInEditor.length === 0
      ? nothing
      : html`<h3>In the editor <span class="secondary">(the command line reports them)</span></h3>`,
    findingList(ignoredInEditor, page),
  );
}
