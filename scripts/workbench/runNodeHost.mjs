/** The workbench tests in VS Code's Node extension host, as on a desktop. */
import { pathToFileURL } from "node:url";
import { at } from "../project.mjs";
import { report, runInPage } from "./hostRun.mjs";
import { startServer, workbenchUrl } from "./server.mjs";

/**
 * @param {{ extension?: string, tests?: string, folder?: string, say?: (line: string) => void }} where absolute paths;
 *   the project's own by default
 */
export async function runNodeHost({
  extension = at(),
  tests = at("dist/test/node/index.js"),
  folder = at("test/workbench/workspace"),
  say,
} = {}) {
  const server = await startServer();
  try {
    return await runInPage({ server, address: workbenchUrl(server, { folder, extension, tests }), say });
  } finally {
    await server.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) report(await runNodeHost());
