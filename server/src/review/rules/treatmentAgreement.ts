/** The table of what two statements of a treatment must agree on. */
import type { TreatmentAttribute } from "../../analysis/treatment/attribute.ts";
import { type Difference, differenceOf } from "../../analysis/treatment/difference.ts";
import type { TreatmentMention } from "../../analysis/treatment/mentions.ts";
import type { Agreement } from "./agreement.ts";

/** The mentions of one attribute in one place. */
export interface Said {
  readonly mentions: readonly TreatmentMention[];
  /** The words from the first to the last of them, in one line. */
  readonly words: string;
}

interface Row {
  readonly attribute: TreatmentAttribute;
  /** How severe it is if less is stated than the reference says; undefined if that is usual. */
  readonly less: "warning" | "information" | undefined;
  /** Values of which fewer may not be stated; undefined for all. */
  readonly lessOf?: readonly string[];
  /** The severity if something else is stated. */
  readonly other: "warning" | "information";
  /** Whether two words can stand in each other's place. */
  readonly replaceable: (a: TreatmentMention, b: TreatmentMention) => boolean;
}

const always = () => true;
const never = () => false;

const adjectives = new Set("lumbar cervical thoracic lumbosacral".split(" "));
const isAdjective = ({ words }: TreatmentMention): boolean => adjectives.has(words.toLowerCase());
const isPlural = ({ words }: TreatmentMention): boolean => /s$/i.test(words);
const isAbbreviation = ({ words }: TreatmentMention): boolean => /^\(|^[A-Z./]{1,4}$/.test(words);

/** In the order in which a difference is reported: only the first one of two statements is. */
export const treatmentRows: readonly Row[] = [
  { attribute: "drug", less: undefined, other: "warning", replaceable: always },
  {
    attribute: "kind",
    less: "information",
    lessOf: ["EMG", "NCS", "MRI", "X-ray", "CT scan"],
    other: "warning",
    replaceable: (a, b) => isPlural(a) === isPlural(b),
  },
  {
    attribute: "region",
    less: "information",
    other: "warning",
    replaceable: (a, b) => isAdjective(a) === isAdjective(b) && isPlural(a) === isPlural(b),
  },
  {
    attribute: "side",
    less: "warning",
    other: "warning",
    replaceable: (a, b) =>
      isAbbreviation(a) === isAbbreviation(b) &&
      [a, b].every(({ words }) => !/^b|\bboth\b|\band\b/i.test(words)),
  },
  { attribute: "level", less: "warning", other: "warning", replaceable: always },
  { attribute: "contrast", less: undefined, other: "warning", replaceable: always },
  { attribute: "approach", less: undefined, other: "warning", replaceable: always },
  { attribute: "specialty", less: undefined, other: "warning", replaceable: never },
  { attribute: "form", less: undefined, other: "information", replaceable: always },
  { attribute: "route", less: undefined, other: "information", replaceable: always },
];

/** Variants of one kind, of which the plain name is often used for all. */
const variants: readonly ReadonlySet<string>[] = [
  new Set(["MRI", "open MRI", "standing MRI", "3T MRI"]),
  new Set(["home health aide", "skilled nursing", "housekeeping"]),
];

const isVariant = ({ stated, reference }: Difference): boolean =>
  variants.some((set) => [...stated, ...reference].every(({ value }) => set.has(value)));

export interface Comparison {
  /** Whether the statement is of the request and of nothing else, so that it should state all of it. */
  readonly isComplete: boolean;
}

/** Undefined if nothing of the row differs, or nothing that matters. */
export function severityOf(
  row: Row,
  difference: Difference | undefined,
  { isComplete }: Comparison,
): "warning" | "information" | undefined {
  if (!difference) return undefined;
  switch (difference.kind) {
    case "other":
      return isVariant(difference) ? "information" : row.other;
    case "more":
      return "information";
    case "less": {
      const { lessOf } = row;
      const counts =
        lessOf === undefined || difference.reference.every(({ value }) => lessOf.includes(value));
      return isComplete && counts ? row.less : undefined;
    }
  }
}

/** The row for `disagreement`. */
export function agreementOf(
  row: Row,
  severity: "warning" | "information",
  subject: string,
  reference: string,
): Agreement<Said> {
  return {
    agree: (stated, other) => differenceOf(stated.mentions, other.mentions) === undefined,
    name: ({ words }) => words,
    message: (is, should) => `${subject} says “${is}”, but ${reference} says “${should}”.`,
    related: () => `What ${reference} says.`,
    downgraded: () => severity === "information",
    replace: (value, inPlaceOf) => {
      const [one, ...more] = distinct(value.mentions);
      const [other, ...others] = distinct(inPlaceOf.mentions);
      if (!one || !other || more.length > 0 || others.length > 0 || !row.replaceable(one, other))
        return undefined;
      return inCaseOf(value.words, inPlaceOf.words);
    },
  };
}

/** Of the mentions of one place: "bilateral" mentions two sides, and "L4-5" two levels. */
const distinct = (mentions: readonly TreatmentMention[]): readonly TreatmentMention[] =>
  mentions.filter((one, i) => mentions.findIndex(({ start }) => start === one.start) === i);

/** "Right" becomes "right" in the place of "left". */
function inCaseOf(words: string, model: string): string {
  const first = words.charAt(0);
  if (/^[A-Z][a-z]/.test(words) && /^[a-z]/.test(model)) return first.toLowerCase() + words.slice(1);
  if (/^[a-z]+$/.test(words) && /^[A-Z][a-z]/.test(model)) return first.toUpperCase() + words.slice(1);
  return words;
}
