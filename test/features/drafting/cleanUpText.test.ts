import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agesOf } from "../../../server/src/analysis/statements/ages.ts";
import { sexesOf } from "../../../server/src/analysis/statements/sexes.ts";
import { oneLine } from "../../../server/src/base/flatText.ts";
import type { Span } from "../../../server/src/base/span.ts";
import { applyEdits } from "../../../server/src/features/drafting/cleanUpText/edits.ts";
import { sameLetter } from "../../../server/src/features/drafting/cleanUpText/verify.ts";
import { cleanUpEdits, cleanUpEditsIn } from "../../../server/src/features/drafting/cleanUpText.ts";
import { lettersIn } from "../../../server/src/letter/letters.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { letterWith } from "../../fixture/letter.ts";
import { renditions, typeset } from "../../fixture/typeset.ts";
import { showCitation } from "../../letter/show.ts";
import { findingsIn } from "../../review/findings.ts";
import { samples } from "../../review/samples.ts";

const cleanUp = (text: string): string => applyEdits(text, cleanUpEdits(text, parse(text)));

const solid = (text: string): string => text.replace(/\s/g, "");

/** As a person reads it: long paragraphs cut short, with what they begin and end in. */
const readable = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line.length <= 100 ? line : `${line.slice(0, 50)} ⋯ ${line.slice(-45)}`))
    .join("\n");

