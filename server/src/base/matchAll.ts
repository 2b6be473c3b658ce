/** A row of a list of patterns. Without it, its example would be read differently, which a test checks. */
export interface PatternRow {
  readonly pattern: RegExp;
  readonly example: string;
}

/** The source of an expression that matches any of the rows, the first one that fits. */
export const alternatives = (rows: readonly PatternRow[]): string =>
  rows.map(({ pattern }) => pattern.source).join("|");

/**
 * All matches of an expression, in order. It must be global and never match the empty string. `String.matchAll` copies the
 * expression at each call, which costs more than the search in a short text.
 */
export function matchAll(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) found.push(m);
  return found;
}

const globals = new Map<RegExp, RegExp>();

/** The same expression with the flag `g`, for `matchAll`. Made once for each. */
export function globally(pattern: RegExp): RegExp {
  let own = globals.get(pattern);
  if (!own) {
    own = new RegExp(pattern.source, `${pattern.flags.replace("g", "")}g`);
    globals.set(pattern, own);
  }
  return own;
}

/** The same expression without its flag `i`, to search in lower case, which is many times as fast. */
export const inLowerCase = ({ source, flags }: RegExp): RegExp =>
  new RegExp(
    source.replace(/\\.|[A-Z]/g, (part) => (part.length > 1 ? part : part.toLowerCase())),
    flags.replace("i", ""),
  );

/** The text with spaces in place of the matches. Offsets stay the same. */
export function maskMatches(text: string, found: readonly RegExpExecArray[]): string {
  if (found.length === 0) return text;
  let rest = "";
  let at = 0;
  for (const m of found) {
    rest += text.slice(at, m.index) + " ".repeat(m[0].length);
    at = m.index + m[0].length;
  }
  return rest + text.slice(at);
}

/**
 * Returns a function that finds the first offset of any of the marks at or after `from`, or the text's length. `from` must
 * not decrease from call to call. The engine finds strings far faster than matches of an expression.
 */
export function createIndexOfAny(text: string, marks: readonly string[]): (from: number) => number {
  const present = marks.filter((mark) => text.includes(mark));
  const next = present.map(() => -1);
  return (from) => {
    let first = text.length;
    for (let i = 0; i < present.length; i++) {
      let at = next[i] as number;
      if (at < from) {
        at = text.indexOf(present[i] as string, from);
        if (at < 0) at = text.length;
        next[i] = at;
      }
      if (at < first) first = at;
    }
    return first;
  };
}
