import { oneLine } from "../../letter/flat.ts";
import { drugMentions } from "../drugMentions.ts";
import type { Hover } from "../types.ts";
import type { Place } from "./place.ts";

/** A drug, wherever the letter names it. */
export function drugHover({ letter, offset, knowledge }: Place): Hover | undefined {
  const mention = drugMentions(letter.text, { start: offset, end: offset + 1 }, letter.span, knowledge)[0];
  if (mention === undefined) return undefined;
  const topics = mention.drug.topics.flatMap((id) => {
    const topic = knowledge.topic(id);
    const guideline = topic && knowledge.guideline(topic.guideline);
    return topic && guideline ? [{ topic, guideline }] : [];
  });
  return {
    start: mention.start,
    end: mention.end,
    content: {
      kind: "drug",
      drug: mention.drug,
      written: oneLine(letter.text, mention),
      form: mention.form,
      topics,
    },
  };
}
