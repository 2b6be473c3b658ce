/**
 * What one look at each word of a part shows: words and sentences that stand twice, and which of the costlier readers have
 * something to read there. Nearly every part needs none of them.
 */
import { createBloomFilter, foldCase } from "../base/bloomFilter.ts";
import { type FlatText, flatten, isBlank } from "../base/flatText.ts";
import { fnv1aStep } from "../base/fnv1a.ts";
import { memoize } from "../base/memoize.ts";
import type { FlatRange } from "../base/sentences.ts";
import type { Span } from "../base/span.ts";
import type { Issue, Letter } from "../letter/types.ts";
import { givenNames } from "./givenNames.ts";

/** What a word is a sign of. */
export type Sign = "remnant" | "person";

/** Words in lower case that the readers of remnants and of persons look for. Each pattern of theirs has one of them or a mark. */
const signs: Readonly<Record<Sign, readonly string[]>> = {
  remnant: (
    "todo to-do tbd tba fixme tktk tk xx xxx xxxx xxxxx qa qc note nan lorem error mergefield click choose asdf asdfasdf qwerty insert add " +
    "fill enter check verify confirm revise rewrite delete cite need needs please pls plz here double-check double placeholder " +
    "sample not fix editor editor's reviewer typist transcriptionist transcriber internal drafting author object " +
    "he/she she/he his/her her/his him/her her/him his/hers hers/his s/he himself/herself herself/himself right/left left/right upheld/overturned is/is was/was " +
    "has/has does/does did/did are/are were/were certified/denied approved/denied approved/non-certified " +
    "certified/non-certified xx/xx/xxxx xx/xx/xx mm/dd/yyyy dd/mm/yyyy mm/dd/yy xx-xx-xxxx mm-dd-yyyy x/x/xx 00/00/0000"
  ).split(" "),
  person: [
    ..."mr ms mrs miss mx named ssn phone telephone tel fax cell number mrn street avenue blvd boulevard policy".split(
      " ",
    ),
    ...givenNames,
  ],
};

const filters = {
  remnant: createBloomFilter(signs.remnant),
  person: createBloomFilter(signs.person),
};

export interface WordScan {
  /** The second of two equal words or phrases, with the space before it. */
  readonly repeatedWords: readonly FlatRange[];
  /** Sentences that stand earlier in the part, each with the earlier place. */
  readonly repeatedSentences: readonly { readonly first: FlatRange; readonly again: FlatRange }[];
  readonly has: Readonly<Record<Sign, boolean>>;
}

const separator = 0;
const mark = 1;
const address = 2;
const firstOfWord = 3;

/** What a character is: a separator, a mark that only remnants have, or, folded, a character of a word. */
const kinds = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z0-9'/-]/i.test(character)) return foldCase(code);
  if (character === "@") return address;
  return /[[{<_*]/.test(character) ? mark : separator;
});

