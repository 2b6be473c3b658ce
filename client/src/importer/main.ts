/** The worker that reads a guideline from the user's disk, as a script for a web worker. One request a worker. */
import type { ReadAnswer, ReadRequest } from "./messages.ts";
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
    () => scope.postMessage({ kind: "problem", problem: "damaged" }),
  );
});

async function read({ bytes, kind }: ReadRequest): Promise<ReadAnswer> {
  const found =
    kind === "text"
      ? { pages: textPages(new TextDecoder().decode(bytes)), unread: [] }
      : await readPdf(bytes, (page, of) => scope.postMessage({ kind: "progress", page, of }));
  if (typeof found === "string") return { kind: "problem", problem: found };
  const pages = printedPages(found.pages);
  const letters = pages.reduce((sum, { text }) => sum + text.length, 0);
  if (letters < 20 * pages.length) return { kind: "problem", problem: "noText" };
  return { kind: "done", pages, unread: found.unread };
}
