import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PublishedForm, publishedForm } from "../../../server/src/features/drafting/publishedForm.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { samples } from "../../review/samples.ts";

const formOf = (text: string): PublishedForm => publishedForm(text, parse(text));

/** Each block on a line: `# ` before headings, bold words between `*`, rows of the table between `|`. */
const shown = (text: string): string =>
  formOf(text)
    .blocks.map((block) => {
      if (block.kind === "caseDetails")
        return block.rows
          .map(
            (row) =>
              `|${row.map((cell) => (cell ? `${cell.label.replace("\n", "/")} ${cell.value}` : "")).join("|")}|`,
          )
          .join("\n");
      const words = block.runs.map(({ text: run, isBold }) => (isBold ? `*${run}*` : run)).join("");
      return `${block.startsPage ? "\f" : ""}${block.isApart ? "\n" : ""}${block.kind === "heading" ? "# " : ""}${words}`;
    })
    .join("\n");

/** The characters of a text that aren't white space; in the table, those of each detail, one after another. */
const solid = (text: string): string => text.replace(/[\s\u0085\u200b\ufeff]/g, "");
const charactersIn = ({ blocks }: PublishedForm): string =>
  blocks
    .flatMap((block) =>
      block.kind !== "caseDetails"
        ? block.runs.map(({ text }) => text)
        : block.rows.flatMap((row) => row.flatMap((cell) => (cell ? [cell.label, cell.value] : []))),
    )
    .map(solid)
    .join("");
const sorted = (text: string): string => [...solid(text)].sort().join("");

test("a letter as it's published", () => {
  expect(
    shown(`Case Number:          CM17-0990021
Date Assigned:        01/24/2017                      Date of Injury:      05/13/2014
Priority:             Standard                        Application          01/12/2017
                                                      Received:

                 HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no
affiliation with the employer.

The Expert Reviewer has the following credentials:
State(s) of Licensure: New York, California
Certification(s)/Specialty: Preventive Medicine

                                CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the case
file, including all medical records:

The injured worker is a 53 year old female.
                      IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

Labs to include: EKG: Upheld
\fClaims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s):
Initial Care.

Decision rationale: It is not medically necessary.
`),
  ).toBe(`|Case Number: CM17-0990021||
|Date Assigned: 01/24/2017|Date of Injury: 05/13/2014|
|Priority: Standard|Application/Received: 01/12/2017|

# *HOW THE IMR FINAL DETERMINATION WAS MADE*
MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with the employer.

The Expert Reviewer has the following credentials:
State(s) of Licensure: New York, California
Certification(s)/Specialty: Preventive Medicine

# *CLINICAL CASE SUMMARY*
The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:

The injured worker is a 53 year old female.

# *IMR ISSUES, DECISIONS AND RATIONALES*
The Final Determination was based on decisions for the disputed items/services set forth below:

*Labs to include: EKG: Upheld*

*Claims Administrator guideline:* Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

*Decision rationale:* It is not medically necessary.`);
});

/** A letter that begins with its first heading. */
const withoutDetails = letterWith(...mri).replace(/^[\s\S]*?(?=HOW THE IMR)/, "");

test("details that the table doesn't have become paragraphs", () => {
  const form = shown(
    `Letterhead\nCase Number: CM17-0990021\nClaim Number: 12-A   Date of Injury: 05/13/2014\n\n${withoutDetails}`,
  );
  expect(form).toMatch(
    /^Letterhead\n\|Case Number: CM17-0990021\|\|\n\|\|Date of Injury: 05\/13\/2014\|\nClaim Number: 12-A\n/,
  );
});

test("the second letter of a file begins a page", () => {
  const one = `Case Number: CM17-0990021\nDate of Injury: 05/13/2014\n\n${withoutDetails}`;
  const { blocks } = formOf(`${one}\n\n${one}`);
  const starts = blocks.flatMap((block, at) => ("startsPage" in block && block.startsPage ? [at] : []));
  expect(starts).toHaveLength(1);
  expect(blocks[starts[0]! + 1]).toEqual(blocks[0]);
});

test("what isn't a letter becomes paragraphs", () => {
  expect(shown("Dear Sir,\n\nplease find\nattached")).toBe("Dear Sir,\n\nplease find\nattached");
  expect(formOf("").blocks).toEqual([]);
});

describe("each word of a text is in the form", () => {
  const lines = [
    ...letterWith(...flexeril, ...mri).split("\n"),
    ...samples.flatMap(({ text }) => text.split("\n")),
  ];
  const line = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...lines) },
    fc.tuple(fc.constantFrom(...lines), fc.nat(80)).map(([words, length]) => words.slice(0, length)),
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom(
      "\f",
      "Received: ",
      "Application",
      "Case Number:",
      "Priority: Standard Priority: Urgent",
      "12/05/2016",
    ),
  );

  test("whatever its lines are", () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 60 }),
        fc.constantFrom("\n", "\r\n", "\n\n"),
        (some, lineEnd) => {
          const text = some.join(lineEnd);
          expect(sorted(charactersIn(formOf(text)))).toBe(sorted(text));
        },
      ),
    );
  });

  test("wherever a sample is cut off", () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(6000), (sample, length) => {
        const text = sample.text.slice(0, length);
        expect(sorted(charactersIn(formOf(text)))).toBe(sorted(text));
      }),
    );
  });

  test("even beyond what is parsed", () => {
    const text = `${letterWith(...mri)}\nThe rest`;
    const start = text.slice(0, 900);
    expect(solid(charactersIn(publishedForm(text, parse(start))))).toBe(solid(text));
  });
});
