import { describe, expect, test } from "vitest";
import type { Span } from "../../server/src/base/span.ts";
import { renditions, soundIssues, soundIssues2014, typeset } from "../fixture/typeset.ts";
import { findingsIn } from "./findings.ts";
import { faultySamples, sampleFiles, samples, soundSamples } from "./samples.ts";

test("every sample is listed", () => {
  expect(samples.map((sample) => sample.name).sort()).toEqual([...sampleFiles].sort());
});

test.each(soundSamples)("$name has no findings", ({ text }) => {
  expect(findingsIn(text)).toEqual([]);
});

test.each(faultySamples)("$name breaks $brokenRule and nothing else", ({ text, brokenRule }) => {
  expect(findingsIn(text).map((finding) => finding.rule)).toEqual([brokenRule]);
});

/** What must not change if only the layout of a text changes: the message, its words, and their number in the text. */
const inWords = (text: string) =>
  findingsIn(text).map(({ rule, message, start, end }) => ({
    rule,
    message,
    words: wordsOf(text.slice(start, end)),
    wordsBefore: wordsOf(text.slice(0, start)).length,
  }));

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== "");

/** As one program saves letters: an empty line after each line, and one space in each blank line. */
const doubleSpaced = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line === "" ? " " : line))
    .join("\n\n");

const ligatures: Readonly<Record<string, string>> = {
  ffi: "\ufb03",
  ffl: "\ufb04",
  ff: "\ufb00",
  fi: "\ufb01",
  fl: "\ufb02",
};

describe.each(samples)("$name in another layout has the same findings", ({ text }) => {
  test("with the line ends of Windows and of old Macs", () => {
    expect(inWords(text.replaceAll("\n", "\r\n"))).toEqual(inWords(text));
    expect(inWords(text.replaceAll("\n", "\r"))).toEqual(inWords(text));
  });

  test("double-spaced", () => {
    expect(inWords(doubleSpaced(text))).toEqual(inWords(text));
  });

  test("with the ligatures of a PDF", () => {
    const set = text.replace(/ffi|ffl|ff|fi|fl/g, (letters) => ligatures[letters] as string);
    const normalized = inWords(set).map((one) => ({
      ...one,
      words: one.words.map((w) => w.normalize("NFKC")),
    }));
    expect(set).not.toBe(text);
    expect(normalized).toEqual(inWords(text));
  });

  test("without a line end after its last line", () => {
    expect(findingsIn(text.trimEnd())).toEqual(findingsIn(text));
  });

  test("after a line whose characters have two UTF-16 code units each", () => {
    const line = "📎 🩺 scanned\n";
    const moved = <T extends Span>(span: T): T => ({
      ...span,
      start: span.start + line.length,
      end: span.end + line.length,
    });
    const shifted = findingsIn(text).map((finding) => ({
      ...moved(finding),
      related: finding.related.map(moved),
      fixes: finding.fixes?.map((fix) => ({ ...fix, edits: fix.edits.map(moved) })),
    }));
    expect(findingsIn(line + text)).toEqual(shifted);
  });
});

describe("a sound letter has no findings, however its PDF was converted to text", () => {
  const forms = [
    { form: "G3a", issues: soundIssues2014 },
    { form: "G3b", issues: soundIssues },
  ] as const;
  test.each(renditions)("%s", (rendition) => {
    for (const form of forms) {
      // Pages so short that they break anywhere: between heading and label, within a heading, within a citation.
      for (const page of [0, 5, 7, 11, 20]) {
        expect(findingsIn(typeset(form, { rendition, page })), `${form.form}, pages of ${page}`).toEqual([]);
      }
    }
  });
});