describe("letters before and after", () => {
  test("the layout of a PDF, with its columns, centered headings, and page breaks", () => {
    const before = `Case Number:          CM17-0990021
Date Assigned:        01/24/2017                      Date of Injury:      05/13/2014
Priority:             Standard                        Application          01/12/2017
                                                      Received:

                 HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no
affiliation with the employer, employee, providers or the claims administrator.

The Expert Reviewer has the following credentials:
State(s) of Licensure: New York, California
Certification(s)/Specialty: Preventive Medicine, Occupational Medicine, Public Health &
General Preventive Medicine

                                CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the case
file, including all medical records:

The injured worker is a 53 year old female who was hurt on 05/13/2014 in a collision while she was
driving to a client. Utilization review dated 12/30/2016 non-
certified the request, which had been made with a report
\f of the same week.
                      IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

Physical therapy for the right elbow and the right knee, 3 times a week for 4 weeks, as requested:
Upheld
\fClaims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s):
Initial Care.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.

Decision rationale: The guidelines allow for fading of treatment   frequency. Ten visits have been
completed. Therefore, the request is not medically necessary.
\f`;
    expect(cleanUp(before)).toBe(`Case Number:          CM17-0990021
Date Assigned:        01/24/2017                      Date of Injury:      05/13/2014
Priority:             Standard                        Application          01/12/2017
                                                      Received:

HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with the employer, employee, providers or the claims administrator.

The Expert Reviewer has the following credentials:
State(s) of Licensure: New York, California
Certification(s)/Specialty: Preventive Medicine, Occupational Medicine, Public Health & General Preventive Medicine

CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:

The injured worker is a 53 year old female who was hurt on 05/13/2014 in a collision while she was driving to a client. Utilization review dated 12/30/2016 non-certified the request, which had been made with a report of the same week.

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

Physical therapy for the right elbow and the right knee, 3 times a week for 4 weeks, as requested: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.

Decision rationale: The guidelines allow for fading of treatment frequency. Ten visits have been completed. Therefore, the request is not medically necessary.
`);
  });

  test("the raw text, without any blank lines", () => {
    const before = `Case Number: CM17-0990021
Date Assigned: 01/24/2017 Date of Injury: 05/13/2014
Priority: Standard Application
Received:
01/12/2017
HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no
affiliation with the employer, employee, providers or the claims administrator.
The Expert Reviewer has the following credentials:
State(s) of Licensure: New York, California
Certification(s)/Specialty: Anesthesiology, Pain Management
CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the case
file, including all medical records:
The injured worker is a 53 year old female who was hurt on 05/13/2014 in a collision while she was
driving to a client.
IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:
Tramadol 50mg #90: Upheld
Claims Administrator guideline: Decision based on MTUS Opioid Treatment 2016.
MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s):
Opioids, criteria for use.
Decision rationale: The reports name no activity that the drug makes possible. Therefore, the
request for Tramadol 50mg #90 is not medically necessary.
Omeprazole 20mg #60: Overturned
Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.
MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.
Decision rationale: The employee takes naproxen and has had an ulcer. The request for Omeprazole
20mg #60 is medically necessary.`;
    expect(cleanUp(before)).toBe(`Case Number: CM17-0990021
Date Assigned: 01/24/2017 Date of Injury: 05/13/2014
Priority: Standard Application
Received:
01/12/2017

HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with the employer, employee, providers or the claims administrator.

The Expert Reviewer has the following credentials:
State(s) of Licensure: New York, California
Certification(s)/Specialty: Anesthesiology, Pain Management

CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:

The injured worker is a 53 year old female who was hurt on 05/13/2014 in a collision while she was driving to a client.

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

Tramadol 50mg #90: Upheld

Claims Administrator guideline: Decision based on MTUS Opioid Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Opioids, criteria for use.

Decision rationale: The reports name no activity that the drug makes possible. Therefore, the request for Tramadol 50mg #90 is not medically necessary.

Omeprazole 20mg #60: Overturned

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

Decision rationale: The employee takes naproxen and has had an ulcer. The request for Omeprazole 20mg #60 is medically necessary.`);
  });

  test("a double-spaced letter, with a page break inside a sentence", () => {
    const lines = (...all: string[]) => all.map((line) => `${line} \n\n`).join("");
    const before = ` ${lines(
      "HOW THE IMR FINAL DETERMINATION WAS MADE",
      "MAXIMUS Federal Services sent the complete case file to an expert reviewer. The expert",
      "reviewer is Board Certified in Family Medicine and is licensed to practice in California.",
      "",
      "CLINICAL CASE SUMMARY",
      "The expert reviewer developed the following clinical case summary based on a review of the",
      "case file, including all medical records:",
      "",
      "The patient is a 39 year old male with a date of injury of February 19, 2013, who strained his",
      "neck and his upper back. The physician's report of the next day describes the aching of his",
    )}\n\n${lines(
      "neck, which is rated 5 on a scale of 10.",
      "",
      "IMR ISSUES, DECISIONS AND RATIONALES",
      "The Final Determination was based on decisions for the disputed items/services set forth below:",
      "",
      "Cyclobenzaprine 7.5mg #90:  Upheld",
      "",
      "Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines",
      "MUSCLE RELAXANTS (FOR PAIN) Page(s): 63.  ",
      "",
      "MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page(s):",
      "63-66 of 127.  ",
      "",
    )}\n\n${lines(
      "Decision rationale: The MTUS supports the use of non-sedating muscle relaxants for a short",
      "course. The employee has used it for a year. Therefore, the request for cycloben-",
      "zaprine 7.5mg #90 is not medically necessary.",
    )}`;
    expect(cleanUp(before)).toBe(`HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer. The expert reviewer is Board Certified in Family Medicine and is licensed to practice in California.

CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:

The patient is a 39 year old male with a date of injury of February 19, 2013, who strained his neck and his upper back. The physician's report of the next day describes the aching of his neck, which is rated 5 on a scale of 10.

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

Cyclobenzaprine 7.5mg #90:  Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines MUSCLE RELAXANTS (FOR PAIN) Page(s): 63.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 63-66 of 127.

Decision rationale: The MTUS supports the use of non-sedating muscle relaxants for a short course. The employee has used it for a year. Therefore, the request for cycloben-zaprine 7.5mg #90 is not medically necessary.
`);
  });
});

describe("each rendition of a letter comes out as if it were typed", () => {
  const withoutTable = (text: string): string => text.slice(text.indexOf("HOW THE IMR"));
  for (const form of ["G3a", "G3b"] as const) {
    const typed = readable(withoutTable(typeset({ form }, { rendition: "typed" })));
    for (const rendition of renditions) {
      test.each([
        ["LF", "\n"],
        ["CRLF", "\r\n"],
        ["CR", "\r"],
      ] as const)(`${form} ${rendition} %s`, (_, lineEnd) => {
        for (const page of [0, 5, 13, 46]) {
          const cleaned = cleanUp(typeset({ form }, { rendition, lineEnd, page }));
          const plain = cleaned.replaceAll(lineEnd, "\n");
          expect(plain.replaceAll("\n", lineEnd)).toBe(cleaned);
          expect(readable(withoutTable(plain).replaceAll(/(?<=[.:]) {2}/g, " "))).toBe(typed);
        }
      });
    }
  }
});

