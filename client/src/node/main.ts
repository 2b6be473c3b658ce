/** The extension's entry on a desktop: the server is a process of its own. */
import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type Api, start } from "../extension.ts";

export function activate(context: ExtensionContext): Api {
  const module = context.asAbsolutePath("dist/server.js");
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  return start(context, (id, name, options) => new LanguageClient(id, name, { run, debug }, options));
}
