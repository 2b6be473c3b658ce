import { describe, expect, it } from "vitest";
import { createBloomFilter, hashOf } from "../../server/src/base/bloomFilter.ts";

describe("a sieve", () => {
  const words = ["norco", "tylenol", "vitamin", "5", "x-ray", "béta"];
  const sieve = createBloomFilter(words);

  it("lets each of its words through, in any case", () => {
    for (const word of words) {
      expect(sieve.mightContain(hashOf(word)), word).toBe(true);
      expect(sieve.mightContain(hashOf(word.toUpperCase())), word).toBe(true);
    }
  });

  it("lets less than one in a hundred of the others through", () => {
    const others = Array.from({ length: 10_000 }, (_, i) => `word${i}`);
    expect(others.filter((word) => sieve.mightContain(hashOf(word))).length).toBeLessThan(
      others.length / 100,
    );
  });
});
