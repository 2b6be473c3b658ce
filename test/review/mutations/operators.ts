/**
 * Ways to break a sound letter in one place. Each operator makes all the mutants it can of a letter; a careful reader
 * would stumble over every one of them. What is no fault is made by none: where a letter says a thing twice, taking one
 * away leaves it sound.
 */
import type { Operator } from "./breaking.ts";
import { citationOperators } from "./citationOperators.ts";
import { factOperators } from "./factOperators.ts";
import { issueOperators } from "./issueOperators.ts";
import { letterOperators } from "./letterOperators.ts";
import { rationaleOperators } from "./rationaleOperators.ts";

export const operators: readonly Operator[] = [
  ...letterOperators,
  ...issueOperators,
  ...rationaleOperators,
  ...factOperators,
  ...citationOperators,
];
