/** Drug lists from tables: which delimiter and columns they have, what their rows say, and what is wrong with them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDelimited } from "../../server/src/packs/delimitedText.ts";
import { drugListPack, readDrugList } from "../../server/src/packs/drugList.ts";
import { readPacks } from "../../server/src/packs/readPacks.ts";
import { isLinear, repeat } from "../growth.ts";

const cellsIn = (text: string) => readDelimited(text).rows.map(({ cells }) => cells);

describe("a table is read", () => {
  const rows = [
    ["Drug", "Status"],
    ["naproxen", "Exempt"],
    ["tramadol, ER", "Non-Exempt"],
  ];
  it.each([
    ["with commas", 'Drug,Status\nnaproxen,Exempt\n"tramadol, ER",Non-Exempt\n'],
    ["with semicolons", "Drug;Status\nnaproxen;Exempt\ntramadol, ER;Non-Exempt"],
    ["with tabs", "Drug\tStatus\nnaproxen\tExempt\ntramadol, ER\tNon-Exempt"],
    ["with bars", "Drug|Status\nnaproxen|Exempt\ntramadol, ER|Non-Exempt"],
    ["with the line ends of Windows", 'Drug,Status\r\nnaproxen,Exempt\r\n"tramadol, ER",Non-Exempt\r\n'],
    ["with the line ends of old Macs", 'Drug,Status\rnaproxen,Exempt\r"tramadol, ER",Non-Exempt'],
    ["with a byte order mark", '\ufeff"Drug","Status"\n"naproxen","Exempt"\n"tramadol, ER","Non-Exempt"'],
    ["with a stated delimiter", "sep=;\nDrug;Status\nnaproxen;Exempt\ntramadol, ER;Non-Exempt"],
    ["with spaces and empty rows", 'Drug , Status\n\n,\nnaproxen ,Exempt\n "tramadol, ER" ,Non-Exempt\n\n'],
  ])("%s", (_, text) => expect(cellsIn(text)).toEqual(rows));

  it("with quotation marks and line ends in cells", () => {
    expect(readDelimited('a,"b ""c""\nd",e\nf,5" tube,g').rows).toEqual([
      { line: 1, cells: ["a", 'b "c"\nd', "e"] },
      { line: 3, cells: ["f", '5" tube', "g"] },
    ]);
  });

  it("names the line of a quotation mark that isn't closed", () => {
    expect(readDelimited('a,b\nc,"d\ne,f').unclosedAt).toBe(2);
    expect(readDelimited('a,b\nc,"d"\ne,f').unclosedAt).toBeUndefined();
  });
});

const entriesIn = (text: string, columns?: Parameters<typeof readDrugList>[1]) =>
  readDrugList(text, columns).entries;
const problemsIn = (text: string): readonly string[] =>
  readDrugList(text).problems.map(({ line, message }) => `${line}: ${message}`);

describe("a drug list has", () => {
  it("the columns of the official list", () => {
    const text = `MTUS Drug List,,,,,
Version of a day,,,,,
Drug Ingredient,Reference Brand Name,Exempt / Non-Exempt,Special Fill,Peri-Op,Drug Class
Cyclobenzaprine HCl,Flexeril,Non-Exempt,4 days,,Muscle relaxants
Naproxen,Naprosyn,Exempt,,No,NSAIDs
"Hydrocodone, Acetaminophen",Norco,Non-exempt*,X,4 days,Opioids
`;
    const list = readDrugList(text);
    expect(list.problems).toEqual([]);
    expect(list.headers[2]).toBe("Exempt / Non-Exempt");
    expect(list.columns).toEqual({
      ingredient: 0,
      brand: 1,
      status: 2,
      specialFill: 3,
      perioperativeFill: 4,
    });
    expect(list.entries).toEqual([
      { ingredient: "Cyclobenzaprine HCl", brand: "Flexeril", status: "non-exempt", specialFill: "4 days" },
      { ingredient: "Naproxen", brand: "Naprosyn", status: "exempt" },
      {
        ingredient: "Hydrocodone, Acetaminophen",
        brand: "Norco",
        status: "non-exempt",
        specialFill: "yes",
        perioperativeFill: "4 days",
      },
    ]);
  });

  it("strengths and forms, if it has columns for them", () => {
    expect(entriesIn("Generic,Dosage Form,Strength,Status\ndiclofenac,Gel,1%,Non Exempt")).toEqual([
      { ingredient: "diclofenac", form: "Gel", strength: "1%", status: "non-exempt" },
    ]);
  });

  it("only brands", () => {
    expect(entriesIn("Brand name,Formulary status\nNorco,non-exempt")).toEqual([
      { brand: "Norco", status: "non-exempt" },
    ]);
  });

  it("no names of columns", () => {
    const list = readDrugList("naproxen;exempt\ntramadol;non-exempt");
    expect(list.headers).toEqual(["Column 1", "Column 2"]);
    expect(list.columns).toEqual({ ingredient: 0, status: 1 });
    expect(list.entries).toHaveLength(2);
  });

  it("names of columns that say nothing", () => {
    const list = readDrugList("Arznei;Kennzeichen\nnaproxen;exempt\ntramadol;non-exempt");
    expect(list.headers).toEqual(["Arznei", "Kennzeichen"]);
    expect(list.columns).toEqual({ ingredient: 0, status: 1 });
    expect(list.entries).toHaveLength(2);
  });

  it("yes and no in a column “Exempt”", () => {
    expect(entriesIn("Drug,Exempt\nnaproxen,Yes\ntramadol,N").map(({ status }) => status)).toEqual([
      "exempt",
      "non-exempt",
    ]);
  });

  it("fills in the column of the status", () => {
    expect(entriesIn("Drug,Status\na drug,Non-Exempt; Special Fill\nanother,Perioperative Fill")).toEqual([
      { ingredient: "a drug", status: "non-exempt", specialFill: "yes" },
      { ingredient: "another", perioperativeFill: "yes" },
    ]);
  });

  it("the columns that the user chooses", () => {
    const text = "Drug,Old status,New status\nnaproxen,non-exempt,exempt";
    expect(readDrugList(text).columns).toEqual({ ingredient: 0, status: 1 });
    expect(entriesIn(text, { ingredient: 0, status: 2 })).toEqual([
      { ingredient: "naproxen", status: "exempt" },
    ]);
    expect(readDrugList(text).preview).toEqual([["naproxen", "non-exempt", "exempt"]]);
  });
});

describe("what is wrong is said with its line", () => {
  it.each<[string, readonly string[]]>([
    ["", ["1: The file has no rows."]],
    ["\n\n,,\n", ["1: The file has no rows."]],
    ["a\0b", ["1: This isn't a text file."]],
    ["Buy milk.\nCall the office.", ["1: No column has the ingredient or the brand."]],
    ["Drug,Price\nnaproxen,3", ["2: No column has the status, special fill, or perioperative fill."]],
    [
      'Drug,Status\nnaproxen,exempt\n"tramadol,exempt\nibuprofen,exempt',
      ["3: A quotation mark isn't closed, so the rows after it can't be read."],
    ],
    [
      "Drug,Status\nnaproxen,maybe\n,exempt\n\ntramadol,\nibuprofen,exempt",
      [
        "2: “maybe” isn't a status. Use “exempt” or “non-exempt”.",
        "3: This row names no ingredient or brand.",
        "5: “tramadol” has no status.",
      ],
    ],
  ])("%j", (text, expected) => expect(problemsIn(text)).toEqual(expected));
});

it("the pack of a list is valid and has its entries", () => {
  const text = 'Drug,Status,Special fill\n"naproxen ""DS""",exempt,\ntramadol,non-exempt,4 days';
  const { entries } = readDrugList(text);
  const pack = drugListPack('Our "list"', "2026-03-01", entries);
  const { data, problems } = readPacks([{ uri: "file:///a.imr-pack.json", text: pack }]);
  expect(problems).toEqual({ "file:///a.imr-pack.json": [] });
  expect(data?.formulary).toEqual(
    entries.map((entry) => ({ ...entry, from: 'Our "list"', date: "2026-03-01" })),
  );
});

it("any text is read, and its pack is valid", () => {
  const piece = fc.oneof(
    fc.constantFrom('"', ",", ";", "\t", "\n", "\r\n", "Drug", "Status", "exempt", "non-exempt", "naproxen"),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { entries } = readDrugList(pieces.join(""));
      const text = drugListPack("L", "2026-03-01", entries);
      const { problems } = readPacks([{ uri: "file:///a.imr-pack.json", text }]);
      expect(problems["file:///a.imr-pack.json"]).toEqual([]);
    }),
  );
});

it.each(["naproxen,exempt\n", '"naproxen","exempt"\n', '"a\n', ',"', "a|b;c\t,"])(
  "the time grows with the table, not faster: %j",
  (row) =>
    isLinear(
      (length) => `Drug,Status\n${repeat(row, length)}`,
      (text) => () => readDrugList(text),
    ),
);
