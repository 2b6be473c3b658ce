/** Reads real letters as in `expected.json`, if a folder of them is next to the project. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Span } from "../../server/src/base/span.ts";
import { parse } from "../../server/src/letter/parse.ts";
import type { Issue, Letter } from "../../server/src/letter/types.ts";
import { show } from "./show.ts";

const folder = process.env.IMR_LETTERS ?? resolve("../shared/letters");
const present = existsSync(join(folder, "expected.json"));
if (!present) console.warn(`Skipped: no real letters in ${folder} (set IMR_LETTERS to their folder).`);

interface Expected {
  readonly heading: string;
  readonly decision: string;
  readonly claims: string;
  readonly maximus: string;
}

const expected: Readonly<Record<string, readonly Expected[]>> = present
  ? JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"))
  : {};
const names = Object.keys(expected);
const read = (rendition: string, name: string) =>
  readFileSync(join(folder, rendition, `${name}.txt`), "utf8");

/** Without white space, because the two renditions wrap differently. */
const bare = (text: string) => text.replace(/\s/g, "");
const cut = (text: string, span: Span | undefined) => bare(span ? text.slice(span.start, span.end) : "");

const issueAsRead = (text: string, { heading, claims, reviewer }: Issue) => ({
  heading: cut(text, heading.request),
  decision: heading.decision?.text,
  claims: cut(text, claims?.body),
  maximus: cut(text, reviewer?.body),
});

const changes: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (t) => t,
  CRLF: (t) => t.replaceAll("\n", "\r\n"),
  CR: (t) => t.replaceAll("\n", "\r"),
  "no-break spaces": (t) => t.replaceAll(" ", "\u00a0"),
  "double-spaced": (t) =>
    t
      .replaceAll("\f", "\n\n")
      .split("\n")
      .map((line) => `${line.trim()} `)
      .join("\n\n"),
};

function contradictions({ text, issues }: Letter): readonly string[] {
  return issues.flatMap(({ heading, rationale }) => {
    const concluded = rationale?.conclusion?.necessary;
    return concluded === (heading.decision?.outcome === "overturned")
      ? []
      : [`${cut(text, heading.request)}: ${concluded}`];
  });
}

const fields = [
  "applicationReceived",
  "caseNumber",
  "dateAssigned",
  "dateOfInjury",
  "decisionDate",
  "priority",
  "urDenialDate",
] as const;
const dated = fields.filter((f) => f !== "caseNumber" && f !== "priority");

describe.skipIf(!present)("real letters", () => {
  for (const rendition of ["layout", "raw"]) {
    for (const [how, change] of Object.entries(changes)) {
      it(`${rendition}, ${how}: every issue, conclusion, and field`, () => {
        for (const name of names) {
          const found = parse(change(read(rendition, name)));
          const issues = found.issues.map((issue) => issueAsRead(found.text, issue));
          expect(issues, name).toEqual(
            expected[name]?.map((e) => ({
              heading: bare(e.heading),
              decision: e.decision,
              claims: bare(e.claims),
              maximus: bare(e.maximus),
            })),
          );
          expect(contradictions(found), name).toEqual([]);
          expect(
            found.sections.map((s) => s.kind),
            name,
          ).toEqual(["frontMatter", "how", "summary", "issues"]);
          expect(found.generation, name).toBe("G3b");
          expect(found.following, name).toEqual([]);
          expect(found.frontMatter?.caseNumber?.text, name).toBe(name);
          for (const field of fields)
            expect(found.frontMatter?.[field]?.text, `${name} ${field}`).toBeTruthy();
          for (const field of dated)
            expect(found.frontMatter?.[field]?.date, `${name} ${field}`).toBeDefined();
          expect(found.credentials?.specialty, name).toBeDefined();
          expect(found.summary?.narrative.end, name).toBeGreaterThan(found.summary?.narrative.start ?? 0);
        }
      });
    }
  }

  it("layout and raw read the same", () => {
    // Only wraps and their hyphens differ.
    const printed = (rendition: string, name: string) => bare(show(parse(read(rendition, name))));
    const different = names.filter((name) => printed("layout", name) !== printed("raw", name));
    expect(different).toEqual([]);
  });

  it("the five of 2013 to 2015", () => {
    const seeds = readdirSync(join(folder, "seeds")).sort();
    const found = seeds.map((file) => parse(readFileSync(join(folder, "seeds", file), "utf8")));
    expect(found.map((l, i) => `${seeds[i]?.slice(0, 3)}: ${l.issues.length} ${l.generation}`)).toEqual([
      "000: 1 G3a",
      "001: 1 G3a",
      "002: 2 G3a",
      "003: 1 G3a",
      "004: 2 G3b",
    ]);
    expect(found.flatMap((l) => l.issues).filter((i) => !i.heading.decision?.outcome)).toEqual([]);
    expect(found.flatMap(contradictions)).toEqual([]);
    expect(found.map((l) => l.credentials?.form)).toEqual([
      "sentence",
      "block",
      "block",
      "sentence",
      "block",
    ]);
  });
});
