import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oneLine } from "../../../server/src/base/flatText.ts";
import { links } from "../../../server/src/features/reading/links.ts";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { knowledge } from "../knowledge.ts";

/** Each link's words, tooltip, page, and official copy, with any line ends. */
function linksIn(text: string): readonly string[] {
  const [lf, crlf, cr] = ["\n", "\r\n", "\r"].map((lineEnd) => {
    const own = text.replaceAll("\n", lineEnd);
    return links(parse(own), knowledge).map((link) => {
      const { guideline, page, topic } = link.place ?? {};
      const place = [guideline, page, topic].filter((part) => part !== undefined).join("/");
      return `${oneLine(own, link)} → ${link.says} (${place || "no page"}; ${link.url ?? "no official copy"})`;
    });
  });
  expect(crlf).toEqual(lf);
  expect(cr).toEqual(lf);
  return lf ?? [];
}

const issueCiting = (...citation: string[]): string =>
  letterWith(
    "Naproxen 500mg: Upheld",
    "",
    ...citation,
    "",
    "Decision rationale: It is not medically necessary.",
  );

const painName = "Chronic Pain Medical Treatment Guidelines (2009)";
const pain = knowledge.guidelineNamed("Chronic Pain Treatment Guidelines")?.url;

describe("citations", () => {
  test("cited pages are links to those pages, and the guideline's name next to them isn't a link", () => {
    expect(linksIn(letterWith(...flexeril))).toEqual([
      `63 → ${painName}, page 63 (chronic-pain-2009/63; ${pain}#page=63)`,
      `41-42 → ${painName}, page 41 (chronic-pain-2009/41; ${pain}#page=41)`,
      `63 → ${painName}, page 63 (chronic-pain-2009/63; ${pain}#page=63)`,
    ]);
  });

  test("without pages, the topics are links to their pages", () => {
    expect(
      linksIn(
        issueCiting(
          "MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Cyclobenzaprine.",
        ),
      ),
    ).toEqual([
      `Cyclobenzaprine → ${painName}, page 41 (chronic-pain-2009/41/cyclobenzaprine (flexeril); ${pain}#page=41)`,
    ]);
  });

  test("without pages and topics the guideline's name leads to its overview", () => {
    expect(
      linksIn(issueCiting("MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment\nGuidelines.")),
    ).toEqual([`Chronic Pain Treatment Guidelines → ${painName} (chronic-pain-2009; ${pain})`]);
  });

  test("pages that the document doesn't have are links to a page that says so, and to the official document", () => {
    expect(
      linksIn(
        issueCiting(
          "MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 900.",
        ),
      ),
    ).toEqual([`900 → ${painName}, page 900 (chronic-pain-2009/900; ${pain})`]);
  });

  test("an unknown source, or one without a public copy, isn't a link", () => {
    expect(
      linksIn(
        issueCiting(
          "MAXIMUS guideline: Decision based on MTUS Kitchen Table Complaints 2004. Decision based on Non-MTUS",
          "Citation Official Disability Guidelines (ODG) Low Back, page 12.",
        ),
      ),
    ).toEqual([]);
  });

  test("in every letter of a file", () => {
    const one = linksIn(letterWith(...flexeril));
    expect(linksIn(letterWith(...flexeril) + letterWith(...flexeril))).toEqual([...one, ...one]);
  });
});

