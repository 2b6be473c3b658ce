/** Reads the employee's date of birth. */
import { matchAll } from "../../base/matchAll.ts";
import { assertionAt } from "../../letter/context/scopes.ts";
import type { Letter } from "../../letter/types.ts";
import { type Passage, passagesOf, sentenceAt } from "../passages.ts";
import { hintsOf } from "./hints.ts";
import { personScopesOf } from "./personTriggers.ts";
import type { Statement } from "./statement.ts";

/** `month` and `day` are undefined for "born in 1964". */
export interface BirthDate {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

const birth =
  /\b(?:DOB|D\.O\.B\.?|(?:date|year) of birth|birth ?-?date|birthday|born|birth year)(?: (?:is|was|of|on|in|around|listed as|given as|recorded as|stated as|as|the|year|:)){0,3}[,:(]? ?\(?/gi;
const bareYear = /^(?:(?:early|late) )?((?:19|20)\d\d)\b(?![-/])/;
const another =
  /\b(?:his|her|their|the) (?:son|daughter|child|baby|twins?|first|second|third|last)\b|\bwas born (?:with|to|at|prem)/i;

/** The dates of birth that the letter states of the employee. */
export const birthDatesOf = (letter: Letter): readonly Statement<BirthDate>[] =>
  passagesOf(letter).flatMap(birthDatesIn);

function birthDatesIn(passage: Passage): readonly Statement<BirthDate>[] {
  const { flat, dates, place, issue, source } = passage;
  if (!hintsOf(passage).birth) return [];
  const found: Statement<BirthDate>[] = [];
  for (const m of matchAll(birth, flat.text)) {
    const at = m.index + m[0].length;
    const date = dates.find((each) => each.at === at);
    const year = date ? undefined : bareYear.exec(flat.text.slice(at, at + 12));
    if (!date && !year) continue;
    const end = date?.end ?? at + (year as RegExpExecArray)[0].length;
    const { text, start, index } = sentenceAt(passage, m.index);
    // "The records list both 3/17/1956 and 3/17/1965" is about a mistake.
    if (
      /^,? ?(?:and|or|versus|vs\.?|but|rather|not|instead|\/) /i.test(
        flat.text.slice(end, end + 12).replace(/^\)/, ""),
      ) &&
      /\d{4}|\d\/\d/.test(flat.text.slice(end, end + 60))
    ) {
      const next = dates.find((each) => each.at > end && each.at < end + 24);
      if (next) continue;
    }
    if (another.test(text)) continue;
    const assertion = assertionAt(personScopesOf(passage, index), m.index - start, end - start);
    if (assertion.experiencer !== "employee" || assertion.certainty !== "stated") continue;
    found.push({
      value: date
        ? { year: date.year, month: date.month, day: date.day }
        : { year: Number(year?.[1]), month: undefined, day: undefined },
      ...flat.span(at, end),
      place,
      issue,
      source,
      assertion,
    });
  }
  return found;
}
