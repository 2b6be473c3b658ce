import { describe, expect, it } from "vitest";
import { createBloomFilter, hashOf } from "../../server/src/base/bloomFilter.ts";

describe("a Bloom filter", () => {
  const words = ["norco", "tylenol", "vitamin", "5", "x-ray", "béta"];
  const filter = createBloomFilter(words);

  it("passes each of its words, in any case", () => {
    for (const word of words) {
      expect(filter.mightContain(hashOf(word)), word).toBe(true);
      expect(filter.mightContain(hashOf(word.toUpperCase())), word).toBe(true);
    }
  });

  it("passes less than one in a hundred other words", () => {
    const others = Array.from({ length: 10_000 }, (_, i) => `word${i}`);
    expect(others.filter((word) => filter.mightContain(hashOf(word))).length).toBeLessThan(
      others.length / 100,
    );
  });
});
