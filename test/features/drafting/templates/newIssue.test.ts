import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutTabStops } from "../../../../server/src/base/snippet.ts";
import { issueTemplate } from "../../../../server/src/features/drafting/templates.ts";
import { parse } from "../../../../server/src/letter/parse.ts";
import { flexeril, issue, letter, letterWith, mri } from "../../../fixture/letter.ts";
import { unmark } from "../../../fixture/marks.ts";
import { samples } from "../../../review/samples.ts";
import { inserted, stopsOf, untouched } from "../../snippets.ts";
import { headings, lineEnds } from "./written.ts";

describe("a new issue", () => {
  const brace = { treatment: "Lumbar brace", decision: "Upheld" } as const;

  /** The headings after an issue is added at the `|`, the same with each kind of line end. */
  function headingsAfter(marked: string): readonly string[] {
    const answers = lineEnds.map((lineEnd) => {
      const { text, cursor } = unmark(marked.replaceAll("\n", lineEnd));
      const edit = issueTemplate(parse(text), cursor, brace.treatment, brace.decision);
      expect(edit.text).not.toContain("\r");
      return headings(inserted(text, edit));
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    return answers[0] ?? [];
  }

  const both = letterWith(...flexeril, "", ...mri);
  const [first, second] = ["Flexeril 7.5mg, #90: Upheld", "MRI of the lumbar spine: Overturned"];
  const added = "Lumbar brace: Upheld";

  test.each([
    ["in an issue, behind that one", both.replace("short course", "short| course"), [first, added, second]],
    ["in a heading, behind that one", both.replace("7.5mg, #90", "7.5|mg, #90"), [first, added, second]],
    [
      "between two issues, behind the first",
      both.replace("MRI of", "|MRI of").replace("\n|", "|\n"),
      [first, added, second],
    ],
    ["in the last issue, behind it", both.replace("red flags", "red| flags"), [first, second, added]],
    ["at the letter's end, behind the last", `${both}|`, [first, second, added]],
    ["above the issues, behind the last", both.replace("41 year", "41| year"), [first, second, added]],
    ["in a section without issues, there", letterWith().replace("41 year", "41| year"), [added]],
    [
      "below a heading that nothing follows, there",
      `${letter({ issuesHeading: "IMR ISSUES, DECISIONS AND RATIONALES", issues: [] })}|`,
      [added],
    ],
    ["in a letter that ends with its summary, there", letter({ issuesHeading: "", issues: [] }), [added]],
    ["in an empty file", "", [added]],
    ["in a file of nothing but lines", "\n\n|\n", [added]],
    [
      "in the first of two letters, at its end",
      `${letterWith(...flexeril).replace("41 year", "41| year")}\n${letterWith(...mri)}`,
      [first, added, second],
    ],
    [
      "in the second of two letters, at its end",
      `${letterWith(...flexeril)}\n${letterWith(...mri).replace("41 year", "41| year")}`,
      [first, second, added],
    ],
  ])("goes, with the cursor %s", (_where, marked, expected) => {
    expect(headingsAfter(marked)).toEqual(expected);
  });

  test("brings the section's heading and fixed sentence where they are missing", () => {
    const without = letter({ issuesHeading: "", issues: [] });
    const after = inserted(without, issueTemplate(parse(without), 0, "", undefined));
    expect(after.slice(without.trimEnd().length)).toBe(
      [
        "",
        "",
        "IMR ISSUES, DECISIONS AND RATIONALES",
        "The Final Determination was based on decisions for the disputed items/services set forth below:",
        "",
        "treatment, strength and count: pending",
        "",
        "Claims Administrator guideline: Decision based on MTUS Guideline 2016, Section(s): section.",
        "",
        "MAXIMUS guideline: Decision based on MTUS Guideline 2016, Section(s): section.",
        "",
        "Decision rationale: ",
        "",
      ].join("\n"),
    );
  });

  test("stands a blank line from what is empty, above and below", () => {
    const empty = (name: string) => issue({ heading: `${name}: Upheld`, rationale: "Decision rationale:" });
    const text = letter({ issues: [empty("Soma 350mg #60"), empty("Naproxen 500mg #60")] });
    const after = inserted(text, issueTemplate(parse(text), text.indexOf("Soma"), "Lumbar brace", "Upheld"));
    expect(after).toContain("Decision rationale:\n\nLumbar brace: Upheld\n\nClaims");
    expect(after).toContain("Decision rationale: \n\nNaproxen 500mg #60: Upheld\n\nClaims");
    const bare = `${letter({ issuesHeading: "IMR ISSUES, DECISIONS AND RATIONALES", issues: [] })}\n\n`;
    expect(inserted(bare, issueTemplate(parse(bare), 0, "Lumbar brace", "Upheld"))).toContain(
      "IMR ISSUES, DECISIONS AND RATIONALES\nThe Final Determination was based on decisions for the disputed items/services set forth below:\n\nLumbar brace: Upheld\n\nClaims",
    );
  });

  test("cites as the letter does", () => {
    const older = letterWith(...flexeril);
    const cited = inserted(older, issueTemplate(parse(older), 0, "Lumbar brace", "Upheld"));
    expect(cited).toContain("MAXIMUS guideline: Decision based on MTUS Guideline topic Page(s): pages.");
    expect(parse(cited).generation).toBe("G3a");
  });

  test("stands apart as the other issues do: double-spaced, or without blank lines", () => {
    const doubleSpaced = letterWith(...flexeril)
      .replaceAll("\n\n", "\n \n")
      .replaceAll("\n", "\n\n");
    const spaced = issueTemplate(parse(doubleSpaced), 0, "Lumbar brace", "Upheld");
    expect(spaced.text).toMatch(/^\n\n \n\nLumbar brace: Upheld\n\n \n\nClaims Administrator guideline/);
    const tight = letterWith(...flexeril, ...mri).replaceAll("\n\n", "\n");
    const close = issueTemplate(parse(tight), 0, "Lumbar brace", "Upheld");
    expect(close.text).toMatch(/^\nLumbar brace: Upheld\nClaims Administrator guideline/);
    expect(headings(inserted(tight, close))).toEqual([first, second, added]);
  });

  test.each([
    ["nothing", "", undefined, "treatment, strength and count: pending"],
    ["a treatment", "Naproxen 500mg #60", undefined, "Naproxen 500mg #60: pending"],
    ["a treatment and a decision", "Naproxen 500mg #60", "Overturned", "Naproxen 500mg #60: Overturned"],
    ["a heading pasted whole", " Naproxen 500mg #60:  Upheld\n", undefined, "Naproxen 500mg #60: Upheld"],
    ["a heading that is decided otherwise", "Naproxen: Upheld", "Overturned", "Naproxen: Overturned"],
    ["colons", "Labs to include: EKG:", "Upheld", "Labs to include: EKG: Upheld"],
    ["lines", "MRI of the\r\nlumbar spine\n\n", "Upheld", "MRI of the lumbar spine: Upheld"],
    ["what looks like a tab stop", "A ${1:b} $2 {x}", "Upheld", "A ${1:b} $2 {x}: Upheld"],
    ["backslashes", "C:\\brace\\", "Upheld", "C:\\brace\\: Upheld"],
    ["2000 characters", "brace ".repeat(334).trim(), "Upheld", `${"brace ".repeat(334).trim()}: Upheld`],
  ] as const)("takes %s for its treatment", (_what, treatment, decision, expected) => {
    const text = letterWith(...flexeril);
    const edit = issueTemplate(parse(text), 0, treatment, decision);
    expect(headings(inserted(text, edit))).toEqual([first, expected]);
    expect(untouched(edit.text)).toBe(withoutTabStops(edit.text));
  });

  test("is the first thing to be asked for: treatment, decision, guidelines, and last the rationale", () => {
    const words = (treatment: string, decision?: "Upheld") =>
      stopsOf(issueTemplate(parse(both), 0, treatment, decision).text).map((stop) => stop.words);
    const citations = ["Guideline 2016", "section", "Guideline 2016", "section", ""];
    expect(words("")).toEqual(["treatment, strength and count", "pending", ...citations]);
    expect(words("Brace")).toEqual(["pending", ...citations]);
    expect(words("Brace", "Upheld")).toEqual(citations);
  });

  test.each(samples)("leaves the rest of $name as it is, behind each issue", ({ text }) => {
    const before = headings(text);
    for (const { span, index } of parse(text).issues) {
      const edit = issueTemplate(parse(text), span.start, "Gym membership", undefined);
      const expected = before.toSpliced(index + 1, 0, "Gym membership: pending");
      expect(headings(inserted(text, edit))).toEqual(expected);
    }
  });

  test("keeps any one-line treatment to the letter", () => {
    const text = letterWith(...flexeril);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 60 }), (treatment) => {
        const wanted = treatment
          .replace(/\s+/g, " ")
          .trim()
          .replace(/[ :]+$/, "");
        fc.pre(wanted !== "" && !/(?:upheld|overturned)\.?$/i.test(wanted));
        const edit = issueTemplate(parse(text), 0, treatment, "Upheld");
        expect(untouched(edit.text)).toContain(`\n${wanted}: Upheld\n`);
        expect(withoutTabStops(edit.text)).toContain(`\n${wanted}: Upheld\n`);
      }),
      { numRuns: 300, seed: 2016 },
    );
  });
});
