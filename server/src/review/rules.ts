/** All rules, in the order in which the documentation lists them. */
import { citationRules } from "./citationRules.ts";
import { consistencyRules } from "./consistencyRules.ts";
import { issueRules } from "./issueRules.ts";
import { letterRules } from "./letterRules.ts";
import { rationaleRules } from "./rationaleRules.ts";
import type { Rule } from "./types.ts";

export const rules: readonly Rule[] = [
  ...letterRules,
  ...issueRules,
  ...rationaleRules,
  ...consistencyRules,
  ...citationRules,
];
