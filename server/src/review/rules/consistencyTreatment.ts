/** Checks whether the conclusion is about the treatment that the heading disputes. */
import { requestInConclusion, requestInHeading, withoutAside } from "../../analysis/request.ts";
import {
  sameDrug,
  type TreatmentAttributes,
  treatmentAttributesOf,
} from "../../analysis/treatmentAttributes.ts";
import type { TreatmentKind } from "../../analysis/treatmentKinds.ts";
import { flatten } from "../../base/flatText.ts";
import { memoize } from "../../base/memoize.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Issue, Letter } from "../../letter/types.ts";
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

export function treatments(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(comparisons(letter), ({ heading, conclusion, requested, mentioned, isNamed }) => {
    const disputed = treatmentAttributesOf(requested.words, knowledge);
    if (isEmpty(disputed)) return [];
    const concluded = treatmentAttributesOf(withoutAside(mentioned.words), knowledge);
    const mismatch = treatmentMismatch(disputed, concluded, isNamed);
    if (!mismatch) return [];
    const message = messageNaming(
      [mismatch.mentioned, mismatch.requested],
      (is, should) => `The conclusion is about ${is}, but the disputed treatment is ${should}.`,
    );
    const related = [{ ...heading.treatmentSpan, message: "The disputed treatment." }];
    // If part of it matches, the conclusion mentions more than what is disputed, and not something else.
    return [{ ...createFinding(conclusion.span, message, related), downgraded: mismatch.isPartial }];
  });
}

/** What the conclusion mentions and the heading doesn't request, in words for a message. */
interface Mismatch {
  readonly mentioned: string;
  readonly requested: string;
  /** Whether the conclusion also mentions something that the heading requests. */
  readonly isPartial: boolean;
}

const isEmpty = ({ drugs, kinds, regions, sides, levels }: TreatmentAttributes): boolean =>
  [drugs, kinds, regions, sides, levels].every((attribute) => attribute.length === 0);

/** If the sentence doesn't name a request (`isNamed`), one matching drug or kind of treatment is enough. */
function treatmentMismatch(
  requested: TreatmentAttributes,
  mentioned: TreatmentAttributes,
  isNamed: boolean,
): Mismatch | undefined {
  const { drugs, kinds } = requested;
  const mismatch =
    drugs.length > 0
      ? nameMismatch(drugs, mentioned.drugs, sameDrug, (drug) => drug.generic, isNamed)
      : mentioned.drugs.length === 0 &&
        nameMismatch(kinds, mentioned.kinds, sameKind, (kind) => kind.kind, isNamed);
  return (
    mismatch ||
    locationMismatch(requested.regions, mentioned.regions) ||
    locationMismatch(requested.sides, mentioned.sides, "side") ||
    locationMismatch(requested.levels, mentioned.levels, "level")
  );
}

function nameMismatch<T>(
  requested: readonly T[],
  mentioned: readonly T[],
  same: (a: T, b: T) => boolean,
  name: (one: T) => string,
  isNamed: boolean,
): Mismatch | undefined {
  if (requested.length === 0 || mentioned.length === 0) return undefined;
  const isRequested = (one: T) => requested.some((other) => same(one, other));
  const unrequested = mentioned.find((one) => !isRequested(one));
  if (unrequested === undefined) return undefined;
  const isPartial = mentioned.some(isRequested);
  if (isPartial && !isNamed) return undefined;
  return { mentioned: name(unrequested), requested: [...new Set(requested.map(name))].join(", "), isPartial };
}

const sameKind = (a: TreatmentKind, b: TreatmentKind): boolean =>
  a.kind === b.kind || a.kind === b.family || b.kind === a.family;

/** A region, side, or level that the heading doesn't request. */
function locationMismatch(
  requested: readonly string[],
  mentioned: readonly string[],
  noun?: "side" | "level",
): Mismatch | undefined {
  if (requested.length === 0 || mentioned.length === 0) return undefined;
  const others = mentioned.filter((one) => !requested.includes(one));
  if (others.length === 0) return undefined;
  const inWords = (names: readonly string[]) =>
    `the ${names.map((name) => (noun ? `${name} ${noun}` : name)).join(" and ")}`;
  return {
    mentioned: inWords(others),
    requested: `for ${inWords(requested)}`,
    isPartial: others.length < mentioned.length,
  };
}
