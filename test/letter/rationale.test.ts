import { expect, it } from "vitest";
import { flatten } from "../../server/src/base/flatText.ts";
import { readRationale } from "../../server/src/letter/rationale.ts";
import { words } from "./show.ts";

/** The concluding sentence, and what it concludes. */
function conclusion(body: string): string {
  const span = { start: 0, end: body.length };
  const part = readRationale(
    { kind: "rationale", label: { start: 0, end: 0 }, body: span, span },
    flatten(body, span),
  );
  if (!part.conclusion) return "-";
  return `${part.conclusion.necessary ? "yes" : "no"}: ${words(body, part.conclusion.span)}`;
}

const notNecessary = "The request for Norco #60 is not medically necessary.";

it.each([
  ["the last sentence", `It was tried. ${notNecessary}`, `no: ${notNecessary}`],
  ["one sentence", notNecessary, `no: ${notNecessary}`],
  [
    "an advisory after it",
    `${notNecessary} Due to the nature of this drug, weaning is recommended. It should not be stopped abruptly.`,
    `no: ${notNecessary}`,
  ],
  [
    "an advisory on the decision",
    `${notNecessary} This medical necessity decision should not be interpreted as a recommendation to stop abruptly. If tapering is indicated, the drug is to be continued as medically necessary during the taper.`,
    `no: ${notNecessary}`,
  ],
  [
    "the first sentence",
    "No, the request for a brace was not medically necessary, medically appropriate, or indicated here. The ODG advises against braces.",
    "no: No, the request for a brace was not medically necessary, medically appropriate, or indicated here.",
  ],
  ["stated twice", `Medical necessity has not been established. ${notNecessary}`, `no: ${notNecessary}`],
  [
    "a rule before it",
    "The guidelines state that an MRI is medically necessary for red flags. None were found. As such, the request is not medically necessary.",
    "no: As such, the request is not medically necessary.",
  ],
  [
    "the review before it",
    "Utilization review found that the request was not medically necessary. He has red flags now. The request is medically necessary.",
    "yes: The request is medically necessary.",
  ],
  [
    "a quoted label",
    'It does not help. Therefore, the "Decision for Topical cream" is not medically necessary.',
    'no: Therefore, the "Decision for Topical cream" is not medically necessary.',
  ],
  [
    "a line break in it",
    "It does not help. The request is not\n\nmedically necessary.",
    "no: The request is not medically necessary.",
  ],
  [
    "a missing space before it",
    "It does not help.The request is not medically necessary.",
    "no: The request is not medically necessary.",
  ],
  [
    "a quoted request of three sentences",
    "It does not help. Therefore, the request for X was the original request. Y was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Z is not medically necessary.",
    "no: The remaining IMR eligible portion of the original request, Z is not medically necessary.",
  ],
  [
    "a loose one before a firm one",
    "Therefore, the request is not supported. The request is medically necessary.",
    "yes: The request is medically necessary.",
  ],
  [
    "only a loose one",
    "The drug is old. Therefore, the request is not supported.",
    "no: Therefore, the request is not supported.",
  ],
  ["none", "The guidelines advise a short course. The drug has been taken for a year.", "-"],
  ["nothing at all", "", "-"],
])("%s", (_, body, expected) => {
  expect(conclusion(body)).toBe(expected);
});
