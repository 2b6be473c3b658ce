import type { Knowledge } from "../../knowledge/types.ts";
import { calendarDay } from "../../letter/isoDate.ts";
import { severityRank } from "../../review/mostSevere.ts";
import { hasFutureDate } from "../../review/rules/chronology.ts";
import type { Severities } from "../../review/severitySettings.ts";
import type { ReviewedFinding } from "../../review/types.ts";
import { type FormatName, formats } from "../formats/formats.ts";
import { locateFindings, type ReportedFinding } from "../formats/reportedFinding.ts";
import { pluralize } from "../pluralize.ts";
import type { LetterCommand } from "./command.ts";

export interface CheckOptions {
  readonly format: FormatName;
  readonly severities: Severities;
  /** Milder problems are neither reported nor counted. */
  readonly minSeverity?: ReviewedFinding["severity"];
  readonly maxWarnings: number;
}

/** `imr-letters check`: reports problems. Exits with 1 for any error, and for more warnings than allowed. */
export function check(
  { format: name, severities, minSeverity = "hint", maxWarnings }: CheckOptions,
  knowledge: Knowledge,
): LetterCommand<readonly ReportedFinding[]> {
  const format = formats[name];
  const today = calendarDay(new Date());
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  let isFirst = true;
  let lettersWithFindings = 0;
  return {
    dependsOn: { severities, minSeverity },
    isOfToday: ({ letter }) => hasFutureDate(letter, today),
    begin: () => format.begin,
    read: (input) =>
      locateFindings(input, knowledge, severities, today).filter(
        ({ severity }) => severityRank(severity) >= severityRank(minSeverity),
      ),
    print(file, findings) {
      for (const { severity } of findings) counts[severity]++;
      if (findings.length > 0) lettersWithFindings++;
      const printed = format.letter(file, findings, isFirst);
      if (printed !== "") isFirst = false;
      return printed;
    },
    unreadable: format.unreadable,
    end: format.end,
    summary: () => [summaryOf(counts, lettersWithFindings)],
    exitCode: () => (counts.error > 0 || counts.warning > maxWarnings ? 1 : 0),
  };
}

/** "3 problems in 2 letters: 2 warnings, 1 hint". */
function summaryOf(counts: Readonly<Record<ReportedFinding["severity"], number>>, letters: number): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (all === 0) return "no problems";
  const each = [
    pluralize(counts.error, "error", "errors"),
    pluralize(counts.warning, "warning", "warnings"),
    pluralize(counts.information, "informational", "informational"),
    pluralize(counts.hint, "hint", "hints"),
  ].filter((words) => !words.startsWith("0 "));
  return `${pluralize(all, "problem", "problems")} in ${pluralize(letters, "letter", "letters")}: ${each.join(", ")}`;
}
