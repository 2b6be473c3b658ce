/** Letters before mid-2014 on the command line. */
import { expect, test } from "vitest";
import { letterOf2013, letterOf2014, olderForms, reasonsOf2013 } from "../fixture/olderForms.ts";
import { put, run } from "./inFolder.ts";

test("are checked without problems", async () => {
  put(Object.fromEntries(Object.values(olderForms).map((text, i) => [`${i}.txt`, text])));
  const { out, err, code } = await run(["check", "."]);
  expect({ out, err, code }).toEqual({ out: "", err: "4 letters, no problems.\n", code: 0 });
});

test("have records with their decisions, and nothing missing", async () => {
  put({ "a.txt": `${letterOf2013}${reasonsOf2013}`, "b.txt": letterOf2014 });
  const { out } = await run(["export", "."]);
  const records = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  expect(records.map(({ treatment, decision, missing }) => [treatment, decision, missing])).toEqual([
    ["lumbar MRI without contrast", "Upheld", []],
    ["Norco 10/325mg #60", "Overturned", []],
    ["Naproxen 550mg #60", "Overturned", []],
    ["Twelve (12) sessions of physical therapy for the low back", "Upheld", []],
  ]);
});

test("are outlined with their issues", async () => {
  put({ "a.txt": letterOf2013 });
  const { out } = await run(["outline", "a.txt"]);
  expect(out).toContain("    lumbar MRI without contrast: Upheld\n    Norco 10/325mg #60: Overturned\n");
});
