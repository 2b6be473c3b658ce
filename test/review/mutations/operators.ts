/**
 * Ways to break a sound letter in one place. Each operator makes all the mutants that it can of a letter, and a careful
 * reader would notice every one of them. If a letter says something twice, removing it once isn't a mistake.
 */
import type { Operator } from "./breaking.ts";
import { citationOperators } from "./citationOperators.ts";
import { dateOperators } from "./dateOperators.ts";
import { factOperators } from "./factOperators.ts";
import { issueOperators } from "./issueOperators.ts";
import { letterOperators } from "./letterOperators.ts";
import { personOperators } from "./personOperators.ts";
import { quantityOperators } from "./quantityOperators.ts";
import { rationaleOperators } from "./rationaleOperators.ts";
import { stanceOperators } from "./stanceOperators.ts";
import { textOperators } from "./textOperators.ts";
import { treatmentOperators } from "./treatmentOperators.ts";

export const operators: readonly Operator[] = [
  ...letterOperators,
  ...issueOperators,
  ...rationaleOperators,
  ...stanceOperators,
  ...factOperators,
  ...treatmentOperators,
  ...quantityOperators,
  ...dateOperators,
  ...personOperators,
  ...citationOperators,
  ...textOperators,
];
