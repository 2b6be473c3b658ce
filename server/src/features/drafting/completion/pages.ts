/** Pages after "Page(s):": of the topics that the citation names or, without any, of those on the disputed drug. */

import { topicsOf } from "../../../analysis/citedGuidelines.ts";
import type { Topic } from "../../../knowledge/types.ts";
import { pagesOf, topicTitle } from "../citationFormat.ts";
import type { CompletionContext } from "./context.ts";
import { suggest } from "./prefix.ts";
import type { Suggestion } from "./suggestion.ts";

const pageList = /\bPages?\(s\)\s*:([\d\s,;&-]*)$/i;

/** Undefined if the cursor isn't in a list of pages. */
export function pageSuggestions(context: CompletionContext): readonly Suggestion[] | undefined {
  const { letter, knowledge, offset, begun } = context;
  if (begun === undefined) return undefined;
  const given = pageList.exec(letter.text.slice(begun.end, offset).slice(-200))?.[1];
  if (given === undefined) return undefined;
  const typed = /(?<![^,;&\s])[^,;&\s]*$/.exec(given)?.[0] ?? "";
  const before = given.slice(0, given.length - typed.length).split(/[,;&\s]+/);
  const named = topicsOf(begun.citation, begun.guideline, knowledge).map(({ topic }) => topic);
  const close = letter.text.startsWith(".", offset) ? "" : ".";
  const seen = new Set<string>();
  return choices(context, begun.guideline.id, named).flatMap((topics) => {
    const pages = pagesOf(topics)
      .split(", ")
      .filter((range) => !before.includes(range))
      .join(", ");
    if (pages === "" || seen.has(pages) || !pages.startsWith(typed)) return [];
    seen.add(pages);
    const detail = topics.map(topicTitle).join("; ");
    return suggest(context, offset - typed.length, `${pages}${close}`, {
      kind: "pages",
      label: pages,
      detail,
      about: topics.length === 1 && topics[0] ? { topic: topics[0].id } : undefined,
    });
  });
}

/** The topics whose pages can be meant: all named topics together, and then each of them. */
function choices(
  context: CompletionContext,
  guideline: string,
  named: readonly Topic[],
): readonly (readonly Topic[])[] {
  if (named.length > 0) return [named, ...named.map((topic) => [topic])];
  const own = context.knowledge.topicsOf(guideline);
  return context.subject.topics.flatMap((name) =>
    own.filter((topic) => topic.name === name).map((topic) => [topic]),
  );
}
