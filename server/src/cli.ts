/** `imr-letters`: the command line. What its exit codes mean stands in `exitCodes`. */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { Command, CommanderError, Option } from "commander";
import { homepage, version } from "../../package.json";
import { editDistance } from "./base/editDistance.ts";
import type { CommandSpec } from "./cli/commands/commandSpec.ts";
import { formats } from "./cli/formats/formats.ts";
import { readsStdin } from "./cli/io/inputs.ts";
import { namesStandardOutput } from "./cli/io/output.ts";
import { loadPacks, packsIn } from "./cli/io/packFolder.ts";
import { printError } from "./cli/io/printError.ts";
import { runWorker } from "./cli/pool/workers.ts";
import { runCommand } from "./cli/run.ts";
import { UsageError } from "./cli/usageError.ts";
import { recordForms } from "./features/workspace/records.ts";
import { rules } from "./review/rules.ts";
import type { Severity } from "./review/types.ts";

const severities: readonly Severity[] = ["off", "hint", "information", "warning", "error"];
const ruleIds = new Set(rules.map(({ id }) => id));

/** "letter/section-order=off", or the name of a JSON file that holds such pairs. */
function readRules(given: string, before: Readonly<Record<string, Severity>> = {}): Record<string, Severity> {
  const pairs = given.includes("=") ? { [given.split("=")[0] ?? ""]: given.split("=")[1] } : readJson(given);
  for (const [rule, severity] of Object.entries(pairs)) {
    if (!ruleIds.has(rule)) throw new UsageError(`There is no rule “${rule}”. ${suggestionFor(rule)}`);
    if (!severities.includes(severity as Severity)) {
      throw new UsageError(`“${rule}” can be ${severities.join(", ")}, not “${String(severity)}”.`);
    }
  }
  return { ...before, ...(pairs as Record<string, Severity>) };
}

function suggestionFor(rule: string): string {
  const [nearest] = [...ruleIds]
    .map((id) => ({ id, edits: editDistance(id, rule) }))
    .sort((a, b) => a.edits - b.edits);
  return nearest && nearest.edits <= 3
    ? `Did you mean “${nearest.id}”?`
    : `All rules: ${homepage.split("#")[0]}/blob/main/docs/rules.md`;
}

/** Files of rules that have been read. */
const rulesFiles: string[] = [];

function readJson(file: string): Readonly<Record<string, unknown>> {
  rulesFiles.push(file);
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Said below.
  }
  throw new UsageError(`“${file}” is no JSON file of rules and their severities.`);
}

const readCount =
  (option: string, least: number) =>
  (given: string): number => {
    const count = Number(given);
    if (!Number.isInteger(count) || count < least)
      throw new UsageError(`${option} takes a whole number from ${least}.`);
    return count;
  };

const exitCodes = `
Exit codes:
  0    done; check found no error, and no more warnings than allowed
  1    check found errors, or more warnings than allowed
  2    it could not run, found no letter, or could not read a file
  130  stopped by Ctrl-C`;

const examples = (...lines: readonly string[]): string =>
  ["", "Examples:", ...lines.map((line) => `  imr-letters ${line}`)].join("\n");

const program = new Command("imr-letters")
  .description("Checks California IMR determination letters. Everything happens on this machine.")
  .version(version)
  .helpOption("-h, --help", "show help")
  .helpCommand("help [command]", "show help for a command")
  .showHelpAfterError("See imr-letters --help.")
  .addHelpText("after", `${examples("check letters/", "help check")}\n${exitCodes}`)
  .configureOutput({
    outputError: (words) => printError(words.trimEnd().replace(/\n(?=\(Did you mean )/, " ")),
  })
  .exitOverride();

const toFile = new Option("-o, --output <file>", "write there; the file is whole, or stays as it was");
const force = new Option("--force", "write over a file even where it is a letter");
const jobs = new Option("-j, --jobs <number>", "letters worked on at once")
  .argParser(readCount("--jobs", 1))
  .default(availableParallelism(), "one a processor core");
const verbose = new Option("-v, --verbose", "name every file that is no letter");
const packs = new Option("--packs <folder>", "guideline packs to take into account");
const ruleSeverities = new Option(
  "--rules <rule=severity>",
  "a rule's severity, or a JSON file of them; may be repeated",
).argParser(readRules);
const asLines = new Option("--ndjson", 'standard input holds a letter a line: {"id": …, "text": …}');

/** A command on letters, with the options that all of them have last. */
function onLetters(name: string, description: string, own: readonly Option[]): Command {
  const command = program
    .command(name)
    .description(description)
    .hook("preAction", (_, called) => {
      if (namesStandardOutput(called.opts().output)) called.setOptionValue("output", undefined);
    })
    .argument("[paths...]", "files, folders or patterns; - or nothing reads standard input")
    .helpOption("-h, --help", "show help")
    .showHelpAfterError(`See imr-letters ${name} --help.`);
  for (const option of [...own, toFile, force, asLines, jobs, verbose]) command.addOption(option);
  return command;
}

onLetters("check", "Finds what letters lack or contradict.", [
  new Option("-f, --format <format>", "form of the findings").choices(Object.keys(formats)).default("text"),
  ruleSeverities,
  new Option("--max-warnings <count>", "how many warnings are no failure")
    .argParser(readCount("--max-warnings", 0))
    .default(0),
  packs,
])
  .addHelpText(
    "after",
    examples(
      "check letters/",
      'check "archive/CM16*.txt" --format sarif --output findings.sarif',
      "check letters/ --rules letter/drug-spelling=off --max-warnings 3",
    ),
  )
  .action((given: string[], options) =>
    runCommand(given, options, { command: "check", options, data: loadPacks(options.packs) }, [
      ...rulesFiles,
      ...packsIn(options.packs),
    ]),
  );

onLetters("outline", "Lists the sections and issues of letters with their decisions.", [])
  .addHelpText("after", examples("outline CM16-0990004.txt"))
  .action((given: string[], options) => runCommand(given, options, { command: "outline" }));

onLetters("export", "Writes a record for each issue.", [
  new Option("-f, --format <format>", "form of the records")
    .choices(Object.keys(recordForms))
    .default("ndjson"),
  packs,
])
  .addHelpText(
    "after",
    examples("export letters/ --output issues.ndjson", "export letters/ --format csv > issues.csv"),
  )
  .action((given: string[], options) =>
    runCommand(
      given,
      options,
      { command: "export", options, data: loadPacks(options.packs) },
      packsIn(options.packs),
    ),
  );

onLetters("report", "Writes one HTML page about all letters: what they decide and lack.", [
  ruleSeverities,
  packs,
])
  .addHelpText("after", examples("report letters/ --output report.html", "report letters/ > report.html"))
  .action((given: string[], options) => {
    const { output, rules } = options;
    if (output === undefined && process.stdout.isTTY)
      throw new UsageError("A report is a page for a browser: name its file with --output report.html.");
    const links = !readsStdin(given);
    const data = loadPacks(options.packs);
    return runCommand(
      given,
      options,
      { command: "report", options: { paths: given, links, output, rules }, data },
      [...rulesFiles, ...packsIn(options.packs)],
    );
  });

if (parentPort) runWorker(parentPort, workerData as CommandSpec);
else
  program.parseAsync().catch((error: unknown) => {
    // The parser has already said what is wrong with its own arguments.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      printError(
        error instanceof UsageError
          ? `imr-letters: ${error.message}`
          : `imr-letters failed: ${nameOf(error)}`,
      );
      process.exitCode = 2;
    }
  });

/** The message could quote a letter. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown error");
