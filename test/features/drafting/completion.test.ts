/** Suggestions in whole letters and in any text; what is suggested in each place is tested in completion/. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guidelineOf, guidelineParts, topicsOf } from "../../../server/src/analysis/citedGuidelines.ts";
import {
  type Asked,
  type Suggestion,
  suggestionsAt,
  triggerCharacters,
} from "../../../server/src/features/drafting/completion.ts";
import { lettersIn } from "../../../server/src/letter/letters.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import type { GuidelinePart } from "../../../server/src/letter/types.ts";
import { letterWith } from "../../fixture/letter.ts";
import { knowledge, labels, openings } from "./completion/suggested.ts";

test("the second letter of a file is asked about itself", () => {
  const first = letterWith("Norco #60: Upheld\n\nDecision rationale: No.");
  const second = letterWith("Tramadol 50mg #60: Upheld\n\nC|");
  expect(labels(`${first}\n${second}`)).toEqual(["Claims Administrator guideline:"]);
});

const samples = readdirSync("samples")
  .filter((name) => /\.(?:txt|imr)$/.test(name))
  .map((name) => ({ name, text: readFileSync(`samples/${name}`, "utf8") }));

describe("our samples", () => {
  test.each(samples)(
    "$name: prose that is typed brings nothing up",
    ({ text }) => {
      const letter = parse(text);
      const prose = [letter.summary?.narrative, ...letter.issues.map(({ rationale }) => rationale?.body)];
      const shown: string[] = [];
      for (const span of prose.filter((one) => one !== undefined)) {
        for (let at = span.start + 1; at <= span.end; at++) {
          if (!triggerCharacters.includes(text.charAt(at - 1))) continue;
          const { items } = suggestionsAt(parse(text.slice(0, at)), knowledge, at, "typed");
          if (items.length > 0) shown.push(`${text.slice(Math.max(0, at - 30), at)}|: ${items[0]?.label}`);
        }
      }
      expect(shown).toEqual([]);
    },
    60_000,
  );

  /** Takes the suggestion of that label, asked for by hand, as the editor does behind a step. */
  function take(before: string, after: string, fits: (item: Suggestion) => boolean): string {
    const { items } = suggestionsAt(parse(before + after), knowledge, before.length, "byHand");
    const item = items.find(fits);
    if (item === undefined) throw new Error(`Not offered behind “${before.slice(-60)}”`);
    return before.slice(0, item.start) + item.text;
  }

  const cites = (part: GuidelinePart): string[] =>
    part.citations.map((citation) => {
      const guideline = guidelineOf(citation, knowledge);
      const topics = guideline ? topicsOf(citation, guideline, knowledge) : [];
      return [guideline?.id, ...topics.map(({ topic }) => topic.id)].join(" ");
    });

  /** The part's citations of known guidelines, put together step by step in place of its body. */
  function completed(text: string, part: GuidelinePart): { text: string; expected: string[] } {
    let before = text.slice(0, part.label.end);
    const after = text.slice(part.body.end);
    const expected: string[] = [];
    for (const citation of part.citations) {
      const guideline = guidelineOf(citation, knowledge);
      if (!guideline?.cited) continue;
      const topics = topicsOf(citation, guideline, knowledge).map(({ topic }) => topic.id);
      const source = guideline.kind === "mtus" ? "Decision based on MTUS" : openings[1];
      before = take(expected.length === 0 ? before : `${before} `, after, ({ label }) => label === source);
      if (guideline.kind === "mtus")
        before = take(
          before,
          after,
          ({ about }) => about !== undefined && "guideline" in about && about.guideline === guideline.id,
        );
      topics.forEach((id, index) => {
        const list = index === 0 ? before : `${before.replace(/ Page\(s\):.*$/, "").replace(/\.$/, "")}, `;
        before = take(
          list,
          after,
          ({ about }) => about !== undefined && "topic" in about && about.topic === id,
        );
      });
      if (!before.endsWith(".")) before += ".";
      expected.push([guideline.id, ...topics].join(" "));
    }
    return { text: before + after, expected };
  }

  test.each(samples)("$name: each citation can be put together again", ({ text }) => {
    let put = 0;
    for (const letter of lettersIn(parse(text))) {
      for (const issue of letter.issues) {
        for (const part of guidelineParts(issue)) {
          const { text: rewritten, expected } = completed(text, part);
          const again = parse(rewritten).issues[issue.index]?.[part.kind];
          if (expected.length > 0) expect(again && cites(again)).toEqual(expected);
          put += expected.length;
        }
      }
    }
    expect(put).toBeGreaterThan(0);
  });
});

test("any text, at any place: answers within the cursor's line", () => {
  const lines = [
    ...letterWith("Cyclobenzaprine 7.5mg #60: Upheld").split("\n"),
    ...[
      "Claims Administrator guideline:",
      "MAXIMUS guideline: Decision based on MTUS",
      "Decision rationale:",
    ],
    ...[
      "Decision based on MTUS Low Back Complaints 2004, Section(s): ",
      "and ",
      "Page(s): ",
      "Opioids, ",
      ": ",
      "C",
    ],
    ...[
      "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG)",
      "The ",
      "IMR",
      "Dec",
      "(",
      "$",
    ],
  ];
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...lines) },
    fc.tuple(fc.constantFrom(...lines), fc.nat(60)).map(([line, length]) => line.slice(0, length)),
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom("\f", "\u2028", "\uFEFF", "\uD800", "", "   "),
  );
  const text = fc
    .array(fc.tuple(piece, fc.constantFrom("", " ", "\n", "\r\n", "\r", "\n\n")), { maxLength: 30 })
    .map((parts) => parts.flat().join(""));
  fc.assert(
    fc.property(
      text,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom<Asked>("typed", "byHand", "again"),
      (anyText, share, asked) => {
        const offset = share > 0.5 ? anyText.length : Math.floor(share * 2 * anyText.length);
        const { items } = suggestionsAt(parse(anyText), knowledge, offset, asked);
        for (const { start, label, text: words } of items) {
          expect(start).toBeLessThanOrEqual(offset);
          expect(anyText.slice(start, offset)).not.toMatch(/[\r\n\f]/);
          expect(label).not.toMatch(/^$|[\r\n]/);
          expect(words).not.toBe("");
        }
      },
    ),
    { numRuns: 400, seed: 2016 },
  );
});
