import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quantitiesInHeading } from "../../../server/src/analysis/treatment/headingQuantities.ts";
import type { Edit } from "../../../server/src/base/edits.ts";
import { oneLine } from "../../../server/src/base/flatText.ts";
import { numberInWordsPattern, toNumber } from "../../../server/src/base/numberWords.ts";
import { linkedNumbers, rename, renamingAt } from "../../../server/src/features/drafting/rename.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { letterWith } from "../../fixture/letter.ts";
import { unmark, withMarks } from "../../fixture/marks.ts";
import { anyLines, sameInEachRendition } from "../../fixture/renditions.ts";
import { findingsIn } from "../../review/findings.ts";
import { knowledge } from "../../review/knowledge.ts";
import { soundSamples } from "../../review/samples.ts";

const applied = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .reverse()
    .reduce((all, { start, end, text: words }) => all.slice(0, start) + words + all.slice(end), text);

/** The lines of the issues section after the number at `|` has got a new name; or why it has none. */
function renamed(newName: string, ...issueLines: string[]): string {
  return sameInEachRendition(letterWith(...issueLines), (rendered) => {
    const { text, cursor } = unmark(rendered);
    const letter = parse(text);
    const found = renamingAt(letter, knowledge, cursor);
    if (found === undefined) return "no strength or count here";
    const named = rename(letter, found, newName);
    return "problem" in named
      ? `not a ${found.what} like ${found.written}`
      : issuesOf(applied(text, named.edits));
  });
}

/** The edits of a new name that is accepted. */
function editsOf(...[letter, found, newName]: Parameters<typeof rename>): readonly Edit[] {
  const named = rename(letter, found, newName);
  if ("problem" in named) throw new Error(`“${newName}” was refused for “${found.written}”`);
  return named.edits;
}

const issuesOf = (text: string): string => text.split(/set forth below:\s*/)[1] ?? "";

const why = "not medically necessary.";
const concludes = (request: string): string => `Decision rationale: The request for ${request} is ${why}`;

describe("a strength", () => {
  test("changes in the heading and in the conclusion, in any notation", () => {
    expect(renamed("10", "Flexeril |7.5mg, #90: Upheld", "", concludes("cyclobenzaprine 7.5 mg #90"))).toBe(
      `Flexeril 10mg, #90: Upheld ${concludes("cyclobenzaprine 10 mg #90")}`,
    );
    expect(renamed("10", "FLEXERIL 7.5 MG #90: Upheld", "", concludes("Flexeril |7.5mg #90"))).toBe(
      `FLEXERIL 10 MG #90: Upheld ${concludes("Flexeril 10mg #90")}`,
    );
  });

  test("of two numbers changes as one", () => {
    expect(renamed("5/325", "Norco 10|/325mg #120: Upheld", "", concludes("Norco 10-325 mg #120"))).toBe(
      `Norco 5/325mg #120: Upheld ${concludes("Norco 5-325 mg #120")}`,
    );
  });

  test("changes where only its first number is written", () => {
    expect(renamed("5/325", "Norco |10/325mg #120: Upheld", "", concludes("Norco 10mg #120"))).toBe(
      `Norco 5/325mg #120: Upheld ${concludes("Norco 5mg #120")}`,
    );
    expect(renamed("5", "Norco 10/325mg #120: Upheld", "", concludes("Norco |10mg #120"))).toBe(
      `Norco 5/325mg #120: Upheld ${concludes("Norco 5mg #120")}`,
    );
  });

  test("of which each number has its unit is changed number by number", () => {
    const heading = (ml: string) => `Gabapentin (50mg/${ml}ml solution) 300ml: Upheld`;
    expect(renamed("2", heading("|1"), "", concludes("Gabapentin (50mg/1ml solution) 300ml"))).toBe(
      `${heading("2")} ${concludes("Gabapentin (50mg/2ml solution) 300ml")}`,
    );
  });

  test("changes next to the drug's name in other sentences and in guideline parts", () => {
    expect(
      renamed(
        "10",
        "Flexeril |7.5mg #90: Upheld",
        "",
        "Claims Administrator guideline: Decision based on Non-MTUS Citation UpToDate, Flexeril 7.5mg.",
        "",
        "Decision rationale: The employee takes cyclobenzaprine 7.5mg at night. It is denied.",
      ),
    ).toBe(
      "Flexeril 10mg #90: Upheld Claims Administrator guideline: Decision based on Non-MTUS Citation UpToDate, " +
        "Flexeril 10mg. Decision rationale: The employee takes cyclobenzaprine 10mg at night. It is denied.",
    );
  });

  test("of a compound changes for the one drug only", () => {
    const compound = (cyclobenzaprine: string) =>
      `Flurbiprofen 10%, Cyclobenzaprine ${cyclobenzaprine}%, Gabapentin 10%`;
    expect(renamed("5", `${compound("|10")}: Upheld`, "", concludes(compound("10")))).toBe(
      `${compound("5")}: Upheld ${concludes(compound("5"))}`,
    );
  });

  test("is the same in all of a partly authorized request", () => {
    const heading = (mg: string) =>
      `Naproxen ${mg}mg #90 was the original request. Naproxen ${mg}mg #30 was authorized by the Claims ` +
      `Administrator. The remaining IMR eligible portion of the original request, Naproxen ${mg}mg #60 is: Upheld`;
    expect(renamed("550", heading("500").replace("500mg #60", "|500mg #60"))).toBe(heading("550"));
    expect(renamed("550", heading("500").replace("500mg #90", "|500mg #90"))).toBe(heading("550"));
  });
});

