/** Makes a corpus of letters for screenshots and benchmarks: the samples with other case numbers, dates, and treatments. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { at } from "./project.mjs";

/** Groups of names that can replace each other. */
const interchangeable = [
  ["Naproxen", "Ibuprofen", "Celebrex", "Meloxicam", "Diclofenac"],
  ["Flexeril", "Soma", "Baclofen", "Robaxin", "Skelaxin"],
  ["Tizanidine", "Norflex"],
  ["Norco", "Percocet", "Oxycontin", "Opana", "Morphine sulfate"],
  ["Gabapentin", "Lyrica", "Topamax"],
  ["Omeprazole", "Protonix", "Prilosec"],
  ["Tramadol", "Ultram", "Nucynta"],
  ["lumbar spine", "cervical spine", "right shoulder", "left knee"],
  ["Interferential unit", "TENS unit", "H-wave unit"],
  ["Massage therapy", "Aquatic therapy", "Acupuncture"],
];

/** A reproducible random number generator: numbers from 0 to less than 1. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Returns `count` letters with file names. The share of letters with problems is smaller than among the samples. */
export function makeCorpus(count) {
  const names = readdirSync(at("samples"))
    .filter((name) => /\.(?:txt|imr)$/.test(name))
    .sort();
  const texts = names.map((name) => readFileSync(at("samples", name), "utf8"));
  const next = randomNumbers(20161205);
  return Array.from({ length: count }, (_, index) => {
    let text = texts[Math.floor(next() * texts.length)];
    for (const group of interchangeable) {
      const other = group[Math.floor(next() * group.length)];
      text = text.replaceAll(group[0], other).replaceAll(group[0].toLowerCase(), other.toLowerCase());
    }
    if (next() < 0.25)
      text = text.replace(/: Upheld$/gm, ": Overturned").replace(/\bnot\s+(?=medically\s+necessary)/g, "");
    const yearsLater = Math.floor(next() * 3) - 1;
    const number = `CM15-${String(100000 + index).padStart(7, "0")}`;
    return {
      name: `${number}.imr.txt`,
      text: text
        .replace(/CM\d\d-\d{7}/g, number)
        .replace(/\b(\d\d\/\d\d\/)(20\d\d)\b/g, (_, day, year) => `${day}${Number(year) + yearsLater}`),
    };
  });
}

/** Writes `count` letters into a folder. */
export function writeCorpus(folder, count) {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of makeCorpus(count)) writeFileSync(path.join(folder, name), text);
}
