import { safeJson } from "../../base/safeJson.ts";
import { outcomeOf } from "../../features/workspace/reportGroups.ts";
import { wordsOf } from "../../knowledge/normalize.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { type CriterionRecord, criterionRecords } from "../formats/criterionRecord.ts";
import { placeInWords } from "../formats/reportedFinding.ts";
import { escapeControls } from "../io/escapeControls.ts";
import { pluralize } from "../pluralize.ts";
import type { LetterCommand } from "./command.ts";

export const criteriaFormats = ["text", "ndjson"] as const;

export interface CriteriaOptions {
  readonly format: (typeof criteriaFormats)[number];
  /** Words that the section and its guideline must have; all sections without them. */
  readonly section?: string;
}

interface StatedIn extends CriterionRecord {
  readonly file: string;
}

/**
 * `imr-letters criteria`: prints the sentences by which rationales state the criteria of the sections that they cite. As text,
 * by section, after the last letter has been read; as NDJSON, letter by letter.
 */
export function criteria(
  { format, section = "" }: CriteriaOptions,
  knowledge: Knowledge,
): LetterCommand<readonly CriterionRecord[]> {
  const sought = wordsOf(section);
  const kept: StatedIn[] = [];
  const letters = new Set<number>();
  let [letter, sentences] = [0, 0];
  return {
    dependsOn: { sought },
    begin: () => "",
    read: (input) => criterionRecords(input, knowledge).filter((record) => hasWords(record, sought)),
    print(file, records) {
      letter++;
      if (records.length > 0) letters.add(letter);
      sentences += records.length;
      if (format === "ndjson") return records.map((one) => `${safeJson({ file, ...one })}\n`).join("");
      for (const one of records) kept.push({ file, ...one });
      return "";
    },
    end: () =>
      bySection(kept)
        .map((records) => `${sectionLines(records).map(escapeControls).join("\n")}\n\n`)
        .join(""),
    summary: () => [
      `${pluralize(sentences, "sentence", "sentences")} in ${pluralize(letters.size, "letter", "letters")}`,
    ],
    exitCode: () => 0,
  };
}

function hasWords({ section, edition }: CriterionRecord, sought: readonly string[]): boolean {
  if (sought.length === 0) return true;
  const own = wordsOf(`${section ?? ""} ${edition}`);
  return sought.every((word) => own.includes(word));
}

const nameOf = ({ section, edition }: CriterionRecord): string =>
  section === null ? edition : `${section}, ${edition}`;

/** A letter of a file; a file may have several. */
const letterOf = ({ file, caseNumber, decisionDate }: StatedIn): string =>
  `${file}\n${caseNumber}\n${decisionDate}`;

const countLetters = (records: readonly StatedIn[]): number => new Set(records.map(letterOf)).size;

/** The sections that most letters state first. */
const bySection = (records: readonly StatedIn[]): readonly (readonly StatedIn[])[] =>
  [...groupsOf(records, (one) => nameOf(one).toLowerCase())]
    .sort(([a, own], [b, others]) => countLetters(others) - countLetters(own) || (a < b ? -1 : 1))
    .map(([, own]) => own);

const outcomes = {
  upheld: "Upheld",
  overturned: "Overturned",
  other: "Other decisions",
  none: "No decision",
};

/** Upheld and overturned issues apart, the newest letters first, and undated ones last. */
function sectionLines(records: readonly StatedIn[]): readonly string[] {
  const [first] = records;
  const newestFirst = records.toSorted((a, b) => compare(b.decisionDate ?? "", a.decisionDate ?? ""));
  const groups = groupsOf(newestFirst, ({ decision }) => outcomeOf(decision));
  return [
    `${first ? nameOf(first) : ""}: ${pluralize(countLetters(records), "letter", "letters")}`,
    ...(Object.keys(outcomes) as (keyof typeof outcomes)[]).flatMap((outcome) => {
      const own = groups.get(outcome) ?? [];
      if (own.length === 0) return [];
      return [
        `  ${outcomes[outcome]}: ${pluralize(countLetters(own), "letter", "letters")}`,
        ...issueLines(own),
      ];
    }),
  ];
}

const issueLines = (records: readonly StatedIn[]): readonly string[] =>
  [...groupsOf(records, (one) => `${letterOf(one)}\n${one.issue}`).values()].flatMap((own) => [
    ...own.slice(0, 1).map(({ file, caseNumber, decisionDate, treatment }) => {
      const letter = [caseNumber ?? file, ...(decisionDate === null ? [] : [decisionDate])].join(", ");
      return `    ${letter}: ${treatment}`;
    }),
    ...own.map((one) => `      ${placeInWords(one.file, placeOf(one))}: ${one.sentence}`),
  ]);

const placeOf = ({ line, column, page, lineOnPage }: CriterionRecord) => ({
  line,
  column,
  ...(page === null ? {} : { page }),
  ...(lineOnPage === null ? {} : { lineOnPage }),
});

/** In the order of their first members. */
function groupsOf<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
