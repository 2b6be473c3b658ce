/** Compares what a rationale says is missing from the record with what the letter tells of. */

import { type RecordConflict, recordConflicts } from "../../analysis/statements/record.ts";
import { placeName } from "../../analysis/statements/statement.ts";
import type { Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings } from "./finding.ts";

export function missingFromRecord(letter: Letter): readonly Finding[] {
  return matchFindings(recordConflicts(letter), (conflict) => {
    const { denied, told } = conflict;
    const where = told.issue === denied.issue ? "the same rationale" : placeName(told);
    const message =
      conflict.topic.kind === "detail"
        ? `The rationale says that ${conflict.topic.name} isn't stated, but ${where} states it.`
        : `The rationale says there is no ${said(conflict)}, but ${where} tells of ${isOne(conflict) ? "one" : "it"}.`;
    return [
      createFinding(denied, message, [{ start: told.start, end: told.end, message: `This is in ${where}.` }]),
    ];
  });
}

/** Documents and tests are counted. */
const isOne = ({ topic: { kind } }: RecordConflict): boolean => kind === "document" || kind === "test";

const said = (conflict: RecordConflict): string =>
  isOne(conflict) ? `${conflict.topic.name} on file` : conflict.topic.name;
