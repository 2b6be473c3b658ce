/** Reads the issues of letters of the other reviewers, whose sections are the heading and the parts of an issue. */
import { flatten } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import type { HeadingLine } from "../sections.ts";
import type { Issue, Section } from "../types.ts";
import { headingOf, issueOf, noParts, numbering } from "./drafts.ts";
import { partsOf, readPart } from "./parts.ts";

/**
 * The issue of a letter whose sections are its heading and its parts. Of several issues, only the headings are known: the
 * rationale is about all of them.
 */
export function issuesOfSections(
  text: string,
  headings: readonly HeadingLine[],
  sections: readonly Section[],
): readonly Issue[] {
  const section = sections.find(({ kind }) => kind === "issues");
  if (!section || section.body.start >= section.body.end) return [];
  const flat = flatten(text, section.body);
  const items = itemsOf(flat.text);
  const types = new Map(headings.map(({ start, type }) => [start, type]));
  const parts = partsOf(
    sections.flatMap((section) => {
      const part = types.get(section.heading.start)?.part;
      return part ? [readPart(text, part, section.heading, section.body.end)] : [];
    }),
  );
  return items.map(({ at, start, end }, index) => {
    const own = items.length === 1 ? parts : noParts;
    const treatmentEnd = start + flat.text.slice(start, end).replace(/[.;]$/, "").length;
    const heading = headingOf(flat, flat.span(at, end), [start, treatmentEnd], undefined, own);
    return issueOf({ heading, parts: own }, index);
  });
}

/** "1) … 2) …", or the whole text. `start` is the offset after the number. */
function itemsOf(
  text: string,
): readonly { readonly at: number; readonly start: number; readonly end: number }[] {
  const numbered: RegExpExecArray[] = [];
  for (const m of matchAll(numbering, text)) if (Number(m[1]) === numbered.length + 1) numbered.push(m);
  if (numbered[0]?.index !== 0) return [{ at: 0, start: 0, end: text.length }];
  return numbered.map((m, i) => {
    const words = text.slice(0, numbered[i + 1]?.index).trimEnd();
    return { at: m.index, start: m.index + m[0].length, end: words.length };
  });
}
