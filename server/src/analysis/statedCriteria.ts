/**
 * What published letters say that a topic asks for, on a treatment: the one reader of the criteria of the index. A section
 * may have a rule for each of several treatments, so the section is matched first, and then the treatment.
 */
import type { Knowledge, StatedCriterion, Topic } from "../knowledge/types.ts";
import { sameDrug, type TreatmentAttributes, treatmentAttributesOf } from "./treatmentAttributes.ts";

export interface CriteriaOn {
  /** Those about the treatment, the most specific first, and those about everything in the section. */
  readonly applying: readonly StatedCriterion[];
  /** Those about other treatments. */
  readonly others: readonly StatedCriterion[];
}

/** Criteria that letters state, not those that they only cite. Without a treatment, all of them apply. */
export function criteriaOn(topic: Topic, treatment: string | undefined, knowledge: Knowledge): CriteriaOn {
  const stated = topic.criteria.filter(({ asks }) => asks !== undefined);
  const requested = treatment === undefined ? undefined : treatmentAttributesOf(treatment, knowledge);
  if (requested === undefined || isBlank(requested)) return { applying: stated, others: [] };
  const isWhole = stated.some(({ on }) => on === undefined);
  const rank = ({ on }: StatedCriterion): number => {
    if (on === undefined) return ranks.whole;
    const { is, place } = compare(treatmentAttributesOf(on, knowledge), requested);
    if (is === "other" || place === "other") return ranks.other;
    if (is === "same" || place === "same") return ranks.same;
    return isWhole ? ranks.aspect : ranks.other;
  };
  const ranked = stated.map((criterion) => ({ criterion, rank: rank(criterion) }));
  const of = (isOne: (rank: number) => boolean): readonly StatedCriterion[] =>
    ranked
      .filter((one) => isOne(one.rank))
      .sort((a, b) => a.rank - b.rank)
      .map(({ criterion }) => criterion);
  return { applying: of((one) => one !== ranks.other), others: of((one) => one === ranks.other) };
}

/** In this order. An aspect, such as how long to try it, is of the section as a whole, and applies if there is a rule on that. */
const ranks = { same: 0, whole: 1, aspect: 2, other: 3 } as const;

/** A criterion, and the topic that it is from. */
export interface TopicCriterion {
  readonly topic: Topic;
  readonly criterion: StatedCriterion;
}

/** What letters say that any of the topics asks for, on that very treatment. Those of most letters come first. */
export function criteriaAmong(
  topics: readonly Topic[],
  treatment: string,
  knowledge: Knowledge,
): readonly TopicCriterion[] {
  const requested = treatmentAttributesOf(treatment, knowledge);
  if (isBlank(requested)) return [];
  const isOn = (words: string): boolean => {
    return compare(treatmentAttributesOf(words, knowledge), requested).is === "same";
  };
  return topics
    .filter(isStated)
    .flatMap((topic) =>
      criteriaOn(topic, treatment, knowledge)
        .applying.filter(({ on }) => isOn(on ?? topic.name))
        .map((criterion) => ({ topic, criterion })),
    )
    .sort((a, b) => b.criterion.stated - a.criterion.stated);
}

/** Whether letters state what the topic asks for. */
export const isStated = ({ criteria }: Topic): boolean => criteria.some(({ asks }) => asks !== undefined);

const isBlank = ({ drugs, kinds, regions }: TreatmentAttributes): boolean =>
  drugs.length + kinds.length + regions.length === 0;

interface Comparison {
  /** What the criterion is on: the same treatment, or something that isn't a treatment, such as a condition. */
  readonly is: "same" | "other" | "unsaid";
  readonly place: "same" | "other" | "unsaid";
}

function compare(own: TreatmentAttributes, requested: TreatmentAttributes): Comparison {
  const isDrug = own.drugs.some((drug) => requested.drugs.some((other) => sameDrug(drug, other)));
  const isKind = own.kinds.some(({ kind }) => requested.kinds.some((other) => other.kind === kind));
  const says = own.drugs.length + own.kinds.length > 0;
  const is = !says ? "unsaid" : isDrug || isKind ? "same" : "other";
  const isUnsaid = own.regions.length === 0 || requested.regions.length === 0;
  const isHere = own.regions.some((region) => requested.regions.includes(region));
  const place = isUnsaid ? "unsaid" : isHere ? "same" : "other";
  return { is, place };
}
