import { expect, test } from "vitest";
import { mostSevere } from "../../server/src/review/mostSevere.ts";
import type { ReviewedFinding } from "../../server/src/review/types.ts";

/** "w i h" → findings of these severities, in this order. */
const findings = (severities: string): readonly ReviewedFinding[] =>
  severities.split(" ").map((letter, i) => ({
    start: 10 * i,
    end: 10 * i + 5,
    message: `${letter}${i}`,
    related: [],
    rule: "consistency/age",
    law: undefined,
    severity: ({ w: "warning", i: "information", h: "hint", e: "error" } as const)[letter as "w"],
  }));

const kept = (severities: string, most: number) =>
  mostSevere(findings(severities), most)
    .map((finding) => (finding.rule === "letter/too-many-findings" ? "…" : finding.message))
    .join(" ");

test("all findings are shown if they fit", () => {
  expect(kept("h w i", 3)).toBe("h0 w1 i2");
});

test("if there are more, the most severe are shown in the order of the text, after a notice", () => {
  expect(kept("h i w h e w", 4)).toBe("… w2 e4 w5");
  expect(kept("i w i w i", 4)).toBe("… i0 w1 w3");
});

test("the notice counts what isn't shown", () => {
  const [notice] = mostSevere(findings("h i w h e w"), 4);
  expect(notice).toMatchObject({
    start: 0,
    end: 0,
    severity: "information",
    message: "3 more problems aren't shown. Fix the ones listed, or turn off rules in imr.rules.",
  });
});
