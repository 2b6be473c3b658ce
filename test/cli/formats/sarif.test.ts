/** The output of `check --format sarif`: valid by the schema of SARIF 2.1.0, with what readers of such logs need. */
import { readFileSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { version } from "../../../package.json";
// @ts-expect-error a plain script
import { rulePages } from "../../../scripts/manifest.mjs";
import written from "../../../server/src/cli/formats/rulePages.json";
import { rules } from "../../../server/src/review/rules.ts";
import { flexeril, letterWith } from "../../fixture/letter.ts";
import { begin, copies, folder, program, put, run, sound, undecided } from "../inFolder.ts";

const project = path.resolve(import.meta.dirname, "../../..");

/** The schema that Microsoft's matchers for SARIF include. */
function schema(): object {
  const main = createRequire(import.meta.url).resolve("@microsoft/jest-sarif");
  const text = readFileSync(path.join(path.dirname(main), "schemas/sarif-2.1.0-rtm.5.json"), "utf8");
  const { $schema: _, id, ...rest } = JSON.parse(text);
  return { $id: id, ...rest };
}
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const isValid = ajv.compile(schema());
const wrongWith = (log: unknown): readonly string[] =>
  isValid(log) ? [] : (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

/** The properties that the tests use. */
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Record<string, unknown>[] } };
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly message: { readonly text: string };
    readonly partialFingerprints: Readonly<Record<string, string>>;
    readonly relatedLocations?: readonly unknown[];
    readonly locations: readonly [
      { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
    ];
  }[];
  readonly invocations: readonly [
    {
      readonly executionSuccessful: boolean;
      readonly exitCode: number;
      readonly toolExecutionNotifications?: readonly Record<string, unknown>[];
    },
  ];
}

/** The run in a valid log. */
function runIn(text: string): Run {
  const log = JSON.parse(text);
  expect(wrongWith(log)).toEqual([]);
  return log.runs[0];
}
const checked = async (...args: readonly string[]): Promise<Run> =>
  runIn((await run(["check", "-f", "sarif", ...args])).out);
const uriOf = ({ locations: [{ physicalLocation }] }: Run["results"][number]): string =>
  physicalLocation.artifactLocation.uri;

test("an invalid log is detected", () => {
  expect(wrongWith({ version: "2.1.0", runs: [{}] })).toEqual(["/runs/0 must have required property 'tool'"]);
  const driver = { name: "x", informationUri: "no address" };
  expect(wrongWith({ version: "2.1.0", runs: [{ tool: { driver } }] })).toEqual([
    '/runs/0/tool/driver/informationUri must match format "uri"',
  ]);
});

