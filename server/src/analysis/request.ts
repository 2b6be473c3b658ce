/**
 * Finds the request: in the heading that disputes it, in the conclusion that decides it, and in any other sentence that names
 * it. Only this file knows how letters write requests.
 */
import { type FlatText, flatten } from "../base/flatText.ts";
import { alternatives, matchAll, type PatternRow } from "../base/matchAll.ts";
import type { Span } from "../base/span.ts";
import type { Heading, Issue } from "../letter/types.ts";

export interface Request {
  /** Flat text. */
  readonly words: string;
}

const associatedService = /^associated (?:surgical |medical )?(?:services?|items?)\b\s*:?\s*/i;

/** "Associated surgical service: Cold therapy unit" isn't a request for surgery. */
export const withoutAssociatedService = (treatment: string): string =>
  treatment.replace(associatedService, "");

/**
 * The span of what the heading disputes, without "Associated surgical service:": the last portion of a partly authorized
 * request, unless the conclusion, given as flat text, quotes all of it.
 */
export function requestSpanInHeading(text: string, heading: Heading, conclusion: string): Span {
  const whole = heading.partlyAuthorized && /\boriginal request\b/i.test(conclusion);
  const { start, end } = whole ? heading.request : heading.treatmentSpan;
  const label = associatedService.exec(text.slice(start, Math.min(end, start + 60)))?.[0].length ?? 0;
  return { start: start + label, end };
}

export interface ConcludedRequest {
  readonly request: Request;
  /** Its range in the flat text. */
  readonly range: Span;
  /** Whether its words name the request and nothing else. */
  readonly isNamed: boolean;
}

/** "… therefore *the request for X* is not medically necessary". Unlike the request, the reasons may name other treatments. */
export function requestInConclusion(flat: FlatText): ConcludedRequest {
  const { start, end, isNamed } = subjectOf(flat.text);
  return { request: { words: flat.text.slice(start, end) }, range: { start, end }, isNamed };
}

/** The offsets of these words, without an aside, in the flat text of the sentence. */
export function requestOffsetsInConclusion(flat: FlatText): Span & Pick<ConcludedRequest, "isNamed"> {
  const { start, end, isNamed } = subjectOf(flat.text);
  return { start, end: start + withoutAside(flat.text.slice(start, end)).length, isNamed };
}

/** Where the words of a request end that begin at the offset of the flat text. */
export function endOfRequest(text: string, from: number): number {
  nextStop.lastIndex = from;
  const stop = nextStop.exec(text)?.index ?? text.length;
  return from + withoutAside(text.slice(from, stop)).length;
}

/** Words with one of these are more than the name of a treatment. */
const verbs = /\b(?:is|are|was|were|has|have|had|does|do|did|shows?|failed|supports?)\b/i;

/** How a sentence begins that names what it decides first. */
const namingStart =
  /^(?:(?:(?:therefore|thus|hence|accordingly|as such|consequently|overall|in sum(?:mary)?|in conclusion|for (?:this|these|those|all these) reasons?|(?:based|relying) (?:up)?on [^,]{1,60}|(?:given|considering|in (?:light|view|summary) of|on account of) [^,]{1,60}),? )?(?=(?:the|this|these|an?|one|two|three|four|five|six|eight|ten|twelve|\d+) )|(?:therefore|thus|hence|accordingly|as such|consequently|overall|(?:given|based on|in light of) (?:all )?(?:the (?:above|foregoing|preceding)|this|these [a-z]+)), (?=\w))/i;
/** Without these words, what is before the verb isn't a reason, or about a person. */
const saysWhy =
  /\b(?:as|because|since|although|given|if|when|while|who|which|that|with no|without|therefore|thus|based|in|considering|employee|worker|patient|claimant|applicant|provider|physician|records?|documentation|evidence|guidelines?|criteria|MTUS|ODG|findings?|symptoms?|injury|diagnosis|case)\b/i;

