import { trim } from "../../base/flatText.ts";
import type { Token } from "../types.ts";

/** The tokens in order, without empty ones. If two overlap, the later one is cut. */
export function ordered(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  let end = 0;
  for (const token of [...tokens].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(token.start, end);
    if (start >= token.end) continue;
    result.push(piece(token, start, token.end));
    end = token.end;
  }
  return result;
}

/** Both layers as one: the inner tokens, and the parts of the outer ones that no inner token covers. */
export function merged(outer: readonly Token[], inner: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  let next = 0;
  let covered = 0;
  for (const token of outer) {
    let start = Math.max(token.start, covered);
    for (; next < inner.length && inner[next]!.start < token.end; next++) {
      const cut = inner[next]!;
      if (cut.start > start) result.push(piece(token, start, cut.start));
      result.push(cut);
      covered = cut.end;
      start = Math.max(start, covered);
    }
    if (start < token.end) result.push(piece(token, start, token.end));
  }
  for (; next < inner.length; next++) result.push(inner[next]!);
  return result;
}

/**
 * The tokens cut at line ends, because many editors don't accept tokens of several lines. Pieces are trimmed, and those
 * without a letter or digit, such as a parenthesis next to a drug, are left out.
 */
export function linesOf(
  text: string,
  tokens: readonly Token[],
  lineEndFrom: (from: number) => number,
): readonly Token[] {
  const pieces: Token[] = [];
  for (const token of tokens) {
    for (let at = token.start; at < token.end; at++) {
      const lineStart = at;
      at = Math.min(token.end, lineEndFrom(lineStart));
      const { start, end } = trim(text, lineStart, at);
      if (start < end && hasWords(text, start, end)) pieces.push(piece(token, start, end));
    }
  }
  return pieces;
}

/** Most pieces start with a letter. */
function hasWords(text: string, start: number, end: number): boolean {
  const lower = text.charCodeAt(start) | 32;
  return (lower >= 97 && lower <= 122) || /[\p{L}\p{N}]/u.test(text.slice(start, end));
}

const piece = (token: Token, start: number, end: number): Token =>
  start === token.start && end === token.end ? token : { type: token.type, start, end };
