import { expect, test } from "vitest";
import { tallyLetters, totalOf } from "../../../server/src/protocol/workspace/tallies.ts";

/** A letter whose issues are written as "treatment: decision". */
const letter = (...issues: readonly string[]) => ({
  issues: issues.map((issue) => {
    const [treatment = "", decision = null] = issue.split(": ");
    return { treatment, decision, heading: undefined };
  }),
});

/** "mri + injection" is about both. */
const treatmentsIn = (heading: string): readonly string[] => heading.split(" + ");

test("an issue counts for each treatment in its heading", () => {
  const tallies = tallyLetters([letter("mri + injection: Upheld", "mri: Overturned")], treatmentsIn);
  expect(tallies.get("mri")).toEqual({ upheld: 1, overturned: 1, issues: 2 });
  expect(tallies.get("injection")).toEqual({ upheld: 1, overturned: 0, issues: 1 });
});

test("an issue without a decision, or with another one, counts only as an issue", () => {
  const tallies = tallyLetters([letter("mri", "mri: Modified")], treatmentsIn);
  expect(tallies.get("mri")).toEqual({ upheld: 0, overturned: 0, issues: 2 });
});

test("a total is the sum of all tallies, and zero for an unknown treatment", () => {
  const closed = tallyLetters([letter("mri: Upheld")], treatmentsIn);
  const open = tallyLetters([letter("mri: Upheld"), letter("mri: Overturned")], treatmentsIn);
  expect(totalOf("mri", closed, open)).toEqual({ upheld: 2, overturned: 1, issues: 3 });
  expect(totalOf("drug", closed, open)).toEqual({ upheld: 0, overturned: 0, issues: 0 });
});
