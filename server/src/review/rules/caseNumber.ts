/** The case number: its form, and the year in it. */

import { placeholders } from "../../letter/standardWording.ts";
import type { Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { createFinding, messageNaming } from "./finding.ts";

const wellFormed = /^CM(\d\d)-\d{7}$/;
/** What stands in the place of a number, on the label's line. */
const anyNumber =
  /[ \t]{0,40}:?[ \t]{0,40}((?!\d{1,2}\/\d{1,2}\/)(?:[A-Z]{1,4} ?[-#]? ?)?\d[\dA-Z]{0,12}(?:[ -]\d[\dA-Z]{0,12}){0,2})/iy;

export function caseNumberProblems(letter: Letter): readonly Finding[] {
  const field = letter.frontMatter?.caseNumber;
  if (!field) return [];
  let { value, text } = field;
  if (text === "") {
    anyNumber.lastIndex = field.label.end;
    const m = anyNumber.exec(letter.text);
    if (!m) return [];
    text = m[1] as string;
    const end = m.index + m[0].length;
    value = { start: end - text.length, end };
  }
  if (text === placeholders.caseNumber.words) return [];
  // The text of a PDF may have spaces in it.
  const parts = wellFormed.exec(text.replace(/ /g, "").toUpperCase());
  if (!parts) {
    const message = messageNaming(
      [text],
      (words) => `“${words}” isn't a case number: “CM”, the year, “-”, seven digits.`,
    );
    return [createFinding(value, message)];
  }
  return otherYear(letter, value, Number(`20${parts[1]}`));
}

/** A case gets its number when the application is received, and is assigned soon after. */
function otherYear(
  { frontMatter }: Letter,
  at: Finding | { start: number; end: number },
  year: number,
): readonly Finding[] {
  const received = frontMatter?.applicationReceived;
  const assigned = frontMatter?.dateAssigned;
  const dated = [received, assigned].filter((field) => field?.date !== undefined);
  const fits = (field: (typeof dated)[number]) => {
    const years = (field?.date?.year ?? year) - year;
    return years === 0 || years === 1;
  };
  const [first] = dated;
  if (!first?.date || dated.some(fits)) return [];
  const what = first === received ? "the application was received" : "it was assigned";
  const message = `The case number is of ${year}, but ${what} in ${first.date.year}.`;
  const finding = createFinding(at, message, [{ ...first.value, message: "The year is here." }]);
  return [{ ...finding, downgraded: true }];
}
