/** Finds drugs that a rationale puts into a class that they plainly aren't of: "Gabapentin is an NSAID". */

import { drugMentionsWithin } from "../../analysis/drugMentions.ts";
import { flatten } from "../../base/flatText.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

interface ClassName {
  /** The words of a letter for it. */
  readonly words: string;
  /** The classes in the data that are of it, or may be called so. */
  readonly classes: RegExp;
}

const classNames: readonly ClassName[] = [
  {
    words: "nsaids?|non-?steroidal(?: anti-?inflammator(?:y|ies))?(?: drugs?)?|anti-?inflammator(?:y|ies)",
    classes:
      /nsaid|salicylate|steroid|compound|analgesic combination|migraine combination|co-pack|topical|antirheum|dmard|gout|biologic/i,
  },
  { words: "opioids?|opiates?|narcotics?", classes: /opioid|compound|intrathecal|antitussive|combination/i },
  {
    words: "muscle relaxants?|antispasmodics?",
    classes: /relaxant|spas|benzodiaz|compound|neurotoxin|anxiolytic|combination|cramp|anticholinergic/i,
  },
  { words: "proton pump inhibitors?|ppis?", classes: /proton|ppi|gi agent|combination/i },
  { words: "h2 blockers?|h2 antagonists?", classes: /h2/i },
  {
    words: "anti-?convulsants?|anti-?epileptics?(?: drugs?)?|aeds?",
    classes: /convuls|benzodiaz|barbiturate|compound|mood|neurologic|diuretic/i,
  },
  { words: "benzodiazepines?", classes: /benzodiaz/i },
  { words: "barbiturates?", classes: /barbiturate/i },
  {
    words: "anti-?depressants?|ssris?|snris?|tricyclics?",
    classes: /depress|ssri|snri|tricyclic|tca|psychotic|compound|smoking|serotonin|relaxant/i,
  },
  { words: "triptans?", classes: /triptan/i },
  { words: "antibiotics?", classes: /biotic|infect|antifung|antivir|antisept/i },
  { words: "statins?", classes: /statin|lipid/i },
  { words: "laxatives?|stool softeners?", classes: /laxative|stool|constipation/i },
  { words: "corticosteroids?", classes: /steroid|compound|combination/i },
  { words: "anti-?coagulants?", classes: /coagul|platelet/i },
  { words: "bisphosphonates?", classes: /bisphosph/i },
  { words: "antihistamines?", classes: /histamin|phenothiazine|hypnotic|combination|anxiolytic/i },
];

const anyClass = classNames.map(({ words }) => words).join("|");
/** "Gabapentin is an NSAID", "gabapentin, an NSAID,", "gabapentin (an NSAID)". */
const after = new RegExp(
  `^(?: \\([^)]{0,30}\\))?(?:(?: is| was|, which is)(?: also)?(?: classified as| considered)? an? |, an? | \\(an? )(?:(?!(?:of|for|to|than|before|with|over|and|or|not|that|alternative|substitute) )[a-z-]+ ){0,3}?(${anyClass})(?![a-z-])(?! (?:and|or|that is not|antagonist|constipation|sparing|withdrawal|analog))`,
  "i",
);
/** "NSAIDs such as gabapentin". */
const before = new RegExp(`\\b(${anyClass}),? (?:such as|like|including) $`, "i");
const longestBefore = 60;
const longestAfter = 110;
const precheck =
  /\b(?:is|was) (?:also |classified as |considered )?an? |, an? |\(an? |such as | like | including /i;

/** The names by which a class is stated: the words in the letter. */
const statedClass = (words: string): ClassName | undefined =>
  classNames.find((each) => new RegExp(`^(?:${each.words})$`, "i").test(words));

export function drugClasses(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(letter.issues, ({ rationale }) => {
    if (!rationale || !precheck.test(flatten(letter.text, rationale.body).text)) return [];
    return matchFindings(drugMentionsWithin(letter, rationale.body, knowledge), (mention) => {
      const { start, end, drug } = mention;
      const limit = Math.min(rationale.body.end, end + longestAfter);
      const right = flatten(letter.text, { start: end, end: limit }).text;
      const left = flatten(letter.text, {
        start: Math.max(rationale.body.start, start - longestBefore),
        end: start,
      }).text;
      const next = letter.text[end] === " " || letter.text[end] === "\n" ? ` ${right.trimStart()}` : right;
      const stated = (after.exec(next) ?? before.exec(`${left.trimEnd()} `))?.[1];
      const named = stated === undefined ? undefined : statedClass(stated);
      if (!named || stated === undefined || named.classes.test(drug.drugClass)) return [];
      const message = messageNaming(
        [drug.generic, drug.drugClass, stated],
        (name, own, other) => `${name} isn't of the class “${other}”, but of the class “${own}”.`,
      );
      return [createFinding(mention, message)];
    });
  });
}
