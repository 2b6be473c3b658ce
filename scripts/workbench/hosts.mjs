/** The VS Codes that tests run in: the oldest that the extension supports, and the newest. Both are npm packages. */
import { existsSync, symlinkSync } from "node:fs";
import path from "node:path";
import { at } from "../project.mjs";
import { ensureNode24, ensureVscodeHost, ensureVscodeNewest } from "../setup.mjs";

/**
 * @typedef {object} VscodeHost
 * @property {string} main the script that starts the server
 * @property {() => Promise<string>} prepare installs it if necessary, and resolves to the Node.js program that runs it
 */

const hostIn = (folder, ensureNode) => {
  const modules = at(folder, "node_modules");
  const server = path.join(modules, "code-server/lib/vscode");
  return {
    main: path.join(server, "out/server-main.js"),
    async prepare() {
      const node = await ensureNode();
      // The page loads modules from the server's own node_modules, but npm installs them in a parent folder.
      const link = path.join(server, "node_modules");
      if (!existsSync(link)) symlinkSync(modules, link, "junction");
      return node;
    },
  };
};

/** @type {VscodeHost} */
export const oldestVscode = hostIn("tools/vscode-host", async () => {
  await ensureVscodeHost();
  return process.execPath;
});

/** @type {VscodeHost} */
export const newestVscode = hostIn("tools/vscode-newest", async () => {
  await ensureVscodeNewest();
  return await ensureNode24();
});
