/** For any text, nothing throws, and every span is where it should be. */

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../../server/src/base/span.ts";
import { withoutMarkdownMarks } from "../../server/src/letter/markdownMarks.ts";
import { parse } from "../../server/src/letter/parse.ts";
import type { Issue, Letter } from "../../server/src/letter/types.ts";
import { renditions, typeset } from "../fixture/typeset.ts";

/** What is wrong with the letter's spans. */
function faults({ text, span, ...found }: Letter): readonly string[] {
  const wrong: string[] = [];
  const inside = (name: string, inner: Span | undefined, outer: Span) => {
    if (!inner) return;
    if (!(outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end))
      wrong.push(`${name} [${inner.start},${inner.end}) not in [${outer.start},${outer.end})`);
  };
  const ordered = (name: string, spans: readonly Span[]) =>
    spans.forEach((s, i) => {
      const before = spans[i - 1];
      if (before && s.start < before.end)
        wrong.push(`${name} ${i} starts at ${s.start}, before ${before.end}`);
    });
  const whole = { start: 0, end: text.length };

  inside("letter", span, whole);
  for (const { start, end } of [span, ...found.issues.map((i) => i.span)]) {
    if (!Number.isInteger(start) || !Number.isInteger(end)) wrong.push("not an integer");
  }
  ordered(
    "section",
    found.sections.map((s) => s.span),
  );
  for (const section of found.sections) {
    inside("section", section.span, span);
    inside("section heading", section.heading, section.span);
    inside("section body", section.body, section.span);
  }
  const { frontMatter, credentials, summary } = found;
  if (frontMatter) {
    const { span: table, ...fields } = frontMatter;
    inside("front matter", table, span);
    for (const [name, field] of Object.entries(fields)) {
      inside(`${name} label`, field.label, table);
      inside(`${name} value`, field.value, table);
      inside(`${name} date`, field.date?.span, table);
    }
  }
  inside("credentials", credentials?.span, span);
  if (credentials) {
    inside("licensure", credentials.licensure, credentials.span);
    inside("specialty", credentials.specialty, credentials.span);
  }
  inside("narrative", summary?.narrative, span);

  ordered(
    "issue",
    found.issues.map((i) => i.span),
  );
  for (const issue of found.issues) {
    inside("issue", issue.span, span);
    issueFaults(issue, inside, ordered);
  }
  const letters = [{ span }, ...found.following];
  ordered(
    "letter",
    letters.map((l) => l.span),
  );
  for (const other of found.following) wrong.push(...faults(other));
  return wrong;
}

function issueFaults(
  issue: Issue,
  inside: (name: string, inner: Span | undefined, outer: Span) => void,
  ordered: (name: string, spans: readonly Span[]) => void,
): void {
  const { heading } = issue;
  inside("heading", heading.span, issue.span);
  inside("request", heading.request, heading.span);
  inside("treatment", heading.treatmentSpan, heading.request);
  inside("decision", heading.decision?.span, heading.span);
  ordered("part", [heading.span, ...issue.parts.map((p) => p.span)]);
  for (const part of issue.parts) {
    inside("part", part.span, issue.span);
    inside("label", part.label, part.span);
    inside("body", part.body, part.span);
    ordered("label and body", [part.label, part.body]);
    if (part.kind === "rationale") {
      ordered("sentence", part.sentences);
      for (const sentence of part.sentences) inside("sentence", sentence, part.body);
      inside("conclusion", part.conclusion?.span, part.body);
      continue;
    }
    ordered(
      "citation",
      part.citations.map((c) => c.span),
    );
    inside("fixed sentence", part.citesNothing, part.body);
    inside("fixed sentence", part.outsideMtus, part.body);
    for (const citation of part.citations) {
      inside("citation", citation.span, part.body);
      inside("guideline", citation.guideline?.span, citation.span);
      inside("year", citation.year?.span, citation.span);
      for (const s of [...citation.topics, ...citation.pages])
        inside("topic or pages", s.span, citation.span);
      ordered(
        "topic",
        citation.topics.map((t) => t.span),
      );
      ordered(
        "page",
        citation.pages.map((p) => p.span),
      );
    }
  }
}

const samples = readdirSync("samples")
  .filter((name) => /\.(?:txt|imr)$/.test(name))
  .map((name) => readFileSync(`samples/${name}`, "utf8"));
const built = renditions.flatMap((rendition) =>
  (["\n", "\r\n", "\r"] as const).map((lineEnd) => typeset({}, { rendition, lineEnd })),
);
const letters = [...samples, ...built];

const settings = { seed: 20170301, numRuns: 300 };
const sound = (text: string) => {
  const found = parse(text);
  expect(found.text).toBe(withoutMarkdownMarks(text));
  expect(faults(found)).toEqual([]);
};

