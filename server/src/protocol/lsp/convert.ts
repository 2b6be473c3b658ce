import {
  type DocumentSymbol,
  type FoldingRange,
  type Position,
  type Range,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../base/span.ts";
import type { IssueSummary, Overview } from "../../features/reading/overview.ts";
import type { Fold, OutlineItem } from "../../features/types.ts";
import type { Letter, LetterForm } from "../../letter/types.ts";
import type { IssueOverview, LetterOverview } from "../extensions.ts";
import { withoutIcons } from "./markup.ts";

/** Offsets outside the text become its start or end. */
export const toRange = (document: TextDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

/** How many lines of a document were read; the last one may have been read only in part. */
export function linesRead(document: TextDocument, { text }: Letter): number {
  const { line, character } = document.positionAt(text.length);
  return character === 0 ? line : line + 1;
}

/** The offset of any position, even an invalid one: a whole number within the text. */
export function toOffset(document: TextDocument, { line, character }: Position): number {
  return document.offsetAt({ line: Math.floor(line) || 0, character: Math.floor(character) || 0 });
}

/** The offsets of a range, even one whose start and end are swapped. */
export function toSpan(document: TextDocument, range: Range): Span {
  const [a, b] = [toOffset(document, range.start), toOffset(document, range.end)];
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

export const symbolKinds = {
  section: SymbolKind.File,
  issue: SymbolKind.Field,
  part: SymbolKind.String,
} as const;

export const toDocumentSymbols = (document: TextDocument, items: readonly OutlineItem[]): DocumentSymbol[] =>
  items.map((item) => ({
    name: withoutIcons(item.name),
    detail: item.detail,
    kind: symbolKinds[item.kind],
    range: toRange(document, item.span),
    selectionRange: toRange(document, item.nameSpan),
    children: toDocumentSymbols(document, item.children),
  }));

/** For clients without hierarchical symbols: a flat list, each with the name of its container. */
export const toSymbolInformation = (
  document: TextDocument,
  items: readonly OutlineItem[],
  containerName?: string,
): SymbolInformation[] =>
  items.flatMap((item) => [
    {
      name: withoutIcons(item.detail === undefined ? item.name : `${item.name}: ${item.detail}`),
      kind: symbolKinds[item.kind],
      location: { uri: document.uri, range: toRange(document, item.span) },
      containerName,
    },
    ...toSymbolInformation(document, item.children, item.name),
  ]);

/** Folds of more than one line, the longest from each line; the longest of all if there are more than `limit`. */
export function toFoldingRanges(
  document: TextDocument,
  folds: readonly Fold[],
  limit: number,
): FoldingRange[] {
  const byLine = new Map<number, FoldingRange>();
  for (const fold of folds) {
    const startLine = document.positionAt(fold.start).line;
    const endLine = document.positionAt(fold.end).line;
    if (endLine > startLine && (byLine.get(startLine)?.endLine ?? 0) < endLine) {
      byLine.set(startLine, { startLine, endLine });
    }
  }
  const ranges = [...byLine.values()];
  if (ranges.length <= limit) return ranges;
  const longest = ranges.sort((a, b) => b.endLine - b.startLine - (a.endLine - a.startLine)).slice(0, limit);
  return longest.sort((a, b) => a.startLine - b.startLine);
}

/** The formats of letters, in words. */
const formats: Readonly<Record<LetterForm, string>> = {
  G1: "format of 2013",
  G2: "format of 2013 to 2014",
  G3a: "format of 2014 to 2015",
  G3b: "format of 2015 to 2017",
  G4: "format of 2018 and later",
  GX: "medical professional review",
};

export const toOverview = (document: TextDocument, letter: Letter, overview: Overview): LetterOverview => ({
  readLines: letter.text.length < document.getText().length ? linesRead(document, letter) : undefined,
  generation: overview.generation,
  form: overview.generation && formats[overview.generation],
  caseDetails: overview.caseDetails.map(({ label, value, span }) => ({
    ...{ label, value },
    range: toRange(document, span),
  })),
  issues: overview.issues.map((issue) => toIssueOverview(document, issue)),
});

const toIssueOverview = (document: TextDocument, issue: IssueSummary): IssueOverview => ({
  treatment: issue.treatment,
  decision: issue.decision,
  missing: issue.elements.flatMap((element) => (element.present ? [] : [element.words])),
  elements: issue.elements.map(({ words, present, span }) => ({
    words,
    present,
    range: toRange(document, span),
  })),
  range: toRange(document, issue.span),
  heading: toRange(document, issue.heading),
});
