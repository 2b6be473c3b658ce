/**
 * VS Code runs this instead of tests: it activates the extension once VS Code is idle, opens a letter, and prints the time of
 * each step as a line of JSON. CPU time is that of the whole extension host, which is otherwise idle then.
 */
const path = require("node:path");
const { setTimeout: pause } = require("node:timers/promises");
const vscode = require("vscode");

/** VS Code is still starting for seconds after it runs this. */
const startupMs = 8000;

function startTimer() {
  const [started, cpuBefore] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(cpuBefore);
    return { elapsedMs: performance.now() - started, cpuMs: (user + system) / 1000 };
  };
}

exports.run = async () => {
  await pause(startupMs);
  const extension = vscode.extensions.getExtension("imr-letters.imr-letters");
  if (!extension.isActive) console.log(JSON.stringify(await figuresOf(extension)));
  console.log("1 passed, 0 failed");
};

async function figuresOf(extension) {
  const file = require.resolve(path.join(extension.extensionPath, extension.packageJSON.main));
  const stopLoad = startTimer();
  const loaded = require(file);
  const load = stopLoad();
  let activate;
  // VS Code uses the loaded module.
  require.cache[file].exports = {
    ...loaded,
    activate(context) {
      const stopActivate = startTimer();
      const api = loaded.activate(context);
      activate = stopActivate();
      return api;
    },
  };
  const { ready } = await extension.activate();
  await pause(1000);

  const stopServer = startTimer();
  const content = "NOTICE OF INDEPENDENT MEDICAL REVIEW DETERMINATION";
  await vscode.workspace.openTextDocument({ language: "imr-letter", content });
  await ready;
  return { load, activate, server: stopServer() };
}
