import { drugMentionAt } from "../../../analysis/drugMentions.ts";
import { oneLine } from "../../../base/flatText.ts";
import { topicsForDrug } from "../../../knowledge/topicsForDrug.ts";
import { decisionDay } from "../../../letter/isoDate.ts";
import { topicTexts } from "../../guidelines/topicText.ts";
import type { Hover } from "../../types.ts";
import type { HoverContext } from "./context.ts";

/** A drug, wherever the letter names it. */
export function drugHover({ letter, issue, offset, knowledge }: HoverContext): Hover | undefined {
  const mention = drugMentionAt(letter, knowledge, offset);
  if (mention === undefined || offset >= mention.end) return undefined;
  const { topics, silent } = topicsForDrug(mention.drug, knowledge, decisionDay(letter));
  return {
    start: mention.start,
    end: mention.end,
    content: {
      kind: "drug",
      drug: mention.drug,
      written: oneLine(letter.text, mention),
      form: mention.form,
      topics,
      silent,
      says: topicTexts(
        topics.map(({ topic }) => topic),
        issue?.heading.treatment,
        knowledge,
      ),
      listed: knowledge.listed(mention.drug),
    },
  };
}
