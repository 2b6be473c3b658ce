/** What a PDF says about itself: its outline, its title, and the labels of its pages. */
import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api.js";
import { countCharacters, throwIfExceeded } from "../limits.ts";

export interface OutlineEntry {
  readonly words: string;
  /** The 0-based index of the page that it leads to. */
  readonly index: number;
  /** From 1. */
  readonly level: number;
}

export interface PdfProperties {
  readonly outline: readonly OutlineEntry[];
  readonly labels: readonly string[];
  /** As the program that wrote the PDF states it. */
  readonly title: string | undefined;
}

/** A guideline has at most a few hundred bookmarks, nested a few levels. */
const maxEntries = 3000;
const maxLevel = 8;

type Bookmarks = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>;

/** What is damaged is left out. Call it when all pages have been read, because bookmarks refer to them. */
export async function pdfProperties(document: PDFDocumentProxy): Promise<PdfProperties> {
  const bookmarks = await orElse(document.getOutline(), []);
  const outline: OutlineEntry[] = [];
  await addEntries(document, bookmarks ?? [], 1, outline);
  const labels = (await orElse(document.getPageLabels(), null)) ?? [];
  const { info } = await orElse<{ info: object }>(document.getMetadata(), { info: {} });
  const { Title: title } = info as { readonly Title?: unknown };
  return { outline, labels, title: typeof title === "string" ? title : undefined };
}

async function addEntries(
  document: PDFDocumentProxy,
  bookmarks: Bookmarks,
  level: number,
  entries: OutlineEntry[],
): Promise<void> {
  for (const { title, dest, items } of bookmarks) {
    if (entries.length >= maxEntries) return;
    countCharacters(title.length);
    const index = await pageIndexOf(document, dest);
    if (index !== undefined) entries.push({ words: title, index, level });
    if (level < maxLevel) await addEntries(document, items, level + 1, entries);
  }
}

async function pageIndexOf(document: PDFDocumentProxy, dest: string | unknown[] | null) {
  const explicit = typeof dest === "string" ? await orElse(document.getDestination(dest), null) : dest;
  const page: unknown = explicit?.[0];
  if (typeof page === "number") return page >= 0 && page < document.numPages ? page : undefined;
  if (typeof page !== "object" || page === null || !("num" in page) || !("gen" in page)) return undefined;
  const number = document.cachedPageNumber({ num: Number(page.num), gen: Number(page.gen) });
  return number === null ? undefined : number - 1;
}

async function orElse<T>(promise: Promise<T>, other: T): Promise<T> {
  try {
    return await promise;
  } catch {
    throwIfExceeded();
    return other;
  }
}