/** Pieces that the parser looks for, and what may be between them. */
const pieces = [
  "\n|\r\n|\r|\f|\n\n| |  |\t|\u00a0|\u00ad|\u200b|\ufeff|\u{1f600}|\ud83d|-\n|-|:|.|,|;|(|)|\"|#|%|&|'",
  "HOW THE IMR FINAL DETERMINATION WAS MADE|CLINICAL CASE SUMMARY|IMR ISSUES, DECISIONS AND RATIONALES|DOCUMENTS REVIEWED",
  "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL|REVIEWER AND WHY|ISSUE AT DISPUTE:|IMR DECISION(S) AND RATIONALE(S)",
  "Case Number:|CM17-0990007|Date Assigned:|Date of Injury:|Priority:|Standard|Application|Received:|01/24/2017|10-|17-16|May 5, 2016",
  "The Expert Reviewer has the following credentials:|State(s) of Licensure:|Certification(s)/Specialty:|The expert reviewer is Board Certified in X and is licensed to practice in Y.",
  "The Final Determination was based on decisions set forth below:|The expert reviewer developed the following summary:",
  "Claims Administrator guideline:|MAXIMUS guideline:|Decision rationale:|Decision rationale|: Upheld|: Overturned|Upheld|: Modified",
  "Norco 10/325mg #60|2 times 6|12 sessions|was the original request. |The Claims Administrator authorized |The remaining IMR eligible portion of the original request, | is",
  "Decision based on MTUS |Low Back Complaints 2004|Chronic Pain Treatment Guidelines|, Section(s): |, and |Page(s): |63-66|of 127|Non-MTUS Citation |Other Medical Treatment Guidelines |ODG|www.a.b|2016",
  "did not cite any medical evidence for its decision.|based their decision on recommendation(s) outside of the MTUS Guidelines.",
  "The request is |not |medically necessary|. |if |whether |medical necessity |a 53 year old female |injury on |utilization review dated ",
].flatMap((line) => line.split("|"));

describe("any text", () => {
  it("random characters", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), sound), settings);
  });

  it("random UTF-16 units", () => {
    const units = fc.array(fc.nat(0xffff), { maxLength: 200 });
    fc.assert(
      fc.property(units, (codes) => sound(String.fromCharCode(...codes))),
      settings,
    );
  });

  it("the pieces of letters in any order", () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((found) => found.join(""));
    fc.assert(fc.property(text, sound), { ...settings, numRuns: 1500 });
  });

  it("the lines of pieces in any order", () => {
    const text = fc.array(fc.array(fc.constantFrom(...pieces), { maxLength: 4 }), { maxLength: 40 });
    fc.assert(
      fc.property(text, (lines) => sound(lines.map((l) => l.join("")).join("\n"))),
      { ...settings, numRuns: 1000 },
    );
  });

  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const cut = (text: string, at: number) => Math.floor(at * text.length);

  it("the beginning of a letter, or its end", () => {
    fc.assert(
      fc.property(fc.constantFrom(...letters), place, (text, at) => {
        sound(text.slice(0, cut(text, at)));
        sound(text.slice(cut(text, at)));
      }),
      settings,
    );
  });

  it("a letter with something cut out, or replaced", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...letters),
        place,
        place,
        fc.constantFrom("", ...pieces),
        (text, a, b, piece) => {
          const [from, to] = [cut(text, Math.min(a, b)), cut(text, Math.max(a, b))];
          sound(text.slice(0, from) + piece + text.slice(to));
          sound(text.slice(0, to) + piece + text.slice(from));
        },
      ),
      settings,
    );
  });

  it("two letters spliced", () => {
    const any = fc.constantFrom(...letters);
    fc.assert(
      fc.property(any, any, place, place, (one, two, a, b) =>
        sound(one.slice(0, cut(one, a)) + two.slice(cut(two, b))),
      ),
      settings,
    );
  });

  it("a letter with its lines in another order", () => {
    fc.assert(
      fc.property(fc.constantFrom(...letters), fc.nat(), (text, step) => {
        const lines = text.split("\n");
        const order = lines.map((_, i) => lines[(i * (2 * (step % 97) + 1)) % lines.length]);
        sound(order.join("\n"));
      }),
      { ...settings, numRuns: 100 },
    );
  });
});

describe("text that isn't a letter", () => {
  it.each([
    ["empty", ""],
    ["white space", " \n\f\r\u00a0"],
    ["a byte order mark", "\ufeff"],
    ["prose", "Dear Sir,\n\nthe claim was upheld."],
    ["half a surrogate", "\ud83d"],
    ["zeros", "\0\0\0"],
  ])("%s", (_, text) => {
    const found = parse(text);
    expect(found).toMatchObject({
      text,
      span: { start: 0, end: text.length },
      generation: undefined,
      sections: [],
      issues: [],
      following: [],
    });
  });
});

it("the result is the same for the same text, and parsing another text doesn't change it", () => {
  const text = typeset();
  const first = parse(text);
  const printed = JSON.stringify(first);
  parse(`${text}${text}`);
  expect(JSON.stringify(parse(text))).toBe(printed);
  expect(JSON.stringify(first)).toBe(printed);
});
