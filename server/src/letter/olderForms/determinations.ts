/** Reads the sentences by which letters of 2013 decide: "1) MAXIMUS Federal Services, Inc. has determined the request for …". */
import type { FlatText } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import type { Span } from "../../base/span.ts";
import type { Decision } from "../types.ts";

/** A sentence that decides on a treatment. Spans are of the text. */
export interface Determination {
  /** As the letter numbers it. */
  readonly number: number | undefined;
  readonly span: Span;
  readonly treatment: Span;
  readonly decision: Decision;
}

const opening =
  /(?:(?<!\d)(\d{1,2}) ?[).] ?)?MAXIMUS ?Federal ?Services,? ?(?:Inc\.?,?)? ?has ?determined (?:that )?(?:the )?requests? ?for /gi;
/** "is not medically necessary and appropriate", also with words run together. */
const verdict = /\b(?:is|are|was|were) ?(not ?)?medically ?necessary(?: ?and ?appropriate)?\.?/i;
/** What comes before the treatment's own words. */
const article = /^(?:(?:the )?(?:decision|request) for )?(?:(?:an?|the) )?/i;
/** In UTF-16 units: the longest treatment with its decision. */
const maxSentence = 2000;

/** All of them, in order. A letter has each one twice: at its top, and where it tells of its decision. */
export function readDeterminations(flat: FlatText): readonly Determination[] {
  const openings = matchAll(opening, flat.text);
  return openings.flatMap((m, i): Determination[] => {
    const start = m.index + m[0].length;
    const limit = Math.min(openings[i + 1]?.index ?? flat.text.length, start + maxSentence);
    const read = readVerdict(flat, start, limit);
    if (!read) return [];
    const number = m[1] === undefined ? undefined : Number(m[1]);
    return [{ number, span: flat.span(m.index, read.end), ...read }];
  });
}

export const lengthOfArticle = (words: string): number => article.exec(words)?.[0].length ?? 0;

/** What is decided on, and how, in the words from `start`; `end` is the end of the sentence. All are offsets into the flat text. */
export function readVerdict(
  { text, span }: FlatText,
  start: number,
  limit: number,
): { readonly treatment: Span; readonly decision: Decision; readonly end: number } | undefined {
  const words = text.slice(start, limit);
  const m = verdict.exec(words);
  if (!m) return undefined;
  const before = words.slice(0, m.index).trimEnd();
  const from = lengthOfArticle(before);
  if (before.length <= from) return undefined;
  const end = start + m.index + m[0].length;
  const said = m[0].replace(/\.$/, "");
  const decided = start + m.index + said.search(/not|medically/i);
  const decidedEnd = start + m.index + said.length;
  return {
    treatment: span(start + from, start + before.length),
    decision: {
      span: span(decided, decidedEnd),
      text: text.slice(decided, decidedEnd),
      outcome: m[1] === undefined ? "overturned" : "upheld",
    },
    end,
  };
}
