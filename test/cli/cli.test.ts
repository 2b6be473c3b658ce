/** The built command line, run as a program in a temporary folder. */
import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { version } from "../../package.json";
import { determinationVersion } from "../../server/src/features/workspace/determinations.ts";
import { rules } from "../../server/src/review/rules.ts";
import { flexeril, letterWith, mri } from "../fixture/letter.ts";
import { folder, put, run, sound, undecided } from "./inFolder.ts";

describe("check", () => {
  test("shows the location and the line with the text underlined, and fails", async () => {
    put({ "a letter.imr": undecided });
    const { out, err, code } = await run(["check", "a letter.imr"]);
    expect(out).toMatch(
      /^a letter\.imr:20:1: warning: The decision .* \[issue\/missing-decision\]\n {6}Flexeril 7\.5mg, #90:\n {6}\^+\n/m,
    );
    expect(err).toBe("1 letter, 1 problem in 1 letter: 1 warning.\n");
    expect(code).toBe(1);
  });

  test("prints nothing for a letter without problems, and succeeds", async () => {
    put({ "sound.imr": sound });
    expect(await run(["check", "."])).toEqual({
      out: "",
      err: "1 letter, no problems.\n",
      code: 0,
    });
  });

  test("doesn't report problems that a line in the letter ignores", async () => {
    put({
      "u.imr": undecided.replace("Flexeril 7.5mg", "%% imr-ignore issue/missing-decision\nFlexeril 7.5mg"),
    });
    expect(await run(["check", "u.imr"])).toEqual({ out: "", err: "1 letter, no problems.\n", code: 0 });
  });

  test("uses severities from options or a file, and allows warnings", async () => {
    put({ "u.imr": undecided, "rules.json": JSON.stringify({ "issue/missing-decision": "hint" }) });
    expect((await run(["check", "u.imr", "--rules", "issue/missing-decision=off"])).out).toBe("");
    expect(await run(["check", "u.imr", "--rules", "rules.json"])).toMatchObject({ code: 0 });
    expect(await run(["check", "u.imr", "--max-warnings", "1"])).toMatchObject({ code: 0 });
  });

  test.each([
    [["check", "--rules", "kitchen/table=off"], "Unknown rule “kitchen/table”. See https://"],
    [["check", "--rules", "letter/drugs-speling=off"], "Did you mean “letter/drug-spelling”?"],
    [
      ["check", "--rules", "issue/missing-decision=loud"],
      "must be off, hint, information, warning, or error, not “loud”",
    ],
    [["check", "--rules", "nowhere.json"], "isn't a JSON object of rule severities"],
    [["check", "--max-warnings", "many"], "--max-warnings must be an integer of at least 0"],
    [["check", "--format", "pdf"], "Allowed choices are text"],
    [["check", "--packs", "nowhere"], "The packs folder “nowhere” doesn't exist"],
    [["prescribe"], "unknown command"],
    [["chek", "a.imr"], "Did you mean check?"],
    [["export", "--fromat", "csv"], "Did you mean --format?"],
    [["check", "nowhere.imr"], "nowhere.imr: the file doesn't exist"],
  ])("%j fails with a message", async (args, why) => {
    const { err, code } = await run(args);
    expect(err).toContain(why);
    expect(code).toBe(2);
  });

  test("as JSON and NDJSON", async () => {
    put({ "a.imr": undecided, "b.imr": sound, "c.imr": undecided });
    const all = JSON.parse((await run(["check", ".", "-f", "json"])).out);
    expect(
      all.map(({ file, findings }: { file: string; findings: unknown[] }) => [file, findings.length]),
    ).toEqual([
      ["a.imr", 1],
      ["b.imr", 0],
      ["c.imr", 1],
    ]);
    expect(all[0].findings[0]).toMatchObject({
      rule: "issue/missing-decision",
      severity: "warning",
      line: 20,
      column: 1,
    });
    const lines = (await run(["check", ".", "-f", "ndjson"])).out.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(all);
  });

  test("as SARIF", async () => {
    put({ "one letter.imr": undecided });
    const log = JSON.parse((await run(["check", "one letter.imr", "-f", "sarif"])).out);
    expect(log).toMatchObject({ version: "2.1.0", runs: [{ columnKind: "utf16CodeUnits" }] });
    const [{ tool, results }] = log.runs;
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
    expect(results).toHaveLength(1);
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe(results[0].ruleId);
    expect(results[0]).toMatchObject({
      ruleId: "issue/missing-decision",
      level: "warning",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "one%20letter.imr" },
            region: { startLine: 20, startColumn: 1 },
          },
        },
      ],
    });
  });

  test("as GitHub's annotations", async () => {
    put({ "u.imr": undecided });
    expect((await run(["check", "u.imr", "-f", "github"])).out).toMatch(
      /^::warning file=u\.imr,line=20,col=1,endLine=20,endColumn=\d+,title=issue\/missing-decision::The decision .*\n$/,
    );
  });

  test("with packs", async () => {
    const pack = {
      name: "Ours",
      drugs: [
        { generic: "placebodrine", class: "none" },
        { generic: "x", topics: ["nowhere"] },
      ],
    };
    put({
      "packs/ours.imr-pack.json": JSON.stringify(pack, undefined, 1),
      "s.imr": letterWith("Placebodrine 5mg #30: Upheld"),
    });
    const { out, err } = await run(["export", "s.imr", "--packs", "packs"]);
    expect(JSON.parse(out)).toMatchObject({ drug: "placebodrine", strength: "5mg", count: "30" });
    expect(err).toMatch(/^packs\/ours\.imr-pack\.json:9: .*“class”/m);
  });
});

