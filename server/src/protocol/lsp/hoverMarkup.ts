import { type MarkupContent, MarkupKind } from "vscode-languageserver";
import { shortenAtWord } from "../../base/shorten.ts";
import { brandConfidence, listedLines } from "../../features/guidelines/drugText.ts";
import { type GuidelineLocation, guidelineLocation } from "../../features/guidelines/guidelineLocation.ts";
import {
  alsoCited,
  confidenceText,
  pagesInWords,
  statedByPack,
  topicPages,
} from "../../features/guidelines/topicText.ts";
import { decisionWord } from "../../features/reading/outline.ts";
import type { CitedEdition, HoverContent, TopicTexts, UnknownTopic } from "../../features/types.ts";
import { dateInWords, editionInWords, isInForceOn } from "../../knowledge/editions.ts";
import { officialPage, officialPageWords } from "../../knowledge/officialDocument.ts";
import type { Guideline, Pages, Topic } from "../../knowledge/types.ts";
import { markdown, plainText, type Style } from "./markup.ts";

/** Maximum number of topics shown; the rest are counted. */
const maxTopics = 6;

/** The address of a page in the editor; undefined if the editor can't open pages. */
export type PageAddress = (place: GuidelineLocation) => string | undefined;

const noPages: PageAddress = () => undefined;

/** A link to something other than a page; only words if the editor can't follow it. */
export interface HoverLink {
  readonly words: string;
  readonly address: string | undefined;
}

/** The content of a hover as Markdown or plain text. */
export function hoverMarkup(
  content: HoverContent,
  inMarkdown: boolean,
  pageAddress: PageAddress = noPages,
  link?: HoverLink,
): MarkupContent {
  const style = inMarkdown ? markdown : plainText;
  const [title = "", ...rest] = write(content, style);
  // Links come first, because long topic lists may be clipped.
  const links = [openPageLink(content, style, pageAddress), link ? writeLink(link, style) : ""];
  const linkLine = links.filter((one) => one !== "").join(style.text(" · "));
  return toMarkup([title, linkLine, ...rest], inMarkdown);
}

/** A hover that has only a title and a link. */
export function linkMarkup(title: string, link: HoverLink, inMarkdown: boolean): MarkupContent {
  const style = inMarkdown ? markdown : plainText;
  return toMarkup([style.strong(shortenAtWord(title, maxWritten)), writeLink(link, style)], inMarkdown);
}

const toMarkup = (paragraphs: readonly string[], inMarkdown: boolean): MarkupContent => ({
  kind: inMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText,
  value: paragraphs.filter((p) => p !== "").join("\n\n"),
});

const writeLink = ({ words, address }: HoverLink, style: Style): string =>
  address === undefined ? style.text(words) : style.link(words, address);

/** The link from the hover to the page in the editor. */
function openPageLink(content: HoverContent, style: Style, pageAddress: PageAddress): string {
  const place = guidelineLocation(content);
  const address = place && pageAddress(place);
  if (place === undefined || address === undefined) return "";
  return style.link(
    place.page === undefined ? "Open in the editor" : `Open page ${place.page} in the editor`,
    address,
  );
}

function write(content: HoverContent, style: Style): readonly string[] {
  switch (content.kind) {
    case "pages":
      return writePages(content, style);
    case "topic":
      return writeTopic(content, style);
    case "guideline":
      return writeGuideline(content, style);
    case "drug":
      return writeDrug(content, style);
    case "statedFact":
      return writeStatedFact(content, style);
    case "appeal":
      return writeAppeal(content, style);
    case "issue":
      return writeIssue(content, style);
  }
}

type Content<Kind extends HoverContent["kind"]> = Extract<HoverContent, { kind: Kind }>;

function writePages(content: Content<"pages">, style: Style): readonly string[] {
  const { guideline, pages, topics, says, copied } = content;
  const shown = topics.slice(0, maxTopics);
  const more = topics.length - shown.length;
  const title = [
    style.strong(`${guideline.name}, ${pagesInWords(pages)}`),
    pdfLink(guideline, pages[0]?.first, style),
  ];
  return [
    title.filter((line) => line !== "").join(style.lineBreak),
    ...pages.flatMap((range) => pageProblem(range, guideline)).map(style.text),
    ...shown.map((topic) => topicParagraph(topic, guideline, says, style, copied)),
    more > 0 ? style.text(`… and ${more} more ${more === 1 ? "topic" : "topics"} on these pages.`) : "",
    topics.length === 0 ? style.text("No indexed topics on these pages.") : "",
  ];
}

