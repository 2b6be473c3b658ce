/** Upheld or Overturned, behind the colon of a heading. */
import { describe, expect, test } from "vitest";
import { letterWith } from "../../../fixture/letter.ts";
import { accept, atMark, labels } from "./suggested.ts";

describe("the decision", () => {
  const parts =
    "\n\nClaims Administrator guideline: X.\n\nMAXIMUS guideline: X.\n\nDecision rationale: The records show none.";
  const rationale = (verdict: string): string =>
    `${parts} Therefore, the request for Norco #60 is ${verdict}.`;

  test("behind the colon of a heading, with a space where none is typed", () => {
    for (const typed of [":|", ": |"]) {
      expect(labels(letterWith(`Norco 10/325mg #60${typed}`))).toEqual(["Upheld", "Overturned"]);
      expect(accept(letterWith(`Norco 10/325mg #60${typed}`), "Overturned")).toContain(
        "Norco 10/325mg #60: Overturned|",
      );
    }
    expect(labels(letterWith("Norco 10/325mg #60: Ov|"), "byHand")).toEqual(["Overturned"]);
    expect(labels(letterWith("Norco 10/325mg\n#60: |"))).toEqual(["Upheld", "Overturned"]);
  });

  test("the one that the conclusion calls for first, and preselected", () => {
    const shown = (verdict: string) =>
      atMark(letterWith(`Norco #60: |${rationale(verdict)}`), "typed", ({ label, likely }) => [
        label,
        likely,
      ]);
    expect(shown("medically necessary")).toEqual([
      ["Overturned", true],
      ["Upheld", false],
    ]);
    expect(shown("not medically necessary")).toEqual([
      ["Upheld", true],
      ["Overturned", false],
    ]);
    expect(atMark(letterWith(`Norco #60:|${parts}`), "typed", ({ likely }) => likely)).toEqual([
      false,
      false,
    ]);
  });

  test("of a further issue, below a rationale that has concluded", () => {
    const issue = `Norco #60: Upheld${rationale("not medically necessary")}`;
    expect(labels(letterWith(`${issue}\n\nMRI of the left knee:|`))).toEqual(["Upheld", "Overturned"]);
    const portion =
      "MRI of both knees was the original request. The left knee was authorized by the Claims\n" +
      "Administrator. The remaining IMR eligible portion of the original request, MRI of the right knee is:|";
    expect(labels(letterWith(`${issue}\n\n${portion}`))).toEqual(["Upheld", "Overturned"]);
  });

  test.each([
    ["in a rationale", `Norco #60: Upheld${parts} The criteria are:|`],
    ["in a paragraph of a rationale", `Norco #60: Upheld${parts}\n\nCriteria:|`],
    [
      "in an advisory after the conclusion",
      `Norco #60: Upheld${rationale("not necessary")}\n\nThere is one thing to add:|`,
    ],
    ["where a decision stands on the next line", "Norco #60:|\nUpheld"],
    ["before other words", "Norco #60:| to be taken daily"],
    ["behind a label", "Norco #60: Upheld\n\nDecision rationale:|"],
  ])("not %s", (_, words) => {
    expect(labels(letterWith(words)).filter((label) => /Upheld|Overturned/.test(label))).toEqual([]);
  });

  test("not in the case details or the summary", () => {
    expect(labels("Case Number:|\n\nHOW THE IMR FINAL DETERMINATION WAS MADE\n\nMAXIMUS.")).toEqual([]);
    const text = letterWith("Norco #60: Upheld").replace("naproxen.", "naproxen.\n\nDiagnoses:|");
    expect(labels(text, "byHand")).toEqual([]);
    expect(labels(text)).toEqual([]);
  });
});
