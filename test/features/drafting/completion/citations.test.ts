/** Citations, step by step: the source, the guideline, its topics, their pages. */
import { describe, expect, test } from "vitest";
import {
  type CompletionTrigger,
  suggestionsAt,
} from "../../../../server/src/features/drafting/completion.ts";
import { parse } from "../../../../server/src/letter/parse.ts";
import { letterWith } from "../../../fixture/letter.ts";
import {
  accept,
  atMark,
  byPages,
  bySection,
  knowledge,
  labels,
  nothingCited,
  openings,
  outside,
  says,
} from "./suggested.ts";

describe("the source", () => {
  test("is suggested after the label, with a space if none is typed", () => {
    expect(labels(bySection(" |"))).toEqual([...openings, nothingCited, outside]);
    expect(labels(bySection("|"))).toEqual([...openings, nothingCited, outside]);
    expect(says(accept(bySection("|"), nothingCited))).toBe(` ${nothingCited}|`);
    expect(says(accept(bySection(" |"), nothingCited))).toBe(` ${nothingCited}|`);
    expect(says(accept(bySection(" |"), outside))).toBe(` ${outside} Decision based on Non-MTUS Citation|`);
  });

  test("names the party whose part it is", () => {
    expect(labels(letterWith("X #1: Upheld\n\nClaims Administrator guideline: |"))).toContain(
      "The Claims Administrator did not cite any medical evidence for its decision.",
    );
  });

  test("half typed, also over a line end", () => {
    expect(labels(bySection(" D|"))).toEqual(openings);
    expect(labels(bySection(" The |"))).toEqual([nothingCited, outside]);
    expect(says(accept(bySection(" Decision based |"), "Decision based on MTUS"))).toBe(
      " Decision based on MTUS|",
    );
    expect(says(accept(bySection(" Decision\nbased |"), "Decision based on MTUS"))).toBe(
      " Decision\nbased on MTUS|",
    );
    expect(says(accept(bySection("\n|"), "Decision based on MTUS", "byHand"))).toBe(
      "\nDecision based on MTUS|",
    );
  });

  test("after the sentence that the decision is based on sources outside the MTUS, only such sources", () => {
    expect(labels(bySection(` ${outside} |`))).toEqual(openings.slice(1));
  });

  test("a further sentence by hand, or once it is begun", () => {
    const one = " Decision based on MTUS Low Back Complaints 2004, Section(s): Summary. ";
    expect(labels(bySection(`${one}|`))).toEqual([]);
    expect(labels(bySection(`${one}|`), "byHand")).toEqual(openings);
    expect(labels(bySection(`${one}D|`))).toEqual(openings);
  });

  test("nothing after the sentence that nothing is cited", () => {
    expect(labels(bySection(` ${nothingCited} |`), "byHand")).toEqual([]);
  });
});

