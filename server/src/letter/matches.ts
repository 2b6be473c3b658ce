/**
 * All matches of a global form that never matches nothing, in order. `matchAll` makes a copy of the form at each call,
 * which costs more than the search in the short texts that letters are cut into.
 */
export function matches(form: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  form.lastIndex = 0;
  for (let m = form.exec(text); m; m = form.exec(text)) found.push(m);
  return found;
}

/** The text with spaces for what was found in it: as long as before, so that offsets stay. */
export function withoutMatches(text: string, found: readonly RegExpExecArray[]): string {
  if (found.length === 0) return text;
  let rest = "";
  let at = 0;
  for (const m of found) {
    rest += text.slice(at, m.index) + " ".repeat(m[0].length);
    at = m.index + m[0].length;
  }
  return rest + text.slice(at);
}
