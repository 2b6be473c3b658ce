/** Finds attributes of a treatment that a heading states twice, and differently. */
import type { TreatmentAttribute } from "../../analysis/treatment/attribute.ts";
import { ofAttribute } from "../../analysis/treatment/difference.ts";
import { headingTreatment } from "../../analysis/treatment/headingTreatment.ts";
import type { TreatmentMention } from "../../analysis/treatment/mentions.ts";
import { ingredientsOf, slowBrands } from "../../analysis/treatment/sameDrug.ts";
import { flatten } from "../../base/flatText.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { createFinding, messageNaming } from "./finding.ts";

type Pair = readonly [TreatmentMention, TreatmentMention];
/** The words between two offsets of the heading. */
type Between = (one: TreatmentMention, other: TreatmentMention) => string;
type Contradiction = (mentions: readonly TreatmentMention[], between: Between) => Pair | undefined;

/** "MRI without contrast, with gadolinium", "morphine ER immediate release", "patch … by mouth", "lumbar … C5-6". */
export function headingAttributes(letter: Letter, issue: Issue, knowledge: Knowledge): readonly Finding[] {
  const mentions = headingTreatment(letter, issue, "", knowledge);
  const between: Between = (one, other) => flatten(letter.text, { start: one.end, end: other.start }).text;
  for (const contradiction of contradictions) {
    const [one, other] = contradiction(mentions, between) ?? [];
    if (!one || !other) continue;
    const message = messageNaming(
      [one.words, other.words],
      (first, second) => `The heading says both “${first}” and “${second}”.`,
    );
    const related = [{ start: one.start, end: one.end, message: "The other words in the heading." }];
    return [createFinding({ start: other.start, end: other.end }, message, related)];
  }
  return [];
}

/** Two things are requested, or one instead of the other. */
const two =
  /\b(?:and|or|plus|with|then|to|from|vs|versus|followed|instead|alternat\w*|breakthrough|compared|not|no|then|per|each|including|compatible|converted|switch\w*)\b|[&/+]/i;

/** The first two mentions of different values of which each belongs to one of the groups, with one request between them. */
function firstPair(
  mentions: readonly TreatmentMention[],
  groups: readonly [ReadonlySet<string>, ReadonlySet<string>],
  between: Between,
): Pair | undefined {
  for (const [i, one] of mentions.entries()) {
    for (const other of mentions.slice(i + 1)) {
      const isPair = groups.some(
        (group, g) => group.has(one.value) && (groups[1 - g] as ReadonlySet<string>).has(other.value),
      );
      if (isPair && other.from >= one.to && !two.test(between(one, other))) return [one, other];
    }
  }
  return undefined;
}

const valuesOf = (
  mentions: readonly TreatmentMention[],
  attribute: TreatmentAttribute,
): ReadonlySet<string> => new Set(ofAttribute(mentions, attribute).map(({ value }) => value));

const drugsOf = (mentions: readonly TreatmentMention[]): number =>
  new Set(
    ofAttribute(mentions, "drug").map(({ drug, value }) =>
      drug ? ingredientsOf(drug.drug).join("+") : value,
    ),
  ).size;

const imaging = /^(?:MRI|open MRI|standing MRI|3T MRI|CT scan|MR arthrogram|MRA)$/;

const contrast: Contradiction = (mentions, between) => {
  const all = ofAttribute(mentions, "contrast");
  const scans = ofAttribute(mentions, "kind").filter(({ value }) => imaging.test(value));
  if (all.length < 2 || scans.length !== 1) return undefined;
  return firstPair(all, [new Set(["without contrast"]), new Set(["with contrast"])], between);
};

const release: Contradiction = (mentions, between) => {
  if (drugsOf(mentions) > 1) return undefined;
  const routes = ofAttribute(mentions, "route");
  const pair = firstPair(
    routes,
    [new Set(["immediate release"]), new Set(["extended release", "delayed release"])],
    between,
  );
  if (pair) return pair;
  const brand = ofAttribute(mentions, "drug").find(({ words }) => slowBrands.test(words));
  const quick = routes.find(({ value }) => value === "immediate release");
  return brand && quick && quick.from >= brand.to && !two.test(between(brand, quick))
    ? [brand, quick]
    : undefined;
};

const onSkin = new Set(["topical", "cream", "gel", "patch", "topical solution"]);
const byMouth = new Set(["oral", "tablets", "oral liquid"]);

const form: Contradiction = (mentions, between) => {
  if (drugsOf(mentions) !== 1) return undefined;
  const forms = ofAttribute(mentions, "form");
  const pair = firstPair(forms, [onSkin, byMouth], between);
  // "Gel caps" are capsules, and "oral" may be of a gel or a film.
  return pair && !/gel|pad/i.test(pair[0].words) && !/^liquid$/i.test(pair[1].words) ? pair : undefined;
};

/** "Right knee (left)", "left right knee": two sides of one place. */
const side: Contradiction = (mentions, between) => {
  const sides = ofAttribute(mentions, "side").filter(
    (one, i, all) => !all.some((other, j) => j !== i && other.from === one.from),
  );
  const places = ofAttribute(mentions, "region");
  const [one, other, ...more] = sides;
  if (!one || !other || more.length > 0 || one.value === other.value || places.length > 1) return undefined;
  const gap = between(one, other);
  if (two.test(gap) || gap.includes(",") || ofAttribute(mentions, "level").length > 0) return undefined;
  return ofAttribute(mentions, "side").length === 2 ? [one, other] : undefined;
};

const regionOfLevel: Readonly<Record<string, string>> = {
  C: "neck",
  T: "mid back",
  L: "low back",
  S: "low back",
};
const spine = new Set(Object.values(regionOfLevel));

/** "Lumbar epidural injection at C5-6". */
const level: Contradiction = (mentions) => {
  const levels = ofAttribute(mentions, "level");
  const [first] = levels;
  if (!first) return undefined;
  const named = ofAttribute(mentions, "region").filter(
    ({ from, value }) => spine.has(value) && !levels.some((one) => one.from === from),
  );
  const regions = new Set(levels.map(({ value }) => regionOfLevel[value.charAt(0)] ?? ""));
  const [region] = named;
  if (!region || valuesOf(named, "region").size > 1 || regions.has(region.value)) return undefined;
  return region.from < first.from ? [region, first] : [first, region];
};

const contradictions: readonly Contradiction[] = [contrast, release, form, side, level];
