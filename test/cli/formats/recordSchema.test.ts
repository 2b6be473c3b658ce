/** The published schema of the records that `export` writes, and whether records are valid. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
// @ts-expect-error a plain script
import { recordSchema } from "../../../scripts/schemas.mjs";
import { determinationVersion } from "../../../server/src/features/workspace/determinations.ts";
import { flexeril, letterWith } from "../../fixture/letter.ts";
import { put, run, sound, undecided } from "../inFolder.ts";

const project = path.resolve(import.meta.dirname, "../../..");
const schema = JSON.parse(readFileSync(path.join(project, "schemas/imr-determination.schema.json"), "utf8"));
const isValid = new Ajv({ allErrors: true }).compile(schema);

/** The errors of a record: "/issue must be integer". */
const wrongWith = (record: unknown): readonly string[] =>
  isValid(record)
    ? []
    : (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

const exported = async (...args: readonly string[]): Promise<readonly Record<string, unknown>[]> =>
  (await run(["export", ...args])).out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/** The fields of each version with their JSON types. Those of a published version never change. */
const version1 = [
  "file string",
  "caseNumber string|null",
  "dateOfInjury string|null",
  "urDenialDate string|null",
  "applicationReceived string|null",
  "dateAssigned string|null",
  "decisionDate string|null",
  "specialty string|null",
  "issue integer",
  "treatment string",
  "drug string|null",
  "drugClass string|null",
  "strength string|null",
  "count string|null",
  "decision string|null",
  "claimsCitations array of string",
  "reviewerCitations array of string",
  "reviewerGuidelines array of string",
  "present array of string",
  "missing array of string",
];
const fieldsOf: Readonly<Record<number, readonly string[]>> = {
  1: version1,
  2: [
    ...version1,
    "reviewerStates array of string",
    "daysInjuryToDenial integer|null",
    "daysDenialToApplication integer|null",
    "daysApplicationToDecision integer|null",
    "lastDayToAppeal string|null",
    "drugStatus array of string",
  ],
};

interface Field {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Field[];
  readonly items?: Field;
  readonly description?: string;
}

const typeOf = ({ type, enum: values, anyOf, items }: Field): string =>
  anyOf?.map(typeOf).join("|") ??
  (items ? `array of ${typeOf(items)}` : (type ?? (values ? typeof values[0] : "anything")));

describe("the published schema", () => {
  test("is up to date", async () => {
    // If this fails: npm run schemas
    expect(schema).toEqual(await recordSchema());
  });

  test("has the fields of its version", () => {
    // If this fails: changed fields are a new version, which needs its own list above.
    const fields = Object.entries<Field>(schema.properties).map(
      ([name, field]) => `${name} ${typeOf(field)}`,
    );
    expect(fields).toEqual(fieldsOf[determinationVersion]);
    expect(schema.required).toEqual(Object.keys(schema.properties));
    expect(schema.additionalProperties).toBe(false);
  });

  test("has its version and a description of each field", () => {
    expect(schema.$id).toMatch(
      new RegExp(`/imr-determination\\.schema\\.json\\?version=${determinationVersion}$`),
    );
    expect(schema.title).toMatch(new RegExp(`version ${determinationVersion}$`));
    for (const { description } of Object.values<Field>(schema.properties)) expect(description).toMatch(/\.$/);
  });

  test("is documented field by field and included in the package", () => {
    const page = readFileSync(path.join(project, "docs/command-line.md"), "utf8");
    const named = [...page.slice(page.indexOf("## The records")).matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(
      ([, names = ""]) => names.split(", ").map((name) => name.replaceAll("`", "")),
    );
    expect(named).toEqual(Object.keys(schema.properties));
    expect(page).toContain(`version ${determinationVersion} of the record`);
    expect(readFileSync(path.join(project, ".vscodeignore"), "utf8")).toContain(
      "!schemas/imr-determination.schema.json\n",
    );
  });
});

describe("every record is valid", () => {
  test("of the samples", async () => {
    const records = await exported(path.join(project, "samples"));
    expect(records.length).toBeGreaterThan(20);
    expect(records.flatMap(wrongWith)).toEqual([]);
  });

  test("of letters that are missing nearly everything, and of input lines", async () => {
    put({
      "sound.imr": sound,
      "undecided.imr": undecided,
      "bare.imr": letterWith("Flexeril"),
      "no name.imr": letterWith(": Upheld", ...flexeril.slice(1)),
      "decided otherwise.imr": letterWith("Flexeril 7.5mg, #90: Deferred", ...flexeril.slice(1)),
      "undated.imr": sound.replace(/^Date Assigned.*$/m, "Date Assigned: soon    Date of Injury: 06/2012"),
      "headless.imr": sound.slice(sound.indexOf("IMR ISSUES")),
    });
    const records = await exported(".");
    expect(records.length).toBeGreaterThan(5);
    expect(records.flatMap(wrongWith)).toEqual([]);
    expect(records).toContainEqual(expect.objectContaining({ file: "undated.imr", dateOfInjury: "2012-06" }));
    const lines = await run(["export", "--ndjson"], JSON.stringify({ id: 7, text: sound }));
    expect(wrongWith(JSON.parse(lines.out))).toEqual([]);
  });

  const real = process.env.IMR_LETTERS ?? path.resolve("../shared/letters");
  const present = existsSync(real);
  if (!present)
    console.log(`Skipped: there are no real letters in ${real}. Set IMR_LETTERS to another folder.`);
  test.skipIf(!present)("of real letters", async () => {
    const records = await exported(real);
    expect(records.length).toBeGreaterThan(readdirSync(real).length);
    expect(records.flatMap(wrongWith)).toEqual([]);
  });

  test("and the CSV columns are its fields, in the same order", async () => {
    put({ "a.imr": sound });
    const fields = Object.keys(schema.properties);
    expect((await run(["export", "a.imr", "-f", "csv"])).out.split("\r\n")[0]).toBe(fields.join(","));
    expect(Object.keys((await exported("a.imr"))[0] ?? {})).toEqual(fields);
  });

  test("and an invalid one is detected", async () => {
    put({ "a.imr": sound });
    const [record] = await exported("a.imr");
    expect(wrongWith(record)).toEqual([]);
    expect(wrongWith({ ...record, issue: 0 })).toEqual(["/issue must be >= 1"]);
    expect(wrongWith({ ...record, decisionDate: "12/05/2016" })[0]).toMatch(/^\/decisionDate must match/);
    expect(wrongWith({ ...record, missing: ["a stamp"] })[0]).toMatch(/^\/missing\/0 must be equal/);
    expect(wrongWith({ ...record, extra: 1 })).toEqual([" must NOT have additional properties"]);
    expect(wrongWith({ file: "a.imr" })).toContain(" must have required property 'decision'");
  });
});
