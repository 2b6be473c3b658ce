import { expect, test } from "vitest";
import { letterName, newLetterFileName, wordFileName } from "../../../client/src/util/letterName.ts";

const path = "/letters/2015/soma.imr.txt";

test.each([
  ["its case number", "Case Number:   CM15-0990101\nDate Assigned: 03/12/2015", "CM15-0990101"],
  ["labels first, values later", "Case Number:\nPriority:\nCM15-0990101\nStandard", "CM15-0990101"],
  ["no number yet", "Case Number:\nDate Assigned:", "soma.imr.txt"],
  ["another letter's number in passing", "As decided in CM15-0990101, the request", "soma.imr.txt"],
  ["a number far from the beginning", `Case Number:${" ".repeat(2000)}CM15-0990101`, "soma.imr.txt"],
  ["an empty text", "", "soma.imr.txt"],
])("%s", (_what, text, expected) => {
  expect(letterName(text, path)).toBe(expected);
});

test("a letter without a folder", () => {
  expect(letterName("", "Untitled-1")).toBe("Untitled-1");
});

test.each([
  ["/a/draft.imr.txt", "", "draft.docx"],
  ["/a/draft.txt", "", "draft.docx"],
  ["/a/draft.imr", "", "draft.docx"],
  ["/a/scan.PDF", "", "scan.docx"],
  ["/a/draft.txt", "Case Number: CM16-0990004", "CM16-0990004.docx"],
  ["Untitled-1", "", "Untitled-1.docx"],
  ["/a/draft.docx", "", "draft (published form).docx"],
  ["/a/CM16-0990004.DOCX", "Case Number: CM16-0990004", "CM16-0990004 (published form).docx"],
  ["/a/draft of CM16-0990004.docx", "Case Number: CM16-0990004", "CM16-0990004.docx"],
])("the Word file of %s doesn't replace it", (path, text, expected) => {
  expect(wordFileName(text, path)).toBe(expected);
});

test.each([
  ["Case Number: CM16-0990004\nDate Assigned: 03/12/2016", "CM16-0990004.imr.txt"],
  ["Case Number: CMyy-nnnnnnn\nDate Assigned: MM/DD/YYYY", "New letter.imr.txt"],
  ["John Doe: 1/2 of <his> claim", "New letter.imr.txt"],
  ["", "New letter.imr.txt"],
])("the file of the new letter “%s” has a name that every system takes", (text, expected) => {
  expect(newLetterFileName(text)).toBe(expected);
});
