/** The connection to a server in a separate process. It's in a separate file so that it's loaded only when needed. */
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { createConnection } from "../connection.ts";
import type { Connection, ConnectionNeeds } from "../languageClient.ts";

/** `module` is the path of the server's script. */
export function connectTo(module: string, needs: ConnectionNeeds): Connection {
  // Objects of a review are short-lived. Collecting them after each megabyte saves a third of the memory and isn't slower.
  const smallSemiSpace = "--max-semi-space-size=1";
  const run = { module, transport: TransportKind.ipc, options: { execArgv: [smallSemiSpace] } };
  const debug = { ...run, options: { execArgv: [smallSemiSpace, "--nolazy", "--inspect=6009"] } };
  return createConnection(
    (id, name, options) => new LanguageClient(id, name, { run, debug }, options),
    needs,
  );
}
