import { describe, expect, test } from "vitest";
import { employeeCues, matchesAnyCue, recordCues } from "../../../../server/src/analysis/rationaleCues.ts";
import { elementsOf } from "../../../../server/src/analysis/rationaleElements.ts";
import { withoutTabStops } from "../../../../server/src/base/snippet.ts";
import { issueTemplate, rationaleOutline } from "../../../../server/src/features/drafting/templates.ts";
import { createKnowledge } from "../../../../server/src/knowledge/knowledge.ts";
import { parse } from "../../../../server/src/letter/parse.ts";
import { flexeril, issue, letter, letterWith } from "../../../fixture/letter.ts";
import { findingsIn } from "../../../review/findings.ts";
import { fixedWords, inserted, stopsOf, type TabStop, untouched } from "../../snippets.ts";
import { headings, lineEnds, rulesIn } from "./written.ts";

const knowledge = createKnowledge();

const claims2014 =
  "Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines NSAIDs Page(s): 67.";
const claims2016 =
  "Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): NSAIDs.";
const reviewer2016 =
  "MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Muscle relaxants (for pain).";

/** Letters of the three times in which other guidelines applied, by their decision dates. */
const times = [
  { decided: "06/10/2014", claims: claims2014 },
  { decided: "06/10/2016", claims: claims2016 },
  { decided: "12/10/2016", claims: claims2016 },
] as const;

const details = (decided: string): string =>
  ["Case Number: CM16-0990100", `Decision Date: ${decided}`, "Priority: Standard"].join("\n");

/** A letter with one issue that has the parts given. */
const undrafted = (decided: string, heading: string, ...parts: readonly string[]): string =>
  letter({
    details: details(decided),
    summary: `CLINICAL CASE SUMMARY\nThe injured worker has pain since a fall.`,
    issues: [[heading, ...parts].join("\n\n")],
  });

function outlineIn(text: string) {
  const outline = rationaleOutline(parse(text), text.indexOf("disputed items/services") + 200, knowledge);
  if (!outline) throw new Error("no outline");
  return outline;
}

/** The placeholders of an outline as a reviewer fills them in, for a denial that is upheld. */
function outlineBlanks({ words, options }: TabStop): string {
  if (options.length > 0) return options[1] ?? "";
  const said: Readonly<Record<string, string>> = {
    "Why the MTUS does not settle this request.": "The MTUS is silent on it.",
    "What is asked for before it is approved.": "The guideline recommends it for a short course only.",
    "Diagnosis and history.": "The employee has had pain since the injury.",
    "Use so far, and its effect on pain and function.": "Pain and function have not changed with it.",
    "Earlier treatment and the response to it.": "Six visits of therapy brought no relief.",
    "Examination and test results.": "The examination shows tenderness and normal strength.",
    "How this falls short of what is asked for.": "This is not what the guideline asks for.",
    "How this meets what is asked for.": "This is what the guideline asks for.",
    "How this compares with what is asked for.": "This is not what the guideline asks for.",
    "[Check this against the guideline.]": "",
    Guideline: "Chronic Pain Treatment Guidelines",
    "Guideline 2016": "Chronic Pain Medical Treatment 2009",
    section: "Medications for chronic pain",
    topic: "Medications for chronic pain",
    pages: "60",
  };
  return said[words] ?? words;
}

