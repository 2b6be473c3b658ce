/** Operators that break the dates of a letter. */
import { injuryDatesOf, tellsOfEarlier } from "../../../server/src/analysis/statements/injuryDates.ts";
import type { DateMention, Issue, Letter } from "../../../server/src/letter/types.ts";
import { at, type Operator, put, shifted, whole } from "./breaking.ts";

const withSentence = (issue: Issue, sentence: string) => {
  const start = issue.rationale?.body.start;
  return start === undefined ? [] : [at(issue, { start, end: start, text: `${sentence} ` })];
};

const inRationales = (name: string, sentenceOf: (letter: Letter) => string | undefined): Operator => ({
  name,
  mutants: (letter) => {
    const sentence = sentenceOf(letter);
    return sentence === undefined
      ? []
      : letter.issues.slice(0, 1).flatMap((issue) => withSentence(issue, sentence));
  },
});

/** The injury, if the letter tells of no other and of none that took years. */
function onlyInjury(letter: Letter): DateMention | undefined {
  const { own } = injuryDatesOf(letter);
  const details = letter.frontMatter?.dateOfInjury?.date;
  const agrees = own.every(({ value }) => value.periods[0]?.first.year === details?.year);
  return tellsOfEarlier(letter) || !agrees ? undefined : details;
}

const ofInjury = (write: (injury: DateMention) => string) => (letter: Letter) => {
  const injury = onlyInjury(letter);
  return injury && write(injury);
};

export const dateOperators: readonly Operator[] = [
  ...["April 31, 2016", "4/31/16", "13-5-2016", "O4/12/2016", "30-Feb-2016"].map((date) =>
    inRationales(`tell of a visit on ${date}`, () => `The employee was seen on ${date}.`),
  ),
  {
    name: "put a letter for a digit of the date of injury",
    mutants: ({ frontMatter, text }) => {
      const date = frontMatter?.dateOfInjury?.date;
      const written = date && text.slice(date.span.start, date.span.end);
      return date && written?.includes("0") ? [whole(put(date.span, written.replace("0", "O")))] : [];
    },
  },
  inRationales(
    "add a visit before the injury",
    ofInjury((injury) => `The progress note of ${shifted(injury, -1)} shows spasm.`),
  ),
  inRationales(
    "add a request before the injury",
    ofInjury((injury) => `The request for authorization was dated ${shifted(injury, -1)}.`),
  ),
  inRationales(
    "state the year of another injury",
    ofInjury(({ year }) => `The employee was injured in ${year - 3}.`),
  ),
  inRationales(
    "state another period of cumulative trauma",
    ofInjury((injury) => `The date of injury is ${shifted(injury, -3)} to ${shifted(injury, -2)}.`),
  ),
  inRationales(
    "tell of a time that hasn't passed since the injury",
    ofInjury(() => "99 years after the injury, the employee has pain."),
  ),
  inRationales("state another date of the utilization review", ({ frontMatter }) => {
    const reviewed = frontMatter?.urDenialDate?.date;
    return reviewed && `The utilization review dated ${shifted(reviewed, -1)} denied the request.`;
  }),
];
