/** Starts and stops the VS Code server that serves the workbench to a browser. */
import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { oldestVscode } from "./hosts.mjs";

/** Settings for all runs: no welcome pages and no network requests. */
const quietSettings = {
  "security.workspace.trust.enabled": false,
  "workbench.startupEditor": "none",
  "workbench.enableExperiments": false,
  "workbench.tips.enabled": false,
  // In a browser, VS Code would save each change immediately.
  "files.autoSave": "off",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "git.enabled": false,
};

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** The environment without the variables of a VS Code that this runs in. */
function cleanEnvironment(data) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER_)/.test(name)),
  );
  env.EXTENSIONS_GALLERY = "{}";
  if (process.platform === "linux") {
    // Its sockets are deleted with the data folder. (On macOS, such a path would be too long for a socket.)
    env.TMPDIR = data;
    delete env.XDG_RUNTIME_DIR;
  }
  return env;
}

/** Ends the server with all of its child processes: extension hosts, language servers, file watchers. */
function killTree(child) {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    return;
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Already gone.
  }
}

function untilListening(child) {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(
      () => reject(new Error(`VS Code didn't start within a minute.\n${output}`)),
      60_000,
    );
    const read = (chunk) => {
      output += chunk;
      if (process.env.IMR_VERBOSE) process.stderr.write(chunk);
      if (!output.includes("Extension host agent listening on")) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code exited with code ${code}.\n${output.slice(-4000)}`));
    });
  });
}

/**
 * Starts a server with a new profile in `data`, a folder that only this user can access and that is deleted with the server.
 * @param {{ settings?: object, vsix?: string, vscode?: import("./hosts.mjs").VscodeHost }} options user settings; an
 *   extension package to install first; the VS Code to run
 */
export async function startServer({ settings = {}, vsix, vscode = oldestVscode } = {}) {
  const node = await vscode.prepare();
  const data = mkdtempSync(path.join(tmpdir(), "imr-vscode-"));
  const remove = () => rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  mkdirSync(path.join(data, "data/User"), { recursive: true });
  writeFileSync(
    path.join(data, "data/User/settings.json"),
    JSON.stringify({ ...quietSettings, ...settings }, undefined, 2),
  );
  const env = cleanEnvironment(data);
  if (vsix) installPackage({ vsix, data, env, node, main: vscode.main });

  const port = await freePort();
  // Anyone who can connect to the server can run code, so it needs a token. The token is in a file that only this user can
  // read, because arguments are visible to all users of a computer.
  const token = randomUUID();
  const tokenFile = path.join(data, "token");
  writeFileSync(tokenFile, token, { mode: 0o600, flag: "wx" });
  const child = spawn(
    node,
    [
      ...[vscode.main, "--host", "127.0.0.1", "--port", String(port), "--connection-token-file", tokenFile],
      ...["--server-data-dir", data, "--telemetry-level", "off", "--accept-server-license-terms"],
      ...["--disable-workspace-trust", "--enable-smoke-test-driver"],
    ],
    { env, stdio: ["ignore", "pipe", "pipe"], detached: process.platform !== "win32" },
  );
  const end = () => {
    killTree(child);
    remove();
  };
  process.once("exit", end);
  const exitOnSignal = () => process.exit(130);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, exitOnSignal);

  const stop = async () => {
    const closed =
      child.exitCode === null && child.signalCode === null
        ? new Promise((resolve) => child.once("close", resolve))
        : undefined;
    child.removeAllListeners("exit");
    killTree(child);
    await closed;
    remove();
    process.removeListener("exit", end);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeListener(signal, exitOnSignal);
  };
  try {
    await untilListening(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, token, data, child, stop };
}

function installPackage({ vsix, data, env, node, main }) {
  const args = [main, "--server-data-dir", data, "--install-extension", vsix];
  const result = spawnSync(node, args, { env, encoding: "utf8" });
  if (result.status === 0 && /successfully installed/.test(result.stdout)) return;
  throw new Error(`VS Code couldn't install ${vsix}:\n${result.stdout}${result.stderr}`);
}

/** The workbench's URI of a path on this computer. */
export function remoteUri({ port }, file) {
  const posix = file.replaceAll("\\", "/").replace(/^(?!\/)/, "/");
  return `vscode-remote://127.0.0.1:${port}${encodeURI(posix)}`;
}

/**
 * The URL of the page.
 * @param {{ folder?: string, file?: string, extension?: string, tests?: string }} options absolute paths to open or load
 */
export function workbenchUrl(server, { folder, file, extension, tests }) {
  const payload = [
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
  if (file) payload.push(["openFile", remoteUri(server, file)]);
  if (extension) payload.push(["extensionDevelopmentPath", remoteUri(server, extension)]);
  if (tests) payload.push(["extensionTestsPath", remoteUri(server, tests)]);
  const query = new URLSearchParams({ tkn: server.token });
  if (folder) query.set("folder", folder.replaceAll("\\", "/"));
  else query.set("ew", "true");
  query.set("payload", JSON.stringify(payload));
  return `http://127.0.0.1:${server.port}/?${query}`;
}
