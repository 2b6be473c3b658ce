/** Pages of guidelines, as read-only documents that the server writes. */

import {
  type CancellationToken,
  type DefinitionLink,
  type DocumentLink,
  type DocumentSymbol,
  type Location,
  type Range,
  type ResponseError,
  type SymbolInformation,
  SymbolKind,
  TextDocumentContentRefreshRequest,
} from "vscode-languageserver";
import type { GuidelinePage, PagePart } from "../features/guidelinePage.ts";
import type { PlaceInGuideline } from "../features/placeInGuideline.ts";
import { touches } from "../features/spans.ts";
import type { PageLink } from "../features/textWriter.ts";
import type { Knowledge } from "../knowledge/types.ts";
import type { Span } from "../letter/types.ts";
import { toRange } from "./convert.ts";
import { type GuidelinePageText, guidelinePageRequest } from "./extensions.ts";
import { linkTarget } from "./markup.ts";
import { type OpenPage, openPage } from "./openPage.ts";
import { onOwnRequest } from "./ownRequest.ts";
import { isPageUri, pageScheme, pageUri } from "./pageAddress.ts";
import { answeringAnything, type ServerPart } from "./serving.ts";

export const guidelinePages: ServerPart = {
  capabilities: (editor) =>
    editor.asksForContent ? { workspace: { textDocumentContent: { schemes: [pageScheme] } } } : {},

  register(serving) {
    const { connection, documents, knowledge } = serving;
    const textOf = (uri: string): string =>
      openPage(uri, knowledge())?.page.text ?? "The index has no such guideline.\n";

    connection.workspace.textDocumentContent.on(
      answeringAnything(serving)(
        "Writing a page",
        () => ({ text: "" }),
        ({ uri }) => ({ text: textOf(uri) }),
      ),
    );

    onOwnRequest(
      connection,
      guidelinePageRequest,
      answeringAnything(serving)<GuidelinePageText | null, { readonly uri: string }>(
        "Writing a page",
        () => null,
        ({ uri }) => (typeof uri === "string" && isPageUri(uri) ? { text: textOf(uri) } : null),
      ) as (
        params: { readonly uri: string },
        token: CancellationToken,
      ) => Promise<GuidelinePageText | null | ResponseError<never>>,
    );

    return () => {
      if (!serving.editor.asksForContent) return;
      for (const { uri } of documents.all().filter((document) => isPageUri(document.uri))) {
        // An editor that is gone needs no refresh.
        connection.sendRequest(TextDocumentContentRefreshRequest.type, { uri }).catch(() => undefined);
      }
    };
  },
};

/** Where a place in a guideline is told: the page's address, and the topic's heading or the page's first line. */
export const toPagePlace = (place: PlaceInGuideline, knowledge: Knowledge): PagePlace | undefined =>
  pagePlaces(knowledge)(place);

interface PagePlace {
  readonly uri: string;
  readonly range: Range;
  readonly whole: Range;
}

type FindPagePlace = (place: PlaceInGuideline) => PagePlace | undefined;

/** For many places: each page is written once. */
function pagePlaces(knowledge: Knowledge): FindPagePlace {
  const pages = new Map<string, PageParts | undefined>();
  return (place) => {
    const uri = pageUri(place, knowledge);
    if (!pages.has(uri)) pages.set(uri, partsOf(openPage(uri, knowledge)));
    const parts = pages.get(uri);
    return parts && placeIn(parts, place);
  };
}

interface PageParts {
  readonly open: OpenPage;
  readonly byTopic: ReadonlyMap<string | undefined, PagePart>;
}

/** Of parts on the same topic the first. */
const partsOf = (open: OpenPage | undefined): PageParts | undefined =>
  open && { open, byTopic: new Map(open.page.parts.toReversed().map((part) => [part.topic, part])) };

function placeIn({ open: { document, page }, byTopic }: PageParts, place: PlaceInGuideline): PagePlace {
  const part = place.topic === undefined ? undefined : byTopic.get(place.topic);
  const heading = part?.heading ?? { start: 0, end: firstLine(page.text) };
  const whole = part?.span ?? { start: 0, end: page.text.length };
  return { uri: document.uri, range: toRange(document, heading), whole: toRange(document, whole) };
}

/** The same as one address: editors go to the line that its end names. */
export function toPageAddress(place: PlaceInGuideline, knowledge: Knowledge): string | undefined {
  const found = toPagePlace(place, knowledge);
  return found && addressOf(found);
}

const addressOf = ({ uri, range: { start } }: PagePlace): string =>
  start.line === 0 ? uri : `${uri}#L${start.line + 1}`;

/** As a definition: a link where the editor takes one, so that it marks the words that lead there. */
export function toPageDefinition(
  origin: Range,
  place: PlaceInGuideline,
  knowledge: Knowledge,
  asLink: boolean,
): Location | DefinitionLink[] | null {
  const found = toPagePlace(place, knowledge);
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

export function toPageLinks({ document, page, knowledge }: OpenPage): DocumentLink[] {
  const find = pagePlaces(knowledge);
  return page.links.flatMap(({ target, ...span }) => {
    const place = "url" in target ? undefined : find(target);
    const address = "url" in target ? linkTarget(target.url) : place && addressOf(place);
    return address === undefined ? [] : [{ range: toRange(document, span), target: address }];
  });
}

export const toPageSymbols = (
  { document, page }: OpenPage,
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
