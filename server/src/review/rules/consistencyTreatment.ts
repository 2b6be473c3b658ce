/** Compares the strengths and quantities of heading and conclusion. */
import { requestInConclusion, requestInHeading } from "../../analysis/request.ts";
import { sameStrength, sameThing, withTotal } from "../../analysis/sameQuantity.ts";
import { flatten } from "../../base/flatText.ts";
import { memoize } from "../../base/memoize.ts";
import type { Span } from "../../base/span.ts";
import type { Heading, Issue, Letter, Quantity } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

/**
 * What heading and conclusion of each issue request. Leaves out issues in which one of them is missing or both use the
 * same words.
 */
const comparisons = memoize((letter: Letter) =>
  letter.issues.map((issue) => comparison(letter, issue)).filter((one) => one !== undefined),
);

function comparison(letter: Letter, { heading, rationale }: Issue) {
  const conclusion = rationale?.conclusion;
  if (!conclusion || !heading.treatment) return undefined;
  const flat = flatten(letter.text, conclusion.span);
  const { request: mentioned, isNamed } = requestInConclusion(flat);
  const requested = requestInHeading(letter.text, heading, flat.text);
  if (mentioned.words.trimEnd() === `request for ${requested.words}`) return undefined;
  return { conclusion, heading, requested, mentioned, isNamed };
}

/** Strengths in the conclusion that the heading doesn't request. */
export function strengths(letter: Letter): readonly Finding[] {
  return matchFindings(comparisons(letter), ({ heading, requested, mentioned }) => {
    const expected = requested.strengths();
    if (expected.length === 0) return [];
    const other = mentioned.strengths().find((one) => !expected.some((a) => sameStrength(a, one)));
    if (!other) return [];
    const sameUnit = expected.filter((a) => a.unit === other.unit);
    return [quantityFinding(letter, other, "strength", sameUnit.length > 0 ? sameUnit : expected, heading)];
  });
}

/** Quantities in the conclusion that the heading doesn't request. */
export function quantities(letter: Letter): readonly Finding[] {
  return matchFindings(comparisons(letter), ({ heading, requested, mentioned }) => {
    const counts = requested.counts();
    if (counts.length === 0) return [];
    const stated = mentioned.counts();
    // Sessions next to "2 times a week" may be others, for example those already completed.
    const expected = stated.some(({ unit }) => unit === "time a week") ? counts : withTotal(letter, counts);
    const alike = (one: Quantity) => expected.filter((a) => sameThing(a, one));
    const other = withTotal(letter, stated).find((one) => {
      const same = alike(one);
      return same.length > 0 ? !same.some((a) => a.value === one.value) : isAdded(one, heading);
    });
    if (!other) return [];
    const same = alike(other);
    return [quantityFinding(letter, other, "quantity", same.length > 0 ? same : expected, heading)];
  });
}

/** Refills that the heading doesn't mention. For a partly authorized request, the heading may name only a portion. */
const isAdded = ({ unit, value }: Quantity, { partlyAuthorized }: Heading): boolean =>
  unit === "refill" && value > 0 && !partlyAuthorized;

/** A strength or quantity, and where it is stated. */
type Stated = { readonly span: Span };

function quantityFinding(
  letter: Letter,
  { span }: Stated,
  noun: "strength" | "quantity",
  expected: readonly Stated[],
  heading: Heading,
): Finding {
  const inWords = (one: Span): string => flatten(letter.text, one).text;
  const message = messageNaming(
    [inWords(span), [...new Set(expected.map((one) => inWords(one.span)))].join(", ")],
    (is, should) => `The conclusion says ${is}, but the heading says ${should}.`,
  );
  const related = [{ ...(expected[0]?.span ?? heading.treatmentSpan), message: `The heading's ${noun}.` }];
  return createFinding(span, message, related);
}
