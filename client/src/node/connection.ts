/** The connection to a server that is a process of its own. A file of its own too, so that it is loaded only when used. */
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { createConnection } from "../connection.ts";
import type { Connection, ConnectionNeeds } from "../languageClient.ts";

/** `module`: the server's file. */
export function connectTo(module: string, needs: ConnectionNeeds): Connection {
  // What a letter takes is soon no longer needed: cleared away after each megabyte it is a third less memory, no slower.
  const clearsEarly = "--max-semi-space-size=1";
  const run = { module, transport: TransportKind.ipc, options: { execArgv: [clearsEarly] } };
  const debug = { ...run, options: { execArgv: [clearsEarly, "--nolazy", "--inspect=6009"] } };
  return createConnection(
    (id, name, options) => new LanguageClient(id, name, { run, debug }, options),
    needs,
  );
}
