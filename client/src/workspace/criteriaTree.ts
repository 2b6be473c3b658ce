/**
 * How letters state a criterion, as a tree: decisions, the issues of letters, and their sentences. Other editions of the
 * guideline have their own decisions. Doesn't depend on VS Code.
 */
import type {
  StatedCriteria,
  StatedSentence,
  StatingIssue,
  StatingLetter,
} from "../../../server/src/protocol/extensions.ts";
import { isBefore, type Position } from "../issues/issuePositions.ts";
import { type DecisionKind, kindOf } from "./determinationTree.ts";

export interface GroupRow {
  readonly kind: "group";
  readonly decision: DecisionKind;
  /** Undefined for the edition that was asked for. */
  readonly edition: string | undefined;
  /** The newest letters first, and undated ones last. */
  readonly issues: readonly StatingRow[];
}

/** An issue of a letter. */
export interface StatingRow {
  readonly kind: "stating";
  readonly group: GroupRow;
  readonly uri: string;
  readonly caseNumber: string | undefined;
  readonly day: string | undefined;
  readonly treatment: string;
  readonly decision: string | undefined;
  readonly sentences: readonly SentenceRow[];
}

export interface SentenceRow extends StatedSentence {
  readonly kind: "sentence";
  readonly stating: StatingRow;
}

export type CriteriaRow = GroupRow | StatingRow | SentenceRow;

const decisionOrder: readonly DecisionKind[] = ["upheld", "overturned", "other", "undecided"];

/** The groups of the edition that was asked for, and then those of other editions. */
export function criteriaRows({ edition, letters }: StatedCriteria): readonly GroupRow[] {
  const sorted = letters.toSorted(newestFirst);
  const editions = new Set([
    edition,
    ...sorted.flatMap(({ issues }) => issues.map((issue) => issue.edition)),
  ]);
  return [...editions].flatMap((one) =>
    decisionOrder.flatMap((decision) => {
      const rows: StatingRow[] = [];
      const group: GroupRow = {
        kind: "group",
        decision,
        edition: one === edition ? undefined : one,
        issues: rows,
      };
      for (const letter of sorted) {
        for (const issue of letter.issues)
          if (issue.edition === one && kindOf(issue) === decision) rows.push(toRow(group, letter, issue));
      }
      return rows.length > 0 ? [group] : [];
    }),
  );
}

function toRow(group: GroupRow, { uri, caseNumber, day }: StatingLetter, issue: StatingIssue): StatingRow {
  const sentences: SentenceRow[] = [];
  // Missing values arrive as null.
  const stating: StatingRow = {
    kind: "stating",
    group,
    uri,
    caseNumber: caseNumber ?? undefined,
    day: day ?? undefined,
    treatment: issue.treatment,
    decision: issue.decision ?? undefined,
    sentences,
  };
  sentences.push(...issue.sentences.map((one): SentenceRow => ({ kind: "sentence", stating, ...one })));
  return stating;
}

const newestFirst = (a: StatingLetter, b: StatingLetter): number =>
  compare(b.day ?? "", a.day ?? "") ||
  compare(a.caseNumber ?? "", b.caseNumber ?? "") ||
  compare(a.uri, b.uri);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const countLetters = (rows: readonly StatingRow[]): number =>
  new Set(rows.map(({ uri, caseNumber, day }) => `${uri} ${caseNumber} ${day}`)).size;

export const childrenOf = (row: CriteriaRow): readonly CriteriaRow[] => {
  if (row.kind === "group") return row.issues;
  return row.kind === "stating" ? row.sentences : [];
};

export const parentOf = (row: CriteriaRow): CriteriaRow | undefined => {
  if (row.kind === "sentence") return row.stating;
  return row.kind === "stating" ? row.group : undefined;
};

/** All sentences, in the order of the tree. */
export const sentencesIn = (rows: readonly CriteriaRow[]): readonly SentenceRow[] =>
  rows.flatMap((row) => (row.kind === "sentence" ? row : sentencesIn(childrenOf(row))));

/** The sentence at or above the position; in other letters, the first of all. */
export function nearestSentence(
  groups: readonly GroupRow[],
  uri: string,
  position: Position,
): SentenceRow | undefined {
  const all = sentencesIn(groups);
  const own = all
    .filter(({ stating }) => stating.uri === uri)
    .sort((a, b) => (isBefore(a.range.start, b.range.start) ? -1 : 1));
  return own.findLast(({ range }) => !isBefore(position, range.start)) ?? own[0] ?? all[0];
}

/** The sentence before (-1) or after (1) a row. It wraps around. */
export function siblingSentence(groups: readonly GroupRow[], from: CriteriaRow, step: 1 | -1): SentenceRow {
  const all = sentencesIn(groups);
  const index = all.indexOf(sentencesIn([from])[0]!);
  // After a group or an issue comes its first sentence.
  const next = from.kind !== "sentence" && step === 1 ? index : index + step;
  return all[(next + all.length) % all.length]!;
}
