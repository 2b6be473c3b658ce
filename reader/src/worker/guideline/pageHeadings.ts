/** Finds headings by how they look: larger than the text, or in another font, on lines of their own. */
import type { ReadHeading } from "../../messages.ts";
import type { PageLine } from "../pageText.ts";
import type { PrintedPage } from "../printedPages.ts";
import { headingTitle } from "./headingTitle.ts";

/** A heading in points larger than the text is one whatever its font. */
const minLarger = 0.9;
const maxLines = 3;
const maxWords = 16;
/** Words on more than this share of the pages are part of the layout. */
const maxRepeated = 0.2;

interface Found extends ReadHeading {
  readonly size: number;
}

export interface FoundHeadings {
  readonly headings: readonly ReadHeading[];
  /** The largest words before all headings: the title of the document. */
  readonly title: string | undefined;
}

/** `isPlain`: the document is plain text, in which headings only have space above them. */
export function pageHeadings(pages: readonly PrintedPage[], isPlain: boolean): FoundHeadings {
  const body = bodyStyle(pages.flatMap(({ lines }) => lines));
  const isHeading: IsHeading = (line, above, next) =>
    isPlain ? standsAlone(line, above, next) : isDistinct(line, body);
  const found = pages.flatMap((page) => headingsOn(page, isHeading, isPlain));
  const { title, rest } = withoutTitle(found);
  const counts = new Map<string, number>();
  for (const one of rest) counts.set(one.title, (counts.get(one.title) ?? 0) + 1);
  const most = Math.max(2, pages.length * maxRepeated);
  const kept = rest.filter((one) => (counts.get(one.title) ?? 0) <= most);
  const lines = pages.reduce((sum, page) => sum + page.lines.length, 0);
  // If every other line were a heading, the styles would mean something else.
  if (kept.length * 2 > lines) return { headings: [], title };
  const sizes = [...new Set(kept.map(({ size }) => size))].sort((a, b) => b - a);
  return {
    headings: kept.map(({ size, ...heading }) => ({ ...heading, level: sizes.indexOf(size) + 1 })),
    title,
  };
}

interface Style {
  readonly font: string;
  readonly size: number;
}

/** The style of most of the text. */
function bodyStyle(lines: readonly PageLine[]): Style {
  const counts = new Map<string, Style & { count: number }>();
  for (const { font, size, words } of lines) {
    const key = `${Math.round(size)} ${font}`;
    const style = counts.get(key) ?? { font, size, count: 0 };
    style.count += words.length;
    counts.set(key, style);
  }
  let most: (Style & { count: number }) | undefined;
  for (const style of counts.values()) if (style.count > (most?.count ?? 0)) most = style;
  return most ?? { font: "", size: 0 };
}

const isDistinct = ({ size, font, isMixed }: PageLine, body: Style): boolean =>
  size >= body.size + minLarger || (font !== body.font && size > body.size - 0.3 && !isMixed);

/** In plain text, a short line below an empty one, above a paragraph. */
function standsAlone(line: PageLine, above: PageLine | undefined, next: PageLine | undefined): boolean {
  const isApart = above === undefined || above.y - line.y > 1.6 * line.size;
  const isAbove = next !== undefined && next.words.length >= 30;
  return isApart && isAbove && line.words.length <= 80 && line.words.length < next.words.length * 0.8;
}

type IsHeading = (line: PageLine, above: PageLine | undefined, next: PageLine | undefined) => boolean;

function headingsOn({ page, lines }: PrintedPage, isHeading: IsHeading, isPlain: boolean): readonly Found[] {
  const found: Found[] = [];
  let index = 0;
  while (index < lines.length) {
    const first = lines[index] as PageLine;
    const start = index++;
    if (!isHeading(first, lines[start - 1], lines[index])) continue;
    while (
      !isPlain &&
      index < lines.length &&
      continues(lines[index - 1] as PageLine, lines[index] as PageLine)
    )
      index++;
    const own = lines.slice(start, index);
    const title = titleOf(own);
    // The cells of a table's first line look like headings.
    const isCell = [lines[start - 1], lines[index]].some(
      (other) => other && Math.abs(other.y - first.y) < 1 && isHeading(other, undefined, undefined),
    );
    if (title === undefined || isCell || own.length > maxLines) continue;
    found.push({ title, page, level: 1, size: isPlain ? 0 : Math.round(first.size * 2) / 2 });
  }
  // A page of headings alone is a cover.
  const isCover =
    index > 0 && found.length > 0 && lines.every((line) => isHeading(line, undefined, undefined));
  return isCover && !isPlain ? found.map((one) => ({ ...one, page: Number.NEGATIVE_INFINITY })) : found;
}

const continues = (before: PageLine, line: PageLine): boolean =>
  before.font === line.font &&
  Math.abs(before.size - line.size) < 0.3 &&
  before.y > line.y &&
  before.y - line.y < 1.5 * line.size;

/** Undefined if the lines are a sentence, or aren't words. */
function titleOf(lines: readonly PageLine[]): string | undefined {
  const words = lines.map((line) => line.words).join(" ");
  if (!/^[\p{Lu}\d(“"]/u.test(words) || /[.;,!?]$/.test(words)) return undefined;
  return words.split(" ").length <= maxWords ? headingTitle(words) : undefined;
}

/** The words of covers aren't headings, and neither are those on the first page that are larger than all others. */
function withoutTitle(found: readonly Found[]): {
  readonly title: string | undefined;
  readonly rest: readonly Found[];
} {
  const covers = found.filter(({ page }) => page === Number.NEGATIVE_INFINITY);
  const others = found.filter((one) => !covers.includes(one));
  const largest = (of: readonly Found[]): Found | undefined =>
    of.reduce<Found | undefined>((most, one) => (most && most.size >= one.size ? most : one), undefined);
  const cover = largest(covers);
  if (cover) return { title: cover.title, rest: others };
  const [first, ...rest] = others;
  const isTitle = first && rest.length > 0 && rest.every(({ size }) => size < first.size);
  return isTitle ? { title: first.title, rest } : { title: undefined, rest: others };
}
