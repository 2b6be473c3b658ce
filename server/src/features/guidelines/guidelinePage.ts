/**
 * A page of a guideline as text with links: what the index knows about it. For a guideline as a whole, an overview of all
 * its topics. Plain data: offsets are UTF-16 offsets into the text, and line ends are "\n".
 */

import type { Span } from "../../base/span.ts";
import { isUnpaged } from "../../knowledge/copyTopics.ts";
import { officialPage } from "../../knowledge/officialDocument.ts";
import type { Guideline, Knowledge, Topic } from "../../knowledge/types.ts";
import { copiedPage } from "./copyExcerpts.ts";
import { type PageId, pageOfTopic } from "./guidelineLocation.ts";
import { createTextBuilder, type LinkTarget, type PageLink, type TextBuilder } from "./textBuilder.ts";
import { alsoCited, confidenceText, pagesInWords, statedByPack, wholeTopicText } from "./topicText.ts";

export interface GuidelinePage {
  readonly text: string;
  readonly links: readonly PageLink[];
  /** The parts of the page for an outline, in order and without overlaps. */
  readonly parts: readonly PagePart[];
}

export interface PagePart {
  readonly name: string;
  readonly heading: Span;
  readonly span: Span;
  /** The id of the topic that the part is about. */
  readonly topic: string | undefined;
}

/** The page's title: "Chronic Pain Medical Treatment Guidelines (2009), page 63". */
export const pageTitle = (guideline: Guideline, page?: number): string =>
  page === undefined ? guideline.name : `${guideline.name}, page ${page}`;

/** Undefined if the index has no such guideline. A page that the document doesn't have says so, and links to the nearest. */
export function guidelinePage(
  knowledge: Knowledge,
  { guideline: id, page }: PageId,
): GuidelinePage | undefined {
  const guideline = knowledge.guideline(id);
  if (guideline === undefined) return undefined;
  const builder = createTextBuilder();
  const parts =
    page === undefined
      ? writeOverview(builder, guideline, knowledge)
      : writePage(builder, guideline, page, knowledge);
  return { text: builder.text(), links: builder.links, parts };
}

function writePage(
  builder: TextBuilder,
  guideline: Guideline,
  page: number,
  knowledge: Knowledge,
): readonly PagePart[] {
  const { pages } = guideline;
  writeTitle(builder, guideline, pages ? `Page ${page} of ${pages.last}` : `Page ${page}`);
  writeSource(builder, guideline, page);
  builder.line(["Whole guideline: ", { says: guideline.name, target: { guideline: guideline.id } }]);
  if (pages && (page < pages.first || page > pages.last)) {
    builder.line();
    builder.line([`The document has pages ${pages.first} to ${pages.last}.`]);
    const nearest = page < pages.first ? pages.first : pages.last;
    builder.line(["Nearest page: ", linkToPage(guideline, nearest)]);
    return [];
  }
  writePageLinks(builder, guideline, page);
  const copied = writeCopy(builder, guideline, page, knowledge);
  const topics = inOrder(knowledge.topicsOnPages(guideline.id, { first: page, last: page }), knowledge);
  if (topics.length === 0) {
    builder.line();
    builder.line(["No indexed topics on this page."]);
  }
  const parts = topics.map((topic) => writeTopic(builder, topic, knowledge));
  return [...copied, ...parts, ...writeNearbyTopics(builder, guideline, topics, page, knowledge)];
}

/** The text of the page in the user's own copy. Each topic's passage is a part. */
function writeCopy(
  builder: TextBuilder,
  guideline: Guideline,
  page: number,
  knowledge: Knowledge,
): readonly PagePart[] {
  const copy = knowledge.copyOf(guideline.id);
  const own = copiedPage(copy, page);
  if (copy === undefined || own === undefined) return [];
  builder.line();
  builder.line([`From your copy: ${copy.source}, imported ${dateInWords(copy.imported)}`]);
  builder.line();
  const start = builder.offset();
  for (const line of own.text.split("\n")) builder.line([line]);
  if (own.text.trim() === "") builder.line(["This page of your copy has no text."]);
  const parts = own.topics.flatMap((passage): PagePart[] => {
    const name = knowledge.topic(passage.topic)?.name;
    if (name === undefined) return [];
    const lineEnd = own.text.indexOf("\n", passage.start);
    const heading = {
      start: start + passage.start,
      end: start + Math.min(passage.end, lineEnd < 0 ? passage.end : lineEnd),
    };
    return [
      { name, heading, span: { start: heading.start, end: start + passage.end }, topic: passage.topic },
    ];
  });
  builder.line();
  builder.line([guideline.isOwn ? "Topics:" : "From the index:"]);
  return withoutOverlap(parts);
}

/** Only the first of the topics that share a passage. */
const withoutOverlap = (parts: readonly PagePart[]): readonly PagePart[] =>
  parts.filter((part, index) => index === 0 || part.span.start >= (parts[index - 1] as PagePart).span.end);