describe("the guideline", () => {
  test("after “Decision based on”, with its year", () => {
    const offered = labels(bySection(" Decision based on |"));
    expect(offered).toEqual(
      expect.arrayContaining([
        "MTUS Low Back Complaints 2004",
        "MTUS Elbow Complaints 2007",
        "MTUS Acupuncture Treatment 2007",
        "Non-MTUS Citation Official Disability Guidelines (ODG)",
        "Non-MTUS Citation …",
      ]),
    );
    expect(says(accept(bySection(" Decision based on |"), "MTUS Elbow Complaints 2007"))).toBe(
      " Decision based on MTUS Elbow Complaints 2007|",
    );
  });

  test("after “MTUS”, only MTUS guidelines", () => {
    const offered = labels(bySection(" Decision based on MTUS |"));
    expect(offered).toContain("Low Back Complaints 2004");
    expect(offered.join()).not.toMatch(/ODG|Non-MTUS/);
  });

  test.each([
    ["Low Ba|", "Low Back Complaints 2004", "Low Back Complaints 2004|"],
    ["back|", "Low Back Complaints 2004", "Low Back Complaints 2004|"],
    ["Low\nBa|", "Low Back Complaints 2004", "Low\nBack Complaints 2004|"],
    ["Forearm, Wr|", "Forearm, Wrist, and Hand Complaints 2004", "Forearm, Wrist, and Hand Complaints 2004|"],
    [
      "Chronic Pain Medical Treatment |",
      "Chronic Pain Medical Treatment 2016",
      "Chronic Pain Medical Treatment 2016|",
    ],
    ["Low Back Complaints\n|", "Low Back Complaints 2004", "Low Back Complaints\n2004|"],
  ])("half typed: %j", (typed, label, expected) => {
    expect(says(accept(bySection(` Decision based on MTUS ${typed}`), label, "byHand"))).toBe(
      ` Decision based on MTUS ${expected}`,
    );
  });

  test("by hand, also before “MTUS” is typed", () => {
    expect(
      says(accept(bySection(" Decision based on Shou|"), "MTUS Shoulder Complaints 2004", "byHand")),
    ).toBe(" Decision based on MTUS Shoulder Complaints 2004|");
  });

  test("after “and”, another one", () => {
    const one = " Decision based on MTUS Low Back Complaints 2004, Section(s): Summary, and ";
    expect(labels(bySection(`${one}|`))).toContain("Knee Complaints 2004");
    expect(labels(bySection(`${one}|`))).not.toContain("Low Back Complaints 2004");
    expect(labels(bySection(`${one}Chr|`), "byHand")).toEqual([
      "Chronic Pain Medical Treatment 2009",
      "Chronic Pain Medical Treatment 2016",
      "Chronic Pain 2017",
    ]);
    expect(says(accept(bySection(`${one}Kn|`), "Knee Complaints 2004", "byHand"))).toBe(
      `${one}Knee Complaints 2004|`,
    );
  });

  test("in the 2014 format, if the letter cites so", () => {
    const offered = labels(byPages(" Decision based on MTUS |"));
    expect(offered[0]).toBe("Chronic Pain Treatment Guidelines");
    expect(offered).toContain("ACOEM Chapter 12 Low Back Complaints");
    expect(offered).toContain("Opioid Treatment 2016");
  });

  test("in today's format if the letter has no other citation and no date, even half typed", () => {
    const new_ = (words: string): string =>
      `IMR ISSUES, DECISIONS AND RATIONALES\n\nMRI of the knee #1: Upheld\n\nClaims Administrator guideline: Decision based on ${words}`;
    expect(labels(new_("|"))).toContain("MTUS Knee Complaints 2004");
    expect(labels(new_("MTUS |"))).toContain("Knee Complaints 2004");
    expect(labels(new_("MTUS Knee |"))).toEqual([
      "Knee Complaints 2004",
      "Knee Disorders 2015",
      "Knee Disorders 2019",
    ]);
  });

  test("those in force on the letter's day first, of these those on the treatment; all are there", () => {
    const on = (day: string, treatment: string): string[] =>
      labels(
        letterWith(`${treatment}: Upheld\n\nMAXIMUS guideline: Decision based on MTUS |`).replace(
          "Case Number",
          `Decision Date: ${day}\nCase Number`,
        ),
      );
    const [first2016, ...rest2016] = on("06/10/2016", "Tramadol 50mg #60");
    expect(first2016).toBe("Chronic Pain Medical Treatment 2009");
    expect(rest2016).toContain("Chronic Pain Medical Treatment 2016");
    expect(on("01/10/2017", "Tramadol 50mg #60").slice(0, 3)).toEqual([
      "Chronic Pain Medical Treatment 2016",
      "Opioid Treatment 2016",
      "Chronic Pain Medical Treatment 2009",
    ]);
    expect(on("01/10/2017", "MRI of the right knee")[0]).toBe("Knee Complaints 2004");
    expect(on("06/10/2019", "MRI of the right knee")[0]).toBe("Knee Disorders 2015");
    expect(on("11/10/2020", "MRI of the right knee").slice(0, 2)).toEqual([
      "Knee Disorders 2019",
      "Knee Disorders 2015",
    ]);
    expect(on("01/10/2017", "Acupuncture, 6 sessions")[0]).toBe("Acupuncture Treatment 2007");
  });

  test.each([
    ["its sections", bySection, ", Section(s): section.", "Chronic Pain Medical Treatment 2009"],
    ["its sections below", bySection, ",\nSection(s): Opioids.", "Chronic Pain Medical Treatment 2009"],
    ["its topic", byPages, " topic Page(s): pages.", "Chronic Pain Treatment Guidelines"],
  ])("if %s or their placeholders follow, only its name is suggested", (_, letter, rest, name) => {
    const typed = letter(` Decision based on MTUS Chr|${rest}`);
    expect(says(accept(typed, name))).toBe(` Decision based on MTUS ${name}|${rest}`);
    expect(atMark(typed, "typed", ({ label, goesOn }) => [label, goesOn])).toContainEqual([name, false]);
    expect(labels(letter(` Decision based on MTUS ${name}|${rest}`), "byHand")).toEqual([]);
    if (rest.startsWith(","))
      expect(labels(letter(` Decision based on MTUS ${name},|${rest.slice(1)}`), "byHand")).toEqual([]);
  });

  test("continues with its topics if only their pages or another citation follow", () => {
    for (const rest of [" Page(s): 41-42.", ".", ". Decision based on MTUS Opioid Page(s): 3.", ""]) {
      const taken = byPages(` Decision based on MTUS Chronic Pain Treatment Guidelines|${rest}`);
      expect(labels(taken, "byHand")).toContain("Cyclobenzaprine (Flexeril)");
    }
  });

  test("shows when it was in force, in a few words that fit in the list", () => {
    const details = atMark(bySection(" Decision based on MTUS |"), "typed", ({ label, detail }) => [
      label,
      detail,
    ]);
    expect(details).toContainEqual(["Chronic Pain Medical Treatment 2009", "2009-2016"]);
    expect(details).toContainEqual(["Low Back Complaints 2004", "until 2017"]);
  });
});

