/** Operators that break facts that a letter states more than once. */

import { agesOf } from "../../../server/src/analysis/statements/ages.ts";
import { injuryDatesOf } from "../../../server/src/analysis/statements/injuryDates.ts";
import { reviewDatesOf } from "../../../server/src/analysis/statements/reviewDates.ts";
import { sexesOf } from "../../../server/src/analysis/statements/sexes.ts";
import type { Statement } from "../../../server/src/analysis/statements/statement.ts";
import { flatten } from "../../../server/src/base/flatText.ts";
import type { Knowledge } from "../../../server/src/knowledge/types.ts";
import { datesIn } from "../../../server/src/letter/dates.ts";
import type { Issue, Letter } from "../../../server/src/letter/types.ts";
import { at, find, literal, type Operator, perIssue, put, says, shifted, whole, words } from "./breaking.ts";

const other: Readonly<Record<string, string>> = {
  left: "right",
  right: "left",
  Left: "Right",
  Right: "Left",
};

/** The age and the sex that the summary states. */
const ageOf = (letter: Letter) => agesOf(letter).find(({ place }) => place === "summary")?.value.least;
const sexOf = (letter: Letter) => sexesOf(letter).find(({ place }) => place === "summary");

export const factOperators: readonly Operator[] = [
  perIssue("put another drug into the conclusion", ({ rationale, heading }, letter, knowledge) => {
    const conclusion = rationale?.conclusion;
    if (!conclusion || knowledge.drugsIn(heading.treatment).length === 0) return [];
    const flat = flatten(letter.text, conclusion.span);
    const [drug] = knowledge.drugsIn(flat.text).slice(-1);
    if (!drug) return [];
    const own = knowledge.drugsIn(heading.treatment).map((m) => m.drug.generic);
    const strangers = ["lovastatin", "sildenafil", "amoxicillin"].filter((name) => !own.includes(name));
    return strangers.map((name) => [put(flat.span(drug.start, drug.end), name)]);
  }),
  perIssue("put another drug into the heading", ({ heading, rationale }, letter, knowledge) => {
    const conclusion = rationale?.conclusion;
    const flat = flatten(letter.text, heading.treatmentSpan);
    const drugs = knowledge.drugsIn(flat.text);
    if (drugs.length !== 1 || !conclusion || knowledge.drugsIn(words(letter, conclusion.span)).length === 0)
      return [];
    return [[put(flat.span(drugs[0]!.start, drugs[0]!.end), "Lovastatin")]];
  }),
  perIssue("change the side in the conclusion", ({ heading, rationale }, letter) => {
    const sides = heading.treatment.match(/\b(?:left|right)\b/gi) ?? [];
    if (!rationale?.conclusion || new Set(sides.map((s) => s.toLowerCase())).size !== 1) return [];
    const found = find(letter, rationale.conclusion.span, /\b(?:left|right)\b/gi);
    return found && other[found.match[0]] ? [[put(found.span, other[found.match[0]]!)]] : [];
  }),
  perIssue("change the body part in the conclusion", ({ heading, rationale }, letter) => {
    const m = /\b(lumbar|cervical|shoulder|knee|elbow|ankle)\b/i.exec(heading.treatment);
    if (!m || !rationale?.conclusion) return [];
    const found = find(letter, rationale.conclusion.span, literal(m[1]!));
    const all =
      heading.treatment.match(
        /\b(?:lumbar|low back|cervical|neck|thoracic|shoulder|knee|elbow|ankle|hip)\b/gi,
      ) ?? [];
    return found && all.length === 1
      ? [[put(found.span, m[1]!.toLowerCase() === "knee" ? "shoulder" : "knee")]]
      : [];
  }),
  perIssue("change the kind of test in the conclusion", ({ heading, rationale }, letter) => {
    if (!/\bMRI\b/.test(heading.treatment) || !rationale?.conclusion) return [];
    const found = find(letter, rationale.conclusion.span, /\bMRI\b/);
    return found
      ? [
          [
            put(
              found.span,
              found.span.start === rationale.conclusion.span.start ? "Acupuncture" : "acupuncture",
            ),
          ],
        ]
      : [];
  }),
  {
    name: "change the age in a rationale",
    mutants: (letter) => {
      const age = ageOf(letter);
      if (age === undefined) return [];
      return letter.issues.flatMap((issue) => {
        const found =
          issue.rationale && find(letter, issue.rationale.body, new RegExp(`\\b${age}(?=[- ]year)`));
        return found ? [at(issue, put(found.span, String(age + 9)))] : [];
      });
    },
  },
  {
    name: "change the sex in the summary",
    mutants: (letter) => {
      const sex = sexOf(letter);
      // Without a pronoun or a second noun, nothing contradicts it.
      const rest = sex && letter.text.slice(sex.end, letter.issues.at(-1)?.span.end);
      const again =
        sex?.value.sex === "female" ? /\b(?:she|her|female)\b/i : /\b(?:he|his|him|male)\b(?!\/)/i;
      if (!sex || !rest || !again.test(rest)) return [];
      return [whole(put(sex, sex.value.sex === "female" ? "male" : "female"))];
    },
  },
  {
    name: "change the date of injury",
    mutants: (letter) => {
      const header = letter.frontMatter?.dateOfInjury?.date;
      const stated = dateIn(letter, injuryDatesOf(letter).own);
      if (!header || !stated) return [];
      return [whole(put(stated.span, shifted(stated, -1))), whole(put(header.span, shifted(header, -2)))];
    },
  },
  {
    name: "change the date of the utilization review",
    mutants: (letter) => {
      const header = letter.frontMatter?.urDenialDate?.date;
      const stated = dateIn(letter, reviewDatesOf(letter));
      if (!header || !stated) return [];
      return [whole(put(stated.span, shifted(stated, -1))), whole(put(header.span, shifted(header, -1)))];
    },
  },
  {
    name: "put the decision before the application",
    mutants: ({ frontMatter }) => {
      const decided = frontMatter?.decisionDate?.date;
      return decided ? [whole(put(decided.span, shifted(decided, -1)))] : [];
    },
  },
  {
    name: "put the injury after the decision",
    mutants: ({ frontMatter }) => {
      const injured = frontMatter?.dateOfInjury?.date;
      return injured ? [whole(put(injured.span, shifted(injured, 4)))] : [];
    },
  },
  {
    name: "swap the headings of two issues",
    mutants: (letter, knowledge) =>
      neighbours(letter, knowledge).map(([a, b]) =>
        at(
          a,
          put(a.heading.request, words(letter, b.heading.request)),
          put(b.heading.request, words(letter, a.heading.request)),
        ),
      ),
  },
  {
    name: "swap the conclusions of two issues",
    mutants: (letter, knowledge) =>
      neighbours(letter, knowledge).map(([a, b]) =>
        at(
          a,
          put(a.rationale!.conclusion!.span, words(letter, b.rationale!.conclusion!.span)),
          put(b.rationale!.conclusion!.span, words(letter, a.rationale!.conclusion!.span)),
        ),
      ),
  },
  {
    name: "put another issue's rationale",
    mutants: (letter, knowledge) =>
      neighbours(letter, knowledge).map(([a, b]) =>
        at(a, put(a.rationale!.body, words(letter, b.rationale!.body))),
      ),
  },
  ...["99 year old", "ninety-nine-year-old"].map((age) => ({
    name: `put another age in a rationale: ${age}`,
    mutants: (letter: Letter) =>
      ageOf(letter) !== undefined
        ? letter.issues.flatMap((issue) => withSentence(issue, `The patient is a ${age} employee.`))
        : [],
  })),
  {
    name: "put another sex in a rationale",
    mutants: (letter) => {
      const sex = sexOf(letter)?.value.sex;
      if (!sex) return [];
      return letter.issues.flatMap((issue) =>
        withSentence(issue, `The patient is a ${sex === "female" ? "man" : "woman"} with pain.`),
      );
    },
  },
  {
    name: "put another date of injury in a rationale",
    mutants: (letter) =>
      injuryDatesOf(letter).own.length > 0 || letter.frontMatter?.dateOfInjury?.date
        ? letter.issues.flatMap((issue) => withSentence(issue, "The date of injury is January 2, 2003."))
        : [],
  },
  {
    name: "add a visit after the decision",
    mutants: ({ frontMatter, issues }) => {
      const decided = frontMatter?.decisionDate?.date;
      return decided
        ? issues.flatMap((issue) => withSentence(issue, `The patient was seen on ${shifted(decided, 1)}.`))
        : [];
    },
  },
  perIssue("misspell the drug in the heading", ({ heading }, letter, knowledge) => {
    const flat = flatten(letter.text, heading.treatmentSpan);
    const [drug] = knowledge.drugsIn(flat.text);
    if (!drug || drug.end - drug.start < 7) return [];
    const name = flat.text.slice(drug.start, drug.end);
    return [[put(flat.span(drug.start, drug.end), name.slice(0, 4) + name.slice(5))]];
  }),
  perIssue("change the side in the heading", ({ heading, rationale }, letter) => {
    const sides = heading.treatment.match(/\b(?:left|right)\b/gi) ?? [];
    const [side] = sides;
    if (sides.length !== 1 || !side || !other[side] || !says(letter, rationale?.conclusion?.span, side))
      return [];
    const found = find(letter, heading.treatmentSpan, literal(side));
    return found ? [[put(found.span, other[side])]] : [];
  }),
];

