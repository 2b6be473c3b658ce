import { type ChecklistItem, checklist, rationaleElements } from "../../../analysis/checklist.ts";
import { guidelineOf, topicsOf } from "../../../analysis/citedGuidelines.ts";
import { isBlank } from "../../../base/flatText.ts";
import type { Span } from "../../../base/span.ts";
import type { Knowledge } from "../../../knowledge/types.ts";
import type { Issue, Letter, RationalePart } from "../../../letter/types.ts";
import { textAmong } from "../../guidelines/topicText.ts";
import { type MissingHint, maxLabelLength, shortenLabel } from "./hint.ts";

/** After the label of a rationale: what is still missing, "needs: criterion, findings". */
export function missingHint(letter: Letter, issue: Issue, knowledge: Knowledge): readonly MissingHint[] {
  const { rationale } = issue;
  if (rationale === undefined) return [];
  const lacks = missingFrom(letter, issue, rationale, knowledge);
  const [first] = lacks;
  if (first === undefined) return [];
  return [{ kind: "missing", at: rationale.label.end, label: labelOf(lacks), lacks, goTo: first.span }];
}

function missingFrom(
  letter: Letter,
  issue: Issue,
  rationale: RationalePart,
  knowledge: Knowledge,
): readonly ChecklistItem[] {
  if (isBlank(rationale.body)) return elementsToWrite(rationale.label);
  const missing = checklist(letter, issue, knowledge).filter(
    (element) => !element.present && rationaleElements.includes(element.name),
  );
  const [naming, others] = [missing.filter(isNaming), missing.filter((element) => !isNaming(element))];
  // A conclusion names the treatment, so the writer doesn't need a hint about both.
  return others.some((element) => element.name === "conclusion") ? others : [...others, ...naming];
}

const isNaming = ({ name }: ChecklistItem): boolean => name === "treatmentNamed";

/** As many elements as there is room for. */
function labelOf(lacks: readonly ChecklistItem[]): string {
  const words = lacks.map((element) => element.words);
  const all = `needs: ${words.join(", ")}`;
  return all.length <= maxLabelLength ? all : shortenLabel(`needs: ${words.slice(0, 2).join(", ")}, …`);
}

/** What an empty rationale needs. The checklist has these elements only if there is a rationale. */
const elementsToWrite = ({ end }: Span): readonly ChecklistItem[] =>
  (["criterion", "findings", "conclusion"] as const).map((name) => ({
    name,
    words: name,
    present: false,
    span: { start: end, end },
  }));

/** What letters say that the sections cited by the reviewer ask for on the treatment, as paragraphs: a criterion to state. */
export const citedCriteria = ({ reviewer, heading }: Issue, knowledge: Knowledge): readonly string[] =>
  (reviewer?.citations ?? []).flatMap((citation) => {
    const guideline = guidelineOf(citation, knowledge);
    if (guideline === undefined) return [];
    const topics = topicsOf(citation, guideline, knowledge).map(({ topic }) => topic);
    return textAmong(topics, heading.treatment, knowledge);
  });
