/** Reads the organs, conditions, and procedures that only one sex has, as long as they are said of the employee. */
import { matchAll } from "../../base/matchAll.ts";
import { assertionAt } from "../../letter/context/scopes.ts";
import type { Letter, Sex } from "../../letter/types.ts";
import { type Passage, passagesOf, sentenceAt } from "../passages.ts";
import { hintsOf } from "./hints.ts";
import { personScopesOf } from "./personTriggers.ts";
import { employeeNouns } from "./personWords.ts";
import type { SexWord } from "./sexes.ts";
import type { Statement } from "./statement.ts";

const female = [
  "hysterectom(?:y|ies)|oophorectomy|salpingo-?oophorectomy|ovar(?:y|ies|ian)|uter(?:us|ine)|endometri(?:osis|al|um)|fallopian",
  "cervi(?:x|cal) (?:uteri|cancer|carcinoma|dysplasia|intraepithelial neoplasia|cerclage)|pap (?:smear|test)s?|papanicolaou",
  "colposcopy|hysteroscopy|tubal ligation|peri-?menopausal?|post-?menopausal?|menopausal?|menopause|menses|menstrua(?:l|tion|ting)",
  "amenorrhea|dysmenorrhea|menorrhagia|dysfunctional uterine bleeding|pregnan(?:t|cy|cies)|gravid|gravida|trimester|cesarean|caesarean|c-section",
  "post-?partum|breast-?feeding|lactating|lactation|preeclampsia|eclampsia|gestational diabetes|miscarriages?|ectopic pregnancy|stillbirth",
  "vagin(?:a|al|itis|osis)|vulv(?:a|ar|odynia)|clitor(?:is|al)|cystocele|rectocele|polycystic ovar(?:y|ian)|pcos|intrauterine device|iud",
  "oral contraceptives?|birth control pills?|obstetric(?:al|ian)?|gynecolog(?:y|ic|ical|ist)|ob/gyn|gave birth|childbirth|hot flashes of menopause",
].join("|");
const male = [
  "prostat(?:e|ic|itis|ectomy|ism)|bph|testic(?:le|les|ular)|testes|testis|scrot(?:um|al)|peni(?:s|le)|vasectomy|orchi(?:tis|ectomy|dectomy|opexy)",
  "epididym(?:itis|is|al)|erectile (?:dysfunction|disorder|problems?|difficult(?:y|ies))|erections?|ejaculat(?:ion|ory|e)|impoten(?:t|ce)(?! of)",
  "phimosis|circumcis(?:ion|ed)|varicocele|hydrocele|priapism|hypospadias|peyronie(?:'s)?|prostate[- ]specific antigen|gynecomastia|turp|spermatic cord|semen|sperm count",
].join("|");
const conditions: Readonly<Record<Sex, RegExp>> = {
  female: new RegExp(`\\b(?:${female})\\b`, "g"),
  male: new RegExp(`\\b(?:${male})\\b`, "g"),
};
/** What a sentence says that tells of the employee's own health. */
const ofEmployee = new RegExp(
  `\\b(?:${employeeNouns}|he|she|his|her|history of|s/p|status post|underwent|diagnos\\w+|comorbid\\w*|past (?:surgical|medical)|surgical history|includ\\w+|significant for|notable for|complain\\w*|report\\w*|is (?:currently )?pregnant)\\b`,
  "i",
);
/** Risks, warnings, and what a drug may do. */
const general =
  /\b(?:in|during|of|with|for|before|after) (?:early |late )?(?:pregnan(?:t|cy|cies)|lactation|breast-?feeding|menopause)\b(?! in (?:19|20))|\bpregnan(?:t|cy|cies) (?:categor|tests?|or |women|status)|\b(?:may|can|could|might) (?:cause|lead|result|produce|impair|reduce|include)|\bside effects?|\badverse|\brisks?\b|\bsuch as\b|\be\.g\.|contraindicat|\bavoid|\bwarning|\bguideline|\bmtus\b|\bodg\b|\bacoem\b|\bscreen|\bused (?:for|to treat|in)|\bindicated (?:for|in)|\btreatment of\b|\brule out\b|\bruled out\b|\bis not (?:pregnant|a|an|indicated)|\bindications?\b|\bred flags?\b|\bcauses\b|\brelated to\b|\bif\b|\bunless\b|\bneither\b|\bnor\b|\bnegative for\b|\bden(?:y|ies|ied|ying)\b|\bunremarkable\b|\bnormal\b|\babsen|\b(?:works?|worked|working|employed|job|volunteers?) (?:as|in|at|for|with)\b/i;

/** The conditions of that sex that the letter states of the employee. */
export const conditionsOf = (letter: Letter, sex: Sex): readonly Statement<SexWord>[] =>
  passagesOf(letter).flatMap((passage) => conditionsIn(passage, sex));

function conditionsIn(passage: Passage, sex: Sex): readonly Statement<SexWord>[] {
  const { flat, lower, place, issue, source } = passage;
  if (!hintsOf(passage)[sex]) return [];
  const found: Statement<SexWord>[] = [];
  for (const m of matchAll(conditions[sex], lower)) {
    const word = flat.text.slice(m.index, m.index + m[0].length);
    const { text, start, index } = sentenceAt(passage, m.index);
    if (!ofEmployee.test(text) || general.test(text)) continue;
    const at = m.index - start;
    const scopes = personScopesOf(passage, index);
    if (scopes.some(({ trigger }) => trigger.sets?.experiencer === "relative")) continue;
    const assertion = assertionAt(scopes, at, at + word.length);
    if (assertion.certainty !== "stated" || assertion.temporality === "otherClaim") continue;
    // A provider tells of the employee's health, not of their own.
    const whose = assertion.experiencer;
    if (whose !== "employee" && whose !== "provider" && whose !== "reviewer") continue;
    found.push({
      value: { sex, word },
      ...flat.span(m.index, m.index + word.length),
      place,
      issue,
      source,
      assertion,
    });
  }
  return found;
}
