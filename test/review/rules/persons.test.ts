/** What a letter says of the employee's person, in many wordings. */
import { describe, expect, test } from "vitest";
import { issue, issuesHeading, letter, reasons, summaryIntroduction } from "../../fixture/letter.ts";
import { findingsIn } from "../findings.ts";

const details = `Case Number: CM16-0990100
Date Assigned: 05/09/2016
Date of Injury: 09/14/2013
Decision Date: 06/10/2016
UR Denial Date: 04/12/2016
Application Received: 04/28/2016`;

const letterOf = (inSummary: string, inRationale: string) =>
  letter({
    details,
    summary: `CLINICAL CASE SUMMARY\n${summaryIntroduction}\n\n${inSummary}`,
    issuesHeading,
    issues: [
      issue({
        rationale: `Decision rationale: ${reasons} ${inRationale} The request is not medically necessary.`,
      }),
    ],
  });

const personal = /^consistency\/(?:age|sex|birth-date|measure)$/;
/** The words of the findings about persons, with their rules. */
const found = (text: string) =>
  findingsIn(text)
    .filter(({ rule }) => personal.test(rule))
    .map(({ rule, start, end }) => `${rule.slice("consistency/".length)}: ${text.slice(start, end)}`);

const woman = "The injured worker is a 44 year old female who has a strain of the low back.";
const man = "The injured worker is a 44 year old male who has a strain of the low back.";

type Row = readonly [summary: string, marked: string];
const each = (summary: string, ...sentences: readonly string[]): readonly Row[] =>
  sentences.map((sentence) => [summary, sentence]);

function reports(rule: string, [summary, marked]: Row): void {
  const own = marked.replaceAll("[[", "").replaceAll("]]", "");
  const word = /\[\[(.*?)\]\]/.exec(marked)?.[1];
  expect(found(letterOf(summary, own))).toEqual([`${rule}: ${word}`]);
  expect(found(letterOf(`${summary} ${own}`, ""))).toEqual([`${rule}: ${word}`]);
}

function isQuiet([summary, sentence]: Row): void {
  expect(found(letterOf(summary, sentence))).toEqual([]);
  expect(found(letterOf(`${summary} ${sentence}`, ""))).toEqual([]);
}

