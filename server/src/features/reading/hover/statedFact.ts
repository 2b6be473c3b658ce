import { statedFactAt } from "../../../analysis/statements/statedFacts.ts";
import { placeName } from "../../../analysis/statements/statement.ts";
import { oneLine } from "../../../base/flatText.ts";
import { covers } from "../../../base/span.ts";
import type { Hover } from "../../types.ts";
import type { HoverContext } from "./context.ts";

/** A fact that the letter states more than once: where else it does. */
export function statedFactHover({ letter, offset, knowledge }: HoverContext): Hover | undefined {
  const fact = statedFactAt(letter, knowledge, offset);
  const here = fact?.statements.find((statement) => covers(statement, offset));
  if (fact === undefined || here === undefined || fact.statements.length < 2) return undefined;
  return {
    start: here.start,
    end: here.end,
    content: {
      kind: "statedFact",
      name: fact.name,
      written: oneLine(letter.text, here),
      others: fact.statements
        .filter((statement) => statement !== here)
        .map((statement) => ({ where: placeName(statement), written: oneLine(letter.text, statement) })),
    },
  };
}
