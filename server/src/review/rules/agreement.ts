/** Compares statements that must agree, and reports those that don't, always with both places. */
import { placeName, type Statement } from "../../analysis/statements/statement.ts";
import { type Fix, replacement } from "../fixes/fix.ts";
import type { Finding } from "../types.ts";
import { createFinding, messageNaming } from "./finding.ts";

/** A row of the table of what must agree. */
export interface Agreement<T> {
  /** Whether two values agree. It isn't called for a statement and itself. */
  readonly agree: (stated: T, reference: T) => boolean;
  /** The value as messages name it. */
  readonly name: (value: T) => string;
  /** The message, from the names of the two values and of the reference's place. */
  readonly message: (stated: string, reference: string, where: string) => string;
  /** The message of the other place, from the place's name: "The age in the case summary." */
  readonly related: (where: string) => string;
  /** Whether the finding is probably harmless, and reported one severity below the rule's own. */
  readonly downgraded?: (stated: T, reference: T) => boolean;
  /**
   * The value in words that can stand in the place of a statement of the same kind; undefined if they aren't interchangeable.
   * With it, both directions are offered as fixes.
   */
  readonly replace?: (value: T, inPlaceOf: T) => string | undefined;
}

/** The finding on a statement that doesn't agree with the reference; undefined if it does. */
export function disagreement<T>(
  row: Agreement<T>,
  stated: Statement<T>,
  reference: Statement<T>,
): Finding | undefined {
  if (stated === reference || row.agree(stated.value, reference.value)) return undefined;
  const where = placeName(reference);
  const message = messageNaming([row.name(stated.value), row.name(reference.value)], (is, should) =>
    row.message(is, should, where),
  );
  const related = [{ start: reference.start, end: reference.end, message: row.related(where) }];
  return {
    ...createFinding(stated, message, related, fixesOf(row, stated, reference)),
    downgraded: row.downgraded?.(stated.value, reference.value) ?? false,
  };
}

/** "Change to 7.5mg, as in the heading", and the reverse. A writer has to choose, so they are never applied on save. */
function fixesOf<T>(
  { replace }: Agreement<T>,
  stated: Statement<T>,
  reference: Statement<T>,
): readonly Fix[] {
  const change = (from: Statement<T>, to: Statement<T>): readonly Fix[] => {
    const words = replace?.(to.value, from.value);
    if (words === undefined) return [];
    return [replacement(`Change to ${words}, as in ${placeName(to)}`, from, words, "alternative")];
  };
  return [...change(stated, reference), ...change(reference, stated)];
}
