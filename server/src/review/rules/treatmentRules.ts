/** Checks whether the rationale and its conclusion are about the treatment that the heading disputes. */

import { drugMentionsWithin } from "../../analysis/drugMentions.ts";
import { requestOffsetsInConclusion } from "../../analysis/request.ts";
import { ofAttribute, sameValue } from "../../analysis/treatment/difference.ts";
import { headingTreatment } from "../../analysis/treatment/headingTreatment.ts";
import { type TreatmentMention, treatmentMentionsIn } from "../../analysis/treatment/mentions.ts";
import { requestSentences } from "../../analysis/treatment/requestSentences.ts";
import { flatten } from "../../base/flatText.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";
import { rationaleRegion } from "./rationaleRegion.ts";
import { type Disputed, firstDifference, type Stated, treatmentFinding } from "./treatmentFinding.ts";

export const treatments = (letter: Letter, knowledge: Knowledge): readonly Finding[] =>
  matchFindings(letter.issues, (issue) => {
    const concluded = conclusionFinding(letter, issue, knowledge);
    if (concluded) return [concluded];
    const requested = requestFindings(letter, issue, knowledge);
    return requested.length > 0 ? requested : rationaleRegion(letter, issue, knowledge);
  });

function conclusionFinding(letter: Letter, issue: Issue, knowledge: Knowledge): Finding | undefined {
  const { heading, rationale } = issue;
  const conclusion = rationale?.conclusion;
  if (!conclusion || !heading.treatment) return undefined;
  const flat = flatten(letter.text, conclusion.span);
  const { start, end, isNamed } = requestOffsetsInConclusion(flat);
  if (flat.text.slice(start, end).trimEnd() === `request for ${heading.treatment}`) return undefined;
  const namesDrugs = drugMentionsWithin(letter, conclusion.span, knowledge).length > 0;
  const mentions = treatmentMentionsIn(flat, start, end, knowledge, namesDrugs);
  if (mentions.length === 0) return undefined;
  const disputed = { issue, mentions: headingTreatment(letter, issue, flat.text, knowledge) };
  if (disputed.mentions.length === 0) return undefined;
  const stated: Stated = {
    mentions,
    flat,
    place: "rationale",
    source: "reviewer",
    issue,
    subject: "The conclusion",
    isComplete: isNamed,
    isNamed,
  };
  const other = otherNature(stated, disputed);
  if (other) return other;
  const said = concludedElsewhere(letter, issue, knowledge);
  return treatmentFinding(
    letter,
    stated,
    disputed,
    (row, difference) =>
      difference.kind !== "less" ||
      difference.reference.some(
        (one) =>
          !ofAttribute(mentions, row.attribute).some((other) => sameValue(one, other)) &&
          !said().some((other) => other.attribute === row.attribute && sameValue(one, other)),
      ),
  );
}

/** What all concluding sentences of the rationale name: "nor is the left", "The NCS is not medically necessary either". */
function concludedElsewhere(
  letter: Letter,
  { rationale }: Issue,
  knowledge: Knowledge,
): () => readonly TreatmentMention[] {
  return () =>
    (rationale?.sentences ?? []).flatMap((sentence) => {
      const flat = flatten(letter.text, sentence);
      return /neces|\brequest/i.test(flat.text)
        ? treatmentMentionsIn(flat, 0, flat.text.length, knowledge)
        : [];
    });
}

/** Kinds that aren't given as a drug. */
const isNoDrug =
  /^(?:MRI|open MRI|MR arthrogram|MRA|CT scan|X-ray|bone scan|EMG|NCS|physical therapy|occupational therapy|aquatic therapy|chiropractic treatment|acupuncture|massage therapy|TENS|interferential unit|H-wave|NMES|fusion|laminectomy|arthroscopy|rotator cuff repair|meniscectomy|carpal tunnel release|knee arthroplasty|functional restoration program|work hardening|gym membership|cognitive behavioral therapy|psychotherapy|sleep study|functional capacity evaluation|drug test|home health care|home health aide|transportation|cane|walker|wheelchair|crutches|hospital bed|mattress|sling|collar|splint|acupuncture)$/;

/** A drug where the heading has a test or a therapy, or the reverse. */
function otherNature(stated: Stated, { mentions }: Disputed): Finding | undefined {
  if (!stated.isNamed) return undefined;
  const [drug] = ofAttribute(mentions, "drug");
  const [saidDrug] = ofAttribute(stated.mentions, "drug");
  const kind = ofAttribute(mentions, "kind").find(({ value }) => isNoDrug.test(value));
  const saidKind = ofAttribute(stated.mentions, "kind").find(({ value }) => isNoDrug.test(value));
  const hasKinds = ofAttribute(mentions, "kind").length > 0;
  const saysKinds = ofAttribute(stated.mentions, "kind").length > 0;
  const pair =
    drug && !saidDrug && saidKind && !hasKinds
      ? { is: saidKind, should: drug }
      : !drug && saidDrug && kind && !saysKinds
        ? { is: saidDrug, should: kind }
        : undefined;
  if (!pair) return undefined;
  const message = messageNaming(
    [pair.is.words, pair.should.words],
    (is, should) => `${stated.subject} says “${is}”, but the heading says “${should}”.`,
  );
  return createFinding(pair.is, message, [
    { start: pair.should.start, end: pair.should.end, message: "What the heading says." },
  ]);
}

/** "This is a request for an MRI of the left knee" under a heading for the right shoulder. */
function requestFindings(letter: Letter, issue: Issue, knowledge: Knowledge): readonly Finding[] {
  const sentences = requestSentences(letter, issue);
  if (sentences.length === 0) return [];
  const disputed = { issue, mentions: headingTreatment(letter, issue, "", knowledge) };
  if (disputed.mentions.length === 0) return [];
  return sentences.flatMap(({ flat, start, end, isOwn }) => {
    const mentions = treatmentMentionsIn(flat, start, end, knowledge);
    const stated: Stated = {
      mentions,
      flat,
      place: "rationale",
      source: "reviewer",
      issue,
      subject: "This sentence",
      isComplete: false,
      isNamed: true,
    };
    if (!isOwn) {
      // The provider may request other things too, and the rationale may refer to another issue of the letter.
      const names = (row: "drug" | "kind") =>
        ofAttribute(mentions, row).some((one) =>
          ofAttribute(disputed.mentions, row).some((other) => sameValue(one, other)),
        );
      if (!names("drug") && !names("kind")) return [];
      const isAnothers = letter.issues.some(
        (other) =>
          other !== issue &&
          !firstDifference(stated, {
            issue: other,
            mentions: headingTreatment(letter, other, "", knowledge),
          }),
      );
      if (isAnothers) return [];
    }
    const other = isOwn ? otherNature(stated, disputed) : undefined;
    if (other) return [other];
    const finding = treatmentFinding(letter, stated, disputed, (_, { kind }) => kind === "other");
    return finding ? [isOwn ? finding : { ...finding, downgraded: true }] : [];
  });
}
