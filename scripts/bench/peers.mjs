/**
 * What other programs that look at English text take for the same letters, each in a process of its own: in one, they slow
 * each other down. Each round changes a few words of each sentence, so that nobody is asked about a sentence that they
 * remember. All of them look for other things than ours does: the ratios say what is usual, not who is better.
 */
import { execFileSync } from "node:child_process";
import { at } from "../project.mjs";
import { ensurePeers } from "../setup.mjs";
import { letters } from "./letters.mjs";
import { lookers } from "./lookers.mjs";
import { printTable } from "./table.mjs";

/** Undefined where the program cannot be had here, which is said. */
function timeOf(name) {
  try {
    const told = execFileSync(process.execPath, [at("scripts/bench/oneLooker.mjs"), name], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    return Number(told);
  } catch (error) {
    console.log(`No comparison with ${name}: ${error.message}`);
    return undefined;
  }
}

export async function comparison() {
  await ensurePeers().catch(({ message }) => console.log(message));
  const times = Object.keys(lookers).map((name) => [name, timeOf(name)]);
  const [[, ours]] = times;
  printTable(
    `Others on the same ${letters.length} letters: processor's milliseconds for each, and how many times ours that is`,
    ["", "ms", "times ours"],
    times.filter(([, time]) => time !== undefined).map(([name, time]) => [name, time, time / ours]),
  );
}