/** The lines below "Decision rationale:", after and before the cleanup. */
function cleanUpRationale(...lines: readonly string[]): readonly string[] {
  const rest = [
    "It is a long line that shows where the margin of this letter stands, as others do beside it, with",
    "one more that is as long as those above and below it in this paragraph, so that there is a margin,",
    "and an end. The request is not medically necessary.",
  ];
  const text = letterWith(
    "Naproxen 500mg #60: Upheld",
    "",
    "Decision rationale: Here.",
    "",
    ...lines,
    "",
    ...rest,
  );
  const after = cleanUp(text).trimEnd().split("\n");
  return after.slice(after.indexOf("Decision rationale: Here.") + 2, -2);
}

describe("in prose", () => {
  const full =
    "The guidelines recommend the drug for a short course and ask that pain and function be followed";

  test("lines wrapped at the margin become one", () => {
    expect(cleanUpRationale(full, "at every visit.")).toEqual([`${full} at every visit.`]);
  });

  test("a hyphen at a line's end keeps its word together and stays", () => {
    const line = `${full.slice(0, 80)} non-`;
    expect(cleanUpRationale(line, "certified drugs.")).toEqual([`${line}certified drugs.`]);
  });

  test("a separate dash isn't a hyphen", () => {
    const line = `${full.slice(0, 83)} -`;
    expect(cleanUpRationale(line, "and so on.")).toEqual([`${line} and so on.`]);
  });

  test("paragraphs stay separated by one blank line", () => {
    expect(cleanUpRationale("One.", "", "", "", "Two.")).toEqual(["One.", "", "Two."]);
  });

  test("lines that end before the margin stay lines", () => {
    const list = ["Medication:", "Naproxen 500mg", "Omeprazole 20mg"];
    expect(cleanUpRationale(...list)).toEqual(list);
  });

  test("items of a list stay lines, even after a full line", () => {
    const item = `1. ${full.slice(0, 91)}.`;
    expect(cleanUpRationale(item, "2. And this.")).toEqual([item, "2. And this."]);
  });

  test("runs of spaces become one, no-break spaces plain ones, and none end a line", () => {
    expect(cleanUpRationale("Pain   was\u00a07 out of\t10.   ")).toEqual(["Pain was 7 out of 10."]);
  });

  test("two spaces after a period stay", () => {
    expect(cleanUpRationale("Pain was 7.  Function was poor.")).toEqual(["Pain was 7.  Function was poor."]);
  });

  test("a page break inside a sentence goes", () => {
    expect(cleanUpRationale("The pages of this", "", "\fletter end anywhere.")).toEqual([
      "The pages of this letter end anywhere.",
    ]);
  });

  test("a page break after a paragraph leaves a blank line", () => {
    expect(cleanUpRationale("This ended.", "\fAnother began.")).toEqual([
      "This ended.",
      "",
      "Another began.",
    ]);
  });

  test("what a page prints at its foot stays by itself", () => {
    const foot = "Final Determination Letter for IMR Case Number CM14-0990001 3";
    expect(cleanUpRationale(full, foot, "\fand more.")).toEqual([full, foot, "and more."]);
  });
});

describe("what is left alone", () => {
  const clean = typeset({}, { rendition: "typed" });
  const unchanged = (text: string) => expect(cleanUpEdits(text, parse(text))).toEqual([]);

  test("a letter that is well laid out, with any line end", () => {
    for (const lineEnd of ["\n", "\r\n", "\r"]) unchanged(clean.replaceAll("\n", lineEnd));
  });

  test("one without a line end at its end", () => unchanged(clean.trimEnd()));

  test("one with a blank line below each heading", () => {
    unchanged(clean.replace(/^([A-Z ,]{12,})$/gm, "$1\n"));
  });

  test("a sample as it was typed", () => {
    unchanged(samples.find(({ name }) => name === "tramadol-typed.imr")?.text ?? "?");
  });

  test("a text that isn't a letter, in any layout", () => {
    unchanged("  Dear   Sir,\n\n\n\nthis is \nno letter.  \f");
    unchanged("");
    unchanged(" \n \f\n");
  });

  test("a byte order mark", () => expect(cleanUp(`\ufeff${clean}`)).toBe(`\ufeff${clean}`));

  test("the lines of a cover note before the letter", () => {
    const note = "To: the file\n  cc: nobody\n\n";
    expect(cleanUp(note + clean)).toBe(note + clean);
  });

  test("a directive, and the line that it covers", () => {
    const lines = [
      "Decision rationale: The employee is a 41 year old who has taken it for a year, without an effect",
      "%% imr-ignore consistency/age",
      "that was put down. She is 52 years old, says the report, which is of another date and is not signed",
      "by anyone. Therefore, the request for Flexeril 7.5mg #90 is not medically necessary.",
    ];
    const text = letterWith("Flexeril 7.5mg, #90: Upheld", "", ...lines);
    expect(cleanUp(text).split("\n").slice(-5, -1)).toEqual(lines);
    expect(cleanUp(text)).not.toBe(text);
  });
});

