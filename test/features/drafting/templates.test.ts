/** Templates in any text and in real letters. What each of them contains is tested in templates/. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutTabStops } from "../../../server/src/base/snippet.ts";
import { issueTemplate, rationaleOutline } from "../../../server/src/features/drafting/templates.ts";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import { lettersIn } from "../../../server/src/letter/letters.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { inserted, untouched } from "../snippets.ts";
import { headings } from "./templates/written.ts";

const knowledge = createKnowledge();

describe("in any text", () => {
  const lines = letterWith(...flexeril, "", ...mri).split("\n");
  const anyText = fc
    .array(
      fc.oneof(
        fc.constantFrom(...lines),
        fc.tuple(fc.constantFrom(...lines), fc.nat(80)).map(([line, length]) => line.slice(0, length)),
        fc.string({ unit: "binary", maxLength: 30 }),
        fc.constantFrom(
          "\f",
          "\uD800",
          "",
          "   ",
          ": Upheld",
          "${1:x",
          "%% imr-ignore",
          "Decision rationale:",
        ),
      ),
      { maxLength: 40 },
    )
    .chain((parts) => fc.constantFrom("\n", "\r\n", "\r", "\n\n").map((lineEnd) => parts.join(lineEnd)));

  test("there is a place for an issue, and an outline changes nothing outside its own", () => {
    fc.assert(
      fc.property(anyText, fc.nat(3000), fc.string({ unit: "binary" }), (text, offset, treatment) => {
        const parsed = parse(text);
        const added = issueTemplate(parsed, offset, treatment, undefined);
        const outline = rationaleOutline(parsed, offset, knowledge)?.edit;
        for (const { start, end, text: snippet } of [added, ...(outline ? [outline] : [])]) {
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
          expect(text.slice(start, end)).toMatch(
            /^(?:\s|MAXIMUS|Expert Reviewer|guidelines?|:|Decision|rationale)*$/i,
          );
          expect(withoutTabStops(snippet)).toBe(untouched(snippet));
        }
        expect(added.start).toBe(added.end);
      }),
      { numRuns: 300, seed: 2014 },
    );
  });
});

const folder = process.env.IMR_LETTERS ?? "../../shared/letters";

describe.skipIf(!existsSync(folder))("in real letters", () => {
  test.each(["seeds", "layout", "raw"])(
    "%s: an issue is added behind each and nothing else changes",
    (rendition) => {
      for (const name of readdirSync(join(folder, rendition))) {
        const text = readFileSync(join(folder, rendition, name), "utf8");
        const before = headings(text);
        for (const [index, { span }] of lettersIn(parse(text))
          .flatMap(({ issues }) => issues)
          .entries()) {
          const edit = issueTemplate(parse(text), span.start, "Gym membership", "Upheld");
          const expected = before.toSpliced(index + 1, 0, "Gym membership: Upheld");
          expect(headings(inserted(text, edit)), name).toEqual(expected);
        }
      }
    },
  );
});
