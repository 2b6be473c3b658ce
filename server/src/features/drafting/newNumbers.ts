/** Reads the new name of a strength or count, as a person types it: "90", "#90", "300 mg", "5/325mg". */

import { quantitiesIn } from "../../analysis/statedQuantities.ts";
import { toNumber } from "../../base/numberWords.ts";

/** The strength or count that gets a new name. */
export interface RenamedQuantity {
  readonly what: "strength" | "count";
  /** The unit of a strength, or what is counted. */
  readonly measure: string;
  /** In one line: "60", or all of "10/325". */
  readonly written: string;
}

/** The numbers as typed, or what the name needs, in words for the user. */
export type NewNumbers = { readonly numbers: readonly string[] } | { readonly problem: string };

/** What the new name says, if it's a quantity of the same kind, with as many numbers. Units and signs may be left out. */
export function readNewNumbers(newName: string, renamed: RenamedQuantity): NewNumbers {
  const { what, measure, written } = renamed;
  const name = newName.trim().replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
  const read = isPlain(name, what) ? undefined : readQuantity(name);
  if (read && what === "strength" && read.what === "strength" && !read.bare && read.measure !== measure) {
    return {
      problem: `The letter states this in ${unitInWords(measure)}. Change the unit in the letter itself.`,
    };
  }
  if (read && read.what !== what && measure !== read.measure) {
    return {
      problem: `“${newName.trim()}” is a ${read.what}, but this is a ${what}. ${expectedFormat(renamed)}`,
    };
  }
  const numbers = read ? read.numbers : what === "count" ? [name] : name.split(/[/-]/);
  const isValid =
    what === "count"
      ? numbers.length === 1 && (toNumber(name) ?? toNumber(numbers[0] as string) ?? 0) > 0
      : numbers.length === written.split(/[/-]/).length && numbers.every(isStrengthNumber);
  return isValid ? { numbers } : { problem: expectedFormat(renamed) };
}

const isPlain = (name: string, what: RenamedQuantity["what"]): boolean =>
  what === "count" ? toNumber(name) !== undefined : /^[\d./-]*$/.test(name);

/** The quantity that all of the name is. */
function readQuantity(
  name: string,
): (Pick<RenamedQuantity, "what" | "measure"> & { bare: boolean; numbers: readonly string[] }) | undefined {
  const [read, ...others] = quantitiesIn(name, { start: 0, end: name.length });
  if (read === undefined || others.length > 0 || read.start > 0 || read.end < name.length) return undefined;
  return { ...read, numbers: read.numbers.map(({ start, end }) => name.slice(start, end)) };
}

const isStrengthNumber = (piece: string): boolean =>
  /^(?:\d{1,5}(?:\.\d{1,4})?|\.\d{1,4})$/.test(piece) && Number(piece) > 0;

const unitInWords = (measure: string): string => (measure === "unit" ? "units" : measure);

/** What a new name must look like, with examples. */
function expectedFormat({ what, measure, written }: RenamedQuantity): string {
  if (what === "count") return "Enter a whole number, for example 60 or #60.";
  const unit = measure === "%" ? "%" : ` ${unitInWords(measure)}`;
  const numbers = written.split(/[/-]/).length;
  return numbers > 1
    ? `Enter all ${numbers} numbers of the strength, for example ${written} or ${written}${unit}.`
    : `Enter a number, for example 7.5 or 7.5${unit}.`;
}
