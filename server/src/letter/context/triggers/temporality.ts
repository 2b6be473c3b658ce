/** Words that say when a fact holds, or that it belongs to another claim or request. */
import { modifiers } from "./trigger.ts";

const planned = modifiers({ temporality: "planned" }, "both", [
  ["scheduled", "Surgery is scheduled for [6/20/2016]."],
  ["planned", "Surgery is planned on [6/20/2016]."],
]);

const past = modifiers({ temporality: "past" }, "forward", [
  ["prior", "There was a prior injury on [2/2/2010]."],
]);

const otherClaim = modifiers({ temporality: "otherClaim" }, "both", [
  ["another claim", "A note has a DOI of [2/2/2010], of another claim."],
]);

const otherRequest = modifiers({ temporality: "otherRequest" }, "forward", [
  ["prior request", "A prior request for [therapy] was certified."],
  ["previous request", "The previous request was for [therapy]."],
  ["earlier request", "An earlier request for [therapy] was denied."],
  ["another request", "Another request for [therapy] is pending."],
  ["separate request", "A separate request for [therapy] was certified."],
]);

export const temporalityTriggers = [...planned, ...past, ...otherClaim, ...otherRequest];
