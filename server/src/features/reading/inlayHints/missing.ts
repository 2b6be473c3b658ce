import { type ChecklistItem, checklist, rationaleElements } from "../../../analysis/checklist.ts";
import { isBlank } from "../../../base/flatText.ts";
import type { Span } from "../../../base/span.ts";
import type { Knowledge } from "../../../knowledge/types.ts";
import type { Issue, Letter, RationalePart } from "../../../letter/types.ts";
import { longestLabel, type MissingHint, shortened } from "./hint.ts";

/** Behind the label of a rationale, what it still lacks: "needs: criterion, findings". */
export function missingHint(letter: Letter, issue: Issue, knowledge: Knowledge): readonly MissingHint[] {
  const { rationale } = issue;
  if (rationale === undefined) return [];
  const lacks = lacking(letter, issue, rationale, knowledge);
  const [first] = lacks;
  if (first === undefined) return [];
  return [{ kind: "missing", at: rationale.label.end, label: labelOf(lacks), lacks, goTo: first.span }];
}

function lacking(
  letter: Letter,
  issue: Issue,
  rationale: RationalePart,
  knowledge: Knowledge,
): readonly ChecklistItem[] {
  if (isBlank(rationale.body)) return toWrite(rationale.label);
  const missing = checklist(letter, issue, knowledge).filter(
    (element) => !element.present && rationaleElements.includes(element.name),
  );
  const [naming, others] = [missing.filter(isNaming), missing.filter((element) => !isNaming(element))];
  // A conclusion names the treatment: a writer who has yet to write it need not be told both.
  return others.some((element) => element.name === "conclusion") ? others : [...others, ...naming];
}

const isNaming = ({ name }: ChecklistItem): boolean => name === "treatmentNamed";

/** As many as there is room for. */
function labelOf(lacks: readonly ChecklistItem[]): string {
  const words = lacks.map((element) => element.words);
  const all = `needs: ${words.join(", ")}`;
  return all.length <= longestLabel ? all : shortened(`needs: ${words.slice(0, 2).join(", ")}, …`);
}

/** The checklist asks for what stands in a rationale once there is one; its writer wants to know before. */
const toWrite = ({ end }: Span): readonly ChecklistItem[] =>
  (["criterion", "findings", "conclusion"] as const).map((name) => ({
    name,
    words: name,
    present: false,
    span: { start: end, end },
  }));
