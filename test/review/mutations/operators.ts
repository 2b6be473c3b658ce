/**
 * Ways to break a sound letter in one place. Each operator makes all the mutants that it can of a letter, and a careful
 * reader would notice every one of them. If a letter says something twice, removing it once isn't a mistake.
 */
import type { Operator } from "./breaking.ts";
import { citationOperators } from "./citationOperators.ts";
import { factOperators } from "./factOperators.ts";
import { issueOperators } from "./issueOperators.ts";
import { letterOperators } from "./letterOperators.ts";
import { rationaleOperators } from "./rationaleOperators.ts";
import { textOperators } from "./textOperators.ts";

export const operators: readonly Operator[] = [
  ...letterOperators,
  ...issueOperators,
  ...rationaleOperators,
  ...factOperators,
  ...citationOperators,
  ...textOperators,
];
