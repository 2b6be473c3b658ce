/** Reads an issue's heading: the disputed treatment, and the decision. */

import { editDistance } from "../base/editDistance.ts";
import { type FlatText, flatten, oneLine, withoutLigatures } from "../base/flatText.ts";
import { matchAll } from "../base/matchAll.ts";
import type { Span } from "../base/span.ts";
import type { Decision, DecisionOutcome, Heading } from "./types.ts";

const formalDecision = /^(?:Upheld|Overturned)\.?$/i;
const decisionAtEnd = /(?: ?:)? ?\b(Upheld|Overturned)\.?$/i;
/** Decisions of other procedures, and words that are often mistaken for "Upheld" or "Overturned". */
const otherOutcomes = new Set(
  "modified denied approved certified non-certified affirmed reversed authorized granted overruled sustained uphold overturn pending tbd xxx".split(
    " ",
  ),
);

/** What precedes the portion of a partly authorized request that is still disputed. */
const remainingPortion =
  /\b(?:IMR[- ]eligible portion of the original request|The original request),? (?!IMR\b)/gi;
const partly =
  /\b(?:was|were) the original request\b|\bIMR[- ]eligible\b|\bClaims Administrator authori[sz]ed\b/i;

/** The number or bullet of a list of treatments. Converted files have bullets of symbol fonts as private characters. */
const itemMark = /^(?:\(?\d{1,2}[.)]|#\d{1,2}[.:)]|[•▪●○◦·‣*\u2043\uf000-\uf0ff-]) (?=\S)/;

/** Reads the heading in a span of the text. The span of a missing heading is empty. */
export function readHeading(text: string, span: Span): Heading {
  const flat = flatten(text, span);
  const decision = readDecision(flat);
  const requestEnd = decision ? decision.at : trimmedEnd(flat.text);
  const request = flat.text.slice(0, requestEnd);
  const partlyAuthorized = partly.test(request);
  const from = partlyAuthorized ? portionStart(request) : (itemMark.exec(request)?.[0].length ?? 0);
  const to = partlyAuthorized ? request.replace(/,? (?:is|are)$/i, "").length : request.length;
  const treatmentSpan = flat.span(from, Math.max(from, to));
  return {
    span,
    request: flat.span(0, requestEnd),
    treatment: withoutLigatures(oneLine(text, treatmentSpan)),
    treatmentSpan,
    partlyAuthorized,
    decision: decision?.value,
  };
}

function readDecision({
  text,
  span,
}: FlatText): { readonly at: number; readonly value: Decision } | undefined {
  const decision = (at: number, start: number, end: number, outcome: DecisionOutcome | undefined) => ({
    at,
    value: { span: span(start, end), text: text.slice(start, end), outcome },
  });
  const colon = text.lastIndexOf(":");
  const tail = text.slice(colon + 1).trim();
  const formal = decisionAtEnd.exec(text);
  if (colon >= 0 && !formalDecision.test(tail) && isMeantAsDecision(tail.toLowerCase())) {
    return decision(colon, text.length - tail.length, text.length, undefined);
  }
  if (!formal) return undefined;
  const word = formal[1] as string;
  const start = formal.index + formal[0].lastIndexOf(word);
  // The colon may be missing: a heading isn't a sentence that could end in that word.
  const at = text.slice(0, formal.index).replace(/(?: -|[,;])$/, "").length;
  return decision(at, start, start + word.length, word.toLowerCase() as DecisionOutcome);
}

/**
 * A misspelled decision, one that is being typed, or that of another procedure, possibly qualified: "Partially
 * overturned", "Upheld in part". Not a treatment that happens to follow a colon.
 */
function isMeantAsDecision(tail: string): boolean {
  const words = tail.replace(/\.$/, "").split(" ", 5);
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (words.length === 1) return isOutcome(first);
  if (words.length > 4) return false;
  return (
    (isOutcome(last) && /^(?:partially|partly|not|in|is|modified)$/.test(first)) ||
    (isOutcome(first) &&
      /^(?:in (?:part|full)|as modified|with modifications?)$/.test(words.slice(1).join(" ")))
  );
}

function isOutcome(word: string): boolean {
  const beingTyped = word.length > 2 && ("upheld".startsWith(word) || "overturned".startsWith(word));
  return (
    beingTyped ||
    otherOutcomes.has(word) ||
    editDistance(word, "upheld") <= 2 ||
    editDistance(word, "overturned") <= 3
  );
}

function trimmedEnd(flat: string): number {
  return flat.replace(/ ?:$/, "").length;
}

function portionStart(request: string): number {
  let start = 0;
  for (const m of matchAll(remainingPortion, request)) start = m.index + m[0].length;
  return start;
}
