/** The fields that records have. */
import * as v from "valibot";
import { elementWords } from "../../analysis/checklist.ts";

export const text = (description: string) => v.pipe(v.string(), v.minLength(1), v.description(description));
export const orNull = <Shape extends v.GenericSchema>(shape: Shape, description: string) =>
  v.pipe(v.nullable(shape), v.description(description));
export const textOrNull = (description: string) => orNull(v.pipe(v.string(), v.minLength(1)), description);
export const dayOrNull = (description: string) =>
  orNull(
    v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/)),
    `${description} As “2016-12-05” (ISO 8601), or “2016-12” if the letter gives no day; null if it gives no date.`,
  );
export const daysOrNull = (from: string, to: string) =>
  orNull(
    v.pipe(v.number(), v.integer(), v.minValue(0)),
    `The number of days from ${from} to ${to}, by the dates of the case details; null if one of them is missing, has no day, or contradicts another date.`,
  );
export const list = (description: string) =>
  v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.description(description));
export const elements = (description: string) =>
  v.pipe(v.array(v.picklist(elementWords)), v.description(description));

/** A 1-based number. */
export const ordinal = (description: string) =>
  v.pipe(v.number(), v.integer(), v.minValue(1), v.description(description));
