/** Determinations as CSV: whatever a letter says, a spreadsheet finds text and no formulas, however it splits lines. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Determination } from "../../../server/src/features/workspace/determinations.ts";
import { recordForms } from "../../../server/src/features/workspace/records.ts";

const none: Determination = {
  caseNumber: null,
  dateOfInjury: null,
  urDenialDate: null,
  applicationReceived: null,
  dateAssigned: null,
  decisionDate: null,
  specialty: null,
  issue: 1,
  treatment: "",
  drug: null,
  drugClass: null,
  drugStatus: [],
  strength: null,
  count: null,
  decision: null,
  claimsCitations: [],
  reviewerCitations: [],
  reviewerGuidelines: [],
  present: [],
  missing: [],
  reviewerStates: [],
  daysInjuryToDenial: null,
  daysDenialToApplication: null,
  daysApplicationToDecision: null,
  lastDayToAppeal: null,
};

const csvOf = (file: string, some: Partial<Determination>): string =>
  recordForms.csv.record(file, { ...none, ...some });
const row = (file: string, some: Partial<Determination>): readonly string[] =>
  readTable(csvOf(file, some), ",", "at the beginning")[0] ?? [];

/** Where a program lets a quote start a quoted text. */
type Quotes = "at the beginning" | "anywhere" | "nowhere";

/** Parses CSV as programs do: quoted text may contain separators and line ends, and a doubled quote is one. */
function readTable(
  text: string,
  separator: string,
  quotes: Quotes,
  mark = '"',
): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  let isBegun = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (isQuoted) {
      if (character !== mark) cell += character;
      else if (text[at + 1] === mark) cell += text[++at];
      else isQuoted = false;
    } else if (character === mark && (quotes === "anywhere" || (quotes === "at the beginning" && !isBegun))) {
      isQuoted = true;
      isBegun = true;
    } else if (character === separator) {
      cells.push(cell);
      [cell, isBegun] = ["", false];
    } else if (character === "\n" || character === "\r") {
      if (character === "\r" && text[at + 1] === "\n") at++;
      rows.push([...cells, cell]);
      [cells, cell, isBegun] = [[], "", false];
    } else {
      cell += character;
      isBegun = true;
    }
  }
  return cell === "" && cells.length === 0 ? rows : [...rows, [...cells, cell]];
}

