/** `imr-letters`: the command line. `exitCodes` documents its exit codes. */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { Command, CommanderError, Option } from "commander";
import { homepage, version } from "../../package.json";
import { editDistance } from "./base/editDistance.ts";
import type { CommandSpec } from "./cli/commands/commandSpec.ts";
import { criteriaFormats } from "./cli/commands/criteria.ts";
import { formats } from "./cli/formats/formats.ts";
import { readsStdin } from "./cli/io/inputs.ts";
import { namesStandardOutput, toStandardOutput } from "./cli/io/output.ts";
import { loadPacks, packsIn } from "./cli/io/packFolder.ts";
import { printError } from "./cli/io/printError.ts";
import { runWorker } from "./cli/pool/workers.ts";
import { runCommand } from "./cli/run.ts";
import { UsageError } from "./cli/usageError.ts";
import { recordForms } from "./features/workspace/records.ts";
import { rules } from "./review/rules.ts";
import type { Severity } from "./review/types.ts";

const severities: readonly Severity[] = ["off", "hint", "information", "warning", "error"];
const allSeverities = new Intl.ListFormat("en-US", { type: "disjunction" }).format(severities);
const ruleIds = new Set(rules.map(({ id }) => id));

/**
 * Adds the severities in `value` to `previous`: "letter/section-order=off", or the path of a JSON file with such pairs.
 * @throws {UsageError} for an unknown rule or severity.
 */
function readRules(
  value: string,
  previous: Readonly<Record<string, Severity>> = {},
): Record<string, Severity> {
  const pairs = value.includes("=") ? { [value.split("=")[0] ?? ""]: value.split("=")[1] } : readJson(value);
  for (const [rule, severity] of Object.entries(pairs)) {
    if (!ruleIds.has(rule)) throw new UsageError(`Unknown rule “${rule}”. ${suggestionFor(rule)}`);
    if (!severities.includes(severity as Severity)) {
      throw new UsageError(`The severity of “${rule}” must be ${allSeverities}, not “${String(severity)}”.`);
    }
  }
  return { ...previous, ...(pairs as Record<string, Severity>) };
}

function suggestionFor(rule: string): string {
  const [nearest] = [...ruleIds]
    .map((id) => ({ id, edits: editDistance(id, rule) }))
    .sort((a, b) => a.edits - b.edits);
  return nearest && nearest.edits <= 3
    ? `Did you mean “${nearest.id}”?`
    : `See ${homepage.split("#")[0]}/blob/main/docs/rules.md for all rules.`;
}

/** Paths of the JSON files given with `--rules`. */
const rulesFiles: string[] = [];

function readJson(file: string): Readonly<Record<string, unknown>> {
  rulesFiles.push(file);
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Reported below.
  }
  throw new UsageError(`“${file}” isn't a JSON object of rule severities.`);
}

const readCount =
  (option: string, min: number) =>
  (value: string): number => {
    const count = Number(value);
    if (!Number.isInteger(count) || count < min)
      throw new UsageError(`${option} must be an integer of at least ${min}.`);
    return count;
  };

const exitCodes = `
Exit codes:
  0    success; check found no errors and no more warnings than allowed
  1    check found errors or more warnings than allowed
  2    failed to run, found no letters, or couldn't read a file
  130  stopped with Ctrl+C`;

const examples = (...lines: readonly string[]): string =>
  ["", "Examples:", ...lines.map((line) => `  imr-letters ${line}`)].join("\n");

function failToWrite(): void {
  // Help is written in pieces.
  if (process.exitCode === 2) return;
  printError("imr-letters: couldn't write to standard output.");
  process.exitCode = 2;
}

