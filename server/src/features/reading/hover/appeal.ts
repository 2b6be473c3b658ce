import { covers } from "../../../base/span.ts";
import { writtenDay } from "../../../letter/isoDate.ts";
import { caseDaysOf } from "../../../review/caseDays.ts";
import type { Hover } from "../../types.ts";
import type { HoverContext } from "./context.ts";

/** The decision date in the case details, or its label: until when the determination can be appealed. */
export function appealHover({ letter, offset }: HoverContext): Hover | undefined {
  const field = letter.frontMatter?.decisionDate;
  if (!field?.date) return undefined;
  const span = [field.label, field.value].find((one) => covers(one, offset));
  const { lastDayToAppeal } = caseDaysOf(letter);
  if (!span || lastDayToAppeal === null) return undefined;
  const content = { kind: "appeal", decided: writtenDay(field.date), lastDay: lastDayToAppeal } as const;
  return { start: span.start, end: span.end, content };
}