describe("help", () => {
  test("shows each command with its arguments, options, and examples", async () => {
    const whole = (await run(["--help"])).out;
    for (const command of ["check", "outline", "export", "report"]) {
      expect(whole).toMatch(new RegExp(`^  ${command} \\[options\\]`, "m"));
      const { out, code } = await run([command, "--help"]);
      expect(code).toBe(0);
      expect(out).toMatch(
        new RegExp(`^Usage: imr-letters ${command} \\[options\\] \\[paths\\.\\.\\.\\]$`, "m"),
      );
      expect(out).toMatch(new RegExp(`^Examples:\n  imr-letters ${command} `, "m"));
      for (const option of ["--output", "--ndjson", "--jobs", "--verbose"]) expect(out).toContain(option);
    }
    expect(whole).toMatch(/^Exit codes:\n {2}0 /m);
  });

  test("shows the version", async () => {
    expect(await run(["--version"])).toEqual({ out: `${version}\n`, err: "", code: 0 });
  });
});

describe("files", () => {
  test("in a folder are letters by name or content; the others are counted", async () => {
    put({
      "letter.imr.txt": sound,
      "CM16-0990123.txt": "half a letter",
      "deep/er/plain.txt": sound,
      "notes.txt": "Buy milk.",
      "picture.txt": Uint8Array.of(0x89, 0x50, 0, 1, 2),
      "letter.md": sound,
    });
    const { out, err } = await run(["outline", "."]);
    expect(out.split("\n").filter((line) => /^[^ ].*txt$/.test(line))).toEqual([
      "CM16-0990123.txt",
      "deep/er/plain.txt",
      "letter.imr.txt",
    ]);
    expect(err).toContain("3 letters, 2 files aren't letters.");
  });

  test("are found by patterns, with spaces and letters of any script in their names", async () => {
    put({ "Änderung é 信.imr": sound, "b.imr": sound, "c.txt": sound });
    expect((await run(["outline", "*.imr"])).err).toBe("2 letters.\n");
    expect((await run(["outline", "Änderung é 信.imr"])).err).toBe("1 letter.\n");
  });

  test("are found once if links form a loop", async () => {
    put({ "a/letter.imr": sound });
    symlinkSync(path.join(folder(), "a"), path.join(folder(), "a", "again"), "dir");
    expect((await run(["outline", "."])).err).toBe("1 letter.\n");
  });

  test("that can't be read are reported, and the others are read", async () => {
    put({ "a.imr": sound, "b.imr": sound });
    symlinkSync(path.join(folder(), "gone.imr"), path.join(folder(), "broken.imr"));
    const { err, code } = await run(["outline", "a.imr", "broken.imr", "b.imr"]);
    expect(err).toBe("broken.imr: the file doesn't exist\n2 letters, 1 file couldn't be read.\n");
    expect(code).toBe(2);
  });

  test("are read in UTF-16, in UTF-8 with a byte order mark, and in Windows-1252", async () => {
    put({
      "byte-order-mark.txt": Buffer.from(`\ufeff${sound}`),
      "utf-16.txt": Buffer.from(`\ufeff${sound}`, "utf16le"),
      "windows-1252.txt": Buffer.from(sound.replace("red flags", "\u0093red\u0093 flags"), "latin1"),
    });
    const { out } = await run(["export", "."]);
    const records = out.trimEnd().split("\n");
    expect(records).toHaveLength(3);
    for (const record of records)
      expect(JSON.parse(record)).toMatchObject({
        treatment: "MRI of the lumbar spine",
        decision: "Overturned",
      });
  });
});

test("a case number that another file has too is told", async () => {
  put({ "a.imr": sound });
  put({ "b.imr": undecided });
  expect((await run(["outline", "."])).err).toBe(
    "b.imr: has the same case number as a.imr, CM15-0990001\n2 letters, 1 file has another's case number.\n",
  );
});

