import { expect, test } from "vitest";
import { mostSevere } from "../../server/src/review/mostSevere.ts";
import type { ReviewedFinding } from "../../server/src/review/types.ts";

/** "w i h" → findings of these severities, one after the other. */
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

test("as many as fit are all shown", () => {
  expect(kept("h w i", 3)).toBe("h0 w1 i2");
});

test("of more, the gravest are, in the order of the text, after a word that some are not", () => {
  expect(kept("h i w h e w", 4)).toBe("… w2 e4 w5");
  expect(kept("i w i w i", 4)).toBe("… i0 w1 w3");
});

test("the word counts what is not shown", () => {
  const [notice] = mostSevere(findings("h i w h e w"), 4);
  expect(notice).toMatchObject({
    start: 0,
    end: 0,
    severity: "information",
    message:
      "3 more findings are not shown. Mend the ones shown, or turn rules off in the setting imr.rules.",
  });
});
