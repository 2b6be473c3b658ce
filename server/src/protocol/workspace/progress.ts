/** Tells how far long work is: to who asked for it, or, of work in the background, in the editor's own place for that. */
import { type CancellationToken, type Connection, WorkDoneProgress } from "vscode-languageserver";
import { grouped } from "../../features/grouped.ts";
import type { EditorAbilities } from "../lsp/clientCapabilities.ts";
import { unwatched, type Watching } from "./readLetters.ts";

/** Tells no step twice. */
function eachPercent(tell: (percentage: number, words: string) => void): Watching["progress"] {
  let last = -1;
  return (done, of) => {
    const percentage = Math.floor((100 * done) / of);
    if (percentage === last) return;
    last = percentage;
    tell(percentage, `${grouped(done)} of ${grouped(of)}`);
  };
}

/** Of a request with a `workDoneToken`, which a cancellation ends. */
export function watchingRequest(
  connection: Connection,
  token: CancellationToken,
  workDoneToken: string | number | undefined,
): Watching {
  return {
    isOver: () => token.isCancellationRequested,
    progress: eachPercent((percentage, message) => {
      if (workDoneToken === undefined) return;
      const report = { kind: "report", message, percentage } as const;
      void connection.sendProgress(WorkDoneProgress.type, workDoneToken, report);
    }),
  };
}

/** Does work that shows under `title` while it lasts, and that the user may end there. */
export async function inBackground<T>(
  connection: Connection,
  editor: EditorAbilities,
  title: string,
  work: (watching: Watching) => Promise<T>,
): Promise<T> {
  if (!editor.showsProgress) return work(unwatched);
  const shown = await connection.window.createWorkDoneProgress();
  shown.begin(title, 0, undefined, true);
  try {
    return await work({
      isOver: () => shown.token.isCancellationRequested,
      progress: eachPercent((percentage, words) => shown.report(percentage, words)),
    });
  } finally {
    shown.done();
  }
}
