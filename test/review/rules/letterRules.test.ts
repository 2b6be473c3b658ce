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

test("a letter that lacks nothing has no finding", () => {
  expectNothing(letter());
  expectNothing(letter({ details: "" }));
});

describe("letter/missing-section", () => {
  test("the case summary is absent", () => {
    expect(
      messagesOf("letter/missing-section", letter({ how: how.replace(/^.*/, "[[$&]]"), summary: "" })),
    ).toMatchInlineSnapshot(
      `"The section “CLINICAL CASE SUMMARY” is missing. It belongs after “HOW THE IMR FINAL DETERMINATION WAS MADE”."`,
    );
  });

  test("the how-section is absent", () => {
    expect(
      messagesOf("letter/missing-section", letter({ how: "", summary: summary.replace(/^.*/, "[[$&]]") })),
    ).toMatchInlineSnapshot(
      `"The section “HOW THE IMR FINAL DETERMINATION WAS MADE” is missing. It belongs at the start of the letter."`,
    );
  });

  test("the issues stand without their section's heading", () => {
    expect(
      messagesOf(
        "letter/missing-section",
        letter({
          issuesHeading: "",
          issues: [issue({ heading: "[[Naproxen 500mg #60: Upheld]]" })],
        }),
      ),
    ).toMatchInlineSnapshot(
      `"The section “IMR ISSUES, DECISIONS AND RATIONALES” is missing. It belongs after “CLINICAL CASE SUMMARY”."`,
    );
  });

  test("the letter ends after its case summary", () => {
    expect(
      messagesOf(
        "letter/missing-section",
        letter({ summary: summary.replace(/^.*/, "[[$&]]"), issuesHeading: "", issues: [] }),
      ),
    ).toMatchInlineSnapshot(
      `"The section “IMR ISSUES, DECISIONS AND RATIONALES” is missing. It belongs after “CLINICAL CASE SUMMARY”."`,
    );
  });

  test("a heading typed in title case with a colon is a heading", () => {
    expectNothing(letter({ summary: summary.replace("CLINICAL CASE SUMMARY", "Clinical Case Summary:") }));
  });

  test.each(Object.entries(olderForms))("nothing is asked of the sections of %s", (_form, text) => {
    expectNothing(text);
  });
});

describe("letter/empty-section", () => {
  test("the case summary holds its fixed sentence only", () => {
    expect(
      messagesOf(
        "letter/empty-section",
        letter({ summary: `[[CLINICAL CASE SUMMARY]]\n${summaryIntroduction}` }),
      ),
    ).toMatchInlineSnapshot(
      `"“CLINICAL CASE SUMMARY” is empty: the employee's condition and history should stand here."`,
    );
  });

  test("the how-section is a heading only", () => {
    expect(
      messagesOf("letter/empty-section", letter({ how: "[[HOW THE IMR FINAL DETERMINATION WAS MADE]]" })),
    ).toMatchInlineSnapshot(
      `"“HOW THE IMR FINAL DETERMINATION WAS MADE” is empty: how the review was made should stand here."`,
    );
  });

  test("a summary of one short sentence is not empty", () => {
    expectNothing(letter({ summary: `CLINICAL CASE SUMMARY\n${summaryIntroduction}\n\nA woman of 44.` }));
  });
});

