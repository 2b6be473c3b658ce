/** Checks the days on which sources were read. */
import { flatten } from "../../base/flatText.ts";
import { dayOf, written } from "../../letter/calendar.ts";
import { findDates } from "../../letter/dates.ts";
import type { Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings } from "./finding.ts";

const wasRead =
  /\b(?:access(?:ed)?(?: date)?|retrieved|viewed|visited|downloaded|consulted|(?:last )?(?:updated|revised|modified|reviewed)|updated?)(?: (?:from|at|via) \S{1,80})?(?: on| as of|:)?[ ,(:]*$/i;

/** A source that was read, or brought up to date, after the letter was decided. */
export function readAfterDecision(letter: Letter): readonly Finding[] {
  const decided = letter.frontMatter?.decisionDate?.date;
  if (!decided) return [];
  return matchFindings(letter.issues, ({ claims, reviewer }) =>
    matchFindings([claims, reviewer], (part) => {
      if (!part) return [];
      const body = letter.text.slice(part.body.start, part.body.end);
      if (!/access|retriev|view|visit|download|consult|updat|revis|modif/i.test(body)) return [];
      const flat = flatten(letter.text, part.body);
      return findDates(flat).dates.flatMap(({ at, end, ...date }) => {
        if (date.day === undefined || !wasRead.test(flat.text.slice(Math.max(0, at - 110), at))) return [];
        if (dayOf(date) <= dayOf(decided)) return [];
        return [
          createFinding(
            flat.span(at, end),
            `This source is dated ${written(date)}, after the decision of ${written(decided)}.`,
            [{ ...decided.span, message: "The decision date." }],
          ),
        ];
      });
    }),
  );
}
