/**
 * `npm run bench`: what it takes to read, check and colour a letter, in passes that collect every word with its offset:
 * what any checker of words must do at least, on a machine of any speed. Then how that grows with the file.
 *
 * Each round parses the text anew, so that nothing is remembered from the round before.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import { at } from "./project.mjs";

const { outputFiles } = await build({
  stdin: {
    contents: `export { parse } from "./server/src/letter/parse.ts";
      export { createKnowledge } from "./server/src/knowledge/knowledge.ts";
      export { review } from "./server/src/review/review.ts";
      export { semanticTokens } from "./server/src/features/semanticTokens.ts";
      export { outline } from "./server/src/features/outline.ts";
      export { folds } from "./server/src/features/folding.ts";
      export { issueOverview } from "./server/src/features/overview.ts";
      export { issueLenses } from "./server/src/features/codeLens.ts";
      export { links } from "./server/src/features/links.ts";
      export { inlayHints } from "./server/src/features/inlayHints.ts";`,
    resolveDir: at(),
  },
  bundle: true,
  format: "esm",
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString("base64");
const core = await import(`data:text/javascript;base64,${code}`);
const { parse } = core;
const knowledge = core.createKnowledge();
const allHints = { missing: true, drugs: true, topics: true, guidelines: true };

const review = (letter) => core.review(letter, knowledge, { severities: {} });
const tokens = (letter) => core.semanticTokens(letter, knowledge);

function barePass(text) {
  const words = [];
  for (const word of text.matchAll(/[\p{L}\p{M}\p{N}'’-]+/gu)) words.push([word[0], word.index]);
  return words;
}

/** The median time of the work that `prepare` gives, in milliseconds. */
function median(prepare, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const work = prepare();
    const started = performance.now();
    work();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

const row = (...columns) =>
  console.log(columns.map((c) => (typeof c === "number" ? c.toFixed(2) : c).padStart(10)).join(""));

const letters = [at("samples"), process.env.IMR_LETTERS].flatMap((folder) =>
  folder && existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .filter((name) => /\.(txt|imr)$/.test(name))
        .map((name) => readFileSync(`${folder}/${name}`, "utf8"))
    : [],
);

console.log(`${letters.length} letters, milliseconds for each on average, warm`);
const sums = { bare: 0, parse: 0, rules: 0, tokens: 0, whole: 0 };
// Once before it counts, so that the engine has seen every path.
for (const rounds of [3, 21]) {
  for (const name of Object.keys(sums)) sums[name] = 0;
  for (const text of letters) {
    const onLetter = (work) => () => {
      const letter = parse(text);
      return () => work(letter);
    };
    sums.bare += median(() => () => barePass(text), rounds);
    sums.parse += median(() => () => parse(text), rounds);
    sums.rules += median(onLetter(review), rounds);
    sums.tokens += median(onLetter(tokens), rounds);
    const whole = () => {
      const letter = parse(text);
      review(letter);
      tokens(letter);
    };
    sums.whole += median(() => whole, rounds);
  }
}
row("", "ms", "passes");
for (const [name, sum] of Object.entries(sums)) row(name, sum / letters.length, sum / sums.bare);

const text = readFileSync(at("samples", "opioids-and-muscle-relaxants.imr.txt"), "utf8");
const features = {
  parse: (letter) => parse(letter.text),
  review,
  tokens,
  outline: core.outline,
  folds: core.folds,
  overview: (letter) => core.issueOverview(letter, knowledge),
  lenses: (letter) => core.issueLenses(letter, knowledge),
  links: (letter) => core.links(letter, knowledge),
  hints: (letter) => core.inlayHints(letter, knowledge, allHints, { start: 0, end: letter.text.length }),
};
console.log("\nLetter after letter in one file: milliseconds, and growth over that of the bare pass");
row("", "500 KB", "5 MB", "growth");
const sizes = [0.5e6, 5e6].map((size) => text.repeat(Math.ceil(size / text.length)));
const [bareShort, bareLong] = sizes.map((whole) => median(() => () => barePass(whole), 5));
row("bare", bareShort, bareLong, 1);
for (const [name, feature] of Object.entries(features)) {
  const [short, long] = sizes.map((whole) =>
    median(() => {
      const letter = parse(whole);
      return () => feature(letter);
    }, 3),
  );
  row(name, short, long, long / short / (bareLong / bareShort));
}
