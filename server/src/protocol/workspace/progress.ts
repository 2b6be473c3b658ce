/** Tells how far long work is: to who asked for it, or, of work in the background, in the client's own place for that. */
import { type CancellationToken, type Connection, WorkDoneProgress } from "vscode-languageserver";
import { formatNumber } from "../../base/formatNumber.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";

/** Who waits for long work: may end it, and is told how far it is. */
export interface ProgressReporter {
  isCancelled(): boolean;
  report(done: number, total: number): void;
}

/** Nobody waits. */
export const noProgress: ProgressReporter = { isCancelled: () => false, report() {} };

/** Reports no step twice. */
function eachPercent(report: (percentage: number, message: string) => void): ProgressReporter["report"] {
  let last = -1;
  return (done, total) => {
    const percentage = Math.floor((100 * done) / total);
    if (percentage === last) return;
    last = percentage;
    report(percentage, `${formatNumber(done)} of ${formatNumber(total)}`);
  };
}

/** Of a request with a `workDoneToken`, which a cancellation ends. */
export function requestProgress(
  connection: Connection,
  token: CancellationToken,
  workDoneToken: string | number | undefined,
): ProgressReporter {
  return {
    isCancelled: () => token.isCancellationRequested,
    report: eachPercent((percentage, message) => {
      if (workDoneToken === undefined) return;
      const report = { kind: "report", message, percentage } as const;
      void connection.sendProgress(WorkDoneProgress.type, workDoneToken, report);
    }),
  };
}

/** Does work that shows under `title` while it lasts, and that the user may end there. */
export async function withBackgroundProgress<T>(
  connection: Connection,
  client: ClientFlags,
  title: string,
  work: (progress: ProgressReporter) => Promise<T>,
): Promise<T> {
  if (!client.workDoneProgress) return work(noProgress);
  const shown = await connection.window.createWorkDoneProgress();
  shown.begin(title, 0, undefined, true);
  try {
    return await work({
      isCancelled: () => shown.token.isCancellationRequested,
      report: eachPercent((percentage, message) => shown.report(percentage, message)),
    });
  } finally {
    shown.done();
  }
}
