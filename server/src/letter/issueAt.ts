import { covers } from "../base/span.ts";
import { lettersIn } from "./letters.ts";
import type { Issue, Letter } from "./types.ts";

/** The letter of the file that `offset` lies in. */
export const letterAt = (letter: Letter, offset: number): Letter | undefined =>
  lettersIn(letter).find((one) => covers(one.span, offset));

/** The issue that `offset` lies in. */
export const issueAt = (letter: Letter, offset: number): Issue | undefined =>
  letterAt(letter, offset)?.issues.find((issue) => covers(issue.span, offset));
