/** A row of a list of forms, with an example that it, and no other row of the list, is needed for; a test reads them all. */
export interface Form {
  readonly words: RegExp;
  readonly example: string;
}

/** The source of an expression for all of them, tried in their order where two begin at the same word. */
export const alternatives = (forms: readonly Form[]): string =>
  forms.map(({ words }) => words.source).join("|");

/**
 * All matches of a global form that never matches nothing, in order. `matchAll` makes a copy of the form at each call,
 * which costs more than the search in the short texts that letters are cut into.
 */
export function matchAll(form: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  form.lastIndex = 0;
  for (let m = form.exec(text); m; m = form.exec(text)) found.push(m);
  return found;
}

/** The text with spaces for what was found in it: as long as before, so that offsets stay. */
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
 * Finds the offset of the first of some marks at or after an offset that never goes back; the text's length where none
 * is. The engine looks for words far faster than for the matches of an expression.
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