/** The date of the summary's first statement. */
function dateIn({ text, summary }: Letter, statements: readonly Statement<unknown>[]) {
  const first = statements.find(({ place }) => place === "summary");
  const dates = summary ? datesIn(text, summary.narrative).dates : [];
  return first && dates.find(({ span }) => span.start === first.start);
}

/** Inserts a sentence before the rationale's first. */
function withSentence(issue: Issue, sentence: string) {
  const start = issue.rationale?.body.start;
  return start === undefined ? [] : [at(issue, { start, end: start, text: `${sentence} ` })];
}

/** Each issue with the next one, if both conclusions name the request and their drugs differ. */
function neighbours(letter: Letter, knowledge: Knowledge): readonly (readonly [Issue, Issue])[] {
  const named = (issue: Issue) => {
    const conclusion = issue.rationale?.conclusion;
    const asked = knowledge.drugsIn(issue.heading.treatment).map((m) => m.drug.generic);
    const said = conclusion
      ? knowledge.drugsIn(words(letter, conclusion.span)).map((m) => m.drug.generic)
      : [];
    return asked.length > 0 && said.some((drug) => asked.includes(drug)) ? asked : [];
  };
  return letter.issues.slice(1).flatMap((b, i) => {
    const a = letter.issues[i]!;
    const [own, others] = [named(a), named(b)];
    return own.length > 0 && others.length > 0 && !own.some((drug) => others.includes(drug))
      ? [[a, b] as const]
      : [];
  });
}
