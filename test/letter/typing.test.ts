import { describe, expect, it } from "vitest";
import { parse } from "../../server/src/letter/parse.ts";
import { letterWith } from "../fixture/letter.ts";
import { renditions, soundIssues, typeset } from "../fixture/typeset.ts";

describe("a letter that is being typed", () => {
  const cases: readonly (readonly [string, string])[] = renditions.map((r) => [
    r,
    typeset({ issues: soundIssues }, { rendition: r }),
  ]);
  it.each(cases)("%s: never has more issues than headings, and no complete heading changes", (_, text) => {
    const whole = parse(text).issues;
    // Every third length within the issues, every thirteenth before them.
    const from = (whole[0]?.span.start ?? 0) - 80;
    for (let n = 0; n <= text.length; n += n < from ? 13 : 3) {
      const found = parse(text.slice(0, n)).issues;
      expect(found.length).toBeLessThanOrEqual(whole.filter((i) => i.span.start < n).length);
      expect(found.length).toBeGreaterThanOrEqual(
        whole.filter((i) => (i.parts[0]?.label.end ?? n + 1) <= n).length,
      );
      for (const [i, issue] of found.entries()) {
        const { span } = whole[i]?.heading ?? { span: issue.heading.span };
        if (span.end < n - 1) expect(issue.heading.span).toEqual(span);
      }
    }
  });

  it.each([
    "S",
    "Soma",
    "Soma #30:",
    "Soma #30: U",
    "Soma #30: Uph",
    "Soma #30: Upheld",
    "Soma #30: Upheld\n\nClaims Admin",
    "Soma #30: Upheld\n\nClaims Administrator guideline: Decision based on",
    "Soma #30: Upheld\n\nDecision rationale:",
  ])("%j typed between issues doesn't change them", (typed) => {
    const norco = [
      "Norco #60: Upheld",
      "",
      "Decision rationale: It does not help. The request is not medically necessary.",
    ];
    const found = parse(letterWith(...norco, "", typed, "", ...norco)).issues;
    const treatments = found.map((i) => i.heading.treatment);
    expect([treatments[0], treatments.at(-1)]).toEqual(["Norco #60", "Norco #60"]);
    expect(found.length).toBe(typed.includes("Upheld") ? 3 : 2);
    expect(found.at(-1)?.rationale?.conclusion?.necessary).toBe(false);
    expect(found[0]?.rationale?.conclusion?.necessary).toBe(false);
  });
});