describe("consistency/age", () => {
  test.each(
    each(
      woman,
      "The employee is [[62]] years of age.",
      "The patient is a [[62]] year old.",
      "The employee, who is [[62]], works.",
      "The employee is [[62]].",
      "She is [[62]] and works full time.",
      "The claimant is currently [[62]] years old.",
      "This [[62]] y.o. female has back pain.",
      "This [[62]] y/o woman has back pain.",
      "This is a [[62]] yo F with back pain.",
      "The applicant is a [[62]]-yr-old warehouse worker.",
      "The applicant is a [[62]] yr. old woman.",
      "The worker, a [[62]]F, has back pain.",
      "The worker (F/[[62]]) has back pain.",
      "The employee, aged [[62]], has back pain.",
      "The employee, age [[62]], has back pain.",
      "Age: [[62]].",
      "The employee's age is [[62]].",
      "The patient's age of [[62]] was taken into account.",
      "The employee is [[sixty-two]] years old.",
      "This [[sixty-two]] year old woman has back pain.",
      "This [[sixty two]]-year-old employee has back pain.",
      "A [[62]]-year-old woman with back pain is described.",
      "The [[25]]-year-old patient has back pain.",
      "The [[25]] year old right-hand dominant female was seen on 3/30/2016.",
      "This now [[62]]-year-old employee has back pain.",
      "In this [[62]]-year-old woman, therapy gave no relief.",
      "Dr. Okafor examined this [[62]] year old woman.",
      "Her physician noted that the employee is [[62]] years old.",
      "The treating physician states that the patient is a [[62]] year old female.",
      "The therapist wrote that the [[62]]-year-old claimant is improving.",
      "The injured worker was a [[62]] year old woman.",
      "She is a [[62]] year old obese Hispanic woman.",
      "The employee is a [[62]] year-old truck driver.",
      "The employee is a [[62]]-year-old welder by trade.",
      "The employee is a woman of [[62]].",
      "The employee is in her [[fifties]].",
      "The employee is in her [[late 50s]].",
      "The case involves a now [[62]]-year-old female.",
      "A request was made for the [[62]]-year-old employee.",
      "The patient is [[62]] y/o.",
      "The patient is [[62]] y. o. and obese.",
      "The employee is [[62]] years young.",
      "The employee (female, [[62]]) has back pain.",
      "She was [[58]] years old at the time of the injury.",
      "The employee was [[25]] years old when she was injured.",
      "The employee is a [[3]] year old female.",
      "The employee is a [[200]] year old female.",
      "The patient is [[144]] years old.",
      "The employee is 44 years old, and this [[54]] year old woman has back pain.",
    ),
  )("%s | %s", (...row) => reports("age", row));

  test.each(
    each(
      woman,
      "There is a 5 year old fusion with intact hardware.",
      "A 10-year-old MRI is on file.",
      "The employee has 2 year old hardware in the spine.",
      "This 6 year old injury has become chronic.",
      "The request rests on a 3-year-old report.",
      "The brace is 15 years old.",
      "Her car was 12 years old.",
      "Patients under the age of 40 do better.",
      "Of 120 patients (average age 52 years) most improved.",
      "A trial of 60 women, mean age 52 years, was negative.",
      "In a cohort of men with a mean age of 61, tears were common.",
      "Studies of 45 year old males show no benefit.",
      "The films show a disc like that of a 70 year old male.",
      "The degeneration is typical of a 60-year-old woman.",
      "Such changes are normal in a 60-year-old.",
      "Most 60 year olds have a degenerated disc.",
      "Osteoporosis is common in women over 50.",
      "Screening is advised for women aged 50 to 74.",
      "Adults aged 65 and over are at risk.",
      "Adults age 65 or older are at risk.",
      "Persons over age 65 are at risk of bleeding.",
      "The median age was 57.",
      "Participants were 18 to 65 years of age.",
      "In a randomized trial, 55-year-old patients had less pain.",
      "Fusion in a 62-year-old is seldom useful.",
      "When she was 37, she had surgery of the knee.",
      "She had an appendectomy at the age of 30.",
      "At age 30 she had an appendectomy.",
      "She has smoked since age 16.",
      "She was 41 years old at the time of injury.",
      "She was 42 at the time of the injury.",
      "She was 35 years old in 2007.",
      "She will be 45 years old in July.",
      "She turned 43 years old last year.",
      "Her 12-year-old son drives her.",
      "Her husband is 62 years old.",
      "Her mother, aged 80, lives with her.",
      "She cares for a 90-year-old woman.",
      "She was injured while lifting a 70 year old man.",
      "She was struck by a 25-year-old driver.",
      "A 62 year old male colleague fell on her.",
      "Her coworker, a 35-year-old man, fell on her.",
      "Dr. Okafor, who is 62, wrote the note.",
      "The surgeon, aged 62, has retired.",
      "The employee is 14 weeks post surgery.",
      "The employee is 62 inches tall.",
      "The employee is 65% improved.",
      "The employee is 62 kg.",
      "The employee is a 44-year-old woman.",
      "This forty-four year old has back pain.",
      "The employee is in her forties.",
      "The employee is in her mid-40s.",
      "The employee is about 45 years of age.",
      "The employee is 44 years and 3 months old.",
      "The children are 12 and 14 years old.",
      "A two year old injury is described.",
      "The water was 52F.",
      "A 14F catheter was placed.",
      "The employee has three children, ages 5, 9, and 12.",
      "She is the mother of a 3-year-old.",
      "The employee has worked for 62 days.",
      "According to ODG, the MRI of a 60-year-old often shows a tear.",
      "She looks like a 60 year old.",
      "The age of the fracture is 62 days.",
      "The retirement age of 67 is years away.",
      "If the patient is over 65 years of age, the dose is lower.",
      "Her supervisor is 62 years of age.",
      "The assailant was a 19-year-old man.",
      "The interpreter, a 30 year old woman, was present.",
    ),
  )("quiet: %s | %s", (...row) => isQuiet(row));

  test("an age of one year more or less is reported less severely", () => {
    const severity = (age: number) =>
      findingsIn(letterOf(woman, `This ${age} year old woman has back pain.`))[0]?.severity;
    expect(severity(45)).toBe("information");
    expect(severity(46)).toBe("warning");
  });
});

