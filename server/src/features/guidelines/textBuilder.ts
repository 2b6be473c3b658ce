/** Builds text line by line, and records the spans of its links. */
import type { Span } from "../../base/span.ts";
import type { GuidelineLocation } from "./guidelineLocation.ts";

/** A location in a guideline, or a URL. */
export type LinkTarget = GuidelineLocation | { readonly url: string };

export interface PageLink extends Span {
  readonly target: LinkTarget;
}

interface Linked {
  readonly says: string;
  readonly target: LinkTarget;
}

export interface TextBuilder {
  /** Adds a line, or an empty line if there are no parts. Returns the span of its words, without the indent. */
  line(parts?: readonly (string | Linked)[]): Span;
  /** The offset where the next line starts. */
  offset(): number;
  text(): string;
  readonly links: readonly PageLink[];
}

export function createTextBuilder(): TextBuilder {
  const links: PageLink[] = [];
  const lines: string[] = [];
  let offset = 0;
  return {
    line(parts = []) {
      let line = "";
      for (const part of parts) {
        const words = typeof part === "string" ? part : part.says;
        if (typeof part !== "string") {
          const start = offset + line.length;
          links.push({ start, end: start + words.length, target: part.target });
        }
        line += words;
      }
      const start = offset + (/^ */.exec(line)?.[0].length ?? 0);
      const end = offset + line.length;
      lines.push(`${line}\n`);
      offset = end + 1;
      return { start, end };
    },
    offset: () => offset,
    text: () => lines.join(""),
    links,
  };
}
