/**
 * What one look at each word of a part shows: words and sentences that stand twice, and which of the costlier readers have
 * something to read there. Nearly every part needs none of them.
 */
import { createBloomFilter, foldCase } from "../base/bloomFilter.ts";
import { fnv1aStep } from "../base/fnv1a.ts";
import type { FlatRange } from "../base/sentences.ts";
import { givenNames } from "./givenNames.ts";

/** What a word is a sign of. */
export type Sign = "remnant" | "person" | "cut";

/** Words in lower case that the readers look for. Each pattern of theirs has one of them, or a rare mark. */
const signs: Readonly<Record<Sign, readonly string[]>> = {
  remnant: (
    "todo to-do tbd tba fixme tktk tk xx xxx xxxx xxxxx qa qc nan lorem mergefield click choose asdf asdfasdf qwerty insert verify confirm " +
    "revise rewrite delete cite please pls plz here double-check placeholder sure fix editor editor's typist transcriptionist transcriber " +
    "drafting object " +
    "he/she she/he his/her her/his him/her her/him his/hers hers/his s/he himself/herself herself/himself right/left left/right upheld/overturned is/is was/was has/has does/does did/did are/are " +
    "were/were certified/denied approved/denied approved/non-certified certified/non-certified " +
    "xx/xx/xxxx xx/xx/xx mm/dd/yyyy dd/mm/yyyy mm/dd/yy xx-xx-xxxx mm-dd-yyyy x/x/xx 00/00/0000"
  ).split(" "),
  person: [
    ..."mr ms mrs miss mx named ssn phone telephone tel fax cell mrn street avenue blvd boulevard".split(" "),
    ...givenNames,
  ],
  cut: (
    "mployee mployees atient atients equest equested herefore owever uidelines uideline njured laimant rovider ecord ecords ccording " +
    "dditionally urthermore edical pplicant tus coem ccordingly"
  ).split(" "),
};

const signOf = new Map<string, Sign>(
  (["remnant", "person", "cut"] as const).flatMap((sign) => signs[sign].map((word) => [word, sign] as const)),
);
const anySign = createBloomFilter(signOf.keys());

/** Words that a sentence rarely ends with. */
const openWords = createBloomFilter(
  "the a an and or of because than into although whose my their his with to for from on in by is was are were been be that".split(
    " ",
  ),
);
/** The beginnings of words that a sentence may have lost the first letter of. */
const openStarts = createBloomFilter(["he", "here", "n", "t"]);

export interface WordScan {
  /** Two equal words or phrases, with the space between them. */
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
  ..."?? ## #: #, \u00ab (date (name (side (dose (drug (provider (? Error! NOTE CHECK ENTER NEED ADD".split(
    " ",
  ),
  ..."(body part|(patient name|ote to |ote for |FILL IN|(right/|(left/|eviewer note|nternal note|uthor query|ouble check|copy from|ame as above|ample text|o not send".split(
    "|",
  ),
  " Page ",
];

const space = 32;
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isStop = (code: number): boolean => code === 46 || code === 33 || code === 63;
/** A telephone number, or a number of an insurance: "555-12-3456", "123-4567". */
const isLikeNumber = (flat: string, start: number, end: number): boolean =>
  (end - start >= 11 || end - start === 8) && flat.charCodeAt(start + 3) === 45;

const slash = 47;
/** The beginning of "XX/XX/2016", "xx/2016", or of the rest of "3/XX/2016". */
function isBlankDate(flat: string, start: number, end: number): boolean {
  if (end - start < 5) return false;
  const isX = (at: number) => (flat.charCodeAt(at) | 32) === 120;
  if (isX(start)) return flat.charCodeAt(isX(start + 1) ? start + 2 : start + 1) === slash;
  const at = flat.charCodeAt(start + 1) === slash ? start + 2 : start + 3;
  return isX(at) && flat.charCodeAt(at - 1) === slash && flat.charCodeAt(start) < 58;
}

/** In words. Shorter sentences may well stand twice. */
const minRepeatedWords = 4;
/** A power of two, and more than twice the words of a phrase. */
const ring = 8;

export function scanWords(flat: string): WordScan {
  const repeatedWords: FlatRange[] = [];
  const repeatedSentences: { first: FlatRange; again: FlatRange }[] = [];
  const has = {
    remnant: rareMarks.some((rare) => flat.includes(rare)) || brokenMarks.test(flat),
    person:
      flat.includes("laim #") ||
      flat.includes("laim no.") ||
      flat.includes("laim number") ||
      flat.includes("olicy "),
    cut: false,
  };
  const seen = new Map<number, number>();
  // The last words. A word that doesn't follow the one before it by a space starts a new run.
  const hashes = new Int32Array(ring);
  const starts = new Int32Array(ring);
  let count = 0;
  let run = 0;
  let hash = 0;
  let start = 0;
  let lastEnd = -1;
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
      if (isBlankDate(flat, start, at)) has.remnant = true;
      if (anySign.mightContain(hash)) {
        const sign = signOf.get(flat.slice(start, at).toLowerCase());
        if (sign) has[sign] = true;
      }
      if (!has.person && isLikeNumber(flat, start, at)) has.person = true;
      if (words === 0) {
        sentenceStart = start;
        if (openStarts.mightContain(hash)) has.cut = true;
      } else if (
        isUpper(flat.charCodeAt(start)) &&
        openWords.mightContain(hashes[(count - 1) & (ring - 1)] as number)
      )
        has.cut = true;
      words++;
      sentence = Math.imul(sentence, 31) + hash;
      run = lastEnd === start - 1 && flat.charCodeAt(lastEnd) === space ? run + 1 : 1;
      hashes[count & (ring - 1)] = hash;
      starts[count & (ring - 1)] = start;
      count++;
      lastEnd = at;
      const length = repeatedLength(hashes, count, run);
      if (length > 0) {
        repeatedWords.push({ start: starts[(count - 2 * length) & (ring - 1)] as number, end: at });
        run = 0;
      }
      hash = 0;
    }
    if (!isStop(code) || (at + 1 < flat.length && flat.charCodeAt(at + 1) !== space)) continue;
    if (words > 0 && lastEnd === at && openWords.mightContain(hashes[(count - 1) & (ring - 1)] as number))
      has.cut = true;
    if (words >= minRepeatedWords) {
      const before = seen.get(sentence);
      const first =
        before === undefined ? undefined : { start: before, end: before + at + 1 - sentenceStart };
      const again = { start: sentenceStart, end: at + 1 };
      if (first && same(flat, first, again)) repeatedSentences.push({ first, again });
      else seen.set(sentence, sentenceStart);
    }
    sentence = 0;
    words = 0;
  }
  return { repeatedWords, repeatedSentences, has };
}

/** How many of the last words stand twice in a row; 0 if none do. */
function repeatedLength(hashes: Int32Array, count: number, run: number): number {
  for (let length = 1; length <= 3 && run >= 2 * length; length++) {
    let i = 1;
    while (i <= length && hashes[(count - i) & (ring - 1)] === hashes[(count - i - length) & (ring - 1)]) i++;
    if (i > length) return length;
  }
  return 0;
}

const same = (flat: string, a: FlatRange, b: FlatRange): boolean =>
  flat.slice(a.start, a.end).toLowerCase() === flat.slice(b.start, b.end).toLowerCase();
