/**
 * A page of a guideline to read: what the index knows of it, as text with links. Of a guideline as a whole, an overview
 * with all its topics. Plain data: offsets are UTF-16 offsets into the text, line ends are "\n".
 */

import type { Span } from "../../base/span.ts";
import { officialPage, officialPageWords } from "../../knowledge/officialDocument.ts";
import type { Guideline, Knowledge, Topic } from "../../knowledge/types.ts";
import { copiedPage } from "./copyExcerpts.ts";
import { type PageId, pageOfTopic } from "./guidelineLocation.ts";
import { createTextWriter, type LinkTarget, type PageLink, type TextBuilder } from "./textBuilder.ts";
import { alsoCited, confidenceText, pagesInWords, topicSummary } from "./topicText.ts";

export interface GuidelinePage {
  readonly text: string;
  readonly links: readonly PageLink[];
  /** The parts of the page in order, for an outline; none overlaps another. */
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

/** Undefined where the index has no such guideline. A page that the document does not have says so, with a way on. */
export function guidelinePage(
  knowledge: Knowledge,
  { guideline: id, page }: PageId,
): GuidelinePage | undefined {
  const guideline = knowledge.guideline(id);
  if (guideline === undefined) return undefined;
  const writer = createTextWriter();
  const parts =
    page === undefined
      ? writeOverview(writer, guideline, knowledge)
      : writePage(writer, guideline, page, knowledge);
  return { text: writer.text(), links: writer.links, parts };
}

function writePage(
  writer: TextBuilder,
  guideline: Guideline,
  page: number,
  knowledge: Knowledge,
): readonly PagePart[] {
  const { pages } = guideline;
  writeTitle(writer, guideline, pages ? `Page ${page} of ${pages.last}` : `Page ${page}`);
  writeSource(writer, guideline, page);
  writer.line(["Whole guideline: ", { says: guideline.name, target: { guideline: guideline.id } }]);
  if (pages && (page < pages.first || page > pages.last)) {
    writer.line();
    writer.line([`The document has pages ${pages.first} to ${pages.last}.`]);
    const nearest = page < pages.first ? pages.first : pages.last;
    writer.line(["Nearest page: ", linkToPage(guideline, nearest)]);
    return [];
  }
  writeTurning(writer, guideline, page);
  const copied = writeCopy(writer, guideline, page, knowledge);
  const topics = inOrder(knowledge.topicsOnPages(guideline.id, { first: page, last: page }), knowledge);
  if (topics.length === 0) {
    writer.line();
    writer.line(["The index has no topic on this page."]);
  }
  const parts = topics.map((topic) => writeTopic(writer, topic, knowledge));
  return [...copied, ...parts, ...writeNeighbours(writer, guideline, topics, page, knowledge)];
}

/** The page in the words of the user's own copy, each topic's passage a part. */
function writeCopy(
  writer: TextBuilder,
  guideline: Guideline,
  page: number,
  knowledge: Knowledge,
): readonly PagePart[] {
  const copy = knowledge.copyOf(guideline.id);
  const own = copiedPage(copy, page);
  if (copy === undefined || own === undefined) return [];
  writer.line();
  writer.line([`From your copy: ${copy.source}, imported ${copy.imported}`]);
  writer.line();
  const start = writer.offset();
  for (const line of own.text.split("\n")) writer.line([line]);
  if (own.text.trim() === "") writer.line(["This page of your copy holds no text."]);
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
  writer.line();
  writer.line(["From the index:"]);
  return withoutOverlap(parts);
}

/** Of topics that share a passage, the first. */
const withoutOverlap = (parts: readonly PagePart[]): readonly PagePart[] =>
  parts.filter((part, index) => index === 0 || part.span.start >= (parts[index - 1] as PagePart).span.end);

function writeOverview(writer: TextBuilder, guideline: Guideline, knowledge: Knowledge): readonly PagePart[] {
  writeTitle(writer, guideline, guideline.about);
  writeSource(writer, guideline, undefined);
  if (guideline.pages) writer.line(["First page: ", linkToPage(guideline, guideline.pages.first)]);
  const topics = knowledge.topicsOf(guideline.id);
  if (topics.length === 0) {
    writer.line();
    writer.line(["The index has no topics of this document."]);
  }
  return topics.map((topic) => writeTopic(writer, topic, knowledge));
}

function writeTitle(writer: TextBuilder, guideline: Guideline, below: string): void {
  writer.line([`Guideline: ${guideline.name}`]);
  writer.line([below]);
  writer.line();
}

function writeSource(writer: TextBuilder, guideline: Guideline, page: number | undefined): void {
  const { regulation, regulationUrl, effective } = guideline;
  if (regulation) {
    const says = regulation;
    writer.line(["Regulation: ", regulationUrl ? { says, target: { url: regulationUrl } } : says]);
  }
  if (effective) writer.line([`In effect: ${effective}`]);
  const official = officialPage(guideline, page);
  if (official)
    writer.line(["Read it: ", { says: officialPageWords(official), target: { url: official.url } }]);
}

function writeTurning(writer: TextBuilder, guideline: Guideline, page: number): void {
  const { pages } = guideline;
  if (pages === undefined) return;
  if (page > pages.first) writer.line(["Previous page: ", linkToPage(guideline, page - 1)]);
  if (page < pages.last) writer.line(["Next page: ", linkToPage(guideline, page + 1)]);
}

function writeTopic(writer: TextBuilder, topic: Topic, knowledge: Knowledge): PagePart {
  const guideline = knowledge.guideline(topic.guideline) as Guideline;
  writer.line();
  const start = writer.offset();
  const heading = writer.line([topic.name]);
  for (const { first, last } of topic.pages) {
    const says = first === last ? `page ${first}` : `pages ${first}-${last}`;
    writer.line(["    Where: ", { says, target: { guideline: guideline.id, page: first } }]);
  }
  writer.line([`    ${topicSummary(topic)}`]);
  const elsewhere = alsoCited(topic.alsoCited, topic.pages);
  if (elsewhere) writer.line([`    ${elsewhere}`]);
  writer.line([`    How sure: ${confidenceText(topic, guideline)}`]);
  if (topic.related.length > 0) {
    const related = topic.related.map((name) => linkToTopic(name, topic, knowledge));
    writer.line(["    See also: ", ...related.flatMap((part, index) => (index > 0 ? ["; ", part] : [part]))]);
  }
  return { name: topic.name, heading, span: { start, end: writer.offset() }, topic: topic.id };
}

/** What comes before and after the topics of this page, in the order of the document. */
function writeNeighbours(
  writer: TextBuilder,
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
  writer.line();
  const start = writer.offset();
  const heading = writer.line(["Next to these"]);
  for (const [where, topic] of [
    ["Before: ", before],
    ["After: ", after],
  ] as const) {
    if (!topic) continue;
    const target = { guideline: guideline.id, page: first(topic), topic: topic.id };
    writer.line([`    ${where}`, { says: topic.name, target }, `, ${pagesInWords(topic.pages)}`]);
  }
  return [{ name: "Next to these", heading, span: { start, end: writer.offset() }, topic: undefined }];
}

const linkToPage = ({ id }: Guideline, page: number): { says: string; target: LinkTarget } => ({
  says: `page ${page}`,
  target: { guideline: id, page },
});

/** The topic of that name in the same guideline; plain words where there is none. */
function linkToTopic(name: string, { guideline }: Topic, knowledge: Knowledge) {
  const topic = knowledge.topicNamed(name, guideline);
  return topic ? { says: name, target: { ...pageOfTopic(topic), topic: topic.id } } : name;
}

/** In the order of their pages; where they begin on the same page, in that of the index. */
const inOrder = (topics: readonly Topic[], knowledge: Knowledge): readonly Topic[] => {
  const [one] = topics;
  const rank = new Map(one ? knowledge.topicsOf(one.guideline).map((topic, index) => [topic, index]) : []);
  const first = ({ pages }: Topic): number => pages[0]?.first ?? 0;
  return [...topics].sort((a, b) => first(a) - first(b) || (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
};
