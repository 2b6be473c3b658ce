/** Words for persons, as parts of regular expressions. */
import type { Sex } from "../../letter/types.ts";

export const employeeNouns =
  "employee|worker|patient|claimant|applicant|examinee|individual|person|pt|injured party|policyholder";

/** What a worker is by trade: "a 44 year old truck driver". Only after an age. */
export const occupations =
  "driver|nurse|teacher|carpenter|electrician|plumber|mechanic|cook|chef|waiter|waitress|cashier|clerk|officer|deputy|firefighter|paramedic|janitor|custodian|housekeeper|maid|gardener|landscaper|laborer|roofer|painter|welder|machinist|operator|packer|picker|loader|stocker|warehouseman|assembler|technician|engineer|manager|supervisor|foreman|secretary|assistant|aide|caregiver|therapist|attendant|salesman|saleswoman|salesperson|guard|mason|bricklayer|farmworker|fieldworker|seamstress|butcher|baker|barber|hairdresser|bartender|courier|mover|installer|inspector|programmer|analyst|accountant|bookkeeper|librarian|lineman|longshoreman|policeman|policewoman|homemaker|student|retiree|smoker|nonsmoker|diabetic";

const wordsBySex: Readonly<Record<string, Sex>> = {
  female: "female",
  woman: "female",
  lady: "female",
  girl: "female",
  gal: "female",
  f: "female",
  male: "male",
  man: "male",
  gentleman: "male",
  boy: "male",
  guy: "male",
  m: "male",
};

/** Nouns for a woman, and for a man. */
export const femaleNouns = "female|woman|lady";
export const maleNouns = "male|man|gentleman";
export const sexNouns = `${femaleNouns}|${maleNouns}`;

/** The sex that a noun or an initial says. */
export const sexOf = (word: string): Sex | undefined => wordsBySex[word.toLowerCase()];

const counterparts: readonly (readonly [string, string])[] = [
  ["female", "male"],
  ["woman", "man"],
  ["lady", "gentleman"],
  ["girl", "boy"],
  ["she", "he"],
  ["herself", "himself"],
  ["hers", "his"],
  ["mrs", "mr"],
  ["ms", "mr"],
  ["miss", "mr"],
  ["f", "m"],
];

/** The word for the other sex, in the same case; undefined if that depends on the sentence, as for "her". */
export function counterpart(word: string): string | undefined {
  const lower = word.toLowerCase();
  const pair = counterparts.find((each) => each.includes(lower));
  const other = pair && (pair[0] === lower ? pair[1] : pair[0]);
  if (other === undefined) return undefined;
  if (word === word.toUpperCase() && (word.length > 1 || lower === other)) return other.toUpperCase();
  const first = word.charAt(0);
  return first === first.toUpperCase() ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}
