/** The features on a folder of real letters next to the project, if there is one. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folds } from "../../server/src/features/reading/folding.ts";
import { hoverAt } from "../../server/src/features/reading/hover.ts";
import { outline } from "../../server/src/features/reading/outline.ts";
import { semanticTokens } from "../../server/src/features/reading/semanticTokens.ts";
import type { OutlineItem } from "../../server/src/features/types.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { parse } from "../../server/src/letter/parse.ts";

const folder = process.env.IMR_LETTERS ?? "../shared/letters";
const knowledge = createKnowledge();

interface ExpectedIssue {
  readonly heading: string;
  readonly decision: string;
}

const filesIn = (rendition: string): string[] =>
  readdirSync(join(folder, rendition)).map((name) => join(folder, rendition, name));

const issuesOf = (file: string): readonly OutlineItem[] =>
  outline(parse(readFileSync(file, "utf8"))).flatMap((section) => section.children);

const squeezed = (words: string): string => words.replace(/\s/g, "");

describe.skipIf(!existsSync(folder))("real letters", () => {
  test.each(["layout", "raw"])("%s: the outline has every issue with its decision", (rendition) => {
    const expected: Record<string, ExpectedIssue[]> = JSON.parse(
      readFileSync(join(folder, "expected.json"), "utf8"),
    );
    for (const [name, issues] of Object.entries(expected)) {
      const shown = issuesOf(join(folder, rendition, `${name}.txt`));
      expect(shown.map((issue) => issue.detail)).toEqual(issues.map((issue) => issue.decision));
      for (const [index, { heading }] of issues.entries()) {
        expect(squeezed(heading)).toContain(squeezed(shown[index]?.name ?? "?"));
        expect(shown[index]?.children.map((part) => part.name)).toEqual([
          "Claims Administrator guideline",
          "MAXIMUS guideline",
          "Decision rationale",
        ]);
      }
    }
  });

  test.each(["seeds", "layout", "raw"])("%s: every kind of line end gives the same", (rendition) => {
    for (const file of filesIn(rendition)) {
      const text = readFileSync(file, "utf8").replace(/\r\n?/g, "\n");
      const [lf, crlf, cr] = ["\n", "\r\n", "\r"].map((lineEnd) => {
        const letter = parse(text.replaceAll("\n", lineEnd));
        return {
          outline: outline(letter).map(({ name, children }) => [
            name,
            ...children.map((child) => child.name),
          ]),
          folds: folds(letter).length,
          tokens: semanticTokens(letter, knowledge).map(
            ({ type, start, end }) => `${type}: ${letter.text.slice(start, end)}`,
          ),
        };
      });
      expect(crlf).toEqual(lf);
      expect(cr).toEqual(lf);
    }
  });

  test("seeds: every drug, dose, treatment and citation has a hover", () => {
    for (const file of filesIn("seeds")) {
      const letter = parse(readFileSync(file, "utf8"));
      for (const token of semanticTokens(letter, knowledge)) {
        if (!["drug", "dose", "treatment", "decision", "pages"].includes(token.type)) continue;
        const inHeading = letter.issues.some(
          ({ heading }) => heading.span.start <= token.start && token.end <= heading.span.end,
        );
        if (token.type === "dose" && !inHeading) continue;
        expect(
          hoverAt(letter, knowledge, token.start),
          letter.text.slice(token.start, token.end),
        ).toBeDefined();
      }
    }
  });
});
