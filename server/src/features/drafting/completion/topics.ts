/** The topics of the guideline that a citation names, with their pages if the letter cites by pages. */
import { criteriaOn } from "../../../analysis/statedCriteria.ts";
import { memoize } from "../../../base/memoize.ts";
import type { Topic } from "../../../knowledge/types.ts";
import { readQuery, search, searchedTitle } from "../../guidelines/titleSearch.ts";
import {
  beforeOlderTopics,
  beforeOwnTopics,
  beforePages,
  beforeSections,
  pagesOf,
  topicTitle,
} from "../citationFormat.ts";
import type { Begun } from "./citing.ts";
import type { CompletionContext } from "./context.ts";
import {
  matchesPrefix,
  sameWords,
  skipSpace,
  startsWithIgnoreCase,
  suggest,
  suggestMatch,
  typedFrom,
} from "./prefix.ts";
import { searchTyped } from "./searchTyped.ts";
import { byRelevance } from "./subject.ts";
import type { Suggestion } from "./suggestion.ts";

export function topicSuggestions(context: CompletionContext): readonly Suggestion[] {
  const { begun } = context;
  if (begun === undefined) return [];
  const opening = openingOf(context, begun);
  const since = typedFrom(context, begun.end);
  if (/Pages?\(s\)/i.test(since)) return [];
  if (/^[\s,]*$/.test(since) && topicsFollow(context)) return [];
  const topics = ordered(context, begun);
  const list = listStart(since, opening);
  if (list !== undefined) return continued(context, begun, begun.end + list, topics);
  if (since.trim() !== "" && !startsWithIgnoreCase(opening, since)) return [];
  return topics.flatMap((topic) =>
    suggest(context, begun.end, `${opening}${written(context, begun, [topic])}`, about(topic, context)),
  );
}

/** Whether sections, or a topic and its pages, follow the cursor: in a new letter, their placeholders. */
export function topicsFollow({ letter, offset }: CompletionContext): boolean {
  const follows = letter.text.slice(offset, offset + 200);
  if (/^(?:,\s*)?Sections?\(s\)\s*:/i.test(follows.trimStart())) return true;
  const topic = /^[^.\r\n\f]*?(?=Pages?\(s\))/i.exec(follows)?.[0] ?? "";
  return /\w/.test(topic);
}

/** The text between the guideline and its first topic. */
function openingOf({ letter }: CompletionContext, { citation, guideline, byPages, end }: Begun): string {
  if (guideline.isOwn) return beforeOwnTopics;
  if (guideline.kind === "other") return " ";
  if (!byPages) return beforeSections;
  return beforeOlderTopics(letter.text.slice(citation.span.start, end));
}

/** Where the topics start in the text after the guideline's name. Undefined if the text that opens them is missing. */
function listStart(since: string, opening: string): number | undefined {
  const mark = opening.trim();
  if (mark === ":") return /^\s*[,:;]\s*/.exec(since)?.[0].length;
  if (mark === "") return /^\s*,?\s*/.exec(since)?.[0].length;
  const form = mark === "," ? /^\s*,\s+/ : /^\s*(?:,\s*)?Sections?\(?s?\)?\s*:\s*/i;
  return form.exec(since)?.[0].length;
}

/** A title has at most this many commas. */
const maxCommas = 5;

/** Longer text isn't a list of topics. */
const maxListLength = 2000;

/**
 * Topics for a list that starts at `start`. The words after its last comma are the beginning of a topic. With those before
 * that comma, they may also be the rest of a title with commas: "NSAIDs, GI symptoms & cardiovascular risk".
 */
function continued(
  context: CompletionContext,
  begun: Begun,
  start: number,
  topics: readonly Topic[],
): readonly Suggestion[] {
  const { knowledge } = context;
  const typed = typedFrom(context, start);
  if (typed.length > maxListLength) return [];
  const starts = itemStarts(typed);
  const named = (before: number): readonly Topic[] =>
    knowledge
      .topicsNamed(typed.slice(0, before).split(/[,;]\s/), begun.guideline.id)
      .map(({ topic }) => topic);
  const last = starts.at(-1) ?? 0;
  const found = new Set<Topic>();
  const suggestTopic = (topic: Topic, from: number, already: readonly Topic[]): readonly Suggestion[] => {
    const own = typed.slice(from);
    if (found.has(topic) || already.includes(topic) || sameWords(topicTitle(topic), own)) return [];
    found.add(topic);
    const words = written(context, begun, [...already, topic]);
    return suggestMatch(context, skipSpace(context, start + from), words, own, about(topic, context));
  };
  const begunBy = starts.slice(-maxCommas - 1).flatMap((from) => {
    const own = typed.slice(from);
    const already = named(from);
    return topics.flatMap((topic) => {
      const title = topicTitle(topic);
      const meant = from === last ? matchesPrefix(title, own) : startsWithIgnoreCase(title, own);
      return meant ? suggestTopic(topic, from, already) : [];
    });
  });
  const meantBy = searchTyped(typed.slice(last), topics, titleOfTopic, knowledge);
  const already = named(last);
  return [...begunBy, ...meantBy.flatMap((topic) => suggestTopic(topic, last, already))];
}

/** The topics about the disputed treatment come first. */
function ordered({ subject, knowledge }: CompletionContext, { guideline }: Begun): readonly Topic[] {
  const topics = knowledge.topicsOf(guideline.id);
  const own = search(readQuery(`${subject.treatment} `, knowledge), topics, titleOfTopic).map(
    ({ item }) => item,
  );
  return byRelevance(subject, [...own, ...topics.filter((topic) => !own.includes(topic))], new Set(own));
}

const titleOfTopic = memoize(({ id, name, aliases }: Topic) => searchedTitle(name, aliases, [], id));

/** Where the items of a list start: at its start, and after commas and semicolons outside parentheses. */
function itemStarts(list: string): readonly number[] {
  const starts = [0];
  let depth = 0;
  for (let at = 0; at < list.length; at++) {
    const character = list[at];
    if (character === "(") depth++;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0 && (character === "," || character === ";") && /\s/.test(list[at + 1] ?? ""))
      starts.push(at + 2);
  }
  return starts;
}

/** The last topic's title and, in letters that cite by pages, the pages of all topics. */
function written(
  { letter, offset }: CompletionContext,
  { byPages }: Begun,
  topics: readonly Topic[],
): string {
  const title = topics.slice(-1).map(topicTitle).join("");
  const pages = pagesOf(topics);
  const follows = letter.text.slice(offset, offset + 40);
  if (!byPages || pages === "" || /^\s*(?:,\s*)?Pages?\(s\)/i.test(follows)) return title;
  return `${title}${beforePages}${pages}${follows.startsWith(".") ? "" : "."}`;
}

function about(topic: Topic, { issue, knowledge }: CompletionContext) {
  const [stated] = criteriaOn(topic, issue?.heading.treatment, knowledge).applying;
  const recommendation = stated?.recommendation ?? topic.recommendation;
  return {
    kind: "topic",
    label: topicTitle(topic),
    detail: [pagesInWords(topic), recommendation].filter(Boolean).join("; ") || undefined,
    about: { topic: topic.id },
  } as const;
}

/** "page 63", "pages 41-42, 60". Empty if the pages aren't known. */
function pagesInWords(topic: Topic): string {
  const pages = pagesOf([topic]);
  if (pages === "") return "";
  return `${/^\d+$/.test(pages) ? "page" : "pages"} ${pages}`;
}
