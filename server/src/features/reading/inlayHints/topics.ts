import { guidelineOf, guidelineParts, topicsOf } from "../../../analysis/citedGuidelines.ts";
import { flatten } from "../../../base/flatText.ts";
import { officialPage } from "../../../knowledge/officialDocument.ts";
import type { Guideline, Knowledge, Topic } from "../../../knowledge/types.ts";
import type { Citation, Issue, Letter, PageRange } from "../../../letter/types.ts";
import { pagesContent, topicsOfTreatment } from "../hover/pages.ts";
import { pagesMentioned, sourceOfRationale } from "../hover/rationalePages.ts";
import { longestLabel, shortened, type WordHint, wordEnd } from "./hint.ts";

/** Behind cited pages the topics on them, where nothing beside them says it; the same topics once an issue. */
export function topicHints(letter: Letter, issue: Issue, knowledge: Knowledge): readonly WordHint[] {
  const sought = [...new Set(topicsOfTreatment(issue, knowledge))];
  const told = new Set<string>();
  return [...citedPages(issue, knowledge), ...rationalePages(letter, issue, knowledge)].flatMap(
    ({ range, guideline, words }) => {
      const { content } = pagesContent(range, guideline, sought, knowledge);
      const topics = content.kind === "pages" ? content.topics : [];
      // What is not sure is for the hover, which can say so.
      const sure = topics.filter((topic) => topic.confidence !== "low" || topic.pagesFrom === "copy");
      if (sure.length === 0 || topics.some((topic) => names(words, topic))) return [];
      const label = labelOf(sure, range, sought);
      if (told.has(label)) return [];
      told.add(label);
      return [hintOn(letter.text, range, guideline, label)];
    },
  );
}

interface Cited {
  readonly range: PageRange;
  readonly guideline: Guideline;
  /** The words around the pages, lower case: a topic that they name needs no hint. */
  readonly words: string;
}

const names = (words: string, { name }: Topic): boolean =>
  words.includes(name.replace(/ \(.*/, "").toLowerCase());

const citedPages = (issue: Issue, knowledge: Knowledge): readonly Cited[] =>
  guidelineParts(issue)
    .flatMap((part) => part.citations)
    .flatMap((citation) => pagesOf(citation, knowledge));

/** The pages of a citation that names no topic; of others the reader knows what they are about. */
function pagesOf(citation: Citation, knowledge: Knowledge): readonly Cited[] {
  if (citation.pages.length === 0) return [];
  const guideline = guidelineOf(citation, knowledge);
  if (guideline?.pages === undefined || topicsOf(citation, guideline, knowledge).length > 0) return [];
  return citation.pages.map((range) => ({ range, guideline, words: "" }));
}

/** How far from a page number the name of its topic is looked for. */
const near = 160;

function rationalePages(letter: Letter, issue: Issue, knowledge: Knowledge): readonly Cited[] {
  const guideline = sourceOfRationale(issue, knowledge);
  if (guideline === undefined) return [];
  return (issue.rationale?.sentences ?? []).flatMap((sentence) => {
    return pagesMentioned(letter.text, sentence, guideline).map((range) => {
      const start = Math.max(sentence.start, range.span.start - near);
      const end = Math.min(sentence.end, range.span.end + near);
      return { range, guideline, words: flatten(letter.text, { start, end }).text.toLowerCase() };
    });
  });
}

function hintOn(text: string, range: PageRange, guideline: Guideline, label: string): WordHint {
  const { start, end } = range.span;
  return {
    kind: "topics",
    at: wordEnd(text, range.of === undefined ? end : afterCount(text, end)),
    label,
    about: start,
    goTo: undefined,
    url: officialPage(guideline, Math.min(range.first, range.last))?.url,
  };
}

/** Behind the "of 127" that follows the pages. */
function afterCount(text: string, end: number): number {
  return end + (/^\s{1,40}of\s{1,40}\d{1,4}/.exec(text.slice(end, end + 90))?.[0].length ?? 0);
}

/** At most two names, and an ellipsis where there are more. */
function labelOf(topics: readonly Topic[], range: PageRange, sought: readonly string[]): string {
  const [first, second] = topics;
  if (first === undefined) return "";
  if (second === undefined || saysEnough(first, topics, range, sought)) return shortened(first.name);
  const both = `${first.name}; ${second.name}${topics.length > 2 ? "; …" : ""}`;
  return both.length <= longestLabel ? both : shortened(`${first.name}; …`);
}

/** Pages cited for the disputed drug that its topic fills, or the pages of one topic exactly: the rest is detail. */
function saysEnough(
  first: Topic,
  topics: readonly Topic[],
  range: PageRange,
  sought: readonly string[],
): boolean {
  const [from, to] = [Math.min(range.first, range.last), Math.max(range.first, range.last)];
  const fills = ({ pages }: Topic): boolean => pages.some((own) => own.first <= from && to <= own.last);
  const equals = ({ pages }: Topic): boolean => pages.some((own) => own.first === from && own.last === to);
  if (sought.includes(first.id)) return fills(first);
  return equals(first) && topics.filter(equals).length === 1;
}
