import { describe, expect, test } from "vitest";
import { issue, letter } from "../../fixture/letter.ts";
import { expectNothing, messagesOf } from "../findings.ts";

const withIssue = (parts: Parameters<typeof issue>[0]) => letter({ issues: [issue(parts)] });

describe("issue/missing-heading", () => {
  test("the second issue begins with its label", () => {
    const second = issue({ heading: "" }).replace("Claims Administrator guideline:", "[[$&]]");
    expect(messagesOf("issue/missing-heading", letter({ issues: [issue(), second] }))).toMatchInlineSnapshot(
      `"This issue has no heading. Name the disputed treatment and the decision."`,
    );
  });

  test("a heading without a decision is still a heading", () => {
    expect(
      messagesOf(
        "issue/missing-decision",
        letter({ issues: [issue(), issue({ heading: "[[Tizanidine 4mg #90]]" })] }),
      ),
    ).toMatchInlineSnapshot(
      `"The decision on “Tizanidine 4mg #90” is missing. Add “: Upheld” or “: Overturned”."`,
    );
  });
});

describe("issue/missing-decision", () => {
  test("neither Upheld nor Overturned", () => {
    expect(
      messagesOf("issue/missing-decision", withIssue({ heading: "[[Naproxen 500mg #60]]" })),
    ).toMatchInlineSnapshot(
      `"The decision on “Naproxen 500mg #60” is missing. Add “: Upheld” or “: Overturned”."`,
    );
  });

  test("the word of another procedure", () => {
    expect(
      messagesOf(
        "issue/missing-decision",
        withIssue({ heading: "Naproxen 500mg #60: [[Partially Approved]]" }),
      ),
    ).toMatchInlineSnapshot(`"“Partially Approved” isn't an IMR decision. Use “Upheld” or “Overturned”."`);
  });

  test("a misspelled decision", () => {
    expect(
      messagesOf("issue/missing-decision", withIssue({ heading: "Naproxen 500mg #60: [[Upeld]]" })),
    ).toMatchInlineSnapshot(`"“Upeld” isn't an IMR decision. Use “Upheld” or “Overturned”."`);
  });

  test("a decision on its own line, a period, lowercase letters, and a colon in the treatment are accepted", () => {
    expectNothing(
      withIssue({ heading: "Physical therapy for the left shoulder and the left elbow:\nUpheld" }),
    );
    expectNothing(withIssue({ heading: "Naproxen 500mg #60: Upheld." }));
    expectNothing(withIssue({ heading: "Naproxen 500mg #60: upheld" }));
    expectNothing(withIssue({ heading: "Associated surgical service: Cold therapy unit: Upheld" }));
  });
});

describe("issue/missing-claims-guideline", () => {
  test("absent", () => {
    expect(
      messagesOf(
        "issue/missing-claims-guideline",
        withIssue({ heading: "[[Naproxen 500mg #60]]: Upheld", claims: "" }),
      ),
    ).toMatchInlineSnapshot(`"“Claims Administrator guideline” is missing for “Naproxen 500mg #60”."`);
  });

  test("empty", () => {
    expect(
      messagesOf(
        "issue/missing-claims-guideline",
        withIssue({ claims: "[[Claims Administrator guideline:]]" }),
      ),
    ).toMatchInlineSnapshot(
      `"“Claims Administrator guideline” is empty. State which guideline the claims administrator used."`,
    );
  });

  test("the sentence that nothing was cited is enough", () => {
    expectNothing(
      withIssue({
        claims:
          "Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its\ndecision.",
      }),
    );
  });
});

