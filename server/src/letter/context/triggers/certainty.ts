/** Words that deny a fact or make it depend on something, and words that only look like it. */
import { modifiers, pseudo, terminators } from "./trigger.ts";

const denied = modifiers({ certainty: "denied" }, "forward", [
  ["no", "There was no [weakness]."],
  ["not", "The employee has not had [therapy]."],
  ["without", "The employee returned without [weakness]."],
  ["denied", "The employee denied [numbness]."],
]);

const deniedBefore = modifiers({ certainty: "denied" }, "backward", [
  ["is not documented", "A [drug screen] is not documented."],
  ["was not provided", "The [report] was not provided."],
]);

const conditional = modifiers({ certainty: "conditional" }, "forward", [
  ["if", "Films are repeated if [weakness] appears."],
  ["unless", "It is not recommended unless [weakness] appears."],
]);

const pseudoNegations = pseudo([
  ["without contrast", "An MRI without contrast showed a [tear]."],
  ["not only", "The employee not only has [pain]."],
  ["without question", "Without question there is [weakness]."],
]);

const clauses = terminators("certainty", [["which", "No change from the film, which showed a [tear]."]]);

export const certaintyTriggers = [...denied, ...deniedBefore, ...conditional, ...pseudoNegations, ...clauses];
