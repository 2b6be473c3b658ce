import { describe, expect, test } from "vitest";
import { withoutTabStops } from "../../../../server/src/base/snippet.ts";
import type { Asked } from "../../../../server/src/features/drafting/completion.ts";
import { letterWith } from "../../../fixture/letter.ts";
import { accept, atMark } from "./suggested.ts";

describe("standing phrases", () => {
  const issue = (words: string, decision = "Upheld", source = "MTUS Knee Complaints 2004"): string =>
    letterWith(
      `Norco 10/325mg #60: ${decision}\n\nMAXIMUS guideline: Decision based on ${source}.\n\nDecision rationale:${words}`,
    ).trimEnd();
  const phrases = (marked: string, asked: Asked = "byHand") =>
    atMark(marked, asked, ({ kind, label }) => (kind === "sentence" ? [label] : [])).flat();

  test("first what the rationale lacks", () => {
    expect(phrases(issue(" |"))).toEqual([
      "The disputed request is for Norco 10/325mg #60.",
      "The MTUS recommends … when …",
      "The MTUS does not recommend …",
      "The medical records submitted for review show …",
      "There is no documentation of …",
      "Therefore, the request for Norco 10/325mg #60 is not medically necessary.",
    ]);
    const half = " Norco is an opioid. The MTUS recommends it only when function improves. ";
    expect(phrases(issue(`${half}|`)).slice(0, 3)).toEqual([
      "The medical records submitted for review show …",
      "There is no documentation of …",
      "Therefore, the request for Norco 10/325mg #60 is not medically necessary.",
    ]);
  });

  test("say what they add in a word or two, so that the phrase itself can be read in the list", () => {
    const details = atMark(issue(" Norco is an opioid. |"), "byHand", ({ kind, detail }) =>
      kind === "sentence" ? [detail] : [],
    ).flat();
    expect(details).toEqual([
      "criterion missing",
      "criterion missing",
      "findings missing",
      "findings missing",
      "conclusion missing",
      undefined,
    ]);
  });

  test("the concluding sentence goes with the decision, and stands once", () => {
    const ends = (marked: string) => phrases(marked).filter((label) => label.startsWith("Therefore"));
    expect(ends(issue(" |", "Overturned"))).toEqual([
      "Therefore, the request for Norco 10/325mg #60 is medically necessary.",
    ]);
    expect(ends(letterWith("Norco #60\n\nDecision rationale: |").trimEnd())).toHaveLength(2);
    expect(ends(issue(" The request for Norco is not medically necessary. |"))).toEqual([]);
  });

  test("name who is cited", () => {
    expect(phrases(issue(" |", "Upheld", "Non-MTUS Citation ODG, Pain")).join()).toContain(
      "The ODG recommends",
    );
  });

  test("leave to the reviewer what only the reviewer knows", () => {
    const texts = atMark(issue(" |"), "byHand", ({ kind, text }) =>
      kind === "sentence" ? [text] : [],
    ).flat();
    expect(texts).toContain("There is no documentation of ${1:finding}.");
    expect(texts.map(withoutTabStops)).toContain("There is no documentation of finding.");
  });

  test("half typed, in place of what is typed", () => {
    expect(accept(issue(" It is old. There is n|"), "There is no documentation of …", "byHand")).toMatch(
      / It is old\. There is no documentation of \$\{1:finding\}\.\|$/,
    );
    expect(phrases(issue("|"))).toHaveLength(6);
    expect(accept(issue("|"), "There is no documentation of …", "byHand")).toContain("rationale: There is");
  });

  test.each([
    ["inside a sentence", issue(" The patient |"), "byHand"],
    ["one or two letters", issue(" Th|"), "byHand"],
    ["a key", issue(" |"), "typed"],
    ["the summary", letterWith("").replace("naproxen.", "naproxen. |"), "byHand"],
  ] as const)("none for %s", (_, marked, asked) => {
    expect(phrases(marked, asked)).toEqual([]);
  });
});
