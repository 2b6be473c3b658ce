/** Opens the sample letters in VS Code with the extension, to try it. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { at, run } from "../project.mjs";
import { findBrowser } from "./browser.mjs";
import { startServer, workbenchUrl } from "./server.mjs";

const samples = at("samples");

/** The path of the first of the programs that is on the PATH. */
function onPath(...names) {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const endings = process.platform === "win32" ? [".cmd", ".exe"] : [""];
  const candidates = names.flatMap((name) =>
    folders.flatMap((folder) => endings.map((end) => path.join(folder, name + end))),
  );
  return candidates.find((file) => existsSync(file));
}

/** Opens the installed VS Code; false if there is none. */
export async function openDesktop() {
  const code = onPath("code", "code-insiders", "codium");
  if (!code) return false;
  console.log(`Opening the samples in ${code} …`);
  const args = ["--new-window", `--extensionDevelopmentPath=${at()}`, samples];
  const onWindows = process.platform === "win32";
  const exit = await run(onWindows ? `"${code}"` : code, onWindows ? args.map((arg) => `"${arg}"`) : args, {
    shell: onWindows,
  });
  if (exit !== 0) throw new Error(`${code} exited with code ${exit}.`);
  return true;
}

/** Serves VS Code from this computer, prints its URL, and opens it if there is a display. Runs until Ctrl+C. */
export async function openInBrowser() {
  const server = await startServer();
  const address = workbenchUrl(server, {
    folder: samples,
    extension: at(),
    file: path.join(samples, "missing-decision.imr.txt"),
  });
  console.log(
    `VS Code with IMR Letters and the sample letters, for any browser on this computer:\n\n  ${await shortAddress(address)}\n\nPress Ctrl+C to stop.`,
  );
  const [viewer, ...args] = viewerCommand();
  if (!viewer) return;
  spawn(viewer, [...args, redirectPage(address, server.data)], { stdio: "ignore", detached: true })
    .once("error", () => {
      // The URL is printed, which is enough.
    })
    .unref();
}

/**
 * A short address that leads to `address`, which is too long to copy from a terminal. It contains a random word, because
 * `address` contains the token.
 */
export async function shortAddress(address) {
  const word = randomBytes(9).toString("base64url");
  const server = createServer((request, response) => {
    if (request.url !== `/${word}`) response.writeHead(404).end();
    else response.writeHead(302, { location: address, "referrer-policy": "no-referrer" }).end();
  });
  // It doesn't keep the program running.
  server.unref();
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${server.address().port}/${word}`;
}

/**
 * Writes a page to `folder` that redirects to `address` and that only this user can read; returns its path. The address
 * contains the token, and the arguments of a program are visible to all users of a computer.
 */
export function redirectPage(address, folder) {
  const file = path.join(folder, "open.html");
  const escaped = address.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  const page = `<!doctype html><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0; url=${escaped}">`;
  writeFileSync(file, page, { mode: 0o600, flag: "wx" });
  return file;
}

/** The command that opens a URL for the user; empty if there is no display. */
function viewerCommand() {
  if (process.platform === "darwin") return ["open"];
  if (process.platform === "win32") return ["explorer.exe"];
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return [];
  const viewer = onPath("xdg-open") ?? findBrowser();
  return viewer ? [viewer] : [];
}
