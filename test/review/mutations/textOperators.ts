/** Operators that leave remnants and damage in the text, and that deny what the letter tells of. */

import type { Issue, Letter } from "../../../server/src/letter/types.ts";
import { type Edit, find, type Operator, perIssue, put, whole, words } from "./breaking.ts";

/** After the first sentence of a rationale. */
function inRationale({ rationale }: Issue, text: string): Edit[][] {
  const end = rationale?.sentences[0]?.end;
  return end === undefined || rationale?.sentences.length === 1
    ? []
    : [[put({ start: end, end }, ` ${text}`)]];
}

const notes = [
  "[insert finding]",
  "The exam shows XXX.",
  "The exam shows ____ of the knee.",
  "The exam of the {{side}} knee is normal.",
  "TODO: add the exam.",
  "[JB: ask for the films]",
  "Comment [A2]: is this right?",
  "The worker said that (he/she) fell.",
];

/** The first word of a rationale's last sentence, which is then written twice. */
function repeatedWord({ rationale }: Issue, letter: Letter): Edit[][] {
  const last = rationale?.sentences.at(-1);
  const word = last && find(letter, last, /\b[a-z]{3,}(?= )/);
  return word ? [[put({ start: word.span.end, end: word.span.end }, ` ${word.match[0]}`)]] : [];
}

function repeatedSentence({ rationale }: Issue, letter: Letter): Edit[][] {
  const sentence = rationale?.sentences.find((span) => span.end - span.start > 80);
  return sentence ? [[put({ start: sentence.end, end: sentence.end }, ` ${words(letter, sentence)}`)]] : [];
}

/** The words by which the summary tells of a thing, and a sentence that denies it. */
const denials: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:completed|attended|received|treated with) (?:\w+ ){0,4}physical therapy\b/i,
    "The employee has not had physical therapy.",
  ],
  [/\bMRI (?:\w+ ){0,6}(?:dated|on|performed)? ?\d{1,2}[/-]\d{1,2}[/-]\d{2,4}/i, "There is no MRI on file."],
  [/\bx-rays? (?:\w+ ){0,6}(?:showed|revealed)\b/i, "No x-rays are on file."],
];

export const textOperators: readonly Operator[] = [
  perIssue("leave a note or placeholder", (issue) => notes.flatMap((note) => inRationale(issue, note))),
  perIssue("name the employee", (issue) =>
    [
      "Ms. Q. takes it daily.",
      "Mr. Delgado takes it daily.",
      "The employee, Maria Lopez, takes it daily.",
    ].flatMap((each) => inRationale(issue, each)),
  ),
  perIssue("double a word", repeatedWord),
  perIssue("paste a sentence twice", repeatedSentence),
  perIssue("break a sentence off", (issue) =>
    ["The exam of the employee shows the.", "The employee was seen at the The exam was normal."].flatMap(
      (each) => inRationale(issue, each),
    ),
  ),
  perIssue("rename a label", ({ claims, reviewer, rationale }) =>
    [
      [rationale, "Rationale:"] as const,
      [reviewer, "Reviewer guideline:"] as const,
      [claims, "UR guideline:"] as const,
    ].flatMap(([part, label]) => (part ? [[put(part.label, label)]] : [])),
  ),
  {
    name: "put no credentials",
    mutants: ({ credentials }) =>
      credentials?.form === "block" && credentials.licensure && credentials.specialty
        ? [
            ...["None", "N/A", "Cali"].map((text) => whole(put(credentials.licensure!, text))),
            ...["N/A", "TBD"].map((text) => whole(put(credentials.specialty!, text))),
          ]
        : [],
  },
  {
    name: "damage the case number",
    mutants: ({ frontMatter }) => {
      const number = frontMatter?.caseNumber;
      return number?.text
        ? [
            whole(put(number.value, number.text.slice(0, -1))),
            whole(put(number.value, number.text.replace("CM", "C"))),
          ]
        : [];
    },
  },
  {
    name: "deny what the summary tells of",
    mutants: (letter) => {
      const { summary, issues } = letter;
      const [issue] = issues;
      if (!summary || !issue) return [];
      return denials.flatMap(([told, denied]) =>
        find(letter, summary.narrative, told)
          ? inRationale(issue, denied).map((edits) => ({ edits, issue: 0 }))
          : [],
      );
    },
  },
];