describe("a count", () => {
  test.each([
    ["#|60", "#60", "#90", "#90"],
    ["#|60", "60 tablets", "#90", "90 tablets"],
    ["#|60", "QTY: 60", "#90", "QTY: 90"],
    ["Qty: 6|0", "#60 tablets", "Qty: 90", "#90 tablets"],
  ])("%s changes %s", (heading, said, newHeading, newSaid) => {
    expect(renamed("90", `Naproxen 500mg ${heading}: Upheld`, "", concludes(`Naproxen 500mg ${said}`))).toBe(
      `Naproxen 500mg ${newHeading}: Upheld ${concludes(`Naproxen 500mg ${newSaid}`)}`,
    );
  });

  test("that is written twice changes twice", () => {
    expect(
      renamed("90", "Naproxen 500mg, |sixty (60) tablets: Upheld", "", concludes("naproxen 500mg #60")),
    ).toBe(`Naproxen 500mg, 90 (90) tablets: Upheld ${concludes("naproxen 500mg #90")}`);
    expect(
      renamed("ninety", "Naproxen 500mg, sixty (|60) tablets: Upheld", "", concludes("naproxen 500mg #60")),
    ).toBe(`Naproxen 500mg, ninety (90) tablets: Upheld ${concludes("naproxen 500mg #90")}`);
  });

  test("before the drug's name, and in words", () => {
    expect(renamed("two", "Three |months of Cialis 20mg: Upheld", "", concludes("a 3 month supply"))).toBe(
      "no strength or count here",
    );
    expect(renamed("two", "Thr|ee months of Cialis 20mg: Upheld", "", concludes("a 3 month supply"))).toBe(
      `Two months of Cialis 20mg: Upheld ${concludes("a 2 month supply")}`,
    );
    expect(
      renamed("8", "Acupuncture, |12 sessions: Upheld", "", concludes("twelve visits of acupuncture")),
    ).toBe(`Acupuncture, 8 sessions: Upheld ${concludes("eight visits of acupuncture")}`);
  });

  test("of sessions changes wherever the request is named, with or without that word", () => {
    expect(
      renamed(
        "8",
        "Acupuncture, |12 sessions: Upheld",
        "",
        `Decision rationale: Acupuncture, 12 sessions, is ${why}`,
      ),
    ).toBe(`Acupuncture, 8 sessions: Upheld Decision rationale: Acupuncture, 8 sessions, is ${why}`);
    expect(
      renamed(
        "8",
        "Acupuncture, |12 sessions: Upheld",
        "",
        `Decision rationale: The 12 sessions requested are ${why}`,
      ),
    ).toBe(`Acupuncture, 8 sessions: Upheld Decision rationale: The 8 sessions requested are ${why}`);
  });

  test("of refills is another one than that of tablets", () => {
    expect(
      renamed("2", "Soma 350mg #3 with |3 refills: Upheld", "", concludes("Soma 350mg #3 with 3 refills")),
    ).toBe(`Soma 350mg #3 with 2 refills: Upheld ${concludes("Soma 350mg #3 with 2 refills")}`);
  });

  test("of the disputed portion leaves what was authorized, and what the portion is of", () => {
    const heading = (count: string) =>
      "Acupuncture, 12 sessions was the original request. Acupuncture, 6 sessions was authorized by the Claims " +
      `Administrator. The remaining IMR eligible portion of the original request, Acupuncture, ${count} sessions is: Upheld`;
    expect(renamed("4", heading("|6"), "", concludes("acupuncture, 6 sessions"))).toBe(
      `${heading("4")} ${concludes("acupuncture, 4 sessions")}`,
    );
    expect(renamed("4", heading("6").replace("12", "|12"))).toBe("no strength or count here");
  });

  test("of a request that is disputed as a whole changes in both places that quote it", () => {
    const heading = (count: string) =>
      `Naproxen 500mg #${count} was the original request. The Claims Administrator authorized Naproxen 500mg #60, ` +
      `leaving the original request IMR eligible. The original request, Naproxen 500mg #${count} is: Upheld`;
    expect(renamed("90", heading("60").replace("#60 is", "#|60 is"))).toBe(heading("90"));
  });
});