describe("web addresses", () => {
  /** The links in a rationale with these words. */
  const addresses = (...words: string[]): readonly (string | undefined)[] =>
    links(
      parse(letterWith("Naproxen: Upheld", "", `Decision rationale: ${words.join("\n")}`)),
      knowledge,
    ).map(({ url }) => url);

  test.each([
    ["See http://www.drugs.com/famotidine.html.", "http://www.drugs.com/famotidine.html"],
    ["(https://example.org/a_(b)) and more", "https://example.org/a_(b)"],
    ["(see www.example.com/list)", "http://www.example.com/list"],
    ["“https://example.org/x”, he says", "https://example.org/x"],
    ["https://example.org/a?b=c&d=1#e; then", "https://example.org/a?b=c&d=1#e"],
    ["https://example.org/, which", "https://example.org/"],
  ])("%s", (words, url) => expect(addresses(words)).toEqual([url]));

  test.each([
    "UpToDate.com",
    "www.",
    "http://",
    "https://localhost",
    "javascript:alert(1)",
    "a@www.example.org",
    "ftp://example.org",
  ])("%s is none", (words) => expect(addresses(words)).toEqual([]));

  test("an address wrapped after a hyphen includes both pieces if the second is clearly the rest", () => {
    const url = "https://www.example.gov/Rules-and-Guidance/Transmittals/R1.pdf";
    expect(addresses("See https://www.example.gov/Rules-and-", "Guidance/Transmittals/R1.pdf.")).toEqual([
      url,
    ]);
    expect(addresses("See https://www.example.gov/Rules-and-", "", "Guidance/Transmittals/R1.pdf.")).toEqual([
      url,
    ]);
    expect(addresses("See https://www.example.gov/Rules-and- Guidance/Transmittals/R1.pdf.")).toEqual([url]);
  });

  test("of one whose rest is not plain, the site alone", () => {
    expect(addresses("See https://www.example.gov/Rules-and-", "The request is denied.")).toEqual([
      "https://www.example.gov",
    ]);
  });

  test("shows the site in the tooltip", () => {
    const [link] = links(parse("See http://www.drugs.com/famotidine.html."), knowledge);
    expect(link?.says).toMatchInlineSnapshot(`"Web page at www.drugs.com"`);
  });
});

describe("any text", () => {
  const piece = fc.oneof(
    fc.constantFrom(...letterWith(...flexeril, "", ...mri).split("\n")),
    fc.constantFrom(
      "http://",
      "www.",
      "https://a.b/c-",
      "d/e.pdf",
      "(",
      ")",
      ").",
      "]",
      "https://www.x.org/(((",
      "Page(s): 63.",
    ),
    fc.string({ unit: "binary", maxLength: 20 }),
  );
  const texts = fc
    .tuple(fc.array(piece, { maxLength: 40 }), fc.constantFrom("\n", "\r\n", "\r", " ", ""))
    .map(([pieces, between]) => pieces.join(between));

  test("links are within it, in order, without overlaps, and have targets", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const link of links(parse(text), knowledge)) {
          expect(link.start).toBeGreaterThanOrEqual(end);
          expect(link.end).toBeGreaterThan(link.start);
          if (link.url !== undefined) expect(link.url).toMatch(/^https?:\/\/[^\s/]+\.[^\s]+$/i);
          expect(link.place ?? link.url).toBeDefined();
          end = link.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 200, seed: 9792 },
    );
  });

  test.each(["http://a.b/(", "www.a)", "https://a.b/c- ", "www.", "http://a.b/c-\n\n", "a/b.c-"])(
    "takes time in proportion to the text, also if it repeats %j",
    (piece) => {
      const time = (length: number): number => {
        const letter = parse(piece.repeat(length / piece.length));
        const started = performance.now();
        links(letter, knowledge);
        return performance.now() - started;
      };
      time(10_000);
      // Eight times the text; a quadratic step would make it sixty-four. Only three failures in a row count.
      const ratio = () => time(800_000) / Math.max(time(100_000), 1);
      const isLinear = () => ratio() < 24;
      expect(isLinear() || isLinear() || isLinear()).toBe(true);
    },
  );
});

const folder = process.env.IMR_LETTERS ?? path.resolve("../shared/letters");
test.skipIf(!existsSync(folder))(
  "real letters have a link or two a citation at most, and layout and raw the same",
  () => {
    const real = createKnowledge();
    let citations = 0;
    let found = 0;
    for (const name of readdirSync(path.join(folder, "raw"))) {
      const [layout, raw] = ["layout", "raw"].map((rendition) => {
        const letter = parse(readFileSync(path.join(folder, rendition, name), "utf8"));
        const all = letter.issues.flatMap(({ claims, reviewer }) => [claims, reviewer]);
        citations += all.flatMap((part) => part?.citations ?? []).length;
        const own = links(letter, real);
        found += own.length;
        return own.map(({ start, end, url }) => `${oneLine(letter.text, { start, end })} ${url}`);
      });
      expect(raw).toEqual(layout);
    }
    console.log(`${found} links for ${citations} citations`);
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThanOrEqual(citations * 2);
  },
);
