/**
 * Measures how long the extension delays the start of VS Code: loading it, and `activate()`, which VS Code counts together,
 * then the first letter. Runs the packaged extension in a real VS Code that is otherwise idle.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { at } from "../project.mjs";
import { findBrowser } from "../workbench/browser.mjs";
import { runNodeHost } from "../workbench/runNodeHost.mjs";
import "./packaged.mjs";
import { printTable } from "./table.mjs";
import { median } from "./times.mjs";

const rounds = 5;

const steps = {
  load: "loading its code",
  activate: "activate()",
  server: "from the first letter to the server",
};

/** The figures from one run of VS Code; undefined if the extension was activated too early. */
async function figuresOf(folder) {
  let figures;
  await runNodeHost({
    folder,
    tests: at("scripts/bench/activateEntry.cjs"),
    log(line) {
      if (line.startsWith("{")) figures = JSON.parse(line);
    },
  });
  return figures;
}

export async function activate() {
  if (!findBrowser()) {
    console.log("\nSkipped the start in VS Code: no browser to run VS Code was found.");
    return;
  }
  // Without letters, which would activate the extension.
  const folder = mkdtempSync(path.join(tmpdir(), "imr-bench-folder-"));
  try {
    const all = [];
    for (let tries = 0; all.length < rounds && tries < 3 * rounds; tries += 1) {
      const figures = await figuresOf(folder);
      if (figures) all.push(figures);
    }
    const row = ([step, name]) => [
      name,
      ...["elapsedMs", "cpuMs"].map((of) => median(all.map((one) => one[step][of]))),
    ];
    printTable(
      `Start in VS Code, median of ${all.length}, in milliseconds`,
      ["", "ms", "CPU ms"],
      Object.entries(steps).map(row),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
