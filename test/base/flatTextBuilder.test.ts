import { describe, expect, it } from "vitest";
import { FlatTextBuilder, type MappedText } from "../../server/src/base/flatTextBuilder.ts";

const offsets = (flat: MappedText) => [...flat.text].map((_, index) => flat.offsetAt(index));

describe("the built text", () => {
  it("starts where the builder starts in the source", () => {
    const builder = new FlatTextBuilder("  abc", 2);
    expect(builder.isEmpty).toBe(true);
    builder.copy(5);
    expect(builder.isEmpty).toBe(false);
    const flat = builder.finish();
    expect(flat.text).toBe("abc");
    expect(offsets(flat)).toEqual([2, 3, 4]);
    expect([0, 2, 4, 5].map((offset) => flat.indexAt(offset))).toEqual([0, 0, 2, 3]);
  });

  it("leaves out what is skipped, whose offsets lead to the next character", () => {
    const builder = new FlatTextBuilder("ab--cd", 0);
    builder.copy(2);
    builder.skip(4);
    builder.copy(6);
    const flat = builder.finish();
    expect(flat.text).toBe("abcd");
    expect(offsets(flat)).toEqual([0, 1, 4, 5]);
    expect([2, 3, 4].map((offset) => flat.indexAt(offset))).toEqual([2, 2, 2]);
  });

  it("has the replacement of a longer piece", () => {
    const builder = new FlatTextBuilder("a \n\n b", 0);
    builder.copy(1);
    builder.replace(5, " ");
    builder.copy(6);
    const flat = builder.finish();
    expect(flat.text).toBe("a b");
    expect(offsets(flat)).toEqual([0, 1, 5]);
    expect([1, 2, 4, 5].map((offset) => flat.indexAt(offset))).toEqual([1, 2, 2, 2]);
  });

  it("has the characters of a ligature at its offset, which leads to the first of them", () => {
    const builder = new FlatTextBuilder("o\ufb03ce", 0);
    builder.copy(1);
    builder.spellOut("ffi");
    builder.copy(4);
    const flat = builder.finish();
    expect(flat.text).toBe("office");
    expect(offsets(flat)).toEqual([0, 1, 1, 1, 2, 3]);
    expect([0, 1, 2, 4].map((offset) => flat.indexAt(offset))).toEqual([0, 1, 4, 6]);
  });

  it("may be empty", () => {
    const flat = new FlatTextBuilder("\u00ad", 0).finish();
    expect([flat.text, flat.indexAt(0), flat.indexAt(1)]).toEqual(["", 0, 0]);
  });
});
