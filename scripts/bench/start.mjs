/** Measures how long the server takes to respond and to check a first letter, compared with a Node.js that does nothing. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { environment, startEditor } from "./editor.mjs";
import { longSample } from "./letters.mjs";
import { emptyServer, server } from "./packaged.mjs";
import { printTable } from "./table.mjs";
import { median } from "./times.mjs";

async function bareNode() {
  const started = performance.now();
  await once(spawn(process.execPath, ["-e", "0"], { stdio: "ignore", env: environment }), "exit");
  return { "bare Node.js": performance.now() - started };
}

async function protocolAlone() {
  const started = performance.now();
  const editor = await startEditor(emptyServer);
  const time = performance.now() - started;
  await editor.stop();
  return { "protocol library alone": time };
}

/** The second time shows whether work of the first was only postponed. */
async function serverStart() {
  const started = performance.now();
  const editor = await startEditor(server);
  const initializedMs = performance.now() - started;
  await editor.initialized();
  const uri = "file:///letter.imr.txt";
  await editor.open(uri, longSample);
  await editor.request("textDocument/diagnostic", { textDocument: { uri } });
  const checkedMs = performance.now() - started;
  await editor.stop();
  return { "server, initialized": initializedMs, "server, first letter checked": checkedMs };
}

export async function start() {
  const times = new Map();
  // Alternating. The first round, which reads the files from the disk, doesn't count.
  for (let round = 0; round <= 20; round += 1) {
    for (const timesOf of [bareNode, protocolAlone, serverStart]) {
      for (const [name, time] of Object.entries(await timesOf())) {
        if (round > 0) times.set(name, [...(times.get(name) ?? []), time]);
      }
    }
  }
  const bare = median(times.get("bare Node.js"));
  printTable(
    "Start, median of 20, in milliseconds",
    ["", "ms", "ratio"],
    [...times].map(([name, list]) => [name, median(list), median(list) / bare]),
  );
}