describe("letter/unfilled-blank", () => {
  const blankIn = (words: string) => `“${words}” is a blank that is still to be filled in.`;
  const injured =
    "The injured worker is a 44 year old female who sustained an industrial injury on 09/14/2013";

  test("a date, a fact and a qualification are blanks", () => {
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

  test("a sentence of the rationale is one, which is milder", () => {
    const rationale = `Decision rationale: [[Diagnosis and history.]] ${reasons} Therefore, the request is not medically necessary.`;
    const text = letter({ issues: [issue({ rationale })] });
    expectFindings("letter/unfilled-blank", text, blankIn("Diagnosis and history."));
    expect(findingsIn(unmark(text).text).map(({ severity }) => severity)).toEqual(["information"]);
  });

  test("words that only sound like a blank are none", () => {
    const told = `${injured}, and recalls how it happened. Diagnoses include age related changes. Treatment to date has included medications, therapy and procedures.`;
    expectNothing(
      letter({
        summary: `CLINICAL CASE SUMMARY\n${summaryIntroduction}\n\n${told}`,
      }),
    );
  });
});

describe("letter/section-order", () => {
  test("the case summary stands before the how-section", () => {
    expect(
      messagesOf("letter/section-order", letter({ how: summary, summary: how.replace(/^.*/, "[[$&]]") })),
    ).toMatchInlineSnapshot(
      `"“HOW THE IMR FINAL DETERMINATION WAS MADE” usually stands earlier in the letter."`,
    );
  });

  test("a section stands twice", () => {
    expect(
      messagesOf(
        "letter/section-order",
        letter({
          summary: `${summary.replace(/^.*/, "{{$&}}")}\n\n${summary.replace(/^.*/, "[[$&]]")}`,
        }),
      ),
    ).toMatchInlineSnapshot(`
      "“CLINICAL CASE SUMMARY” stands a second time.
        → It stands here first."
    `);
  });

  test("a list of documents between the sections disturbs nothing", () => {
    expectNothing(letter({ how: `${how}\n\nDOCUMENTS REVIEWED\nProgress notes of 2016` }));
  });
});

describe("letter/missing-credentials", () => {
  test("nothing says what qualifies the reviewer", () => {
    expect(
      messagesOf(
        "letter/missing-credentials",
        letter({ how: `[[HOW THE IMR FINAL DETERMINATION WAS MADE]]\n${howText}` }),
      ),
    ).toMatchInlineSnapshot(
      `"The reviewer's qualifications are missing: licensure and specialty belong at the end of this section."`,
    );
  });

  test("the block lacks the specialty", () => {
    expect(
      messagesOf(
        "letter/missing-credentials",
        letter({
          how: `HOW THE IMR FINAL DETERMINATION WAS MADE\n${howText}\n\n[[The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty:]]`,
        }),
      ),
    ).toMatchInlineSnapshot(`"The reviewer's credentials lack the certification or specialty."`);
  });

  test("the sentence of 2014 will do", () => {
    expectNothing(
      letter({
        how: `HOW THE IMR FINAL DETERMINATION WAS MADE\n${howText} The expert reviewer is Board Certified in
Family Medicine and is licensed to practice in California.`,
      }),
    );
  });

  test("so will the block before the rest of the section", () => {
    expectNothing(letter({ how: `HOW THE IMR FINAL DETERMINATION WAS MADE\n${credentials}\n\n${howText}` }));
  });
});

describe("letter/no-issues", () => {
  test("the issues section holds its fixed sentence only", () => {
    expect(
      messagesOf(
        "letter/no-issues",
        letter({ issuesHeading: issuesHeading.replace(/^.*/, "[[$&]]"), issues: [] }),
      ),
    ).toMatchInlineSnapshot(
      `"No disputed treatment stands in this section: each one has a heading that ends in “: Upheld” or “: Overturned”."`,
    );
  });

  test("the fixed sentence may be missing", () => {
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
      "“NAPROXEN 500 MG, #60” is decided twice in this letter.
        → It is decided here first."
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
      "Another letter starts here. Each letter in this file is checked for itself.
        → The first letter starts here."
    `);
  });

  test("one letter with several issues is one letter", () => {
    expectNothing(letter({ issues: [issue(), issue({ heading: "Tizanidine 4mg #90: Upheld" })] }));
  });
});

describe("letter/unrecognized", () => {
  const recipe = "Take two onions and a clove of garlic, and let them stew for half an hour. ";

  test("a text of some length that is no letter", () => {
    expect(
      messagesOf("letter/unrecognized", `\n[[Soup of the day]]\n\n${recipe.repeat(4)}\n`),
    ).toMatchInlineSnapshot(
      `"This text has none of the headings of an IMR determination letter, so nothing in it is checked."`,
    );
  });

  test("an empty text and a few words are left alone", () => {
    expectNothing("");
    expectNothing(" \n\n \n");
    expectNothing(recipe);
  });
});

describe("letter/drug-spelling", () => {
  const headed = (heading: string, rationale = "") =>
    letter({ issues: [issue({ heading, ...(rationale && { rationale }) })] });

  test("a misspelt name, wherever it stands, in the case it is written in", () => {
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

  test("in a heading, any one letter lost, doubled or wrong", () => {
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

  test("in what is told, any one letter of a long name", () => {
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

  test("in what is told, several of one drug and short words are sound", () => {
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

  test("words of a heading that are no drugs are sound", () => {
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

  test("generic names, brands and abbreviations are sound", () => {
    for (const name of ["Cyclobenzaprine", "Flexeril", "Hydrocodone/APAP", "Gabapentin"]) {
      expectNothing(headed(`${name} 10mg #60: Upheld`));
    }
  });
});
