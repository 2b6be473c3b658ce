import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  changedRows,
  type Finding,
  type IssueTreeNode,
  issueTree,
  nodeAt,
  nodesById,
  type RootNode,
  type Severity,
} from "../../../client/src/issues/issueTree.ts";
import { issueOverview } from "../../../server/src/features/reading/overview.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { toOverview } from "../../../server/src/protocol/lsp/convert.ts";
import { knowledge } from "../../features/knowledge.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { isLinear } from "../../growth.ts";

/** A finding in a test: its severity, its rule, and the words that it is on. */
type Found = readonly [severity: Severity, rule: string, words: string];

/** An unfinished issue. */
const naproxen = [
  "Naproxen 500mg #60:",
  "",
  "Claims Administrator guideline:",
  "",
  "Decision rationale: Not long in use.",
  "",
];

/** The rows for a text, without its case details, which are of interest in one test only. */
function rowsOf(text: string, found: readonly Found[] = [], hasDetails = false): readonly RootNode[] {
  const document = TextDocument.create("file:///letter.imr", "imr-letter", 1, text);
  const findings = found.map(([severity, rule, words]): Finding => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`"${words}" is not in the text.`);
    const range = {
      start: document.positionAt(start),
      end: document.positionAt(start + words.length),
    };
    return { severity, rule, message: `About ${words}.`, range };
  });
  const letter = parse(text);
  const { issues, caseDetails } = toOverview(document, letter, issueOverview(letter, knowledge));
  return issueTree("letter", { issues, caseDetails: hasDetails ? caseDetails : [] }, findings);
}

/** The rows as text: an icon, the label, and the description. */
const draw = (rows: readonly RootNode[]): string =>
  rows.flatMap((row) => [drawRow(row), ...row.children.map((child) => `  ${drawRow(child)}`)]).join("\n");

const icons = { sound: "✓", incomplete: "○", warned: "!" };

function drawRow(node: IssueTreeNode): string {
  switch (node.kind) {
    case "issue": {
      const { treatment, decision = "no decision", missing } = node.issue;
      const twistie = node.isOpen ? "▾" : "▸";
      return `${twistie} ${icons[node.state]} ${node.number}/${node.of} ${treatment} | ${decision}, ${missing.length} missing`;
    }
    case "letter":
      return `${node.isOpen ? "▾" : "▸"} ${icons[node.state]} Letter | ${node.children.length}`;
    case "element":
      return `${node.present ? "✓" : "○"} ${node.words}${node.says ? ` | ${node.says}` : ""}`;
    case "detail":
      return `${node.label} | ${node.value}`;
    case "finding":
      return `${node.severity}: ${node.message} | ${node.rule}`;
  }
}

/** The drawing of the text, which must be the same with each kind of line ending. */
function drawing(text: string, found: readonly Found[] = []): string {
  const [lf, ...others] = ["\n", "\r\n", "\r"].map((end) => draw(rowsOf(text.replaceAll("\n", end), found)));
  for (const other of others) expect(other).toBe(lf);
  return lf!;
}

test("an issue's row shows its decision, and below it the present and missing elements", () => {
  expect(drawing(letterWith(...naproxen, ...flexeril))).toMatchInlineSnapshot(`
    "▾ ○ 1/2 Naproxen 500mg #60 | no decision, 7 missing
      ○ decision
      ○ claims administrator guideline
      ○ MAXIMUS guideline
      ✓ rationale
      ○ treatment's name
      ○ criterion
      ○ findings
      ○ conclusion
    ▸ ✓ 2/2 Flexeril 7.5mg, #90 | Upheld, 0 missing
      ✓ decision | Upheld
      ✓ claims administrator guideline
      ✓ MAXIMUS guideline
      ✓ rationale
      ✓ treatment's name
      ✓ criterion
      ✓ findings
      ✓ conclusion"
  `);
});

test("findings are in their issues, in document order, and those outside of issues come last", () => {
  const text = letterWith(...mri, "", ...naproxen);
  const found: Found[] = [
    ["warning", "issue/missing-decision", "Naproxen 500mg #60"],
    ["hint", "letter/drug-spelling", "Flexeril 7.5 mg"],
    ["information", "rationale/no-findings", "Not long in use"],
    ["information", "citation/incomplete", "Special Studies"],
    ["information", "rationale/no-criterion", "Decision rationale: Not"],
  ];
  expect(drawing(text, found)).toMatchInlineSnapshot(`
    "▸ ✓ 1/2 MRI of the lumbar spine | Overturned, 0 missing
      ✓ decision | Overturned
      ✓ claims administrator guideline
      ✓ MAXIMUS guideline
      ✓ rationale
      ✓ treatment's name
      ✓ criterion
      ✓ findings
      ✓ conclusion
      information: About Special Studies. | citation/incomplete
    ▾ ! 2/2 Naproxen 500mg #60 | no decision, 7 missing
      ○ decision
      ○ claims administrator guideline
      ○ MAXIMUS guideline
      ✓ rationale
      ○ treatment's name
      ○ criterion
      ○ findings
      ○ conclusion
      warning: About Naproxen 500mg #60. | issue/missing-decision
      information: About Decision rationale: Not. | rationale/no-criterion
      information: About Not long in use. | rationale/no-findings
    ▸ ✓ Letter | 1
      hint: About Flexeril 7.5 mg. | letter/drug-spelling"
  `);
});

