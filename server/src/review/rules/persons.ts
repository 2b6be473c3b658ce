/** Compares what a letter says of the employee's person: age, sex, and date of birth. */

import { passagesOf } from "../../analysis/passages.ts";
import { type Age, agesOf } from "../../analysis/statements/ages.ts";
import { conditionsOf } from "../../analysis/statements/anatomy.ts";
import { wrongComparisons } from "../../analysis/statements/arithmetic.ts";
import { type BirthDate, birthDatesOf } from "../../analysis/statements/birthDates.ts";
import { impossibleMeasures } from "../../analysis/statements/measures.ts";
import { counterpart } from "../../analysis/statements/personWords.ts";
import { hasPronoun, pronounsIn } from "../../analysis/statements/pronouns.ts";
import { type SexWord, sexesOf } from "../../analysis/statements/sexes.ts";
import { placeName, type Statement } from "../../analysis/statements/statement.ts";
import type { DateMention, Letter, Sex } from "../../letter/types.ts";
import { laws } from "../laws.ts";
import type { Finding, Related, Rule } from "../types.ts";
import { type Agreement, disagreement } from "./agreement.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

const youngestWorker = 14;
const oldestWorker = 100;

const ageName = ({ least, most }: Age): string => (least === most ? String(least) : `${least} to ${most}`);
const overlap = (a: Age, b: Age): boolean => a.least <= b.most && b.least <= a.most;

export const ageAgreement: Agreement<Age> = {
  agree: overlap,
  name: ageName,
  message: (is, should, where) => `The employee is ${is} years old here, but ${should} in ${where}.`,
  related: (where) => `The age in ${where}.`,
  // A birthday may have come between the two documents.
  downgraded: (a, b) => Math.max(a.least, b.least) - Math.min(a.most, b.most) === 1,
  replace: (value, inPlaceOf) =>
    value.inWords || inPlaceOf.inWords || value.least !== value.most ? undefined : String(value.least),
};

const isPossible = ({ least, most }: Age): boolean => least >= youngestWorker && most <= oldestWorker;

function ages(letter: Letter): readonly Finding[] {
  const all = agesOf(letter);
  if (all.length === 0) return [];
  const current = all.filter(({ value }) => !value.atInjury);
  const possible = current.filter(({ value }) => isPossible(value));
  const [reference] = possible;
  const impossible = current.filter(({ value }) => !isPossible(value));
  const differing = reference
    ? possible.flatMap((stated) => disagreement(ageAgreement, stated, reference) ?? [])
    : [];
  return [
    ...impossible.map((stated) => {
      const against = reference && disagreement(ageAgreement, stated, reference);
      return {
        ...createFinding(
          stated,
          `The employee can't be ${ageName(stated.value)} years old.`,
          against?.related,
          against?.fixes,
        ),
      };
    }),
    ...differing,
    ...atInjury(letter, all, reference),
  ];
}

/** The age at the injury, as stated or as the dates of the letter have it. */
function atInjury(
  letter: Letter,
  all: readonly Statement<Age>[],
  reference: Statement<Age> | undefined,
): readonly Finding[] {
  const injury = letter.frontMatter?.dateOfInjury?.date;
  const decided = lastDate(letter);
  if (!reference || !injury || !decided) return [];
  const { least, most } = reference.value;
  const yearsSince = yearsBetween(injury, decided);
  if (yearsSince < 0) return [];
  const related: readonly Related[] = [
    { start: reference.start, end: reference.end, message: `The age in ${placeName(reference)}.` },
    { ...injury.span, message: "The date of injury." },
  ];
  const then = most - yearsSince;
  if (then < youngestWorker - 2) {
    const message = `At ${ageName(reference.value)}, the employee was about ${Math.max(0, then)} at the injury of ${injury.year}.`;
    return [createFinding(reference, message, related.slice(1))];
  }
  return matchFindings(all, (stated) => {
    if (!stated.value.atInjury) return [];
    const off = Math.max(
      least - yearsSince - 2 - stated.value.most,
      stated.value.least - (most - yearsSince + 1),
    );
    if (off <= 0) return [];
    const message = `The employee was ${ageName(stated.value)} at the injury here, but about ${then} by the other dates.`;
    return [createFinding(stated, message, related)];
  });
}

/** The date of the decision or, without one, the last of the case details. */
function lastDate({ frontMatter }: Letter): DateMention | undefined {
  return (
    frontMatter?.decisionDate?.date ??
    frontMatter?.dateAssigned?.date ??
    frontMatter?.applicationReceived?.date ??
    frontMatter?.urDenialDate?.date
  );
}

