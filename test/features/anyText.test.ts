/** Features return results for any text, and the results are within the text. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Span } from "../../server/src/base/span.ts";
import { folds } from "../../server/src/features/reading/folding.ts";
import { hoverAt } from "../../server/src/features/reading/hover.ts";
import { outline } from "../../server/src/features/reading/outline.ts";
import { issueOverview } from "../../server/src/features/reading/overview.ts";
import { semanticTokens } from "../../server/src/features/reading/semanticTokens.ts";
import { parse } from "../../server/src/letter/parse.ts";
import { flexeril, letterWith, mri } from "../fixture/letter.ts";
import { knowledge } from "./knowledge.ts";

const lines = letterWith(...flexeril, ...mri).split("\n");

/** Lines of a letter in any order and number, some cut short, some garbled. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...lines),
      fc.tuple(fc.constantFrom(...lines), fc.nat(80)).map(([line, length]) => line.slice(0, length)),
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom("\f", "\u2028", "\uFEFF", "\uD800", "", "   ", ": Upheld", "Page(s): 9-1."),
    ),
    { maxLength: 40 },
  )
  .chain((parts) => fc.constantFrom("\n", "\r\n", "\r", "\n\n").map((lineEnd) => parts.join(lineEnd)));

test("every feature answers any text, within it", () => {
  fc.assert(
    fc.property(text, fc.nat(3000), (anyText, offset) => {
      const letter = parse(anyText);
      const within = (span: Span): void => {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(anyText.length);
      };
      for (const item of outline(letter)) within(item.span);
      for (const fold of folds(letter)) within(fold);
      for (const issue of issueOverview(letter, knowledge).issues) within(issue.heading);

      let end = 0;
      for (const token of semanticTokens(letter, knowledge)) {
        within(token);
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(anyText.slice(token.start, token.end)).not.toMatch(/[\r\n]/);
        end = token.end;
      }

      const hover = hoverAt(letter, knowledge, offset);
      if (hover) {
        within(hover);
        expect(hover.start).toBeLessThanOrEqual(offset);
        expect(hover.end).toBeGreaterThan(offset);
      }
    }),
    { numRuns: 150, seed: 2013 },
  );
});
