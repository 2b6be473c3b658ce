/** Reads the words that say the employee's sex: "this 52 year old woman", "52F", "the patient is male", "Ms. Q.". */
import { matchAll } from "../../base/matchAll.ts";
import { memoize } from "../../base/memoize.ts";
import { plainAssertion } from "../../letter/context/assertion.ts";
import { assertionAt } from "../../letter/context/scopes.ts";
import type { Letter, Sex } from "../../letter/types.ts";
import { type Passage, passagesOf, sentenceAt } from "../passages.ts";
import { agesOf } from "./ages.ts";
import { initialsOf } from "./hints.ts";
import { personScopesOf } from "./personTriggers.ts";
import { employeeNouns, occupations, sexNouns, sexOf } from "./personWords.ts";
import type { Statement } from "./statement.ts";

export interface SexWord {
  readonly sex: Sex;
  /** As written: "woman", "F", "his". */
  readonly word: string;
}

/** What surrounds a word that says the employee's sex. Without the row, its example says none. */
export interface SexContext {
  /** The end of the words before, in the sentence. */
  readonly before: RegExp;
  /** The start of the words after. */
  readonly after?: RegExp;
  /** Holds only if the age that it follows is the employee's. */
  readonly ofAge?: true;
  readonly example: string;
}

/** What a woman or a man may be called before the noun: "right-handed", "African American". */
const adjectives = "(?:\\([^)]{1,20}\\) )?(?:[a-z/()]+(?:-[a-z]+)*,? ){0,6}";
const employee = `(?:${employeeNouns}|he|she)`;