test("the case details are in the row of the letter, before its findings", () => {
  const details = "Case Number: CM16-0990004\nDate Assigned: 03/12/2016\nPriority:\n\n";
  const rows = rowsOf(details, [["information", "letter/case-details", "Priority"]], true);
  expect(draw(rows)).toBe(
    [
      "▾ ✓ Letter | 4",
      "  Case Number | CM16-0990004",
      "  Date Assigned | 03/12/2016",
      "  Priority | ",
      "  information: About Priority. | letter/case-details",
    ].join("\n"),
  );
});

test("a text that is not a letter has only rows for findings", () => {
  expect(drawing("Dear Sir")).toBe("");
  expect(drawing("Dear Sir", [["hint", "letter/unrecognized", "Dear"]])).toBe(
    "▾ ✓ Letter | 1\n  hint: About Dear. | letter/unrecognized",
  );
});

test("only the first issue that needs work is open", () => {
  const text = letterWith(...flexeril, "", ...naproxen, ...mri, "", ...naproxen);
  const isOpen = rowsOf(text).map((row) => row.isOpen);
  expect(isOpen).toEqual([false, true, false, false]);
  const warned = rowsOf(letterWith(...flexeril, "", ...mri), [["warning", "consistency/sex", "red flags"]]);
  expect(warned.map((row) => row.isOpen)).toEqual([false, true]);
});

test("information and hints do not change the state of an issue", () => {
  const rows = rowsOf(letterWith(...mri), [["information", "citation/incomplete", "Special Studies"]]);
  expect(rows.map((row) => row.state)).toEqual(["sound"]);
});

test("IDs are unique, and every child has its parent", () => {
  const found: Found[] = [
    ["hint", "citation/incomplete", "63"],
    ["hint", "citation/incomplete", "41-42"],
    ["hint", "letter/drug-spelling", "naproxen"],
  ];
  const rows = rowsOf(letterWith(...flexeril, "", ...flexeril), found);
  const nodes = nodesById(rows);
  expect(nodes.size).toBe(rows.reduce((sum, row) => sum + 1 + row.children.length, 0));
  for (const row of rows) {
    for (const child of row.children) expect(nodes.get(child.id)?.parent).toBe(row.id);
  }
});

/** Which rows are refreshed when the first text becomes the second, by their treatments. */
function refreshed(before: string, after: string, found: readonly Found[] = []): string | string[] {
  const rows = rowsOf(after, found);
  const changed = changedRows(rowsOf(before), rows);
  const name = (id: string): string => {
    const row = rows.find((one) => one.id === id)!;
    return row.kind === "issue" ? row.issue.treatment : "Letter";
  };
  return changed === "all" ? changed : changed.map(name);
}

test("while the user types, only the rows that changed are refreshed", () => {
  const text = letterWith(...flexeril, "", ...mri);
  expect(refreshed(text, text)).toEqual([]);
  expect(refreshed(text, text.replace("a year", "two years"))).toEqual(["Flexeril 7.5mg, #90"]);
  expect(refreshed(text, text.replace("MRI of the lumbar spine:", "MRI:"))).toEqual(["MRI"]);
  // A new line moves the issues below it, and so the targets of their rows.
  expect(refreshed(text, text.replace("a year", "\n\na year"))).toEqual([
    "Flexeril 7.5mg, #90",
    "MRI of the lumbar spine",
  ]);
  expect(refreshed(text, text, [["hint", "citation/incomplete", "Special Studies"]])).toEqual([
    "MRI of the lumbar spine",
  ]);
  expect(refreshed(text, letterWith(...flexeril))).toBe("all");
  expect(refreshed(text, text, [["hint", "letter/drug-spelling", "naproxen"]])).toBe("all");
});

test("the row at the cursor", () => {
  const text = letterWith(...flexeril, "", "", ...mri, "", "", "");
  const document = TextDocument.create("file:///letter.imr", "imr-letter", 1, text);
  const at = (words: string, after = 0): string | undefined => {
    const offset = text.indexOf(words) + after;
    return nodeAt(rowsOf(text), document.positionAt(offset))?.issue.treatment;
  };
  expect({
    "in the summary": at("41 year old"),
    "at an issue's start": at("Flexeril 7.5mg, #90"),
    "in its rationale": at("a short course"),
    "at its end": at("not medically necessary.", "not medically necessary.".length),
    "in the next": at("red flags"),
  }).toEqual({
    "in the summary": undefined,
    "at an issue's start": "Flexeril 7.5mg, #90",
    "in its rationale": "Flexeril 7.5mg, #90",
    "at its end": "Flexeril 7.5mg, #90",
    "in the next": "MRI of the lumbar spine",
  });
});

test("the one of five hundred issues that changed is found in linear time", () => {
  const issues = (count: number) =>
    letterWith(...Array.from({ length: count }, () => [...flexeril, ""]).flat());
  const found: Found[] = Array.from({ length: 500 }, () => ["hint", "citation/incomplete", "63"]);
  const prepare = (text: string) => {
    const before = rowsOf(text, found);
    const after = rowsOf(text.replace("a year", "two years"), found);
    return () => changedRows(before, after);
  };
  expect(rowsOf(issues(500))).toHaveLength(500);
  expect(prepare(issues(500))()).toEqual(["letter#1"]);
  isLinear((length) => issues(Math.ceil(length / flexeril.join("\n").length)), prepare);
});
