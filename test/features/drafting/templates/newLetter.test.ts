import { describe, expect, test } from "vitest";
import { agesOf } from "../../../../server/src/analysis/statements/ages.ts";
import { injuryDatesOf } from "../../../../server/src/analysis/statements/injuryDates.ts";
import { reviewDatesOf } from "../../../../server/src/analysis/statements/reviewDates.ts";
import { sexesOf } from "../../../../server/src/analysis/statements/sexes.ts";
import { letterTemplate } from "../../../../server/src/features/drafting/templates.ts";
import { createKnowledge } from "../../../../server/src/knowledge/knowledge.ts";
import { parse } from "../../../../server/src/letter/parse.ts";
import type { TemplateForm } from "../../../../server/src/letter/standardWording.ts";
import { findingsIn } from "../../../review/findings.ts";
import { filledIn, stopsOf, type TabStop, untouched } from "../../snippets.ts";
import { rulesIn } from "./written.ts";

const knowledge = createKnowledge();

describe("a new letter", () => {
  const forms = [
    { form: "2014", generation: "G3a" },
    { form: "2016", generation: "G3b" },
    { form: "2018", generation: "G4" },
  ] as const;

  describe.each(forms)("in the form of $form", ({ form, generation }) => {
    test.each([1, 2, 20])("is a whole letter with %i issues before anything is filled in", (count) => {
      const parsed = parse(untouched(letterTemplate(form, count)));
      expect(parsed.generation).toBe(generation);
      expect(parsed.sections.map(({ kind }) => kind)).toEqual(["frontMatter", "how", "summary", "issues"]);
      expect(parsed.credentials?.form).toBe("block");
      expect(parsed.issues).toHaveLength(count);
      for (const { parts } of parsed.issues) {
        expect(parts.map(({ kind }) => kind)).toEqual(["claims", "reviewer", "rationale"]);
      }
    });

    test("has placeholders that can't be mistaken for facts", () => {
      const parsed = parse(untouched(letterTemplate(form, 2)));
      const { caseNumber, dateOfInjury, decisionDate, urDenialDate } = parsed.frontMatter ?? {};
      for (const field of [caseNumber, dateOfInjury, decisionDate, urDenialDate]) {
        expect(field?.text).toBe("");
        expect(field?.date).toBeUndefined();
      }
      expect([...injuryDatesOf(parsed).own, ...reviewDatesOf(parsed)]).toEqual([]);
      expect([...agesOf(parsed), ...sexesOf(parsed)]).toEqual([]);
      for (const { heading, claims, reviewer } of parsed.issues) {
        expect(heading.decision?.outcome).toBeUndefined();
        for (const { guideline, year } of [...(claims?.citations ?? []), ...(reviewer?.citations ?? [])]) {
          expect(guideline && knowledge.guidelineNamed(guideline.value, year?.value)).toBeUndefined();
        }
      }
    });

    test("has tab stops from the case number to the last rationale", () => {
      const stops = stopsOf(letterTemplate(form, 3));
      const numbers = [...new Set(stops.map(({ number }) => number))];
      expect(numbers).toEqual([...numbers.keys()].map((n) => (n === numbers.length - 1 ? 0 : n + 1)));
      expect(stops[0]?.words).toBe("CMyy-nnnnnnn");
      // The words before a bare one say what belongs there.
      expect(stops.filter(({ words }) => words === "")).toHaveLength(3);
      expect(letterTemplate(form, 3).match(/Decision rationale: \$\d+/g)).toHaveLength(3);
    });

    test("has one tab stop for a date in two places", () => {
      const snippet = letterTemplate(form, 1);
      const numberAfter = (words: RegExp) => words.exec(snippet)?.[1];
      expect(numberAfter(/industrial injury on \$\{(\d+):/)).toBe(numberAfter(/Date of Injury: \$\{(\d+):/));
      expect(numberAfter(/Utilization review dated \$\{(\d+):/)).toBe(
        numberAfter(/UR Denial Date: \$\{(\d+):/),
      );
    });

    test("has findings on all its placeholders once it is decided, except those that letters may say", () => {
      const words = untouched(letterTemplate(form, 1)).replace("pending", "Upheld");
      const told = findingsIn(words).filter(({ rule }) => rule === "letter/unfilled-blank");
      const said = told.map(({ start, end }) => words.slice(start, end));
      const blanks = stopsOf(letterTemplate(form, 1)).map((stop) => stop.words);
      const missed = blanks.filter(
        (blank) => blank !== "" && !said.some((one) => blank.startsWith(one) || blank.endsWith(one)),
      );
      const mayBeSaid = ["Standard", "medications, therapy and procedures", "pending"];
      // A citation by pages that names no guideline is incomplete, and is reported as such.
      const bySource = form === "2014" ? ["Guideline", "topic", "pages"] : [];
      expect([...new Set(missed)]).toEqual([...mayBeSaid, ...bySource]);
    });

    test("has no findings when it is filled in", () => {
      expect(findingsIn(filledIn(letterTemplate(form, 2), letterBlanks(form)))).toEqual([]);
    });
  });

  test("shows no warning before its first word", () => {
    for (const form of ["2014", "2016"] as const) {
      const warnings = findingsIn(untouched(letterTemplate(form, 2))).filter(
        ({ severity }) => severity === "warning",
      );
      expect(warnings).toEqual([]);
    }
  });

  test("has findings only on the first issue's decision and rationale once that has a treatment", () => {
    const begun = (issues: number) =>
      untouched(letterTemplate("2016", issues)).replace(/treatment(?: 1)?, strength and count/, "Norco #60");
    const perIssue = ["issue/missing-decision", "issue/missing-rationale"];
    expect(rulesIn(begun(1))).toEqual(perIssue);
    expect(rulesIn(begun(3))).toEqual(perIssue);
  });
});

/** What a writer would fill in, by the words of the placeholders. */
function letterBlanks(form: TemplateForm): (stop: TabStop) => string {
  const guideline =
    form === "2014" ? "Chronic Pain Treatment Guidelines" : "Chronic Pain Medical Treatment 2009";
  const said: Readonly<Record<string, string>> = {
    "CMyy-nnnnnnn": "CM15-0990200",
    age: "44",
    sex: "female",
    "how it happened": "she slipped on a ramp",
    diagnoses: "a strain of the low back",
    "medications, therapy and procedures": "naproxen and six visits of physical therapy",
    "complaints, examination and plan": "pain of 4/10 with a normal neurologic examination",
    "what it decided, and on which requests": "non-certified both requests",
    "treatment 1, strength and count": "Naproxen 500mg #60",
    "treatment 2, strength and count": "Tizanidine 4mg #90",
    Guideline: guideline,
    "Guideline 2016": guideline,
    "Guideline 2020": guideline,
    topic: "Medications for chronic pain",
    section: "Medications for chronic pain",
    pages: "60",
    state: "California",
    specialty: "Family Medicine",
    pending: "Upheld",
    "": "The MTUS asks that this medication bring relief. The employee has had it for two years without any. Therefore, the request is not medically necessary.",
    Standard: "Standard",
  };
  const dates = ["01/05/2015", "03/04/2013", "01/20/2015", "12/01/2014", "12/20/2014", "11/12/2014"];
  const dated = new Map<number, string>();
  return ({ number, words }) => {
    if (words !== "MM/DD/YYYY") return said[words] ?? `(nothing for “${words}”)`;
    const date = dated.get(number) ?? dates[dated.size] ?? "";
    dated.set(number, date);
    return date;
  };
}
