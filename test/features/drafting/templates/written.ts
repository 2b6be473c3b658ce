/** What is read in a letter into which something was written. */
import { lettersIn } from "../../../../server/src/letter/letters.ts";
import { parse } from "../../../../server/src/letter/parse.ts";
import { findingsIn } from "../../../review/findings.ts";

export const lineEnds = ["\n", "\r\n", "\r"];

/** "Flexeril 7.5mg, #90: Upheld", or without the decision where none of the two stands there. */
export const headings = (text: string): readonly string[] =>
  lettersIn(parse(text)).flatMap(({ issues }) =>
    issues.map(({ heading }) => [heading.treatment, heading.decision?.text ?? "none"].join(": ")),
  );

export const rulesIn = (text: string): readonly string[] => findingsIn(text).map(({ rule }) => rule);
