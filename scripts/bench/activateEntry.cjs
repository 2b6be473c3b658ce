/**
 * Run by VS Code in place of tests: starts the extension once VS Code is at rest, opens a letter, and tells what each
 * step took, as a line of JSON. The processor's time is that of the whole extension host, which then does nothing else.
 */
const path = require("node:path");
const { setTimeout: pause } = require("node:timers/promises");
const vscode = require("vscode");

/** VS Code goes on starting for seconds after it runs this. */
const settling = 8000;

function taking() {
  const [started, before] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { time: performance.now() - started, processor: (user + system) / 1000 };
  };
}

exports.run = async () => {
  await pause(settling);
  const extension = vscode.extensions.getExtension("imr-letters.imr-letters");
  if (!extension.isActive) console.log(JSON.stringify(await figuresOf(extension)));
  console.log("1 passed, 0 failed");
};

async function figuresOf(extension) {
  const file = require.resolve(path.join(extension.extensionPath, extension.packageJSON.main));
  const loading = taking();
  const loaded = require(file);
  const load = loading();
  let activate;
  // VS Code takes what is loaded already.
  require.cache[file].exports = {
    ...loaded,
    activate(context) {
      const activating = taking();
      const api = loaded.activate(context);
      activate = activating();
      return api;
    },
  };
  const { ready } = await extension.activate();
  await pause(1000);

  const opening = taking();
  const content = "NOTICE OF INDEPENDENT MEDICAL REVIEW DETERMINATION";
  await vscode.workspace.openTextDocument({ language: "imr-letter", content });
  await ready;
  return { load, activate, server: opening() };
}