function pageProblem({ first, last }: Pages, { pages }: Guideline): readonly string[] {
  if (last < first) return ["These pages are in reverse order."];
  if (pages === undefined || (first >= pages.first && last <= pages.last)) return [];
  return [`The document has pages ${pages.first} to ${pages.last}.`];
}

/** The topic's name and pages, what the guideline says, and how reliable that is. */
function topicParagraph(
  topic: Topic,
  guideline: Guideline,
  says: TopicTexts,
  style: Style,
  copied?: ReadonlyMap<string, string>,
): string {
  const title = [style.strong(topic.name), style.text(commaBefore(topicPages(topic)))].join("");
  return [
    title,
    fromCopy(topic, copied, style),
    ...(says.get(topic.id) ?? []).map(style.text),
    style.quiet(confidenceText(topic, guideline)),
  ]
    .filter((line) => line !== "")
    .join(style.lineBreak);
}

/** The text of the user's imported copy, labeled as such. */
function fromCopy({ id }: Topic, copied: ReadonlyMap<string, string> | undefined, style: Style): string {
  const words = copied?.get(id);
  return words === undefined ? "" : `${style.strong("Your copy:")} ${style.text(words)}`;
}

function writeTopic(content: Content<"topic">, style: Style): readonly string[] {
  const { guideline, topic, says, unknown, copied } = content;
  const where = `${guideline.name}${commaBefore(topicPages(topic))}`;
  return [
    style.strong(unknown?.title ?? topic.name),
    style.text(unknown ? nearTopic(unknown, topic, guideline, where) : where),
    fromCopy(topic, copied, style),
    ...(says.get(topic.id) ?? []).map(style.text),
    style.text(alsoCited(topic.alsoCited, topic.pages)),
    topic.related.length > 0 ? style.text(`See also: ${topic.related.join("; ")}.`) : "",
    style.quiet(confidenceText(topic, guideline)),
    pdfLink(guideline, topic.pages[0]?.first, style),
  ];
}

/** What is shown in place of a topic that the index doesn't have. */
const nearTopic = (unknown: UnknownTopic, topic: Topic, guideline: Guideline, where: string): string =>
  unknown.guideline === guideline
    ? `The index doesn't have this topic of the chapter “${topic.citedAs ?? topic.name}” (${where}).`
    : `${unknown.guideline.name}: the index doesn't have this topic. “${topic.name}” in the ${where}, which was adapted from that source:`;

function writeGuideline({ guideline, says, cited }: Content<"guideline">, style: Style): readonly string[] {
  const { regulation, regulationUrl } = guideline;
  const named =
    regulation && regulationUrl ? style.link(regulation, regulationUrl) : style.text(regulation ?? "");
  return [
    style.strong(guideline.name),
    style.text(guideline.about),
    ...says.map(style.text),
    [
      named && `${style.text("Regulation: ")}${named}`,
      style.text(guideline.effective ? `In effect: ${guideline.effective}` : ""),
    ]
      .filter((line) => line !== "")
      .join(style.lineBreak),
    ...(cited ? editionSentences(cited, guideline).map(style.text) : []),
    guideline.from === undefined ? "" : style.quiet(statedByPack(guideline)),
    pdfLink(guideline, undefined, style),
  ];
}

/** Which edition is cited, and which one was in force when the letter was decided. */
function editionSentences(
  { year, edition, decided, inForce }: CitedEdition,
  guideline: Guideline,
): readonly string[] {
  const cited = edition
    ? `Cited edition (${year}): ${editionInWords(edition)}.`
    : `An edition of ${year} isn't known here.`;
  if (decided === undefined) return [cited];
  const day = `On the day of the decision, ${dateInWords(decided)},`;
  if (inForce === undefined) {
    const isKnown = isInForceOn(guideline, decided) === false;
    return [
      cited,
      `${day} ${isKnown ? "no edition of it was in force" : "it isn't known which edition was in force"}.`,
    ];
  }
  if (inForce.edition === edition) return [cited, `${day} that edition was in force.`];
  const other =
    inForce.guideline === guideline
      ? "another edition was in force"
      : `${inForce.guideline.name} was in force`;
  return [cited, `${day} ${other}: ${editionInWords(inForce.edition)}.`];
}

