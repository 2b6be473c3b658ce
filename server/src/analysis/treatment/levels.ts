/** Reads vertebral levels: "L4-5", "C5-C7", "T12-L1", "L3, L4 and L5". */
import { matchAll } from "../../base/matchAll.ts";

export interface Levels {
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** Each vertebra: "L4-S1" is L4, L5, S1. */
  readonly values: readonly string[];
  readonly region: string;
}

/** The vertebrae from top to bottom, without the coccyx. */
const counts = { c: 7, t: 12, l: 5, s: 5 } as const;
type Segment = keyof typeof counts;
const spine: readonly string[] = Object.entries(counts).flatMap(([segment, count]) =>
  Array.from({ length: count }, (_, i) => `${segment.toUpperCase()}${i + 1}`),
);

const regionOf: Readonly<Record<Segment, string>> = {
  c: "neck",
  t: "mid back",
  l: "low back",
  s: "low back",
};

const range =
  /(?<![a-z0-9'-])([ctls])-?(\d{1,2})(?:( ?[-/] ?| to | through )([ctls])?(\d{1,2}))?((?: ?[-/] ?[ctls]?\d{1,2}){0,3})(?![a-z0-9%]|[.]\d| ?(?:mg|weighted|tesla|cm|mm|visits?|sessions?)\b|-weighted)/gi;

/** The levels in a flat text, in order. */
export function levelsIn(text: string): readonly Levels[] {
  if (!/[ctls]-?\d/i.test(text)) return [];
  return matchAll(range, text).flatMap((m) => {
    const [all, letter = "", number = "", , otherLetter, otherNumber, more = ""] = m;
    const segment = letter.toLowerCase() as Segment;
    const numbers = [`${letter}${number}`];
    if (otherNumber) numbers.push(`${otherLetter ?? letter}${otherNumber}`);
    for (const each of more.match(/[ctls]?\d{1,2}/gi) ?? []) {
      numbers.push(/^\d/.test(each) ? `${otherLetter ?? letter}${each}` : each);
    }
    const places = numbers.map((each) => spine.indexOf(each.toUpperCase()));
    if (places[0] === undefined || places.some((place) => place < 0)) return [];
    const first = Math.min(...places);
    const last = Math.max(...places);
    if (last - first > 8) return [];
    return [
      {
        start: m.index,
        end: m.index + all.length,
        values: spine.slice(first, last + 1),
        region: regionOf[segment],
      },
    ];
  });
}
