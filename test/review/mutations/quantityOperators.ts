/** Operators that break the strengths and quantities that a letter states more than once. */

import { quantitiesInHeading } from "../../../server/src/analysis/treatment/headingQuantities.ts";
import type { Heading, Letter } from "../../../server/src/letter/types.ts";
import { find, literal, type Operator, perIssue, put, says, words } from "./breaking.ts";

const strengthsOf = (heading: Heading, { text }: Letter) =>
  quantitiesInHeading(heading, text).filter(({ attribute }) => attribute === "strength");
/** Those with a number in digits. */
const countsOf = (heading: Heading, { text }: Letter) =>
  quantitiesInHeading(heading, text).filter(
    ({ attribute, numbers }) => attribute !== "strength" && numbers.length > 0,
  );

export const quantityOperators: readonly Operator[] = [
  perIssue("change the strength in the heading", ({ heading, rationale }, letter) => {
    const [strength] = strengthsOf(heading, letter);
    if (!strength || !says(letter, rationale?.conclusion?.span, words(letter, strength))) return [];
    return [
      [
        put(
          strength,
          words(letter, strength).replace(/\d+/, (n) => String(Number(n) * 2 + 1)),
        ),
      ],
    ];
  }),
  perIssue("change the strength in the conclusion", ({ heading, rationale }, letter) =>
    strengthsOf(heading, letter)
      .slice(0, 1)
      .flatMap((strength) => {
        const written = words(letter, strength);
        const found = rationale?.conclusion && find(letter, rationale.conclusion.span, literal(written));
        return found
          ? [
              [
                put(
                  found.span,
                  written.replace(/\d+/, (n) => String(Number(n) * 2 + 1)),
                ),
              ],
            ]
          : [];
      }),
  ),
  perIssue("change the count in the heading", ({ heading, rationale }, letter) =>
    countsOf(heading, letter)
      .flatMap((count) =>
        says(letter, rationale?.conclusion?.span, words(letter, count)) && !heading.partlyAuthorized
          ? [
              [
                put(
                  count,
                  words(letter, count).replace(/\d+/, (n) => String(Number(n) + 7)),
                ),
              ],
            ]
          : [],
      )
      .filter(([edit]) => edit!.text !== letter.text.slice(edit!.start, edit!.end)),
  ),
  perIssue("change the count in the conclusion", ({ heading, rationale }, letter) =>
    countsOf(heading, letter).flatMap((count) => {
      const written = words(letter, count);
      const found =
        rationale?.conclusion &&
        /\d/.test(written) &&
        find(letter, rationale.conclusion.span, literal(written));
      return found
        ? [
            [
              put(
                found.span,
                written.replace(/\d+/, (n) => String(Number(n) + 7)),
              ),
            ],
          ]
        : [];
    }),
  ),
  perIssue("garble a strength in the conclusion", ({ heading, rationale }, letter) =>
    strengthsOf(heading, letter)
      .slice(0, 1)
      .flatMap((strength) => {
        const written = words(letter, strength);
        // "10/325mg" → "10/352mg".
        const garbled = written.replace(/(\d)(\d)(?=\D*$)/, "$2$1");
        const found = rationale?.conclusion && find(letter, rationale.conclusion.span, literal(written));
        return found && garbled !== written ? [[put(found.span, garbled)]] : [];
      }),
  ),
  perIssue("say a number of the heading twice, and differently", ({ heading }, letter) =>
    countsOf(heading, letter).flatMap(({ attribute, numbers: [number], low, high }) =>
      number && low === high && (attribute === "sessions" || attribute === "duration")
        ? [[put(number, `${letter.text.slice(number.start, number.end)} (${number.value + 3})`)]]
        : [],
    ),
  ),
  perIssue("put another strength beside that of the heading", ({ heading }, letter) =>
    strengthsOf(heading, letter).flatMap((strength) => {
      const written = words(letter, strength);
      return /^\d+mg$/.test(written)
        ? [[put(strength, `${written} ${written.replace(/\d+/, (n) => String(Number(n) + 1))}`)]]
        : [];
    }),
  ),
  perIssue("change purchase and rental in the conclusion", ({ rationale }, letter) => {
    const found = rationale?.conclusion && find(letter, rationale.conclusion.span, /\b(?:purchase|rental)\b/);
    return found ? [[put(found.span, found.match[0] === "rental" ? "purchase" : "rental")]] : [];
  }),
];
