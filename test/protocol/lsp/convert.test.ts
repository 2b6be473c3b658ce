import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { toFoldingRanges, toOffset, toRange, toSpan } from "../../../server/src/protocol/lsp/convert.ts";

const document = TextDocument.create("file:///a", "imr-letter", 1, "one\r\ntwo 😀 x\rthree\nfour");

describe("positions", () => {
  test("count UTF-16 units, and lines by every kind of line end", () => {
    const span = { start: document.getText().indexOf("x"), end: document.getText().indexOf("four") };
    expect(toRange(document, span)).toEqual({
      start: { line: 1, character: 7 },
      end: { line: 3, character: 0 },
    });
    expect(toSpan(document, toRange(document, span))).toEqual(span);
  });

  test("outside the text become its start or end", () => {
    expect(toRange(document, { start: -5, end: 1000 })).toEqual({
      start: { line: 0, character: 0 },
      end: { line: 3, character: 4 },
    });
    const wild = { start: { line: 0, character: 99 }, end: { line: 99, character: 0 } };
    expect(toSpan(document, wild)).toEqual({ start: 3, end: document.getText().length });
  });

  test.each([
    [{ line: -1, character: 0 }, 0],
    [{ line: 0, character: -7 }, 0],
    [{ line: 0.5, character: 1.5 }, 1],
    [{ line: Number.NaN, character: Number.NaN }, 0],
    [{ line: 1e300, character: 0 }, document.getText().length],
    [{ line: 0, character: 1e300 }, 3],
  ])("that no document has, %j, have an offset in the text all the same", (position, offset) => {
    expect(toOffset(document, position)).toBe(offset);
  });

  test("of a reversed range are swapped", () => {
    const range = { start: { line: 2, character: 0 }, end: { line: 0, character: 1 } };
    expect(toSpan(document, range)).toEqual({ start: 1, end: document.getText().indexOf("three") });
  });
});

test("only the longest fold from each line is kept, and none within a line", () => {
  const ends = [3, 8, document.getText().length, 6];
  const folds = ends.map((end, start) => ({ start: start < 3 ? start : 5, end }));
  expect(toFoldingRanges(document, folds, 10)).toEqual([{ startLine: 0, endLine: 3 }]);
  expect(toFoldingRanges(document, [...folds].reverse(), 10)).toEqual([{ startLine: 0, endLine: 3 }]);
});
