/** The attributes of the treatment that a heading disputes. */
import { flatten } from "../../base/flatText.ts";
import { memoizeWith } from "../../base/memoize.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import { drugMentionsWithin } from "../drugMentions.ts";
import { requestSpanInHeading } from "../request.ts";
import { type TreatmentMention, treatmentMentionsIn } from "./mentions.ts";

const ofIssues = memoizeWith((letter: Letter, knowledge: Knowledge) =>
  letter.issues.map((issue) => readHeading(letter, issue, "", knowledge)),
);

/** Cached, unless the conclusion, given as flat text, quotes all of a partly authorized request. */
export const headingTreatment = (
  letter: Letter,
  issue: Issue,
  conclusion: string,
  knowledge: Knowledge,
): readonly TreatmentMention[] =>
  issue.heading.partlyAuthorized && /\boriginal request\b/i.test(conclusion)
    ? readHeading(letter, issue, conclusion, knowledge)
    : (ofIssues(letter, knowledge)[issue.index] ?? []);

function readHeading(
  letter: Letter,
  { heading }: Issue,
  conclusion: string,
  knowledge: Knowledge,
): readonly TreatmentMention[] {
  const span = requestSpanInHeading(letter.text, heading, conclusion);
  const flat = flatten(letter.text, span);
  const namesDrugs = drugMentionsWithin(letter, span, knowledge).length > 0;
  return treatmentMentionsIn(flat, 0, flat.text.length, knowledge, namesDrugs);
}
