import { isBlank, trim } from "../../base/flatText.ts";
import type { Span } from "../../base/span.ts";
import type { Letter } from "../../letter/types.ts";

/** Whether nothing follows in the letter: "08/02/20" may still become 08/02/2016. */
export const isLastWord = ({ text, span }: Letter, { end }: Span): boolean =>
  isBlank(trim(text, end, span.end));
