import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drugMentionsWithin } from "../../../server/src/analysis/drugMentions.ts";
import { oneLine } from "../../../server/src/base/flatText.ts";
import { definitionAt } from "../../../server/src/features/reading/definition.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { letterWith } from "../../fixture/letter.ts";
import { unmark } from "../../fixture/marks.ts";
import { anyLines, sameInEachRendition } from "../../fixture/renditions.ts";
import { knowledge } from "../../review/knowledge.ts";

/** From the cursor: "[the words there] → the treatment's name in: the heading", or "nowhere". */
const definition = (marked: string): string =>
  sameInEachRendition(marked, (rendered) => {
    const { text, cursor } = unmark(rendered);
    const found = definitionAt(parse(text), knowledge, cursor);
    if (found === undefined) return "nowhere";
    const { origin, name, heading } = found;
    return `[${oneLine(text, origin)}] → ${oneLine(text, name)} in: ${oneLine(text, heading)}`;
  });

const issue = (heading: string, rationale: string, reviewer = "Decision based on MTUS."): string[] => [
  heading,
  "",
  "Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its",
  "decision.",
  "",
  `MAXIMUS guideline: ${reviewer}`,
  "",
  `Decision rationale: ${rationale}`,
  "",
];

const inIssue = (heading: string, rationale: string): string =>
  definition(letterWith(...issue(heading, rationale)));

describe("a drug leads to the heading that decides it", () => {
  test("by any of its names, from a rationale", () => {
    expect(
      inIssue("Flexeril 7.5mg #60: Upheld", "The MTUS advises |cyclobenzaprine for a short course."),
    ).toBe("[cyclobenzaprine] → Flexeril in: Flexeril 7.5mg #60: Upheld");
    expect(inIssue("Naproxen 500mg #60: Upheld", "He has used Napro|syn for a year.")).toBe(
      "[Naprosyn] → Naproxen in: Naproxen 500mg #60: Upheld",
    );
  });

  test("with the cursor before, in, and right after the name", () => {
    const leads = "[Naprosyn] → Naproxen in: Naproxen 500mg #60: Upheld";
    for (const name of ["|Naprosyn", "Napr|osyn", "Naprosyn|"]) {
      expect(inIssue("Naproxen 500mg #60: Upheld", `He has used ${name} for a year.`)).toBe(leads);
    }
  });

  test("from a guideline part and from the case summary", () => {
    const cited = issue(
      "Soma 350mg #30: Upheld",
      "It is denied.",
      "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Cariso|prodol (Soma).",
    );
    expect(definition(letterWith(...cited))).toBe("[Carisoprodol] → Soma in: Soma 350mg #30: Upheld");
    const letter = letterWith(...issue("Naproxen 500mg #60: Upheld", "It is denied."));
    expect(definition(letter.replace("and naproxen.", "and |naproxen."))).toBe(
      "[naproxen] → Naproxen in: Naproxen 500mg #60: Upheld",
    );
  });

  test("of its own issue first, else of the first that has it", () => {
    const letter = letterWith(
      ...issue("Soma 350mg #30: Upheld", "Naproxen¹ was tried before Soma."),
      ...issue("Naproxen 500mg #60: Upheld", "It is denied."),
      ...issue("Naproxen 550mg #30: Overturned", "Naproxen² may be used. Soma³ may not."),
    );
    const from = (mark: string) => definition(letter.replace(mark, "|").replace(/[¹²³]/g, ""));
    expect(from("¹")).toContain("in: Naproxen 500mg #60: Upheld");
    expect(from("²")).toContain("in: Naproxen 550mg #30: Overturned");
    expect(from("³")).toContain("in: Soma 350mg #30: Upheld");
  });

  test("from the generic name of what it is made of, but not from another brand of that", () => {
    const norco = "Norco 10/325mg #120: Upheld";
    expect(inIssue(norco, "It is hydro|codone with an analgesic.")).toContain(`→ Norco in: ${norco}`);
    expect(inIssue(norco, "Perco|cet was tried first.")).toBe("nowhere");
    expect(inIssue(norco, "Tyle|nol was tried first.")).toBe("nowhere");
  });

  test("in the portion that is still disputed", () => {
    const heading =
      "Naproxen 500mg #90 was the original request. Naproxen 500mg #30 was authorized by the Claims\n" +
      "Administrator. The remaining IMR eligible portion of the original request, Naproxen 500mg #60 is: Upheld";
    const text = letterWith(...issue(heading, "Napro|xen is an NSAID."));
    const { text: plain, cursor } = unmark(text);
    const found = definitionAt(parse(plain), knowledge, cursor);
    expect(found?.name.start).toBe(plain.indexOf("Naproxen 500mg #60 is"));
  });
});

describe("in a heading the heading itself is the definition", () => {
  test("a drug in a heading is its own definition, even if the heading names it twice", () => {
    expect(inIssue("Ultram (trama|dol) 50mg #90: Upheld", "It is denied.")).toBe(
      "[tramadol] → tramadol in: Ultram (tramadol) 50mg #90: Upheld",
    );
  });

  test("any other word for the whole treatment", () => {
    expect(inIssue("MRI of the lum|bar spine: Upheld", "It is denied.")).toBe(
      "[MRI of the lumbar spine] → MRI of the lumbar spine in: MRI of the lumbar spine: Upheld",
    );
  });

  test("the decision has none", () => {
    expect(inIssue("MRI of the lumbar spine: Uphe|ld", "It is denied.")).toBe("nowhere");
  });
});