describe("a log is valid", () => {
  test("of the samples", async () => {
    const { results } = await checked(path.join(project, "samples"));
    expect(results.length).toBeGreaterThan(5);
    expect(results.some(({ relatedLocations = [] }) => relatedLocations.length > 0)).toBe(true);
    for (const result of results) expect(uriOf(result)).toMatch(/^file:\/\/\//);
  });

  test("without problems, and without letters", async () => {
    put({ "sound.imr": sound, "empty/notes.txt": "Buy milk." });
    expect(await checked("sound.imr")).toMatchObject({
      results: [],
      invocations: [{ executionSuccessful: true, exitCode: 0 }],
    });
    expect(await checked("empty")).toMatchObject({
      results: [],
      invocations: [{ executionSuccessful: false, exitCode: 2 }],
    });
  });

  test("of many letters, by threads", async () => {
    put(copies(216, undecided));
    const { results } = await checked(".", "--jobs", "2");
    expect(results.map(uriOf)).toEqual(Object.keys(copies(216, "")));
  });

  test("with URIs that decode to the file names, whatever they are", async () => {
    const names = [
      "100% sure #1?.imr",
      "Änderung é 信/👩‍⚕️.imr",
      "a+b&c=d;e,f.imr",
      "it's [x] {y} (z).imr",
      "two  spaces .imr",
      ...(process.platform === "win32"
        ? []
        : ["a:b.imr", "back\\slash.imr", '"quoted" <tag>|.imr', "%41.imr"]),
    ];
    put(Object.fromEntries(names.map((name) => [name, undecided])));
    const { results } = await checked(...names);
    const uris = results.map(uriOf);
    expect(uris.map(decodeURIComponent)).toEqual(names);
    for (const uri of uris) expect(uri).toMatch(/^[\w%.~!'()*/-]+$/);
  });

  test("with absolute URIs of files outside of the working directory", async () => {
    put({ "here/a.imr": sound, "elsewhere/b c.imr": undecided });
    const { child, ended } = begin(process.execPath, [program, "check", "-f", "sarif", "../elsewhere"], {
      cwd: path.join(folder(), "here"),
    });
    child.stdin?.end();
    const [result] = runIn((await ended).out).results;
    expect(uriOf(result!)).toMatch(/^file:\/\/\/.*\/elsewhere\/b%20c\.imr$/);
  });

  test("of input lines, whatever their ids", async () => {
    const ids = ["A-1", "http://x/y", "../z", "\ud800", "", "a\nb", 7];
    const lines = ids.map((id) => JSON.stringify({ id, text: undecided })).join("\n");
    const { out } = await run(["check", "-f", "sarif", "--ndjson"], lines);
    expect(runIn(out).results).toHaveLength(ids.length);
  });

  test("of a run that was stopped", async () => {
    const { child, ended } = begin(process.execPath, [program, "check", "-f", "sarif", "--ndjson"]);
    let out = "";
    child.stdout?.on("data", (chunk) => {
      out += chunk;
    });
    child.stdin?.write(`${JSON.stringify({ id: 1, text: undecided })}\n`);
    while (!out.includes('missing-decision","ruleIndex')) await new Promise((done) => setTimeout(done, 5));
    child.kill("SIGINT");
    if (process.platform === "win32") return;
    expect(runIn((await ended).out)).toMatchObject({
      results: [{ ruleId: "issue/missing-decision" }],
      invocations: [{ executionSuccessful: false, exitCode: 130 }],
    });
  });
});

test("files that couldn't be read are reported", async () => {
  put({ "a.imr": undecided });
  const { results, invocations } = await checked("a.imr", "gone away.imr");
  expect(results).toHaveLength(1);
  expect(invocations).toEqual([
    {
      executionSuccessful: false,
      exitCode: 2,
      toolExecutionNotifications: [
        {
          level: "error",
          message: { text: "The file couldn't be read: the file doesn't exist." },
          locations: [
            { physicalLocation: { artifactLocation: { uri: "gone%20away.imr", uriBaseId: "%SRCROOT%" } } },
          ],
        },
      ],
    },
  ]);
});

describe("the rules", () => {
  test("have a description, help, and a link to their page", async () => {
    put({ "sound.imr": sound });
    const { tool } = await checked(".");
    expect(tool.driver).toMatchObject({ name: "IMR Letters", version, semanticVersion: version });
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const rule of tool.driver.rules) {
      expect(rule).toMatchObject({
        shortDescription: { text: expect.stringMatching(/\.$/) },
        // Code scanning shows at most 1024 characters.
        fullDescription: { text: expect.stringMatching(/^[^*`]{20,1024}$/s) },
        help: {
          text: expect.stringMatching(/^[^*`]{20,}$/s),
          markdown: expect.stringMatching(/\[More on this rule\]\(https:\S+\.md\)$/),
        },
        helpUri: expect.stringMatching(/^https:\S+\/docs\/rules\/[\w-]+\.md$/),
        defaultConfiguration: { enabled: true, level: expect.stringMatching(/^(?:warning|note)$/) },
      });
    }
  });

  test("have the text of their pages", () => {
    // If this fails: node scripts/manifest.mjs
    expect(written).toEqual(rulePages(rules));
  });
});

describe("a fingerprint", () => {
  const fingerprints = ({ results }: Run) =>
    results.map((result) => result.partialFingerprints["imrFinding/v1"]);

  test("stays the same if the letter moves or grows elsewhere, and changes with its words", async () => {
    put({ "a.imr": undecided });
    const before = fingerprints(await checked("a.imr"));
    renameSync(path.join(folder(), "a.imr"), path.join(folder(), "b.imr"));
    expect(fingerprints(await checked("b.imr"))).toEqual(before);
    put({
      "b.imr": undecided.replace("41 year old female", "41 year old female with back pain\nand stiffness"),
    });
    expect(fingerprints(await checked("b.imr"))).toEqual(before);
    put({ "b.imr": letterWith("Soma 350mg, #90:", ...flexeril.slice(1)) });
    const [after] = fingerprints(await checked("b.imr", "--rules", "citation/other-treatment=off"));
    expect(after).not.toEqual(before[0]);
  });

  test("contains nothing of the letter", async () => {
    put({ "a.imr": undecided });
    for (const fingerprint of fingerprints(await checked("a.imr")))
      expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });
});
