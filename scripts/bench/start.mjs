/** How long the server takes to answer for the first time, and to check a first letter, over a Node that does nothing. */
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
  return { "bare Node": performance.now() - started };
}

async function protocolAlone() {
  const started = performance.now();
  const editor = await startEditor(emptyServer);
  const time = performance.now() - started;
  await editor.stop();
  return { "the protocol library alone": time };
}

/** The second tells whether the first was only put off. */
async function serverStart() {
  const started = performance.now();
  const editor = await startEditor(server);
  const answered = performance.now() - started;
  await editor.initialized();
  const uri = "file:///letter.imr.txt";
  await editor.open(uri, longSample);
  await editor.ask("textDocument/diagnostic", { textDocument: { uri } });
  const checked = performance.now() - started;
  await editor.stop();
  return { "server, until it answers": answered, "server, first letter checked": checked };
}

export async function start() {
  const times = new Map();
  // In turns, and the first, which reads the files from the disk, does not count.
  for (let round = 0; round <= 20; round += 1) {
    for (const timesOf of [bareNode, protocolAlone, serverStart]) {
      for (const [name, time] of Object.entries(await timesOf())) {
        if (round > 0) times.set(name, [...(times.get(name) ?? []), time]);
      }
    }
  }
  const bare = median(times.get("bare Node"));
  printTable(
    "Start, median of 20, in milliseconds",
    ["", "ms", "times bare"],
    [...times].map(([name, list]) => [name, median(list), median(list) / bare]),
  );
}
