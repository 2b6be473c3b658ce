import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/letter/parse.ts";
import { findingFingerprint, withoutIgnored } from "../../server/src/review/suppressions.ts";
import { issue, letter, reasons } from "../fixture/letter.ts";
import { findingsOf } from "./findings.ts";

/** Two findings: no decision, and pages that do not exist. */
const faulty = letter({
  issues: [
    issue({
      heading: "Naproxen 500mg #60",
      reviewer: "MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 128.",
    }),
  ],
});

const keysIn = (text: string): readonly string[] => {
  const read = parse(text);
  return findingsOf(read).map((finding) => findingFingerprint(finding, read));
};

const left = (text: string, ...keys: readonly string[]): readonly string[] => {
  const read = parse(text);
  return withoutIgnored(findingsOf(read), read, new Set(keys)).map((finding) => finding.rule);
};

describe("a key", () => {
  const [decision = "", pages = ""] = keysIn(faulty);

  test("takes its own finding away and no other", () => {
    expect(left(faulty)).toEqual(["issue/missing-decision", "citation/page-range"]);
    expect(left(faulty, decision)).toEqual(["citation/page-range"]);
    expect(left(faulty, pages)).toEqual(["issue/missing-decision"]);
    expect(left(faulty, decision, pages)).toEqual([]);
  });

  test("survives edits elsewhere, other line ends and other line breaks", () => {
    const edited = faulty
      .replace("44 year old", "44 year old, right-handed")
      .replace(reasons, `${reasons} Indeed.`);
    expect(left(edited, pages)).toEqual(["issue/missing-decision"]);
    expect(left(`\n\n${faulty}`, pages)).toEqual(["issue/missing-decision"]);
    expect(left(faulty.replaceAll("\n", "\r\n"), pages)).toEqual(["issue/missing-decision"]);
    expect(left(faulty.replace("Page(s): 128", "Page(s):\n128"), pages)).toEqual(["issue/missing-decision"]);
  });

  test("does not cover the finding once its words or those beside it change", () => {
    expect(left(faulty.replace("128", "129"), pages)).toContain("citation/page-range");
    expect(left(faulty.replace("Guidelines Page(s)", "Guidelines NSAIDs Page(s)"), pages)).toContain(
      "citation/page-range",
    );
  });

  test("holds no word of the letter", () => {
    for (const key of keysIn(faulty)) expect(key).toMatch(/^[0-9a-f]{16}$/);
  });

  test("is another one for another rule at the same words", () => {
    const read = parse(faulty);
    const [finding] = findingsOf(read);
    expect(finding && findingFingerprint({ ...finding, rule: "letter/no-issues" }, read)).not.toBe(decision);
  });
});

describe("a directive in the letter", () => {
  const heading = (line: string) => faulty.replace("Naproxen 500mg #60", `${line}\nNaproxen 500mg #60`);

  test("takes the finding of the line below away", () => {
    expect(left(heading("%% imr-ignore issue/missing-decision"))).toEqual(["citation/page-range"]);
    expect(left(heading("%% imr-ignore"))).toEqual(["citation/page-range"]);
    expect(left(heading("%% imr-ignore issue/missing-decision: to be decided"))).toEqual([
      "citation/page-range",
    ]);
  });

  test("takes no other rule's, and none of another line", () => {
    expect(left(heading("%% imr-ignore consistency/age"))).toHaveLength(2);
    expect(left(heading("%% imr-ignore citation/page-range"))).toHaveLength(2);
  });

  test("for the whole file takes all of a rule's", () => {
    expect(left(heading("%% imr-ignore-file citation/page-range"))).toEqual(["issue/missing-decision"]);
    expect(left(`%% imr-ignore-file\n${faulty}`)).toEqual([]);
  });
});
