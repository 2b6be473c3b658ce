/** Reads a document that may hold letters. */
import {
  type LetterDocument,
  maxPages,
  type ReadNotice,
  type ReadProblem,
  type ReadRequest,
} from "../messages.ts";
import { withoutControls } from "./characters.ts";
import { openDocx } from "./docx/openDocx.ts";
import { letterPage } from "./letterPage.ts";
import { countCharacters } from "./limits.ts";
import { readPdf } from "./readPdf.ts";

/** Calls `onPage` after each page of a PDF, with 1-based numbers. */
export async function readLetter(
  { bytes, kind }: ReadRequest,
  onPage: (page: number, of: number) => void,
): Promise<LetterDocument | ReadProblem> {
  switch (kind) {
    case "pdf":
      return readPdfLetter(bytes, onPage);
    case "docx":
      return readDocxLetter(bytes);
    case "text": {
      const text = new TextDecoder().decode(bytes);
      countCharacters(text.length);
      return documentOf("text", text.split("\f"), []);
    }
  }
}

async function readPdfLetter(
  bytes: Uint8Array,
  onPage: (page: number, of: number) => void,
): Promise<LetterDocument | ReadProblem> {
  const found = await readPdf(bytes, maxPages.letter, letterPage, onPage, async () => undefined);
  if (typeof found === "string") return found;
  const { pages, unread } = found;
  if (pages.length === 0) return "empty";
  if (unread.length === pages.length) return "damaged";
  if (pages.every((page) => page === undefined || page === "")) return "noText";
  const withoutText = pages.flatMap((page, index) => (page === "" ? [index + 1] : []));
  return documentOf(
    "pdf",
    pages.map((page) => withoutControls(page ?? "")),
    [
      ...(unread.length > 0 ? [{ kind: "unreadPages", pages: unread } as const] : []),
      ...(withoutText.length > 0 ? [{ kind: "pagesWithoutText", pages: withoutText } as const] : []),
    ],
  );
}

function readDocxLetter(bytes: Uint8Array): LetterDocument | ReadProblem {
  const found = openDocx(bytes);
  if (typeof found === "string") return found;
  const { text, pages, isTracked, hasNotes, hasEmbedded } = found;
  return {
    kind: "docx",
    text,
    pages,
    notices: [
      ...(isTracked ? [{ kind: "trackedChanges" } as const] : []),
      ...(hasNotes ? [{ kind: "notesLeftOut" } as const] : []),
      ...(hasEmbedded ? [{ kind: "embeddedLeftOut" } as const] : []),
    ],
  };
}

function documentOf(
  kind: LetterDocument["kind"],
  pages: readonly string[],
  notices: readonly ReadNotice[],
): LetterDocument {
  let offset = 0;
  const offsets = pages.map(({ length }) => {
    const start = offset;
    offset += length + 1;
    return start;
  });
  return { kind, text: pages.join("\f"), pages: offsets, notices };
}
