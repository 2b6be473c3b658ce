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

/** "Norco Medical Clinic", "Norco, California": the name of a place or of a clinic. */
const place =
  /[ \t]{0,3}(?:,[ \t]{0,3}(?:CA(?![a-z])|California\b)|(?:(?:urgent|family|medical|community|pain|health|occupational)[ \t]{1,3}){0,2}(?:clinic|hospital|center|pharmacy|medical group|urgent care)\b)/iy;

/** Whether the name from `start` to `end` has the required context. Linear in the white space before it. */
export function isDrugInContext(text: string, start: number, end: number, need: RequiredContext): boolean {
  if (follows(place, text, end)) return false;
  if (need === "nothing" || follows(dose, text, end) || follows(dosageForm, text, end)) return true;
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
