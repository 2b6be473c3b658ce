import type { WorkDoneProgressParams } from "vscode-languageserver";
import { clearReviewRequest, reviewWorkspaceRequest, type WorkspaceReviewSummary } from "../extensions.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { describeError } from "../lsp/runSafe.ts";
import { requestProgress } from "../workspace/progress.ts";
import { summarizeReview } from "../workspace/reviewSummary.ts";
import type { ServerFeature } from "./handler.ts";

/** `imr/reviewWorkspace` reviews all letters of the workspace, `imr/clearReview` takes that back. */
export const workspaceReview: ServerFeature = {
  register({ connection, workspaceReview }) {
    // Cancelled, it tells what it has: it does not fail, as other requests do.
    onCustomRequest(
      connection,
      reviewWorkspaceRequest,
      async (params: WorkDoneProgressParams | null, token): Promise<WorkspaceReviewSummary> => {
        try {
          return await workspaceReview.review(requestProgress(connection, token, params?.workDoneToken));
        } catch (error) {
          connection.console.error(`Reviewing the workspace failed: ${describeError(error)}`);
          return summarizeReview([], false);
        }
      },
    );
    onCustomRequest(connection, clearReviewRequest, async (): Promise<null> => {
      await workspaceReview.clear();
      return null;
    });
  },
};