describe("the outline of a rationale", () => {
  const heading = "Cyclobenzaprine 7.5mg #60: Upheld";
  const criterion =
    "The MTUS (Chronic Pain Medical Treatment 2009, Cyclobenzaprine) recommends cyclobenzaprine as an option. An option for a short course: most benefit comes in the first days, so courses are brief, at most two to three weeks, and it is not added to other agents.";
  const facts =
    "Diagnosis and history. Use so far, and its effect on pain and function. Examination and test results.";
  const upheld = `${facts} How this falls short of what is asked for. Therefore, the request for Cyclobenzaprine 7.5mg #60 is not medically necessary.`;
  const cited =
    "MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Cyclobenzaprine (Flexeril).";

  /** The issue after the outline is put in, its paragraphs in a list; the same with each kind of line end. */
  function paragraphsAfter(...parts: readonly string[]): readonly string[] {
    const answers = lineEnds.map((lineEnd) => {
      const text = undrafted("06/10/2016", parts[0] ?? "", ...parts.slice(1)).replaceAll("\n", lineEnd);
      const after = inserted(text, outlineIn(text).edit);
      return after
        .slice(after.indexOf(parts[0] ?? ""))
        .trimEnd()
        .split(`${lineEnd}${lineEnd}`);
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    return answers[0] ?? [];
  }

  const blankCitation = "MAXIMUS guideline: Decision based on MTUS Guideline 2016, Section(s): section.";
  const whole = [heading, claims2016, cited, `Decision rationale: ${criterion} ${upheld}`];

  test.each([
    ["the heading alone", [heading], [heading, ...whole.slice(2)]],
    ["the claims administrator's part", [heading, claims2016], whole],
    ["an empty reviewer's part", [heading, claims2016, "MAXIMUS guideline:"], whole],
    ["an empty reviewer's part and blanks", [heading, claims2016, "MAXIMUS guideline:  "], whole],
    ["an empty rationale", [heading, claims2016, cited, "Decision rationale:"], whole],
    ["an empty rationale and blanks", [heading, claims2016, cited, "Decision rationale: \t "], whole],
    ["both of them empty", [heading, claims2016, "MAXIMUS guideline: ", "Decision rationale: "], whole],
    ["a rationale without the reviewer's part", [heading, claims2016, "Decision rationale: "], whole],
    ["a citation not filled in", [heading, claims2016, blankCitation], whole],
    [
      "a citation not filled in and an empty rationale",
      [heading, claims2016, blankCitation, "Decision rationale: "],
      whole,
    ],
    [
      "a reviewer's part in front of the claims administrator's",
      [heading, cited, claims2016, "Decision rationale:"],
      [heading, cited, claims2016, whole[3]],
    ],
  ])("goes on from %s", (_what, parts, expected) => {
    expect(paragraphsAfter(...parts)).toEqual(expected);
  });

  test("replaces the placeholders of a new issue, in either format", () => {
    for (const text of [letterWith(...flexeril), letter()]) {
      const added = inserted(text, issueTemplate(parse(text), text.length, "Soma 350mg #60", "Upheld"));
      const outline = rationaleOutline(parse(added), added.length, knowledge);
      const after = inserted(added, outline!.edit);
      expect(after).toContain("does not recommend carisoprodol.");
      expect(after.match(/\bGuideline\b/g)?.length).toBe(1);
      expect(headings(after)).toEqual(headings(added));
    }
  });

  test("keeps a line between the two parts", () => {
    const parts = [
      heading,
      claims2016,
      "MAXIMUS guideline:\n%% imr-ignore issue/missing-rationale",
      "Decision rationale:",
    ];
    const text = undrafted("06/10/2016", parts[0] ?? "", ...parts.slice(1));
    const after = inserted(text, outlineIn(text).edit);
    expect(after).toContain("%% imr-ignore issue/missing-rationale");
    expect(after).toContain("Decision rationale: The MTUS (");
  });

  test("is about what the reviewer cites, if something is cited", () => {
    const after = paragraphsAfter(heading, claims2016, reviewer2016);
    expect(after[2]).toBe(reviewer2016);
    expect(after[3]).toContain(
      "The MTUS (Chronic Pain Medical Treatment 2009, Muscle relaxants) supports such medication",
    );
  });

  test("is about the treatment if the reviewer cites a guideline only by pages, or as a whole", () => {
    const byPages =
      "MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 41-42, 63.";
    const wholly = "MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009.";
    for (const part of [byPages, wholly]) {
      expect(paragraphsAfter(heading, claims2016, part)[3]).toBe(whole[3]);
    }
    const another = "MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004.";
    expect(paragraphsAfter(heading, claims2016, another)[3]).toContain(
      "What is asked for before it is approved.",
    );
  });

  test("asks why the MTUS isn't used if only other sources are cited", () => {
    const odg =
      "MAXIMUS guideline: Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain.";
    expect(paragraphsAfter(heading, claims2016, odg)[3]).toMatch(
      /^Decision rationale: Why the MTUS does not settle this request\. What is asked for before it is approved\./,
    );
  });

  test("concludes as the heading decides, and leaves both open without a decision", () => {
    const conclusion = (decision: string) => {
      const text = undrafted("06/10/2016", `Cyclobenzaprine 7.5mg #60:${decision}`, claims2016);
      return /Therefore,.*$/.exec(outlineIn(text).edit.text)?.[0];
    };
    const lead = "Therefore, the request for Cyclobenzaprine 7.5mg #60 is";
    const open = "${5|pending,not medically necessary,medically necessary|}.";
    expect(conclusion(" Upheld")).toBe(`${lead} not medically necessary.`);
    expect(conclusion(" Overturned")).toBe(`${lead} medically necessary.`);
    for (const undecided of ["", " ", " pending", " Modified"]) {
      expect(conclusion(undecided)).toBe(`${lead} ${open}`);
    }
  });

  test("is for the issue at the cursor or above it, in each letter of a file", () => {
    const empty = (name: string) => issue({ heading: `${name}: Upheld`, rationale: "Decision rationale:" });
    const text = letter({ issues: [empty("Soma 350mg #60"), empty("Naproxen 500mg #60")] }).repeat(2);
    const treatmentAt = (at: number) => rationaleOutline(parse(text), at, knowledge)?.treatment;
    const [first = 0, second = 0] = [...text.matchAll(/Soma/g)].map((m) => m.index);
    expect(treatmentAt(first)).toBe("Soma 350mg #60");
    expect(treatmentAt(text.indexOf("Decision rationale:", second) + "Decision rationale:".length)).toBe(
      "Soma 350mg #60",
    );
    expect(treatmentAt(text.length)).toBe("Naproxen 500mg #60");
    expect(treatmentAt(text.indexOf("CLINICAL"))).toBeUndefined();
  });

  test("isn't offered for a written rationale, even without its label", () => {
    const at = (text: string) => rationaleOutline(parse(text), text.length, knowledge);
    expect(at(letter())).toBeUndefined();
    const unlabelled = letter({ issues: [issue().replace("Decision rationale: ", "")] });
    expect(at(unlabelled)).toBeUndefined();
    expect(at("Dear Sir")).toBeUndefined();
    expect(at("")).toBeUndefined();
  });

  test("marks unconfirmed text for checking, and assumes nothing if nothing is known", () => {
    const words = (treatment: string, decided = "06/10/2016") =>
      stopsOf(outlineIn(undrafted(decided, `${treatment}: Upheld`, claims2016)).edit.text).map(
        (s) => s.words,
      );
    const check = "[Check this against the guideline.]";
    expect(words("Soma 350mg #60")).not.toContain(check);
    const unsure = words("Vitamin C 500mg #50");
    expect(unsure[unsure.indexOf(check) - 1]).toMatch(/^The MTUS \(.*CRPS, prevention\) recommends/);
    // The edition of 2016 is known only by that of 2009.
    expect(words("Soma 350mg #60", "12/10/2016")).toContain(check);
    expect(words("Gym membership").slice(0, 3)).toEqual([
      "Guideline 2016",
      "section",
      "What is asked for before it is approved.",
    ]);
    // The guidelines since then are not known topic by topic.
    expect(words("Soma 350mg #60", "06/10/2018")).toContain("What is asked for before it is approved.");
  });

  test("uses the edition that the letter cites if there is no date", () => {
    const text = (year: number) =>
      undrafted("", heading, claims2016.replace("2009", `${year}`)).replace("Decision Date: ", "");
    expect(outlineIn(text(2009)).edit.text).toContain(
      "Chronic Pain Medical Treatment 2009, Section(s): Cyclo",
    );
    expect(outlineIn(text(2016)).edit.text).toContain(
      "Chronic Pain Medical Treatment 2016, Section(s): Cyclo",
    );
  });

  test.each([
    ["Flurbiprofen 10%, cyclobenzaprine 3% cream 120gm", "Topical analgesics"],
    ["Cyclobenzaprine 5% cream, 240 grams", "Topical analgesics: baclofen, other muscle relaxants"],
    ["Lidoderm patch 5% #30", "Lidoderm"],
    ["Norco 10/325mg #60", "Opioids"],
    ["Omeprazole 20mg #60", "NSAIDs, GI symptoms & cardiovascular risk"],
    ["MRI of the lumbar spine without contrast", "Low Back Complaints 2004, Special Studies"],
    ["Right shoulder arthroscopy with decompression", "Shoulder Complaints 2004, Surgical Considerations"],
    ["Acupuncture for the neck, 6 sessions", "(Acupuncture Treatment 2007)"],
    ["TENS unit, one month home trial", "TENS, chronic pain"],
    ["Physical therapy for the right elbow, 12 sessions", "Physical medicine"],
    ["Right L5 transforaminal epidural steroid injection", "Epidural steroid injections"],
    ["Chiropractic treatment for the lumbar spine, 12 visits", "Manual therapy & manipulation"],
    ["Functional restoration program, 80 hours", "Functional restoration programs"],
    ["Urine drug screen", "Drug testing"],
    ["Massage therapy 2 times 6", "Massage therapy"],
    ["Spinal cord stimulator trial", "Spinal cord stimulators"],
    ["Aquatic therapy, 8 sessions", "Aquatic therapy"],
  ])("knows what treats %s", (treatment, topic) => {
    const text = undrafted("06/10/2016", `${treatment}: Upheld`, claims2016);
    expect(untouched(outlineIn(text).edit.text)).toMatch(/Decision rationale: The MTUS \(/);
    expect(untouched(outlineIn(text).edit.text).split("Decision rationale: ")[1]?.split(") ")[0]).toContain(
      topic.replace(/\)$/, ""),
    );
  });

  test.each([
    "Post-op physical therapy, 8 visits",
    "Associated surgical service: Cold therapy unit",
    "Gym membership",
    "Hospital bed, rental",
    "Platelet-rich plasma injection",
  ])("leaves the guideline of %s to the reviewer", (treatment) => {
    const text = undrafted("06/10/2016", `${treatment}: Upheld`, claims2016);
    expect(outlineIn(text).edit.text).toContain("MTUS ${1:Guideline 2016}");
  });

  const treatments = [
    ...knowledge.drugs.filter(({ topics }) => topics.length > 0).map(({ generic }) => `${generic} 1mg #60`),
    ..."MRI of the lumbar spine;Acupuncture for the neck, 6 sessions;TENS unit;Physical therapy, 12 sessions;Lumbar epidural steroid injection at L4-5;Chiropractic treatment, 12 visits;Functional restoration program;Urine drug screen;Massage therapy;EMG/NCV of the left upper extremity;Gym membership;Left knee arthroscopy with meniscectomy;Home health care, 4 hours a day;Lumbar brace;Post-op physical therapy, 8 visits".split(
      ";",
    ),
  ];

  const ofOtherChapter = /^ODG “[^”]+” is cited, but nothing in this letter is about that\.$/;

  describe.each(times)(
    "in a letter decided on $decided, for every drug and many other treatments",
    ({ decided, claims }) => {
      const texts = (decision: string) =>
        treatments.map((treatment) => undrafted(decided, `${treatment}: ${decision}`, claims));

      test("has no findings when it is filled in", () => {
        for (const text of texts("Upheld")) {
          const after = inserted(text, outlineIn(text).edit, outlineBlanks);
          // The words that are filled in don't name the part of the body that a chapter of ODG is about.
          const found = findingsIn(after).filter(({ message }) => !ofOtherChapter.test(message));
          expect(found.map(({ rule, message }) => `${rule}: ${message}\n${after}`)).toEqual([]);
        }
      });

      test("before that, only what its placeholders ask for is missing", () => {
        const allowed = [
          "rationale/no-findings",
          "rationale/no-criterion",
          "citation/incomplete",
          "letter/unfilled-blank",
          "citation/other-treatment",
        ];
        for (const text of texts("Overturned")) {
          const { edit } = outlineIn(text);
          const open = rulesIn(inserted(text, edit));
          const blanks = stopsOf(edit.text).map(({ words }) => words);
          // "Depends on documented relief": a criterion may speak of what should be found.
          const outlined = parse(inserted(text, edit));
          const elements = elementsOf(outlined, outlined.issues[0]!, knowledge);
          const speaksOfFindings = elements?.tiesToEmployee === true;
          expect(open.filter((rule) => !allowed.includes(rule))).toEqual([]);
          expect(open.includes("rationale/no-findings")).toBe(!speaksOfFindings);
          expect(open.includes("rationale/no-criterion")).toBe(
            blanks.includes("What is asked for before it is approved."),
          );
          expect(open.includes("citation/incomplete")).toBe(blanks.includes("Guideline"));
          expect(open.includes("letter/unfilled-blank")).toBe(
            speaksOfFindings || blanks.includes("Guideline 2016"),
          );
        }
      });

      test("has no conclusion without a decision", () => {
        for (const text of texts("pending")) {
          const after = inserted(text, outlineIn(text).edit);
          expect(parse(after).issues[0]?.rationale?.conclusion).toBeUndefined();
        }
      });

      test("says nothing about the employee by itself", () => {
        for (const text of texts("Upheld")) {
          expect(fixedWords(outlineIn(text).edit.text)).not.toMatch(
            /\b(?:(?:the|this) (?:patient|injured worker|applicant|claimant|employee|worker)(?!'s preference)|he|she|his|her)\b/i,
          );
        }
      });
    },
  );

  test("has placeholders that the review mistakes neither for a criterion nor for findings", () => {
    const text = undrafted("06/10/2016", "Gym membership: Upheld", claims2016);
    for (const { words } of stopsOf(outlineIn(text).edit.text)) {
      expect(matchesAnyCue(employeeCues, words) || matchesAnyCue(recordCues, words)).toBe(false);
    }
  });

  test("names a treatment of any words as it is written", () => {
    for (const treatment of [
      "A ${1:b} $2 {x} device",
      "C:\\brace\\",
      "Brace, “rigid” #1: left",
      "brace ".repeat(330),
    ]) {
      const text = undrafted("06/10/2016", `${treatment}: Upheld`, claims2016);
      const after = untouched(outlineIn(text).edit.text);
      expect(after).toContain(`the request for ${treatment.trim()} is not medically necessary.`);
      expect(withoutTabStops(outlineIn(text).edit.text)).toBe(after);
    }
  });
});
