/**
 * The words that say whose a fact is, when it holds, and how sure it is. Each row has an example that needs it, which a test
 * checks.
 */
import { boundaryTriggers } from "./triggers/boundaries.ts";
import { certaintyTriggers } from "./triggers/certainty.ts";
import { experiencerTriggers } from "./triggers/experiencer.ts";
import { temporalityTriggers } from "./triggers/temporality.ts";
import type { Trigger } from "./triggers/trigger.ts";

export const triggers: readonly Trigger[] = [
  ...boundaryTriggers,
  ...certaintyTriggers,
  ...temporalityTriggers,
  ...experiencerTriggers,
];
