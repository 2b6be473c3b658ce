/**
 * Words that say that an age, a sex, or a pronoun isn't the employee's, in addition to those that hold for every fact: "pain
 * after lifting a box" says nothing about whose pain it is, but "after lifting a 90-year-old man" says whose age it is.
 */
import { indexOf, type Scope } from "../../letter/context/scopes.ts";
import { modifiers } from "../../letter/context/triggers/trigger.ts";
import { triggers } from "../../letter/context/triggers.ts";
import type { Passage } from "../passages.ts";

const words = (list: string): readonly string[] => list.split(/,\s*/);

/** What the employee did to someone, or someone to the employee. */
export const encounters = modifiers(
  { experiencer: "otherPerson" },
  "forward",
  words(
    `lifting, lifted, transferring, transferred, assisting, assisted, helping, helped, restraining, restrained, repositioning,
    repositioned, rolling, catching, caught, carrying, carried, pulling, holding, turning, bathing, chasing, arresting,
    caring for, cared for, cares for, taking care of, assaulted by, attacked by, struck by, hit by, kicked by, pushed by,
    punched by, bitten by, bit by, grabbed by, rear-ended by, knocked down by, shot by, stabbed by, threatened by, robbed by,
    scratched by, shoved by, thrown by, injured by, harassed by, driven by, collided with, fought with, altercation with,
    argument with, scuffle with, lives with, living with, married to`,
  ).map((phrase) => [phrase, `The injury came with ${phrase} a [90]-year-old man.`]),
  10,
);

const others = modifiers(
  { experiencer: "otherPerson" },
  "forward",
  words("the driver, driver of, the dog, a dog, the owner, the caller, the operator of").map((phrase) => [
    phrase,
    `She said that ${phrase} the car [he] fled.`,
  ]),
);

const studies = modifiers(
  { experiencer: "study" },
  "both",
  words(
    `study, studies, subjects, controls, population, populations, literature, placebo, registry, survey, average age, mean,
    median, averaging, age range, age group, age groups, ages, aged between, aged from, statistics, data from, evidence in`,
  ).map((phrase) => [phrase, `In ${phrase} here [52] was found.`]),
);

const people = modifiers(
  { experiencer: "people" },
  "both",
  words(
    `the average, a typical, the typical, typical for, typical of, like that of, like those of, that of a, those of a, expected for, expected in,
    expected of, normal for, seen in a, common in, usual for, consistent with a, compatible with a, similar to a,
    appropriate for a, under the age of, over the age of, above the age of, below the age of, after the age of, before the age of, under age, over age,
    above age, below age, older than, younger than, before age, by age, up to age, by the age of, until age, until the age of,
    after age, beyond age, beyond the age of, between the ages of, those over, those under, a healthy, a normal, in a young,
    an average, an elderly, nobody, no one, criteria, such as a, retirement age`,
  ).map((phrase) => [phrase, `It holds ${phrase} x [52] here.`]),
);

export const personTriggers = [...encounters, ...others, ...studies, ...people];

const index = indexOf([...triggers, ...personTriggers]);

/** The scopes in a sentence of a passage that say whose an age, a sex, or a pronoun is, and the others. */
export const personScopesOf = (passage: Passage, sentence: number): readonly Scope[] =>
  passage.scopesOf(sentence, index);
