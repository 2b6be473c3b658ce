/** Parsing is linear in the length of the text, whatever it contains. */
import { describe, it } from "vitest";
import { parse } from "../../server/src/letter/parse.ts";
import { typeset } from "../fixture/typeset.ts";
import { isLinear, repeat } from "../growth.ts";

const parsing = (text: string) => () => parse(text);

const text = typeset();
const issuesAt = text.indexOf("Tramadol 50mg #90: Upheld");
const head = text.slice(0, issuesAt);

/** The places in a letter where words are repeated. */
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
    "Decision rationale:\n",
    "Claims Administrator guideline:\n",
    "MAXIMUS guideline:\n",
    ": Upheld\n",
    "x: Upheld\n",
    "x:\nUpheld\n",
    "Case Number: CM16-0000001\n",
    "HOW THE IMR FINAL DETERMINATION WAS MADE\n",
    "IMR ISSUES, DECISIONS AND RATIONALES\n",
    "Case Number: CM16-0000001\nDate Assigned:\nHOW THE IMR FINAL DETERMINATION WAS MADE\n",
    "HOW THE IMR\n",
    "%% imr-ignore letter/no-issues\n",
    "%% imr-ignore\n%% imr-ignore-file\n%% seen\n",
    "The Final Determination was based on ",
    "X was the original request. ",
    "X was authorized by the Claims Administrator.\n",
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

describe("parsing is linear", () => {
  it("for many letters", () => {
    isLinear((length) => repeat(text, length), parsing);
  });

  it("for many issues", () => {
    isLinear((length) => head + repeat(text.slice(issuesAt), length), parsing);
  });

  for (const [place, words] of Object.entries(hostile)) {
    it.each(words)(`${place}: %j`, (word) => {
      isLinear((length) => places[place]?.(repeat(word, length)) ?? "", parsing);
    });
  }
});
