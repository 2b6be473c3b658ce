import { describe, expect, test } from "vitest";
import {
  credentials,
  how,
  howText,
  issue,
  issuesHeading,
  issuesIntroduction,
  letter,
  reasons,
  summary,
  summaryIntroduction,
} from "../../fixture/letter.ts";
import { unmark } from "../../fixture/marks.ts";
import { olderForms } from "../../fixture/olderForms.ts";
import { expectFindings, expectNothing, findingsIn, messagesOf } from "../findings.ts";

test("a complete letter has no findings", () => {
  expectNothing(letter());
  expectNothing(letter({ details: "" }));
});

describe("letter/missing-section", () => {
  test("the case summary is absent", () => {
    expect(
      messagesOf("letter/missing-section", letter({ how: how.replace(/^.*/, "[[$&]]"), summary: "" })),
    ).toMatchInlineSnapshot(
      `"“CLINICAL CASE SUMMARY” is missing after “HOW THE IMR FINAL DETERMINATION WAS MADE”."`,
    );
  });

  test("the how-section is absent", () => {
    expect(
      messagesOf("letter/missing-section", letter({ how: "", summary: summary.replace(/^.*/, "[[$&]]") })),
    ).toMatchInlineSnapshot(
      `"“HOW THE IMR FINAL DETERMINATION WAS MADE” is missing at the start of the letter."`,
    );
  });

  test("the issues without their section's heading", () => {
    expect(
      messagesOf(
        "letter/missing-section",
        letter({
          issuesHeading: "",
          issues: [issue({ heading: "[[Naproxen 500mg #60: Upheld]]" })],
        }),
      ),
    ).toMatchInlineSnapshot(
      `"“IMR ISSUES, DECISIONS AND RATIONALES” is missing after “CLINICAL CASE SUMMARY”."`,
    );
  });

  test("the letter ends after its case summary", () => {
    expect(
      messagesOf(
        "letter/missing-section",
        letter({ summary: summary.replace(/^.*/, "[[$&]]"), issuesHeading: "", issues: [] }),
      ),
    ).toMatchInlineSnapshot(
      `"“IMR ISSUES, DECISIONS AND RATIONALES” is missing after “CLINICAL CASE SUMMARY”."`,
    );
  });

  test("a heading typed in title case with a colon is a heading", () => {
    expectNothing(letter({ summary: summary.replace("CLINICAL CASE SUMMARY", "Clinical Case Summary:") }));
  });

  test.each(Object.entries(olderForms))("the sections of %s aren't checked", (_form, text) => {
    expectNothing(text);
  });
});

describe("letter/empty-section", () => {
  test("a case summary with only its standard sentence", () => {
    expect(
      messagesOf(
        "letter/empty-section",
        letter({ summary: `[[CLINICAL CASE SUMMARY]]\n${summaryIntroduction}` }),
      ),
    ).toMatchInlineSnapshot(
      `"“CLINICAL CASE SUMMARY” is empty. Describe the employee's condition and history."`,
    );
  });

  test("a how-section with only its heading", () => {
    expect(
      messagesOf("letter/empty-section", letter({ how: "[[HOW THE IMR FINAL DETERMINATION WAS MADE]]" })),
    ).toMatchInlineSnapshot(
      `"“HOW THE IMR FINAL DETERMINATION WAS MADE” is empty. Describe how the review was made."`,
    );
  });

  test("a summary of one short sentence is not empty", () => {
    expectNothing(letter({ summary: `CLINICAL CASE SUMMARY\n${summaryIntroduction}\n\nA woman of 44.` }));
  });
});

describe("letter/unfilled-blank", () => {
  const blankIn = (words: string) => `“${words}” is a placeholder. Fill it in.`;
  const injured =
    "The injured worker is a 44 year old female who sustained an industrial injury on 09/14/2013";

  test("a date, a fact, and a qualification", () => {
    expectFindings(
      "letter/unfilled-blank",
      letter({
        how: how.replace(/(Licensure:) .*/, "$1 [[state]]"),
        summary: `CLINICAL CASE SUMMARY\n${summaryIntroduction}\n\n${injured}, when [[how it happened]]. The progress note dated [[MM/DD/YYYY]] records pain.`,
      }),
      blankIn("state"),
      blankIn("how it happened"),
      blankIn("MM/DD/YYYY"),
    );
  });

  test("a sentence of the rationale, at a lower severity", () => {
    const rationale = `Decision rationale: [[Diagnosis and history.]] ${reasons} Therefore, the request is not medically necessary.`;
    const text = letter({ issues: [issue({ rationale })] });
    expectFindings("letter/unfilled-blank", text, blankIn("Diagnosis and history."));
    expect(findingsIn(unmark(text).text).map(({ severity }) => severity)).toEqual(["information"]);
  });

  test("words that only resemble a placeholder are accepted", () => {
    const narrative = `${injured}, and recalls how it happened. Diagnoses include age related changes. Treatment to date has included medications, therapy and procedures.`;
    expectNothing(
      letter({
        summary: `CLINICAL CASE SUMMARY\n${summaryIntroduction}\n\n${narrative}`,
      }),
    );
  });
});

