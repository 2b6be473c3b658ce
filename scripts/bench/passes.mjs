/** What it takes to read, check and colour a letter, in passes over its words. Each round parses the text anew. */
import { barePass, check, parse, review, tokens } from "./core.mjs";
import { letters } from "./letters.mjs";
import { printTable } from "./table.mjs";
import { medianOf } from "./times.mjs";

const onLetter = (text, work) => () => {
  const letter = parse(text);
  return () => work(letter);
};

const steps = {
  bare: (text) => () => () => barePass(text),
  parse: (text) => () => () => parse(text),
  rules: (text) => onLetter(text, review),
  tokens: (text) => onLetter(text, tokens),
  whole: (text) => () => () => check(text),
};

export function passes() {
  const sums = new Map();
  // Once before it counts, so that the engine has seen every path often enough to make machine code of it.
  for (const rounds of [Math.ceil(3000 / letters.length), 21]) {
    for (const name of Object.keys(steps)) sums.set(name, 0);
    for (const text of letters) {
      for (const [name, step] of Object.entries(steps))
        sums.set(name, sums.get(name) + medianOf(step(text), rounds));
    }
  }
  printTable(
    `${letters.length} letters, milliseconds for each on average, warm`,
    ["", "ms", "passes"],
    [...sums].map(([name, sum]) => [name, sum / letters.length, sum / sums.get("bare")]),
  );
}
