import { missingElements } from "../../../analysis/checklist.ts";
import { reliedOn } from "../../../analysis/citedGuidelines.ts";
import { oneLine } from "../../../base/flatText.ts";
import { covers } from "../../../base/span.ts";
import type { Hover } from "../../types.ts";
import type { HoverContext } from "./context.ts";

/** An issue's heading: the issue in short. */
export function headingHover({ letter, issue, offset, knowledge }: HoverContext): Hover | undefined {
  if (issue === undefined || !covers(issue.heading.span, offset)) return undefined;
  const { span, request, partlyAuthorized } = issue.heading;
  const whole = oneLine(letter.text, request);
  return {
    start: span.start,
    end: span.end,
    content: {
      kind: "issue",
      issue,
      // "… the original request, X is: Upheld": without the decision, the last word makes no sense.
      request: partlyAuthorized ? whole.replace(/ is$/, "") : whole,
      claims: reliedOn(letter.text, issue.claims),
      reviewer: reliedOn(letter.text, issue.reviewer),
      missing: missingElements(letter, issue, knowledge),
    },
  };
}
