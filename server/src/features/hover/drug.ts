import { oneLine } from "../../letter/flat.ts";
import { drugMentions } from "../drugMentions.ts";
import { treatedIn } from "../treatedIn.ts";
import type { Hover } from "../types.ts";
import type { Place } from "./place.ts";

/** A drug, wherever the letter names it. */
export function drugHover({ letter, offset, knowledge }: Place): Hover | undefined {
  const mention = drugMentions(letter.text, { start: offset, end: offset + 1 }, letter.span, knowledge)[0];
  if (mention === undefined) return undefined;
  return {
    start: mention.start,
    end: mention.end,
    content: {
      kind: "drug",
      drug: mention.drug,
      written: oneLine(letter.text, mention),
      form: mention.form,
      topics: treatedIn(mention.drug, knowledge),
    },
  };
}
