/**
 * `npm run bench`: what it takes to read and check each sample letter, and the same in passes of a plain word count over
 * its text, which says more than milliseconds on a machine of any speed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import { at } from "./project.mjs";

const rounds = 200;

const { outputFiles } = await build({
  stdin: {
    contents: `export { parse } from "./server/src/letter/parse.ts";
      export { createKnowledge } from "./server/src/knowledge/knowledge.ts";
      export { review } from "./server/src/review/review.ts";`,
    resolveDir: at(),
  },
  bundle: true,
  format: "esm",
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString("base64");
const { parse, createKnowledge, review } = await import(`data:text/javascript;base64,${code}`);
const knowledge = createKnowledge();

/** The median time of one call, in milliseconds. */
function median(work) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    work();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[rounds / 2];
}

console.log("   KB    ms  word counts  letter");
for (const name of readdirSync(at("samples")).filter((name) => /\.(txt|imr)$/.test(name))) {
  const text = readFileSync(at("samples", name), "utf8");
  const check = median(() => review(parse(text), knowledge, { severities: {} }));
  const words = median(() => text.match(/\w+/g)?.length);
  const columns = [
    (text.length / 1024).toFixed(1).padStart(5),
    check.toFixed(2).padStart(5),
    (check / words).toFixed(1).padStart(11),
  ];
  console.log(`${columns.join(" ")}  ${name}`);
}
