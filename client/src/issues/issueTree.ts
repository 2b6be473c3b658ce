/** The Issues view of a letter as data: its issues, their present and missing elements, and the findings. */
import type { Range } from "vscode-languageserver-types";
import type {
  CaseDetailOverview,
  IssueOverview,
  LetterOverview,
} from "../../../server/src/protocol/extensions.ts";
import { isBefore, type Position } from "./issuePositions.ts";

export type Severity = "error" | "warning" | "information" | "hint";

/** A finding at one place in the letter. */
export interface Finding {
  readonly severity: Severity;
  readonly message: string;
  /** "issue/missing-decision" */
  readonly rule: string;
  readonly range: Range;
}

/** The state of a row: it has a warning or an error; something isn't written yet; or neither. */
export type State = "warned" | "incomplete" | "sound";

export interface ElementNode {
  readonly kind: "element";
  readonly id: string;
  /** The element's name in the overview: "criterion". */
  readonly words: string;
  readonly present: boolean;
  /** The element's text if it's short: the decision. */
  readonly says: string | undefined;
  readonly range: Range;
}

export interface FindingNode extends Finding {
  readonly kind: "finding";
  readonly id: string;
}

export interface IssueNode {
  readonly kind: "issue";
  readonly id: string;
  /** 1-based, of `of` issues. */
  readonly number: number;
  readonly of: number;
  readonly issue: Pick<IssueOverview, "treatment" | "decision" | "missing" | "heading" | "range">;
  readonly state: State;
  /** True if the row is expanded when it's first shown. */
  readonly isOpen: boolean;
  readonly children: readonly (ElementNode | FindingNode)[];
}

/** A field of the table at the start of the letter. */
export interface DetailNode extends CaseDetailOverview {
  readonly kind: "detail";
  readonly id: string;
}

/** The last row: the case details, and the findings outside of all issues. */
export interface LetterNode {
  readonly kind: "letter";
  readonly id: string;
  readonly state: State;
  readonly isOpen: boolean;
  readonly children: readonly (DetailNode | FindingNode)[];
}

export type RootNode = IssueNode | LetterNode;
export type IssueTreeNode = RootNode | ElementNode | DetailNode | FindingNode;

export interface PlacedNode {
  readonly node: IssueTreeNode;
  readonly parent: string | undefined;
}

/**
 * The rows for a letter. Rows for the same place in the letter keep their IDs while the user types, so that they stay
 * expanded and selected. Rows of other letters (`letterId`) have other IDs.
 *
 * Only the first issue that needs work is expanded, so that the list of a long letter stays short.
 */
export function issueTree(
  letterId: string,
  { issues, caseDetails }: Pick<LetterOverview, "issues" | "caseDetails">,
  findings: readonly Finding[],
): readonly RootNode[] {
  const { ofIssues, ofLetter } = byIssue(issues, findings);
  const rows = issues.map((issue, index) => {
    const id = `${letterId}#${index + 1}`;
    const children = [...elementNodes(id, issue), ...findingNodes(id, ofIssues[index] ?? [])];
    const { treatment, decision, missing, heading, range } = issue;
    const state = stateOf(missing.length, ofIssues[index] ?? []);
    return {
      ...{ kind: "issue" as const, id, number: index + 1, of: issues.length },
      ...{ issue: { treatment, decision, missing, heading, range }, state, children },
    };
  });
  const first = rows.find(({ state }) => state !== "sound");
  const roots: RootNode[] = rows.map((row) => ({ ...row, isOpen: row === first }));
  if (ofLetter.length + caseDetails.length === 0) return roots;
  const id = `${letterId}#letter`;
  const isOpen = issues.length === 0;
  const letter = { kind: "letter" as const, id, state: stateOf(0, ofLetter), isOpen };
  const details = caseDetails.map(
    (detail, index): DetailNode => ({ kind: "detail", id: `${id}/detail/${index + 1}`, ...detail }),
  );
  return [...roots, { ...letter, children: [...details, ...findingNodes(id, ofLetter)] }];
}

function elementNodes(id: string, issue: IssueOverview): ElementNode[] {
  return issue.elements
    .filter(({ words, present }) => !(words === "treatment" && present)) // The row's label shows it.
    .map(({ words, present, range }) => ({
      ...{ kind: "element" as const, id: `${id}/${words}`, words, present, range },
      says: words === "decision" ? issue.decision : undefined,
    }));
}

/** The nth finding of a rule keeps its ID while its message and its position change. */
function findingNodes(id: string, findings: readonly Finding[]): FindingNode[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.rule) ?? 0) + 1;
    seen.set(finding.rule, count);
    return { kind: "finding", id: `${id}/${finding.rule}/${count}`, ...finding };
  });
}

const stateOf = (missing: number, findings: readonly Finding[]): State =>
  findings.some(({ severity }) => severity === "warning" || severity === "error")
    ? "warned"
    : missing > 0
      ? "incomplete"
      : "sound";

const startsBefore = (a: { readonly range: Range }, b: { readonly range: Range }): boolean =>
  isBefore(a.range.start, b.range.start);

/** The findings of each issue and those outside of all issues, in document order. */
function byIssue(issues: readonly IssueOverview[], findings: readonly Finding[]) {
  const ofIssues: Finding[][] = issues.map(() => []);
  const ofLetter: Finding[] = [];
  const inOrder = findings.toSorted((a, b) => (startsBefore(a, b) ? -1 : startsBefore(b, a) ? 1 : 0));
  let next = 0;
  for (const finding of inOrder) {
    const { start } = finding.range;
    while (next < issues.length && !isBefore(start, issues[next]!.range.start)) next += 1;
    const issue = issues[next - 1];
    if (issue && !isBefore(issue.range.end, start)) ofIssues[next - 1]!.push(finding);
    else ofLetter.push(finding);
  }
  return { ofIssues, ofLetter };
}

/** How many problems each issue has. Hints aren't in the list of problems. */
export const problemsOfIssues = (
  issues: readonly IssueOverview[],
  findings: readonly Finding[],
): readonly number[] => byIssue(issues, findings.filter(isProblem)).ofIssues.map((found) => found.length);

export const isProblem = ({ severity }: Finding): boolean => severity !== "hint";

/** Every node by its ID, with the ID of its parent. */
export const nodesById = (roots: readonly RootNode[]): ReadonlyMap<string, PlacedNode> =>
  new Map(
    roots.flatMap((root): [string, PlacedNode][] => [
      [root.id, { node: root, parent: undefined }],
      ...root.children.map((child): [string, PlacedNode] => [child.id, { node: child, parent: root.id }]),
    ]),
  );

/** The row of the issue at the position; undefined between issues and outside of them. */
export const nodeAt = (roots: readonly RootNode[], position: Position): IssueNode | undefined =>
  roots
    .filter((root) => root.kind === "issue")
    .findLast(({ issue: { range } }) => !isBefore(position, range.start) && !isBefore(range.end, position));

/** The IDs of the rows to refresh; "all" if rows were added or removed. */
export function changedRows(before: readonly RootNode[], after: readonly RootNode[]): "all" | string[] {
  const isSame = before.length === after.length && after.every(({ id }, index) => id === before[index]?.id);
  if (!isSame) return "all";
  return after.filter((row, index) => !isEqual(row, before[index])).map(({ id }) => id);
}

/** Compares rows, which are plain data with properties in a fixed order. */
const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
