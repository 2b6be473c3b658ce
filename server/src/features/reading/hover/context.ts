import type { Knowledge } from "../../../knowledge/types.ts";
import type { Issue, Letter } from "../../../letter/types.ts";
import type { Hover } from "../../types.ts";

/** What a finder looks at: the letter and issue under the pointer, and where the pointer is. */
export interface Place {
  readonly letter: Letter;
  readonly issue: Issue | undefined;
  readonly offset: number;
  readonly knowledge: Knowledge;
}

export type CompletionProvider = (place: Place) => Hover | undefined;
