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
