/** All rules, in the order in which the documentation lists them. */
import { citationRules } from "./rules/citationRules.ts";
import { consistencyRules } from "./rules/consistencyRules.ts";
import { ignoreLines } from "./rules/ignoreLines.ts";
import { issueRules } from "./rules/issueRules.ts";
import { letterRules } from "./rules/letterRules.ts";
import { rationaleRules } from "./rules/rationaleRules.ts";
import type { Rule } from "./types.ts";

const aboutLetters: readonly Rule[] = [
  ...letterRules,
  ...issueRules,
  ...rationaleRules,
  ...consistencyRules,
  ...citationRules,
];

export const rules: readonly Rule[] = [...aboutLetters, ignoreLines(aboutLetters.map(({ id }) => id))];
