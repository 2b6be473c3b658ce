/** The connection to a server in a web worker. */
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { createConnection } from "../connection.ts";
import type { Connection, ConnectionNeeds } from "../languageClient.ts";

/** The only browser API used here: the project has the types of Node. */
declare const Worker: new (url: string) => ConstructorParameters<typeof BrowserMessageReader>[0];

/** `script` is the server's URL. */
export function connectTo(script: string, needs: ConnectionNeeds): Connection {
  const startServer = async () => {
    const worker = new Worker(script);
    // The client doesn't recognize VS Code's own worker class, so it gets a reader and a writer instead.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return createConnection((id, name, options) => new LanguageClient(id, name, startServer, options), needs);
}
