import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/letter/parse.ts";
import { findingFingerprint, withoutIgnored } from "../../server/src/review/suppressions.ts";
import { issue, letter, reasons } from "../fixture/letter.ts";
import { findingsOf } from "./findings.ts";

/** Two findings: a missing decision, and pages that don't exist. */
const faulty = letter({
  issues: [
    issue({
      heading: "Naproxen 500mg #60",
      reviewer: "MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 128.",
    }),
  ],
});

const fingerprintsIn = (text: string): readonly string[] => {
  const read = parse(text);
  return findingsOf(read).map((finding) => findingFingerprint(finding, read));
};

const left = (text: string, ...fingerprints: readonly string[]): readonly string[] => {
  const read = parse(text);
  return withoutIgnored(findingsOf(read), read, new Set(fingerprints)).map((finding) => finding.rule);
};

describe("a fingerprint", () => {
  const [decision = "", pages = ""] = fingerprintsIn(faulty);

  test("suppresses its own finding and no other", () => {
    expect(left(faulty)).toEqual(["issue/missing-decision", "citation/page-range"]);
    expect(left(faulty, decision)).toEqual(["citation/page-range"]);
    expect(left(faulty, pages)).toEqual(["issue/missing-decision"]);
    expect(left(faulty, decision, pages)).toEqual([]);
  });

  test("survives edits elsewhere, other line ends, and other line breaks", () => {
    const edited = faulty
      .replace("44 year old", "44 year old, right-handed")
      .replace(reasons, `${reasons} Indeed.`);
    expect(left(edited, pages)).toEqual(["issue/missing-decision"]);
    expect(left(`\n\n${faulty}`, pages)).toEqual(["issue/missing-decision"]);
    expect(left(faulty.replaceAll("\n", "\r\n"), pages)).toEqual(["issue/missing-decision"]);
    expect(left(faulty.replace("Page(s): 128", "Page(s):\n128"), pages)).toEqual(["issue/missing-decision"]);
  });

  test("changes with the finding's words and those next to it", () => {
    expect(left(faulty.replace("128", "129"), pages)).toContain("citation/page-range");
    expect(left(faulty.replace("Guidelines Page(s)", "Guidelines NSAIDs Page(s)"), pages)).toContain(
      "citation/page-range",
    );
  });

  test("contains no words of the letter", () => {
    for (const fingerprint of fingerprintsIn(faulty)) expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });

  test("differs between rules at the same words", () => {
    const read = parse(faulty);
    const [finding] = findingsOf(read);
    expect(finding && findingFingerprint({ ...finding, rule: "letter/no-issues" }, read)).not.toBe(decision);
  });
});

describe("a directive in the letter", () => {
  const heading = (line: string) => faulty.replace("Naproxen 500mg #60", `${line}\nNaproxen 500mg #60`);

  test("suppresses the findings of the line below", () => {
    expect(left(heading("%% imr-ignore issue/missing-decision"))).toEqual(["citation/page-range"]);
    expect(left(heading("%% imr-ignore"))).toEqual(["letter/ignore-line", "citation/page-range"]);
    expect(left(heading("%% imr-ignore issue/missing-decision: to be decided"))).toEqual([
      "citation/page-range",
    ]);
  });

  test("suppresses no other rule, and no other line", () => {
    expect(left(heading("%% imr-ignore consistency/age"))).toHaveLength(2);
    expect(left(heading("%% imr-ignore citation/page-range"))).toHaveLength(2);
  });

  test("for the whole file suppresses all findings of a rule", () => {
    expect(left(heading("%% imr-ignore-file citation/page-range"))).toEqual(["issue/missing-decision"]);
    expect(left(`%% imr-ignore-file\n${faulty}`)).toEqual(["letter/ignore-line"]);
  });
});