describe("letter/section-order", () => {
  test("the case summary before the how-section", () => {
    expect(
      messagesOf("letter/section-order", letter({ how: summary, summary: how.replace(/^.*/, "[[$&]]") })),
    ).toMatchInlineSnapshot(
      `"“HOW THE IMR FINAL DETERMINATION WAS MADE” usually comes earlier in the letter."`,
    );
  });

  test("a section that appears twice", () => {
    expect(
      messagesOf(
        "letter/section-order",
        letter({
          summary: `${summary.replace(/^.*/, "{{$&}}")}\n\n${summary.replace(/^.*/, "[[$&]]")}`,
        }),
      ),
    ).toMatchInlineSnapshot(`
      "“CLINICAL CASE SUMMARY” appears twice.
        → First occurrence."
    `);
  });

  test("a list of documents between the sections is accepted", () => {
    expectNothing(letter({ how: `${how}\n\nDOCUMENTS REVIEWED\nProgress notes of 2016` }));
  });
});

describe("letter/missing-credentials", () => {
  test("a letter without the reviewer's credentials", () => {
    expect(
      messagesOf(
        "letter/missing-credentials",
        letter({ how: `[[HOW THE IMR FINAL DETERMINATION WAS MADE]]\n${howText}` }),
      ),
    ).toMatchInlineSnapshot(
      `"The reviewer's qualifications are missing. Add licensure and specialty to this section."`,
    );
  });

  test("a credentials block without the specialty", () => {
    expect(
      messagesOf(
        "letter/missing-credentials",
        letter({
          how: `HOW THE IMR FINAL DETERMINATION WAS MADE\n${howText}\n\n[[The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty:]]`,
        }),
      ),
    ).toMatchInlineSnapshot(`"The reviewer's credentials don't include the specialty."`);
  });

  test("the sentence of the 2014 format is accepted", () => {
    expectNothing(
      letter({
        how: `HOW THE IMR FINAL DETERMINATION WAS MADE\n${howText} The expert reviewer is Board Certified in
Family Medicine and is licensed to practice in California.`,
      }),
    );
  });

  test("so is the block before the rest of the section", () => {
    expectNothing(letter({ how: `HOW THE IMR FINAL DETERMINATION WAS MADE\n${credentials}\n\n${howText}` }));
  });
});

describe("letter/no-issues", () => {
  test("an issues section with only its standard sentence", () => {
    expect(
      messagesOf(
        "letter/no-issues",
        letter({ issuesHeading: issuesHeading.replace(/^.*/, "[[$&]]"), issues: [] }),
      ),
    ).toMatchInlineSnapshot(
      `"This section has no disputed treatments. Each has a heading ending in “: Upheld” or “: Overturned”."`,
    );
  });

  test("the standard sentence may be missing", () => {
    expectNothing(letter({ issuesHeading: issuesHeading.replace(`\n${issuesIntroduction}`, "") }));
  });
});

