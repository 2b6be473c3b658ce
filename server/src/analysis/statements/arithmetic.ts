/** Comparisons of two numbers that the letter gets wrong: "61 of 48 participants", "70% falls short of the 50% required". */
import { matchAll } from "../../base/matchAll.ts";
import { numeralPattern, toNumber } from "../../base/numberWords.ts";
import type { Span } from "../../base/span.ts";
import type { Letter } from "../../letter/types.ts";
import { type Passage, passagesOf } from "../passages.ts";

export interface WrongComparison extends Span {
  /** The numbers as written, with what the letter says of the first one: "is below". */
  readonly first: string;
  readonly relation: "of" | "not more than" | "less than" | "more than" | "sum";
  readonly second: string;
}

/** The expressions read texts of `withNumerals`. */
const amount = `(${numeralPattern})`;
const unit =
  "( ?(?:%|percent|degrees?|visits?|sessions?|treatments?|weeks?|months?|years?|days?|mg|mm|tablets?|pounds|injections?))?";
const people =
  "(?:participants?|patients|subjects|people|persons|women|men|cases|controls|knees|shoulders|hips|wrists|trials|studies|criteria|responders|workers|employees)";
const filler =
  "(?: (?:the|a|an|of|limit|maximum|minimum|threshold|required|cutoff|ceiling|number|bmi|score|dose|mark|recommended|allowed|stated|guideline|guidelines?['’]s?|odg|mtus|usual)){0,5}";

const ofMany = new RegExp(
  `(?<![\\w.,/-])${amount} (?:out )?of (?:the |its |all )?${amount} (?:[a-z]+ )?${people}\\b`,
  "gd",
);
const relations: readonly (readonly [WrongComparison["relation"], RegExp])[] = (
  [
    [
      "less than",
      "(?:is|are|was|were)? ?(?:below|under|less than|lower than|fewer than|short of|beneath)|falls? (?:short of|below)|fell (?:short of|below)|(?:does|do|did) not (?:reach|meet|attain)",
    ],
    [
      "more than",
      "(?:is|are|was|were)? ?(?:above|over|more than|greater than|higher than|in excess of)|exceeds?|exceeded|surpass(?:es|ed)?",
    ],
    [
      "not more than",
      "(?:is|are|was|were)? ?within|(?:does|do|did) not exceed|(?:is|are) not (?:above|over|more than)",
    ],
  ] as const
).map(([relation, words]) => [
  relation,
  new RegExp(
    `(?<![\\w.,/-])${amount}${unit}(?:,? (?:for|over) [^ ,.;]+ [a-z]+)?(?: (?:requested|asked for|given|completed))?,? (?:${words})${filler} ${amount}${unit}`,
    "gd",
  ),
]);
const hint =
  /below|under|less than|lower than|fewer than|short of|beneath|not (?:reach|meet|attain|exceed)|above|over|more than|greater|higher|excess|exceed|surpass|within/;

const isWrong = (relation: WrongComparison["relation"], first: number, second: number): boolean => {
  if (relation === "less than") return first >= second;
  return relation === "more than" ? first <= second : first > second;
};

/** Units in one form: "visits" are "sessions". */
const sameUnit = (a: string, b: string): boolean => {
  const plain = (word: string) =>
    word
      .trim()
      .replace(/^percent$/, "%")
      .replace(/s$/, "")
      .replace(/^(?:visit|treatment)$/, "session");
  return a.trim() === "" || b.trim() === "" || plain(a) === plain(b);
};

/** "Up to four visits", and later "the eight sessions requested do not exceed that number". */
const limit = new RegExp(
  `\\b(?:up to|at most|no more than|a maximum of|limit(?:ed)? (?:of|to))(?: a (?:maximum|total) of)? ${amount} (?:sessions?|visits?|treatments?)`,
  "gd",
);
const toLimit = new RegExp(
  `(?<![\\w.,/-])${amount} (?:[a-z-]+ ){0,2}?(?:sessions?|visits?|treatments?)(?: (?:requested|asked for|sought|in dispute))? (?:(do(?:es)? not exceed|(?:is|are) within|stays? within|falls? within|do(?:es)? not go beyond)|exceeds?|(?:is|are) (?:above|over|beyond|more than)|goes beyond|go beyond) (?:that|this|the) (?:number|limit|maximum|recommendation|amount|ceiling|count)\\b`,
  "gd",
);

/** "The employee has had four sessions. … Six more bring the total to twelve." */
const newTotal = new RegExp(
  `(?<![\\w.,/-])${amount} (?:more|additional|further)(?: [a-z-]+){0,3}? (?:(?:would|will) )?(?:brings?|raises?|makes?|takes?|mean|yields?|gives?) (?:(?:the|his|her|a|this) )?(?:(?:total|sum|number|count|whole)(?: number)?(?: of [a-z]+)?|it) (?:to|of) ${amount}(?![\\w/-])`,
  "gd",
);
const alreadyHad = new RegExp(
  `\\b(?:has|had|have|having)(?: (?:already|now|so far|thus far|previously))* (?:had|completed|attended|received|undergone|finished)(?: (?:the|already|an?|initial|first|all))* ${amount}(?: [a-z-]+){0,3}? (?:sessions?|visits?|treatments?|injections?|appointments?)|\\b(?:completed|attended|received|underwent|finished) ${amount}(?: [a-z-]+){0,3}? (?:sessions?|visits?|treatments?|injections?|appointments?)`,
  "gd",
);

