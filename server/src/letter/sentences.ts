/** Sentences of a part, as ranges of its flat text. */

const abbreviations = new Set("dr mr mrs ms st vs inc e.g i.e al dept jr sr".split(" "));
/** Abbreviations only where a number follows: "No. 5", "pp. 76-85". */
const numbered = new Set("no nos pg pgs pp p approx fig ed vol ch sec".split(" "));

export interface FlatRange {
  readonly start: number;
  readonly end: number;
}

const stop = /[.!?]/g;

const isUpper = (c: string) => c >= "A" && c <= "Z";
const isLower = (c: string) => c >= "a" && c <= "z";
const isDigit = (c: string) => c >= "0" && c <= "9";

/** Splits a flat text into sentences: in order, trimmed, together all of its words. Linear. */
export function sentences(flat: string): readonly FlatRange[] {
  const found: FlatRange[] = [];
  let start = 0;
  stop.lastIndex = 0;
  while (stop.test(flat)) {
    let end = stop.lastIndex;
    const at = end - 1;
    while (end < flat.length && `.!?"')]`.includes(flat[end] as string)) end++;
    if (!endsHere(flat, start, at, end)) continue;
    found.push({ start, end });
    start = flat[end] === " " ? end + 1 : end;
    stop.lastIndex = end;
  }
  if (start < flat.length) found.push({ start, end: flat.length });
  return found;
}

function endsHere(flat: string, start: number, dot: number, end: number): boolean {
  if (end >= flat.length) return true;
  const next = flat[end] as string;
  if (next !== " ") {
    // A lost space: "changes.On 10/28/2013". Not "U.S.A", not "drugs.com".
    const before = flat[end - 2] ?? "";
    return /[a-z0-9)]/.test(before) && isUpper(next) && isLower(flat[end + 1] ?? "");
  }
  const after = flat[end + 1] ?? "";
  if (isLower(after)) return false;
  if (flat[dot] !== ".") return true;
  const word = lastWord(flat, start, dot);
  // "Harris J. Occupational medicine" has an initial, "vitamin D. The request" ends.
  if (word.length === 1 && isUpper(word)) return isLower(wordBefore(flat, start, dot - 1)[0] ?? "");
  // "2. Opioids for subacute pain"
  if (dot - word.length === start && isDigit(word[0] ?? "")) return false;
  if (numbered.has(word.toLowerCase())) return !isDigit(after);
  return !abbreviations.has(word.toLowerCase());
}

function wordBefore(flat: string, start: number, at: number): string {
  return lastWord(flat, start, Math.max(start, at - 1));
}

function lastWord(flat: string, start: number, dot: number): string {
  const from = Math.max(start, dot - 8);
  let at = dot;
  while (at > from && flat[at - 1] !== " " && flat[at - 1] !== "(") at--;
  return flat.slice(at, dot);
}
