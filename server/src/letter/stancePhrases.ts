/**
 * Ways of taking a side that one verb doesn't decide: "the claims administrator was right to refuse", "the injections should go ahead".
 * They are read in a text with names in capitals in place of what goes by many: UR, DENY, GRANT, PROVIDER, and SUBJECT, which is
 * what the heading requests.
 */
import type { DecisionOutcome } from "./types.ts";

interface Row {
  readonly pattern: RegExp;
  readonly side: DecisionOutcome;
  /** A sentence that needs this row, which a test checks. */
  readonly example: string;
}

const row =
  (side: DecisionOutcome) =>
  ([pattern, example]: readonly [pattern: RegExp, example: string]): Row => ({ pattern, side, example });

const names: readonly (readonly [pattern: RegExp, name: string])[] = [
  [
    /\b(?:(?:ur|utilization review) (?:physician|reviewer|decision|determination)|utilization review(?:er)?|ur|claims adjuster|claims administrator|carrier|insurer|(?:original|prior|previous|initial|first) review(?:er)?)\b/g,
    "UR",
  ],
  [
    /\b(?:den(?:y|ied|ying)|refus(?:e|ed|ing)|non-?certif(?:y|ied|ying)|withh(?:old|eld|olding)|declin(?:e|ed|ing)|reject(?:ed|ing)?|disallow(?:ed|ing)?)\b/g,
    "DENY",
  ],
  [/\b(?:certif(?:y|ied)|authorized?|approved?|granted|allowed)\b/g, "GRANT"],
  [
    /\b(?:(?:treating|requesting|attending|primary|prescribing|employee's) )?(?:physician|provider|surgeon|doctor|prescriber|employee|applicant|injured worker)\b/g,
    "PROVIDER",
  ],
];

const withTheDenial = (
  [
    [
      /^(?:therefore|thus|hence|accordingly|consequently|as such|for (?:these|this|those|the above) reasons?),? (?:the |this |these )?(?:requested |proposed )?SUBJECT (?:is|are) (?:therefore |thus )?not (?:supported|warranted|indicated|justified|called for)\b/,
      "For these reasons the naproxen is not supported.",
    ],
    [
      /\bUR (?:was|is) (?:(?!not |cannot |never |hardly )\w+ )?(?:right|correct|justified|wise|entitled) (?:to|in) DENY/,
      "The UR was right to refuse it.",
    ],
    [
      /\b(?:UR|was|were|is) (?:properly|rightly|correctly|appropriately|reasonably|justifiably|fairly|justly) DENY/,
      "Naproxen was properly denied.",
    ],
    [
      /\b(?:no|little) (?:(?!not |cannot |never |hardly )\w+ )?(?:reason|basis|grounds?|cause|justification) (?:(?:exists|is seen|is found|is given) )?(?:to|for) (?:overturn|revers|disturb|depart|set(?:ting)? aside|chang)/,
      "There is no basis for reversing the denial.",
    ],
    [
      /\b(?:non-?certification|denial) is (?:(?!not |cannot |never |hardly )\w+ )?(?:recommended|advised|in order)/,
      "Non-certification is recommended.",
    ],
    [/\bUR (?:was|is|got it) (?:(?!not |cannot |never |hardly )\w+ )?right[.,]/, "The UR got it right."],
    [
      /\b(?:decision|determination|intention|recommendation) (?:here )?is to (?:uphold|affirm|sustain|DENY)/,
      "My decision is to uphold.",
    ],
    [
      /\b(?:i|we|reviewer) (?:(?!not |cannot |never |hardly )\w+ )?(?:agree|concur)s? with (?:the )?UR that [^,;]{0,80}(?:should be DENY|should not be|(?:is|are) (?:not|un)[a-z ]{0,20}(?:necess|need|indicated|warranted|supported))/,
      "I concur with the UR that naproxen is not warranted.",
    ],
    [
      /\b(?:i|we|reviewer) (?:(?!not |cannot |never |hardly )\w+ )?(?:disagree|differ|dissent)s? with (?:the )?PROVIDER(?! (?:that|on|about|as))/,
      "I disagree with the treating physician.",
    ],
    [
      /\b(?:i|we|reviewer) (?:find|rule|decide)s? (?:against the PROVIDER|(?:for|in favor of) the (?:UR|denial))/,
      "I find for the claims administrator.",
    ],
    [
      /\b(?:i|we) (?:would|must|will|hereby|therefore) (?:(?!not |cannot |never |hardly )\w+ )?(?:DENY|uphold)\b(?! (?:if|when))/,
      "I would deny the naproxen.",
    ],
    [
      /\b(?:request|appeal) (?:(?:lacks|has no|is without) merit|(?:must|does) fail|fails)/,
      "The request lacks merit.",
    ],
    [/\bshould not have been GRANT/, "Naproxen should not have been certified."],
    [
      /\b(?:approval|certification|authorization) (?:of (?:the )?[a-zA-Z ]{1,40} )?(?:is not|cannot be|isn't) (?:recommended|appropriate|advised|warranted|justified|in order|proper|indicated|due|given)/,
      "Approval is not appropriate.",
    ],
    [
      /\b(?:i|we) (?:would|will|do|can) ?not (?:GRANT|grant|allow|overturn|reverse)\b/,
      "I cannot approve naproxen.",
    ],
    [/\bshould (?:remain|be|stay) DENY/, "Naproxen should remain denied."],
    [
      /\b(?:SUBJECT|request) (?:(?!not |cannot |never |hardly )\w+ )?(?:should|can|may|ought) ?not (?:to )?(?:go (?:forward|ahead)|proceed|be (?:provided|performed|dispensed|filled|carried out|given))/,
      "Naproxen should not be dispensed.",
    ],
    [
      /\bUR (?:made|reached) (?:the|a) (?:right|correct|proper|sound) (?:decision|call|result|conclusion)/,
      "The UR made the right call.",
    ],
  ] as const
).map(row("upheld"));

const againstTheDenial = (
  [
    [
      /\bUR (?:was|is) (?:(?!not |cannot |never |hardly )\w+ )?(?:wrong|mistaken|incorrect|not (?:right|correct|justified|entitled)|in error) (?:to|in|when it) DENY/,
      "The UR was wrong to refuse it.",
    ],
    [
      /\b(?:UR|was|were|is) (?:improperly|wrongly|incorrectly|inappropriately|unreasonably|erroneously|unfairly|mistakenly) DENY/,
      "Naproxen was wrongly denied.",
    ],
    [/\bUR (?:has )?erred\b/, "The UR erred."],
    [/\bUR (?:was|is|got it) (?:(?!not |cannot |never |hardly )\w+ )?wrong[.,]/, "The UR got it wrong."],
    [
      /\bno (?:(?!not |cannot |never |hardly )\w+ )?(?:reason|basis|grounds?|cause|justification) (?:(?:exists|is seen|is found|is given) )?(?:to|for) (?:uphold|affirm|sustain|DENY|the denial|denial|the non-?certification)/,
      "There is no basis for the denial.",
    ],
    [
      /\b(?:approval|certification|authorization) is (?:(?!not |cannot |never |hardly )\w+ )?(?:appropriate|advised|warranted|justified|in order|proper|indicated|due|called for)/,
      "Approval is appropriate.",
    ],
    [
      /\b(?:approval|certification|authorization) of (?:the )?[a-zA-Z ]{1,40} is (?:recommended|appropriate|advised|warranted|justified|in order)/,
      "Authorization of the naproxen is in order.",
    ],
    [
      /\b(?:decision|determination|intention|recommendation) (?:here )?is to (?:overturn|reverse|set aside|GRANT|grant)/,
      "My decision is to overturn.",
    ],
    [
      /\b(?:i|we|reviewer) (?:(?!not |cannot |never |hardly )\w+ )?(?:agree|concur|side)s? with (?:the )?PROVIDER(?:'s (?:request|plan|opinion|judgment))?(?! (?:that|on|about|as|in))/,
      "I agree with the treating physician.",
    ],
    [
      /\b(?:i|we|reviewer) (?:(?!not |cannot |never |hardly )\w+ )?disagrees? with (?:the )?UR that [^,;]{0,80}(?:should be DENY|should not be|(?:is|are) (?:not|un)[a-z ]{0,20}(?:necess|need|indicated|warranted|supported))/,
      "I disagree with the UR that naproxen is not warranted.",
    ],
    [
      /\b(?:i|we|reviewer) (?:find|rule|decide)s? (?:(?:for|in favor of) the (?:PROVIDER|request)|against the (?:UR|denial))/,
      "I find for the employee.",
    ],
    [
      /\b(?:i|we) (?:would|must|will|hereby|therefore) (?:(?!not |cannot |never |hardly )\w+ )?(?:GRANT|grant|allow|overturn|reverse)\b(?! (?:if|when|only))/,
      "I would certify the naproxen.",
    ],
    [/\bshould not have been DENY/, "Naproxen should not have been denied."],
    [/\bshould have been GRANT/, "Naproxen should have been certified."],
    [
      /\b(?:SUBJECT|request) (?:(?!not |cannot |never |hardly )\w+ )?(?:should|may|can|must|ought to|is to) (?:now )?(?:go (?:forward|ahead)|proceed|be (?:continued|provided|performed|dispensed|filled|carried out|given|honored|GRANT) as (?:requested|prescribed|asked|ordered|submitted|written|proposed|planned))/,
      "Naproxen should be continued as requested.",
    ],
    [
      /\b(?:PROVIDER|patient|claimant|he|she) (?:should|must|ought to|deserves to|is entitled to|may now) (?:(?!not |cannot |never |hardly )\w+ )?(?:receive|have|undergo|get|be (?:given|GRANT|provided|offered)) (?:it\b|(?:this |the |these )?(?:requested |proposed )?(?:SUBJECT|request|treatment|procedure))/,
      "The employee should receive it.",
    ],
    [
      /\b(?:request|appeal) (?:has merit|is (?:well[- ]founded|meritorious|well supported))/,
      "The request has merit.",
    ],
    [
      /\bUR (?:made|reached) (?:the|a|an) (?:wrong|incorrect|improper|erroneous) (?:decision|call|result|conclusion)/,
      "The UR made the wrong call.",
    ],
    [
      /\b(?:denial|non-?certification|UR|determination) (?:has no (?:basis|merit|support)|(?:does|can|should) ?not (?:hold|stand|survive)|lacks (?:a basis|merit|support)|is without (?:basis|merit|support)|fails)/,
      "The denial has no basis.",
    ],
  ] as const
).map(row("overturned"));

export const stancePhrases: readonly Row[] = [...withTheDenial, ...againstTheDenial];

/** What a sentence's phrases take a side on: the words of a heading, in lower case. */
export type Subject = ReadonlySet<string>;

export interface PhraseFound {
  readonly side: DecisionOutcome;
  /** Where it is in the text as it is returned. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The first phrase that takes a side in a sentence in lower case; undefined if there is none. */
export function stancePhraseIn(lower: string, subject: Subject): PhraseFound | undefined {
  let text = lower;
  for (const [pattern, name] of names) text = text.replace(pattern, name);
  if (subject.size > 0)
    text = text.replace(/[a-z][a-z-]{2,}/g, (word) => (subject.has(word) ? "SUBJECT" : word));
  for (const { pattern, side } of stancePhrases) {
    const found = pattern.exec(text);
    if (found) return { side, start: found.index, end: found.index + found[0].length, text };
  }
  return undefined;
}