const program = new Command("imr-letters")
  .description(
    "Check California Independent Medical Review (IMR) letters. Everything stays on this computer.",
  )
  .version(version, "-V, --version", "show the version")
  .helpOption("-h, --help", "show help")
  .helpCommand("help [command]", "Show help for a command")
  .showHelpAfterError("For help, run imr-letters --help.")
  .addHelpText("after", `${examples("check letters/", "help check")}\n${exitCodes}`)
  .configureOutput({
    // The stream for a redirected file ignores a full disk.
    writeOut: (text) => void toStandardOutput().write(text).catch(failToWrite),
    outputError: (text) => printError(text.trimEnd().replace(/\n(?=\(Did you mean )/, " ")),
  })
  .exitOverride();

const toFile = new Option("-o, --output <file>", "write to <file> (replaced only when complete)");
const force = new Option("--force", "overwrite a file even if it's a letter");
const jobs = new Option("-j, --jobs <number>", "number of letters to process in parallel")
  .argParser(readCount("--jobs", 1))
  .default(availableParallelism(), "one per CPU core");
const verbose = new Option("-v, --verbose", "list every file that isn't a letter");
const packs = new Option("--packs <folder>", "folder of guideline packs");
const ruleSeverities = new Option(
  "--rules <rule=severity>",
  "severity of a rule, or a JSON file of severities; can be repeated",
).argParser(readRules);
const cache = new Option(
  "--cache <folder>",
  "keep the text of PDF and Word files in <folder>, to not read them again",
);
const ndjson = new Option("--ndjson", 'read one letter per line from standard input: {"id": …, "text": …}');

/** Adds a command that reads letters: with its own options, then those that all commands have. */
function addCommand(name: string, description: string, own: readonly Option[]): Command {
  const command = program
    .command(name)
    .description(description)
    .hook("preAction", (_, action) => {
      if (namesStandardOutput(action.opts().output)) action.setOptionValue("output", undefined);
    })
    .argument("[paths...]", "files, folders, or patterns; omit them or use - to read standard input")
    .helpOption("-h, --help", "show help")
    .showHelpAfterError(`For help, run imr-letters ${name} --help.`);
  for (const option of [...own, toFile, force, ndjson, cache, jobs, verbose]) command.addOption(option);
  return command;
}

addCommand("check", "Check letters for missing or contradictory content", [
  new Option("-f, --format <format>", "output format").choices(Object.keys(formats)).default("text"),
  ruleSeverities,
  new Option("--max-warnings <count>", "exit with code 1 if there are more warnings than this")
    .argParser(readCount("--max-warnings", 0))
    .default(0),
  packs,
])
  .addHelpText(
    "after",
    examples(
      "check letters/",
      'check "archive/CM16*.txt" --format sarif --output results.sarif',
      "check letters/ --rules letter/drug-spelling=off --max-warnings 3",
    ),
  )
  .action((paths: string[], options) =>
    runCommand(paths, options, { command: "check", options, data: loadPacks(options.packs) }, [
      ...rulesFiles,
      ...packsIn(options.packs),
    ]),
  );

addCommand("outline", "List the sections and issues of letters with their decisions", [])
  .addHelpText("after", examples("outline CM16-0990004.txt"))
  .action((paths: string[], options) => runCommand(paths, options, { command: "outline" }));

addCommand("text", "Print the text of PDF and Word files", [])
  .addHelpText("after", examples("text letter.pdf", "text letter.docx --output letter.txt"))
  .action((paths: string[], options) => runCommand(paths, options, { command: "text" }));

program
  .command("docx")
  .description("Write a letter as a Word file (.docx), in the form of published letters")
  .argument("<letter>", "a file; - is standard input")
  .addOption(toFile)
  .addOption(force)
  .addOption(cache)
  .helpOption("-h, --help", "show help")
  .showHelpAfterError("For help, run imr-letters docx --help.")
  .addHelpText("after", examples("docx letter.txt --output letter.docx", "docx letter.pdf > letter.docx"))
  .action((letter: string, options) => {
    const output = namesStandardOutput(options.output) ? undefined : options.output;
    if (output === undefined && process.stdout.isTTY)
      throw new UsageError("A Word file isn't text. Specify a file: --output letter.docx.");
    return runCommand([letter], { ...options, output, jobs: 1 }, { command: "docx" });
  });

addCommand("export", "Write a record for each issue", [
  new Option("-f, --format <format>", "output format").choices(Object.keys(recordForms)).default("ndjson"),
  packs,
])
  .addHelpText(
    "after",
    examples("export letters/ --output issues.ndjson", "export letters/ --format csv > issues.csv"),
  )
  .action((paths: string[], options) =>
    runCommand(
      paths,
      options,
      { command: "export", options, data: loadPacks(options.packs) },
      packsIn(options.packs),
    ),
  );

addCommand("criteria", "List how rationales state the criteria of cited sections", [
  new Option("-f, --format <format>", "output format").choices(criteriaFormats).default("text"),
  new Option("--section <words>", "only sections with these words in their title or guideline"),
  packs,
])
  .addHelpText(
    "after",
    examples(
      'criteria letters/ --section "special studies low back"',
      "criteria letters/ --format ndjson --output criteria.ndjson",
    ),
  )
  .action((paths: string[], options) =>
    runCommand(
      paths,
      options,
      { command: "criteria", options, data: loadPacks(options.packs) },
      packsIn(options.packs),
    ),
  );

addCommand("report", "Write an HTML report on all letters", [ruleSeverities, packs])
  .addHelpText("after", examples("report letters/ --output report.html", "report letters/ > report.html"))
  .action((paths: string[], options) => {
    const { output, rules } = options;
    if (output === undefined && process.stdout.isTTY)
      throw new UsageError("The report is an HTML page. Specify a file: --output report.html.");
    const links = !readsStdin(paths);
    const data = loadPacks(options.packs);
    return runCommand(paths, options, { command: "report", options: { paths, links, output, rules }, data }, [
      ...rulesFiles,
      ...packsIn(options.packs),
    ]);
  });

if (parentPort) runWorker(parentPort, workerData as CommandSpec);
else
  program.parseAsync().catch((error: unknown) => {
    // The parser has already reported it.
    if (error instanceof CommanderError) process.exitCode ??= error.exitCode === 0 ? 0 : 2;
    else {
      printError(
        error instanceof UsageError
          ? `imr-letters: ${error.message}`
          : `imr-letters failed: ${nameOf(error)}`,
      );
      process.exitCode = 2;
    }
  });

/** Only the name of an error, because its message could quote a letter. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown error");
