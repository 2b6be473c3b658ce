import type { Knowledge } from "../knowledge/types.ts";
import type { Severity } from "../review/types.ts";
import { type FoundIn, findingsIn } from "./findings.ts";
import { type FormatName, formats } from "./formats.ts";
import type { Task } from "./task.ts";

export interface CheckOptions {
  readonly format: FormatName;
  readonly rules?: Readonly<Record<string, Severity>>;
  readonly maxWarnings: number;
}

/** `imr-letters check`: what letters lack or contradict. Fails on errors, and on more warnings than allowed. */
export function check(
  { format: name, rules = {}, maxWarnings }: CheckOptions,
  knowledge: Knowledge,
): Task<readonly FoundIn[]> {
  const format = formats[name];
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  let isFirst = true;
  return {
    begin: () => format.begin,
    read: ({ text, letter }) => findingsIn(text, letter, knowledge, rules, today),
    print(file, found) {
      for (const { severity } of found) counts[severity]++;
      const printed = format.letter(file, found, isFirst);
      if (printed !== "") isFirst = false;
      return printed;
    },
    end: () => format.end,
    summary: () => [
      ...(counts.error > 0 ? [`${counts.error} errors`] : []),
      `${counts.warning} ${counts.warning === 1 ? "warning" : "warnings"}`,
      `${counts.information + counts.hint} remarks`,
    ],
    exitCode: () => (counts.error > 0 || counts.warning > maxWarnings ? 1 : 0),
  };
}
