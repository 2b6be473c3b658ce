/** Operators that put another treatment where a letter names the disputed one. */
import { requestOffsetsInConclusion } from "../../../server/src/analysis/request.ts";
import { headingTreatment } from "../../../server/src/analysis/treatment/headingTreatment.ts";
import {
  type TreatmentMention,
  treatmentMentionsIn,
} from "../../../server/src/analysis/treatment/mentions.ts";
import { flatten } from "../../../server/src/base/flatText.ts";
import type { Knowledge } from "../../../server/src/knowledge/types.ts";
import type { Issue, Letter } from "../../../server/src/letter/types.ts";
import { type Edit, type Operator, perIssue, put } from "./breaking.ts";

/** Words that a tired writer takes for each other, by the value of what they replace. */
const others: Readonly<Record<string, string>> = {
  MRI: "CT scan",
  "CT scan": "MRI",
  EMG: "MRI",
  "X-ray": "bone scan",
  "physical therapy": "occupational therapy",
  "chiropractic treatment": "acupuncture",
  acupuncture: "massage therapy",
  TENS: "H-wave",
  "epidural injection": "facet injection",
  "facet injection": "trigger point injection",
  "hospital bed": "wheelchair",
  neck: "lumbar spine",
  "low back": "cervical spine",
  knee: "shoulder",
  shoulder: "knee",
  elbow: "ankle",
};

/** What the conclusion names of an attribute, if it is the only such mention of it and the heading's too. */
function concluded(issue: Issue, letter: Letter, knowledge: Knowledge): readonly TreatmentMention[] {
  const { rationale, heading } = issue;
  const conclusion = rationale?.conclusion;
  if (!conclusion || heading.partlyAuthorized) return [];
  const flat = flatten(letter.text, conclusion.span);
  const { start, end } = requestOffsetsInConclusion(flat);
  const said = treatmentMentionsIn(flat, start, end, knowledge);
  const asked = headingTreatment(letter, issue, "", knowledge);
  const isOnly = (one: TreatmentMention, list: readonly TreatmentMention[]) =>
    list.filter(({ attribute }) => attribute === one.attribute).length === 1;
  return said.filter(
    (one) => isOnly(one, said) && isOnly(one, asked) && asked.some(({ value }) => value === one.value),
  );
}

const replaced = (attribute: string) => (issue: Issue, letter: Letter, knowledge: Knowledge) =>
  concluded(issue, letter, knowledge).flatMap((one): Edit[][] => {
    const other = others[one.value];
    return one.attribute === attribute && other ? [[put(one, other)]] : [];
  });

/** A sentence before the conclusion. */
const before = ({ rationale }: Issue, sentence: string): Edit[][] => {
  const at = rationale?.conclusion?.span.start;
  return at === undefined ? [] : [[{ start: at, end: at, text: `${sentence} ` }]];
};

export const treatmentOperators: readonly Operator[] = [
  perIssue("put another kind of treatment into the conclusion", replaced("kind")),
  perIssue("put another body part into the conclusion", replaced("region")),
  perIssue("say that another treatment is requested", (issue, letter, knowledge) => {
    const asked = headingTreatment(letter, issue, "", knowledge);
    const names = asked.filter(({ attribute }) => attribute === "drug" || attribute === "kind");
    const isKnown = asked.some(({ attribute, value }) => attribute === "kind" && value in others);
    if (names.length === 0 || !isKnown || asked.some(({ attribute }) => attribute === "drug")) return [];
    return before(issue, "This is a request for a hearing aid.");
  }),
  perIssue("name the generic drug of another brand", (issue) =>
    before(issue, "The employee also takes Ultram (hydrocodone)."),
  ),
];