describe("what looks the same and is something else stays", () => {
  /** The rationale has these words besides its conclusion; the count is renamed from 10 to 12. */
  const stays = (heading: string, request: string, words: string) => {
    const [newHeading, newRequest] = [heading, request].map((each) => each.replace("|10", "12"));
    expect(
      renamed(
        "12",
        heading,
        "",
        `Decision rationale: ${words} ${concludes(request.replace("|", "")).slice(20)}`,
      ),
    ).toBe(`${newHeading} Decision rationale: ${words} ${concludes(newRequest ?? "").slice(20)}`);
  };
  const strength = (words: string) => stays("Flexeril |10mg #60: Upheld", "Flexeril |10mg #60", words);
  const visits = (words: string) =>
    stays("Physical therapy, |10 visits: Upheld", "physical therapy, |10 visits", words);

  test("the strength of another drug", () => {
    strength("Baclofen 10mg was tried.");
    strength("Flexeril and Norco 10/325mg are taken.");
    strength("She has taken Flexeril with baclofen 10mg.");
    strength("She takes Flexeril, and 10mg of baclofen.");
  });

  test("a guideline's dose, also within a longer quotation", () => {
    strength("The MTUS recommends cyclobenzaprine 10mg three times a day.");
    strength('The MTUS states, "It is an option. Cyclobenzaprine 10mg gave no more relief. It is brief."');
  });

  test("dates, scores and pages", () => {
    strength("On 10/10/2016 she took Flexeril, with pain at 10/10, see page 10.");
  });

  test("visits that a guideline allows, that were had, or of other treatments", () => {
    visits("ODG allows 10 visits.");
    visits("The employee had 10 visits of physical therapy.");
    visits("After 10 visits, the request is for more.");
    visits("The request for acupuncture, 10 visits, was approved.");
    visits("The earlier request for 10 visits was approved.");
    visits("The request exceeds the 10 visits that are usual.");
  });

  test("the same strength in another issue", () => {
    expect(
      renamed(
        "5",
        "Flexeril |10mg #60: Upheld",
        "",
        concludes("Flexeril 10mg #60"),
        "",
        "Flexeril 10mg #30: Upheld",
      ),
    ).toBe(`Flexeril 5mg #60: Upheld ${concludes("Flexeril 5mg #60")} Flexeril 10mg #30: Upheld`);
  });

  test("a frequency, in the heading and where the request is quoted", () => {
    const therapy = (weeks: string) => `Physical therapy 2 times a week for ${weeks} weeks`;
    expect(renamed("3", `${therapy("|2")}: Upheld`, "", concludes(therapy("2")))).toBe(
      `${therapy("3")}: Upheld ${concludes(therapy("3"))}`,
    );
    expect(renamed("3", `Physical therapy |2 times a week: Upheld`)).toBe("no strength or count here");
  });
});

