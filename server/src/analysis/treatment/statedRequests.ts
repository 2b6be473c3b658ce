/** Finds the words of a rationale that restate the quantities of the request. */
import { type FlatText, flatten } from "../../base/flatText.ts";
import { alternatives, matchAll, type PatternRow } from "../../base/matchAll.ts";
import { numeralPattern, withNumerals } from "../../base/numberWords.ts";
import type { Span } from "../../base/span.ts";
import { plainAssertion } from "../../letter/context/assertion.ts";
import { assertionAt, scopesIn } from "../../letter/context/scopes.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import { requestInConclusion } from "../request.ts";
import { quantitiesOf } from "./quantities.ts";
import type { Quantity } from "./quantity.ts";

export interface StatedRequest extends Span {
  readonly concludes: boolean;
  /** Whether its sentence quotes the whole of a partly authorized request. */
  readonly quotesOriginal: boolean;
  /** Flat text. */
  readonly words: string;
  readonly quantities: readonly Quantity[];
}

/** How a rationale begins to restate the request. */
export const requestCues: readonly PatternRow[] = [
  {
    pattern:
      /(?:the|this|current|present)(?: [\w-]+){0,3} request(?:ed service)?(?: now)? (?:is|was|being made|made|submitted)? ?for\b/,
    example: "The current request is for 12 visits.",
  },
  {
    pattern: /(?:this|it) is an? (?:[\w-]+ ){0,2}request for\b/,
    example: "This is a request for 12 visits.",
  },
  {
    pattern:
      /(?:provider|physician|surgeon|doctor|employee|patient|worker|claimant|Dr\. \w+) (?:is |has |now )?(?:now )?(?:requesting|requested|requests|asks for|asking for)\b/,
    example: "The provider requests 12 visits.",
  },
  { pattern: /(?:the|this) requested\b/, example: "The requested 12 visits are many." },
  {
    pattern: /request(?:ed)? (?:treatment|medication|drug|service|item) is\b/,
    example: "The requested drug is Norco #60.",
  },
];
const cue = new RegExp(`\\b(?:${alternatives(requestCues)})`, "i");

/** "Fourteen visits lie within the recommended number": an amount that is judged is the one requested. */
const judged = new RegExp(
  `(?:^|, (?:and |so )?|; )(?:the |these |those |as )?${numeralPattern} (?:(?!of\\b)[a-z-]+ ){0,4}?(?:visits|sessions|treatments|days|weeks|months|hours|tablets|capsules)(?: requested| asked for| sought)? (?:(?:would |will )?(?:cover|span|bridge) (?:the|this|that|what)|(?:(?:would|will) )?(?:lie|fall|stay|remain|are|be) (?:well |just )?(?:within|in line with|in excess of)|exceed (?:the|that|this|what))\\b`,
  "i",
);
const judgedWords = /\bcover|\bspan\b|\bbridge\b|within|in line with|excess|\bexceed\b/;

/** A sentence with one of these tells how a request was decided, or of another one. */
const otherWords =
  /\b(?:another|other|separate|different|previous(?:ly)?|prior|earlier|already|initial(?:ly)?|first|last|den(?:y|ied)|certified|certif(?:y|ied)|non-certif\w+|modified|approved|authori[sz]ed|partial(?:ly)?|original|completed|received|attended|underwent|exceed\w*|instead|rather|remaining|reduced|weaning|wean|taper\w*|per guidelines?|recommends?|allow\w*|maximum|limit\w*|up to)\b/i;

const otherAmount =
  /\b(?:previous(?:ly)?|prior|earlier|already|initial(?:ly)?|first|authori[sz]ed|certified|approved|completed|received|attended|underwent|has had|have been|total(?:ing|s)?|original|if|guidelines? (?:allows?|recommends?)|most|first)\b/i;

/** Words after which a sentence speaks of something else than the request. */
const stops =
  /\b(?:in addition to|on top of|along with|beyond|besides|after|following|instead of|rather than|prior to|before|already|completed|previous(?:ly)?|which|that|because|since|given|as (?:the|there|she|he|this|it|no|per|noted)|due to|based on|despite|although|though|but|while|whereas|when|unless|exceed\w*|in excess|more than|compared|versus|than|authori[sz]ed|certified|approved|status[- ]post|received|attended|has|had|have)\b|;/gi;
const verb = /\b(?:is|are|was|were|cannot|does not|do not|has|have|had|shows?|failed|supports?)\b/i;
const lead =
  /^(?:therefore|thus|hence|as such|accordingly|consequently|overall|in summary|given the above|based on the (?:above|foregoing)),? /i;

/** In the rationale: the conclusion first, and then the sentences before it that name the request. */
export function statedRequests(letter: Letter, { rationale }: Issue): readonly StatedRequest[] {
  if (!rationale) return [];
  const concluding = rationale.conclusion?.span;
  const found: StatedRequest[] = [];
  if (concluding) {
    const flat = flatten(letter.text, concluding);
    found.push(concludedRequest(flat));
  }
  for (const sentence of rationale.sentences) {
    if (concluding && sentence.start >= concluding.start) break;
    const flat = flatten(letter.text, sentence);
    const amount = judgedWords.test(flat.text) ? judged.exec(withNumerals(flat.text)) : null;
    if (amount && !otherAmount.test(flat.text)) {
      const request = requestFrom(flat, amount.index, amount.index + amount[0].length);
      if (request) found.push({ ...request, quantities: request.quantities.slice(0, 1) });
      continue;
    }
    if (!/\brequest|\bask/i.test(flat.text)) continue;
    const m = cue.exec(flat.text);
    if (!m || otherWords.test(flat.text)) continue;
    const request = requestFrom(flat, m.index, m.index + m[0].length);
    if (request) found.push(request);
  }
  return found;
}

function concludedRequest(flat: FlatText): StatedRequest {
  const { range, isNamed } = requestInConclusion(flat);
  const whole = flat.text.slice(0, range.end);
  // "Naproxen 500mg, #60, is not medically necessary": all of the words before the verb name the request.
  const namesAll = range.start > 0 && !/\brequest/i.test(whole) && isNamed && !verb.test(whole);
  const from = namesAll ? (lead.exec(whole)?.[0].length ?? 0) : leadOf(flat.text, range.start);
  return stated(flat, from, upToStop(flat.text, from, range.end), true);
}

/** "The 12 sessions requested are": the number is before the word. */
function leadOf(text: string, start: number): number {
  const before = text.slice(0, start);
  const m = /(?:^|[,;] ?|\b(?:therefore|thus|so) )(?:(?:the|these|this) )?(?:[\w#/-]+ ){0,6}$/i.exec(before);
  return m && !verb.test(m[0]) && !otherWords.test(m[0]) ? m.index : start;
}

function requestFrom(flat: FlatText, at: number, after: number): StatedRequest | undefined {
  const scopes = scopesIn(flat.text);
  const { temporality, certainty } = assertionAt(scopes, at, after);
  if (temporality !== plainAssertion.temporality || certainty !== plainAssertion.certainty) return undefined;
  return stated(flat, at, upToStop(flat.text, after, flat.text.length), false);
}

function upToStop(text: string, from: number, to: number): number {
  const [stop] = matchAll(stops, text.slice(from, to));
  return stop ? from + stop.index : to;
}

const stated = (flat: FlatText, from: number, to: number, concludes: boolean): StatedRequest => ({
  ...flat.span(from, Math.max(from, to)),
  concludes,
  quotesOriginal: /\boriginal request\b/i.test(flat.text),
  words: flat.text.slice(from, to),
  quantities: quantitiesOf(flat, from, to),
});
