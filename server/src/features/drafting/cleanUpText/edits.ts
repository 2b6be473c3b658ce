import type { Edit } from "../../../base/edits.ts";
import { isSpace } from "../../../base/flatText.ts";

/** CRLF is one piece: no edit begins or ends inside it. */
const pieces = /\r\n|[\s\S]/g;

/**
 * The edits that turn `before` into `after`: one per gap, each as small as possible. Throws if the texts differ in more
 * than white space.
 */
export function whiteSpaceEdits(before: string, after: string): readonly Edit[] {
  if (before === after) return [];
  const edits: Edit[] = [];
  let b = 0;
  let a = 0;
  while (b < before.length || a < after.length) {
    const [from, to] = [skipSpace(before, b), skipSpace(after, a)];
    const edit = smallestEdit(before.slice(b, from), after.slice(a, to), b);
    if (edit) edits.push(edit);
    [b, a] = [from, to];
    while (b < before.length && before[b] === after[a] && !isSpace(before.charCodeAt(b)))
      [b, a] = [b + 1, a + 1];
    if (b === from && a === to && (b < before.length || a < after.length)) {
      throw new Error("The texts differ in more than white space.");
    }
  }
  return edits;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The change from one gap to the other, without their common start and end. */
function smallestEdit(old: string, now: string, at: number): Edit | undefined {
  if (old === now) return undefined;
  const [o, n] = [old.match(pieces) ?? [], now.match(pieces) ?? []];
  const most = Math.min(o.length, n.length);
  let first = 0;
  while (first < most && o[first] === n[first]) first++;
  let last = 0;
  while (last < most - first && o[o.length - 1 - last] === n[n.length - 1 - last]) last++;
  const start = at + o.slice(0, first).join("").length;
  const end = at + o.slice(0, o.length - last).join("").length;
  return { start, end, text: n.slice(first, n.length - last).join("") };
}

/** The text after the edits, which must be in order and not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: words } of edits) {
    parts.push(text.slice(at, start), words);
    at = end;
  }
  return parts.join("") + text.slice(at);
}