describe("what cannot be renamed", () => {
  test("anything but the number of a strength or count that the heading disputes", () => {
    const soma = concludes("Soma 350mg #30");
    for (const heading of [
      "So|ma 350mg #30: Upheld",
      "Soma 350mg | #30: Upheld",
      "Soma 350mg #30: Uph|eld",
    ]) {
      expect(renamed("10", heading, "", soma)).toBe("no strength or count here");
    }
    const rationale = "Decision rationale: On 10/1|2/2016 pain was at 7/10. It is denied.";
    expect(renamed("10", "Soma 350mg #30: Upheld", "", rationale)).toBe("no strength or count here");
    expect(renamed("10", "Soma 350mg #30: Upheld", "", "Decision rationale: Norco 1|0mg helps.")).toBe(
      "no strength or count here",
    );
  });

  test("one of two that the heading doesn't distinguish", () => {
    const heading = "Acupuncture of the neck, |6 sessions, and of the hip, 6 sessions: Upheld";
    expect(renamed("4", heading)).toBe("no strength or count here");
  });

  test("a part of a number with a comma", () => {
    expect(renamed("2", "Vitamin D 50,0|00 units #8: Upheld")).toBe("no strength or count here");
  });

  test.each(["", " ", "abc", "0", "-5", "7.5", "10/325", "1e3", "99999", "6 0", "$1"])(
    "a count into “%s”",
    (name) => {
      expect(renamed(name, "Soma #|60: Upheld")).toBe("not a count like 60");
    },
  );

  test.each(["", "abc", "0", "0.0", "10/325", "10mcg", "10mg #60", "10 tablets", "7,5", "1.", "1/2/3", "½"])(
    "a strength into “%s”",
    (name) => {
      expect(renamed(name, "Soma |350mg #60: Upheld")).toBe("not a strength like 350");
    },
  );

  test.each(["10", "10/", "0/325", "5/325/1"])("a strength of two numbers into “%s”", (name) => {
    expect(renamed(name, "Norco |10/325mg #60: Upheld")).toBe("not a strength like 10/325");
  });

  test.each(["#90", "# 90", "90 tablets", "qty 90", "ninety"])("a count may be typed as “%s”", (name) => {
    expect(renamed(name, "Soma #|60: Upheld")).toBe("Soma #90: Upheld");
  });

  test.each([
    ["300mg", "Soma |350mg #60: Upheld", "Soma 300mg #60: Upheld"],
    ["300 mg", "Soma |350mg #60: Upheld", "Soma 300mg #60: Upheld"],
    ["1,000 mg", "Soma |350mg #60: Upheld", "Soma 1000mg #60: Upheld"],
    ["5/325mg", "Norco |10/325mg #60: Upheld", "Norco 5/325mg #60: Upheld"],
    ["5 mg / 325 mg", "Norco |10/325mg #60: Upheld", "Norco 5/325mg #60: Upheld"],
    ["4%", "Lidoderm |5% patch #30: Upheld", "Lidoderm 4% patch #30: Upheld"],
    ["50 mcg/hr", "Fentanyl |25mcg/hr #10: Upheld", "Fentanyl 50mcg/hr #10: Upheld"],
  ])("a strength may be typed with its unit, as “%s”", (name, heading, expected) => {
    expect(renamed(name, heading)).toBe(expected);
  });

  test("the cursor may be on the unit or the sign", () => {
    expect(renamed("300", "Soma 350m|g #60: Upheld")).toBe("Soma 300mg #60: Upheld");
    expect(renamed("90", "Soma 350mg |#60: Upheld")).toBe("Soma 350mg #90: Upheld");
  });

  test("white space around the new name does no harm", () => {
    expect(renamed(" 350.5 ", "Soma |250mg #60: Upheld")).toBe("Soma 350.5mg #60: Upheld");
  });
});

describe("linked editing", () => {
  /** The issues with the linked numbers marked. */
  const linked = (...issueLines: string[]) =>
    sameInEachRendition(letterWith(...issueLines), (rendered) => {
      const { text, cursor } = unmark(rendered);
      const spans = linkedNumbers(parse(text), knowledge, cursor);
      return spans.length === 0 ? "none" : issuesOf(withMarks(text, spans));
    });

  test("joins the places that write the number alike", () => {
    expect(linked("Norco |10/325mg #60: Upheld", "", concludes("Norco 10/325 mg #60"))).toBe(
      `Norco [[10/325]]mg #60: Upheld ${concludes("Norco [[10/325]] mg #60")}`,
    );
    expect(linked("Norco |10/325mg #60: Upheld", "", concludes("Norco 10-325 mg #60"))).toBe("none");
  });

  test("needs two places, and a number to start from", () => {
    expect(linked("Norco 10/325mg #|60: Upheld", "", concludes("Norco"))).toBe("none");
    expect(linked("Nor|co 10/325mg #60: Upheld", "", concludes("Norco 10/325mg #60"))).toBe("none");
  });
});

