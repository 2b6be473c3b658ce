import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guidelineOf, guidelineParts, topicsOf } from "../../server/src/features/cited.ts";
import {
  type Asked,
  dueAfter,
  type Suggestion,
  suggestionsAt,
} from "../../server/src/features/completion.ts";
import { lettersIn } from "../../server/src/features/letters.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { parse } from "../../server/src/letter/parse.ts";
import type { GuidelinePart } from "../../server/src/letter/types.ts";
import { withoutTabStops } from "../../server/src/review/fix.ts";
import { letterWith } from "./letters.ts";

const knowledge = createKnowledge();

/** What is suggested at `|`, of each kind of line end the same, as `show` has it. */
function atMark<T>(
  marked: string,
  asked: Asked,
  show: (item: Suggestion, text: string, at: number) => T,
): T[] {
  const answers = ["\n", "\r\n", "\r"].map((lineEnd) => {
    const [before = "", after = ""] = marked.replaceAll("\n", lineEnd).split("|");
    const { items } = suggestionsAt(parse(before + after), knowledge, before.length, asked);
    return items.map((item) => show(item, before + after, before.length));
  });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  return answers[0] ?? [];
}

const labels = (marked: string, asked: Asked = "typed"): string[] =>
  atMark(marked, asked, ({ label }) => label);

/** The text once the suggestion of that label is taken, with the cursor behind it. */
function accept(marked: string, label: string, asked: Asked = "typed"): string {
  const taken = atMark(marked, asked, (item, text, at) =>
    item.label === label
      ? [`${text.slice(0, item.start)}${item.text}|${text.slice(at)}`.replace(/\r\n?/g, "\n")]
      : [],
  ).flat();
  expect(taken, `“${label}” once`).toHaveLength(1);
  return taken[0] ?? "";
}

/** A letter of 2015 with an issue on cyclobenzaprine, whose reviewer's guideline part has these words. */
const heading = "Cyclobenzaprine 7.5mg #60: Upheld\n\nClaims Administrator guideline: Decision based on ";
const byPages = (words: string, below = ""): string =>
  letterWith(
    `${heading}MTUS Chronic Pain Treatment Guidelines Page(s): 41-42.\n\nMAXIMUS guideline:${words}${below}`,
  );
const bySection = (words: string, below = ""): string =>
  letterWith(
    `${heading}MTUS Chronic Pain Medical Treatment 2009.\n\nMAXIMUS guideline:${words}${below}`,
  ).replace("Case Number", "Decision Date: 05/02/2016\nCase Number");

/** What the part says once the suggestion is taken; the same places with `|`. */
const says = (text: string): string => /MAXIMUS guideline:([\s\S]*?)\s*$/.exec(text)?.[1] ?? "";

const nothingCited = "The Expert Reviewer did not cite any medical evidence for its decision.";
const outside =
  "The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines.";
const openings = [
  "Decision based on MTUS",
  "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG)",
  "Decision based on Non-MTUS Citation …",
];

