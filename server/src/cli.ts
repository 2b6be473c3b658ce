/** `imr-letters`: the command line. `exitCodes` documents its exit codes. */
import { availableParallelism } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { Command, CommanderError, Option } from "commander";
import { version } from "../../package.json";
import type { CommandSpec } from "./cli/commands/commandSpec.ts";
import { criteriaFormats } from "./cli/commands/criteria.ts";
import { readColumn, readDate, writeDrugList } from "./cli/commands/drugList.ts";
import { formats } from "./cli/formats/formats.ts";
import { checkOptions } from "./cli/inputOptions.ts";
import { type FolderSettings, folderSettingsFor } from "./cli/io/folderSettings.ts";
import { readsStdin } from "./cli/io/inputs.ts";
import { namesStandardOutput, toStandardOutput } from "./cli/io/output.ts";
import { loadPacks, packsIn } from "./cli/io/packFolder.ts";
import { printError } from "./cli/io/printError.ts";
import { readShard } from "./cli/io/shard.ts";
import { runWorker } from "./cli/pool/workers.ts";
import { readRules, ruleIds, rulesFiles } from "./cli/ruleOptions.ts";
import { runCommand } from "./cli/run.ts";
import { UsageError } from "./cli/usageError.ts";
import { recordForms } from "./features/workspace/records.ts";
import { type PresetName, presetNames } from "./review/presets.ts";
import { type Severities, severitiesOf, severityNames } from "./review/severitySettings.ts";

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
const preset = new Option("--preset <name>", "preset of severities").choices(presetNames);
const exclude = new Option(
  "--exclude <pattern>",
  "leave out files and folders with names like <pattern>; can be repeated",
).argParser((pattern: string, previous: readonly string[] = []) => [...previous, pattern]);
const stdinFilename = new Option("--stdin-filename <file>", "name of standard input in the results");
const quiet = new Option("-q, --quiet", "print results and failures only");
const allowNoLetters = new Option("--allow-no-letters", "succeed if there are no letters, as in hooks");
const noSettings = new Option("--no-settings", "don't use the settings and packs in the folder .imr");
const cache = new Option(
  "--cache <folder>",
  "keep results, and the text of PDF and Word files, in <folder>; the next run reads only what has changed",
);
const filesFrom = new Option(
  "--files-from <file>",
  "read the paths in <file>, one per line; - is standard input",
);
const nullEnded = new Option("-z, --null", "paths in --files-from end in null characters, not lines");
const shard = new Option(
  "--shard <number/total>",
  "read only one share of the files, such as 3/16; all shares together are all files",
).argParser(readShard);
const failures = new Option(
  "--failures <file>",
  'write a line to <file> for each letter that couldn\'t be read: {"file": …, "status": …, "reason": …}',
);
const tolerateFailures = new Option(
  "--tolerate-failures",
  "letters that couldn't be read don't change the exit code",
);
const everyLine = new Option(
  "--every-line",
  "with --ndjson, write a line for every line read, even if it has no letter or nothing to list",
);
const resume = new Option("--resume", "go on where a run with --resume and the same --output was stopped");
const ndjson = new Option("--ndjson", 'read one letter per line from standard input: {"id": …, "text": …}');

/** Adds a command that reads letters: with its own options, then those that all commands have. */
function addCommand(name: string, description: string, own: readonly Option[]): Command {
  const command = program
    .command(name)
    .description(description)
    .hook("preAction", (_, action) => {
      if (namesStandardOutput(action.opts().output)) action.setOptionValue("output", undefined);
      checkOptions(action.opts(), action.args);
    })
    .argument("[paths...]", "files, folders, or patterns; omit them or use - to read standard input")
    .helpOption("-h, --help", "show help")
    .showHelpAfterError(`For help, run imr-letters ${name} --help.`);
  const common = [
    ...[filesFrom, nullEnded, exclude, shard, stdinFilename, ndjson, everyLine],
    ...[toFile, force, cache, resume, failures, tolerateFailures],
    ...[jobs, allowNoLetters, quiet, verbose],
  ];
  for (const option of [...own, ...common]) command.addOption(option);
  return command;
}

/** The options that decide how letters are checked. */
interface ReviewOptions {
  readonly preset?: PresetName;
  readonly rules?: Severities;
  readonly packs?: string;
  readonly settings: boolean;
  readonly quiet?: boolean;
}

/** What options and the folder `.imr` say: the severities, the data with packs, and the files that this was read from. */
function reviewedWith(paths: readonly string[], options: ReviewOptions) {
  const own = options.settings ? folderSettingsFor(paths, ruleIds) : undefined;
  if (filesOf(own).length > 0 && !options.quiet)
    printError(`Using the settings and packs in ${own?.folder}.`);
  const chosen = { preset: options.preset, rules: options.rules ?? {} };
  return {
    severities: own ? severitiesOf(own.settings, chosen) : severitiesOf(chosen),
    data: loadPacks(options.packs, own?.folder),
    files: [...rulesFiles, ...packsIn(options.packs), ...filesOf(own)],
  };
}

