/** What one program takes for a letter, alone in its process: prints the processor's milliseconds. */
import { changed, letters } from "./letters.mjs";
import { lookers } from "./lookers.mjs";
import { processorTime } from "./times.mjs";

const warmUp = 3000;
const measured = 6000;

const look = await lookers[process.argv[2]]();

/** More than the slower ones get to, so that they see none of them twice. */
const texts = Array.from({ length: 60 }, (_, round) => letters.map((text) => changed(text, round))).flat();
let next = 0;

/** Looks at letters for so many milliseconds, and tells how many these were. */
async function lookFor(milliseconds) {
  const first = next;
  for (const started = performance.now(); performance.now() - started < milliseconds; next += 1)
    await look(texts[next % texts.length]);
  return next - first;
}

// Long enough that the engine has made machine code of all that it will.
await lookFor(warmUp);
let count = 0;
const time = await processorTime(async () => {
  count = await lookFor(measured);
});
console.log(time / count);