describe("topics, by section", () => {
  const cites = (words: string): string => bySection(` Decision based on MTUS ${words}`);
  const chronic = "Chronic Pain Medical Treatment 2009";

  test.each([
    ["right after the year", "|", ", Section(s): "],
    ["after the comma", ",|", ", Section(s): "],
    ["with the words before them half typed", ", Sec|", ", Section(s): "],
    ["after the words before them", ", Section(s): |", ", Section(s): "],
    ["without the last space", ", Section(s):|", ", Section(s): "],
    ["on the next line", ", Section(s):\n|", ", Section(s):\n"],
    ["with the comma on the line above", ",\n|", ",\nSection(s): "],
  ])("%s", (_, typed, expected) => {
    expect(says(accept(cites(`${chronic}${typed}`), "Muscle relaxants (for pain)", "byHand"))).toBe(
      ` Decision based on MTUS ${chronic}${expected}Muscle relaxants (for pain)|`,
    );
  });

  test.each([
    ["PPI", "NSAIDs, GI symptoms & cardiovascular risk"],
    ["chiro", "Manual therapy & manipulation"],
    ["urine drug screen", "Drug testing"],
    ["home aide", "Home health services"],
  ])("by another name, such as %s, which the editor is told matches", (typed, title) => {
    const found = atMark(
      cites(`${chronic}, Section(s): Naproxen, ${typed}|`),
      "again",
      ({ label, filter }) => [label, filter],
    );
    expect(found[0]?.[0]).toBe(title);
    for (const [, filter = ""] of found) expect(filter.toLowerCase()).toContain(typed.toLowerCase());
    expect(says(accept(cites(`${chronic}, Section(s): ${typed}|`), title, "byHand"))).toContain(title);
  });

  test("never by scattered letters", () => {
    expect(labels(cites(`${chronic}, Section(s): psmd|`), "again")).toEqual([]);
    expect(labels(cites("Lbc|"), "again")).toEqual([]);
  });

  test("those of the disputed drug first, then all of the guideline", () => {
    const offered = labels(cites(`${chronic}, Section(s): |`));
    expect(offered.slice(0, 2)).toEqual(["Cyclobenzaprine (Flexeril)", "Muscle relaxants (for pain)"]);
    expect(offered).toHaveLength(knowledge.topicsOf("chronic-pain-2009").length);
  });

  test("are all that follows once the guideline is taken", () => {
    const taken = accept(bySection(" Decision based on MTUS |"), chronic);
    expect(labels(taken, "byHand").slice(0, 2)).toEqual([
      "Cyclobenzaprine (Flexeril)",
      "Muscle relaxants (for pain)",
    ]);
    const odg = accept(
      bySection(" Decision based on |"),
      "Non-MTUS Citation Official Disability Guidelines (ODG)",
    );
    expect(labels(odg, "byHand")[0]).toBe("Pain");
  });

  test("of other treatments, those whose title speaks of them first", () => {
    const first = (treatment: string): string | undefined =>
      labels(
        letterWith(
          `${treatment}: Upheld\n\nMAXIMUS guideline: Decision based on MTUS ${chronic}, Section(s): |`,
        ),
      )[0];
    expect(first("Lumbar epidural steroid injection at L4-5")).toMatch(/epidural/i);
    expect(first("Massage therapy, 6 visits")).toBe("Massage therapy");
    expect(first("Compound cream 120 grams")).toMatch(/topical/i);
  });

  test("of the edition of 2016 the same", () => {
    const offered = labels(cites("Chronic Pain Medical Treatment 2016, Section(s): |"));
    expect(offered[0]).toBe("Cyclobenzaprine (Flexeril)");
  });

  test("of chapters, the sections as letters name them", () => {
    const offered = labels(cites("Low Back Complaints 2004, Section(s): |"));
    expect(offered).toEqual(expect.arrayContaining(["Special Studies", "Summary", "Physical Methods"]));
    expect(offered.join()).not.toContain("Table");
  });

  test("show their pages and what the guideline recommends", () => {
    const details = atMark(cites(`${chronic}, Section(s): |`), "typed", ({ label, detail }) => [
      label,
      detail,
    ]);
    expect(details[0]?.[1]).toMatch(/^pages 41-42; recommended/);
  });

  test.each([
    ["NSAIDs, GI sym|", "NSAIDs, GI symptoms & cardiovascular risk", ""],
    ["NSAIDs,\nGI sym|", "NSAIDs, GI symptoms & cardiovascular risk", ""],
    ["muscle relaxants|", "Muscle relaxants (for pain)", ""],
    ["Naproxen, opioids, crit|", "Opioids, criteria for use", "Naproxen, "],
    ["criteria|", "Opioids, criteria for use", ""],
    ["Flex|", "Cyclobenzaprine (Flexeril)", ""],
  ])("half typed: %j", (typed, label, before) => {
    const taken = says(accept(cites(`${chronic}, Section(s): ${typed}`), label, "byHand"));
    expect(taken.replaceAll("\n", " ")).toBe(
      ` Decision based on MTUS ${chronic}, Section(s): ${before}${label}|`,
    );
  });

  test("more topics after a comma, without those named", () => {
    const offered = labels(cites(`${chronic}, Section(s): Cyclobenzaprine (Flexeril), |`));
    expect(offered[0]).toBe("Muscle relaxants (for pain)");
    expect(offered).not.toContain("Cyclobenzaprine (Flexeril)");
  });

  test("after a comma that may belong to a title, both", () => {
    const offered = labels(cites(`${chronic}, Section(s): Opioids, |`));
    expect(offered.slice(0, 1)).toEqual(["Opioids, criteria for use"]);
    expect(offered).toContain("Muscle relaxants (for pain)");
    const taken = accept(cites(`${chronic}, Section(s): Opioids, |`), "Opioids, criteria for use");
    expect(says(taken)).toContain("Section(s): Opioids, criteria for use|");
  });

  test("none after words that don't begin a topic, and none after the end of the citation", () => {
    expect(labels(cites(`${chronic}, Section(s): Some other |`))).toEqual([]);
    expect(labels(cites(`${chronic}, Section(s): Naproxen. |`))).toEqual([]);
    expect(labels(cites("Some Unknown Chapter 2004, Section(s): |"))).toEqual([]);
  });

  test("of the ODG, its chapters", () => {
    const odg = " Decision based on Non-MTUS Citation Official Disability Guidelines (ODG)";
    expect(says(accept(bySection(`${odg}|`), "Low Back", "byHand"))).toBe(`${odg} Low Back|`);
    expect(says(accept(bySection(`${odg}, |`), "Pain"))).toBe(`${odg}, Pain|`);
  });
});

