/** Finds what the case summary says that the utilization review decided. */
import { type FlatText, flatten } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import { memoize } from "../../base/memoize.ts";
import { assertionIn } from "../../letter/context/scopes.ts";
import type { Letter } from "../../letter/types.ts";
import { passagesOf, sentencesWith } from "../passages.ts";
import { endOfRequest } from "../request.ts";
import { isUndisputed } from "../statements/undisputed.ts";

export type ReviewOutcome = "denied" | "modified" | "certified";

/** A decision of the utilization review on one treatment, and the words for that. */
export interface ReviewDecision {
  readonly outcome: ReviewOutcome;
  readonly flat: FlatText;
  /** Offsets of these words. */
  readonly start: number;
  readonly end: number;
}

/** In lower case. Only in a sentence with one of these, "denied" is said of a request and not of a symptom. */
const reviewer =
  /\butili[sz]ation review|\bur\b|\bclaims? administrator|\bnon-? ?certif|\bprior review\b|\breview dated\b|\bcarrier\b|\binsurer\b|\bnoncertif|\breview physician|\bpeer review|\bphysician advis[eo]r|\bdetermination dated\b|\bdenial (?:letter|dated)\b|\brequests? (?:for|of)\b/;

/** In lower case. */
const verbs: readonly { readonly outcome: ReviewOutcome; readonly pattern: RegExp }[] = [
  {
    outcome: "denied",
    pattern:
      /\b(?:denied|denies|denying|non-? ?certif(?:ied|ies|ication of)|noncertified|(?:did|does) not (?:certify|approve|authorize|allow|grant)|rejected|disallowed|withheld|declined to (?:certify|approve|authorize|allow)|(?:was|were|is|are) not (?:certified|approved|authorized|allowed|granted)|fail(?:ed|s) to (?:approve|certify|authorize)|refused|declined|denial of|disapproved|found not (?:medically )?necessary)\b/g,
  },
  {
    outcome: "modified",
    pattern:
      /\b(?:modified|partially (?:certified|approved)|conditionally (?:certified|approved)|conditionally non-certified|modifying|partial certification of)\b/g,
  },
  {
    outcome: "certified",
    pattern: /\b(?<!non-? ?)(?<!non)(?<!not )(?:certified|approved|authorized|certifies|allowed|granted)\b/g,
  },
];

/** Part of each verb, in lower case. */
const decides =
  /den(?:ie|y|ial)|certif|approv|authoriz|modif|refused|declined|found not|allow|grant|reject|withheld/g;

const passive = /\b(?:was|were|is|are|been|being|be)(?: \w+ly)? $/i;
/** "He denied numbness", "the employee was denied": what follows isn't a request. */
const otherActor =
  /\b(?:he|she|they|patient|employee|worker|claimant|applicant|IW|who)(?: has| had| also| further)? $/i;
const otherReview =
  /^(?:an?|the) (?:earlier|previous|prior|separate|different|second|initial|first) |^an? (?:utili[sz]ation review|UR)\b|^(?:earlier|previously)\b/i;
/** In lower case. "A request for biofeedback had been denied in June 2016 and was not pursued." */
const pastRequest =
  /\bhad (?:been |already |also |earlier |previously )*(?:denied|non-?certified|refused|declined|rejected|modified)|\bnot (?:pursued|appealed|contested)|\b(?:months?|years?|weeks?) (?:earlier|before|ago)\b|\b(?:last|the previous|in the spring of|in the fall of|in early|in late) (?:year|month|spring|summer|fall|winter|\d{4})|\ban? (?:earlier|previous|prior|first|former|separate) request/;
/** In lower case. */
const namesReviewer =
  /\butili[sz]ation review|\bur\b|claims? administrator|\bcarrier\b|\binsurer\b|peer review|\bphysician advis|\bprior review/;
/** In MAXIMUS letters, "a prior review" is the review that is disputed. */
const ownReview = /^(?:an? |the )?prior (?:utili[sz]ation )?review\b/i;
const introduction =
  /^(?: (?:the|an?|this|its|his|her|their|coverage|certification|authorization|requests?|request|of|for|both|all|requested|provider's|following|service[s]?|treatment|on \d[\d/-]*)(?=[ :;,])[:;,]?)*/i;

export const reviewDecisions = memoize((letter: Letter): readonly ReviewDecision[] => {
  const summary = passagesOf(letter).find(({ place }) => place === "summary");
  if (!summary) return [];
  const { flat, lower } = summary;
  const offsets = matchAll(decides, lower).map(({ index }) => index);
  return sentencesWith(summary, offsets).flatMap(({ text, start, end }) => {
    if (!reviewer.test(lower.slice(start, end))) return [];
    const { start: from, end: to } = flat.span(start, end);
    const words = lower.slice(start, end);
    if (isUndisputed(words)) return [];
    if (pastRequest.test(words) && !namesReviewer.test(words)) return [];
    if (otherReview.test(text) && !ownReview.test(text)) return [];
    return decisionsIn(flatten(letter.text, { start: from, end: to }), words);
  });
});

/** Whether it is the decision of this review, and not of another request. */
export function isCurrent({ flat, start, end }: ReviewDecision): boolean {
  const { temporality, certainty } = assertionIn(flat.text, start, end);
  return temporality === "current" && certainty !== "conditional";
}

function decisionsIn(flat: FlatText, lower: string): readonly ReviewDecision[] {
  const { text } = flat;
  const found = verbs
    .flatMap(({ outcome, pattern }) =>
      matchAll(pattern, lower).map((m) => ({ outcome, start: m.index, end: m.index + m[0].length })),
    )
    .sort((a, b) => a.start - b.start)
    .filter(
      (verb, i, all) =>
        !all.some(
          (other, j) =>
            j !== i &&
            other.start <= verb.start &&
            verb.end <= other.end &&
            other.end - other.start > verb.end - verb.start,
        ),
    );
  return found.flatMap((verb, i) => {
    const before = text.slice(found[i - 1]?.end ?? 0, verb.start);
    if (otherActor.test(before)) return [];
    const isPassive = passive.test(before) || /^(?:was|were|is|are) /i.test(text.slice(verb.start, verb.end));
    const isNoun = /of$/i.test(text.slice(verb.start, verb.end));
    let start: number;
    let end: number;
    if (isPassive && !isNoun) {
      const offset = verb.start - before.length;
      const request = Math.max(
        before.toLowerCase().lastIndexOf("request for "),
        before.toLowerCase().lastIndexOf("requests for "),
      );
      const clause = Math.max(0, before.lastIndexOf(", ") + 1, before.lastIndexOf("; ") + 1);
      start = offset + (request >= 0 ? before.indexOf("for ", request) + 4 : clause);
      end = verb.start;
    } else {
      start = verb.end + (introduction.exec(text.slice(verb.end))?.[0].length ?? 0);
      end = Math.min(endOfRequest(text, start), found[i + 1]?.start ?? text.length);
    }
    return end <= start ? [] : [{ outcome: verb.outcome, flat, start, end }];
  });
}