describe("other treatments", () => {
  test("by the heading's word for them", () => {
    expect(inIssue("MRI of the lumbar spine: Upheld", "ACOEM advises an M|RI for red flags.")).toBe(
      "[MRI] → MRI of the lumbar spine in: MRI of the lumbar spine: Upheld",
    );
    expect(
      inIssue("Physical therapy, 12 sessions: Upheld", "ODG allows ten visits of physical\nthe|rapy for it."),
    ).toContain("[physical therapy] → Physical therapy, 12 sessions");
  });

  test("not of another part of the body, and not one that has been done", () => {
    const mri = "MRI of the lumbar spine: Upheld";
    expect(inIssue(mri, "The M|RI of the right shoulder is for a tear.")).toBe("nowhere");
    expect(inIssue(mri, "The M|RI dated 03/22/2016 has a protrusion.")).toBe("nowhere");
    expect(inIssue(mri, "A previous M|RI was normal.")).toBe("nowhere");
  });

  test("not by words that mean much else", () => {
    expect(inIssue("Lumbar support: Upheld", "The guidelines sup|port it for a week.")).toBe("nowhere");
  });

  test("the request, and what is requested", () => {
    const brace = "Lumbar brace: Upheld";
    expect(inIssue(brace, "Therefore, the re|quest is not medically necessary.")).toContain(`in: ${brace}`);
    expect(inIssue(brace, "The requested tre|atment is not medically necessary.")).toContain(`in: ${brace}`);
    expect(inIssue(brace, "The earlier req|uest was approved.")).toBe("nowhere");
  });

  test("the surgery that an ancillary service falls with is decided by the surgery's issue", () => {
    const letter = letterWith(
      ...issue("Right shoulder arthroscopy: Upheld", "It is denied."),
      ...issue(
        "Associated surgical service: Cold therapy unit: Upheld",
        "As the requested surg¹ical intervention is not medically necessary, the requested ancillary serv²ice is " +
          "not medically necessary.",
      ),
    );
    const from = (mark: string) => definition(letter.replace(mark, "|").replace(/[¹²]/g, ""));
    expect(from("¹")).toContain("in: Right shoulder arthroscopy: Upheld");
    expect(from("²")).toContain("in: Associated surgical service: Cold therapy unit: Upheld");
  });

  test("a request for something that no heading disputes has no definition", () => {
    expect(
      inIssue("Naproxen 500mg #60: Upheld", "The request for phy|sical therapy is another matter."),
    ).toBe("nowhere");
  });
});

describe("elsewhere", () => {
  test("ordinary words, pages, topics, and drugs that no issue disputes have no definition", () => {
    const heading = "Naproxen 500mg #60: Upheld";
    expect(inIssue(heading, "A short cou|rse is advised.")).toBe("nowhere");
    expect(inIssue(heading, "Tizani|dine helped.")).toBe("nowhere");
    const cited = (reviewer: string) => definition(letterWith(...issue(heading, "It is denied.", reviewer)));
    expect(cited("Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 6|3.")).toBe("nowhere");
    expect(cited("Decision based on MTUS Low Back Complaints 2004, Section(s): Spe|cial Studies.")).toBe(
      "nowhere",
    );
  });

  test("a letter's drug leads to no heading of the next letter in the file", () => {
    const first = letterWith(...issue("Soma 350mg #30: Upheld", "Napro|xen was tried."));
    const second = letterWith(...issue("Naproxen 500mg #60: Upheld", "It is denied."));
    expect(definition(first + second)).toBe("nowhere");
    expect(definition(first.replace("|", "") + second.replace("It is", "Napro|xen is"))).toContain(
      "in: Naproxen 500mg #60",
    );
  });

  test("any offset of any text is answered within it", () => {
    fc.assert(
      fc.property(anyLines, fc.integer({ min: -5, max: 4000 }), (text, offset) => {
        const found = definitionAt(parse(text), knowledge, offset);
        if (found === undefined) return;
        expect(found.origin.start).toBeLessThanOrEqual(offset);
        expect(found.origin.end).toBeGreaterThanOrEqual(offset);
        expect(found.heading.start).toBeLessThanOrEqual(found.name.start);
        expect(found.heading.end).toBeGreaterThanOrEqual(found.name.end);
        expect(found.heading.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 150, seed: 2014 },
    );
  });
});

const folder = process.env.IMR_LETTERS ?? "../shared/letters";

describe.skipIf(!existsSync(folder))("real letters", () => {
  test.each(["seeds", "layout", "raw"])(
    "%s: a drug in a rationale is defined by the heading that names it",
    (rendition) => {
      let named = 0;
      let led = 0;
      for (const name of readdirSync(join(folder, rendition))) {
        const text = readFileSync(join(folder, rendition, name), "utf8");
        const letter = parse(text);
        for (const { heading, rationale } of letter.issues) {
          if (rationale === undefined) continue;
          const requested = drugMentionsWithin(letter, heading.request, knowledge).map(({ drug }) => drug);
          const own = drugMentionsWithin(letter, rationale.body, knowledge).find(({ drug }) =>
            requested.includes(drug),
          );
          if (own === undefined) continue;
          named++;
          if (definitionAt(letter, knowledge, own.start)?.heading.start === heading.span.start) led++;
        }
      }
      console.log(`${rendition}: ${led} of ${named} issues whose rationale names the drug of the heading`);
      expect(named).toBeGreaterThan(0);
      expect(led).toBe(named);
    },
  );
});