describe("the source", () => {
  test("is offered behind the label, with a space where none is typed", () => {
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

  test("behind the sentence that the decision rests on sources outside the MTUS, only such sources", () => {
    expect(labels(bySection(` ${outside} |`))).toEqual(openings.slice(1));
  });

  test("a further sentence by hand, or once it is begun", () => {
    const one = " Decision based on MTUS Low Back Complaints 2004, Section(s): Summary. ";
    expect(labels(bySection(`${one}|`))).toEqual([]);
    expect(labels(bySection(`${one}|`), "byHand")).toEqual(openings);
    expect(labels(bySection(`${one}D|`))).toEqual(openings);
  });

  test("nothing behind the sentence that nothing is cited", () => {
    expect(labels(bySection(` ${nothingCited} |`), "byHand")).toEqual([]);
  });
});

describe("the guideline", () => {
  test("behind “Decision based on”, with its year", () => {
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

  test("behind “MTUS”, of these only", () => {
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

  test("behind “and”, a further one", () => {
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

  test("in the form of a letter of 2014, where the letter cites so", () => {
    const offered = labels(byPages(" Decision based on MTUS |"));
    expect(offered[0]).toBe("Chronic Pain Treatment Guidelines");
    expect(offered).toContain("ACOEM Chapter 12 Low Back Complaints");
    expect(offered).toContain("Opioid Treatment 2016");
  });

  test("in today's form where the letter has no other citation and no date, also half typed", () => {
    const new_ = (words: string): string =>
      `IMR ISSUES, DECISIONS AND RATIONALES\n\nMRI of the knee #1: Upheld\n\nClaims Administrator guideline: Decision based on ${words}`;
    expect(labels(new_("|"))).toContain("MTUS Knee Complaints 2004");
    expect(labels(new_("MTUS |"))).toContain("Knee Complaints 2004");
    expect(labels(new_("MTUS Knee |"))).toEqual(["Knee Complaints 2004", "Knee Disorders 2015"]);
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
    expect(on("06/10/2019", "MRI of the right knee")[0]).toBe("Knee Disorders 2019");
    expect(on("01/10/2017", "Acupuncture, 6 sessions")[0]).toBe("Acupuncture Treatment 2007");
  });

  test("says when it was in force", () => {
    const details = atMark(bySection(" Decision based on MTUS |"), "typed", ({ label, detail }) => [
      label,
      detail,
    ]);
    expect(details).toContainEqual(["Chronic Pain Medical Treatment 2009", "July 2009 to July 2016"]);
    expect(details).toContainEqual(["Low Back Complaints 2004", "until December 2017"]);
  });
});

describe("topics, by section", () => {
  const cites = (words: string): string => bySection(` Decision based on MTUS ${words}`);
  const chronic = "Chronic Pain Medical Treatment 2009";

  test.each([
    ["right behind the year", "|", ", Section(s): "],
    ["behind the comma", ",|", ", Section(s): "],
    ["with the words before them half typed", ", Sec|", ", Section(s): "],
    ["behind the words before them", ", Section(s): |", ", Section(s): "],
    ["without the last space", ", Section(s):|", ", Section(s): "],
    ["on the next line", ", Section(s):\n|", ", Section(s):\n"],
    ["with the comma on the line above", ",\n|", ",\nSection(s): "],
  ])("%s", (_, typed, expected) => {
    expect(says(accept(cites(`${chronic}${typed}`), "Muscle relaxants (for pain)", "byHand"))).toBe(
      ` Decision based on MTUS ${chronic}${expected}Muscle relaxants (for pain)|`,
    );
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

  test("say their pages and what the guideline recommends", () => {
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

  test("further ones behind a comma, without those named", () => {
    const offered = labels(cites(`${chronic}, Section(s): Cyclobenzaprine (Flexeril), |`));
    expect(offered[0]).toBe("Muscle relaxants (for pain)");
    expect(offered).not.toContain("Cyclobenzaprine (Flexeril)");
  });

  test("behind a comma that may belong to a title, both", () => {
    const offered = labels(cites(`${chronic}, Section(s): Opioids, |`));
    expect(offered.slice(0, 1)).toEqual(["Opioids, criteria for use"]);
    expect(offered).toContain("Muscle relaxants (for pain)");
    const taken = accept(cites(`${chronic}, Section(s): Opioids, |`), "Opioids, criteria for use");
    expect(says(taken)).toContain("Section(s): Opioids, criteria for use|");
  });

  test("none behind words that begin no topic, and none once the citation has ended", () => {
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

  test("come with their pages and the full stop", () => {
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

  test("pages and a full stop that stand there already are not put twice", () => {
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
  const pages = (words: string, asked?: Asked) =>
    atMark(cites(words), asked ?? "typed", ({ label, detail }) => `${label}: ${detail}`);

  test("of the topics named: of all together, then of each", () => {
    expect(pages("Muscle relaxants (for pain) Page(s): |")).toEqual(["63-66: Muscle relaxants (for pain)"]);
    expect(pages("Cyclobenzaprine (Flexeril), Muscle relaxants (for pain) Page(s): |")).toEqual([
      "41-42, 63-66: Cyclobenzaprine (Flexeril); Muscle relaxants (for pain)",
      "41-42: Cyclobenzaprine (Flexeril)",
      "63-66: Muscle relaxants (for pain)",
    ]);
  });

  test("of the disputed drug's topics where the citation names none", () => {
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

  test("none behind “of”, behind the full stop, or of a guideline without known pages", () => {
    expect(pages("Page(s): 63-66 of |")).toEqual([]);
    expect(pages("Page(s): 63-66. |")).toEqual([]);
    expect(labels(byPages(" Decision based on Non-MTUS Citation Some Journal Page(s): |"))).toEqual([]);
  });
});

describe("the decision", () => {
  const parts =
    "\n\nClaims Administrator guideline: X.\n\nMAXIMUS guideline: X.\n\nDecision rationale: The records show none.";
  const rationale = (verdict: string): string =>
    `${parts} Therefore, the request for Norco #60 is ${verdict}.`;

  test("behind the colon of a heading, with a space where none is typed", () => {
    for (const typed of [":|", ": |"]) {
      expect(labels(letterWith(`Norco 10/325mg #60${typed}`))).toEqual(["Upheld", "Overturned"]);
      expect(accept(letterWith(`Norco 10/325mg #60${typed}`), "Overturned")).toContain(
        "Norco 10/325mg #60: Overturned|",
      );
    }
    expect(labels(letterWith("Norco 10/325mg #60: Ov|"), "byHand")).toEqual(["Overturned"]);
    expect(labels(letterWith("Norco 10/325mg\n#60: |"))).toEqual(["Upheld", "Overturned"]);
  });

  test("the one that the conclusion calls for first, and preselected", () => {
    const shown = (verdict: string) =>
      atMark(letterWith(`Norco #60: |${rationale(verdict)}`), "typed", ({ label, likely }) => [
        label,
        likely,
      ]);
    expect(shown("medically necessary")).toEqual([
      ["Overturned", true],
      ["Upheld", false],
    ]);
    expect(shown("not medically necessary")).toEqual([
      ["Upheld", true],
      ["Overturned", false],
    ]);
    expect(atMark(letterWith(`Norco #60:|${parts}`), "typed", ({ likely }) => likely)).toEqual([
      false,
      false,
    ]);
  });

  test("of a further issue, below a rationale that has concluded", () => {
    const issue = `Norco #60: Upheld${rationale("not medically necessary")}`;
    expect(labels(letterWith(`${issue}\n\nMRI of the left knee:|`))).toEqual(["Upheld", "Overturned"]);
    const portion =
      "MRI of both knees was the original request. The left knee was authorized by the Claims\n" +
      "Administrator. The remaining IMR eligible portion of the original request, MRI of the right knee is:|";
    expect(labels(letterWith(`${issue}\n\n${portion}`))).toEqual(["Upheld", "Overturned"]);
  });

  test.each([
    ["in a rationale", `Norco #60: Upheld${parts} The criteria are:|`],
    ["in a paragraph of a rationale", `Norco #60: Upheld${parts}\n\nCriteria:|`],
    [
      "in an advisory after the conclusion",
      `Norco #60: Upheld${rationale("not necessary")}\n\nThere is one thing to add:|`,
    ],
    ["where a decision stands on the next line", "Norco #60:|\nUpheld"],
    ["before other words", "Norco #60:| to be taken daily"],
    ["behind a label", "Norco #60: Upheld\n\nDecision rationale:|"],
  ])("not %s", (_, words) => {
    expect(labels(letterWith(words)).filter((label) => /Upheld|Overturned/.test(label))).toEqual([]);
  });

  test("not in the case details or the summary", () => {
    expect(labels("Case Number:|\n\nHOW THE IMR FINAL DETERMINATION WAS MADE\n\nMAXIMUS.")).toEqual([]);
    const text = letterWith("Norco #60: Upheld").replace("naproxen.", "naproxen.\n\nDiagnoses:|");
    expect(labels(text, "byHand")).toEqual([]);
    expect(labels(text)).toEqual([]);
  });
});

describe("the label that is due", () => {
  const claims =
    "Norco #60: Upheld\n\nClaims Administrator guideline: Decision based on MTUS Knee Complaints 2004.";
  const reviewer = `${claims}\n\nMAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.`;
  const due = (words: string, asked?: Asked): string[] =>
    labels(letterWith(words).trimEnd(), asked).filter((label) => !openings.includes(label));

  test.each([
    ["Norco #60: Upheld\n\nC|", "Claims Administrator guideline:"],
    ["Norco #60: Upheld\n\nClaims |", "Claims Administrator guideline:"],
    ["Norco #60: Upheld\nC|", "Claims Administrator guideline:"],
    ["Norco #60\n\nC|", "Claims Administrator guideline:"],
    [`${claims}\n\nM|`, "MAXIMUS guideline:"],
    [`${claims}\n\nMAX|`, "MAXIMUS guideline:"],
    [`${claims}\nMAXI|`, "MAXIMUS guideline:"],
    [`${reviewer}\n\nD|`, "Decision rationale:"],
    [`${reviewer}\n\nDec|`, "Decision rationale:"],
  ])("%j", (words, label) => {
    expect(due(words)).toEqual([label]);
  });

  test("without a letter typed, by hand only", () => {
    expect(due(`${claims}\n\n|`, "byHand")).toEqual(["MAXIMUS guideline:"]);
    expect(due(`${claims}\n\n |`)).toEqual([]);
  });

  test("is put with a space, and asks for what follows", () => {
    expect(accept(letterWith(`${claims}\n\nMAX|`), "MAXIMUS guideline:")).toContain(
      "2004.\n\nMAXIMUS guideline: |",
    );
    const goesOn = atMark(letterWith(`${claims}\n\nM|`), "typed", (item) => item.goesOn);
    expect(goesOn).toEqual([true]);
  });

  test("gets the empty line that parts the blocks of the letter", () => {
    expect(accept(letterWith(`${claims}\nM|`), "MAXIMUS guideline:")).toContain(
      "2004.\n\nMAXIMUS guideline: |",
    );
    const tight = letterWith(claims.replace("\n\n", "\n")).trimEnd();
    expect(accept(`${tight}\nM|`, "MAXIMUS guideline:")).toContain("2004.\nMAXIMUS guideline: |");
  });

  test("between parts that stand, the one that lacks", () => {
    expect(due(`${claims}\n\nM|\n\nDecision rationale: No.`)).toEqual(["MAXIMUS guideline:"]);
    expect(due(`Norco #60: Upheld\n\nC|\n\nMAXIMUS guideline: X.`)).toEqual([
      "Claims Administrator guideline:",
    ]);
  });

  test.each([
    ["before the part above has words", "Norco #60: Upheld\n\nClaims Administrator guideline:\n\nM|"],
    [
      "before its sentence ends",
      "Norco #60: Upheld\n\nClaims Administrator guideline: Decision based on MTUS Knee\nM|",
    ],
    ["another label than the one due", `${claims}\n\nC|`],
    ["behind a rationale", `${reviewer}\n\nDecision rationale: It is not medically necessary.\n\nC|`],
    ["inside a rationale", `${reviewer}\n\nDecision rationale: Norco is an opioid.\n\nM|`],
    ["in lower case", `${claims}\n\nd|`],
    ["where it stands already", `${reviewer.replace("MAXIMUS", "D|\n\nMAXIMUS")}`],
    ["in the middle of a line", `${claims} M|`],
    ["before other words", `${claims}\n\nM| of the knee`],
  ])("nothing %s", (_, words) => {
    expect(due(words)).toEqual([]);
  });
});

describe("the section heading that is due", () => {
  const how =
    "HOW THE IMR FINAL DETERMINATION WAS MADE\n\nMAXIMUS Federal Services sent the file to a reviewer.";
  const summary = `${how}\n\nCLINICAL CASE SUMMARY\n\nThe expert reviewer developed the following clinical case summary based on a review of the case file:\n\nThe patient is a 41 year old.`;

  const credentials =
    "The Expert Reviewer has the following credentials:\nState(s) of Licensure: Texas\nCertification(s)/Specialty: Family Medicine";

  test.each([
    ["H|", "HOW THE IMR FINAL DETERMINATION WAS MADE"],
    [
      "Case Number: CM15-0990001\nDate of Injury: 06/01/2012\n\nHOW|",
      "HOW THE IMR FINAL DETERMINATION WAS MADE",
    ],
    [`${how}\n\nCLIN|`, "CLINICAL CASE SUMMARY"],
    [`${how}\n\n${credentials}\n\nC|`, "CLINICAL CASE SUMMARY"],
    [`${summary}\n\nIM|`, "IMR ISSUES, DECISIONS AND RATIONALES"],
  ])("%j", (text, label) => {
    expect(labels(text)).toEqual([label]);
  });

  test("comes with its fixed sentence", () => {
    expect(accept(`${summary}\n\nIM|`, "IMR ISSUES, DECISIONS AND RATIONALES")).toBe(
      `${summary}\n\nIMR ISSUES, DECISIONS AND RATIONALES\nThe Final Determination was based on decisions for the disputed items/services set forth below:\n\n|`,
    );
  });

  test("on how the review was made comes whole, with blanks for who made it", () => {
    const paragraphs = accept("H|", "HOW THE IMR FINAL DETERMINATION WAS MADE").split("\n\n");
    expect(paragraphs[0]).toMatch(/^HOW THE IMR FINAL DETERMINATION WAS MADE\nMAXIMUS Federal Services sent/);
    expect(paragraphs[1]).toBe(
      [
        "The Expert Reviewer has the following credentials:",
        "State(s) of Licensure: ${1:state}",
        "Certification(s)/Specialty: ${2:specialty}",
      ].join("\n"),
    );
  });

  test("has the line end of the letter", () => {
    const text = `${summary}\n\nIM`.replaceAll("\n", "\r");
    const { items } = suggestionsAt(parse(text), knowledge, text.length, "typed");
    expect(items[0]?.text).toMatch(/RATIONALES\rThe Final/);
    expect(items[0]?.text).not.toContain("\n");
  });

  test.each([
    ["one letter that a paragraph of the summary may begin with", `${summary}\n\nI|`],
    ["an empty section", `${how}\n\nCLINICAL CASE SUMMARY\n\nIM|`],
    ["a line of the credentials", `${how}\n\n${credentials.replace("ertification", "|\n\nertification")}`],
    ["a line of a paragraph", `${summary}\nIM|`],
    [
      "a section that stands",
      letterWith("Norco #60: Upheld").replace("CLINICAL CASE", "CL|\n\nCLINICAL CASE"),
    ],
    ["a letter of 2013", "Notice of Independent Medical Review Determination\n\nH|"],
    ["no letter at all", "Some notes.\n\nH|"],
  ])("nothing for %s", (_, text) => {
    expect(labels(text)).toEqual([]);
  });
});

describe("drugs", () => {
  const rationale = (words: string): string =>
    letterWith(`Norco 10/325mg #60: Upheld\n\nDecision rationale: The patient takes ${words}`);
  const drugs = (marked: string, asked: Asked = "byHand") =>
    atMark(marked, asked, ({ kind, label, detail }) =>
      kind === "drug" ? [`${label}: ${detail}`] : [],
    ).flat();

  test("by their names, with what they are", () => {
    expect(drugs(rationale("Flex|"))).toContain("Flexeril: muscle relaxant; brand of cyclobenzaprine");
    expect(drugs(rationale("cyclob|"))).toContain("cyclobenzaprine: muscle relaxant");
  });

  test("of two words from the first one", () => {
    expect(accept(rationale("MS Con|"), "MS Contin", "byHand")).toContain("takes MS Contin|");
  });

  test("with a capital in a heading and at the start of a sentence", () => {
    expect(drugs(letterWith("cyclob|"))[0]).toMatch(/^Cyclobenzaprine:/);
    expect(drugs(letterWith("Norco #60: Upheld\n\nDecision rationale: Cyclob|"))[0]).toMatch(
      /^Cyclobenzaprine:/,
    );
    expect(accept(letterWith("cyclob|"), "Cyclobenzaprine", "byHand")).toContain("\nCyclobenzaprine|");
  });

  test("with nothing typed, those of the letter first", () => {
    expect(drugs(rationale("|")).slice(0, 1)[0]).toMatch(/opioid/);
    expect(drugs(rationale("|")).join()).toContain("naproxen");
    const { items, isComplete } = (() => {
      const [before = "", after = ""] = rationale("|").split("|");
      return suggestionsAt(parse(before + after), knowledge, before.length, "byHand");
    })();
    expect(items).toHaveLength(200);
    expect(isComplete).toBe(false);
  });

  test("in brackets, without a space", () => {
    expect(accept(rationale("an opioid (|"), "Norco", "byHand")).toContain("opioid (Norco|");
  });

  test("narrowed as the word grows", () => {
    expect(drugs(rationale("na|"), "again").join()).toContain("naproxen");
  });

  test.each([
    ["one or two letters, as editors ask at every key", rationale("na|"), "byHand"],
    ["a key in prose", rationale("Flexeril |"), "typed"],
    ["the middle of a word", rationale("Fle|xeril"), "byHand"],
    ["the how-section", letterWith("").replace("MAXIMUS Federal", "Flex| MAXIMUS Federal"), "byHand"],
    ["a guideline part", letterWith("Norco #60: Upheld\n\nMAXIMUS guideline: Flex|"), "byHand"],
  ] as const)("none for %s", (_, marked, asked) => {
    expect(drugs(marked, asked)).toEqual([]);
  });
});

describe("standing phrases", () => {
  const issue = (words: string, decision = "Upheld", source = "MTUS Knee Complaints 2004"): string =>
    letterWith(
      `Norco 10/325mg #60: ${decision}\n\nMAXIMUS guideline: Decision based on ${source}.\n\nDecision rationale:${words}`,
    ).trimEnd();
  const phrases = (marked: string, asked: Asked = "byHand") =>
    atMark(marked, asked, ({ kind, label }) => (kind === "sentence" ? [label] : [])).flat();

  test("first what the rationale lacks", () => {
    expect(phrases(issue(" |"))).toEqual([
      "The disputed request is for Norco 10/325mg #60.",
      "The MTUS recommends … when …",
      "The MTUS does not recommend …",
      "The medical records submitted for review show …",
      "There is no documentation of …",
      "Therefore, the request for Norco 10/325mg #60 is not medically necessary.",
    ]);
    const half = " Norco is an opioid. The MTUS recommends it only when function improves. ";
    expect(phrases(issue(`${half}|`)).slice(0, 3)).toEqual([
      "The medical records submitted for review show …",
      "There is no documentation of …",
      "Therefore, the request for Norco 10/325mg #60 is not medically necessary.",
    ]);
  });

  test("the concluding sentence goes with the decision, and stands once", () => {
    const ends = (marked: string) => phrases(marked).filter((label) => label.startsWith("Therefore"));
    expect(ends(issue(" |", "Overturned"))).toEqual([
      "Therefore, the request for Norco 10/325mg #60 is medically necessary.",
    ]);
    expect(ends(letterWith("Norco #60\n\nDecision rationale: |").trimEnd())).toHaveLength(2);
    expect(ends(issue(" The request for Norco is not medically necessary. |"))).toEqual([]);
  });

  test("name who is cited", () => {
    expect(phrases(issue(" |", "Upheld", "Non-MTUS Citation ODG, Pain")).join()).toContain(
      "The ODG recommends",
    );
  });

  test("leave to the reviewer what only the reviewer knows", () => {
    const texts = atMark(issue(" |"), "byHand", ({ kind, text }) =>
      kind === "sentence" ? [text] : [],
    ).flat();
    expect(texts).toContain("There is no documentation of ${1:finding}.");
    expect(texts.map(withoutTabStops)).toContain("There is no documentation of finding.");
  });

  test("half typed, in place of what is typed", () => {
    expect(accept(issue(" It is old. There is n|"), "There is no documentation of …", "byHand")).toMatch(
      / It is old\. There is no documentation of \$\{1:finding\}\.\|$/,
    );
    expect(phrases(issue("|"))).toHaveLength(6);
    expect(accept(issue("|"), "There is no documentation of …", "byHand")).toContain("rationale: There is");
  });

  test.each([
    ["inside a sentence", issue(" The patient |"), "byHand"],
    ["one or two letters", issue(" Th|"), "byHand"],
    ["a key", issue(" |"), "typed"],
    ["the summary", letterWith("").replace("naproxen.", "naproxen. |"), "byHand"],
  ] as const)("none for %s", (_, marked, asked) => {
    expect(phrases(marked, asked)).toEqual([]);
  });
});

test("the second letter of a file is asked about itself", () => {
  const first = letterWith("Norco #60: Upheld\n\nDecision rationale: No.");
  const second = letterWith("Tramadol 50mg #60: Upheld\n\nC|");
  expect(labels(`${first}\n${second}`)).toEqual(["Claims Administrator guideline:"]);
});

const samples = readdirSync("samples")
  .filter((name) => /\.(?:txt|imr)$/.test(name))
  .map((name) => ({ name, text: readFileSync(`samples/${name}`, "utf8") }));

describe("our samples", () => {
  test.each(samples)(
    "$name: prose that is typed brings nothing up",
    ({ text }) => {
      const letter = parse(text);
      const prose = [letter.summary?.narrative, ...letter.issues.map(({ rationale }) => rationale?.body)];
      const shown: string[] = [];
      for (const span of prose.filter((one) => one !== undefined)) {
        for (let at = span.start + 1; at <= span.end; at++) {
          if (!dueAfter.includes(text.charAt(at - 1))) continue;
          const { items } = suggestionsAt(parse(text.slice(0, at)), knowledge, at, "typed");
          if (items.length > 0) shown.push(`${text.slice(Math.max(0, at - 30), at)}|: ${items[0]?.label}`);
        }
      }
      expect(shown).toEqual([]);
    },
    60_000,
  );

  /** Takes the suggestion of that label, asked for by hand, as the editor does behind a step. */
  function take(before: string, after: string, fits: (item: Suggestion) => boolean): string {
    const { items } = suggestionsAt(parse(before + after), knowledge, before.length, "byHand");
    const item = items.find(fits);
    if (item === undefined) throw new Error(`Not offered behind “${before.slice(-60)}”`);
    return before.slice(0, item.start) + item.text;
  }

  const cites = (part: GuidelinePart): string[] =>
    part.citations.map((citation) => {
      const guideline = guidelineOf(citation, knowledge);
      const topics = guideline ? topicsOf(citation, guideline, knowledge) : [];
      return [guideline?.id, ...topics.map(({ topic }) => topic.id)].join(" ");
    });

  /** The part's citations of known guidelines, put together step by step in place of its body. */
  function completed(text: string, part: GuidelinePart): { text: string; expected: string[] } {
    let before = text.slice(0, part.label.end);
    const after = text.slice(part.body.end);
    const expected: string[] = [];
    for (const citation of part.citations) {
      const guideline = guidelineOf(citation, knowledge);
      if (!guideline?.cited) continue;
      const topics = topicsOf(citation, guideline, knowledge).map(({ topic }) => topic.id);
      const source = guideline.kind === "mtus" ? "Decision based on MTUS" : openings[1];
      before = take(expected.length === 0 ? before : `${before} `, after, ({ label }) => label === source);
      if (guideline.kind === "mtus")
        before = take(
          before,
          after,
          ({ about }) => about !== undefined && "guideline" in about && about.guideline === guideline.id,
        );
      topics.forEach((id, index) => {
        const list = index === 0 ? before : `${before.replace(/ Page\(s\):.*$/, "").replace(/\.$/, "")}, `;
        before = take(
          list,
          after,
          ({ about }) => about !== undefined && "topic" in about && about.topic === id,
        );
      });
      if (!before.endsWith(".")) before += ".";
      expected.push([guideline.id, ...topics].join(" "));
    }
    return { text: before + after, expected };
  }

  test.each(samples)("$name: each citation can be put together again", ({ text }) => {
    let put = 0;
    for (const letter of lettersIn(parse(text))) {
      for (const issue of letter.issues) {
        for (const part of guidelineParts(issue)) {
          const { text: rewritten, expected } = completed(text, part);
          const again = parse(rewritten).issues[issue.index]?.[part.kind];
          if (expected.length > 0) expect(again && cites(again)).toEqual(expected);
          put += expected.length;
        }
      }
    }
    expect(put).toBeGreaterThan(0);
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

test("any text, at any place: answers within the cursor's line", () => {
  const lines = [
    ...letterWith("Cyclobenzaprine 7.5mg #60: Upheld").split("\n"),
    ...[
      "Claims Administrator guideline:",
      "MAXIMUS guideline: Decision based on MTUS",
      "Decision rationale:",
    ],
    ...[
      "Decision based on MTUS Low Back Complaints 2004, Section(s): ",
      "and ",
      "Page(s): ",
      "Opioids, ",
      ": ",
      "C",
    ],
    ...[
      "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG)",
      "The ",
      "IMR",
      "Dec",
      "(",
      "$",
    ],
  ];
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...lines) },
    fc.tuple(fc.constantFrom(...lines), fc.nat(60)).map(([line, length]) => line.slice(0, length)),
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom("\f", "\u2028", "\uFEFF", "\uD800", "", "   "),
  );
  const text = fc
    .array(fc.tuple(piece, fc.constantFrom("", " ", "\n", "\r\n", "\r", "\n\n")), { maxLength: 30 })
    .map((parts) => parts.flat().join(""));
  fc.assert(
    fc.property(
      text,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom<Asked>("typed", "byHand", "again"),
      (anyText, share, asked) => {
        const offset = share > 0.5 ? anyText.length : Math.floor(share * 2 * anyText.length);
        const { items } = suggestionsAt(parse(anyText), knowledge, offset, asked);
        for (const { start, label, text: words } of items) {
          expect(start).toBeLessThanOrEqual(offset);
          expect(anyText.slice(start, offset)).not.toMatch(/[\r\n\f]/);
          expect(label).not.toMatch(/^$|[\r\n]/);
          expect(words).not.toBe("");
        }
      },
    ),
    { numRuns: 400, seed: 2016 },
  );
});
