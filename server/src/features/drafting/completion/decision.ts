/** "Upheld" and "Overturned" after the colon of a heading, the one that the conclusion calls for first. */
import { partLabel } from "../../../letter/headingPatterns.ts";
import { decisions, necessity } from "../../../letter/standardWording.ts";
import type { CompletionProvider } from "./context.ts";
import { startsWithIgnoreCase, suggest } from "./prefix.ts";
import type { Suggestion } from "./suggestion.ts";

export const decisionSuggestions: CompletionProvider = (context) => {
  const { heading, lineBefore: words, offset } = context;
  const typed = /:\s*([A-Za-z]*)$/.exec(words.slice(-maxTypedLength))?.[1];
  if (typed === undefined || !context.endsLine || isLabel(words.trimStart())) return [];
  // The decision may be on its own line.
  if (heading === undefined || heading.issue?.heading.decision?.outcome) return [];
  const necessary = heading.issue?.rationale?.conclusion?.necessary;
  const order = necessary ? (["overturned", "upheld"] as const) : (["upheld", "overturned"] as const);
  return order.flatMap((outcome, index) => {
    const word = decisions[outcome];
    const likely = necessary !== undefined && index === 0;
    const rest: Omit<Suggestion, "start" | "text" | "filter"> = {
      kind: "decision",
      label: word,
      detail: likely ? `the rationale concludes: ${necessity[outcome]}` : undefined,
      likely,
    };
    return startsWithIgnoreCase(word, typed) ? suggest(context, offset - typed.length, word, rest) : [];
  });
};

/** Longer than the colon, a space, and a decision. */
const maxTypedLength = 40;

function isLabel(words: string): boolean {
  partLabel.lastIndex = 0;
  return partLabel.test(words);
}