interface Day {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** Full years from one date to another. */
function yearsBetween(from: Day, to: Day): number {
  const months = 12 * (to.year - from.year) + (to.month ?? 12) - (from.month ?? 1);
  const reached = (to.day ?? 31) >= (from.day ?? 1);
  return Math.floor((reached ? months : months - 1) / 12);
}

const other: Readonly<Record<Sex, Sex>> = { female: "male", male: "female" };

export const sexAgreement: Agreement<SexWord> = {
  agree: (a, b) => a.sex === b.sex,
  name: ({ sex }) => sex,
  message: (is, should, where) => `The employee is ${is} here, but ${should} in ${where}.`,
  related: (where) => `The sex in ${where}.`,
  replace: ({ sex }, inPlaceOf) => (inPlaceOf.sex === sex ? undefined : counterpart(inPlaceOf.word)),
};

const pronounAgreement: Agreement<SexWord> = {
  ...sexAgreement,
  name: ({ word, sex }) => word || sex,
  message: (is, should, where) => `“${is}” here, but “${should}” in ${where}.`,
};

const transition =
  /\btrans(?:gender|sexual|ition(?:ed|ing)? (?:to|from) (?:fe)?male)|\bnon-?binary\b|gender (?:dysphoria|affirming|identity|reassign)/i;

function sexes(letter: Letter): readonly Finding[] {
  const found = sexesThatDiffer(letter);
  return found.length > 0 && passagesOf(letter).some(({ flat }) => transition.test(flat.text)) ? [] : found;
}

function sexesThatDiffer(letter: Letter): readonly Finding[] {
  const nouns = sexesOf(letter);
  const [reference] = nouns;
  if (!reference) return pronounsOnly(letter);
  const found = nouns.flatMap((stated) => disagreement(sexAgreement, stated, reference) ?? []);
  if (found.length > 0) return found;
  const pronouns = matchFindings(passagesOf(letter), (passage) => {
    const [wrong] = pronounsIn(passage, other[reference.value.sex], 1);
    return wrong ? [contradicts(wrong, reference)] : [];
  });
  return [...pronouns, ...conditions(letter, reference)];
}

function conditions(letter: Letter, reference: Statement<SexWord>): readonly Finding[] {
  return conditionsOf(letter, other[reference.value.sex])
    .slice(0, 1)
    .map((stated) => contradicts(stated, reference));
}

function contradicts(stated: Statement<SexWord>, reference: Statement<SexWord>): Finding {
  const { sex } = reference.value;
  const message = messageNaming(
    [stated.value.word],
    (word) => `“${word}” doesn't match: the letter says that the employee is ${sex}.`,
  );
  const against = disagreement(sexAgreement, stated, reference);
  return {
    ...createFinding(
      stated,
      message,
      [{ start: reference.start, end: reference.end, message: `The letter says ${sex} here.` }],
      against?.fixes,
    ),
  };
}

/** A letter that says "his" and "her" of the employee, and nowhere which is right: the less frequent is reported. */
function pronounsOnly(letter: Letter): readonly Finding[] {
  const { female, male } = pronounsOf(letter);
  if (female.length > 0 && male.length > 0) {
    const [few, many] =
      female.length < male.length ||
      (female.length === male.length && (female[0]?.start ?? 0) > (male[0]?.start ?? 0))
        ? [female, male]
        : [male, female];
    const [stated] = few;
    const [reference] = many;
    const finding = stated && reference && disagreement(pronounAgreement, stated, reference);
    return finding ? [finding] : [];
  }
  const [reference] = [...female, ...male];
  return reference ? conditions(letter, reference) : [];
}

/** All of them if the letter has both kinds; else the first, which says the sex. */
function pronounsOf(letter: Letter): Readonly<Record<Sex, readonly Statement<SexWord>[]>> {
  const passages = passagesOf(letter);
  const has = (sex: Sex) => passages.some((passage) => hasPronoun(passage, sex));
  const most = has("female") && has("male") ? undefined : 1;
  const of = (sex: Sex) => passages.flatMap((passage) => pronounsIn(passage, sex, most));
  return { female: of("female"), male: of("male") };
}

const birthName = ({ year, month, day }: BirthDate): string => {
  const two = (part: number): string => String(part).padStart(2, "0");
  return [...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)]), year].join(
    "/",
  );
};

