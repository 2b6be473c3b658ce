/** While a line is being typed, what is newly found in it waits. */

import type { Disposable } from "vscode-languageserver";
import { meets } from "../base/span.ts";
import type { Span } from "../letter/types.ts";
import type { Runtime } from "./runtime.ts";

/** How long nothing is typed until all findings are shown, in milliseconds. */
export const stillness = 1500;

/** As much of a finding as is needed here. */
interface Found extends Span {
  readonly rule: string;
}

export interface Typing {
  /** Tells the text of a document as it opens and whenever it changes. */
  read(uri: string, text: string): void;
  close(uri: string): void;
  /** True while the finding has to wait: it is new, and in the lines last edited. */
  isHeld(uri: string, finding: Found): boolean;
  /** Those of all findings that do not wait, taken as shown from now on. */
  show<T extends Found>(uri: string, findings: readonly T[]): readonly T[];
}

interface State {
  readonly text: string;
  /** The lines last edited; undefined while nothing is typed. */
  readonly lines: Span | undefined;
  readonly timer: Disposable | undefined;
  /** What the user sees, moved along with the edits since. */
  shown: readonly Found[];
  holdsBack: boolean;
}

/** `onStill` is called for a document some time after its last edit, where findings were held back. */
export function createTyping(runtime: Runtime, onStill: (uri: string) => void): Typing {
  const states = new Map<string, State>();

  const becomeStill = (uri: string): void => {
    const state = states.get(uri);
    if (state === undefined) return;
    states.set(uri, { ...state, lines: undefined, timer: undefined, holdsBack: false });
    if (state.holdsBack) onStill(uri);
  };

  const isHeld = (uri: string, finding: Found): boolean => {
    const { lines, shown } = states.get(uri) ?? still("");
    if (lines === undefined || !meets(finding, lines)) return false;
    return !shown.some((before) => before.rule === finding.rule && meets(before, finding));
  };

  return Object.freeze({
    read(uri: string, text: string) {
      const before = states.get(uri);
      if (before === undefined) states.set(uri, still(text));
      if (before === undefined || before.text === text) return;
      before.timer?.dispose();
      const edit = editBetween(before.text, text);
      states.set(uri, {
        text,
        lines: linesOf(text, edit.start, edit.newEnd),
        timer: runtime.timer.setTimeout(() => becomeStill(uri), stillness),
        shown: before.shown.map((found) => moved(found, edit)),
        holdsBack: before.holdsBack,
      });
    },
    close(uri: string) {
      states.get(uri)?.timer?.dispose();
      states.delete(uri);
    },
    isHeld,
    show<T extends Found>(uri: string, findings: readonly T[]) {
      const state = states.get(uri);
      const shown = findings.filter((finding) => !isHeld(uri, finding));
      if (state !== undefined) {
        state.shown = shown;
        state.holdsBack = shown.length < findings.length;
      }
      return shown;
    },
  });
}

const still = (text: string): State => ({
  text,
  lines: undefined,
  timer: undefined,
  shown: [],
  holdsBack: false,
});

interface TextEdited {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The one stretch in which two texts differ: the same whether an editor tells its changes piecemeal or at once. */
function editBetween(before: string, after: string): TextEdited {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let kept = 0;
  while (kept < shorter - start && before.at(-1 - kept) === after.at(-1 - kept)) kept++;
  return { start, oldEnd: before.length - kept, newEnd: after.length - kept };
}

function moved({ rule, start, end }: Found, edit: TextEdited): Found {
  const move = (offset: number, inside: number): number => {
    if (offset <= edit.start) return offset;
    return offset >= edit.oldEnd ? offset + edit.newEnd - edit.oldEnd : inside;
  };
  return { rule, start: move(start, edit.start), end: move(end, edit.newEnd) };
}

function linesOf(text: string, start: number, end: number): Span {
  let from = start;
  while (from > 0 && !isLineEnd(text[from - 1])) from--;
  let to = end;
  while (to < text.length && !isLineEnd(text[to])) to++;
  return { start: from, end: to };
}

const isLineEnd = (character: string | undefined): boolean => character === "\n" || character === "\r";
