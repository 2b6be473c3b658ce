import { describe, expect, test } from "vitest";
import type { Span } from "../../server/src/base/span.ts";
import { renditions, soundIssues, soundIssues2014, typeset } from "../fixture/typeset.ts";
import { findingsIn } from "./findings.ts";
import { faultySamples, sampleFiles, samples, soundSamples } from "./samples.ts";

test("every sample is listed", () => {
  expect(samples.map((sample) => sample.name).sort()).toEqual([...sampleFiles].sort());
});

test.each(soundSamples)("$name has no finding", ({ text }) => {
  expect(findingsIn(text)).toEqual([]);
});

test.each(faultySamples)("$name breaks $brokenRule and nothing else", ({ text, brokenRule }) => {
  expect(findingsIn(text).map((finding) => finding.rule)).toEqual([brokenRule]);
});

/** What must not change when a text is only set otherwise: what is said, of which words, at which word. */
const inWords = (text: string) =>
  findingsIn(text).map(({ rule, message, start, end }) => ({
    rule,
    message,
    words: wordsOf(text.slice(start, end)),
    wordsBefore: wordsOf(text.slice(0, start)).length,
  }));

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== "");

/** As one program saves them: each line followed by an empty one, a blank line as a line with one space. */
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

describe.each(samples)("$name set otherwise has the same findings", ({ text }) => {
  test("with the line ends of Windows and of old Macs", () => {
    expect(inWords(text.replaceAll("\n", "\r\n"))).toEqual(inWords(text));
    expect(inWords(text.replaceAll("\n", "\r"))).toEqual(inWords(text));
  });

  test("double-spaced", () => {
    expect(inWords(doubleSpaced(text))).toEqual(inWords(text));
  });

  test("with the ligatures of a PDF", () => {
    const set = text.replace(/ffi|ffl|ff|fi|fl/g, (letters) => ligatures[letters] as string);
    const spelt = inWords(set).map((one) => ({ ...one, words: one.words.map((w) => w.normalize("NFKC")) }));
    expect(set).not.toBe(text);
    expect(spelt).toEqual(inWords(text));
  });

  test("without an end to its last line", () => {
    expect(findingsIn(text.trimEnd())).toEqual(findingsIn(text));
  });

  test("shifted, after a line that counts two units to a character", () => {
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

describe("a sound letter has no finding, however its PDF became text", () => {
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
