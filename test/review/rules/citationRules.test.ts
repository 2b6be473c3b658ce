import { describe, expect, test } from "vitest";
import { issue, letter, reasons } from "../../fixture/letter.ts";
import { expectFindings, expectNothing, messagesOf } from "../findings.ts";

const citing = (citation: string) =>
  letter({ issues: [issue({ reviewer: `MAXIMUS guideline: Decision based on ${citation}` })] });

describe("citation/page-range", () => {
  const guideline = "MTUS Chronic Pain Treatment Guidelines";

  test("pages past the last one", () => {
    expect(
      messagesOf("citation/page-range", citing(`${guideline} NSAIDs Page(s): [[163-166]].`)),
    ).toMatchInlineSnapshot(
      `"Pages 163-166 don't all exist: Chronic Pain Medical Treatment Guidelines (2009) has 127 pages."`,
    );
    expect(
      messagesOf("citation/page-range", citing(`${guideline} NSAIDs Page(s): 67-68, [[128]].`)),
    ).toMatchInlineSnapshot(
      `"Page 128 doesn't exist: Chronic Pain Medical Treatment Guidelines (2009) has 127 pages."`,
    );
  });

  test("pages in reverse order", () => {
    expect(
      messagesOf("citation/page-range", citing(`${guideline} NSAIDs\nPage(s): [[68-67]].`)),
    ).toMatchInlineSnapshot(`"Pages 68-67 are in reverse order."`);
  });

  test("page 0", () => {
    expect(
      messagesOf("citation/page-range", citing(`${guideline} NSAIDs Page(s): [[0]].`)),
    ).toMatchInlineSnapshot(`"Page 0 doesn't exist. Page numbers start at 1."`);
  });

  test("a wrong number of pages", () => {
    expect(
      messagesOf("citation/page-range", citing(`${guideline} NSAIDs Page(s): [[67-68]] of 172.`)),
    ).toMatchInlineSnapshot(
      `"The letter gives a page count of 172, but Chronic Pain Medical Treatment Guidelines (2009) has 127."`,
    );
  });

  test("the letter's own page count is used if nothing better is known", () => {
    expect(
      messagesOf(
        "citation/page-range",
        citing("MTUS Acupuncture Medical Treatment Guidelines Page(s): [[12]] of 9."),
      ),
    ).toMatchInlineSnapshot(`"Page 12 doesn't exist: the document has 9 pages."`);
  });

  test("the claims administrator's citation is read too", () => {
    expect(
      messagesOf(
        "citation/page-range",
        letter({
          issues: [
            issue({
              claims: `Claims Administrator guideline: Decision based on ${guideline} Page(s): [[128]].`,
            }),
          ],
        }),
      ),
    ).toMatchInlineSnapshot(
      `"Page 128 doesn't exist: Chronic Pain Medical Treatment Guidelines (2009) has 127 pages."`,
    );
  });

  test("pages that exist", () => {
    expectNothing(citing(`${guideline} Page(s): 63-66 of 127.`));
    expectNothing(citing(`${guideline} Page(s): 1, 41-42, 127.`));
  });

  test("chapters that don't start at page 1, and sources of unknown length, aren't checked", () => {
    expectNothing(citing("MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 303-305."));
    expectNothing(citing("MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, page 130."));
    // Pages of the book of 2004, not of the revision of 2007.
    expectNothing(citing("MTUS ACOEM Chapter 10 Elbow Complaints Page(s): 238."));
    expectNothing(citing("Non-MTUS Citation ACOEM Practice Guidelines, 3rd ed., Low Back, pg. 607."));
  });
});

const pain2009 = "MTUS Chronic Pain Medical Treatment 2009, Section(s):";
const pain2014 = "MTUS Chronic Pain Treatment Guidelines";

describe("citation/no-source", () => {
  const message = "The reviewer cites no guideline or study for this decision.";
  const without = "The Expert Reviewer did not cite any medical evidence for its decision.";

  test("the standard sentence, or words that cite nothing", () => {
    for (const words of [without, "See the rationale."]) {
      expectFindings(
        "citation/no-source",
        letter({ issues: [issue({ reviewer: `[[MAXIMUS guideline:]] ${words}` })] }),
        message,
      );
    }
  });

  test("the claims administrator may cite nothing, and so may a request that depends on another", () => {
    expectNothing(
      letter({
        issues: [
          issue({
            claims:
              "Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.",
          }),
          issue({
            heading: "Cold therapy unit: Upheld",
            reviewer: `MAXIMUS guideline: ${without}`,
            rationale: `Decision rationale: As the requested surgical intervention is not medically necessary, the requested
ancillary service is not medically necessary.`,
          }),
        ],
      }),
    );
  });
});

