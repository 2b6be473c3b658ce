/**
 * Words that say whose a fact is. A fact belongs to the person named last before it, and to the employee again after "the
 * patient" or "this".
 */
import type { Experiencer } from "../assertion.ts";
import { modifiers, type Trigger, terminators } from "./trigger.ts";

const words = (list: string): readonly string[] => list.split(/,\s*/);

/** Rows for nouns that name a person, with their possessives. */
const persons = (experiencer: Experiencer, nouns: string): readonly Trigger[] =>
  modifiers(
    { experiencer },
    "forward",
    words(nouns).flatMap((noun) => [
      [noun, `One ${noun} wrote that [she] lives close by.`],
      [`${noun}'s`, `One ${noun}'s [knee] was hurt.`],
    ]),
  );

const providers = persons(
  "provider",
  `dr, doctor, physician, provider, surgeon, therapist, physiotherapist, physiatrist, psychologist, psychiatrist,
  psychotherapist, counselor, chiropractor, acupuncturist, nurse, practitioner, internist, neurologist,
  neurosurgeon, orthopedist, podiatrist, dentist, radiologist, pharmacist, anesthesiologist, cardiologist, urologist,
  gynecologist, dermatologist, ophthalmologist, optometrist, audiologist, rheumatologist, pulmonologist, gastroenterologist,
  hospitalist, clinician, specialist, examiner, evaluator, qme, ame, pqme, assistant, technician, dietitian, nutritionist,
  trainer, social worker, prosthetist, orthotist, resident, intern, sonographer, medical director, osteopath,
  scribe, receptionist, home health aide`,
);

const reviewers = persons("reviewer", "reviewer, physician advisor");

const relatives = persons(
  "relative",
  `husband, wife, spouse, partner, fiance, fiancee, son, daughter, child, stepson, stepdaughter, baby, infant, newborn, toddler,
  mother, father, mom, dad, parent, stepmother, stepfather, brother, sister, sibling, twin, aunt, uncle, cousin, nephew, niece,
  grandson, granddaughter, grandchild, grandmother, grandfather, mother-in-law, father-in-law, brother-in-law, sister-in-law,
  son-in-law, daughter-in-law, boyfriend, girlfriend, friend, roommate, neighbor, caregiver, caretaker, ex-husband, ex-wife,
  relative`,
);

const severalRelatives = modifiers({ experiencer: "relative" }, "forward", [
  ["sons", "The sons said that [he] helps."],
  ["daughters", "The daughters said that [she] helps."],
  ["children", "The children are [12] and 14."],
  ["parents", "The parents said that [he] helps."],
  ["siblings", "The siblings said that [he] helps."],
  ["family", "The family said that [he] helps."],
  ["maternal", "There is maternal [ovarian cancer]."],
  ["paternal", "There is paternal [prostate cancer]."],
  ["sisters", "The sisters said that [she] helps."],
  ["brothers", "The brothers said that [he] helps."],
]);

const otherPersons = persons(
  "otherPerson",
  `coworker, co-worker, colleague, supervisor, manager, boss, foreman, employer, customer,    adjuster, claims examiner, adjustor, attorney, lawyer, paralegal, interpreter, translator, assailant, attacker,
  intruder, robber, burglar, thief, suspect, inmate, perpetrator, shoplifter, bystander, witness, pedestrian, passenger,
  other driver, second driver, another driver, student, pupil, coach, landlord, client,
  another patient, another worker, another employee, another person, another man, another woman, another claimant,
  other patient, other worker, other employee, trainee, guest, tenant, helper, instructor, principal, vendor, donor`,
);

const studies = modifiers(
  { experiencer: "study" },
  "both",
  words(
    `cohort, cohorts, trial, trials, randomized, meta-analysis, systematic review, case series, case report, case reports,
    case-control, participants, volunteers, enrolled, et al`,
  ).map((phrase) => [phrase, `In ${phrase} here [52] was found.`]),
);

const people = modifiers(
  { experiencer: "people" },
  "both",
  words(
    `patients, persons, people, individuals, workers, employees, adults, women, men, males, females, seniors, adolescents,
    smokers, athletes, a patient, any patient, each patient, every patient, the average patient, a person, any person,
    an individual, someone, anyone, everyone, the elderly`,
  ).map((phrase) => [phrase, `It holds ${phrase} x [52] here.`]),
);

const employee = terminators("experiencer", [
  ["employee", "The therapist told the employee that [she] may rest."],
  ["employee's", "The therapist noted the employee's [menopause]."],
  ["patient", "The therapist told the patient that [she] may rest."],
  ["patient's", "The therapist noted the patient's [menopause]."],
  ["worker", "The therapist told the worker that [she] may rest."],
  ["worker's", "The therapist noted the worker's [menopause]."],
  ["claimant", "The therapist told the claimant that [she] may rest."],
  ["claimant's", "The therapist noted the claimant's [menopause]."],
  ["applicant", "The therapist told the applicant that [she] may rest."],
  ["applicant's", "The therapist noted the applicant's [menopause]."],
  ["examinee", "The therapist told the examinee that [she] may rest."],
  ["this", "The therapist saw this [52]-year-old woman."],
]);

export const experiencerTriggers = [
  ...providers,
  ...reviewers,
  ...relatives,
  ...severalRelatives,
  ...otherPersons,
  ...studies,
  ...people,
  ...employee,
];
