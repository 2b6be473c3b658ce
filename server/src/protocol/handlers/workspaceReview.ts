import type { WorkDoneProgressParams } from "vscode-languageserver";
import { clearReviewRequest, reviewWorkspaceRequest, type WorkspaceReviewSummary } from "../extensions.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { describeError } from "../lsp/runSafe.ts";
import { requestProgress } from "../workspace/progress.ts";
import { summarizeReview } from "../workspace/reviewSummary.ts";
import type { ServerFeature } from "./handler.ts";

/** `imr/reviewWorkspace` reviews all letters of the workspace; `imr/clearReview` clears the results. */
export const workspaceReview: ServerFeature = {
  register({ connection, workspaceReview }) {
    // If canceled, it returns the results so far instead of an error.
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
