/** The words of a sentence that name the request: "the *request for Norco 10/325mg #120* is not medically necessary". */
import { type Flat, flatten } from "../letter/flat.ts";
import type { Issue, Span } from "../letter/types.ts";

/** Words at which a request has been named and something else is said of it. */
const stops =
  /\b(?:is|are|was|were|be|been|being|has|have|had|will|would|should|could|can|cannot|may|might|must|do|does|did|exceed\w*|excess|than|which|that|who|because|since|as(?! needed| directed)|given|based|after|before|following|until|unless|although|though|but|while|whereas|when|where|if|due|despite|instead|previous(?:ly)?|prior|already|completed|received|attended|authori[sz]ed|approved|certified|modified|recommend\w*|supports|supported|allow\w*|limit\w*|guidelines?|MTUS|ODG|ACOEM)\b|;/gi;

const request = /\b(?:request(?:ed|s)?|need|decision) for\b|\brequest(?:ed|s)?\b/i;
/** "The earlier request" is another one. */
const otherRequest = /\b(?:previous(?:ly)?|prior|earlier|last|another|other|separate)\s$/i;
const verdict = /^(?:is|are|was|were|cannot|does|do)\b(?: \w+){0,5} \w*necess/i;

/**
 * Where a sentence of the issue names its request, as spans of the letter. Of the concluding sentence also the words
 * before "is not medically necessary", where it does without the word "request".
 */
export function requestPhrases(text: string, sentence: Span, issue: Issue): readonly Span[] {
  const flat = flatten(text, sentence);
  const concludes = issue.rationale?.conclusion?.span.start === sentence.start;
  const phrases: Span[] = [];
  for (const { start, end } of stretches(flat, issue.heading.treatment)) {
    const words = flat.text.slice(start, end);
    const at = words.search(request);
    if (at >= 0) {
      // "After 12 visits, the request for 12 visits": what stands before the comma is no part of it.
      const from = start + words.slice(0, at).lastIndexOf(",") + 1;
      const before = `${flat.text.slice(Math.max(0, start - 12), start)}${words.slice(0, at)}`;
      if (!otherRequest.test(before)) phrases.push(trimmed(flat, from, end));
    } else if (concludes && verdict.test(flat.text.slice(end))) {
      phrases.push(trimmed(flat, start, end));
    }
  }
  return phrases;
}

/** What stands between the stops. A word that the heading itself uses is none: "Therapy following surgery, 12 visits". */
function stretches({ text }: Flat, treatment: string): readonly Span[] {
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

function trimmed(flat: Flat, start: number, end: number): Span {
  const words = flat.text.slice(start, end);
  const from = start + words.search(/[^\s,]|$/);
  return flat.span(from, Math.max(from, start + words.replace(/(?<![\s,.])[\s,.]+$/, "").length));
}
