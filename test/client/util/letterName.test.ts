import { expect, test } from "vitest";
import { letterName } from "../../../client/src/util/letterName.ts";

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
