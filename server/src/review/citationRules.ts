/** Rules on the sources cited. */
import type { Knowledge } from "../knowledge/types.ts";
import type { Citation, Letter, PageRange } from "../letter/types.ts";
import { finding } from "./finding.ts";
import type { Finding, Rule } from "./types.ts";

function pageRanges(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return letter.issues.flatMap((issue) =>
    [issue.claims, issue.reviewer].flatMap((part) =>
      (part?.citations ?? []).flatMap((citation) =>
        citation.pages.flatMap((pages) => {
          const message = wrongPages(pages, citation, knowledge);
          return message ? [finding(pages.span, message)] : [];
        }),
      ),
    ),
  );
}

function wrongPages(
  { first, last, of }: PageRange,
  citation: Citation,
  knowledge: Knowledge,
): string | undefined {
  if (last < first) return `Pages ${first}-${last} run backwards.`;
  if (first === 0) return "There is no page 0: pages count from 1.";
  const length = documentLength(citation, knowledge);
  if (of !== undefined && length !== undefined && of !== length.pages) {
    return `The letter counts ${of} pages, but ${length.name} has ${length.pages}.`;
  }
  const end = length?.pages ?? of;
  if (end === undefined || last <= end) return undefined;
  const name = length?.name ?? "the document";
  return first === last
    ? `Page ${first} does not exist: ${name} has ${end} pages.`
    : `Pages ${first}-${last} do not all exist: ${name} has ${end} pages.`;
}

/** The page count of a document that counts its pages from 1, where it is known well enough to contradict a letter. */
function documentLength(
  { kind, guideline, year }: Citation,
  knowledge: Knowledge,
): { readonly name: string; readonly pages: number } | undefined {
  if (kind !== "mtus" || !guideline) return undefined;
  const document = knowledge.guidelineNamed(guideline.value, year?.value);
  if (!document?.pages || document.confidence !== "high" || document.pages.first !== 1) return undefined;
  return { name: document.name, pages: document.pages.last };
}

export const citationRules: readonly Rule[] = [
  {
    id: "citation/page-range",
    severity: "warning",
    title: "Cited pages do not exist or run backwards",
    law: "8 CCR 9792.21.1(d)",
    check: pageRanges,
  },
];
