/**
 * Measures other programs that check English text on the same letters, each in its own process, because they'd slow each other
 * down in one. Each round changes a few words of each sentence, so no program gets a cached sentence. They all check other
 * things than this project: the ratios show what's usual, not what's better.
 */
import { execFileSync } from "node:child_process";
import { at } from "../project.mjs";
import { ensurePeers } from "../setup.mjs";
import { checkers } from "./checkers.mjs";
import { letters } from "./letters.mjs";
import { printTable } from "./table.mjs";

/** CPU milliseconds per letter; undefined, after a message, if the program isn't available. */
function timeOf(name) {
  try {
    const output = execFileSync(process.execPath, [at("scripts/bench/oneChecker.mjs"), name], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    return Number(output);
  } catch (error) {
    console.log(`Couldn't compare with ${name}: ${error.message}`);
    return undefined;
  }
}

export async function comparison() {
  await ensurePeers().catch(({ message }) => console.log(message));
  const times = Object.keys(checkers).map((name) => [name, timeOf(name)]);
  const [[, ours]] = times;
  printTable(
    `Other programs on the same ${letters.length} letters: CPU milliseconds per letter, and ratio to IMR Letters`,
    ["", "CPU ms", "ratio"],
    times.filter(([, time]) => time !== undefined).map(([name, time]) => [name, time, time / ours]),
  );
}
