import { expect, test } from "vitest";
import { issueOverview } from "../../../server/src/features/reading/overview.ts";
import { issueAt } from "../../../server/src/letter/issueAt.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { withEachLineEnd } from "../../fixture/renditions.ts";
import { knowledge } from "../knowledge.ts";

test("each issue with its decision and what is missing, with any line ends", () => {
  const unfinished = ["Naproxen 500mg #60:", "", "Decision rationale: Not long in use.", ""];
  const answers = withEachLineEnd(letterWith(...unfinished, ...mri), (letter) =>
    issueOverview(letter, knowledge).issues.map(({ treatment, decision, elements, heading }) => ({
      treatment,
      decision,
      missing: elements.filter((element) => !element.present).map((element) => element.words),
      heading: letter.text.slice(heading.start, heading.end),
    })),
  );
  for (const issues of answers) {
    expect(issues).toEqual([
      {
        treatment: "Naproxen 500mg #60",
        decision: undefined,
        missing: [
          "decision",
          "claims administrator guideline",
          "MAXIMUS guideline",
          "treatment's name",
          "criterion",
          "findings",
          "conclusion",
        ],
        heading: "Naproxen 500mg #60:",
      },
      {
        treatment: "MRI of the lumbar spine",
        decision: "Overturned",
        missing: [],
        heading: "MRI of the lumbar spine: Overturned",
      },
    ]);
  }
});

test("a text that isn't a letter has no generation and no issues", () => {
  expect(issueOverview(parse("Dear Sir"), knowledge)).toEqual({
    generation: undefined,
    caseDetails: [],
    issues: [],
  });
});

test("the issue at an offset is found in every letter of a file, and nowhere else", () => {
  const text = letterWith(...flexeril) + letterWith(...mri);
  const at = (words: string): string | undefined =>
    issueAt(parse(text), text.indexOf(words))?.heading.treatment;
  expect(at("short course")).toBe("Flexeril 7.5mg, #90");
  expect(at("red flags")).toBe("MRI of the lumbar spine");
  expect(at("CLINICAL")).toBeUndefined();
});