/** What a concluding sentence says is necessary or not. */
function subjectOf(sentence: string): Span & Pick<ConcludedRequest, "isNamed"> {
  const necessary = lastIndex(sentence, /neces|recommended|supported|indicated|warranted/gi);
  const upTo = necessary < 0 ? sentence : sentence.slice(0, necessary);
  const verb = lastIndex(upTo, /\b(?:is|are|was|were|cannot|does not|do not)\b/gi);
  const end = verb < 0 ? sentence.length : verb;
  const before = sentence.slice(0, end);
  const request = lastIndex(before, /\brequest(?:ed)?\b|"Decision for\b|\bneed for\b/gi);
  if (request >= 0) return { start: request, end, isNamed: true };
  const named = namingStart.exec(before)?.[0];
  // "The cold therapy unit, 7 day rental, is": all of the words name it.
  if (named !== undefined && !verbs.test(before) && !saysWhy.test(before.slice(named.length)))
    return { start: named.length, end, isNamed: true };
  const start = Math.max(0, lastIndex(before, /, |; |\btherefore\b/gi));
  return { start, end, isNamed: !verbs.test(before.slice(start)) };
}

/** The words without what isn't part of the request: "Physical therapy *after surgery*". */
export const withoutAside = (words: string): string => words.slice(0, aside.exec(words)?.index);

/** Words that begin an aside. */
export const asides: readonly PatternRow[] = [
  { pattern: /following|after|prior to|before/, example: "Physical therapy after surgery" },
  { pattern: /to (?:evaluate|assess|treat|rule out)/, example: "Physical therapy to treat stiffness" },
  { pattern: /status[- ]post/, example: "Physical therapy status post fusion" },
  { pattern: /due to|secondary to|because|given|since/, example: "Physical therapy due to a fall" },
  { pattern: /instead of|rather than/, example: "Physical therapy instead of acupuncture" },
  {
    pattern: /in addition to|in combination with|along with/,
    example: "Physical therapy along with massage",
  },
  { pattern: /pending|until|unless/, example: "Physical therapy pending an MRI" },
  { pattern: /per|like|such as/, example: "Physical therapy such as traction" },
];

const aside = new RegExp(`\\b(?:${alternatives(asides)})\\b`, "i");

function lastIndex(text: string, pattern: RegExp): number {
  return matchAll(pattern, text).at(-1)?.index ?? -1;
}

/** Words that end the name of a request: something else is said about it. */
export const requestStops: readonly PatternRow[] = [
  {
    pattern: /is|are|was|were|be|been|being|has|have|had/,
    example: "The request for a cane was denied.",
  },
  {
    pattern: /will|would|should|could|can|cannot|may|might|must|do|does|did/,
    example: "The request for a cane does not help.",
  },
  {
    pattern: /exceed\w*|excess|than/,
    example: "The request for a cane exceeds two a year.",
  },
  { pattern: /which|that|who/, example: "The request for a cane which broke." },
  {
    pattern: /because|since|as(?! needed| directed)|given|based|due|despite|instead/,
    example: "The request for a cane despite full strength.",
  },
  { pattern: /after|before|following|until/, example: "The request for a cane before the operation." },
  {
    pattern: /unless|although|though|but|while|whereas|when|where|if/,
    example: "The request for a cane unless needed.",
  },
  {
    pattern: /previous(?:ly)?|prior|already|completed|received|attended/,
    example: "The request for a cane previously.",
  },
  {
    pattern: /authori[sz]ed|approved|certified|modified|recommend\w*|supports|supported|allow\w*|limit\w*/,
    example: "The request for a cane approved in June.",
  },
  { pattern: /guidelines?|MTUS|ODG|ACOEM/, example: "The request for a cane, MTUS page 9." },
];

const stops = new RegExp(`\\b(?:${alternatives(requestStops)})\\b|;`, "gi");
/** The same: its position is set, which a search for all stops mustn't begin from. */
const nextStop = new RegExp(stops.source, "gi");

const request = /\b(?:request(?:ed|s)?|need|decision) for\b|\brequest(?:ed|s)?\b/i;
/** "The earlier request" is another request. */
const otherRequest = /\b(?:previous(?:ly)?|prior|earlier|last|another|other|separate)\s$/i;
const verdict = /^(?:is|are|was|were|cannot|does|do)\b(?: \w+){0,5} \w*necess/i;

/**
 * The phrases of a sentence of the issue that name its request, as spans of the letter. In the concluding sentence, they
 * include the words before "is not medically necessary" if these don't have the word "request".
 */
export function requestPhrases(text: string, sentence: Span, issue: Issue): readonly Span[] {
  const flat = flatten(text, sentence);
  const concludes = issue.rationale?.conclusion?.span.start === sentence.start;
  const phrases: Span[] = [];
  for (const { start, end } of phrasesBetweenStops(flat, issue.heading.treatment)) {
    const words = flat.text.slice(start, end);
    const at = words.search(request);
    if (at >= 0) {
      // "After 12 visits, the request for 12 visits": the words before the comma aren't part of it.
      const from = start + words.slice(0, at).lastIndexOf(",") + 1;
      const before = `${flat.text.slice(Math.max(0, start - 12), start)}${words.slice(0, at)}`;
      if (!otherRequest.test(before)) phrases.push(trimmed(flat, from, end));
    } else if (concludes && verdict.test(flat.text.slice(end))) {
      phrases.push(trimmed(flat, start, end));
    }
  }
  return phrases;
}

/** The text between the stops. A word of the heading isn't a stop: "Therapy following surgery, 12 visits". */
function phrasesBetweenStops({ text }: FlatText, treatment: string): readonly Span[] {
  const own = new Set(treatment.toLowerCase().match(/[a-z]+/g));
  const found: Span[] = [];
  let start = 0;
  for (const stop of text.matchAll(stops)) {
    if (own.has(stop[0].toLowerCase())) continue;
    found.push({ start, end: stop.index });
    start = stop.index + stop[0].length;
  }
  return [...found, { start, end: text.length }];
}

/** The span without commas, periods, and white space around it. */
function trimmed(flat: FlatText, start: number, end: number): Span {
  const words = flat.text.slice(start, end);
  const from = start + words.search(/[^\s,]|$/);
  return flat.span(from, Math.max(from, start + words.replace(/(?<![\s,.])[\s,.]+$/, "").length));
}
