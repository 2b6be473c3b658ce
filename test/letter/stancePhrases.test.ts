import { describe, expect, test } from "vitest";
import { stancePhraseIn, stancePhrases } from "../../server/src/letter/stancePhrases.ts";

const subject = new Set(["naproxen", "drug"]);

describe("phrases that take a side", () => {
  test.each(stancePhrases)("$example", ({ pattern, side, example }) => {
    const found = stancePhraseIn(example.toLowerCase(), subject);
    expect(found?.side).toBe(side);
    expect(
      stancePhrases.filter((row) => row.pattern.test(found?.text ?? "")).map((row) => row.pattern),
    ).toEqual([pattern]);
  });

  test("a sentence without one", () => {
    expect(stancePhraseIn("a lamp stands on the desk.", subject)).toBeUndefined();
  });
});
