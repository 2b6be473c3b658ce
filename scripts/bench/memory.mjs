/** The memory that the server holds with ten letters open and asked for all that an editor asks. */
import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { environment, startEditor } from "./editor.mjs";
import { samples } from "./letters.mjs";
import { printTable } from "./table.mjs";

/** Has the engine clear away what is no longer needed after each megabyte, not after each sixteen. */
const clearsEarly = "--max-semi-space-size=1";

/** In MB; undefined where the system does not tell. */
function residentMemory(pid) {
  try {
    const status =
      process.platform === "linux"
        ? /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]
        : execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
    return Number(status) / 1024;
  } catch {
    return undefined;
  }
}

async function askForEverything(editor, uri, text) {
  const textDocument = { uri };
  const range = { start: { line: 0, character: 0 }, end: { line: text.split("\n").length, character: 0 } };
  const { items } = await editor.ask("textDocument/diagnostic", { textDocument });
  for (const what of ["semanticTokens/full", "documentSymbol", "foldingRange", "documentLink", "codeLens"])
    await editor.ask(`textDocument/${what}`, { textDocument });
  await editor.ask("textDocument/inlayHint", { textDocument, range });
  await editor.ask("textDocument/codeAction", { textDocument, range, context: { diagnostics: items } });
  for (const [line, words] of text.split("\n").entries()) {
    const position = { line, character: Math.floor(words.length / 2) };
    for (const what of ["hover", "definition", "completion", "documentHighlight"])
      await editor.ask(`textDocument/${what}`, { textDocument, position });
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

/** What a server holds as it starts, and when it has answered all. */
async function serverMemory(...nodeOptions) {
  const editor = await startEditor(undefined, nodeOptions);
  await editor.initialized();
  const started = residentMemory(editor.pid);
  const open = samples.slice(0, 10).map((text, index) => [`file:///letter-${index}.imr.txt`, text]);
  for (const [uri, text] of open) await editor.open(uri, text);
  for (const [uri, text] of open) await askForEverything(editor, uri, text);
  const asked = residentMemory(editor.pid);
  await editor.stop();
  return { started, asked };
}

export async function memory() {
  const bare = await bareMemory();
  const server = await serverMemory();
  const sparing = await serverMemory(clearsEarly);
  const row = (name, held) => (held === undefined ? [name, "–", "–"] : [name, held, held / bare]);
  printTable(
    "Memory that is held, in MB",
    ["", "MB", "times bare"],
    [
      row("bare Node", bare),
      row("server, started", server.started),
      row("server, ten letters, all asked", server.asked),
      row(`  ${clearsEarly}`, sparing.asked),
    ],
  );
}
