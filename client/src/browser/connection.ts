/** The connection to a server in a web worker. */
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { createConnection } from "../connection.ts";
import type { Connection, ConnectionNeeds } from "../languageClient.ts";

/** The one thing of the browser that is used here; the project is typed for Node. */
declare const Worker: new (url: string) => ConstructorParameters<typeof BrowserMessageReader>[0];

/** `script`: the server's address. */
export function connectTo(script: string, needs: ConnectionNeeds): Connection {
  const startServer = async () => {
    const worker = new Worker(script);
    // Given the worker itself, the client would not know VS Code's own kind of it.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return createConnection((id, name, options) => new LanguageClient(id, name, startServer, options), needs);
}
