/** Words that say whose a fact is. */
import { modifiers } from "./trigger.ts";

const providers = modifiers({ experiencer: "provider" }, "forward", [
  ["dr", "Dr. Okafor wrote that [she] suspects a tear."],
  ["therapist", "The therapist said [she] would go on."],
]);

const studies = modifiers({ experiencer: "study" }, "forward", [
  ["cohort", "In a cohort of [men], tears were common."],
]);

export const experiencerTriggers = [...providers, ...studies];
