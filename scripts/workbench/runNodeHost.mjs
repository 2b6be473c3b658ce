/** Runs the workbench tests in the Node.js extension host, as in VS Code desktop. */
import { pathToFileURL } from "node:url";
import { at } from "../project.mjs";
import { report, runInPage } from "./hostRun.mjs";
import { startServer, workbenchUrl } from "./server.mjs";

/**
 * @param {{ extension?: string, tests?: string, folder?: string, log?: (line: string) => void }} options absolute paths;
 *   the project's by default
 */
export async function runNodeHost({
  extension = at(),
  tests = at("dist/test/node/index.js"),
  folder = at("test/workbench/workspace"),
  log,
} = {}) {
  const server = await startServer();
  try {
    return await runInPage({ server, address: workbenchUrl(server, { folder, extension, tests }), log });
  } finally {
    await server.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) report(await runNodeHost());
