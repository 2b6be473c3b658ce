import { guidelineOf, guidelineParts, topicsOf } from "../../../analysis/citedGuidelines.ts";
import { flatten } from "../../../base/flatText.ts";
import { officialPage } from "../../../knowledge/officialDocument.ts";
import type { Guideline, Knowledge, Topic } from "../../../knowledge/types.ts";
import type { Citation, Issue, Letter, PageRange } from "../../../letter/types.ts";
import { topicsOfTreatment, topicsOnCitedPages } from "../hover/pages.ts";
import { pagesMentioned, sourceOfRationale } from "../hover/rationalePages.ts";
import { maxLabelLength, shortenLabel, type WordHint, wordEnd } from "./hint.ts";

/** After cited pages: the topics on them, unless the words next to them say so. The same topics only once per issue. */
export function topicHints(letter: Letter, issue: Issue, knowledge: Knowledge): readonly WordHint[] {
  const sought = [...new Set(topicsOfTreatment(issue, knowledge))];
  const shown = new Set<string>();
  return [...citedPages(issue, knowledge), ...rationalePages(letter, issue, knowledge)].flatMap(
    ({ range, guideline, words }) => {
      const topics = topicsOnCitedPages(range, guideline, sought, knowledge);
      // Unconfirmed topics are only in the hover, which can say so.
      const confirmed = topics.filter((topic) => topic.confidence !== "low" || topic.pagesFrom === "copy");
      if (confirmed.length === 0 || topics.some((topic) => names(words, topic))) return [];
      const label = labelOf(confirmed, range, sought);
      if (shown.has(label)) return [];
      shown.add(label);
      return [hintOn(letter.text, range, guideline, label)];
    },
  );
}

interface Cited {
  readonly range: PageRange;
  readonly guideline: Guideline;
  /** The words around the pages, in lower case: a topic that they name needs no hint. */
  readonly words: string;
}

const names = (words: string, { name }: Topic): boolean =>
  words.includes(name.replace(/ \(.*/, "").toLowerCase());

const citedPages = (issue: Issue, knowledge: Knowledge): readonly Cited[] =>
  guidelineParts(issue)
    .flatMap((part) => part.citations)
    .flatMap((citation) => pagesOf(citation, knowledge));

/** The pages of a citation that names no topic. If it names one, readers already know what the pages are about. */
function pagesOf(citation: Citation, knowledge: Knowledge): readonly Cited[] {
  if (citation.pages.length === 0) return [];
  const guideline = guidelineOf(citation, knowledge);
  if (guideline?.pages === undefined || topicsOf(citation, guideline, knowledge).length > 0) return [];
  return citation.pages.map((range) => ({ range, guideline, words: "" }));
}

/** How far from a page number the name of its topic is looked for. */
const maxTopicDistance = 160;

function rationalePages(letter: Letter, issue: Issue, knowledge: Knowledge): readonly Cited[] {
  const guideline = sourceOfRationale(issue, knowledge);
  if (guideline === undefined) return [];
  return (issue.rationale?.sentences ?? []).flatMap((sentence) => {
    return pagesMentioned(letter.text, sentence, guideline).map((range) => {
      const start = Math.max(sentence.start, range.span.start - maxTopicDistance);
      const end = Math.min(sentence.end, range.span.end + maxTopicDistance);
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

/** The offset after the "of 127" that follows the pages. */
function afterCount(text: string, end: number): number {
  return end + (/^\s{1,40}of\s{1,40}\d{1,4}/.exec(text.slice(end, end + 90))?.[0].length ?? 0);
}

/** At most two names, and an ellipsis if there are more. */
function labelOf(topics: readonly Topic[], range: PageRange, sought: readonly string[]): string {
  const [first, second] = topics;
  if (first === undefined) return "";
  if (second === undefined || isFirstEnough(first, topics, range, sought)) return shortenLabel(first.name);
  const both = `${first.name}; ${second.name}${topics.length > 2 ? "; …" : ""}`;
  return both.length <= maxLabelLength ? both : shortenLabel(`${first.name}; …`);
}

/** Whether the first topic is enough: it covers all pages cited for the disputed drug, or is the only one with exactly these pages. */
function isFirstEnough(
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
