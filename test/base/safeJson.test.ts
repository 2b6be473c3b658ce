import fc from "fast-check";
import { expect, test } from "vitest";
import { safeJson } from "../../server/src/base/safeJson.ts";

test("safeJson escapes what would control a terminal, the direction of text, or a build service", () => {
  expect(safeJson({ a: "\u009b2J\u007f\u202eb\u2028c\ufeff", b: "##[error]x ##vso[task] # ##" })).toBe(
    '{"a":"\\u009b2J\\u007f\\u202eb\\u2028c\\ufeff","b":"\\u0023#[error]x \\u0023#vso[task] # ##"}',
  );
});

test("safeJson means the same as JSON.stringify, and contains no control characters", () => {
  const pieces = ["\u001b[2J", "\u0085", "\u202e", "\u2066", "##[", "##vso[", "\ufeff", "\\", '"', "a", "#"];
  const words = fc.array(fc.constantFrom(...pieces)).map((some) => some.join(""));
  fc.assert(
    fc.property(fc.dictionary(words, fc.oneof(words, fc.integer(), fc.array(words))), (value) => {
      const json = safeJson(value);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(json).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]|##\w*\[/u);
    }),
    { seed: 7, numRuns: 500 },
  );
});