/** The number that a group of a match has, as the text writes it. The match may be one of a sentence. */
function writtenIn(text: string, m: RegExpExecArray, group: number): string {
  const [start, end] = m.indices?.[group] ?? [0, 0];
  const shift = m.index - (m.indices?.[0]?.[0] ?? 0);
  return text.slice(start + shift, end + shift);
}

function wrongTotals(passage: Passage): readonly WrongComparison[] {
  const { lower, flat } = passage;
  if (!/\b(?:more|additional|further)\b.{0,60}\b(?:total|sum|number|count|it) /.test(lower)) return [];
  const had = new Set(matchAll(alreadyHad, passage.numbered).map((m) => toNumber((m[1] ?? m[2]) as string)));
  const [before] = had;
  if (before === undefined || had.size !== 1) return [];
  return matchAll(newTotal, passage.numbered).flatMap((m) => {
    const [more, total] = [toNumber(m[1] as string), toNumber(m[2] as string)];
    if (more === undefined || total === undefined || before + more === total) return [];
    const second = writtenIn(lower, m, 2);
    const found = { first: `${before} and ${more}`, relation: "sum", second } as const;
    return [{ ...flat.span(m.index, m.index + m[0].length), ...found }];
  });
}

export const wrongComparisons = (letter: Letter): readonly WrongComparison[] =>
  passagesOf(letter).flatMap((passage) => [...wrongIn(passage), ...wrongTotals(passage)]);

const crowd =
  /of (?:the |its |all )?[a-z0-9-]+ (?:[a-z]+ )?(?:participant|patient|subject|people|person|women|men |men\b|case|control|knee|shoulder|hip|wrist|trial|stud|criteri|responder|worker|employee)/;
const namesLimit = /(?:that|this|the) (?:number|limit|maximum|recommendation|amount|ceiling|count)\b/;

function wrongIn(passage: Passage): readonly WrongComparison[] {
  const { lower, flat } = passage;
  const found: WrongComparison[] = [];
  const add = (m: RegExpExecArray, relation: WrongComparison["relation"], first: string, second: string) =>
    found.push({ ...flat.span(m.index, m.index + m[0].length), relation, first, second });
  for (const m of crowd.test(lower) ? matchAll(ofMany, passage.numbered) : []) {
    const [first, second] = [toNumber(m[1] as string), toNumber(m[2] as string)];
    if (first !== undefined && second !== undefined && first > second)
      add(m, "of", writtenIn(lower, m, 1), writtenIn(lower, m, 2));
  }
  if (!hint.test(lower)) return found;
  const hinted = passage.sentences.filter(({ start, end }) => hint.test(lower.slice(start, end)));
  const { numbered } = passage;
  const matchesIn = (pattern: RegExp) =>
    hinted.flatMap(({ start, end }) => {
      const all = matchAll(pattern, numbered.slice(start, end));
      for (const m of all) m.index += start;
      return all;
    });
  for (const [relation, pattern] of relations) {
    for (const m of matchesIn(pattern)) {
      const [, a = "", ownUnit = "", b = "", otherUnit = ""] = m;
      const [first, second] = [toNumber(a), toNumber(b)];
      // One of both has to have a unit, or be of a named measure: "BMI of 41 is below 35".
      const named = /\b(?:bmi|index|score|age|total|phq-9|dose)(?: (?:of|is|was|to))* $/.test(
        lower.slice(Math.max(0, m.index - 30), m.index),
      );
      if (first === undefined || second === undefined || !sameUnit(ownUnit, otherUnit)) continue;
      if (ownUnit === "" && !named) continue;
      if (
        ownUnit !== "" &&
        otherUnit === "" &&
        /^ ?[a-z]/.test(lower.slice(m.index + m[0].length)) &&
        !/^ (?:required|is|and|or|that|for|as|so|but|which|of the|in the|asked|allowed|recommended|needed)\b/.test(
          lower.slice(m.index + m[0].length),
        )
      )
        continue;
      if (isWrong(relation, first, second))
        add(m, relation, `${writtenIn(lower, m, 1)}${ownUnit}`, `${writtenIn(lower, m, 3)}${otherUnit}`);
    }
  }
  const limits = namesLimit.test(lower) ? matchAll(limit, numbered) : [];
  const [only] = limits;
  if (only && new Set(limits.map((m) => toNumber(m[1] as string))).size === 1) {
    for (const m of matchAll(toLimit, numbered)) {
      const [first, second] = [toNumber(m[1] as string), toNumber(only[1] as string)];
      const relation = m[2] === undefined ? "more than" : "not more than";
      if (m.index < only.index || first === undefined || second === undefined) continue;
      if (isWrong(relation, first, second))
        add(m, relation, writtenIn(lower, m, 1), writtenIn(lower, only, 1));
    }
  }
  return found;
}
