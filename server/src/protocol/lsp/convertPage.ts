/** LSP results for guideline pages, which are virtual documents that the server generates. */
import {
  type DefinitionLink,
  type DocumentLink,
  type DocumentSymbol,
  type Location,
  type Range,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver";
import type { Span } from "../../base/span.ts";
import { touches } from "../../base/span.ts";
import type { GuidelineLocation } from "../../features/guidelines/guidelineLocation.ts";
import type { GuidelinePage, PagePart } from "../../features/guidelines/guidelinePage.ts";
import type { PageLink } from "../../features/guidelines/textBuilder.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { toRange } from "./convert.ts";
import { linkTarget, withoutIcons } from "./markup.ts";
import { openPageDocument, type PageDocument } from "./pageDocument.ts";
import { pageUri } from "./pageUri.ts";

/** The location of a guideline's topic or page: the page's URI, and the range of the topic's heading or the first line. */
const toPageLocation = (place: GuidelineLocation, knowledge: Knowledge): PageLocation | undefined =>
  createPageLocator(knowledge)(place);

interface PageLocation {
  readonly uri: string;
  readonly range: Range;
  readonly whole: Range;
}

/** Finds the locations of many places, and generates each page only once. */
function createPageLocator(knowledge: Knowledge): (place: GuidelineLocation) => PageLocation | undefined {
  const pages = new Map<string, PageParts | undefined>();
  return (place) => {
    const uri = pageUri(place, knowledge);
    if (!pages.has(uri)) pages.set(uri, partsOf(openPageDocument(uri, knowledge)));
    const parts = pages.get(uri);
    return parts && locationIn(parts, place);
  };
}

interface PageParts {
  readonly open: PageDocument;
  readonly byTopic: ReadonlyMap<string | undefined, PagePart>;
}

/** If several parts are about the same topic, the first one counts. */
const partsOf = (open: PageDocument | undefined): PageParts | undefined =>
  open && { open, byTopic: new Map(open.page.parts.toReversed().map((part) => [part.topic, part])) };

function locationIn(
  { open: { document, page }, byTopic }: PageParts,
  place: GuidelineLocation,
): PageLocation {
  const part = place.topic === undefined ? undefined : byTopic.get(place.topic);
  const heading = part?.heading ?? { start: 0, end: firstLine(page.text) };
  const whole = part?.span ?? { start: 0, end: page.text.length };
  return { uri: document.uri, range: toRange(document, heading), whole: toRange(document, whole) };
}

/** The same as a single URI: editors go to the line in its fragment. */
export function toPageTarget(place: GuidelineLocation, knowledge: Knowledge): string | undefined {
  const found = toPageLocation(place, knowledge);
  return found && targetOf(found);
}

const targetOf = ({ uri, range: { start } }: PageLocation): string =>
  start.line === 0 ? uri : `${uri}#L${start.line + 1}`;

/** The same as a definition; `asLink` also includes `origin`, which editors underline. */
export function toPageDefinition(
  origin: Range,
  place: GuidelineLocation,
  knowledge: Knowledge,
  asLink: boolean,
): Location | DefinitionLink[] | null {
  const found = toPageLocation(place, knowledge);
  if (found === undefined) return null;
  const { uri, range, whole } = found;
  if (!asLink) return { uri, range };
  return [{ originSelectionRange: origin, targetUri: uri, targetRange: whole, targetSelectionRange: range }];
}

const firstLine = (text: string): number => Math.max(0, text.indexOf("\n"));

/** The link at `offset` in a page, if it leads to a guideline page. */
export const pageLinkAt = (
  { links }: GuidelinePage,
  offset: number,
): (PageLink & { target: GuidelineLocation }) | undefined =>
  links.find(
    (link): link is PageLink & { target: GuidelineLocation } =>
      !("url" in link.target) && touches(link, offset),
  );

export function toPageLinks({ document, page, knowledge }: PageDocument): DocumentLink[] {
  const locate = createPageLocator(knowledge);
  return page.links.flatMap(({ target, ...span }) => {
    const location = "url" in target ? undefined : locate(target);
    const uri = "url" in target ? linkTarget(target.url) : location && targetOf(location);
    return uri === undefined ? [] : [{ range: toRange(document, span), target: uri }];
  });
}

export const toPageSymbols = (
  { document, page }: PageDocument,
  hierarchical: boolean,
): DocumentSymbol[] | SymbolInformation[] => {
  const kind = SymbolKind.String;
  return hierarchical
    ? page.parts.map(({ name, heading, span }) => ({
        name: withoutIcons(name),
        kind,
        range: toRange(document, span),
        selectionRange: toRange(document, heading),
      }))
    : page.parts.map(({ name, span }) => ({
        name: withoutIcons(name),
        kind,
        location: { uri: document.uri, range: toRange(document, span) },
      }));
};

/** A fold for each topic, which leaves its heading visible. */
export const pageFolds = ({ parts }: GuidelinePage): readonly Span[] =>
  parts.map(({ span: { start, end } }) => ({ start, end: end - 1 }));
