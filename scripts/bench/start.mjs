/** How long the server takes to answer for the first time, over a Node that does nothing. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { startEditor } from "./editor.mjs";
import { emptyServer, server } from "./packaged.mjs";
import { printTable } from "./table.mjs";
import { median } from "./times.mjs";

async function bareNode() {
  const started = performance.now();
  await once(spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }), "exit");
  return performance.now() - started;
}

async function serverStart(program) {
  const started = performance.now();
  const editor = await startEditor(program);
  const time = performance.now() - started;
  await editor.stop();
  return time;
}

const starts = {
  "bare Node": bareNode,
  "the protocol library alone": () => serverStart(emptyServer),
  "server, until it answers": () => serverStart(server),
};

export async function start() {
  const times = new Map(Object.keys(starts).map((name) => [name, []]));
  // In turns, and the first, which reads the files from the disk, does not count.
  for (let round = 0; round <= 20; round += 1) {
    for (const [name, timeOf] of Object.entries(starts)) {
      const time = await timeOf();
      if (round > 0) times.get(name).push(time);
    }
  }
  const bare = median(times.get("bare Node"));
  printTable(
    "Start, median of 20, in milliseconds",
    ["", "ms", "times bare"],
    [...times].map(([name, list]) => [name, median(list), median(list) / bare]),
  );
}
