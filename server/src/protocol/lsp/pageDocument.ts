import { TextDocument } from "vscode-languageserver-textdocument";
import { type GuidelinePage, guidelinePage } from "../../features/guidelines/guidelinePage.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { pageScheme, parsePageUri } from "./pageUri.ts";

/** A guideline page, and its text as a document for converting offsets. */
export interface PageDocument {
  readonly document: TextDocument;
  readonly page: GuidelinePage;
  readonly knowledge: Knowledge;
}

/** Undefined if the URI isn't that of an existing guideline page. */
export function openPageDocument(uri: string, knowledge: Knowledge): PageDocument | undefined {
  const id = parsePageUri(uri);
  const page = id && guidelinePage(knowledge, id);
  return page && { document: TextDocument.create(uri, pageScheme, 0, page.text), page, knowledge };
}