/** Programs ignore invisible characters before a formula. */
const isFormula = (cell: string): boolean =>
  /^[=+\-@＝＋－＠﹦﹢﹣﹫]/.test(cell.replace(/^[\s"\p{Cc}\p{Cf}\p{Z}]+/u, ""));

/** A dash, or a number with its sign and unit, as prose has them between spaces. */
const isPlain = (cell: string): boolean =>
  /^[\s"'\p{Cf}]*(?:[=+\-@＝＋－＠﹦﹢﹣﹫](?![\w=(])|[+-]\d[\d.,/-]*[A-Za-z%]{0,12}(?![\w(!|+\-*/^&<>=']))/u.test(
    cell,
  );

const formulasIn = (text: string): readonly string[] =>
  ['"', "'"].flatMap((mark) =>
    (["at the beginning", "anywhere", "nowhere"] as const).flatMap((quotes) => [
      ...[",", ";", "\t", "|"].flatMap((separator) =>
        readTable(text, separator, quotes, mark).flat().filter(isFormula),
      ),
      ...[" ", ":"].flatMap((separator) =>
        readTable(text, separator, quotes, mark)
          .flat()
          .filter((cell) => isFormula(cell) && !isPlain(cell)),
      ),
    ]),
  );

describe("a table", () => {
  test("is parsed as programs parse it", () => {
    expect(readTable('a,"b,""c""\n",\r\n"=1"x;y\n', ",", "at the beginning")).toEqual([
      ["a", 'b,"c"\n', ""],
      ["=1x;y"],
    ]);
    expect(formulasIn('"x","=1"\r\n')).not.toEqual([]);
    expect(formulasIn('"x;=1"\r\n')).not.toEqual([]);
    expect(formulasIn('"x;""=1"\r\n')).not.toEqual([]);
    expect(formulasIn('"\0=1"\r\n')).not.toEqual([]);
    expect(formulasIn('"x; y"\r\n')).toEqual([]);
  });

  test("has every text in quotes, numbers without quotes, and nothing for null", () => {
    expect(csvOf('say "a".imr', { caseNumber: "CM16-1", claimsCitations: ["a", "b"] })).toBe(
      '"say ""a"".imr","CM16-1",,,,,,,1,"",,,,,,"a; b","","","","","",,,,,""\r\n',
    );
  });

  test("has new columns after those of earlier versions", () => {
    const columns = recordForms.csv.begin.trimEnd().split(",");
    expect(columns.indexOf("missing")).toBe(19);
    expect(row("a", { reviewerStates: ["California", "Texas"], daysInjuryToDenial: 0 }).slice(20)).toEqual([
      "California; Texas",
      "0",
      "",
      "",
      "",
      "",
    ]);
  });

  test.each([
    ["=1", "’=1"],
    ["\0=1", " ’=1"],
    ["\t\r\n=1", "   ’=1"],
    ["\u2028@x", " ’@x"],
    ["\ufeff+1", "\ufeff’+1"],
    ["＝1", "’＝1"],
    ["a;=1", "a;’=1"],
    ["a\t=1", "a ’=1"],
    ["a;\t-1", "a; ’-1"],
    ['a;"=1', 'a;’"=1'],
    ['""=1', '’""=1'],
    ["a, -1", "a, ’-1"],
    ["'=1", "’'=1"],
    ["a-b=c", "a-b=c"],
    ["Section(s): =1+1", "Section(s): ’=1+1"],
    ["Tramadol 50mg @SUM(A1)", "Tramadol 50mg ’@SUM(A1)"],
    ["+cmd|' /C calc'!A0 -cmd", "’+cmd|' /C calc'!A0 ’-cmd"],
    ["2 to 3 - 4 weeks, 10 -325mg", "2 to 3 - 4 weeks, 10 -325mg"],
    ['",=1', '",’=1'],
    ["Flexeril 7.5mg, #90; 2 + 2 x-rays", "Flexeril 7.5mg, #90; 2 + 2 x-rays"],
  ])("holds %j as %j", (words, cell) => {
    expect(row("a", { treatment: words })[9]).toBe(cell);
    expect(formulasIn(csvOf(words, { treatment: words, missing: [words, words] }))).toEqual([]);
  });

  test("has no formula after any prefix, in any column", () => {
    const before = [
      "",
      "\0",
      "\x01",
      "\x0b",
      "\x1f",
      "\x7f",
      "\x85",
      " ",
      "\xa0",
      "\u200b",
      "\ufeff",
      '"',
      '""',
      "'",
      ";",
      ",",
      "\t",
      "\r",
      "\n",
      "\u2028",
      "|",
      "\u202e",
    ];
    for (const one of before)
      for (const two of before)
        for (const sign of "=+-@＝＋－＠") {
          const words = `${one}${two}${sign}cmd|' /C calc'!A0`;
          expect(
            formulasIn(csvOf(words, { treatment: `a${words}`, reviewerCitations: [words, `b${words}`] })),
          ).toEqual([]);
        }
  });

  test("has no formula and as many cells as columns, whatever the text", () => {
    const words = fc
      .array(
        fc.oneof(
          fc.constantFrom(..."=+-@＝－;,\t|\r\n\0\"' a\u2028\ufeff\u200b\x85"),
          fc.string({ unit: "binary", maxLength: 2 }),
        ),
      )
      .map((pieces) => pieces.join(""));
    const records = fc.record({
      file: words,
      caseNumber: words,
      treatment: words,
      decision: words,
      claims: fc.array(words),
      missing: words,
    });
    fc.assert(
      fc.property(fc.array(records, { minLength: 1, maxLength: 3 }), (all) => {
        const text =
          recordForms.csv.begin +
          all
            .map(({ file, caseNumber, treatment, decision, claims, missing }) =>
              csvOf(file, { caseNumber, treatment, decision, claimsCitations: claims, missing: [missing] }),
            )
            .join("");
        expect(formulasIn(text)).toEqual([]);
        const rows = readTable(text, ",", "at the beginning");
        expect(rows.map((cells) => cells.length)).toEqual(Array(all.length + 1).fill(26));
        expect(text).not.toMatch(/[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]/);
        expect(text.split(/\r\n|\r|\n/)).toHaveLength(all.length + 2);
      }),
      { seed: 17, numRuns: 1000 },
    );
  });
});

describe("what a spreadsheet would take for a date", () => {
  const strengthIn = (strength: string) => row("a.imr", { strength })[12];

  test.each(["8/2", "5/325", "10/12", "2-3", "12/4"])("a strength of %s gets its unit", (strength) => {
    expect(strengthIn(strength)).toBe(`${strength} mg`);
  });

  test.each(["10/325mg", "7.5/325", "70/30", "20mg", "325"])("a strength of %s stays", (strength) => {
    expect(strengthIn(strength)).toBe(strength);
  });

  test("stays a text elsewhere, except for dates", () => {
    const [file, , dateOfInjury] = row("3-14", { dateOfInjury: "2016-12-05" });
    expect([file, dateOfInjury]).toEqual(["’3-14", "2016-12-05"]);
    expect(row("1/2/2016", {})[0]).toBe("’1/2/2016");
    expect(row("30-45", {})[0]).toBe("30-45");
  });
});
