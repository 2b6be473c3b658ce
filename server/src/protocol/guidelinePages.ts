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
import { touches } from "../base/span.ts";
import type { GuidelinePage } from "../features/guidelinePage.ts";
import type { PlaceInGuideline } from "../features/placeInGuideline.ts";
import type { PageLink } from "../features/textWriter.ts";
import type { Knowledge } from "../knowledge/types.ts";
import type { Span } from "../letter/types.ts";
import { toRange } from "./convert.ts";
import { type GuidelinePageText, guidelinePageRequest } from "./extensions.ts";
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
export function toPagePlace(
  place: PlaceInGuideline,
  knowledge: Knowledge,
): { readonly uri: string; readonly range: Range; readonly whole: Range } | undefined {
  const open = openPage(pageUri(place, knowledge), knowledge);
  if (open === undefined) return undefined;
  const { document, page } = open;
  const part = place.topic === undefined ? undefined : page.parts.find(({ topic }) => topic === place.topic);
  const heading = part?.heading ?? { start: 0, end: firstLine(page.text) };
  const whole = part?.span ?? { start: 0, end: page.text.length };
  return { uri: document.uri, range: toRange(document, heading), whole: toRange(document, whole) };
}

/** The same as one address: editors go to the line that its end names. */
export function toPageAddress(place: PlaceInGuideline, knowledge: Knowledge): string | undefined {
  const found = toPagePlace(place, knowledge);
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

export const toPageLinks = ({ document, page, knowledge }: OpenPage): DocumentLink[] =>
  page.links.flatMap(({ target, ...span }) => {
    const address = "url" in target ? target.url : toPageAddress(target, knowledge);
    return address === undefined ? [] : [{ range: toRange(document, span), target: address }];
  });

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
