import { covers } from "../base/span.ts";
import { lettersIn } from "./letters.ts";
import type { Issue, Letter } from "./types.ts";

/** The letter of the file that contains `offset`. */
export const letterAt = (letter: Letter, offset: number): Letter | undefined =>
  lettersIn(letter).find((one) => covers(one.span, offset));

/** The issue that contains `offset`. */
export const issueAt = (letter: Letter, offset: number): Issue | undefined =>
  letterAt(letter, offset)?.issues.find((issue) => covers(issue.span, offset));
