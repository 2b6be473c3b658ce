import type { Token } from "./types.ts";

/** In order, without empty tokens; where two overlap the earlier keeps its place and the later what is left. */
export function ordered(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  let end = 0;
  for (const token of [...tokens].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(token.start, end);
    if (start >= token.end) continue;
    result.push({ ...token, start });
    end = token.end;
  }
  return result;
}

/** Both layers as one: the inner tokens whole, the outer ones where no inner token covers them. */
export function merged(outer: readonly Token[], inner: readonly Token[]): readonly Token[] {
  const rest: Token[] = [];
  let next = 0;
  for (const token of outer) {
    let start = token.start;
    while ((inner[next]?.end ?? Infinity) <= start) next++;
    for (let i = next; (inner[i]?.start ?? Infinity) < token.end; i++) {
      const cut = inner[i]!;
      if (cut.start > start) rest.push({ ...token, start, end: cut.start });
      start = Math.max(start, cut.end);
    }
    if (start < token.end) rest.push({ ...token, start });
  }
  return [...rest, ...inner].sort((a, b) => a.start - b.start);
}

/**
 * Cut at line ends, without white space at either side of a piece: many editors take no token of several lines. A
 * piece without a letter or digit, such as a bracket that is left around a drug, is not worth a colour.
 */
export function linesOf(text: string, tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => {
    const pieces: Token[] = [];
    for (const line of text.slice(token.start, token.end).matchAll(/[^\r\n]+/g)) {
      const start = token.start + line.index + (line[0].length - line[0].trimStart().length);
      const end = token.start + line.index + line[0].trimEnd().length;
      if (/[\p{L}\p{N}]/u.test(line[0])) pieces.push({ ...token, start, end });
    }
    return pieces;
  });
}
