/** Whether the conclusion speaks of the treatment that the heading disputes. */
import { requestInConclusion, requestInHeading, withoutAside } from "../../analysis/request.ts";
import { sameStrength, sameThing, withTotal } from "../../analysis/sameQuantity.ts";
import {
  sameDrug,
  type TreatmentAttributes,
  treatmentAttributesOf,
} from "../../analysis/treatmentAttributes.ts";
import type { TreatmentKind } from "../../analysis/treatmentKinds.ts";
import { flatten } from "../../base/flatText.ts";
import { memoize } from "../../base/memoize.ts";
import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Heading, Issue, Letter, Quantity } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

/**
 * The conclusions of a letter's issues beside their headings, without those where either says too little to compare or
 * both say the same.
 */
const comparisons = memoize((letter: Letter) =>
  letter.issues.map((issue) => compared(letter, issue)).filter((both) => both !== undefined),
);

function compared(letter: Letter, { heading, rationale }: Issue) {
  const conclusion = rationale?.conclusion;
  if (!conclusion || !heading.treatment) return undefined;
  const flat = flatten(letter.text, conclusion.span);
  const { request: said, isNamed } = requestInConclusion(flat);
  const asked = requestInHeading(letter.text, heading, flat.text);
  if (said.words.trimEnd() === `request for ${asked.words}`) return undefined;
  return { conclusion, heading, asked, said, isNamed };
}

export function treatments(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(comparisons(letter), (both) => {
    const { heading, conclusion, said, isNamed } = both;
    const asked = treatmentAttributesOf(both.asked.words, knowledge);
    const other = saysNothing(asked)
      ? undefined
      : otherTreatment(asked, treatmentAttributesOf(withoutAside(said.words), knowledge), isNamed);
    if (!other) return [];
    const message = messageNaming(
      [other.said, other.asked],
      (said, asked) => `The conclusion is about ${said}, but the disputed treatment is ${asked}.`,
    );
    const related = [{ ...heading.treatmentSpan, message: "The disputed treatment." }];
    // Where part of it is right, it is more than what is disputed that is spoken of, and not something else.
    return [{ ...createFinding(conclusion.span, message, related), downgraded: other.partly }];
  });
}

interface Other {
  readonly said: string;
  readonly asked: string;
  /** Something of the treatment in dispute is named as well. */
  readonly partly: boolean;
}

const saysNothing = ({ drugs, kinds, regions, sides, levels }: TreatmentAttributes): boolean =>
  [drugs, kinds, regions, sides, levels].every((said) => said.length === 0);

/** Where the sentence names no request, something of the treatment in dispute is enough. */
function otherTreatment(
  asked: TreatmentAttributes,
  said: TreatmentAttributes,
  named: boolean,
): Other | undefined {
  const { drugs, kinds } = asked;
  const other =
    drugs.length > 0
      ? mismatch(drugs, said.drugs, sameDrug, (drug) => drug.generic, named)
      : said.drugs.length === 0 && mismatch(kinds, said.kinds, sameKind, (k) => k.kind, named);
  return (
    other ||
    mismatches(asked.regions, said.regions) ||
    mismatches(asked.sides, said.sides, "side") ||
    mismatches(asked.levels, said.levels, "level")
  );
}

function mismatch<T>(
  asked: readonly T[],
  said: readonly T[],
  same: (a: T, b: T) => boolean,
  name: (one: T) => string,
  named: boolean,
): Other | undefined {
  if (asked.length === 0 || said.length === 0) return undefined;
  const known = (one: T) => asked.some((other) => same(one, other));
  const unknown = said.find((one) => !known(one));
  if (unknown === undefined) return undefined;
  const partly = said.some(known);
  if (partly && !named) return undefined;
  return { said: name(unknown), asked: [...new Set(asked.map(name))].join(", "), partly };
}

const sameKind = (a: TreatmentKind, b: TreatmentKind): boolean =>
  a.kind === b.kind || a.kind === b.family || b.kind === a.family;

/** What is asked, and what is said of something else: of another region, side or level. */
function mismatches(
  asked: readonly string[],
  said: readonly string[],
  what?: "side" | "level",
): Other | undefined {
  if (asked.length === 0 || said.length === 0) return undefined;
  const others = said.filter((one) => !asked.includes(one));
  if (others.length === 0) return undefined;
  const named = (list: readonly string[]) =>
    `the ${list.map((one) => (what ? `${one} ${what}` : one)).join(" and ")}`;
  return {
    said: named(others),
    asked: `for ${named(asked)}`,
    partly: others.length < said.length,
  };
}

/** The strength in the conclusion is none of the heading's. */
export function strengths(letter: Letter): readonly Finding[] {
  return matchFindings(comparisons(letter), (both) => {
    const asked = both.asked.strengths();
    if (asked.length === 0) return [];
    const other = both.said.strengths().find((one) => !asked.some((a) => sameStrength(a, one)));
    if (!other) return [];
    const alike = asked.filter((a) => a.unit === other.unit);
    return [
      mismatchFinding(
        letter,
        other.span,
        "strength",
        (alike.length > 0 ? alike : asked).map((a) => a.span),
        both.heading.treatmentSpan,
      ),
    ];
  });
}

/** The count in the conclusion is none of the heading's. */
export function quantities(letter: Letter): readonly Finding[] {
  return matchFindings(comparisons(letter), (both) => {
    const { heading } = both;
    const requested = both.asked.counts();
    if (requested.length === 0) return [];
    const stated = both.said.counts();
    const said = withTotal(letter, stated);
    // Sessions beside "2 times a week" may be others, say those already had.
    const asked = stated.some(({ unit: of }) => of === "time a week")
      ? requested
      : withTotal(letter, requested);
    const alike = (one: Quantity) => asked.filter((a) => sameThing(a, one));
    const other = said.find((one) => {
      const same = alike(one);
      return same.length > 0 ? !same.some((a) => a.value === one.value) : isAdded(one, heading);
    });
    if (!other) return [];
    const same = alike(other);
    return [
      mismatchFinding(
        letter,
        other.span,
        "quantity",
        (same.length > 0 ? same : asked).map((a) => a.span),
        heading.treatmentSpan,
      ),
    ];
  });
}

/** Refills that the heading does not speak of; of a partly authorised request it may name a portion. */
const isAdded = ({ unit: of, value }: Quantity, { partlyAuthorized }: Heading): boolean =>
  of === "refill" && value > 0 && !partlyAuthorized;

function mismatchFinding(
  letter: Letter,
  at: Span,
  what: string,
  asked: readonly Span[],
  heading: Span,
): Finding {
  const said = flatten(letter.text, at).text;
  const should = [...new Set(asked.map((span) => flatten(letter.text, span).text))].join(", ");
  const message = messageNaming(
    [said, should],
    (concluded, decided) => `The conclusion says ${concluded}, but the heading says ${decided}.`,
  );
  return createFinding(at, message, [{ ...(asked[0] ?? heading), message: `The heading's ${what}.` }]);
}
