/**
 * Parsing takes time in proportion to the text. Each text is parsed at one length and at eight times that length; the
 * time may grow no more than twice as fast as that of a plain pass over the words in the same run, which takes what
 * else the machine is doing into account. Only three failures in a row count.
 */
import { describe, expect, it } from "vitest";
import { parse } from "../../server/src/letter/parse.ts";
import { letter } from "./build.ts";

const times = 8;
const long = 100_000;

const text = letter();
const issuesAt = text.indexOf("Tramadol 50mg #90: Upheld");
const head = text.slice(0, issuesAt);

/** Where in a letter the repeated words stand. */
const places: Readonly<Record<string, (words: string) => string>> = {
  alone: (w) => w,
  "in front matter": (w) => `Case Number: CM17-0990007\n${w}`,
  "in the how-section": (w) => `HOW THE IMR FINAL DETERMINATION WAS MADE\nThe expert reviewer is ${w}`,
  "in the summary": (w) => `CLINICAL CASE SUMMARY\n${w}`,
  "in a heading": (w) => `${head}Norco ${w}: Upheld\nDecision rationale: None.\n`,
  "in a guideline part": (w) => `${head}Norco: Upheld\nMAXIMUS guideline: Decision based on MTUS ${w}\n`,
  "in a non-MTUS citation": (w) =>
    `${head}Norco: Upheld\nMAXIMUS guideline: Decision based on Non-MTUS Citation ${w}\n`,
  "in a rationale": (w) => `${head}Norco: Upheld\nDecision rationale: The request ${w}\n`,
};

const everywhere = ["a", "(", " ", ":", ".", "-\n", "1-", "1/1/", "x, ", "\n", "\f", "\r", "\u00ad"];
const hostile: Readonly<Record<string, readonly string[]>> = {
  alone: [
    ...everywhere,
    ...[
      "Decision rationale:\n",
      "Claims Administrator guideline:\n",
      "MAXIMUS guideline:\n",
      ": Upheld\n",
      "x: Upheld\n",
      "x:\nUpheld\n",
    ],
    ...[
      "Case Number: CM16-0000001\n",
      "HOW THE IMR FINAL DETERMINATION WAS MADE\n",
      "IMR ISSUES, DECISIONS AND RATIONALES\n",
    ],
    ...[
      "Case Number: CM16-0000001\nDate Assigned:\nHOW THE IMR FINAL DETERMINATION WAS MADE\n",
      "HOW THE IMR\n",
    ],
    ...[
      "%% imr-ignore letter/no-issues\n",
      "%% imr-ignore\n%% imr-ignore-file\n%% seen\n",
      "The Final Determination was based on ",
      "X was the original request. ",
      "X was authorized by the Claims Administrator.\n",
    ],
  ],
  "in front matter": [...everywhere, "Priority: ", "Application Received: ", "1/1/2016 "],
  "in the how-section": [
    ...everywhere,
    "Board Certified in ",
    "licensed to practice in ",
    "State(s) of Licensure: ",
  ],
  "in the summary": [
    ...everywhere,
    "UR ((",
    "utilization review a ",
    "UR 1/1/2016. ",
    "1/1/2016 ",
    "denied on ",
    "injury on ",
    "1 year ",
    "May 1, ",
  ],
  "in a heading": [
    ...everywhere,
    "#1 ",
    "10mg ",
    "10/",
    "2x6 ",
    "one two ",
    "12 sessions ",
    "The original request, ",
    "was the original request. ",
  ],
  "in a guideline part": [
    ...everywhere,
    "MTUS ",
    "Decision based on MTUS ",
    "Low Back Complaints 2004, and ",
    "Page(s): 1, ",
    "Pages::",
    "Section(s): ",
    "ACOEM Chapter 1 ",
  ],
  "in a non-MTUS citation": [
    ...everywhere,
    "http://",
    "www.a-",
    "American ",
    "ABC ",
    "ODG ",
    "; ;",
    "Non-MTUS ",
    "p 1, p ",
    "accessed ",
  ],
  "in a rationale": [
    ...everywhere,
    "not ",
    "necessary ",
    "medical necessity ",
    "is not recommended ",
    "if ",
    "that ",
    "A. ",
    "a.A",
    '." ',
    "medically necessary. ",
  ],
};

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const best = (work: () => unknown) => Math.min(time(work), time(work), time(work));
/** A pass over the words: what linear work looks like. */
const wordPass = (t: string) => [...t.matchAll(/[A-Za-z]+|\d+|\S/g)].length;

/** How much faster than a pass over the words the time grows; below 2 for linear work, 8 for quadratic. */
function growth(of: (length: number) => string): number {
  const [short, full] = [of(long / times), of(long)];
  const parsed = [best(() => parse(short)), best(() => parse(full))] as const;
  // Too quick to be measured, too quick to matter.
  if (parsed[1] < 40) return 1;
  const passed = [best(() => wordPass(short)), best(() => wordPass(full))] as const;
  const grown = parsed[1] / Math.max(parsed[0], 0.2);
  return grown / Math.max(times, passed[1] / Math.max(passed[0], 0.05));
}

function isLinear(of: (length: number) => string): void {
  let measured = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3 && measured > 2; i++) measured = Math.min(measured, growth(of));
  expect(measured).toBeLessThan(2);
}

const repeat = (words: string, length: number) => words.repeat(Math.ceil(length / words.length));

describe("parsing is linear", () => {
  it("on letter after letter", () => {
    isLinear((length) => repeat(text, length));
  });

  it("on issue after issue", () => {
    isLinear((length) => head + repeat(text.slice(issuesAt), length));
  });

  for (const [place, words] of Object.entries(hostile)) {
    it.each(words)(`${place}: %j`, (word) => {
      isLinear((length) => places[place]?.(repeat(word, length)) ?? "");
    });
  }
});
