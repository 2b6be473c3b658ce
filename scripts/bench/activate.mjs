/**
 * What the extension takes of VS Code's start: loading it, and `activate()`, which VS Code counts together, and then the
 * first letter. In the packaged extension, in a real VS Code, when that has nothing else to do.
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

/** What the entry says in one VS Code; undefined where something made the extension start by itself. */
async function figuresOf(folder) {
  let figures;
  await runNodeHost({
    folder,
    tests: at("scripts/bench/activateEntry.cjs"),
    say(line) {
      if (line.startsWith("{")) figures = JSON.parse(line);
    },
  });
  return figures;
}

export async function activate() {
  if (!findBrowser()) {
    console.log("\nThe start inside VS Code is not measured: there is no browser to run VS Code in.");
    return;
  }
  // Without letters, or the extension would start by itself.
  const folder = mkdtempSync(path.join(tmpdir(), "imr-bench-folder-"));
  try {
    const all = [];
    for (let tries = 0; all.length < rounds && tries < 3 * rounds; tries += 1) {
      const figures = await figuresOf(folder);
      if (figures) all.push(figures);
    }
    const row = ([step, name]) => [
      name,
      ...["time", "processor"].map((of) => median(all.map((one) => one[step][of]))),
    ];
    printTable(
      `Start inside VS Code, median of ${all.length}, in milliseconds`,
      ["", "ms", "processor"],
      Object.entries(steps).map(row),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
