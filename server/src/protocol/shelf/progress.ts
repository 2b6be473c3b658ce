/** Tells how far long work is: to who asked for it, or, of work in the background, in the editor's own place for that. */
import { type CancellationToken, type Connection, WorkDoneProgress } from "vscode-languageserver";
import { grouped } from "../../features/grouped.ts";
import type { EditorAbilities } from "../capabilities.ts";
import type { Watching } from "./readLetters.ts";

const words = (done: number, of: number): string => `${grouped(done)} of ${grouped(of)}`;

/** Of a request with a `workDoneToken`, which a cancellation ends. */
export function watchingRequest(
  connection: Connection,
  token: CancellationToken,
  workDoneToken: string | number | undefined,
): Watching {
  let last = -1;
  return {
    isOver: () => token.isCancellationRequested,
    progress(done, of) {
      const percentage = Math.floor((100 * done) / of);
      if (workDoneToken === undefined || percentage === last) return;
      last = percentage;
      void connection.sendProgress(WorkDoneProgress.type, workDoneToken, {
        kind: "report",
        message: words(done, of),
        percentage,
      });
    },
  };
}

/** Does work that shows under `title` while it lasts, and that the user may end there. */
export async function inBackground<T>(
  connection: Connection,
  editor: EditorAbilities,
  title: string,
  work: (watching: Watching) => Promise<T>,
): Promise<T> {
  if (!editor.showsProgress) return work({ isOver: () => false, progress() {} });
  const shown = await connection.window.createWorkDoneProgress();
  let last = -1;
  shown.begin(title, 0, undefined, true);
  try {
    return await work({
      isOver: () => shown.token.isCancellationRequested,
      progress(done, of) {
        const percentage = Math.floor((100 * done) / of);
        if (percentage === last) return;
        last = percentage;
        shown.report(percentage, words(done, of));
      },
    });
  } finally {
    shown.done();
  }
}
