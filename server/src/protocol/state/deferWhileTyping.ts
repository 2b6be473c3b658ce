/** Defers new findings on the line that is being typed. */
import { type Disposable, Emitter, type Event } from "vscode-languageserver";
import type { Span } from "../../base/span.ts";
import { touchesSpan } from "../../base/span.ts";
import type { Runtime } from "../lsp/runSafe.ts";

/** All findings are shown when nothing has been typed for this long. */
export const idleDelayMs = 1500;

/** What is needed of a finding here. */
interface Found extends Span {
  readonly rule: string;
}

export interface TypingDeferral {
  /** Takes the text of a document when it opens and whenever it changes. */
  read(uri: string, text: string): void;
  close(uri: string): void;
  /** True if the finding is deferred, because it is new and on the lines last edited. */
  isDeferred(uri: string, finding: Found): boolean;
  /** Returns the findings that aren't deferred, and remembers them as shown. */
  show<T extends Found>(uri: string, findings: readonly T[]): readonly T[];
  /** Fires with the URI of a document that has been idle and has deferred findings. */
  readonly onIdle: Event<string>;
}

interface State {
  readonly text: string;
  /** The lines last edited; undefined while the document is idle. */
  readonly lines: Span | undefined;
  readonly timer: Disposable | undefined;
  /** What the user sees, moved by the edits since then. */
  shown: readonly Found[];
  hasDeferred: boolean;
}

export function createTypingDeferral(runtime: Runtime): TypingDeferral {
  const idle = new Emitter<string>();
  const states = new Map<string, State>();

  const becomeIdle = (uri: string): void => {
    const state = states.get(uri);
    if (state === undefined) return;
    states.set(uri, { ...state, lines: undefined, timer: undefined, hasDeferred: false });
    if (state.hasDeferred) idle.fire(uri);
  };

  const isDeferred = (uri: string, finding: Found): boolean => {
    const { lines, shown } = states.get(uri) ?? idleState("");
    if (lines === undefined || !touchesSpan(finding, lines)) return false;
    return !shown.some((before) => before.rule === finding.rule && touchesSpan(before, finding));
  };

  return Object.freeze({
    read(uri: string, text: string) {
      const before = states.get(uri);
      if (before === undefined) states.set(uri, idleState(text));
      if (before === undefined || before.text === text) return;
      before.timer?.dispose();
      const edit = editBetween(before.text, text);
      states.set(uri, {
        text,
        lines: linesOf(text, edit.start, edit.newEnd),
        timer: runtime.timer.setTimeout(() => becomeIdle(uri), idleDelayMs),
        shown: before.shown.map((found) => moved(found, edit)),
        hasDeferred: before.hasDeferred,
      });
    },
    close(uri: string) {
      states.get(uri)?.timer?.dispose();
      states.delete(uri);
    },
    isDeferred,
    show<T extends Found>(uri: string, findings: readonly T[]) {
      const state = states.get(uri);
      const shown = findings.filter((finding) => !isDeferred(uri, finding));
      if (state !== undefined) {
        state.shown = shown;
        state.hasDeferred = shown.length < findings.length;
      }
      return shown;
    },
    onIdle: idle.event,
  });
}

const idleState = (text: string): State => ({
  text,
  lines: undefined,
  timer: undefined,
  shown: [],
  hasDeferred: false,
});

interface TextEdited {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The range in which two texts differ. It doesn't depend on how an editor splits its changes. */
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
