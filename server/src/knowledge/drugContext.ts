/** Decides from its context whether a word that can mean something else is the name of a drug. */
import { pillPattern, strengthPattern } from "../base/dosePatterns.ts";

/** What a name needs to count as a drug: nothing, a capital letter, or a dose or dosage form after it. */
export type RequiredContext = "nothing" | "capital" | "dose";

/** "20mg", " 10/325 mg", ", #60", "30 tabs" after the name of a drug. */
const dose = new RegExp(
  `[ \\t]{0,3},?[ \\t]{0,3}(?:#[ \\t]?\\d|${strengthPattern}|\\d{1,4} ?-?(?:${pillPattern})(?![a-z]))`,
  "iy",
);
/** " gel" after the name of a drug. */
const dosageForm =
  /[ \t]{1,3}(?:tablets?|capsules?|tabs?|caps?|cream|gel|lotion|ointment|patch|patches|spray|suspension|injections?|supplements?|replacement)(?![a-z])/iy;

/** "Norco Medical Clinic", "Norco, California", "Norco High School": the name of a place goes on. */
const restOfPlace =
  /[ \t]{0,3}(?:,[ \t]{0,3}(?:CA|Calif|California)(?![a-z])|(?:(?:urgent|family|medical|community|regional|pain|health|occupational|orthopedic|spine|surgery|high|middle|elementary|unified)[ \t]{1,3}){0,2}(?:clinics?|hospital|center|pharmacy|(?:medical|pain) group|urgent care|school|(?:school|fire|police) (?:district|department))\b)/iy;
/** "Norco Drive", "Norco, MD": the same of a street or of a person. Capitals count: a patient may be told "do not drive". */
const restOfStreetOrPerson =
  /[ \t]{0,3}(?:(?:Road|Rd|Street|Avenue|Ave|Drive|Blvd|Boulevard)\b|,[ \t]{0,3}(?:MD|M\.D|DO|D\.O|DC|D\.C|DPM|PhD|Ph\.D|RN|NP|PA)\b)/y;

/** "Dr. Norco", "the City of Norco", "lives in Norco", "seen at Norco": what comes before the name of a person or of a place. */
const startOfOtherName =
  /\b(?:(?:dr|mr|mrs|ms|miss|doctor|nurse)\b\.?|(?:city|town|county) of|(?:live[sd]?|living|resid(?:es|ed|ing)|located|works?|worked|working|born|moved|office|offices|clinic|practice|facility|hospital) (?:in|to|at|near)|(?:seen|examined|evaluated|treated|hospitalized) (?:in|at))\s{1,3}$/i;
/** In UTF-16 units: the longest words before such a name. */
const longestStart = 24;

/** Whether the name from `start` to `end` has the required context. Linear in the white space before it. */
export function isDrugInContext(text: string, start: number, end: number, need: RequiredContext): boolean {
  if (follows(restOfPlace, text, end) || follows(restOfStreetOrPerson, text, end)) return false;
  if (follows(dose, text, end)) return true;
  if (startOfOtherName.test(text.slice(Math.max(0, start - longestStart), start))) return false;
  if (need === "nothing") return true;
  // "Tylenol 3 tablets" is three tablets of Tylenol.
  const endsInNumber = /\d/.test(text.charAt(end - 1));
  if (!endsInNumber && follows(dosageForm, text, end)) return true;
  if (need === "dose") return false;
  const name = text.slice(start, end);
  if (name.length > 1 && name === name.toUpperCase() && name !== name.toLowerCase()) return true;
  const first = name.slice(0, 1);
  return first !== first.toLowerCase() && !startsSentence(text, start);
}

function follows(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** At the start of the text, or after the end of a sentence or a colon. */
function startsSentence(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /[\s"'“‘(]/.test(text.charAt(before))) before--;
  return before < 0 || /[.!?:]/.test(text.charAt(before));
}