function writeDrug(content: Content<"drug">, style: Style): readonly string[] {
  const { drug, written, form, topics, silent, says, listed } = content;
  const title = {
    generic: style.strong(written),
    brand: `${style.strong(written)}${style.text(`, a brand of ${drug.generic}`)}`,
    misspelling: `${style.strong(written)}${style.text(`, probably ${drug.generic}`)}`,
  }[form];
  const brands = drug.brands.filter((brand) => brand.toLowerCase() !== written.toLowerCase());
  const first = topics.find(({ topic }) => topic.pages.length > 0);
  return [
    title,
    [drug.drugClass && `Class: ${drug.drugClass}`, brands.length > 0 && `Brands: ${brands.join(", ")}`]
      .filter((line) => typeof line === "string" && line !== "")
      .map((line) => style.text(String(line)))
      .join(style.lineBreak),
    ...listed.map((list) => listedLines(list).map(style.text).join(style.lineBreak)),
    form === "brand" ? style.quiet(brandConfidence(drug, written)) : "",
    style.text(silentGuidelines(silent)),
    ...topics
      .slice(0, maxTopics)
      .flatMap(({ topic, guideline, inForce }, index) => [
        guideline === topics[index - 1]?.guideline
          ? ""
          : style.text(`In the ${guideline.name}${onDecision(inForce)}:`),
        topicParagraph(topic, guideline, says, style),
      ]),
    style.text(
      alsoCited(
        drug.pages,
        topics.flatMap(({ topic }) => topic.pages),
      ),
    ),
    first ? pdfLink(first.guideline, first.topic.pages[0]?.first, style) : "",
  ];
}

const onDecision = (inForce: boolean | undefined): string =>
  inForce === undefined ? "" : `, ${inForce ? "" : "not "}in force on the day of the decision`;

function silentGuidelines(silent: readonly Guideline[]): string {
  if (silent.length === 0) return "";
  const names = silent.map(({ name }) => `the ${name}`).join(" and ");
  const [were, them] = silent.length > 1 ? ["were", "them"] : ["was", "it"];
  return `On the day of the decision, ${names} ${were} in force. Nothing in ${them} on this drug is known here.`;
}

/** The longest quotation of another place. */
const maxWritten = 120;

function writeStatedFact({ name, written, others }: Content<"statedFact">, style: Style): readonly string[] {
  const shown = others.slice(0, maxTopics);
  const more = others.length - shown.length;
  return [
    `${style.strong(name)}${style.text(`: ${shortenAtWord(written, maxWritten)}`)}`,
    [
      style.text("The letter also states it in:"),
      ...shown.map((other) => style.text(`${other.where}: “${shortenAtWord(other.written, maxWritten)}”`)),
      ...(more > 0 ? [style.text(`… and ${more} more ${more === 1 ? "place" : "places"}`)] : []),
    ].join(style.lineBreak),
  ];
}

function writeAppeal({ decided, lastDay }: Content<"appeal">, style: Style): readonly string[] {
  return [
    `${style.strong("Appeal until")}${style.text(` ${dateInWords(lastDay)}`)}`,
    style.text(
      `30 days after ${dateInWords(decided)}, if mailed on that day (Labor Code 4610.6(h)). Weekends and holidays aren't considered.`,
    ),
  ];
}

function writeIssue(content: Content<"issue">, style: Style): readonly string[] {
  const { issue, request, claims, reviewer, missing } = content;
  const decision = decisionWord(issue) ?? (missing.includes("decision") ? "missing" : undefined);
  return [
    style.strong(issue.heading.treatment || request),
    issue.heading.partlyAuthorized ? style.text(`Full request: ${request}`) : "",
    decision === undefined ? "" : style.text(`Decision: ${decision}`),
    sources("Claims administrator relied on", claims, style),
    sources("Reviewer relied on", reviewer, style),
    missing.length > 0 ? `${style.strong("Missing")}${style.text(`: ${missing.join(", ")}`)}` : "",
  ];
}

function sources(who: string, lines: readonly string[], style: Style): string {
  if (lines.length > 1) return style.list(`${who}:`, lines);
  return style.text(lines.length === 0 ? "" : `${who}: ${lines[0]}`);
}

function pdfLink(guideline: Guideline, page: number | undefined, style: Style): string {
  const official = officialPage(guideline, page);
  return official === undefined ? "" : style.link(officialPageWords(official), official.url);
}

const commaBefore = (words: string): string => (words === "" ? "" : `, ${words}`);
