import path from "node:path";
import { displayName, version } from "../../../../package.json";
import { determinations } from "../../features/workspace/determinations.ts";
import { createReportBuilder, type ReportInput } from "../../features/workspace/report.ts";
import { reportInputIssue } from "../../features/workspace/reportIssue.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { calendarDay, dayInWords } from "../../letter/isoDate.ts";
import { reportHtml } from "../../report/reportHtml.ts";
import { review } from "../../review/review.ts";
import { hasFutureDate } from "../../review/rules/chronology.ts";
import type { Severities } from "../../review/severitySettings.ts";
import { relativeLink } from "../io/relativeLink.ts";
import { pluralize } from "../pluralize.ts";
import type { LetterCommand } from "./command.ts";

export interface ReportOptions {
  /** The paths as given: files, folders, patterns. */
  readonly paths: readonly string[];
  /** Whether the page links to the letters, which are files then. */
  readonly links: boolean;
  readonly output?: string;
  readonly severities: Severities;
}

/** Exit codes from here on are those of a program that was stopped by a signal. */
const firstSignalExitCode = 128;

type LetterData = Pick<ReportInput, "issues" | "findings">;

/** `imr-letters report`: writes one page on all letters after it has read the last one. */
export function report(
  { paths, links, output = "-", severities }: ReportOptions,
  knowledge: Knowledge,
): LetterCommand<LetterData> {
  const today = calendarDay(new Date());
  const builder = createReportBuilder(knowledge);
  let [issues, unreadable, repeated] = [0, 0, 0];
  return {
    dependsOn: { severities },
    isOfToday: ({ letter }) => hasFutureDate(letter, today),
    begin: () => "",
    read: ({ letter }) => ({
      issues: determinations(letter, knowledge).map(({ determination }) => reportInputIssue(determination)),
      findings: review(letter, knowledge, { severities, today }).map(({ rule, severity }) => ({
        rule,
        severity,
      })),
    }),
    print(file, data) {
      issues += data.issues.length;
      builder.add({
        name: file,
        href: links ? relativeLink(path.dirname(output), file) : undefined,
        ...data,
      });
      return "";
    },
    unreadable() {
      unreadable++;
    },
    repeated() {
      repeated++;
    },
    end(exitCode) {
      // Nobody would notice that a report on some of the letters is incomplete.
      if (exitCode > firstSignalExitCode) return "";
      return reportHtml(builder.finish(), {
        title: paths.join(", ") || "standard input",
        made: dayInWords(today),
        program: `${displayName} ${version}`,
        notes: [
          ...(unreadable > 0
            ? [
                `${pluralize(unreadable, "file", "files")} couldn't be read and ${unreadable === 1 ? "isn't" : "aren't"} counted.`,
              ]
            : []),
          ...(repeated > 0
            ? [
                `${pluralize(repeated, "file has", "files have")} a letter that is also in a file of another kind, such as a PDF and its text. Each letter is counted once.`,
              ]
            : []),
        ],
      });
    },
    summary: () => [pluralize(issues, "issue", "issues")],
    exitCode: () => 0,
  };
}
