/** The letters that are measured: the samples, and those of the folder that IMR_LETTERS names. */
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

/** A letter of two issues. */
export const longSample = readFileSync(at("samples", "opioids-and-muscle-relaxants.imr.txt"), "utf8");

/**
 * A letter as nobody has read it yet: in each sentence a few words stand for others of the same letter, other ones each
 * round, while labels and names stay. Programs that remember sentences are asked about letters that are new to them, as
 * in real life.
 */
export function changed(text, round) {
  const word = /(?<=[a-z,] )[a-z]{4,}(?=,? [a-z])/g;
  const words = text.match(word) ?? [];
  let count = 0;
  return text.replace(word, (own) => {
    count += 1;
    return count % 6 === round % 6 ? words[(count * 7 + round * 13) % words.length] : own;
  });
}