describe("consistency/sex", () => {
  test.each([
    ...each(
      woman,
      "This [[man]] has back pain.",
      "The patient is a [[male]].",
      "The employee is [[male]].",
      "This 44 year old [[gentleman]] has back pain.",
      "The worker is a 44 y/o [[M]].",
      "The worker, a 44[[M]], has back pain.",
      "The worker ([[M]]/44) has back pain.",
      "The [[male]] employee was seen.",
      "Sex: [[male]].",
      "[[Mr]]. Quill has back pain.",
      "This right-handed [[man]] was seen.",
      "The claimant is a pleasant [[gentleman]].",
      "[[He]] has back pain.",
      "The employee reports that [[his]] knee hurts.",
      "Dr. Okafor documented that [[his]] pain was 6 out of 10.",
      "The employee said that therapy did not help [[him]].",
      "[[His]] physician prescribed naproxen.",
      "[[His]] wife drives to the visits.",
      "The treating physician examined [[him]] on 3/30/2016.",
      "The adjuster called [[him]] on 3/30/2016.",
      "The employee takes naproxen. [[He]] has no relief.",
      "The employee injured [[himself]] at work.",
      "The injured worker continues [[his]] home exercises.",
      "On 3/30/2016, [[he]] rated the pain at 6 out of 10.",
      "The provider requests therapy. [[He]] complains of numbness.",
      "The employee has not returned to [[his]] usual job.",
      "[[He]] was seen on 3/30/2016.",
      "The employee had a [[prostatectomy]] in 2010.",
      "The employee complains of [[erectile dysfunction]].",
      "Her history of benign [[prostatic]] hyperplasia is noted.",
      "She has a history of [[prostate]] cancer.",
      "The past surgical history includes a [[vasectomy]].",
      "The employee reports [[testicular]] pain.",
    ),
    ...each(
      man,
      "This [[woman]] has back pain.",
      "The patient is a pleasant [[lady]].",
      "The worker is a 44 y/o [[F]].",
      "[[Ms]]. Quill has back pain.",
      "There was relief after [[her]] injection.",
      "[[She]] has back pain.",
      "The provider saw [[her]] on 3/30/2016.",
      "Nothing helped [[herself]].",
      "The employee had a [[hysterectomy]] in 2004.",
      "The past surgical history includes a [[hysterectomy]].",
      "The employee is status post [[cesarean]] section.",
      "The employee is [[pregnant]].",
      "The patient reports [[vaginal]] bleeding.",
      "He has a history of [[cervical cancer]].",
      "The employee's [[menopause]] began in 2012.",
      "The employee underwent a [[Pap smear]] in 2015.",
      "The employee has a history of [[ovarian]] cysts.",
      "The employee was diagnosed with [[endometriosis]].",
    ),
    ...each(
      "The injured worker has a strain of the low back. She takes naproxen. Her pain is 6 out of 10.",
      "[[His]] knee hurts.",
      "The employee reports that [[he]] has no relief.",
    ),
  ])("%s | %s", (...row) => reports("sex", row));

  test.each([
    ...each(
      man,
      "Dr. Okafor wrote that she suspects a tear.",
      "The QME saw the employee; she found full motion.",
      "The adjuster was called; she had no more records.",
      "The therapist said she would continue.",
      "The psychologist reported that in her opinion stress plays a part.",
      "The nurse case manager said that she had called.",
      "The physician assistant examined the knee. She found full motion.",
      "The surgeon requests an MRI. She notes a tear. She also wants films.",
      "His wife helps. She drives him to his visits.",
      "His daughter says that she helps.",
      "His attorney sent her letter on 3/30/2016.",
      "He was assaulted by a woman.",
      "He was rear-ended by a woman who ran a red light.",
      "He was hurt while lifting a female patient.",
      "A female coworker fell on him.",
      "His supervisor, a woman, sent him home.",
      "The female connector of the unit broke.",
      "The female physician wrote the note.",
      "Studies of women show no benefit.",
      "In women over 50, screening is advised.",
      "Patients should be told of his or her options.",
      "He/she should be told.",
      "A patient should keep her diary.",
      "His mother had ovarian cancer.",
      "There is a family history of breast and ovarian cancer.",
      "His wife is pregnant.",
      "His wife had a hysterectomy in 2010.",
      "NSAIDs are contraindicated in pregnancy.",
      "The drug may cause harm in pregnant women.",
      "The cervical spine is tender.",
      "His cervical radiculopathy is noted.",
      "The employee denies pregnancy.",
      "The interpreter said that she was ill.",
      "The reviewer noted that she had no records.",
      "The treating physician did not explain why she asks for a second MRI.",
      "The chiropractor continued her plan.",
      "According to her report, motion is full.",
      "Dr. Lee's request and her notes do not name a deficit.",
      "The provider states she will order films.",
      "HER2 was negative.",
      "The acupuncturist treated him; in her notes the pain is 4/10.",
      "The employee worked with a woman who smoked.",
      "The supervisor sent the employee home, as she saw that he limped.",
      "His friend said that she saw the fall.",
    ),
    ...each(
      woman,
      "This was found by others (He, 2004).",
      "He et al. (2004) found no benefit.",
      "Her physician wrote that he would wait.",
      "Her husband says that he cooks.",
      "The patient's son helps; he lives close by.",
      "Her co-worker drives her, as he lives close by.",
      "Her husband's prostate cancer is a stressor.",
      "Her husband had a prostatectomy, and she cares for him.",
      "Opioids may cause erectile dysfunction.",
      "Her father has prostate cancer.",
      "She lives with her husband, a 50-year-old man.",
      "She was attacked by a man with a knife.",
      "She was hurt while restraining a male inmate.",
      "The male nurse helped.",
      "She works in a store for men's clothing.",
      "The man who hit her car fled.",
      "An ECG shows a delay in the bundle of His.",
      "Dr. Ames saw her. He recommends therapy.",
      "Dr. Ames saw her. In his opinion, motion is full.",
      "The surgeon reviewed the films and said he saw no tear.",
      "The physician treats his patients with naproxen.",
      "The provider has not submitted his notes.",
      "In men, testosterone is measured.",
      "She manages 12 men.",
      "Testosterone is measured in men with erectile dysfunction.",
      "Her boss told her that he was sorry.",
      "The brother of the employee has hemophilia; he is ill.",
      "The patient's ex-husband hit her; he is in jail.",
      "A manpower shortage led to overtime.",
    ),
    ...each(
      "The injured worker has a strain of the low back. She takes naproxen.",
      "Dr. Okafor wrote that he suspects a tear.",
      "Her husband cooks. He drives her.",
      "In his report, the surgeon asks for films.",
    ),
    ...each(
      "The injured worker has a strain. The transgender employee takes estradiol.",
      "He rests. She rests.",
    ),
  ])("quiet: %s | %s", (...row) => isQuiet(row));
});

