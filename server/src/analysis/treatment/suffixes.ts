/** Reads operations and specialties that have no row in the vocabulary by the ends of their names. */
import type { TreatmentAttribute } from "./attribute.ts";

const operation = /^[a-z]{3,}(?:ectomy|otomy|ostomy|plasty|desis|oscopy|rrhaphy|pexy|centesis|tripsy)$/;
const specialty = /^([a-z]{2,}olog)(?:y|ist)$/;
const neither = new Set(
  (
    "dichotomy pathology etiology aetiology technology methodology biology symptomatology physiology pathophysiology " +
    "pharmacology terminology morphology histology ideology kinesiology topology psychopathology phraseology chronology " +
    "radiology radiologist pathologist technologist kinesiologist apology"
  ).split(" "),
);

/** Words that may stand for any of these operations. */
const widerOperations = new Set(
  "surgery procedure repair release reconstruction decompression excision arthroscopy endoscopy".split(" "),
);

/** "Trochleoplasty" is an operation, and "nephrologist" a specialty. Lower case. */
export function valueBySuffix(word: string): readonly [TreatmentAttribute, string] | undefined {
  if (word.length < 7 || neither.has(word)) return undefined;
  if (operation.test(word)) return ["kind", word];
  const stem = specialty.exec(word)?.[1];
  return stem === undefined ? undefined : ["specialty", `${stem}y`];
}

/** Whether `wide` is a wider word for an operation that is known only by its suffix. */
export const isWiderBySuffix = (value: string, wide: string): boolean =>
  widerOperations.has(wide) && operation.test(value);
