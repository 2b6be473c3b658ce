import { expect, test } from "vitest";
import { issue, letter } from "../../fixture/letter.ts";
import { findingsIn, messagesOf } from "../findings.ts";

const rule = "letter/ignore-line";
/** A complete letter whose issue follows the lines. */
const after = (...lines: readonly string[]) => letter({ issues: [...lines, issue()] });
/** A letter that isn't complete yet. */
const open = (...lines: readonly string[]) =>
  letter({ issues: [issue(), ...lines, "MRI of the neck: Upheld"] });
const messages = (text: string) =>
  findingsIn(text).flatMap((one) => (one.rule === rule ? [one.message] : []));

test("a rule that doesn't exist is told, with the one that was probably meant", () => {
  expect(messages(open("%% imr-ignore [[consistency/aeg]]".replace(/[[\]]/g, "")))).toEqual([
    "There is no rule “consistency/aeg”. Did you mean “consistency/age”?",
  ]);
  expect(messages(open("%% imr-ignore consistency/age, kitchen/table: why not"))).toEqual([
    "There is no rule “kitchen/table”.",
  ]);
  expect(messages(open("%% imr-ignore-file drug-spelling"))).toEqual([
    "There is no rule “drug-spelling”. Did you mean “letter/drug-spelling”?",
  ]);
});

test("is at the rule's name, with any line ends", () => {
  expect(
    messagesOf(
      rule,
      after("%% imr-ignore letter/remnant").replace("%%", "[[%%").replace("remnant", "remnant]]"),
    ),
  ).toBe("This line isn't part of the letter. Remove it before you send it.");
});

test("its fix names the rule that was meant", () => {
  const text = open("%% imr-ignore consistency/aeg: born in May");
  const [found] = findingsIn(text).filter((one) => one.rule === rule);
  expect(found?.severity).toBe("warning");
  const [edit] = found?.fixes?.[0]?.edits ?? [];
  expect(text.slice(edit?.start, edit?.end)).toBe("consistency/aeg");
  expect(edit?.text).toBe("consistency/age");
});

test("a line that names no rule is told", () => {
  const every =
    "This ignores every problem in the next line. Name the rules, as in “%% imr-ignore letter/remnant”.";
  expect(messages(open("%% imr-ignore"))).toEqual([every]);
  expect(messages(open("%% imr-ignore: the reason"))).toEqual([every]);
  expect(messages(open("%% imr-ignore-file"))).toEqual([every.replace("the next line", "the file")]);
  expect(messages(open("%% imr-ignore consistency/age"))).toEqual([]);
});

test("a comment is no such line until nothing else is left to write", () => {
  expect(messages(open("%% ask the pharmacy"))).toEqual([]);
  expect(messages(after("%% ask the pharmacy"))).toEqual([
    "This line isn't part of the letter. Remove it before you send it.",
  ]);
});

test("lines that are left in a complete letter are told once, and removed together", () => {
  const text = after("%% imr-ignore consistency/age", "%% ask the pharmacy");
  const found = findingsIn(text).filter((one) => one.rule === rule);
  expect(found.map(({ message, severity }) => `${severity}: ${message}`)).toEqual([
    "information: These 2 lines aren't part of the letter. Remove them before you send it.",
  ]);
  let left = text;
  for (const { start, end } of [...(found[0]?.fixes?.[0]?.edits ?? [])].reverse())
    left = left.slice(0, start) + left.slice(end);
  expect(left).not.toContain("%%");
  expect(messages(left)).toEqual([]);
});

test("only a line that names the rule ignores it", () => {
  expect(messages(after("%% imr-ignore", "%% imr-ignore-file"))).toHaveLength(3);
  expect(messages(after("%% imr-ignore-file letter/ignore-line"))).toEqual([]);
});
