/** What the side bar shows of a letter, as data: its issues, what each has and lacks, and what the review found. */
import type { Range } from "vscode-languageserver-types";
import type { IssueOverview } from "../../../server/src/protocol/extensions.ts";
import { isBefore, type Position } from "./issuePositions.ts";

export type Severity = "error" | "warning" | "information" | "hint";

/** What the review found at one place of the letter. */
export interface Finding {
  readonly severity: Severity;
  readonly message: string;
  /** "issue/missing-decision" */
  readonly rule: string;
  readonly range: Range;
}

/** Whether the eye should stop at a row: the review warns of something; something is not written yet; neither. */
export type State = "warned" | "incomplete" | "sound";

export interface ElementNode {
  readonly kind: "element";
  readonly id: string;
  /** As the overview names it: "criterion". */
  readonly words: string;
  readonly present: boolean;
  /** What stands there, where that is short: the decision's word. */
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
  /** From 1, and how many there are. */
  readonly number: number;
  readonly of: number;
  readonly issue: Pick<IssueOverview, "treatment" | "decision" | "missing" | "heading" | "range">;
  readonly state: State;
  /** Open when it is first shown. */
  readonly isOpen: boolean;
  readonly children: readonly (ElementNode | FindingNode)[];
}

/** The last row: what was found outside all issues. */
export interface LetterNode {
  readonly kind: "letter";
  readonly id: string;
  readonly state: State;
  readonly isOpen: boolean;
  readonly children: readonly FindingNode[];
}

export type RootNode = IssueNode | LetterNode;
export type IssueTreeNode = RootNode | ElementNode | FindingNode;

export interface PlacedNode {
  readonly node: IssueTreeNode;
  readonly parent: string | undefined;
}

/**
 * The rows for a letter. Their ids are the same for the same place in the letter, whatever is typed there, so that rows
 * stay open and selected; those of another letter (`letterId`) differ.
 *
 * Of a long letter a reader wants the list: only the first issue that needs work is open.
 */
export function issueTree(
  letterId: string,
  issues: readonly IssueOverview[],
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
  if (ofLetter.length === 0) return roots;
  const id = `${letterId}#letter`;
  const isOpen = issues.length === 0;
  const letter = { kind: "letter" as const, id, state: stateOf(0, ofLetter), isOpen };
  return [...roots, { ...letter, children: findingNodes(id, ofLetter) }];
}

function elementNodes(id: string, issue: IssueOverview): ElementNode[] {
  return issue.elements
    .filter(({ words, present }) => !(words === "treatment" && present)) // The row's own name says it.
    .map(({ words, present, range }) => ({
      ...{ kind: "element" as const, id: `${id}/${words}`, words, present, range },
      says: words === "decision" ? issue.decision : undefined,
    }));
}

/** The n-th finding of a rule keeps its id while its words and its place change. */
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

/** The findings of each issue and those outside all of them, in the order of the letter. */
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

/** Every node by its id, with the id of the row above it. */
export const nodesById = (roots: readonly RootNode[]): ReadonlyMap<string, PlacedNode> =>
  new Map(
    roots.flatMap((root): [string, PlacedNode][] => [
      [root.id, { node: root, parent: undefined }],
      ...root.children.map((child): [string, PlacedNode] => [child.id, { node: child, parent: root.id }]),
    ]),
  );

/** The row of the issue that the position is in; undefined between and outside issues. */
export const nodeAt = (roots: readonly RootNode[], position: Position): IssueNode | undefined =>
  roots
    .filter((root) => root.kind === "issue")
    .findLast(({ issue: { range } }) => !isBefore(position, range.start) && !isBefore(range.end, position));

/** The ids of the rows to draw again; "all" where rows came or went. */
export function changedRows(before: readonly RootNode[], after: readonly RootNode[]): "all" | string[] {
  const isSame = before.length === after.length && after.every(({ id }, index) => id === before[index]?.id);
  if (!isSame) return "all";
  return after.filter((row, index) => !isEqual(row, before[index])).map(({ id }) => id);
}

/** Rows are plain data, built in one way. */
const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
