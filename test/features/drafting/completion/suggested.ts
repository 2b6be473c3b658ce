/** Letters in which something is being written, and what is suggested there. */
import { expect } from "vitest";
import {
  type Asked,
  type Suggestion,
  suggestionsAt,
} from "../../../../server/src/features/drafting/completion.ts";
import { createKnowledge } from "../../../../server/src/knowledge/knowledge.ts";
import { parse } from "../../../../server/src/letter/parse.ts";
import { letterWith } from "../../../fixture/letter.ts";

export const knowledge = createKnowledge();

/** What is suggested at `|`, of each kind of line end the same, as `show` has it. */
export function atMark<T>(
  marked: string,
  asked: Asked,
  show: (item: Suggestion, text: string, at: number) => T,
): T[] {
  const answers = ["\n", "\r\n", "\r"].map((lineEnd) => {
    const [before = "", after = ""] = marked.replaceAll("\n", lineEnd).split("|");
    const { items } = suggestionsAt(parse(before + after), knowledge, before.length, asked);
    return items.map((item) => show(item, before + after, before.length));
  });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  return answers[0] ?? [];
}

export const labels = (marked: string, asked: Asked = "typed"): string[] =>
  atMark(marked, asked, ({ label }) => label);

/** The text once the suggestion of that label is taken, with the cursor behind it. */
export function accept(marked: string, label: string, asked: Asked = "typed"): string {
  const taken = atMark(marked, asked, (item, text, at) =>
    item.label === label
      ? [`${text.slice(0, item.start)}${item.text}|${text.slice(at)}`.replace(/\r\n?/g, "\n")]
      : [],
  ).flat();
  expect(taken, `“${label}” once`).toHaveLength(1);
  return taken[0] ?? "";
}

/** A letter of 2015 with an issue on cyclobenzaprine, whose reviewer's guideline part has these words. */
const heading = "Cyclobenzaprine 7.5mg #60: Upheld\n\nClaims Administrator guideline: Decision based on ";
export const byPages = (words: string, below = ""): string =>
  letterWith(
    `${heading}MTUS Chronic Pain Treatment Guidelines Page(s): 41-42.\n\nMAXIMUS guideline:${words}${below}`,
  );
export const bySection = (words: string, below = ""): string =>
  letterWith(
    `${heading}MTUS Chronic Pain Medical Treatment 2009.\n\nMAXIMUS guideline:${words}${below}`,
  ).replace("Case Number", "Decision Date: 05/02/2016\nCase Number");

/** What the part says once the suggestion is taken; the same places with `|`. */
export const says = (text: string): string => /MAXIMUS guideline:([\s\S]*?)\s*$/.exec(text)?.[1] ?? "";

export const nothingCited = "The Expert Reviewer did not cite any medical evidence for its decision.";
export const outside =
  "The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines.";
export const openings = [
  "Decision based on MTUS",
  "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG)",
  "Decision based on Non-MTUS Citation …",
];
