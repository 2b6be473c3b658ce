/** Any words become Markdown that shows them as words, and any address a link to just that address or none. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  linkTarget,
  markdown,
  withoutIcons,
  withoutMarkup,
} from "../../../server/src/protocol/lsp/markup.ts";
import { hostileWords } from "../../hostile.ts";
import { oneSpaced, shown, tipOfLink } from "../../markdown.ts";

const seed = { seed: 17, numRuns: 1000 };
const known = "https://example.org/a.pdf#page=3";

/** The words as they are shown: invisible characters are marked. */
const readable = (words: string): string =>
  oneSpaced(words.replace(/[^\P{Cc}\s]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "\ufffd"));

describe("words", () => {
  const styles: Readonly<Record<string, (words: string) => string>> = {
    text: markdown.text,
    strong: markdown.strong,
    quiet: markdown.quiet,
    link: (words) => markdown.link(words, known),
    "a list": (words) => markdown.list(words, [words, words]),
    "a hover": (words) =>
      [
        [markdown.strong(words), markdown.text(`, ${words}`)].join(""),
        [markdown.text(words), markdown.quiet(words), markdown.text(words)].join(markdown.lineBreak),
      ].join("\n\n"),
  };

  test.each(Object.entries(styles))("as %s are shown as they are", (name, style) => {
    fc.assert(
      fc.property(hostileWords, (words) => {
        const { text, links, others } = shown(style(words));
        expect(others).toEqual([]);
        expect(links).toEqual(name === "link" ? [known] : []);
        if (name === "text" || name === "link") expect(text).toBe(readable(words));
      }),
      seed,
    );
  });
});

describe("addresses", () => {
  test.each([
    ["https://example.org/a.pdf#page=3", "https://example.org/a.pdf#page=3"],
    ["https://example.org/a)](command:evil)<img>", "https://example.org/a%29%5D%28command:evil%29%3Cimg%3E"],
    [
      "https://example.org/\\\\) ![x](https://evil",
      "https://example.org/%5C%5C%29%20!%5Bx%5D%28https://evil",
    ],
    ["https://example.org/100%\ud800ä", "https://example.org/100%25%EF%BF%BD%C3%A4"],
    ["imr-guideline:/acoem-12/3/Title%20(2004)#L3", "imr-guideline:/acoem-12/3/Title%20%282004%29#L3"],
    ["acoem-12/3/Low Back (2004), page 3", "acoem-12/3/Low Back (2004), page 3"],
    ["http://example.org", undefined],
    ["command:evil", undefined],
    ["https:\\\\example.org", undefined],
    ["//example.org", undefined],
    ["javascript:alert(1)", undefined],
    ["acoem-12/3/a> ![x](https://evil.example)", undefined],
  ])("%j leads to %j", (address, leadsTo) => {
    const { links, others, text } = shown(markdown.link("words", address));
    expect({ links, others, text }).toEqual({
      links: leadsTo === undefined ? [] : [leadsTo],
      others: [],
      text: "words",
    });
  });

  test("of any kind don't break out of their link", () => {
    const begin = fc.constantFrom("https://example.org/", "imr-guideline:/acoem-12/3/", "acoem-12/3/", "");
    fc.assert(
      fc.property(begin, hostileWords, (start, rest) => {
        const { links, others, text } = shown(markdown.link("words", `${start}${rest}`));
        expect({ others, text }).toEqual({ others: [], text: "words" });
        for (const link of links) {
          expect(link).toMatch(/^(?:https:\/\/[\w-]|imr-guideline:\/|[\w-]+\/[\w-]+\/)[^\\<>[\]]*$/);
        }
      }),
      seed,
    );
  });
});

describe("the tooltip of a link, which VS Code makes from plain text", () => {
  test.each([
    "https://example.org/%5C%5C)![x](https://evil.example/p.png)",
    "https://example.org/%0A%0A![x](https://evil.example/p.png)",
    "https://example.org/\\\\)![x](https://evil.example/p.png)",
    "https://example.org/%3Chttps://evil.example%3E%09",
  ])("is none for %s", (address) => {
    expect(shown(tipOfLink(address, "tip")).links).not.toEqual([address]);
    expect(linkTarget(address)).toBeUndefined();
  });

  test("links to one address, whatever the address and the words are", () => {
    fc.assert(
      fc.property(hostileWords, hostileWords, (words, rest) => {
        const target = linkTarget(`https://example.org/${rest.replace(/\s/g, "")}`);
        if (target === undefined) return;
        const { links, others } = shown(tipOfLink(target, withoutMarkup(words) || "tip"));
        expect(others).toEqual([]);
        expect(links).toHaveLength(1);
        expect(links[0]).toMatch(/^https:\/\/example\.org\//);
      }),
      seed,
    );
  });
});

test("active Markdown would be noticed", () => {
  for (const [alive, what] of [
    ["![x](https://example.org/a.png)", /^image/],
    ["<img src=x>", /^html/],
    ["a `b` c", /^codespan/],
    ["# a", /^heading/],
    ["****", /^hr/],
  ] as const) {
    expect(shown(alive).others[0]).toMatch(what);
  }
  for (const alive of ["[a](command:x)", "<https://a.example>", "www.a.example", "a@b.example"]) {
    expect(shown(alive).links).toHaveLength(1);
  }
});

test("a name that VS Code shows with icons keeps its words and draws none", () => {
  expect(withoutIcons("Tramadol $(flame) 50mg $(sync~spin) for $5")).toBe(
    "Tramadol $ (flame) 50mg $ (sync~spin) for $5",
  );
});
