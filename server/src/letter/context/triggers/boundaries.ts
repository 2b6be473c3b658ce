/** Words and marks that end every scope. */
import { terminators } from "./trigger.ts";

export const boundaryTriggers = terminators(undefined, [
  ["but", "There was no spasm but [weakness]."],
  ["however", "There was no spasm, however [weakness] was found."],
  [";", "There was no spasm; [weakness] was found."],
]);
