/** The requests that review the workspace and take that back. */

import type { WorkDoneProgressParams } from "vscode-languageserver";
import { clearReviewRequest, reviewWorkspaceRequest, type WorkspaceReviewed } from "../extensions.ts";
import { onOwnRequest } from "../lsp/customRequest.ts";
import { describeError } from "../lsp/runSafe.ts";
import type { ServerPart } from "../serverContext.ts";
import { watchingRequest } from "../workspace/progress.ts";

const nothing: WorkspaceReviewed = {
  letters: 0,
  foreign: 0,
  unreadable: [],
  cancelled: false,
  errors: 0,
  warnings: 0,
  information: 0,
  lettersWithProblems: 0,
};

export const reviewing: ServerPart = {
  capabilities: () => ({}),

  register({ connection, workspaceReview }) {
    // Cancelled, it tells what it has: it does not fail, as other requests do.
    onOwnRequest(
      connection,
      reviewWorkspaceRequest,
      async (params: WorkDoneProgressParams | null, token): Promise<WorkspaceReviewed> => {
        try {
          return await workspaceReview.review(watchingRequest(connection, token, params?.workDoneToken));
        } catch (error) {
          connection.console.error(`Reviewing the workspace failed: ${describeError(error)}`);
          return nothing;
        }
      },
    );
    onOwnRequest(connection, clearReviewRequest, async (): Promise<null> => {
      await workspaceReview.clear();
      return null;
    });
  },
};
