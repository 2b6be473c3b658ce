import { describe, test } from "vitest";
import { issue, letter } from "./build.ts";
import { expectFindings, expectNothing } from "./findings.ts";

const saying = (decision: string, rationale: string) =>
  letter({ issues: [issue({ heading: `Naproxen 500mg #60: ${decision}`, rationale })] });

describe("rationale/no-conclusion", () => {
  const message = "The rationale never says whether the treatment is medically necessary.";

  test("findings and a guideline, but no conclusion", () => {
    expectFindings(
      "rationale/no-conclusion",
      saying(
        "Upheld",
        "[[Decision rationale:]] The MTUS asks for the lowest dose. The employee has taken it for two years.",
      ),
      message,
    );
  });

  test("the rule of a guideline is no conclusion", () => {
    expectFindings(
      "rationale/no-conclusion",
      saying(
        "Upheld",
        "[[Decision rationale:]] The guidelines state that the drug is medically necessary when pain is severe.",
      ),
      message,
    );
  });

  test("the ways in which letters conclude", () => {
    for (const sentence of [
      "As such, the request is not medically necessary.",
      "The request was not medically\nnecessary and appropriate.",
      "The requested treatment is determined to not be medically necessary.",
      "This cannot be considered medically necessary.",
      "The medical necessity of this request is not established.",
      "Therefore, the request is not-medically necessary.",
    ]) {
      expectNothing(saying("Upheld", `Decision rationale: He has no pain. ${sentence}`));
    }
  });

  test("advice after the conclusion takes nothing from it", () => {
    expectNothing(
      saying(
        "Upheld",
        `Decision rationale: The request is not medically necessary. Opioids should not be stopped at once;
a slow taper is advised.`,
      ),
    );
  });
});
