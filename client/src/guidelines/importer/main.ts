/** The web worker that reads a guideline from the user's disk. Each worker answers one request. */
import { countCharacters, LimitExceeded } from "./limits.ts";
import { maxPages, type ReadAnswer, type ReadRequest } from "./messages.ts";
import { textPages } from "./plainText.ts";
import { printedPages } from "./printedPages.ts";
import { readPdf } from "./readPdf.ts";

interface Scope {
  postMessage(answer: ReadAnswer): void;
  addEventListener(type: "message", listener: (event: { readonly data: ReadRequest }) => void): void;
}

const scope = globalThis as unknown as Scope;

scope.addEventListener("message", ({ data }) => {
  read(data).then(
    (answer) => scope.postMessage(answer),
    (error) =>
      scope.postMessage({ kind: "problem", problem: error instanceof LimitExceeded ? "tooMuch" : "damaged" }),
  );
});

async function read({ bytes, kind }: ReadRequest): Promise<ReadAnswer> {
  const found =
    kind === "text"
      ? { pages: textPages(textIn(bytes)), unread: [] }
      : await readPdf(bytes, (page, of) => scope.postMessage({ kind: "progress", page, of }));
  if (typeof found === "string") return { kind: "problem", problem: found };
  const { length } = found.pages;
  if (length === 0) return { kind: "problem", problem: "empty" };
  if (length > maxPages) return { kind: "problem", problem: "tooLong" };
  if (found.unread.length === length) return { kind: "problem", problem: "damaged" };
  const pages = printedPages(found.pages);
  const letters = pages.reduce((sum, { text }) => sum + text.length, 0);
  if (letters < 20 * length) return { kind: "problem", problem: "noText" };
  return { kind: "done", pages, unread: found.unread };
}

function textIn(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  countCharacters(text.length);
  return text;
}
