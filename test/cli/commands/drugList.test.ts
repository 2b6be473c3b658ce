/** `imr-letters drug-list`, run as a program: a pack that the other commands use. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { at, put, run, sound } from "../inFolder.ts";

const table = "Drug;Exempt / Non-Exempt\nnaproxen;Exempt\ntramadol;maybe\ncelecoxib;Non-Exempt\n";
const date = ["--date", "2026-03-01"];

test("writes the pack of a table, and prints what is wrong with its lines", async () => {
  put({ "county.csv": table, "s.imr": sound });
  const { out, err, code } = await run(["drug-list", "county.csv", ...date, "-o", "county.imr-pack.json"]);
  expect({ out, err, code }).toEqual({
    out: "",
    err: "county.csv:3: “maybe” isn't a status. Use “exempt” or “non-exempt”.\n2 rows of “county” of 2026-03-01.\n",
    code: 0,
  });
  expect(JSON.parse(readFileSync(at("county.imr-pack.json"), "utf8"))).toEqual({
    name: "county",
    date: "2026-03-01",
    formulary: [
      { ingredient: "naproxen", status: "exempt" },
      { ingredient: "celecoxib", status: "non-exempt" },
    ],
  });
  const checked = await run(["check", "s.imr", "--packs", "."]);
  expect(checked.err).not.toContain("imr-pack");
  expect(checked.code).toBe(0);
});

test("takes the columns that are given, by number or name", async () => {
  put({ "a.csv": "\ufeffA,B,C\nold,naproxen,exempt\n" });
  const columns = ["--column", "ingredient=2", "--column", "status=c"];
  const { out, code } = await run(["drug-list", "a.csv", ...date, "--name", "Ours", ...columns]);
  expect(code).toBe(0);
  expect(JSON.parse(out).formulary).toEqual([{ ingredient: "naproxen", status: "exempt" }]);
});

test.each<[readonly string[], string]>([
  [["a.csv"], "--date <date>"],
  [["a.csv", "--date", "2026-02-30"], "--date must be a date such as 2026-03-01, not “2026-02-30”."],
  [["a.csv", ...date, "--column", "price=1"], "Unknown field “price”."],
  [["a.csv", ...date, "--column", "status=9"], "The table has no column “9”. It has: Drug, Price."],
  [["missing.csv", ...date], "missing.csv: the file doesn't exist"],
  [["a.csv", ...date, "-o", "a.csv"], "“a.csv” is one of the input files and would be overwritten."],
  [["a.csv", ...date, "-o", "p.json"], "a.csv:2: No column has the status"],
])("says what is wrong, and writes nothing: %j", async (args, message) => {
  put({ "a.csv": "Drug,Price\nnaproxen,3\n" });
  const { out, err, code } = await run(["drug-list", ...args]);
  expect(err).toContain(message);
  expect({ out, code }).toEqual({ out: "", code: 2 });
  expect(existsSync(at("p.json"))).toBe(false);
});
