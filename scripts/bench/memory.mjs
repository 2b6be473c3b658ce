/** Measures the memory of the server with ten open letters, after all requests that an editor sends. */
import { spawn } from "node:child_process";
import { environment, startEditor } from "./editor.mjs";
import { samples } from "./letters.mjs";
import { residentMemory } from "./residentMemory.mjs";
import { printTable } from "./table.mjs";

/** Makes the engine collect garbage after each megabyte instead of sixteen. */
const earlyGcOption = "--max-semi-space-size=1";

async function requestEverything(editor, uri, text) {
  const textDocument = { uri };
  const range = { start: { line: 0, character: 0 }, end: { line: text.split("\n").length, character: 0 } };
  const { items } = await editor.request("textDocument/diagnostic", { textDocument });
  for (const method of ["semanticTokens/full", "documentSymbol", "foldingRange", "documentLink", "codeLens"])
    await editor.request(`textDocument/${method}`, { textDocument });
  await editor.request("textDocument/inlayHint", { textDocument, range });
  await editor.request("textDocument/codeAction", { textDocument, range, context: { diagnostics: items } });
  for (const [line, lineText] of text.split("\n").entries()) {
    const position = { line, character: Math.floor(lineText.length / 2) };
    for (const method of ["hover", "definition", "completion", "documentHighlight"])
      await editor.request(`textDocument/${method}`, { textDocument, position });
  }
}

async function bareMemory() {
  const child = spawn(process.execPath, ["-e", "console.log(0); setInterval(() => {}, 1e6)"], {
    env: environment,
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  const memory = residentMemory(child.pid);
  child.kill();
  return memory;
}

/** The memory of a server after it has started, and after all requests. */
async function serverMemory(...nodeOptions) {
  const editor = await startEditor(undefined, nodeOptions);
  await editor.initialized();
  const started = residentMemory(editor.pid);
  const open = samples.slice(0, 10).map((text, index) => [`file:///letter-${index}.imr.txt`, text]);
  for (const [uri, text] of open) await editor.open(uri, text);
  for (const [uri, text] of open) await requestEverything(editor, uri, text);
  const afterRequests = residentMemory(editor.pid);
  await editor.stop();
  return { started, afterRequests };
}

export async function memory() {
  const bare = await bareMemory();
  const server = await serverMemory();
  const withEarlyGc = await serverMemory(earlyGcOption);
  const row = (name, megabytes) =>
    megabytes === undefined ? [name, "–", "–"] : [name, megabytes, megabytes / bare];
  printTable(
    "Resident memory, in MB",
    ["", "MB", "ratio"],
    [
      row("bare Node.js", bare),
      row("server, started", server.started),
      row("server, ten letters, all requests", server.afterRequests),
      row(`  ${earlyGcOption}`, withEarlyGc.afterRequests),
    ],
  );
}