const filesOf = (own: FolderSettings | undefined): readonly string[] => [
  ...packsIn(own?.folder),
  ...(own?.file === undefined ? [] : [own.file]),
];

addCommand("check", "Check letters for missing or contradictory content", [
  new Option("-f, --format <format>", "output format").choices(Object.keys(formats)).default("text"),
  preset,
  ruleSeverities,
  new Option("--min-severity <severity>", "leave out milder problems").choices(severityNames.slice(1)),
  new Option("--max-warnings <count>", "exit with code 1 if there are more warnings than this")
    .argParser(readCount("--max-warnings", 0))
    .default(0),
  packs,
  noSettings,
])
  .addHelpText(
    "after",
    examples(
      "check letters/",
      'check "archive/CM16*.txt" --format sarif --output results.sarif',
      "check letters/ --rules letter/drug-spelling=off --max-warnings 3",
      "check . --exclude drafts --preset final --min-severity warning",
    ),
  )
  .action((paths: string[], options) => {
    const { severities, data, files } = reviewedWith(paths, options);
    return runCommand(paths, options, { command: "check", options: { ...options, severities }, data }, files);
  });

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
  new Option("--bom", "begin CSV with a byte order mark, so that Excel reads it as UTF-8"),
  packs,
  noSettings,
])
  .addHelpText(
    "after",
    examples(
      "export letters/ --output issues.ndjson",
      "export letters/ --format csv --bom --output issues.csv",
    ),
  )
  .action((paths: string[], options) => {
    if (options.bom && options.format !== "csv") throw new UsageError("--bom is only for --format csv.");
    const { data, files } = reviewedWith(paths, options);
    return runCommand(paths, options, { command: "export", options, data }, files);
  });

program
  .command("drug-list")
  .description("Write a guideline pack (--packs) with the drug list of a table, such as a CSV file")
  .argument("<table>", "a file with commas, semicolons, or tabs between its columns")
  .addOption(
    new Option("--date <date>", "date of the list, such as 2026-03-01; hovers show it")
      .argParser(readDate)
      .makeOptionMandatory(),
  )
  .addOption(new Option("--name <name>", "name of the list; without it, that of the file"))
  .addOption(
    new Option(
      "--column <field=column>",
      "number or name of the column with ingredient, brand, status, specialFill, perioperativeFill, form, or strength; can be repeated",
    ).argParser(readColumn),
  )
  .addOption(toFile)
  .addOption(force)
  .helpOption("-h, --help", "show help")
  .showHelpAfterError("For help, run imr-letters drug-list --help.")
  .addHelpText(
    "after",
    examples(
      "drug-list mtus.csv --date 2026-03-01 --output packs/mtus.imr-pack.json",
      'drug-list county.csv --date 2026-03-01 --column status=4 --column "ingredient=Drug name"',
    ),
  )
  .action((table: string, options) =>
    writeDrugList(table, {
      ...options,
      output: namesStandardOutput(options.output) ? undefined : options.output,
    }),
  );

addCommand("criteria", "List how rationales state the criteria of cited sections", [
  new Option("-f, --format <format>", "output format").choices(criteriaFormats).default("text"),
  new Option("--section <words>", "only sections with these words in their title or guideline"),
  packs,
  noSettings,
])
  .addHelpText(
    "after",
    examples(
      'criteria letters/ --section "special studies low back"',
      "criteria letters/ --format ndjson --output criteria.ndjson",
    ),
  )
  .action((paths: string[], options) => {
    const { data, files } = reviewedWith(paths, options);
    return runCommand(paths, options, { command: "criteria", options, data }, files);
  });

addCommand("report", "Write an HTML report on all letters", [preset, ruleSeverities, packs, noSettings])
  .addHelpText("after", examples("report letters/ --output report.html", "report letters/ > report.html"))
  .action((paths: string[], options) => {
    const { output } = options;
    if (output === undefined && process.stdout.isTTY)
      throw new UsageError("The report is an HTML page. Specify a file: --output report.html.");
    const links = !readsStdin(paths, options.filesFrom);
    const { severities, data, files } = reviewedWith(paths, options);
    const { filesFrom, shard } = options;
    const named = [
      ...paths,
      ...(filesFrom === undefined ? [] : [filesFrom]),
      ...(shard === undefined ? [] : [`part ${shard.number} of ${shard.of}`]),
    ];
    const spec = { command: "report", options: { paths: named, links, output, severities }, data } as const;
    return runCommand(paths, options, spec, files);
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
