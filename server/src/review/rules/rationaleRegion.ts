/** Finds rationales that speak of another part of the body than the one that the heading names. */

import { authorityCues, matchesAnyCue } from "../../analysis/rationaleCues.ts";
import { ofAttribute } from "../../analysis/treatment/difference.ts";
import { headingTreatment } from "../../analysis/treatment/headingTreatment.ts";
import { treatmentMentionsIn } from "../../analysis/treatment/mentions.ts";
import { compatible } from "../../analysis/treatment/vocabulary.ts";
import { flatten } from "../../base/flatText.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Assertion } from "../../letter/context/assertion.ts";
import { assertionIn } from "../../letter/context/scopes.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { createFinding, messageNaming } from "./finding.ts";

/** Parts that a rationale can't take for each other, with words that show that it speaks of them, or of what they serve. */
const parts: readonly { readonly regions: readonly string[]; readonly words: RegExp }[] = [
  {
    regions: ["neck"],
    words: /\b(?:cervic|neck|c-?spine|c[2-7]\b|upper (?:extremit|limb)|arms?\b|hand|shoulder|head|spurling)/i,
  },
  { regions: ["mid back"], words: /\b(?:thoracic|mid[- ]?back|upper back|t-?spine|t\d|chest|rib)/i },
  {
    regions: ["low back", "sacroiliac joint"],
    words:
      /\b(?:lumb|low(?:er)? back|l-?spine|sacr|s1\b|l[1-5]\b|lower (?:extremit|limb)|leg|straight|slr|sciatic|si joint)/i,
  },
];

/** Diagnoses, with the words of which a letter that is about them has at least one elsewhere. */
const diagnoses: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\bplantar fasci+itis\b|\bachilles tend[io]n[a-z]{3,5}\b|\bankle sprain\b/i,
    /plantar|ankle|foot|feet|heel|achilles/i,
  ],
  [
    /\bcarpal tunnel syndrome\b|\bde quervain[’'s]{0,2}\b|\btrigger finger\b/i,
    /carpal|wrist|hand|finger|thumb|numb|quervain|digit/i,
  ],
  [
    /\b(?:lateral|medial) epicondylitis\b|\bcubital tunnel syndrome\b|\btennis elbow\b/i,
    /elbow|epicond|ulnar|cubital|forearm|arm\b/i,
  ],
  [
    /\brotator cuff (?:tear|tendin\w+)\b|\badhesive capsulitis\b|\bfrozen shoulder\b/i,
    /shoulder|rotator|arm\b|capsulitis/i,
  ],
  [
    /\bmenisc(?:al|us) tear\b|\bpatellofemoral (?:pain|syndrome)\b|\bknee (?:osteo)?arthritis\b/i,
    /knee|menisc|patell|leg\b/i,
  ],
  [/\btrochanteric bursitis\b|\bhip (?:osteo)?arthritis\b/i, /\bhip|trochant|groin|buttock|leg\b/i],
];
const anyDiagnosis = new RegExp(diagnoses.map(([name]) => name.source).join("|"), "i");

/** "The plantar fasciitis has not changed", under a heading for the wrist, in a letter that never speaks of the foot. */
function foreignDiagnosis(letter: Letter, issue: Issue): readonly Finding[] {
  const { rationale, heading } = issue;
  const narrative = letter.summary?.narrative;
  if (!rationale || !narrative || !anyDiagnosis.test(flatten(letter.text, rationale.body).text)) return [];
  const told = `${flatten(letter.text, narrative).text} ${letter.issues.map((one) => one.heading.treatment).join(" ")}`;
  for (const sentence of rationale.sentences) {
    const flat = flatten(letter.text, sentence);
    if (!anyDiagnosis.test(flat.text) || matchesAnyCue(authorityCues, flat.text)) continue;
    for (const [name, words] of diagnoses) {
      const m = name.exec(flat.text);
      if (!m || words.test(told) || !isOwnFinding(assertionIn(flat.text, m.index, m.index + m[0].length)))
        continue;
      if (/\b(?:no|not|without|rule|exclude|such as|or)\b[^,;]{0,30}$/i.test(flat.text.slice(0, m.index)))
        continue;
      const message = messageNaming(
        [m[0]],
        (condition) => `The rationale speaks of “${condition}”, but the summary and the headings don't.`,
      );
      const related = [{ ...heading.treatmentSpan, message: "The disputed treatment." }];
      const finding = createFinding(flat.span(m.index, m.index + m[0].length), message, related);
      return [{ ...finding, downgraded: true }];
    }
  }
  return [];
}

const isOwnFinding = ({ temporality, certainty }: Assertion): boolean =>
  temporality === "current" && certainty !== "conditional" && certainty !== "quoted";

/** A lumbar rationale for a cervical request. Guidelines may be quoted for another part. */
export function rationaleRegion(letter: Letter, issue: Issue, knowledge: Knowledge): readonly Finding[] {
  const { rationale } = issue;
  if (!rationale) return [];
  const diagnosis = foreignDiagnosis(letter, issue);
  if (diagnosis.length > 0) return diagnosis;
  const regions = ofAttribute(headingTreatment(letter, issue, "", knowledge), "region");
  const own = parts.filter((part) => regions.some(({ value }) => part.regions.includes(value)));
  const [requested] = regions;
  if (own.length !== 1 || !requested || regions.some(({ value }) => !own[0]?.regions.includes(value)))
    return [];
  const { start, end } = {
    start: rationale.body.start,
    end: rationale.conclusion?.span.start ?? rationale.body.end,
  };
  const reasons = letter.text.slice(start, end);
  if (own.some(({ words }) => words.test(reasons))) return [];
  if (
    /\bspin(?:e|al)\b|(?<!\b(?:low|lower|mid|upper)[\s-])\bback\b/i.test(reasons) &&
    !/\b(?:lumbar|cervical|thoracic)\b/i.test(reasons)
  )
    return [];
  if (!parts.some((part) => !own.includes(part) && part.words.test(reasons))) return [];
  for (const sentence of rationale.sentences) {
    if (sentence.start >= end) break;
    const flat = flatten(letter.text, sentence);
    if (matchesAnyCue(authorityCues, flat.text)) continue;
    const other = ofAttribute(treatmentMentionsIn(flat, 0, flat.text.length, knowledge), "region").find(
      ({ value, from, to }) =>
        parts.some(({ regions: names }) => names.includes(value)) &&
        !regions.some((one) => compatible("region", one.value, value)) &&
        isOwnFinding(assertionIn(flat.text, from, to)),
    );
    if (!other) continue;
    const message = messageNaming(
      [other.words, requested.words],
      (is, should) => `The rationale speaks only of “${is}”, but the heading says “${should}”.`,
    );
    const related = [{ start: requested.start, end: requested.end, message: "What the heading says." }];
    return [{ ...createFinding(other, message, related), downgraded: true }];
  }
  return [];
}
