/** What is answered about pages of guidelines, which are documents that the server writes. */
import {
  type DefinitionLink,
  type DocumentLink,
  type DocumentSymbol,
  type Location,
  type Range,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver";
import type { GuidelinePage } from "../../features/guidelinePage.ts";
import type { PlaceInGuideline } from "../../features/placeInGuideline.ts";
import { touches } from "../../features/spans.ts";
import type { PageLink } from "../../features/textWriter.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Span } from "../../letter/types.ts";
import { toRange } from "./convert.ts";
import { openPageDocument, type PageDocument } from "./pageDocument.ts";
import { pageUri } from "./pageUri.ts";

/** Where a place in a guideline is told: the page's URI, and the topic's heading or the page's first line. */
function toPageLocation(
  place: PlaceInGuideline,
  knowledge: Knowledge,
): { readonly uri: string; readonly range: Range; readonly whole: Range } | undefined {
  const open = openPageDocument(pageUri(place, knowledge), knowledge);
  if (open === undefined) return undefined;
  const { document, page } = open;
  const part = place.topic === undefined ? undefined : page.parts.find(({ topic }) => topic === place.topic);
  const heading = part?.heading ?? { start: 0, end: firstLine(page.text) };
  const whole = part?.span ?? { start: 0, end: page.text.length };
  return { uri: document.uri, range: toRange(document, heading), whole: toRange(document, whole) };
}

/** The same as one URI: editors go to the line that its end names. */
export function toPageTarget(place: PlaceInGuideline, knowledge: Knowledge): string | undefined {
  const found = toPageLocation(place, knowledge);
  if (found === undefined) return undefined;
  const line = found.range.start.line;
  return line === 0 ? found.uri : `${found.uri}#L${line + 1}`;
}

/** As a definition: a link where the editor takes one, so that it marks the words that lead there. */
export function toPageDefinition(
  origin: Range,
  place: PlaceInGuideline,
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

/** The link in a page at `offset`, to another page. */
export const pageLinkAt = (
  { links }: GuidelinePage,
  offset: number,
): (PageLink & { target: PlaceInGuideline }) | undefined =>
  links.find(
    (link): link is PageLink & { target: PlaceInGuideline } =>
      !("url" in link.target) && touches(link, offset),
  );

export const toPageLinks = ({ document, page, knowledge }: PageDocument): DocumentLink[] =>
  page.links.flatMap(({ target, ...span }) => {
    const uri = "url" in target ? target.url : toPageTarget(target, knowledge);
    return uri === undefined ? [] : [{ range: toRange(document, span), target: uri }];
  });

export const toPageSymbols = (
  { document, page }: PageDocument,
  hierarchical: boolean,
): DocumentSymbol[] | SymbolInformation[] => {
  const kind = SymbolKind.String;
  return hierarchical
    ? page.parts.map(({ name, heading, span }) => ({
        name,
        kind,
        range: toRange(document, span),
        selectionRange: toRange(document, heading),
      }))
    : page.parts.map(({ name, span }) => ({
        name,
        kind,
        location: { uri: document.uri, range: toRange(document, span) },
      }));
};

/** Each topic folds to its heading. */
export const pageFolds = ({ parts }: GuidelinePage): readonly Span[] =>
  parts.map(({ span: { start, end } }) => ({ start, end: end - 1 }));