/** Around "woman", "man" … */
export const nounContexts: readonly SexContext[] = [
  {
    before: new RegExp(`(?:\\bold|o\\.?|\\byoung|of age|aged? \\d\\d)[-, ]{1,2}(?:an? )?${adjectives}$`, "i"),
    ofAge: true,
    example: "The injured worker is a 53 year old right-handed [female].",
  },
  {
    before: /(?:^|\b(?:is|was) (?:an? |the )?|\()$/i,
    after: /^,? (?:who is |age[d:]? |of )?[1-9]\d\b/i,
    example: "It was a [woman] of 44 who fell.",
  },
  {
    before: new RegExp(
      `\\b${employee}(?:'s| is| was)(?: now| currently)?(?: an?| the| described as an?)? ?(?:[a-z]+(?:-[a-z]+)* ){0,4}$`,
      "i",
    ),
    example: "The patient is a pleasant [female].",
  },
  {
    before: /\bthis (?:[a-z]+(?:-[a-z]+)* ){0,4}$/i,
    example: "This pleasant [lady] has back pain.",
  },
  {
    before: /(?:^|\bthe )(?:[a-z]+(?:-[a-z]+)* ){0,2}$/i,
    after: new RegExp(
      `^ (?:injured |${occupations} )?(?:employee|worker|patient|claimant|applicant)(?!')\\b`,
      "i",
    ),
    example: "The [female] worker fell.",
  },
  {
    before: /\b(?:sex|gender)(?::| is| was| -|,)? ?$/i,
    example: "The employee's sex: [female]",
  },
  {
    before: /\b(?:case|record|claim|history) of an? (?:[a-z]+(?:-[a-z]+)* ){0,3}$/i,
    example: "Here is the case of a [woman] with back pain.",
  },
  {
    before: /^(?:an?|the) (?:[a-z]+(?:-[a-z]+)* ){0,3}$/i,
    after:
      /^(?:,|,? (?:with|aged?|presents|presented|reports|reported|complain\w*|sustain\w*|injured|suffering|status|s\/p)\b)/i,
    example: "A right-handed [man] with back pain came.",
  },
];

/** Around "F", "M", "Mr" …, in capitals. */
export const initialContexts: readonly SexContext[] = [
  { before: /(?<![\d./-])[1-9]\d[ /-]?$/, ofAge: true, example: "The worker is a 52[F] with pain." },
  { before: /o(?:ld)?\.?[,/ ]?\/? ?$/i, ofAge: true, example: "The worker is a 52 y/o [F]." },
  {
    before: /(?<![\w./])$/,
    after: /^[/,] ?[1-9]\d(?![\d/.-])/,
    ofAge: true,
    example: "The worker ([F]/52) has pain.",
  },
  { before: /\b(?:sex|gender)(?::| is| -)? ?$/i, example: "Sex: [F]" },
];
const titleAfter =
  /^\.? [A-Z](?!.{0,25}, (?:PT|NP|PA|RN|MD|DO|DC|LCSW|LMFT|LAc|DPT|OTR|PhD|PsyD|the |an? |his |her )\b)/;

const titles: Readonly<Record<string, Sex>> = { Mr: "male", Mrs: "female", Ms: "female", Miss: "female" };

/** Nouns that make another person or a thing of it: "male nurse", "female urinal". */
const anotherAfter =
  /^(?:-|'s? (?:shelter|clothing|store|prison|hospital|health|clinic|restroom|shoe)| (?:physician|doctor|nurse|provider|surgeon|therapist|partner|friend|pattern|voice|coworker|co-worker|colleague|supervisor|assailant|child|infant|relative|sibling|urinal|catheter|connector|inmate|student|resident|suspect|customer|client|passenger|pedestrian|driver who|who (?:hit|struck|attacked|assaulted|rear)))/i;
/** "A female chaperone": as an adjective, it says whose sex it is only before these. */
const nounAfter = new RegExp(
  `^(?:$|[.,;:)\\]"]| (?:who|whom|whose|with|has|had|is|was|and|in|at|that|reports?|presents?|complains?|suffer\\w*|sustain\\w*|injured|seen|on|status|s/p|working|employed|from|since|aged?|by|of|for|to|via|due|because|but|${employeeNouns}|${occupations})\\b)`,
  "i",
);
const adjective = /^(?:fe)?male$/i;
const relation =
  /\b(?:husband|wife|spouse|son|daughter|brother|sister|mother|father|friend|colleague|co-?worker|supervisor|assailant|inmate|child|baby)\b/i;

const attacker =
  /^,? (?:who |then |had )?(?:hit|struck|attacked|assaulted|kicked|pushed|punched|bit|fell on|ran (?:a|into|over)|threatened|robbed|grabbed|shot|stabbed|drove|she |he )/i;

/** In lower case, from the letters that all of them end with. */
const nounEnd = /(?:male|man|lady)\b/g;
const nounBefore = new RegExp(`\\b(?:${sexNouns})$`, "i");
/** In either case. */
const joinedInitials = ["yof", "yom"];

/** The words of the letter that say the employee's sex, in its order. */
export const sexesOf = memoize((letter: Letter): readonly Statement<SexWord>[] => {
  const ages = agesOf(letter);
  return passagesOf(letter).flatMap((passage) => sexesIn(passage, ages));
});

function sexesIn(passage: Passage, ages: readonly Statement<unknown>[]): readonly Statement<SexWord>[] {
  const { text } = passage.flat;
  const found: Statement<SexWord>[] = [];
  const add = (word: string, index: number, contexts: readonly SexContext[]) => {
    const statement = read(passage, word, index, contexts, ages);
    if (statement) found.push(statement);
  };
  for (const m of matchAll(nounEnd, passage.lower)) {
    const end = m.index + m[0].length;
    const word = nounBefore.exec(text.slice(Math.max(0, end - 10), end))?.[0];
    if (word) add(word, end - word.length, nounContexts);
  }
  for (const m of initialsOf(passage)) {
    if (!/[A-Za-z]$/.test(text.slice(Math.max(0, m.index - 3), m.index).replace(/yo$/i, ""))) {
      add(m[0], m.index, initialContexts);
    }
  }
  for (const words of joinedInitials) {
    const at = passage.lower.indexOf(words);
    if (at >= 0 && /[fm]/.test(text.charAt(at + 2)) && !/\w/.test(text.charAt(at + 3)))
      add(text.charAt(at + 2), at + 2, initialContexts);
  }
  return found.sort((a, b) => a.start - b.start);
}

function read(
  passage: Passage,
  word: string,
  index: number,
  contexts: readonly SexContext[],
  ages: readonly Statement<unknown>[],
): Statement<SexWord> | undefined {
  const sex = titles[word] ?? sexOf(word);
  if (!sex) return undefined;
  const { text, start, index: sentence } = sentenceAt(passage, index);
  const at = index - start;
  const before = text.slice(Math.max(0, at - 90), at);
  const after = text.slice(at + word.length, at + word.length + 60);
  if (anotherAfter.test(after)) return undefined;
  const { flat, place, issue, source } = passage;
  const span = flat.span(index, index + word.length);
  const context = titles[word]
    ? titleAfter.test(after)
    : contexts.find((one) => one.before.test(before) && (one.after === undefined || one.after.test(after)));
  if (!context) return undefined;
  if (context !== true && !context.ofAge && adjective.test(word) && !nounAfter.test(after)) return undefined;
  if (context !== true && context.ofAge) {
    // Whose age it is, is already known.
    const from = start + at - before.length + (context.before.exec(before)?.index ?? before.length);
    const near = flat.span(Math.max(start, from - 24), Math.min(flat.text.length, index + word.length + 6));
    const aged = ages.some((age) => near.start <= age.start && age.end <= near.end);
    if (!aged || relation.test(before.slice(-40))) return undefined;
  } else {
    if (attacker.test(after)) return undefined;
    const assertion = assertionAt(personScopesOf(passage, sentence), at, at + word.length);
    const direct = /\bthis (?:[a-z]+(?:-[a-z]+)* ){0,4}$/i.test(before);
    if (assertion.experiencer !== "employee" && !direct) return undefined;
    if (relation.test(before.slice(-40))) return undefined;
  }
  return {
    value: { sex, word },
    ...span,
    place,
    issue,
    source,
    assertion: plainAssertion,
  };
}
