/** `imr-letters`: the command line. Exit codes: 0 nothing found, 1 findings, 2 it could not run, 130 stopped by Ctrl-C. */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { Command, CommanderError, Option } from "commander";
import { version } from "../../package.json";
import { formats } from "./cli/formats.ts";
import type { Job } from "./cli/job.ts";
import { dataWith } from "./cli/packFolder.ts";
import { recordForms } from "./cli/records.ts";
import { runOver } from "./cli/run.ts";
import { answerAsThread } from "./cli/workers.ts";
import { rules } from "./review/rules.ts";
import type { Severity } from "./review/types.ts";

const severities: readonly Severity[] = ["off", "hint", "information", "warning", "error"];
const ruleIds = new Set(rules.map(({ id }) => id));

/** "letter/section-order=off", or the name of a JSON file that holds such pairs. */
function readRules(given: string, before: Readonly<Record<string, Severity>> = {}): Record<string, Severity> {
  const pairs = given.includes("=") ? { [given.split("=")[0] ?? ""]: given.split("=")[1] } : readJson(given);
  for (const [rule, severity] of Object.entries(pairs)) {
    if (!ruleIds.has(rule)) throw new Problem(`There is no rule “${rule}”. See docs/rules.md.`);
    if (!severities.includes(severity as Severity)) {
      throw new Problem(`“${rule}” can be ${severities.join(", ")}, not “${String(severity)}”.`);
    }
  }
  return { ...before, ...(pairs as Record<string, Severity>) };
}

function readJson(file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Said below.
  }
  throw new Problem(`“${file}” is no JSON file of rules and their severities.`);
}

const readCount =
  (option: string, least: number) =>
  (given: string): number => {
    const count = Number(given);
    if (!Number.isInteger(count) || count < least)
      throw new Problem(`${option} takes a whole number from ${least}.`);
    return count;
  };

/** What the user reads instead of a stack. */
class Problem extends Error {}

const program = new Command("imr-letters")
  .description("Checks California IMR determination letters. Everything happens on this machine.")
  .version(version)
  .exitOverride();

const paths = "files, folders or patterns; - or nothing reads standard input";
const toFile = new Option("-o, --output <file>", "write there; the file is whole or not there");
const jobs = new Option("-j, --jobs <number>", "letters worked on at once")
  .argParser(readCount("--jobs", 1))
  .default(availableParallelism(), "one a processor core");
const verbose = new Option("-v, --verbose", "name every file that is no letter");
const packs = new Option("--packs <folder>", "guideline packs to take into account");
const asLines = new Option("--ndjson", 'standard input holds a letter a line: {"id": …, "text": …}');

program
  .command("check [paths...]")
  .description(`finds what letters lack or contradict (${paths})`)
  .addOption(
    new Option("-f, --format <format>", "form of the findings").choices(Object.keys(formats)).default("text"),
  )
  .addOption(
    new Option(
      "--rules <rule=severity>",
      "a rule's severity, or a JSON file of them; may be repeated",
    ).argParser(readRules),
  )
  .addOption(
    new Option("--max-warnings <count>", "as many warnings are no failure")
      .argParser(readCount("--max-warnings", 0))
      .default(0),
  )
  .addOption(packs)
  .addOption(toFile)
  .addOption(asLines)
  .addOption(jobs)
  .addOption(verbose)
  .action((given: string[], options) =>
    runOver(given, options, { command: "check", options, data: dataWith(options.packs) }),
  );

program
  .command("outline [paths...]")
  .description(`lists the issues of letters with their decisions (${paths})`)
  .addOption(toFile)
  .addOption(asLines)
  .addOption(jobs)
  .addOption(verbose)
  .action((given: string[], options) => runOver(given, options, { command: "outline" }));

program
  .command("export [paths...]")
  .description(`writes a record for each issue (${paths})`)
  .addOption(
    new Option("-f, --format <format>", "form of the records")
      .choices(Object.keys(recordForms))
      .default("ndjson"),
  )
  .addOption(packs)
  .addOption(toFile)
  .addOption(asLines)
  .addOption(jobs)
  .addOption(verbose)
  .action((given: string[], options) =>
    runOver(given, options, { command: "export", options, data: dataWith(options.packs) }),
  );

if (parentPort) answerAsThread(parentPort, workerData as Job);
else
  program.parseAsync().catch((error: unknown) => {
    // The parser has already said what is wrong with its own arguments.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      console.error(
        error instanceof Problem ? `imr-letters: ${error.message}` : `imr-letters failed: ${nameOf(error)}`,
      );
      process.exitCode = 2;
    }
  });

/** The message could quote a letter. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown error");
