/** Selection ranges, links, and the issues of all letters. */
import type {
  DocumentLink,
  Range,
  SelectionRange,
  SelectionRangeParams,
  SymbolInformation,
  WorkspaceSymbolParams,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Link, links } from "../features/links.ts";
import { selectionRanges } from "../features/selectionRanges.ts";
import { type IssueSymbol, symbolFinder } from "../features/symbols.ts";
import type { Knowledge } from "../knowledge/types.ts";
import type { Span } from "../letter/types.ts";
import type { EditorAbilities } from "./capabilities.ts";
import { symbolKinds, toOffset, toRange } from "./convert.ts";
import { toPageAddress, toPageLinks } from "./guidelinePages.ts";
import { linkTarget, withoutMarkup } from "./markup.ts";
import { answering, answeringAnything, type ServerPart } from "./serving.ts";

/** More than anyone reads through. */
const mostSymbols = 500;

export const places: ServerPart = {
  capabilities: () => ({
    selectionRangeProvider: true,
    // All of a link comes at once: to work it out is to put a page behind an address.
    documentLinkProvider: { resolveProvider: false },
    workspaceSymbolProvider: true,
  }),

  register(serving) {
    const { connection, knowledge, shelf, editor } = serving;
    const answer = answering(serving);

    connection.onSelectionRanges(
      answer<SelectionRange[] | null, SelectionRangeParams>(
        "Selecting",
        null,
        ({ document, letter, knowledge }, { positions }) => {
          const offsets = positions.map((position) => toOffset(document, position));
          return selectionRanges(letter, knowledge, offsets).map((spans) =>
            toSelectionRange(document, spans),
          );
        },
      ),
    );

    connection.onDocumentLinks(
      answer<DocumentLink[]>(
        "Links",
        [],
        ({ document, letter, knowledge }) =>
          links(letter, knowledge).flatMap((link) => toDocumentLink(document, link, knowledge, editor)),
        toPageLinks,
      ),
    );

    connection.onWorkspaceSymbol(
      answeringAnything(serving)<SymbolInformation[], WorkspaceSymbolParams>(
        "Finding issues",
        () => [],
        ({ query }) => {
          const find = symbolFinder(query, knowledge());
          return shelf
            .files()
            .flatMap(({ uri, letters }) => find(letters).map((symbol) => toSymbol(uri, symbol)))
            .slice(0, mostSymbols);
        },
      ),
    );
  },
};

/** The innermost range, each with the one around it. */
function toSelectionRange(document: TextDocument, spans: readonly Span[]): SelectionRange {
  const [outermost, ...inner] = spans.toReversed();
  return inner.reduce<SelectionRange>((parent, span) => ({ range: toRange(document, span), parent }), {
    range: toRange(document, outermost ?? { start: 0, end: 0 }),
  });
}

/** To the page in the editor or, where that cannot show it, to the official copy; none where none is public. */
function toDocumentLink(
  document: TextDocument,
  { place, url, says, ...span }: Link,
  knowledge: Knowledge,
  editor: EditorAbilities,
): DocumentLink[] {
  const opensPage = place !== undefined && editor.guidelinePages;
  const target = opensPage ? toPageAddress(place, knowledge) : url && linkTarget(url);
  if (target === undefined) return [];
  const tooltip = withoutMarkup(place && !opensPage ? `Official copy of ${says}` : says);
  return [{ range: toRange(document, span), target, ...(editor.linkTooltips ? { tooltip } : {}) }];
}

const toSymbol = (uri: string, { name, container, heading }: IssueSymbol<Range>): SymbolInformation => ({
  name,
  kind: symbolKinds.issue,
  location: { uri, range: heading },
  containerName: container ?? fileName(uri),
});

/** The last step of a path; the whole address where it cannot be read. */
function fileName(uri: string): string {
  const last =
    uri
      .replace(/[?#].*$/s, "")
      .split("/")
      .at(-1) ?? "";
  try {
    return decodeURIComponent(last) || uri;
  } catch {
    return last;
  }
}
