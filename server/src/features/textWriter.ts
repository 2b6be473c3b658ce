/** Writes text line by line and remembers where its links stand. */
import type { Span } from "../letter/types.ts";
import type { PlaceInGuideline } from "./placeInGuideline.ts";

/** A page of a guideline, at a topic where one is meant; or an address on the web. */
export type LinkTarget = PlaceInGuideline | { readonly url: string };

export interface PageLink extends Span {
  readonly target: LinkTarget;
}

interface Linked {
  readonly says: string;
  readonly target: LinkTarget;
}

export interface TextWriter {
  /** Writes a line; without parts an empty one. Returns where its words stand, without the indent. */
  line(parts?: readonly (string | Linked)[]): Span;
  /** Where the next line starts. */
  offset(): number;
  text(): string;
  readonly links: readonly PageLink[];
}

export function createTextWriter(): TextWriter {
  const links: PageLink[] = [];
  let text = "";
  return {
    line(parts = []) {
      const start = text.length;
      for (const part of parts) {
        const words = typeof part === "string" ? part : part.says;
        if (typeof part !== "string") {
          links.push({ start: text.length, end: text.length + words.length, target: part.target });
        }
        text += words;
      }
      const end = text.length;
      text += "\n";
      const indent = /^ */.exec(text.slice(start, end))?.[0].length ?? 0;
      return { start: start + indent, end };
    },
    offset: () => text.length,
    text: () => text,
    links,
  };
}
