import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/letter/parse.ts";
import { typeset } from "../fixture/typeset.ts";

/** The rules and the covered words of each directive. */
const directivesIn = (text: string) =>
  parse(text).directives.map(({ ignores, rules, covers }) => ({
    rules: ignores ? rules.join(" ") : "comment",
    covers: covers.end - covers.start === text.length ? "all" : text.slice(covers.start, covers.end),
  }));

describe("a directive line", () => {
  test("covers the line below, for the rules it names", () => {
    expect(directivesIn("one\n%% imr-ignore consistency/age\ntwo\nthree")).toEqual([
      { rules: "consistency/age", covers: "two" },
    ]);
    expect(directivesIn("%% imr-ignore consistency/age, citation/no-source\ntwo")).toEqual([
      { rules: "consistency/age citation/no-source", covers: "two" },
    ]);
  });

  test("covers it for all rules if it names none", () => {
    expect(directivesIn("%% imr-ignore\ntwo\n")).toEqual([{ rules: "", covers: "two" }]);
  });

  test("may give its reason after a colon", () => {
    expect(
      directivesIn("%% imr-ignore consistency/age: the birthday/anniversary fell in between\ntwo"),
    ).toEqual([{ rules: "consistency/age", covers: "two" }]);
    expect(directivesIn("%% imr-ignore: seen by Dr. Roe\ntwo")).toEqual([{ rules: "", covers: "two" }]);
  });

  test("covers the whole file as imr-ignore-file", () => {
    expect(directivesIn("one\n%% imr-ignore-file citation/incomplete\ntwo")).toEqual([
      { rules: "citation/incomplete", covers: "all" },
    ]);
  });

  test("skips empty lines and other directives", () => {
    expect(directivesIn("%% imr-ignore a/b\n\n%% imr-ignore c/d\n \nthe line")).toEqual([
      { rules: "a/b", covers: "the line" },
      { rules: "c/d", covers: "the line" },
    ]);
  });

  test("is at the start of a line, after any line end and white space", () => {
    for (const end of ["\n", "\r\n", "\r", "\f"]) {
      expect(directivesIn(`one${end}  %% imr-ignore a/b${end}two${end}three`)).toEqual([
        { rules: "a/b", covers: "two" },
      ]);
    }
    expect(directivesIn("relief of 50 %% imr-ignore a/b\ntwo")).toEqual([]);
    expect(directivesIn("%% imr-ignored a/b\ntwo")).toEqual([{ rules: "comment", covers: "" }]);
  });

  test("covers nothing at the end of the file", () => {
    const text = "one\n%% imr-ignore a/b";
    expect(directivesIn(text)).toEqual([{ rules: "a/b", covers: "" }]);
    expect(parse(text).directives[0]?.covers.start).toBe(text.length);
  });

  test("skips directives for the whole file, and other lines with the mark", () => {
    expect(directivesIn("%% imr-ignore a/b\n%% imr-ignore-file c/d\n%% seen\ntwo")).toEqual([
      { rules: "a/b", covers: "two" },
      { rules: "c/d", covers: "all" },
      { rules: "comment", covers: "" },
    ]);
  });

  test("is a comment if it tells the review nothing", () => {
    const text = "one\n%% Norco 10/325mg #60: Upheld\ntwo";
    expect(directivesIn(text)).toEqual([{ rules: "comment", covers: "" }]);
    expect(parse(text).text.replace(/\s+/g, " ")).toBe("one two");
  });
});

test("a letter is read as if it had no directives", () => {
  const lines = typeset({}, { page: 0 }).split("\n");
  const whole = lines.join("\n");
  const { text: _text, span: _span, ...bare } = inWords(whole);
  for (const at of [0, 1, 8, 20, 30, lines.length - 1]) {
    const marked = [...lines.slice(0, at), "%% imr-ignore consistency/age: why not", ...lines.slice(at)].join(
      "\n",
    );
    const read = parse(marked);
    expect(read.text.length).toBe(marked.length);
    expect(read.text).not.toContain("%%");
    const { text, span, ...rest } = inWords(marked);
    expect(rest, `before line ${at + 1}: ${lines[at]}`).toEqual(bare);
  }
});

/** What a letter says, without positions. */
function inWords(text: string) {
  const read = parse(text);
  const words = (span: { start: number; end: number } | undefined) =>
    span && read.text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
  return {
    text,
    span: read.span,
    generation: read.generation,
    sections: read.sections.map((s) => [s.kind, words(s.body)]),
    credentials: words(read.credentials?.span),
    issues: read.issues.map((i) => [
      i.heading.treatment,
      i.heading.decision?.text,
      ...i.parts.map((p) => [p.kind, words(p.body)]),
      words(i.rationale?.conclusion?.span),
    ]),
  };
}