describe("edits", () => {
  test("there is one for each gap that changes, and none touches a word", () => {
    const text = typeset({}, { rendition: "raw", lineEnd: "\r\n" });
    const edits = cleanUpEdits(text, parse(text));
    for (const { start, end, text: now } of edits) {
      expect(solid(text.slice(start, end) + now)).toBe("");
      expect(text.slice(start - 1, start + 1)).not.toBe("\r\n");
      expect(text.slice(end - 1, end + 1)).not.toBe("\r\n");
      expect(text.slice(start, end)).not.toBe(now);
    }
    const gaps = edits.map(({ start }) => solid(text.slice(0, start)).length);
    expect(new Set(gaps).size).toBe(gaps.length);
    const head = text.indexOf("HOW THE IMR");
    expect(edits.filter(({ end }) => end < head - 2)).toEqual([]);
  });

  test("of a selection are those inside it", () => {
    const text = typeset({}, { rendition: "raw" });
    const start = text.indexOf("The injured worker is");
    const end = text.indexOf("IMR ISSUES, DECISIONS");
    const edits = cleanUpEditsIn(text, parse(text), { start, end });
    const after = applyEdits(text, edits);
    expect(after.slice(0, start)).toBe(text.slice(0, start));
    expect(after.slice(start).split("\n")[0]).toMatch(
      /^The injured worker is .* non-certified the request\.$/,
    );
    expect(after.slice(after.indexOf("IMR ISSUES"))).toBe(text.slice(end));
  });
});

/** Everything that is read from a text, in its words. */
const said = (text: string) =>
  lettersIn(parse(text)).map((letter) => {
    const { generation, sections, frontMatter, credentials, summary, issues } = letter;
    const words = (span: Span | undefined) => span && oneLine(text, span);
    const { span: _, ...fields } = frontMatter ?? { span: undefined };
    return {
      generation,
      sections: sections.map(({ kind, title, body }) => [kind, title, words(body)]),
      fields: Object.entries(fields).map(([name, field]) => [name, field.text]),
      credentials: [words(credentials?.licensure), words(credentials?.specialty)],
      summary: words(summary?.narrative),
      persons: [...agesOf(letter), ...sexesOf(letter)].map(({ value }) => value),
      issues: issues.map(({ heading, claims, reviewer, rationale }) => ({
        heading: [words(heading.request), heading.treatment, heading.decision?.text],
        citations: [claims, reviewer].map((part) => part?.citations.map(showCitation)),
        sentences: rationale?.sentences.map(words),
        necessary: rationale?.conclusion?.necessary,
      })),
    };
  });

/** What must not change in a cleanup. */
function expectSame(before: string, after: string): void {
  expect(solid(after)).toBe(solid(before));
  expect(cleanUp(after)).toBe(after);
  expect(said(after)).toEqual(said(before));
  const found = (text: string) =>
    findingsIn(text).map(({ rule, message, start, end }) => [rule, message, solid(text.slice(start, end))]);
  expect(found(after)).toEqual(found(before));
}

describe("the letter stays the same, and cleaning it up again changes nothing", () => {
  const doubleSpaced = (text: string) =>
    text
      .split("\n")
      .map((line) => line || " ")
      .join("\n\n");

  test.each(samples)("$name", ({ text }) => {
    for (const one of [text, text.replaceAll("\n", "\r\n"), doubleSpaced(text), text + text]) {
      expectSame(one, cleanUp(one));
    }
  });

  test("every sample is cleaned up", () => {
    const changed = samples.filter(({ text }) => cleanUp(text) !== text).map(({ name }) => name);
    expect(samples.map(({ name }) => name).filter((name) => !changed.includes(name))).toEqual([
      "tramadol-typed.imr",
    ]);
  });

  const folder = process.env.IMR_LETTERS ?? path.resolve("../shared/letters");
  describe.skipIf(!existsSync(folder))("real letters", () => {
    const read = (rendition: string, name: string) =>
      readFileSync(path.join(folder, rendition, name), "utf8");
    const lines = (text: string) => text.split(/[\n\r\f]+/).filter((line) => line.trim() !== "").length;

    test.each(["seeds", "layout", "raw"])("%s", (rendition) => {
      let before = 0;
      let after = 0;
      for (const name of readdirSync(path.join(folder, rendition))) {
        const text = read(rendition, name);
        const cleaned = cleanUp(text);
        expectSame(text, cleaned);
        expect(cleaned, `${rendition}/${name}`).not.toBe(text);
        before += lines(text);
        after += lines(cleaned);
      }
      console.log(`${rendition}: ${before} lines before, ${after} after the cleanup`);
    });

    test("the raw text and the layout of a letter come out alike, but for the table", () => {
      const below = (text: string) => text.slice(text.indexOf("HOW THE IMR")).trimEnd();
      for (const name of readdirSync(path.join(folder, "raw"))) {
        expect(below(cleanUp(read("raw", name))), name).toBe(below(cleanUp(read("layout", name))));
      }
    });
  });
});

