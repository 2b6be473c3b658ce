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
