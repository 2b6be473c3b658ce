/** Operators that break what a letter says of the employee's person. */
import { agesOf } from "../../../server/src/analysis/statements/ages.ts";
import { sexesOf } from "../../../server/src/analysis/statements/sexes.ts";
import type { Letter, Sex } from "../../../server/src/letter/types.ts";
import { at, find, type Mutant, type Operator, put } from "./breaking.ts";

const sexOf = (letter: Letter): Sex | undefined => sexesOf(letter)[0]?.value.sex;

/** An operator that puts a sentence at the start of each rationale. */
const sentenceInRationale = (name: string, sentence: (letter: Letter) => string | undefined): Operator => ({
  name,
  mutants: (letter) => {
    const text = sentence(letter);
    if (text === undefined) return [];
    return letter.issues.flatMap((issue): readonly Mutant[] => {
      const start = issue.rationale?.body.start;
      return start === undefined ? [] : [at(issue, { start, end: start, text: `${text} ` })];
    });
  },
});

const ofOtherSex = (name: string, ofWoman: string, ofMan: string): Operator =>
  sentenceInRationale(name, (letter) => {
    const sex = sexOf(letter);
    return sex && (sex === "female" ? ofMan : ofWoman);
  });

const otherPronoun: Readonly<Record<string, string>> = {
  he: "she",
  him: "her",
  his: "her",
  himself: "herself",
  she: "he",
  her: "his",
  herself: "himself",
};

export const personOperators: readonly Operator[] = [
  ...[
    "The employee is 99 years of age.",
    "The employee, who is 99, has pain.",
    "This 99 y.o. employee has pain.",
    "The employee, aged 99, has pain.",
    "The employee, a 99F, has pain.",
    "The employee is a 199 year old carpenter.",
  ].map((sentence) =>
    sentenceInRationale(`put another age: ${sentence}`, (letter) =>
      agesOf(letter).length > 0 && !(sentence.includes("F,") && sexOf(letter) === "male")
        ? sentence
        : undefined,
    ),
  ),
  {
    name: "change a pronoun",
    mutants: (letter) => {
      if (!sexOf(letter)) return [];
      return letter.issues.flatMap((issue): readonly Mutant[] => {
        const found =
          issue.rationale &&
          find(
            letter,
            issue.rationale.body,
            /(?<!\/)\b(?:he|him|his|she|her|himself|herself)\b(?![/,]| or )/i,
          );
        const other = found && otherPronoun[found.match[0].toLowerCase()];
        return found && other ? [at(issue, put(found.span, other))] : [];
      });
    },
  },
  ofOtherSex("put a pronoun of the other sex", "Her pain is constant.", "His pain is constant."),
  ofOtherSex(
    "put an operation of the other sex",
    "The employee had a hysterectomy in 2004.",
    "The employee had a prostatectomy in 2004.",
  ),
  sentenceInRationale("put a date of birth of another age", (letter) =>
    agesOf(letter).length > 0 ? "The date of birth is 01/02/1919." : undefined,
  ),
  sentenceInRationale("put a date of birth after the injury", (letter) =>
    letter.frontMatter?.dateOfInjury?.date ? "DOB: 01/02/2016." : undefined,
  ),
  sentenceInRationale("put a pain rating beyond the scale", () => "The pain is rated at 18 of 10."),
  sentenceInRationale("put a strength beyond the scale", () => "Motor strength is 7/5 in both legs."),
];