const agreeIf = <T>(a: T | undefined, b: T | undefined): boolean =>
  a === undefined || b === undefined || a === b;

export const birthDateAgreement: Agreement<BirthDate> = {
  agree: (a, b) => a.year % 100 === b.year % 100 && agreeIf(a.month, b.month) && agreeIf(a.day, b.day),
  name: birthName,
  message: (is, should, where) => `The date of birth is ${is} here, but ${should} in ${where}.`,
  related: (where) => `The date of birth in ${where}.`,
  replace: (value, inPlaceOf) =>
    (value.day === undefined) === (inPlaceOf.day === undefined) ? birthName(value) : undefined,
};

function birthDates(letter: Letter): readonly Finding[] {
  const [first, ...more] = birthDatesOf(letter);
  if (!first) return [];
  const injury = letter.frontMatter?.dateOfInjury?.date;
  const decided = lastDate(letter) ?? lastMentioned(letter);
  const born = { ...first, value: inThePast(first.value, decided) };
  const differing = more.flatMap((stated) => disagreement(birthDateAgreement, stated, first) ?? []);
  const impossible = (message: string, related: readonly Related[]): readonly Finding[] => [
    createFinding(first, message, related),
    ...differing,
  ];
  const name = birthName(born.value);
  if (injury) {
    const then = yearsBetween(born.value, injury);
    const related = [{ ...injury.span, message: "The date of injury." }];
    if (then < 0) return impossible(`The date of birth, ${name}, is after the injury.`, related);
    if (then < youngestWorker - 2)
      return impossible(`Born ${name}, the employee was ${then} years old at the injury.`, related);
  }
  if (!decided) return differing;
  const now = yearsBetween(born.value, decided);
  const age = agesOf(letter).find(({ value }) => !value.atInjury && isPossible(value));
  if (age && (age.value.least > now + 1 || age.value.most < now - 1)) {
    const message = `Born ${name}, the employee is ${now} years old, but ${ageName(age.value)} in ${placeName(age)}.`;
    return impossible(message, [
      { start: age.start, end: age.end, message: `The age in ${placeName(age)}.` },
    ]);
  }
  if (now > oldestWorker || now < youngestWorker)
    return impossible(`Born ${name}, the employee would be ${now} years old.`, []);
  return differing;
}

/** "3/4/64" is read as 2064: nobody is born after the letter. */
function inThePast(born: BirthDate, decided: Day | undefined): BirthDate {
  return decided && born.year > decided.year ? { ...born, year: born.year - 100 } : born;
}

function lastMentioned(letter: Letter): DateMention | undefined {
  let last: DateMention | undefined;
  for (const { dates } of passagesOf(letter)) {
    for (const date of dates) if (!last || date.year > last.year) last = date;
  }
  return last;
}

function measures(letter: Letter): readonly Finding[] {
  return [...outOfScale(letter), ...comparisons(letter)];
}

function comparisons(letter: Letter): readonly Finding[] {
  return wrongComparisons(letter).map((found) =>
    createFinding(
      found,
      messageNaming([found.first, found.second], (first, second) =>
        found.relation === "sum"
          ? `${first} are not ${second}.`
          : found.relation === "of"
            ? `${first} of ${second} can't be: it's more than all of them.`
            : `${first} ${found.relation === "not more than" ? "is more than" : `isn't ${found.relation}`} ${second}.`,
      ),
    ),
  );
}

function outOfScale(letter: Letter): readonly Finding[] {
  return impossibleMeasures(letter).map((stated) => {
    const { name, written, limit } = stated.value;
    return createFinding(
      stated,
      messageNaming([written], (words) =>
        limit === undefined
          ? `“${words}” isn't ${name}.`
          : `“${words}” can't be ${name}: the most is ${limit}.`,
      ),
    );
  });
}

export const personRules: readonly Rule[] = [
  {
    id: "consistency/age",
    severity: "warning",
    title: "The employee's age differs within the letter",
    law: laws.factualError,
    check: ages,
  },
  {
    id: "consistency/sex",
    severity: "warning",
    title: "The employee's sex differs within the letter",
    law: laws.factualError,
    check: sexes,
  },
  {
    id: "consistency/birth-date",
    severity: "warning",
    title: "The date of birth contradicts the rest of the letter",
    law: laws.factualError,
    check: birthDates,
  },
  {
    id: "consistency/measure",
    severity: "information",
    title: "A rating or a measure is outside of its scale",
    law: laws.factualError,
    check: measures,
  },
];
