/** Runs the workbench tests in the Node.js extension host, as in VS Code desktop. */
import { pathToFileURL } from "node:url";
import { at } from "../project.mjs";
import { report, runInPage } from "./hostRun.mjs";
import { startServer, workbenchUrl } from "./server.mjs";

/**
 * @param {{ extension?: string, tests?: string, folder?: string, log?: (line: string) => void, vscode?: object }} options
 *   absolute paths, the project's by default; the VS Code to run, from `hosts.mjs`
 */
export async function runNodeHost({
  extension = at(),
  tests = at("dist/test/node/index.js"),
  folder = at("test/workbench/workspace"),
  log,
  vscode,
} = {}) {
  const server = await startServer({ vscode });
  try {
    return await runInPage({ server, address: workbenchUrl(server, { folder, extension, tests }), log });
  } finally {
    await server.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) report(await runNodeHost());