describe("any text", () => {
  const lines = [
    ...typeset({}, { rendition: "layout", page: 20 }).split("\n"),
    ...typeset({ form: "G3a" }, { rendition: "raw" }).split("\n"),
  ];
  const line = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...lines) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...lines), fc.nat(90)).map(([l, n]) => l.slice(0, n)) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        "",
        " ",
        "\f",
        "%% imr-ignore",
        "%% imr-ignore-file letter/no-issues",
        ...[
          "\u2028",
          "\ufeff",
          "\u200b",
          "\u0085",
          "\u00ad",
          "word\u00ad",
          "\u00a0",
          "non-",
          ": Upheld",
          "Upheld",
        ],
      ),
    },
  );
  /** Lines of letters one after the other, some missing, some strange. */
  const texts = fc
    .tuple(
      fc.array(line, { maxLength: 60 }),
      fc.constantFrom("\n", "\r\n", "\r", "\n\n", " \n\n", "\n\f"),
      fc.nat(lines.length),
      fc.nat(40),
    )
    .map(([some, lineEnd, from, length]) => [...lines.slice(from, from + length), ...some].join(lineEnd));

  test("keeps its words, is parsed the same, and is cleaned up in one step", () => {
    let letters = 0;
    let changed = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const before = parse(text);
        if (before.generation !== undefined) letters++;
        const cleaned = applyEdits(text, cleanUpEdits(text, before));
        expect(solid(cleaned)).toBe(solid(text));
        expect(sameLetter(before, text, parse(cleaned), cleaned)).toBe(true);
        expect(cleanUp(cleaned)).toBe(cleaned);
        if (cleaned !== text) changed++;
      }),
      { numRuns: 400, seed: 4610 },
    );
    console.log(`Of ${letters} distorted letters ${changed} were cleaned up`);
    expect(changed).toBeGreaterThan(letters / 2);
  });

  test("is parsed the same after a partial cleanup", () => {
    fc.assert(
      fc.property(texts, fc.nat(3000), fc.nat(3000), (text, start, length) => {
        const before = parse(text);
        const edits = cleanUpEditsIn(text, before, { start, end: start + length });
        const cleaned = applyEdits(text, edits);
        expect(sameLetter(before, text, parse(cleaned), cleaned)).toBe(true);
        for (const edit of edits) expect(edit.start >= start && edit.end <= start + length).toBe(true);
      }),
      { numRuns: 100, seed: 4611 },
    );
  });
});

describe("takes time in proportion to the text", () => {
  const head = typeset({ issues: [] }, { page: 0 });
  const issues = typeset({}, { rendition: "doubleSpaced" }).split("set forth below:")[1] ?? "?";
  const strange = [" \n", "a\n\n", "\f", "1. \n", "-\n", "a  ", "\u00ad\n", "b\u00a0", "\n \n", ": Upheld\n"];

  test.each([issues, ...strange].map((piece) => ({ piece: piece.slice(0, 12), repeated: piece })))(
    "also if it repeats $piece",
    ({ repeated }) => {
      const time = (length: number): number => {
        const text = `${head}Decision rationale: ${repeated.repeat(length / repeated.length)}`;
        const read = parse(text);
        const started = performance.now();
        cleanUpEdits(text, read);
        return performance.now() - started;
      };
      time(10_000);
      // Eight times the text; a quadratic step would make it sixty-four. Only three failures in a row count.
      const ratio = () => time(400_000) / Math.max(time(50_000), 1);
      const isLinear = () => ratio() < 24;
      expect(isLinear() || isLinear() || isLinear()).toBe(true);
    },
  );
});
