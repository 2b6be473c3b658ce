/** Reading a document is linear in its length, however its lines are placed. */
import { describe, test } from "vitest";
import { letterPage } from "../../reader/src/worker/letterPage.ts";
import { linesInOrder, paragraphsOf } from "../../reader/src/worker/pageText.ts";
import { textLines, textPages } from "../../reader/src/worker/plainText.ts";
import { printedPages } from "../../reader/src/worker/printedPages.ts";
import { isLinear, repeat } from "../growth.ts";

describe("plain text", () => {
  test.each([
    ["one page of many lines", "This is one line of a text without pages.\n"],
    ["lines of one letter", "a\n"],
    ["hyphenated words", "divided-\n"],
    ["pages of one line", "This is a page.\f"],
    ["footers", "Page 1 of 9\n"],
    ["one line", "page 1 of "],
    ["one line of white space", " \t"],
  ])("%s", { timeout: 60_000 }, (_name, words) => {
    isLinear(
      (length) => repeat(words, length),
      (text) => () => printedPages(textPages(text).map(textLines)),
    );
  });
});

describe("a page of a PDF", () => {
  const at = (x: number, y: number) => ({ words: "word-", x, y, width: 1, size: 10, font: "F" });
  test.each([
    ["all on one line", (index: number) => at(index, 0)],
    ["all at one place", () => at(0, 0)],
    ["a column", (index: number) => at(0, -index * 12)],
    ["two columns", (index: number) => at((index % 2) * 300, -index * 6)],
    ["words far apart on one line", (index: number) => at(index * 30, 0)],
  ])("%s", { timeout: 60_000 }, (_name, place) => {
    isLinear(
      (length) => repeat("word-", length),
      (text) => {
        const texts = Array.from({ length: text.length / 5 }, (_, index) => place(index));
        return () => [paragraphsOf(linesInOrder(texts)), letterPage(texts)];
      },
    );
  });
});
