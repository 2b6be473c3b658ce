/** The letters to measure with: the samples, and those in the folder IMR_LETTERS. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { at } from "../project.mjs";

const textsIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => /\.(txt|imr)$/.test(name))
    .sort()
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"));

export const samples = textsIn(at("samples"));

const others = process.env.IMR_LETTERS;
export const letters = [...samples, ...(others && existsSync(others) ? textsIn(others) : [])];

/** A letter with two issues. */
export const longSample = readFileSync(at("samples", "opioids-and-muscle-relaxants.imr.txt"), "utf8");

/**
 * A changed letter: in each sentence, a few words are replaced by others of the same letter, different ones in each round, but
 * labels and names stay. So programs that cache sentences get new letters, as in real life.
 */
export function changed(text, round) {
  const word = /(?<=[a-z,] )[a-z]{4,}(?=,? [a-z])/g;
  const words = text.match(word) ?? [];
  let count = 0;
  return text.replace(word, (original) => {
    count += 1;
    return count % 6 === round % 6 ? words[(count * 7 + round * 13) % words.length] : original;
  });
}
