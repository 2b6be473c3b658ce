/** Measures reading, checking, and highlighting a letter, in baseline passes. Each round parses the text again. */
import { baselinePass, check, parse, review, tokens } from "./core.mjs";
import { letters } from "./letters.mjs";
import { printTable } from "./table.mjs";
import { medianOf } from "./times.mjs";

const onLetter = (text, work) => () => {
  const letter = parse(text);
  return () => work(letter);
};

const steps = {
  baseline: (text) => () => () => baselinePass(text),
  parse: (text) => () => () => parse(text),
  rules: (text) => onLetter(text, review),
  tokens: (text) => onLetter(text, tokens),
  whole: (text) => () => () => check(text),
};

export function passes() {
  const sums = new Map();
  // The first time is a warm-up, in which the engine optimizes the code.
  for (const rounds of [Math.ceil(3000 / letters.length), 21]) {
    for (const name of Object.keys(steps)) sums.set(name, 0);
    for (const text of letters) {
      for (const [name, step] of Object.entries(steps))
        sums.set(name, sums.get(name) + medianOf(step(text), rounds));
    }
  }
  printTable(
    `${letters.length} letters, average milliseconds per letter after a warm-up`,
    ["", "ms", "passes"],
    [...sums].map(([name, sum]) => [name, sum / letters.length, sum / sums.get("baseline")]),
  );
}
