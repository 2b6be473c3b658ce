/** Progress of long work: for the request that started it, or for background work in the client's progress UI. */
import { type CancellationToken, type Connection, WorkDoneProgress } from "vscode-languageserver";
import { formatNumber } from "../../base/formatNumber.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";

/** Progress reporter and cancellation token of long work. */
export interface ProgressReporter {
  isCancelled(): boolean;
  report(done: number, total: number): void;
}

/** For work without progress or cancellation. */
export const noProgress: ProgressReporter = { isCancelled: () => false, report() {} };

/** Reports each percentage only once. */
function eachPercent(report: (percentage: number, message: string) => void): ProgressReporter["report"] {
  let last = -1;
  return (done, total) => {
    const percentage = Math.floor((100 * done) / total);
    if (percentage === last) return;
    last = percentage;
    report(percentage, `${formatNumber(done)} of ${formatNumber(total)}`);
  };
}

/** The progress of a request: reports to its `workDoneToken`, if it has one, and ends when it is canceled. */
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

/** Does background work. The client shows its progress under `title`, where the user can cancel it. */
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