describe("letter/duplicate-issue", () => {
  test("the same request is decided twice, however it is typed", () => {
    expect(
      messagesOf(
        "letter/duplicate-issue",
        letter({
          issues: [
            issue({ heading: "{{Naproxen 500mg #60: Upheld}}" }),
            issue({ heading: "[[NAPROXEN 500 MG, #60]]: Upheld" }),
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`
      "“NAPROXEN 500 MG, #60” is decided twice.
        → First decision."
    `);
  });

  test("another strength or count is another request", () => {
    expectNothing(
      letter({
        issues: [
          issue({ heading: "Naproxen 500mg #60: Upheld" }),
          issue({ heading: "Naproxen 550mg #60: Upheld" }),
          issue({ heading: "Naproxen 500mg #90: Upheld" }),
        ],
      }),
    );
  });
});

describe("letter/several-letters", () => {
  test("a second letter in the file", () => {
    expect(
      messagesOf(
        "letter/several-letters",
        `${letter({ details: "", how: how.replace(/^.*/, "{{$&}}") })}
${letter({ details: "", how: how.replace(/^.*/, "[[$&]]") })}`,
      ),
    ).toMatchInlineSnapshot(`
      "Another letter starts here. Each letter in the file is checked separately.
        → The first letter starts here."
    `);
  });

  test("one letter with several issues is one letter", () => {
    expectNothing(letter({ issues: [issue(), issue({ heading: "Tizanidine 4mg #90: Upheld" })] }));
  });
});

describe("letter/unrecognized", () => {
  const recipe = "Take two onions and a clove of garlic, and let them stew for half an hour. ";

  test("a longer text that isn't a letter", () => {
    expect(
      messagesOf("letter/unrecognized", `\n[[Soup of the day]]\n\n${recipe.repeat(4)}\n`),
    ).toMatchInlineSnapshot(
      `"This text has none of the headings of an IMR determination letter, so it isn't checked."`,
    );
  });

  test("an empty text and a few words aren't reported", () => {
    expectNothing("");
    expectNothing(" \n\n \n");
    expectNothing(recipe);
  });
});

describe("letter/drug-spelling", () => {
  const headed = (heading: string, rationale = "") =>
    letter({ issues: [issue({ heading, ...(rationale && { rationale }) })] });

  test("a misspelled name anywhere, corrected in the case that it is written in", () => {
    expect(
      messagesOf("letter/drug-spelling", headed("[[Cyclobenzapine]] 10mg #60: Upheld")),
    ).toMatchInlineSnapshot(`"“Cyclobenzapine” is probably Cyclobenzaprine."`);
    expect(
      messagesOf("letter/drug-spelling", headed("[[CYCLOBENZAPINE]] 10 MG, #60: Upheld")),
    ).toMatchInlineSnapshot(`"“CYCLOBENZAPINE” is probably CYCLOBENZAPRINE."`);
    expect(
      messagesOf(
        "letter/drug-spelling",
        letter({ summary: summary.replace("low back.", "low back. She takes [[cyclobenzapine]].") }),
      ),
    ).toMatchInlineSnapshot(`"“cyclobenzapine” is probably cyclobenzaprine."`);
  });

  test("in a heading, any one letter missing, doubled, or wrong", () => {
    const messages = ["Cyclbenzaprine", "Gabapenttin", "Meloxican", "Naporxen"].map((written) =>
      messagesOf("letter/drug-spelling", headed(`[[${written}]] 10mg #60: Upheld`)),
    );
    expect(messages.join("\n")).toMatchInlineSnapshot(`
      "“Cyclbenzaprine” is probably Cyclobenzaprine.
      “Gabapenttin” is probably Gabapentin.
      “Meloxican” is probably Meloxicam.
      “Naporxen” is probably Naproxen."
    `);
  });

  test("in prose, any one letter of a long name", () => {
    expect(
      messagesOf(
        "letter/drug-spelling",
        letter({
          summary: summary.replace("low back.", "low back. She takes [[Cyclobenzprine]]."),
          issues: [
            issue({
              rationale: `Decision rationale: ${reasons} [[gabapentine]] did not help either. The request is not medically necessary.`,
            }),
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`
      "“Cyclobenzprine” is probably Cyclobenzaprine.
      “gabapentine” is probably gabapentin."
    `);
  });

  test("in prose, plurals and short words are accepted", () => {
    for (const words of [
      "prednisones",
      "hydrocodones",
      "its ascription",
      "augmenting",
      "naproxan",
      "coumarin",
      "cyclobenzaprine2",
      "carisoprodol_",
    ]) {
      expectNothing(letter({ summary: summary.replace("low back.", `low back. Note of ${words}.`) }));
    }
  });

  test("words of a heading that aren't drugs are accepted", () => {
    for (const heading of [
      "Custom orthotics, left foot",
      "Consultation with a psychologist",
      "Transportation to visits",
      "Evaluation of the ability to work",
      "Systolic pressure monitor",
      "Bone graft augmenting the fusion",
    ]) {
      expectNothing(headed(`${heading}: Upheld`));
    }
  });

  test("generic names, brands, and abbreviations are accepted", () => {
    for (const name of ["Cyclobenzaprine", "Flexeril", "Hydrocodone/APAP", "Gabapentin"]) {
      expectNothing(headed(`${name} 10mg #60: Upheld`));
    }
  });
});
