/** What a hover says of a drug from the user's drug lists, and how sure a brand is. */
import { describe, expect, it } from "vitest";
import { brandConfidence, listedLines } from "../../../server/src/features/guidelines/drugText.ts";
import { determinations } from "../../../server/src/features/workspace/determinations.ts";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import type { FormularyEntry } from "../../../server/src/knowledge/types.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { readPacks } from "../../../server/src/packs/readPacks.ts";
import { issue, letter } from "../../fixture/letter.ts";

/** What is said of the drug that the text names, with drug lists of these entries. */
function linesFor(text: string, ...lists: readonly (readonly [string, string, ...FormularyEntry[]])[]) {
  const packs = lists.map(([name, date, ...formulary]) => ({
    uri: `file:///${name}.imr-pack.json`,
    text: JSON.stringify({ name, ...(date === "" ? {} : { date }), formulary }),
  }));
  const { data, problems } = readPacks(packs);
  expect(Object.values(problems).flat()).toEqual([]);
  const knowledge = createKnowledge(data);
  const [mention] = knowledge.drugsIn(text);
  return mention ? knowledge.listed(mention.drug).flatMap(listedLines) : [];
}

const ours = (...entries: FormularyEntry[]) => ["County", "2026-03-01", ...entries] as const;

describe("a drug list says", () => {
  it.each<[string, FormularyEntry, string]>([
    [
      "Norco 10/325mg",
      { ingredient: "Hydrocodone Bitartrate and Acetaminophen", status: "non-exempt" },
      "Non-exempt in your drug list “County” of 2026-03-01.",
    ],
    [
      "cyclobenzaprine",
      { ingredient: "Cyclobenzaprine HCl", status: "non-exempt", specialFill: "4 days" },
      "Non-exempt, special fill (4 days) in your drug list “County” of 2026-03-01.",
    ],
    [
      "Celebrex 200mg",
      { ingredient: "celecoxib", perioperativeFill: "yes", strength: "200 mg" },
      "Perioperative fill in your drug list “County” of 2026-03-01 (200 mg).",
    ],
    [
      "naproxen",
      { brand: "Naprosyn", status: "exempt", form: "Tablet" },
      "Exempt in your drug list “County” of 2026-03-01 (Tablet).",
    ],
  ])("what it has of %s", (text, entry, line) => expect(linesFor(text, ours(entry))).toEqual([line]));

  it("nothing of drugs that it doesn't have", () => {
    expect(linesFor("Soma #60", ours({ ingredient: "naproxen", status: "exempt" }))).toEqual([]);
    expect(linesFor("Soma #60", ours({ ingredient: "unknownine", status: "exempt" }))).toEqual([]);
  });

  it.each([
    ["Diclofenac 1% gel", ["Non-exempt in your drug list “County” of 2026-03-01 (Gel)."]],
    ["Diclofenac 75mg", ["Exempt in your drug list “County” of 2026-03-01 (Tablet)."]],
    ["Diclofenac 1.3% patch", []],
  ])("what it has of the form: %s", (text, lines) => {
    const list = ours(
      { ingredient: "Diclofenac", form: "Tablet", status: "exempt" },
      { ingredient: "Diclofenac", form: "Gel", status: "non-exempt" },
    );
    expect(linesFor(text, list)).toEqual(lines);
  });

  it("a line for each strength, if they differ", () => {
    const list = ours(
      { ingredient: "Naproxen", strength: "250 mg", status: "exempt" },
      { ingredient: "Naproxen", strength: "750 mg", status: "non-exempt" },
    );
    expect(linesFor("Naprosyn", list)).toEqual([
      "In your drug list “County” of 2026-03-01:",
      "Naproxen, 250 mg: exempt",
      "Naproxen, 750 mg: non-exempt",
    ]);
  });

  it("the strengths together, if they don't differ, and how many more there are", () => {
    const entries = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ ingredient: "Naproxen", strength: `${n} g` }));
    const list = ours(...entries.map((entry): FormularyEntry => ({ ...entry, status: "exempt" })));
    expect(linesFor("naproxen", list)).toEqual([
      "Exempt in your drug list “County” of 2026-03-01 (1 g; 2 g; 3 g; 4 g; 5 g; 6 g; and 2 more).",
    ]);
  });

  it("each by each list, the newest first, and without a date if it has none", () => {
    const entry: FormularyEntry = { ingredient: "naproxen", status: "exempt" };
    expect(
      linesFor(
        "naproxen",
        ["Old", "2024-01-01", entry],
        ["Undated", "", entry],
        ["New", "2026-03-01", entry],
      ),
    ).toEqual([
      "Exempt in your drug list “New” of 2026-03-01.",
      "Exempt in your drug list “Old” of 2024-01-01.",
      "Exempt in your drug list “Undated”.",
    ]);
  });
});

it("no status is built in", () => {
  const knowledge = createKnowledge();
  expect(knowledge.drugs.filter((drug) => knowledge.listed(drug).length > 0)).toEqual([]);
});

describe("a brand", () => {
  const { drugNamed } = createKnowledge();
  it.each([
    ["Norco", "Brand and ingredients as in the FDA's list of approved drugs."],
    ["NORCO", "Brand and ingredients as in the FDA's list of approved drugs."],
    ["Depakene", "Brand and ingredients as in the FDA's list of approved drugs."],
    ["Bufferin", "Brand not confirmed: the FDA's list of approved drugs doesn't have it."],
  ])("%s: %s", (brand, text) => expect(brandConfidence(drugNamed(brand)!, brand)).toBe(text));

  it("of a pack is the pack's", () => {
    const { data } = readPacks([
      {
        uri: "file:///a.imr-pack.json",
        text: `{"name": "Ours", "drugs": [{"generic": "naproxen", "brands": ["Naproxen Ours", "Naprosyn"]}]}`,
      },
    ]);
    const naproxen = createKnowledge(data).drugNamed("naproxen")!;
    expect(brandConfidence(naproxen, "Naproxen Ours")).toBe("Brand as in your pack “Ours”.");
    expect(brandConfidence(naproxen, "Naprosyn")).toBe(
      "Brand and ingredients as in the FDA's list of approved drugs.",
    );
  });
});

describe("a record says", () => {
  const statusesOf = (...formulary: FormularyEntry[]) => {
    const text = JSON.stringify({ name: "County", date: "2026-03-01", formulary });
    const knowledge = createKnowledge(readPacks([{ uri: "county.imr-pack.json", text }]).data);
    const cited = letter({ issues: [issue({ heading: "Naproxen 500mg #60: Upheld" })] });
    return determinations(parse(cited), knowledge).map(({ determination }) => determination.drugStatus);
  };

  it("the status of the issue's drug, with its list and date", () => {
    expect(statusesOf({ ingredient: "naproxen", status: "exempt", form: "Tablet" })).toEqual([
      ["County of 2026-03-01: exempt"],
    ]);
    expect(statusesOf({ ingredient: "ibuprofen", status: "exempt" })).toEqual([[]]);
  });

  it("each status if it differs between strengths and forms", () => {
    expect(
      statusesOf(
        { ingredient: "naproxen", status: "exempt", strength: "250 mg" },
        { ingredient: "naproxen", status: "non-exempt", strength: "500 mg", specialFill: "4 days" },
      ),
    ).toEqual([
      [
        "County of 2026-03-01: exempt (naproxen, 250 mg)",
        "County of 2026-03-01: non-exempt, special fill (4 days) (naproxen, 500 mg)",
      ],
    ]);
  });
});