describe("citation/incomplete", () => {
  test("a citation without its section, year, or publisher", () => {
    const rationale = `Decision rationale: The MTUS does not address it. ${reasons} The request is not medically necessary.`;
    const messages = [
      "MTUS Low Back Complaints 2004",
      "MTUS Opioid Treatment 2016",
      "MTUS Low Back Complaints, Section(s): Summary",
      "MTUS Low Back Complaints , Section(s): Summary",
      "MTUS Low Back Complaints 204, Section(s): Summary",
      "Non-MTUS Citation Low Back, TENS",
    ].map((citation) => {
      const reviewer = `MAXIMUS guideline: [[Decision based on ${citation}.]]`;
      return `${citation}: ${messagesOf("citation/incomplete", letter({ issues: [issue({ reviewer, rationale })] }))}`;
    });
    expect(messages.join("\n")).toMatchInlineSnapshot(`
      "MTUS Low Back Complaints 2004: This citation is missing the section.
      MTUS Opioid Treatment 2016: This citation is missing the section.
      MTUS Low Back Complaints, Section(s): Summary: This citation is missing the year of the guideline.
      MTUS Low Back Complaints , Section(s): Summary: This citation is missing the year of the guideline.
      MTUS Low Back Complaints 204, Section(s): Summary: This citation is missing the year of the guideline.
      Non-MTUS Citation Low Back, TENS: This citation is missing its publisher."
    `);
  });

  test.each([
    "Dental Practice Parameters, Occlusal Appliances",
    "Spine Surgery Consensus of 2014, Fusion",
    "Campbell's Operative Orthopaedics, 12th ed., Wrist",
    "Chou R, et al. Spine 2009;34:1066",
    "Am J Sports Med, Meniscal repair",
    "California Department of Justice, CURES",
    "State Pain Society Position Statement, Opioids",
    "Textbook of Rheumatology, Gout",
    "Micromedex, Colchicine",
    "Regional Health Plan Medical Policy 12, Scooters",
    "Journal of Hand Therapy, Splints",
    "Prescribing Information for Lyrica",
  ])("a source is named: %s", (citation) => {
    const rationale = `Decision rationale: The MTUS does not address it. ${reasons} The request is not medically necessary.`;
    const reviewer = `MAXIMUS guideline: Decision based on Non-MTUS Citation ${citation}.`;
    expect(messagesOf("", letter({ issues: [issue({ reviewer, rationale })] }))).toBe("");
  });

  test.each(["Low Back, TENS", "Pain (Chronic), Tramadol", "Knee", "Sleep study", "Physical medicine"])(
    "only a topic: %s",
    (citation) => {
      const rationale = `Decision rationale: The MTUS does not address it. ${reasons} The request is not medically necessary.`;
      const reviewer = `MAXIMUS guideline: [[Decision based on Non-MTUS Citation ${citation}.]]`;
      expect(messagesOf("citation/incomplete", letter({ issues: [issue({ reviewer, rationale })] }))).toBe(
        "This citation is missing its publisher.",
      );
    },
  );

  test("each of two chapters needs its own section and year", () => {
    expect(
      messagesOf(
        "citation/incomplete",
        citing(`MTUS Low Back Complaints 2004, Section(s): Summary, and [[Opioid Treatment 2016.]]`),
      ),
    ).toMatchInlineSnapshot(`"This citation is missing the section."`);
    expect(
      messagesOf(
        "citation/incomplete",
        citing(
          `MTUS Low Back Complaints, Section(s): Summary, and Opioid Treatment 2016, Section(s): Summary.`,
        ).replace(
          "Decision based on MTUS Low Back Complaints, Section(s): Summary,",
          "[[Decision based on MTUS Low Back Complaints, Section(s): Summary]],",
        ),
      ),
    ).toMatchInlineSnapshot(`"This citation is missing the year of the guideline."`);
  });

  test("a letter in the 2016 format needs years, even if none of its citations has one", () => {
    expect(
      messagesOf(
        "citation/incomplete",
        letter({
          issues: [
            issue({
              claims:
                "Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.",
              reviewer:
                "MAXIMUS guideline: [[Decision based on MTUS Chronic Pain Medical Treatment, Section(s): NSAIDs.]]",
            }),
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`"This citation is missing the year of the guideline."`);
  });

  test("the 2014 format needs topic and pages instead of the year", () => {
    const of2014 = (citation: string) =>
      letter({
        details: "",
        issues: [
          issue({
            claims: `Claims Administrator guideline: Decision based on ${pain2014} NSAIDs Page(s): 67.`,
            reviewer: `MAXIMUS guideline: ${citation}`,
          }),
        ],
      });
    expect(
      messagesOf(
        "citation/incomplete",
        of2014(`[[Decision based on ${pain2014} Medications for chronic pain.]]`),
      ),
    ).toMatchInlineSnapshot(`"This citation is missing the pages."`);
    expect(
      messagesOf("citation/incomplete", of2014(`[[Decision based on ${pain2014}.]]`)),
    ).toMatchInlineSnapshot(`"This citation is missing the topic and its pages."`);
    expectNothing(of2014(`Decision based on ${pain2014} Medications for chronic pain Page(s): 60-61.`));
  });

  test("complete citations, and guidelines without sections, are accepted", () => {
    expectNothing(citing("MTUS Low Back Complaints 2004, Section(s): Summary."));
    expectNothing(citing(`${pain2009} NSAIDs.`));
    expectNothing(citing("MTUS Acupuncture Treatment 2007."));
    expectNothing(citing(`${pain2009} NSAIDs. Decision based on Non-MTUS Citation ODG Pain, NSAIDs.`));
  });
});

describe("citation/topic-pages", () => {
  test("pages with another topic", () => {
    expect(
      messagesOf(
        "citation/topic-pages",
        citing(`${pain2014} Cyclobenzaprine (Flexeril) Page(s): [[68-69]].`).replace(
          "Naproxen 500mg",
          "Flexeril 10mg",
        ),
      ),
    ).toMatchInlineSnapshot(
      `"“Cyclobenzaprine (Flexeril)” is usually cited from pages 41-42, not from these."`,
    );
    expect(
      messagesOf("citation/topic-pages", citing(`${pain2014} Naproxen Page(s): [[12, 14]].`)),
    ).toMatchInlineSnapshot(`"“Naproxen” is usually cited from page 66, not from these."`);
  });

  test("pages with the topic, or usually cited for it, are accepted", () => {
    for (const pages of ["67-68", "68", "66-70", "67-73", "12, 67"]) {
      expectNothing(citing(`${pain2014} NSAIDs Page(s): ${pages}.`));
    }
  });

  test("unconfirmed and unknown topics never contradict pages", () => {
    expectNothing(citing(`${pain2014} Ibuprofen Page(s): 12.`));
    expectNothing(citing(`${pain2014} Naproxen and its likes Page(s): 12.`));
    expectNothing(citing(`${pain2014} Page(s): 12.`));
  });
});

describe("citation/other-treatment", () => {
  test("only topics about other drugs", () => {
    expect(
      messagesOf(
        "citation/other-treatment",
        citing(`${pain2009} Yoga.`).replace(/(Decision based on [^:\n]*: Yoga\.)/, "[[$1]]"),
      ),
    ).toMatchInlineSnapshot(`"The cited guideline doesn't cover naproxen or its class."`);
    expect(
      messagesOf(
        "citation/other-treatment",
        citing(`${pain2009} Opioids, criteria for use.`).replace(
          /(Decision based on [^:\n]*: Opioids.*\.)/,
          "[[$1]]",
        ),
      ),
    ).toMatchInlineSnapshot(`"The cited guideline doesn't cover naproxen or its class."`);
  });

  test("only the chapter on another body part", () => {
    const cites = (chapter: string) =>
      letter({
        issues: [
          issue({
            heading: "{{MRI of the left knee}}: Upheld",
            reviewer: `MAXIMUS guideline: ${chapter}`,
          }),
        ],
      });
    expect(
      messagesOf(
        "citation/other-treatment",
        cites("[[Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.]]"),
      ),
    ).toMatchInlineSnapshot(`
      "“Low Back Complaints” is cited, but the treatment is for the knee.
        → The disputed treatment."
    `);
    for (const sound of [
      "Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.",
      "Decision based on MTUS Low Back Complaints 2004, Section(s): Summary, and Knee Complaints 2004, Section(s): Summary.",
      "Decision based on MTUS Initial Approaches to Treatment 2004, Section(s): Summary.",
    ]) {
      expectNothing(cites(sound).replace(/[{}]/g, ""));
    }
  });

  test("the drug, its class, a topic for all drugs, and sources that aren't fully known are accepted", () => {
    for (const topics of [
      "Naproxen",
      "NSAIDs",
      "NSAIDs, specific drug list & adverse effects",
      "Medications for chronic pain",
    ]) {
      expectNothing(citing(`${pain2009} ${topics}.`));
    }
    expectNothing(citing("MTUS Low Back Complaints 2004, Section(s): Summary."));
    expectNothing(citing(`${pain2009} Yoga. Decision based on Non-MTUS Citation ODG Pain, NSAIDs.`));
  });
});

describe("citation/outside-mtus", () => {
  const odg = "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Pain, NSAIDs.";
  const outside = (why: string, citation = odg) =>
    letter({
      issues: [
        issue({
          reviewer: `MAXIMUS guideline: ${citation}`,
          rationale: `Decision rationale: ${why}This treatment should be brief. The employee has had it for two years. The request is
not medically necessary.`,
        }),
      ],
    });

  test("only sources outside the MTUS, without a reason", () => {
    expect(messagesOf("citation/outside-mtus", outside("", `[[${odg}]]`))).toMatchInlineSnapshot(
      `"Only sources outside the MTUS are cited, and the rationale doesn't say why."`,
    );
  });

  test.each([
    "The MTUS is silent on this drug. ",
    "The MTUS does not address it. ",
    "ACOEM has no recommendation. ",
    "The guidelines do not specifically discuss this. ",
    "Alternative guidelines were used. ",
    "The presumption of correctness is rebutted by newer studies. ",
    "What is presumed correct was challenged. ",
  ])("%s", (why) => {
    expectNothing(outside(why));
  });

  test("with an MTUS source next to it, no reason is needed", () => {
    expectNothing(outside("", `Decision based on ${pain2009} NSAIDs. ${odg}`));
  });
});
