/** `imr-letters criteria`, and the published schema of its records. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
// @ts-expect-error a plain script
import { criterionSchema } from "../../../scripts/schemas.mjs";
import { criterionVersion } from "../../../server/src/cli/formats/criterionRecord.ts";
import { isOwnOutput } from "../../../server/src/cli/io/isOwnOutput.ts";
import { issue, letter } from "../../fixture/letter.ts";
import { put, run } from "../inFolder.ts";

const project = path.resolve(import.meta.dirname, "../../..");
const schema = JSON.parse(readFileSync(path.join(project, "schemas/imr-criterion.schema.json"), "utf8"));
const isValid = new Ajv({ allErrors: true }).compile(schema);

function letterOn(
  number: string,
  day: string,
  heading: string,
  rule: string,
  cites = "MTUS Low Back Complaints 2004, Section(s): Special Studies",
): string {
  return letter({
    details: `Case Number: ${number}\nDecision Date: ${day}`,
    issues: [
      issue({
        heading,
        reviewer: `MAXIMUS guideline: Decision based on ${cites}.`,
        rationale: `Decision rationale: ${rule} The employee has none. Therefore, the request is not medically necessary.`,
      }),
    ],
  });
}

const pain = (year: number) =>
  `MTUS Chronic Pain Medical Treatment ${year}, Section(s): Muscle relaxants (for pain)`;
const files = {
  "a.imr": letterOn(
    "CM16-0000001",
    "03/01/2016",
    "Lumbar MRI: Upheld",
    "The MTUS recommends an MRI\nfor nerve signs.",
  ),
  "b.imr": letterOn(
    "CM16-0000002",
    "06/10/2016",
    "Lumbar MRI: Upheld",
    "ACOEM recommends imaging before surgery.",
  ),
  "c.imr": letterOn(
    "CM16-0000003",
    "05/10/2016",
    "Lumbar MRI: Overturned",
    "ACOEM supports an MRI for red flags.",
  ),
  "d.imr": letterOn(
    "CM16-0000004",
    "05/10/2016",
    "Soma #30: Upheld",
    "The MTUS recommends a short course.",
    pain(2009),
  ),
  "e.imr": letterOn(
    "CM17-0000005",
    "05/10/2017",
    "Soma #30: Upheld",
    "The MTUS advises against it.",
    pain(2016),
  ),
  "f.imr": letterOn("CM17-0000006", "05/10/2017", "Soma #30: Upheld", "The employee feels fine.", pain(2016)),
};

describe("as text", () => {
  test("by section, upheld and overturned apart, the newest first, and each edition for itself", async () => {
    put(files);
    const { out, err, code } = await run(["criteria", "."]);
    expect(out.replace(/\.imr:\d+:\d+/g, ".imr:…")).toBe(`Special Studies, Low Back Complaints 2004: 3 letters
  Upheld: 2 letters
    CM16-0000002, 2016-06-10: Lumbar MRI
      b.imr:…: ACOEM recommends imaging before surgery.
    CM16-0000001, 2016-03-01: Lumbar MRI
      a.imr:…: The MTUS recommends an MRI for nerve signs.
  Overturned: 1 letter
    CM16-0000003, 2016-05-10: Lumbar MRI
      c.imr:…: ACOEM supports an MRI for red flags.

Muscle relaxants (for pain), Chronic Pain Medical Treatment 2009: 1 letter
  Upheld: 1 letter
    CM16-0000004, 2016-05-10: Soma #30
      d.imr:…: The MTUS recommends a short course.

Muscle relaxants (for pain), Chronic Pain Medical Treatment 2016: 1 letter
  Upheld: 1 letter
    CM17-0000005, 2017-05-10: Soma #30
      e.imr:…: The MTUS advises against it.

`);
    expect(err).toBe("6 letters, 5 sentences in 5 letters.\n");
    expect(code).toBe(0);
    expect(isOwnOutput(out)).toBe(true);
  });

  test("only of the sections with some words", async () => {
    put(files);
    const { out } = await run(["criteria", ".", "--section", "relaxants 2016"]);
    expect(out.match(/^\S.*/gm)).toEqual([
      "Muscle relaxants (for pain), Chronic Pain Medical Treatment 2016: 1 letter",
    ]);
    expect((await run(["criteria", ".", "--section", "relax"])).out).toBe("");
  });

  test("without control characters of a letter", async () => {
    put({ "a.imr": files["a.imr"].replace("recommends", "recommends\u001b[31m") });
    const { out } = await run(["criteria", "a.imr"]);
    expect(out).toContain("recommends\\u{1b}[31m");
  });
});

describe("as NDJSON", () => {
  const records = async (...args: readonly string[]): Promise<readonly Record<string, unknown>[]> =>
    (await run(["criteria", "--format", "ndjson", ...args])).out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));

  test("one record for each sentence, in the order of the letters", async () => {
    put(files);
    const all = await records(".");
    expect(all.map(({ file }) => file)).toEqual(["a.imr", "b.imr", "c.imr", "d.imr", "e.imr"]);
    expect(all[0]).toEqual({
      file: "a.imr",
      caseNumber: "CM16-0000001",
      decisionDate: "2016-03-01",
      issue: 1,
      treatment: "Lumbar MRI",
      decision: "Upheld",
      guideline: "acoem-12",
      edition: "Low Back Complaints 2004",
      section: "Special Studies",
      sentence: "The MTUS recommends an MRI for nerve signs.",
      line: files["a.imr"].slice(0, files["a.imr"].indexOf("The MTUS recommends")).split("\n").length,
      column: "Decision rationale: ".length + 1,
      page: null,
      lineOnPage: null,
    });
  });

  test("valid by the published schema, also of the samples and of input lines", async () => {
    put(files);
    const lines = await run(
      ["criteria", "--format", "ndjson", "--ndjson"],
      JSON.stringify({ id: 7, text: files["a.imr"] }),
    );
    const all = [
      ...(await records(".")),
      ...(await records(path.join(project, "samples"))),
      JSON.parse(lines.out),
    ];
    expect(all.length).toBeGreaterThan(20);
    for (const record of all) expect(isValid(record), JSON.stringify(isValid.errors)).toBe(true);
    expect(isValid({ ...all[0], sentence: "" })).toBe(false);
    expect(isValid({ ...all[0], extra: 1 })).toBe(false);
  });
});

describe("the published schema", () => {
  test("is up to date", async () => {
    // If this fails: npm run schemas
    expect(schema).toEqual(await criterionSchema());
  });

  test("has the fields of its version, which are documented and included in the packages", () => {
    // If this fails: changed fields are a new version.
    expect(criterionVersion).toBe(1);
    expect(Object.keys(schema.properties)).toEqual(
      "file caseNumber decisionDate issue treatment decision guideline edition section sentence line column page lineOnPage".split(
        " ",
      ),
    );
    const page = readFileSync(path.join(project, "docs/command-line.md"), "utf8");
    const table = page.slice(page.indexOf("## Criteria"), page.indexOf("## Pipelines"));
    const named = [...table.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, names = ""]) =>
      names.split(", ").map((name) => name.replaceAll("`", "")),
    );
    expect(named).toEqual(Object.keys(schema.properties));
    for (const list of [".npmignore", ".vscodeignore"])
      expect(readFileSync(path.join(project, list), "utf8")).toContain("schemas/imr-criterion.schema.json\n");
  });
});
