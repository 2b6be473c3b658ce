/** The rows of the trigger tables. */
import type { Assertion } from "../assertion.ts";

export interface Trigger {
  /** Lower case, words one space apart. Commas, semicolons, colons, and parentheses are words; `*` is any other word. */
  readonly phrase: string;
  /**
   * - `modifier`: says something about what is in its scope
   * - `pseudo`: looks like a modifier and is none; its words have no other effect
   * - `terminator`: ends the scopes that reach it
   */
  readonly kind: "modifier" | "pseudo" | "terminator";
  /** For modifiers: where its scope is. */
  readonly direction?: "forward" | "backward" | "both";
  readonly sets?: Partial<Assertion>;
  /** The most words that its scope has on each side. */
  readonly maxWords?: number;
  /** For modifiers: whether its scope goes on after a comma, also if commas end other scopes: "Per the surgeon, …". */
  readonly passesCommas?: boolean;
  /** For terminators that end only the scopes that set this. */
  readonly of?: keyof Assertion;
  /** A sentence with a fact in brackets, which is read differently without the row. */
  readonly example: string;
}

type Example = readonly [phrase: string, example: string];

export const modifiers = (
  sets: Partial<Assertion>,
  direction: Trigger["direction"],
  rows: readonly Example[],
  maxWords?: number,
): readonly Trigger[] =>
  rows.map(([phrase, example]) => ({
    phrase,
    kind: "modifier",
    direction,
    sets,
    example,
    ...(maxWords === undefined ? {} : { maxWords }),
  }));

export const pseudo = (rows: readonly Example[]): readonly Trigger[] =>
  rows.map(([phrase, example]) => ({ phrase, kind: "pseudo", example }));

export const terminators = (of: keyof Assertion | undefined, rows: readonly Example[]): readonly Trigger[] =>
  rows.map(([phrase, example]) => ({
    phrase,
    kind: "terminator",
    example,
    ...(of === undefined ? {} : { of }),
  }));

/** The same triggers, whose scopes don't end at commas. */
export const throughCommas = (rows: readonly Trigger[]): readonly Trigger[] =>
  rows.map((row) => ({ ...row, passesCommas: true }));
