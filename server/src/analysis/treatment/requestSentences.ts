/** Finds the sentences of a rationale that say what is requested, besides the concluding one. */
import { type FlatText, flatten } from "../../base/flatText.ts";
import { alternatives, matchAll, type PatternRow } from "../../base/matchAll.ts";
import { assertionIn } from "../../letter/context/scopes.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import { endOfRequest } from "../request.ts";

export interface RequestSentence {
  readonly flat: FlatText;
  /** Offsets of the words for the request. */
  readonly start: number;
  readonly end: number;
  /** "This is a request for" can only mean the issue's own; "the provider requests" may mean another. */
  readonly isOwn: boolean;
}

/** Words that introduce the issue's own request. */
export const ownRequestForms: readonly PatternRow[] = [
  { pattern: /this is (?:an?|the) (?:\w+ )?request for/, example: "This is a request for a cane." },
  {
    pattern: /(?:this|the)(?: current| present| instant| disputed| submitted)? request (?:is|was) for/,
    example: "The current request is for a cane.",
  },
  { pattern: /this request for/, example: "This request for a cane came in May." },
  {
    pattern:
      /(?:the )?(?:disputed|requested) (?:treatment|service|item|procedure|study|test|medication|drug|surgery) is(?! not)/,
    example: "The disputed item is a cane.",
  },
  {
    pattern: /(?:at issue|in dispute|in question|under review|being reviewed) is(?! not| whether)/,
    example: "At issue is a cane.",
  },
  { pattern: /the (?:question|issue) is whether/, example: "The question is whether a cane is needed." },
];

/** Words that introduce a request which may be another one of the letter. */
export const requestForms: readonly PatternRow[] = [
  {
    pattern: /the (?:current |present |disputed |above |proposed )?request for/,
    example: "The request for a cane was received.",
  },
  {
    pattern:
      /(?:provider|physician|doctor|surgeon|chiropractor|practitioner|specialist|therapist|psychologist|podiatrist) (?:now |is now |currently )?(?:requests|is requesting|is asking for|asks for|seeks|is seeking|is now requesting)/,
    example: "The provider requests a cane.",
  },
  {
    pattern: /authorization (?:is|was) (?:being )?(?:requested|sought) for|authorization is being sought for/,
    example: "Authorization is requested for a cane.",
  },
];

/** Words that say that what is named before them is requested. */
const isRequested = /\b(?:is|are) (?:now |currently )?(?:being )?(?:requested|sought)\b/gi;

const own = new RegExp(`\\b(?:${alternatives(ownRequestForms)})\\b`, "gi");
const any = new RegExp(`\\b(?:${alternatives(requestForms)})\\b`, "gi");
const mayRequest =
  /request|\bseek|sought|\bask|\bat issue|in dispute|in question|under review|reviewed is|disputed/i;

/** In order. Requests of another time and conditional ones aren't included. */
export function requestSentences(letter: Letter, { rationale }: Issue): readonly RequestSentence[] {
  if (!rationale) return [];
  const reasons = letter.text.slice(
    rationale.body.start,
    rationale.conclusion?.span.start ?? rationale.body.end,
  );
  if (!mayRequest.test(reasons)) return [];
  return rationale.sentences.flatMap((sentence) => {
    if (sentence.start === rationale.conclusion?.span.start) return [];
    if (!mayRequest.test(letter.text.slice(sentence.start, sentence.end))) return [];
    const flat = flatten(letter.text, sentence);
    return phrasesIn(flat).filter(({ start }) => {
      // What is said before the clause isn't said of the request: "There is no spasm, and the request is for …".
      const clause = Math.max(0, flat.text.lastIndexOf(", ", start));
      const words = flat.text.slice(clause);
      const { temporality, certainty } = assertionIn(words, start - clause, start - clause);
      return temporality === "current" && certainty === "stated";
    });
  });
}

function phrasesIn(flat: FlatText): readonly RequestSentence[] {
  const { text } = flat;
  const after = (pattern: RegExp, isOwn: boolean): readonly RequestSentence[] =>
    matchAll(pattern, text).map((m) => {
      const start = m.index + m[0].length;
      return { flat, start, end: endOfRequest(text, start), isOwn };
    });
  const found = after(own, true);
  if (found.length > 0) return found;
  const before = matchAll(isRequested, text).map((m) => {
    const clause = text.slice(0, m.index);
    const start = Math.max(0, ...[", ", "; ", " and ", " that "].map((mark) => clause.lastIndexOf(mark)));
    return { flat, start, end: m.index, isOwn: false };
  });
  return [...after(any, false), ...before];
}