describe("topics, by pages", () => {
  const cites = (words: string, below = ""): string =>
    byPages(` Decision based on MTUS Chronic Pain Treatment Guidelines${words}`, below);
  const cited = (text: string): string => says(text).replace(/^.*Guidelines/, "");

  test("include their pages and the period", () => {
    for (const typed of ["|", " |"]) {
      expect(cited(accept(cites(typed), "Muscle relaxants (for pain)", "byHand"))).toBe(
        " Muscle relaxants (for pain) Page(s): 63-66.|",
      );
    }
    expect(cited(accept(cites(" Musc|"), "Muscle relaxants (for pain)", "byHand"))).toBe(
      " Muscle relaxants (for pain) Page(s): 63-66.|",
    );
    expect(cited(accept(cites(" Muscle\nrel|"), "Muscle relaxants (for pain)", "byHand"))).toContain(
      "relaxants (for pain) Page(s): 63-66.|",
    );
  });

  test("a further one brings the pages of all", () => {
    expect(cited(accept(cites(" Cyclobenzaprine (Flexeril), |"), "Muscle relaxants (for pain)"))).toBe(
      " Cyclobenzaprine (Flexeril), Muscle relaxants (for pain) Page(s): 41-42, 63-66.|",
    );
  });

  test("pages and a period that are already there aren't repeated", () => {
    expect(cited(accept(cites(" |."), "Muscle relaxants (for pain)"))).toBe(
      " Muscle relaxants (for pain) Page(s): 63-66|.",
    );
    expect(cited(accept(cites(" Naproxen, | Page(s): 66."), "Muscle relaxants (for pain)"))).toBe(
      " Naproxen, Muscle relaxants (for pain)| Page(s): 66.",
    );
  });

  test("of a chapter are parted from its name", () => {
    const chapter = " Decision based on MTUS ACOEM Chapter 12 Low Back Complaints";
    for (const typed of ["|", ",|", ", |", " |"]) {
      expect(says(accept(byPages(chapter + typed), "Special Studies", "byHand"))).toBe(
        `${chapter}, Special Studies Page(s): 303-305.|`,
      );
    }
  });
});

