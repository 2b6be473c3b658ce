/** Checks that a result is within the document, and that its ranges are nested properly. */
import type {
  DocumentSymbol,
  FoldingRange,
  LocationLink,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  TextEdit,
} from "vscode-languageserver/node";
import { letterTokenTypes } from "../../server/src/protocol/extensions.ts";

/** What is wrong with the ranges in a result about a document with this text, one fault per line. */
export function faultsOfPlace(method: string, answer: unknown, text: string): readonly string[] {
  const lengths = lineLengths(text);
  const outside = placesIn(answer).filter((place) =>
    isRange(place) ? !isInside(place, lengths) : !isPositionInside(place, lengths),
  );
  return [
    ...outside.slice(0, 3).map((place) => `${method}: outside the text: ${JSON.stringify(place)}`),
    ...ofMethod(method, answer, lengths).map((fault) => `${method}: ${fault}`),
  ];
}

function ofMethod(method: string, answer: unknown, lengths: readonly number[]): readonly string[] {
  if (answer === null || answer === undefined) return [];
  switch (method) {
    case "textDocument/documentSymbol":
      return unnestedSymbols(answer as DocumentSymbol[], undefined);
    case "textDocument/selectionRange":
      return (answer as SelectionRange[]).flatMap(unnestedSelections);
    case "textDocument/foldingRange":
      return (answer as FoldingRange[]).flatMap(({ startLine, endLine }) =>
        startLine >= 0 && startLine < endLine && endLine < lengths.length
          ? []
          : [`a fold of ${startLine}-${endLine}`],
      );
    case "textDocument/semanticTokens/full":
    case "textDocument/semanticTokens/range":
      return brokenTokens(answer as SemanticTokens, lengths);
    case "textDocument/formatting":
    case "textDocument/rangeFormatting":
      return overlapping(answer as TextEdit[]);
    case "textDocument/definition":
      return Array.isArray(answer)
        ? (answer as LocationLink[]).flatMap(({ targetRange, targetSelectionRange }) =>
            contains(targetRange, targetSelectionRange) ? [] : ["a selection outside its target"],
          )
        : [];
    default:
      return [];
  }
}

function unnestedSymbols(symbols: readonly DocumentSymbol[], parent: Range | undefined): readonly string[] {
  return symbols.flatMap(({ range, selectionRange, children = [] }) => {
    if (range === undefined) return [];
    return [
      ...(contains(range, selectionRange) ? [] : ["a name outside its symbol"]),
      ...(parent === undefined || contains(parent, range) ? [] : ["a symbol outside its parent"]),
      ...unnestedSymbols(children, range),
    ];
  });
}

function unnestedSelections(selection: SelectionRange): readonly string[] {
  const { range, parent } = selection;
  if (parent === undefined) return [];
  return [
    ...(contains(parent.range, range) ? [] : ["a selection outside the next wider one"]),
    ...unnestedSelections(parent),
  ];
}

function brokenTokens({ data }: SemanticTokens, lengths: readonly number[]): readonly string[] {
  const faults: string[] = [];
  let [line, character, end] = [0, 0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [downBy = 0, rightBy = 0, length = 0, type = 0] = data.slice(i, i + 4);
    if (downBy > 0) [line, character, end] = [line + downBy, 0, 0];
    character += rightBy;
    if (character < end) faults.push("tokens that overlap");
    end = character + length;
    if (length <= 0 || end > (lengths[line] ?? -1)) faults.push(`a token outside line ${line}`);
    if (type >= letterTokenTypes.length) faults.push(`a token of type ${type}`);
  }
  return faults.slice(0, 3);
}

function overlapping(edits: readonly TextEdit[]): readonly string[] {
  const ordered = edits.map(({ range }) => range).sort((a, b) => compare(a.start, b.start));
  return ordered.some((range, i) => {
    const before = ordered[i - 1];
    return before !== undefined && compare(range.start, before.end) < 0;
  })
    ? ["edits that overlap"]
    : [];
}

/** Every range of a result, and every position that isn't part of one. */
function placesIn(value: unknown): readonly (Range | Position)[] {
  if (typeof value !== "object" || value === null) return [];
  if (isRange(value) || isPosition(value)) return [value];
  return Object.values(value).flatMap(placesIn);
}

const isPosition = (value: object): value is Position => "line" in value && "character" in value;

const isRange = (value: object): value is Range =>
  "start" in value && typeof value.start === "object" && "end" in value;

const isInside = ({ start, end }: Range, lengths: readonly number[]): boolean =>
  compare(start, end) <= 0 && isPositionInside(start, lengths) && isPositionInside(end, lengths);

const isPositionInside = ({ line, character }: Position, lengths: readonly number[]): boolean =>
  line >= 0 && character >= 0 && character <= (lengths[line] ?? -1);

const contains = (outer: Range, inner: Range): boolean =>
  compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;

const compare = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;

/** In UTF-16 units, of lines as the protocol counts them: ended by \n, \r\n, or \r. */
const lineLengths = (text: string): readonly number[] => text.split(/\r\n|\n|\r/).map((line) => line.length);
