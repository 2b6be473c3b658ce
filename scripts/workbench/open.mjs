/** Opens VS Code with the extension on the sample letters, for a person to try. */
import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { at, run } from "../project.mjs";
import { findBrowser } from "./browser.mjs";
import { startServer, workbenchUrl } from "./server.mjs";

const samples = at("samples");

/** The first of the programs that is on the PATH. */
function onPath(...names) {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const endings = process.platform === "win32" ? [".cmd", ".exe"] : [""];
  const candidates = names.flatMap((name) =>
    folders.flatMap((folder) => endings.map((end) => path.join(folder, name + end))),
  );
  return candidates.find((file) => existsSync(file));
}

/** Opens a VS Code that is installed on this machine; false where there is none. */
export async function openDesktop() {
  const code = onPath("code", "code-insiders", "codium");
  if (!code) return false;
  console.log(`Opening ${code} on the samples …`);
  const args = ["--new-window", `--extensionDevelopmentPath=${at()}`, samples];
  const onWindows = process.platform === "win32";
  const exit = await run(onWindows ? `"${code}"` : code, onWindows ? args.map((arg) => `"${arg}"`) : args, {
    shell: onWindows,
  });
  if (exit !== 0) throw new Error(`${code} ended with code ${exit}.`);
  return true;
}

/** Serves VS Code from this machine, prints its address, and shows it where there is a screen. Runs until Ctrl+C. */
export async function openInBrowser() {
  const server = await startServer();
  const address = workbenchUrl(server, {
    folder: samples,
    extension: at(),
    file: path.join(samples, "opioids-and-muscle-relaxants.imr.txt"),
  });
  console.log(`VS Code with IMR Letters, in any browser on this machine:\n\n  ${address}\n\nCtrl+C ends it.`);
  const [viewer, ...first] = viewerCommand();
  if (!viewer) return;
  spawn(viewer, [...first, doorTo(address, server.data)], { stdio: "ignore", detached: true })
    .once("error", () => {
      // The address is printed; that is enough.
    })
    .unref();
}

/**
 * A page that leads to `address` and that only this user may read: the address holds the token, and what a program is
 * started with can be read by all users of a machine. Written into `folder`; gives its file.
 */
export function doorTo(address, folder) {
  const file = path.join(folder, "open.html");
  const escaped = address.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  const page = `<!doctype html><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0; url=${escaped}">`;
  writeFileSync(file, page, { mode: 0o600, flag: "wx" });
  return file;
}

/** The program that shows an address to a person; nothing where there is no screen. */
function viewerCommand() {
  if (process.platform === "darwin") return ["open"];
  if (process.platform === "win32") return ["explorer.exe"];
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return [];
  const viewer = onPath("xdg-open") ?? findBrowser();
  return viewer ? [viewer] : [];
}
