import { describe, expect, it } from "vitest";
import { flatten, oneLine, plainSpaces, trim } from "../../server/src/base/flatText.ts";

const all = (text: string) => ({ start: 0, end: text.length });

const flats: readonly (readonly [string, string, string])[] = [
  ["nothing", "", ""],
  ["white space", " \n\t ", ""],
  ["runs of white space", "  a \t b\n\n c ", "a b c"],
  ["line ends", "a\nb\r\nc\rd\fe", "a b c d e"],
  ["a double-spaced line", "a \n\nb \n\n", "a b"],
  ["a line-end hyphen", "non-\ncertified", "non-certified"],
  ["a line-end hyphen in a dose", "7.5-\n325mg", "7.5-325mg"],
  ["a line-end hyphen before a page break", "anti-\n\f  inflammatory", "anti-inflammatory"],
  ["a hyphen with a space keeps it", "Electro- diagnostic", "Electro- diagnostic"],
  ["a dash between words keeps its spaces", "a -\nb", "a - b"],
  ["curly quotes and dashes", "\u201cthe patient\u2019s\u201d L4\u20135", `"the patient's" L4-5`],
  ["no-break spaces", "Low\u00a0Back", "Low Back"],
  ["soft hyphens", "cyclo\u00adbenzaprine", "cyclobenzaprine"],
  ["a soft hyphen at the end of a line", "cyclo\u00ad\nbenzaprine", "cyclobenzaprine"],
  ["a soft hyphen before a space", "cyclo\u00ad benzaprine", "cyclo benzaprine"],
  ["a byte order mark", "\ufeffa", "a"],
  ["ligatures", "Certi\ufb01cation, o\ufb03ce, ba\ufb04e", "Certification, office, baffle"],
  ["a ligature at each end", "\ufb01ndings o\ufb00", "findings off"],
  ["a ligature before a line-end hyphen", "o\ufb00-\nlabel", "off-label"],
  ["surrogates", "a \u{1f600} b", "a \u{1f600} b"],
];

describe("the flat view", () => {
  it.each(flats)("%s", (_, text, expected) => {
    expect(flatten(text, all(text)).text).toBe(expected);
  });

  it.each(flats)("one line: %s", (_, text, expected) => {
    const plainMarks = (s: string) =>
      s
        .replace(/[\u201c\u201d]/g, '"')
        .replace("\u2019", "'")
        .replace("\u2013", "-")
        .normalize("NFKC");
    expect(plainMarks(oneLine(text, all(text)))).toBe(expected);
  });

  it.each([
    ["a\n\n b-\r\nc d", "b-c", "b-\r\nc"],
    ["\u{1f600}  x\u00a0y", "x y", "x\u00a0y"],
    ["cyclo\u00ad\nbenzaprine now", "cyclobenzaprine", "cyclo\u00ad\nbenzaprine"],
    ["7.5-\n325mg #60", "325mg", "325mg"],
    ["of no bene\ufb01t here", "benefit", "bene\ufb01t"],
    ["of no bene\ufb01t here", "here", "here"],
    ["\ufb01ndings  of", "findings", "\ufb01ndings"],
    ["o\ufb03ce", "o", "o"],
    ["o\ufb03ce", "office", "o\ufb03ce"],
    ["sti\ufb00 \ufb01nger", "stiff", "sti\ufb00"],
  ])("gives the span in %j for %j", (text, words, expected) => {
    const flat = flatten(text, all(text));
    const at = flat.text.indexOf(words);
    const { start, end } = flat.span(at, at + words.length);
    expect(text.slice(start, end)).toBe(expected);
  });

  it("reads only its span", () => {
    expect(flatten("abc def ghi", { start: 4, end: 7 }).text).toBe("def");
  });

  it.each([
    [4, "findings"],
    [5, "ndings"],
  ])("reads a span that begins at %i, at or after a ligature", (start, expected) => {
    const text = "The \ufb01ndings";
    const flat = flatten(text, { start, end: text.length });
    expect(flat.text).toBe(expected);
    expect(flat.span(0, expected.length)).toEqual({ start, end: text.length });
  });

  it("reads a span that ends after a ligature", () => {
    expect(flatten("sti\ufb00ness", { start: 0, end: 4 }).text).toBe("stiff");
    expect(flatten("sti\ufb00ness", { start: 0, end: 3 }).text).toBe("sti");
  });

  it("keeps offsets when it replaces spaces", () => {
    const text = "\ufeffa\u00a0b\u2003c\u200bd";
    expect(plainSpaces(text)).toBe(" a b c d");
  });

  it.each([
    [" a ", 1, 2],
    ["   ", 3, 3],
    ["\u00a0\fa b\n", 2, 5],
  ])("trims %j", (text, start, end) => {
    expect(trim(text, 0, text.length)).toEqual({ start, end });
  });
});