describe("pages", () => {
  const cites = (words: string): string =>
    byPages(` Decision based on MTUS Chronic Pain Treatment Guidelines ${words}`);
  const pages = (words: string, trigger?: CompletionTrigger) =>
    atMark(cites(words), trigger ?? "typed", ({ label, detail }) => `${label}: ${detail}`);

  test("of the topics named: of all together, then of each", () => {
    expect(pages("Muscle relaxants (for pain) Page(s): |")).toEqual(["63-66: Muscle relaxants (for pain)"]);
    expect(pages("Cyclobenzaprine (Flexeril), Muscle relaxants (for pain) Page(s): |")).toEqual([
      "41-42, 63-66: Cyclobenzaprine (Flexeril); Muscle relaxants (for pain)",
      "41-42: Cyclobenzaprine (Flexeril)",
      "63-66: Muscle relaxants (for pain)",
    ]);
  });

  test("of the disputed drug's topics if the citation names none", () => {
    expect(pages("Page(s): |").slice(0, 2)).toEqual([
      "41-42: Cyclobenzaprine (Flexeril)",
      "63-66: Muscle relaxants (for pain)",
    ]);
  });

  test("further ones, half typed ones, and ones on the next line", () => {
    expect(pages("Page(s): 41-42, |")[0]).toBe("63-66: Muscle relaxants (for pain)");
    expect(pages("Page(s): 6|", "byHand")[0]).toBe("63-66: Muscle relaxants (for pain)");
    expect(says(accept(cites("Page(s):\n|"), "63-66", "byHand"))).toMatch(/Page\(s\):\n63-66\.\|$/);
    expect(says(accept(cites("Page(s):|"), "63-66"))).toMatch(/Page\(s\): 63-66\.\|$/);
    expect(says(accept(cites("Page(s): 41-42, 6|."), "63-66", "byHand"))).toMatch(/: 41-42, 63-66\|\.$/);
  });

  test("none after “of”, after the period, or for a guideline without known pages", () => {
    expect(pages("Page(s): 63-66 of |")).toEqual([]);
    expect(pages("Page(s): 63-66. |")).toEqual([]);
    expect(labels(byPages(" Decision based on Non-MTUS Citation Some Journal Page(s): |"))).toEqual([]);
  });
});

test("a part that never ends costs no more than it is long", () => {
  const text = bySection(
    ` Decision based on MTUS Low Back Complaints 2004, Section(s): ${"Summary, ".repeat(8000)}|`,
  );
  const [before = ""] = text.split("|");
  const letter = parse(before);
  const started = performance.now();
  suggestionsAt(letter, knowledge, before.length, "byHand");
  expect(performance.now() - started).toBeLessThan(500);
});