function writeOverview(
  builder: TextBuilder,
  guideline: Guideline,
  knowledge: Knowledge,
): readonly PagePart[] {
  writeTitle(builder, guideline, guideline.about);
  writeSource(builder, guideline, undefined);
  if (guideline.pages) builder.line(["First page: ", linkToPage(guideline, guideline.pages.first)]);
  const copy = knowledge.copyOf(guideline.id);
  const copied =
    copy && isUnpaged(copy) ? writeCopy(builder, guideline, copy.pages[0]?.page ?? 1, knowledge) : [];
  const topics = knowledge.topicsOf(guideline.id);
  if (topics.length === 0) {
    builder.line();
    builder.line(["No indexed topics in this document."]);
  }
  return [...copied, ...topics.map((topic) => writeTopic(builder, topic, knowledge))];
}

function writeTitle(builder: TextBuilder, guideline: Guideline, below: string): void {
  builder.line([`Guideline: ${guideline.name}`]);
  builder.line([below]);
  builder.line();
}

function writeSource(builder: TextBuilder, guideline: Guideline, page: number | undefined): void {
  const { regulation, regulationUrl, effective } = guideline;
  if (regulation) {
    const says = regulation;
    builder.line(["Regulation: ", regulationUrl ? { says, target: { url: regulationUrl } } : says]);
  }
  if (effective) builder.line([`In effect: ${effective}`]);
  if (guideline.from !== undefined) builder.line([statedByPack(guideline)]);
  const official = officialPage(guideline, page);
  if (official) {
    const says = official.page === undefined ? official.url : `PDF, page ${official.page}`;
    builder.line(["Official document: ", { says, target: { url: official.url } }]);
  }
}

function writePageLinks(builder: TextBuilder, guideline: Guideline, page: number): void {
  const { pages } = guideline;
  if (pages === undefined) return;
  if (page > pages.first) builder.line(["Previous page: ", linkToPage(guideline, page - 1)]);
  if (page < pages.last) builder.line(["Next page: ", linkToPage(guideline, page + 1)]);
}

function writeTopic(builder: TextBuilder, topic: Topic, knowledge: Knowledge): PagePart {
  const guideline = knowledge.guideline(topic.guideline) as Guideline;
  builder.line();
  const start = builder.offset();
  const heading = builder.line([topic.name]);
  for (const { first, last } of topic.pages) {
    const says = first === last ? `page ${first}` : `pages ${first}-${last}`;
    builder.line(["    Where: ", { says, target: { guideline: guideline.id, page: first } }]);
  }
  for (const words of wholeTopicText(topic)) builder.line([`    ${words}`]);
  const elsewhere = alsoCited(topic.alsoCited, topic.pages);
  if (elsewhere) builder.line([`    ${elsewhere}`]);
  builder.line([`    Confidence: ${confidenceText(topic, guideline)}`]);
  if (topic.related.length > 0) {
    const related = topic.related.map((name) => linkToTopic(name, topic, knowledge));
    builder.line([
      "    See also: ",
      ...related.flatMap((part, index) => (index > 0 ? ["; ", part] : [part])),
    ]);
  }
  return { name: topic.name, heading, span: { start, end: builder.offset() }, topic: topic.id };
}

/** The topics before and after those of this page, in the order of the document. */
function writeNearbyTopics(
  builder: TextBuilder,
  guideline: Guideline,
  here: readonly Topic[],
  page: number,
  knowledge: Knowledge,
): readonly PagePart[] {
  const all = inOrder(
    knowledge.topicsOf(guideline.id).filter(({ pages }) => pages.length > 0),
    knowledge,
  );
  const isHere = new Set(here);
  const first = (topic: Topic): number => topic.pages[0]?.first ?? 0;
  const before = all.findLast((topic) => first(topic) < page && !isHere.has(topic));
  const after = all.find((topic) => first(topic) > page && !isHere.has(topic));
  if (before === undefined && after === undefined) return [];
  builder.line();
  const start = builder.offset();
  const heading = builder.line([nearbyTopics]);
  for (const [where, topic] of [
    ["Before: ", before],
    ["After: ", after],
  ] as const) {
    if (!topic) continue;
    const target = { guideline: guideline.id, page: first(topic), topic: topic.id };
    builder.line([`    ${where}`, { says: topic.name, target }, `, ${pagesInWords(topic.pages)}`]);
  }
  return [{ name: nearbyTopics, heading, span: { start, end: builder.offset() }, topic: undefined }];
}

const nearbyTopics = "Nearby topics";

/** "2026-02-14" as 02/14/2026. */
const dateInWords = (iso: string): string => iso.replace(/^(\d{4})-(\d\d)-(\d\d).*$/, "$2/$3/$1");

const linkToPage = ({ id }: Guideline, page: number): { says: string; target: LinkTarget } => ({
  says: `page ${page}`,
  target: { guideline: id, page },
});

/** A link to the topic of that name in the same guideline, or the plain name if there is none. */
function linkToTopic(name: string, { guideline }: Topic, knowledge: Knowledge) {
  const topic = knowledge.topicNamed(name, guideline);
  return topic ? { says: name, target: { ...pageOfTopic(topic), topic: topic.id } } : name;
}

/** Topics in the order of their first pages. Those that begin on the same page are in the order of the index. */
const inOrder = (topics: readonly Topic[], knowledge: Knowledge): readonly Topic[] => {
  const [one] = topics;
  const rank = new Map(one ? knowledge.topicsOf(one.guideline).map((topic, index) => [topic, index]) : []);
  const first = ({ pages }: Topic): number => pages[0]?.first ?? 0;
  return [...topics].sort((a, b) => first(a) - first(b) || (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
};