describe("consistency/birth-date", () => {
  test.each(
    each(
      woman,
      "The date of birth is [[1/2/1950]].",
      "DOB: [[01/02/1950]].",
      "The employee (DOB [[1/2/50]]) has back pain.",
      "The employee was born on [[January 2, 1950]].",
      "The employee was born in [[1950]].",
      "The employee's D.O.B. is [[1-2-1950]].",
      "The birthdate is [[1/2/1990]].",
      "The employee's birth date is listed as [[3/4/2014]].",
      "Date of birth: [[3/4/2009]].",
      "She was born in [[2008]].",
    ),
  )("%s | %s", (...row) => reports("birth-date", row));

  test.each(
    each(
      woman,
      "The date of birth is 1/2/1972.",
      "DOB: 7/2/1971.",
      "The employee was born on August 2, 1971.",
      "The employee was born in 1972.",
      "The employee's DOB is 3/4/72.",
      "Her son was born on 1/2/2015.",
      "She was born in Mexico.",
      "Her husband was born in 1950.",
      "The records list a date of birth of 3/17/1956 and 3/17/1972.",
      "She gave birth on 1/2/2015.",
      "Dr. Ames, born in 1950, has retired.",
    ),
  )("quiet: %s | %s", (...row) => isQuiet(row));
});

