import { describe, expect, test } from "vitest";
import { issue, letter, reasons } from "../../fixture/letter.ts";
import { expectNothing, messagesOf } from "../findings.ts";

const decided = (decision: string, rationale: string) =>
  letter({
    issues: [
      issue({
        heading: `Naproxen 500mg #60: ${decision}`,
        rationale: `Decision rationale: ${reasons}\n${rationale}`,
      }),
    ],
  });

describe("consistency/decision", () => {
  test("upheld, but necessary", () => {
    expect(
      messagesOf(
        "consistency/decision",
        decided("[[Upheld]]", "{{Therefore, the request is medically necessary.}}"),
      ),
    ).toMatchInlineSnapshot(`
      "The heading says Upheld, but the rationale says that the treatment is medically necessary.
        → The conclusion: medically necessary."
    `);
  });

  test("overturned, but not necessary, and advice after that", () => {
    expect(
      messagesOf(
        "consistency/decision",
        decided("[[Overturned]]", "{{The request is not medically\nnecessary.}} A slow taper is advised."),
      ),
    ).toMatchInlineSnapshot(`
      "The heading says Overturned, but the rationale says that the treatment is not medically necessary.
        → The conclusion: not medically necessary."
    `);
  });

  test("a decision and a conclusion that agree are accepted", () => {
    expectNothing(decided("Upheld", "The request is not medically necessary."));
    expectNothing(decided("Overturned", "The request is medically necessary and appropriate."));
  });

  test("what the claims administrator concluded isn't the conclusion", () => {
    expectNothing(
      decided(
        "Overturned",
        `The claims administrator found that the drug was not medically necessary. The request
is medically necessary.`,
      ),
    );
  });
});