test("in a file of several letters, only the letter at hand changes", () => {
  const issue = ["Soma 350mg #60: Upheld", "", concludes("Soma 350mg #60")];
  const [first, second] = [letterWith(...issue), letterWith(...issue)];
  const offset = first.length + second.indexOf("60: Upheld");
  const letter = parse(first + second);
  const found = renamingAt(letter, knowledge, offset);
  expect(applied(first + second, found ? editsOf(letter, found, "90") : [])).toBe(
    first + second.replaceAll("#60", "#90"),
  );
});

describe("on the samples, from any number", () => {
  /** What the samples write of their treatments, without the numbers. */
  const shape = (text: string) =>
    parse(text).issues.map(({ heading, parts }) => [
      heading.treatment.replace(new RegExp(`[\\d.]+|\\b${numberInWordsPattern}\\b`, "gi"), "0"),
      heading.decision?.text,
      quantitiesInHeading(heading, text).map(({ attribute, unit, values }) => [
        attribute,
        unit,
        values.length,
      ]),
      parts.map(({ kind }) => kind),
    ]);

  const renamings = soundSamples.flatMap(({ name, text }) => {
    const letter = parse(text);
    const numbers = [...text.matchAll(/\d+|\b(?:one|two|three|six|eight|ten|twelve)\b/gi)];
    return numbers.flatMap(({ index }) => {
      const found = renamingAt(letter, knowledge, index);
      return found ? [{ name, text, letter, found }] : [];
    });
  });

  test("there are many to try", () => {
    expect(renamings.length).toBeGreaterThan(30);
  });

  test("a rename changes only numbers, and causes no findings", () => {
    const number = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(fc.nat(renamings.length - 1), number, number, (which, a, b) => {
        const { text, letter, found } = renamings[which] as (typeof renamings)[number];
        const newName = found.written.includes("/") ? `${a}/${b}` : String(a);
        const edits = editsOf(letter, found, newName);
        for (const edit of edits) {
          expect(Number.isNaN(Number(edit.text)) ? toNumber(edit.text) : Number(edit.text)).toBeGreaterThan(
            0,
          );
          const before = text.slice(edit.start, edit.end);
          expect(toNumber(before) ?? Number(before)).toBeGreaterThan(0);
        }
        const after = applied(text, edits);
        expect(shape(after)).toEqual(shape(text));
        // Of "2 times a week for 6 weeks (12 sessions)", only one number changes, and not every drug has every strength.
        const ofNumbers = new Set(["issue/heading-contradiction", "issue/implausible-strength"]);
        const rules = (each: string) =>
          findingsIn(each).flatMap(({ rule }) => (ofNumbers.has(rule) ? [] : [rule]));
        expect(rules(after)).toEqual(rules(text));
      }),
      { numRuns: 60, seed: 2016 },
    );
  });

  test("every place of a number finds the same places", () => {
    for (const { name, letter, found } of renamings) {
      const starts = found.places.map(([first]) => first?.start ?? -1);
      for (const start of starts) {
        const again = renamingAt(letter, knowledge, start)?.places.map(([first]) => first?.start);
        expect(again, `${name}: ${oneLine(letter.text, found.span)}`).toEqual(starts);
      }
    }
  });
});

test("in any text, what can be renamed is within it", () => {
  fc.assert(
    fc.property(anyLines, fc.integer({ min: -5, max: 4000 }), (text, offset) => {
      const letter = parse(text);
      const found = renamingAt(letter, knowledge, offset);
      if (found === undefined) return;
      expect(found.span.start).toBeGreaterThanOrEqual(0);
      expect(found.span.end).toBeLessThanOrEqual(text.length);
      let end = 0;
      for (const edit of editsOf(letter, found, found.written.replace(/\d+/g, "7"))) {
        expect(edit.start).toBeGreaterThanOrEqual(end);
        expect(edit.end).toBeLessThanOrEqual(text.length);
        end = edit.end;
      }
    }),
    { numRuns: 200, seed: 2017 },
  );
});