describe("consistency/measure", () => {
  test.each(
    each(
      woman,
      "The pain is [[18 of 10]].",
      "The pain is [[18/10]].",
      "The pain was rated [[12/10]].",
      "She reports [[12/10]] pain.",
      "Pain is [[11 out of 10]].",
      "The VAS is [[11/10]].",
      "The VAS score was [[14]].",
      "Muscle strength is [[6/5]].",
      "Motor strength was [[7 out of 5]] in the legs.",
      "The reflexes are [[6+]].",
      "Lumbar flexion is [[400 degrees]].",
      "Shoulder abduction was to [[280 degrees]].",
      "There was [[150% relief]] after the injection.",
      "The pain was reduced by [[120%]].",
      "The Glasgow Coma Scale was [[18]].",
      "The PHQ-9 score was [[31]].",
      "The BDI was [[71]].",
      "The Epworth sleepiness scale score was [[30]].",
      "The Oswestry Disability Index was [[140]]%.",
      "Blood pressure was [[80/120]].",
      "Her pain decreased from [[4/10 to 8/10]].",
    ),
  )("%s | %s", (...row) => reports("measure", row));

  test.each(
    each(
      woman,
      "The pain is 8/10.",
      "Pain is 10/10.",
      "The pain is 7.5 out of 10.",
      "Pain has been worse since 12/10.",
      "The pain on 12/10 was 6/10.",
      "The pain was seen on 11/10/2015.",
      "Strength is 5/5.",
      "Strength is 4+/5.",
      "Strength was tested on 7/5.",
      "Reflexes are 2+.",
      "Flexion is 180 degrees.",
      "Flexion is 60 degrees.",
      "Blood pressure was 120/80.",
      "There was 100% relief.",
      "There was 50% relief.",
      "She attended 12 of 10 planned visits.",
      "The PHQ-9 was 12.",
      "The VAS is 45/100.",
      "The VAS was 62 mm.",
      "Pain decreased from 8/10 to 4/10.",
      "Pain went from 4/10 to 8/10.",
      "The GAF was 55.",
      "The dose was raised by 150%.",
      "The coil is heated to 200 degrees.",
      "The MED is 120.",
      "The 18 of 18 tender points hurt.",
      "The oxygen saturation is 98%.",
      "Hydrocodone 10/325 is taken for pain.",
    ),
  )("quiet: %s | %s", (...row) => isQuiet(row));
});

test("the fixes make the letter agree", () => {
  const text = letterOf(woman, "This 54 year old woman has pain.");
  const [finding] = findingsIn(text);
  expect(finding?.fixes?.map(({ title }) => title)).toEqual([
    "Change to 44, as in the case summary",
    "Change to 54, as in the rationale of issue 1",
  ]);
});
