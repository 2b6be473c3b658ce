import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gapAbove, lineAt, readLines } from "../../server/src/base/lines.ts";

const gaps = (text: string) => readLines(text).list.map((l) => `${l.gap[0]}:${text.slice(l.start, l.end)}`);
const long = (character: string) => character.repeat(90);

describe("lines", () => {
  // The first character of the gap, then the line.
  it.each([
    ["empty", "", []],
    ["only white space", " \n\t\n\f\u00a0", []],
    ["each line end", "a\nb\r\nc\rd", ["l:a", "l:b", "l:c", "l:d"]],
    ["white space around", "  a  \n\tb\u00a0\n", ["l:a", "l:b"]],
    ["empty line", "a\n\nb\n \nc", ["l:a", "p:b", "p:c"]],
    ["empty line, CRLF", "a\r\n\r\nb", ["l:a", "p:b"]],
    ["empty line, CR", "a\r\rb", ["l:a", "p:b"]],
    ["form feed", "a\n\fb\n\n\f\nc", ["l:a", "p:b", "p:c"]],
    ["byte order mark", "\ufeffa\nb", ["l:a", "l:b"]],
    ["no line end at the end", "a\n\n", ["l:a"]],
  ])("%s", (_, text, expected) => {
    expect(gaps(text)).toEqual(expected);
  });

  it("distinguishes page breaks from paragraphs", () => {
    expect(readLines("a\n\fb\n\nc").list.map((l) => l.gap)).toEqual(["line", "page", "paragraph"]);
  });

  it("recognizes double spacing, where empty lines between paragraphs have a space and page breaks don't", () => {
    const full = Array.from({ length: 8 }, () => `${long("a")} `);
    const lines = [...full, " ", `${long("b")} `, "", `${long("c")} `, `${long("d")} `];
    const text = lines.join("\n\n");
    expect(readLines(text).list.map((l) => l.gap)).toEqual([
      ...Array(8).fill("line"),
      "paragraph",
      "page",
      "line",
    ]);
  });

  it("doesn't mistake unwrapped paragraphs for double spacing", () => {
    const text = [
      "Heading: Upheld",
      "a".repeat(60),
      "b".repeat(60),
      "c".repeat(60),
      "d".repeat(600),
      "e".repeat(700),
    ];
    expect(
      readLines(text.join("\n\n"))
        .list.slice(1)
        .map((l) => l.gap),
    ).toEqual(Array(5).fill("paragraph"));
  });

  it.each([
    ["wrapped text", [long("a"), long("b"), "c".repeat(80), "end"], 90],
    ["unwrapped text", ["a".repeat(60), "b".repeat(600), "c".repeat(60), "d".repeat(60)], 0],
    ["one long line among wrapped ones", [long("a"), long("b"), long("c"), long("d"), "e".repeat(150)], 90],
    ["too short", ["a", "b"], 0],
  ])("finds the column at which lines wrap: %s", (_, lines, width) => {
    expect(readLines(lines.join("\n")).width).toBe(width);
  });

  it.each([
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 2],
    [99, 2],
  ])("finds the first line from offset %i on", (offset, index) => {
    expect(lineAt(readLines("a\nb"), offset)).toBe(index);
  });
});

describe("the gap above a line", () => {
  const rows = fc.array(fc.constantFrom(long("a"), long("b"), "c", "", " "), { maxLength: 30 });
  const line = fc.tuple(rows, fc.constantFrom("\n", "\r\n", "\r", "\n\n", "\n\f", "\n \n"));

  it("is the same as if the line were the last one, whatever is in it and after it", () => {
    fc.assert(
      fc.property(line, fc.nat(), ([words, lineEnd], choice) => {
        const text = words.join(lineEnd);
        const { list } = readLines(text);
        for (const { start } of list.slice(choice % (list.length + 1)).slice(0, 1)) {
          const cut = readLines(`${text.slice(0, start)}x`);
          expect(gapAbove(text, { start: 0, end: start })).toEqual({
            gap: cut.list.at(-1)?.gap,
            width: cut.width,
          });
        }
      }),
      { seed: 20261128, numRuns: 500 },
    );
  });

  it("is read from the start of the span", () => {
    const text = `a\n\n${long("b")}\n\nc`;
    expect(gapAbove(text, { start: 3, end: text.length - 1 })).toEqual({ gap: "paragraph", width: 0 });
    expect(gapAbove(text, { start: text.length - 1, end: text.length - 1 }).gap).toBe("line");
  });
});