describe("issue/missing-reviewer-guideline", () => {
  test("absent", () => {
    expect(
      messagesOf(
        "issue/missing-reviewer-guideline",
        withIssue({ heading: "[[Naproxen 500mg #60]]: Upheld", reviewer: "" }),
      ),
    ).toMatchInlineSnapshot(`"“MAXIMUS guideline” is missing for “Naproxen 500mg #60”."`);
  });

  test("empty", () => {
    expect(
      messagesOf("issue/missing-reviewer-guideline", withIssue({ reviewer: "[[MAXIMUS guideline:]]" })),
    ).toMatchInlineSnapshot(`"“MAXIMUS guideline” is empty. State which guideline the reviewer relied on."`);
  });

  test("the older label is the same part", () => {
    expectNothing(
      withIssue({
        reviewer:
          "Expert Reviewer guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s):\nNSAIDs.",
      }),
    );
  });
});

describe("issue/missing-rationale", () => {
  test("absent from an issue that another one follows", () => {
    expect(
      messagesOf(
        "issue/missing-rationale",
        letter({
          issues: [
            issue({ heading: "[[Naproxen 500mg #60]]: Upheld", rationale: "" }),
            issue({ heading: "Tizanidine 4mg #90: Upheld" }),
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`"“Decision rationale” is missing for “Naproxen 500mg #60”."`);
  });

  test("empty at the letter's end", () => {
    expect(
      messagesOf("issue/missing-rationale", withIssue({ rationale: "[[Decision rationale:]]" })),
    ).toMatchInlineSnapshot(`"“Decision rationale” is empty. State the clinical reasons for the decision."`);
  });

  test("a long request is shortened in the message", () => {
    const request =
      "Chiropractic treatment for the lumbar spine 2 times a week for 3 weeks, 6 sessions, with reassessment";
    expect(
      messagesOf("issue/missing-rationale", withIssue({ heading: `[[${request}]]: Upheld`, rationale: "" })),
    ).toMatchInlineSnapshot(
      `"“Decision rationale” is missing for “Chiropractic treatment for the lumbar spine 2 times a week …”."`,
    );
  });

  test("one sentence is enough", () => {
    expectNothing(
      withIssue({
        rationale: "Decision rationale: As the surgery is not, the brace is not medically necessary.",
      }),
    );
  });
});

describe("issue/repeated-part", () => {
  test("two rationales", () => {
    expect(
      messagesOf(
        "issue/repeated-part",
        letter({
          issues: [
            `${issue().replace("Decision rationale:", "{{$&}}")}

[[Decision rationale:]] It was copied here by mistake and is not medically necessary.`,
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`
      "“Decision rationale” appears twice in “Naproxen 500mg #60”.
        → First occurrence."
    `);
  });

  test("each issue has its own parts", () => {
    expectNothing(letter({ issues: [issue(), issue({ heading: "Tizanidine 4mg #90: Upheld" })] }));
  });
});

describe("issue/part-order", () => {
  const sound = issue();
  const [heading = "", claims = "", reviewer = "", rationale = ""] = sound.split("\n\n");
  const inOrder = (...parts: readonly string[]) => letter({ issues: [[heading, ...parts].join("\n\n")] });

  test("the reviewer's guideline before the claims administrator's", () => {
    expect(
      messagesOf(
        "issue/part-order",
        inOrder(
          reviewer.replace("MAXIMUS guideline:", "{{$&}}"),
          claims.replace("Claims Administrator guideline:", "[[$&]]"),
          rationale,
        ),
      ),
    ).toMatchInlineSnapshot(`
      "“Claims Administrator guideline” usually comes before “MAXIMUS guideline”.
        → “MAXIMUS guideline” is here."
    `);
  });

  test("the rationale before the reviewer's guideline", () => {
    expect(
      messagesOf(
        "issue/part-order",
        inOrder(
          claims,
          rationale.replace("Decision rationale:", "{{$&}}"),
          reviewer.replace("MAXIMUS guideline:", "[[$&]]"),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "“MAXIMUS guideline” usually comes before “Decision rationale”.
        → “Decision rationale” is here."
    `);
  });

  test("the usual order is accepted", () => {
    expectNothing(inOrder(claims, reviewer, rationale));
  });
});