describe("standard input", () => {
  test("is one letter", async () => {
    expect(await run(["check", "-"], undecided)).toMatchObject({
      code: 1,
      out: expect.stringContaining("standard input:20:1: warning: "),
    });
  });

  test("has a letter per line with --ndjson; other lines are reported by number", async () => {
    const lines = [
      JSON.stringify({ id: "A-1", text: undecided }),
      "",
      "no JSON",
      JSON.stringify({ text: sound }),
    ];
    const { out, err, code } = await run(["check", "--ndjson", "-f", "ndjson"], lines.join("\n"));
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).file),
    ).toEqual(["A-1", "line 4"]);
    expect(err).toContain('line 3: expected a JSON object with a "text" property');
    expect(code).toBe(2);
  });
});

test("an empty pipe isn't a failure, because several processes may share one", async () => {
  expect(await run(["export", "--ndjson"])).toEqual({ out: "", err: "No letters found.\n", code: 0 });
  expect(await run(["export"], "Buy milk.")).toMatchObject({ code: 0 });
  expect(await run(["export", "--ndjson"], "Buy milk.")).toMatchObject({ code: 2 });
});

describe("export", () => {
  const record = async () => JSON.parse((await run(["export", "a.imr"])).out.split("\n")[0] ?? "");

  test("writes a record for each issue", async () => {
    put({ "a.imr": letterWith(...flexeril, "", ...mri) });
    expect(determinationVersion).toBe(2);
    expect(await record()).toEqual({
      file: "a.imr",
      caseNumber: "CM15-0990001",
      dateOfInjury: "2012-06-01",
      urDenialDate: null,
      applicationReceived: null,
      dateAssigned: "2015-02-10",
      decisionDate: null,
      specialty: "Family Medicine",
      issue: 1,
      treatment: "Flexeril 7.5mg, #90",
      drug: "cyclobenzaprine",
      drugClass: expect.stringContaining("relaxant"),
      drugStatus: [],
      strength: "7.5mg",
      count: "90",
      decision: "Upheld",
      claimsCitations: ["Chronic Pain Treatment Guidelines: MUSCLE RELAXANTS (FOR PAIN), page 63"],
      reviewerCitations: ["Chronic Pain Treatment Guidelines, pages 41-42, 63"],
      reviewerGuidelines: ["chronic-pain-2009"],
      present: expect.arrayContaining(["decision", "criterion", "conclusion"]),
      missing: [],
      reviewerStates: ["California"],
      daysInjuryToDenial: null,
      daysDenialToApplication: null,
      daysApplicationToDecision: null,
      lastDayToAppeal: null,
    });
  });

  test("has the requested amount", async () => {
    const counts = {
      "Naproxen 500mg #60": "60",
      "Physical therapy 12 sessions": "12 sessions",
      "Acupuncture 1 visit": "1 visit",
      "Aquatic therapy 2 times a week": "2 times a week",
      "Lidocaine 5% 3 boxes": "3 boxes",
      "Flector 30 patches": "30 patches",
      "MRI of the lumbar spine": null,
    };
    put({ "a.imr": letterWith(...Object.keys(counts).map((treatment) => `${treatment}: Upheld\n`)) });
    const records = (await run(["export", "a.imr"])).out.trimEnd().split("\n");
    expect(
      Object.fromEntries(
        records.map((line) => {
          const { treatment, count } = JSON.parse(line);
          return [treatment, count];
        }),
      ),
    ).toEqual(counts);
  });

  test("as CSV has every text in quotes", async () => {
    put({ "a,b.imr": letterWith(...mri) });
    const [head, row, end] = (await run(["export", "a,b.imr", "-f", "csv"])).out.split("\r\n");
    expect(head).toMatch(/^file,caseNumber,.*,missing,.*,lastDayToAppeal,drugStatus$/);
    expect(row).toMatch(/^"a,b\.imr","CM15-0990001","2012-06-01",,,/);
    expect(row).toContain("MRI of the lumbar spine");
    expect(end).toBe("");
  });
});

describe("an output file", () => {
  test("replaces an earlier one", async () => {
    put({ "a.imr": sound, "out.csv": "earlier" });
    await run(["export", "a.imr", "-f", "csv", "-o", "out.csv"]);
    expect(readFileSync(path.join(folder(), "out.csv"), "utf8")).toMatch(/^file,caseNumber/);
    expect(readdirSync(folder()).sort()).toEqual(["a.imr", "out.csv"]);
  });

  test("that can't be written is reported and leaves nothing behind", async () => {
    put({ "a.imr": sound });
    const { err, code } = await run(["export", "a.imr", "-o", "no/such/folder/out.csv"]);
    expect(err).toContain("couldn't write the results: the folder doesn't exist");
    expect(code).toBe(2);
    expect(readdirSync(folder())).toEqual(["a.imr"]);
  });
});
