import path from "node:path";
import { displayName, version } from "../../../../package.json";
import { type Determination, determinations } from "../../features/workspace/determinations.ts";
import { createReportBuilder, type ReportInput } from "../../features/workspace/report.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { calendarDay, dayInWords } from "../../letter/isoDate.ts";
import { reportHtml } from "../../report/reportHtml.ts";
import { review } from "../../review/review.ts";
import type { Severity } from "../../review/types.ts";
import { relativeLink } from "../io/relativeLink.ts";
import { pluralize } from "../pluralize.ts";
import type { LetterCommand } from "./command.ts";

export interface ReportOptions {
  /** What was given: files, folders, patterns. */
  readonly paths: readonly string[];
  /** The letters are files to which the page can link. */
  readonly links: boolean;
  readonly output?: string;
  readonly rules?: Readonly<Record<string, Severity>>;
}

/** Exit codes beyond it are of programs that were stopped. */
const stoppedFrom = 128;

interface Told {
  readonly determinations: readonly Determination[];
  readonly findings: ReportInput["findings"];
}

/** `imr-letters report`: one page on all letters, written when the last one is read. */
export function report(
  { paths, links, output = "-", rules: severities = {} }: ReportOptions,
  knowledge: Knowledge,
): LetterCommand<Told> {
  const today = calendarDay(new Date());
  const begun = createReportBuilder(knowledge);
  let [issues, unreadable] = [0, 0];
  return {
    begin: () => "",
    read: ({ letter }) => ({
      determinations: determinations(letter, knowledge).map(({ determination }) => determination),
      findings: review(letter, knowledge, { severities, today }).map(({ rule, severity }) => ({
        rule,
        severity,
      })),
    }),
    print(file, told) {
      issues += told.determinations.length;
      begun.add({
        name: file,
        href: links ? relativeLink(path.dirname(output), file) : undefined,
        issues: told.determinations.map((determination) => ({ determination })),
        findings: told.findings,
      });
      return "";
    },
    unreadable() {
      unreadable++;
    },
    end(exitCode) {
      // Half a report would be taken for a whole one.
      if (exitCode > stoppedFrom) return "";
      return reportHtml(begun.finish(), {
        title: paths.join(", ") || "standard input",
        made: dayInWords(today),
        program: `${displayName} ${version}`,
        notes:
          unreadable > 0
            ? [`Not counted: ${pluralize(unreadable, "file", "files")} that could not be read.`]
            : [],
      });
    },
    summary: () => [pluralize(issues, "issue", "issues")],
    exitCode: () => 0,
  };
}
