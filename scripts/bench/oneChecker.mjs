/** Measures one program in its own process: prints the CPU milliseconds per letter. */

import { checkers } from "./checkers.mjs";
import { changed, letters } from "./letters.mjs";
import { cpuTimeOf } from "./times.mjs";

const warmUpMs = 3000;
const measuredMs = 6000;

const check = await checkers[process.argv[2]]();

/** More than the slower programs can check in the time, so they get no text twice. */
const texts = Array.from({ length: 60 }, (_, round) => letters.map((text) => changed(text, round))).flat();
let next = 0;

/** Checks letters for a time; resolves to their number. */
async function checkFor(durationMs) {
  const first = next;
  for (const started = performance.now(); performance.now() - started < durationMs; next += 1)
    await check(texts[next % texts.length]);
  return next - first;
}

// Long enough for the engine to optimize the code.
await checkFor(warmUpMs);
let count = 0;
const cpuMs = await cpuTimeOf(async () => {
  count = await checkFor(measuredMs);
});
console.log(cpuMs / count);