/** What broken characters begin with. */
const brokenMarks = /[\u00c2\u00c3\u00e2\u00ef\ufffd]|&[a-z#]/;

const rareMarks = [
  "??",
  "##",
  "#:",
  "#,",
  "\u00ab",
  " Page ",
  "(date",
  "(name",
  "(side",
  "(dose",
  "(drug",
  "(body part",
  "(provider",
  "(patient name",
  "(?",
];

const space = 32;
/** A telephone number, or a number of an insurance: "555-12-3456", "123-4567". */
const isLikeNumber = (flat: string, start: number, end: number): boolean =>
  (end - start >= 11 || end - start === 8) && flat.charCodeAt(start + 3) === 45;
const isStop = (code: number): boolean => code === 46 || code === 33 || code === 63;

/** In words. Shorter sentences may well stand twice. */
const minRepeatedWords = 4;

interface Word extends FlatRange {
  readonly hash: number;
  /** Whether only a space is before it. */
  readonly follows: boolean;
}

export function scanWords(flat: string): WordScan {
  const repeatedWords: FlatRange[] = [];
  const repeatedSentences: { first: FlatRange; again: FlatRange }[] = [];
  const has = {
    remnant: rareMarks.some((rare) => flat.includes(rare)) || brokenMarks.test(flat),
    person: flat.includes("laim #") || flat.includes("laim no."),
  };
  const seen = new Map<number, FlatRange>();
  // The last six words, the latest first.
  const last: Word[] = [];
  let hash = 0;
  let start = 0;
  let sentence = 0;
  let sentenceStart = 0;
  let words = 0;
  for (let at = 0; at <= flat.length; at++) {
    const code = at < flat.length ? flat.charCodeAt(at) : 0;
    const kind = code < 0x80 ? (kinds[code] as number) : separator;
    if (kind >= firstOfWord) {
      if (hash === 0) start = at;
      hash = fnv1aStep(hash, kind);
      continue;
    }
    if (kind === mark) has.remnant = true;
    else if (kind === address) has.person = true;
    if (hash !== 0) {
      if (!has.remnant && filters.remnant.mightContain(hash)) has.remnant = true;
      if (!has.person && (filters.person.mightContain(hash) || isLikeNumber(flat, start, at)))
        has.person = true;
      if (words === 0) sentenceStart = start;
      words++;
      sentence = Math.imul(sentence, 31) + hash;
      const follows = start > 0 && flat.charCodeAt(start - 1) === space && last[0]?.end === start - 1;
      last.unshift({ start, end: at, hash, follows });
      if (last.length > 6) last.pop();
      const length = repeatedLength(last);
      if (length > 0) {
        repeatedWords.push({ start: (last[2 * length - 1] as Word).start, end: at });
        last.length = 0;
      }
      hash = 0;
    }
    if (!isStop(code) || (at + 1 < flat.length && flat.charCodeAt(at + 1) !== space)) continue;
    if (words >= minRepeatedWords) {
      const again = { start: sentenceStart, end: at + 1 };
      const first = seen.get(sentence);
      if (first && same(flat, first, again)) repeatedSentences.push({ first, again });
      else seen.set(sentence, again);
    }
    sentence = 0;
    words = 0;
  }
  return { repeatedWords, repeatedSentences, has };
}

/** How many of the last words stand twice in a row; 0 if none do. */
function repeatedLength(last: readonly Word[]): number {
  for (let length = 1; length <= 3 && last.length >= 2 * length; length++) {
    let i = 0;
    while (
      i < length &&
      last[i]?.hash === last[i + length]?.hash &&
      last[i]?.follows &&
      (i === length - 1 || last[i + length]?.follows)
    )
      i++;
    if (i === length) return length;
  }
  return 0;
}

const same = (flat: string, a: FlatRange, b: FlatRange): boolean =>
  flat.slice(a.start, a.end).toLowerCase() === flat.slice(b.start, b.end).toLowerCase();

/** A part of the letter that is written freely. */
export interface WrittenPart {
  readonly issue: Issue | undefined;
  readonly kind: "caseDetails" | "summary" | "heading" | "claims" | "reviewer" | "rationale";
  readonly span: Span;
  readonly flat: FlatText;
  readonly scan: WordScan;
}

/** The case details, the case summary, and the parts of the issues, in the order of the letter. */
export const writtenParts = memoize(
  ({ text, frontMatter, summary, issues }: Letter): readonly WrittenPart[] => {
    const parts: WrittenPart[] = [];
    const add = (span: Span, kind: WrittenPart["kind"], issue?: Issue) => {
      if (isBlank(span)) return;
      const flat = flatten(text, span);
      parts.push({ issue, kind, span, flat, scan: scanWords(flat.text) });
    };
    if (frontMatter) add(frontMatter.span, "caseDetails");
    if (summary) add(summary.narrative, "summary");
    for (const issue of issues) {
      add(issue.heading.span, "heading", issue);
      for (const part of issue.parts) add(part.body, part.kind, issue);
    }
    return parts;
  },
);
