/**
 * Runs the workbench tests in the web worker extension host, as on vscode.dev: the extension is served over HTTP and specified
 * in the page's options, so VS Code uses its `browser` entry.
 */
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { at, root } from "../project.mjs";
import { report, runInPage } from "./hostRun.mjs";
import { startServer, workbenchUrl } from "./server.mjs";

const types = { ".js": "text/javascript", ".json": "application/json" };
const mount = "/extension";

/** Serves the project's folder at `/extension`, to any page on this computer. */
function serveExtension() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = path.join(root, decodeURIComponent(pathname).slice(mount.length));
    const found = pathname.startsWith(`${mount}/`) && file.startsWith(root + path.sep) && isFile(file);
    response.writeHead(request.method === "OPTIONS" || found ? 200 : 404, {
      "content-type": types[path.extname(file)] ?? "application/octet-stream",
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "*",
      "cross-origin-resource-policy": "cross-origin",
    });
    if (found && request.method === "GET") createReadStream(file).pipe(response);
    else response.end();
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

const isFile = (file) => existsSync(file) && statSync(file).isFile();

/** Runs in the page before VS Code: adds the extension and the tests to the options that VS Code reads from the page. */
function addDevelopmentOptions(options) {
  const getAttribute = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name) {
    const value = getAttribute.call(this, name);
    if (name !== "data-settings" || this.id !== "vscode-workbench-web-configuration") return value;
    const configuration = JSON.parse(value);
    configuration.developmentOptions = { ...configuration.developmentOptions, ...options };
    return JSON.stringify(configuration);
  };
}

/** @param {{ vscode?: object }} options the VS Code to run, from `hosts.mjs` */
export async function runWebHost({ vscode } = {}) {
  const files = await serveExtension();
  const server = await startServer({ vscode });
  const served = (pathname) => ({
    scheme: "http",
    authority: `127.0.0.1:${files.address().port}`,
    path: mount + pathname,
  });
  const options = { extensions: [served("")], extensionTestsPath: served("/dist/test/web/index.js") };
  try {
    return await runInPage({
      server,
      address: workbenchUrl(server, { folder: at("test/workbench/workspace") }),
      preparePage: (page) => page.addInitScript(addDevelopmentOptions, options),
    });
  } finally {
    files.close();
    files.closeAllConnections();
    await server.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) report(await runWebHost());
