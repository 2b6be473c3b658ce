/** Breaks letters with all operators, and checks whether the review finds it. */
import type { Knowledge } from "../../../server/src/knowledge/types.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { review } from "../../../server/src/review/review.ts";
import type { ReviewedFinding } from "../../../server/src/review/types.ts";
import { applied, type Edit, type Mutant, type Operator } from "./breaking.ts";

export interface Source {
  readonly name: string;
  readonly text: string;
}

export interface Tally {
  readonly operator: string;
  readonly made: number;
  readonly missed: readonly string[];
}

/** Tries every `stride`-th mutant of each operator, counted over all letters. */
export function tally(
  operators: readonly Operator[],
  sources: readonly Source[],
  knowledge: Knowledge,
  stride = 1,
): readonly Tally[] {
  const find = (text: string) => review(parse(text), knowledge, { severities: {} });
  const letters = sources.map(({ name, text }) => ({
    name,
    letter: parse(text),
    before: counted(find(text)),
  }));
  return operators.map(({ name: operator, mutants }) => {
    let seen = 0;
    let made = 0;
    const missed: string[] = [];
    for (const { name, letter, before } of letters) {
      for (const mutant of mutants(letter, knowledge)) {
        if (seen++ % stride > 0) continue;
        made++;
        const region = regionOf(mutant, letter.issues[mutant.issue ?? -1]?.span);
        const fresh = newOnes(find(applied(letter.text, mutant.edits)), before);
        if (!fresh.some((finding) => concerns(finding, region))) {
          missed.push(
            `${name}${mutant.issue === undefined ? "" : `, issue ${mutant.issue + 1}`}: ${shown(letter.text, mutant.edits)}`,
          );
        }
      }
    }
    return { operator, made, missed };
  });
}

interface Region {
  readonly start: number;
  readonly end: number;
}

/** The span of the broken issue in the broken letter, or of the whole letter if no issue is broken. */
function regionOf({ edits }: Mutant, issue: Region | undefined): Region {
  if (!issue) return { start: 0, end: Number.POSITIVE_INFINITY };
  const shift = (before: number) =>
    edits
      .filter((edit) => edit.start < before)
      .reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  return { start: issue.start + shift(issue.start), end: issue.end + shift(issue.end + 1) };
}

function concerns({ start, related }: ReviewedFinding, region: Region): boolean {
  return [start, ...related.map((r) => r.start)].some((at) => region.start <= at && at <= region.end);
}

const key = ({ rule, message }: ReviewedFinding) => `${rule} ${message}`;

function counted(findings: readonly ReviewedFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(key(finding), (counts.get(key(finding)) ?? 0) + 1);
  return counts;
}

/** The findings that the sound letter doesn't have, or not as often. */
function newOnes(
  findings: readonly ReviewedFinding[],
  before: ReadonlyMap<string, number>,
): readonly ReviewedFinding[] {
  const now = counted(findings);
  return findings.filter((finding) => (now.get(key(finding)) ?? 0) > (before.get(key(finding)) ?? 0));
}

function shown(text: string, edits: readonly Edit[]): string {
  return edits
    .map((edit) => `“${short(text.slice(edit.start, edit.end))}” → “${short(edit.text)}”`)
    .join("; ");
}

const short = (words: string) => words.replace(/\s+/g, " ").replace(/^(.{50}).+(.{20})$/, "$1 … $2");

/** How many missed mutants of each operator are listed. */
const listed = 10;

/** The table of operators, followed by the mutants that were missed. */
export function table(tallies: readonly Tally[]): string {
  const rows = tallies.map(
    ({ operator, made, missed }) =>
      `${String(made).padStart(6)} ${String(made - missed.length).padStart(6)}  ${operator}`,
  );
  const made = tallies.reduce((sum, t) => sum + t.made, 0);
  const found = made - tallies.reduce((sum, t) => sum + t.missed.length, 0);
  const total = `${String(made).padStart(6)} ${String(found).padStart(6)}  ${((100 * found) / made).toFixed(2)} %`;
  const misses = tallies.flatMap(({ operator, missed }) => [
    ...missed.slice(0, listed).map((m) => `  ${operator}: ${m}`),
    ...(missed.length > listed ? [`  ${operator}: and ${missed.length - listed} more`] : []),
  ]);
  return ["  made  found  operator", ...rows, total, "Not found:", ...misses].join("\n");
}
