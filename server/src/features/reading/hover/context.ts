import type { Knowledge } from "../../../knowledge/types.ts";
import type { Issue, Letter } from "../../../letter/types.ts";
import type { Hover } from "../../types.ts";

/** What hover providers need: the letter and issue at the pointer, and its offset. */
export interface HoverContext {
  readonly letter: Letter;
  readonly issue: Issue | undefined;
  readonly offset: number;
  readonly knowledge: Knowledge;
}

/** Provides the hover for one kind of words, or undefined for any others. */
export type HoverProvider = (context: HoverContext) => Hover | undefined;
