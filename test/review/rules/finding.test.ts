import { expect, test } from "vitest";
import { maxMessageLength, messageNaming } from "../../../server/src/review/rules/finding.ts";

const about = (name: string, other: string) => `“${name}” isn't “${other}”.`;
const long = "Physical therapy for the lumbar spine and the left shoulder two times a week for three weeks";

test("names that fit are unchanged", () => {
  expect(messageNaming(["An MRI", "a CT"], about)).toBe("“An MRI” isn't “a CT”.");
});

test("a long name is shortened at a word, and a short one next to it isn't", () => {
  expect(messageNaming([long, "a CT"], about)).toMatchInlineSnapshot(
    `"“Physical therapy for the lumbar spine and the left shoulder two times a week for …” isn't “a CT”."`,
  );
  expect(messageNaming(["a CT", long], about)).toMatchInlineSnapshot(
    `"“a CT” isn't “Physical therapy for the lumbar spine and the left shoulder two times a week for …”."`,
  );
});

test("two long names share the message", () => {
  expect(messageNaming([long, long], about)).toMatchInlineSnapshot(
    `"“Physical therapy for the lumbar spine and …” isn't “Physical therapy for the lumbar spine and …”."`,
  );
});

test("words without spaces are cut, and the message still fits", () => {
  for (let length = 0; length < 200; length++) {
    const name = "x".repeat(length);
    expect(messageNaming([name, name], about).length).toBeLessThanOrEqual(maxMessageLength);
    expect(messageNaming([name], (one) => `${one}.`).length).toBeLessThanOrEqual(maxMessageLength);
  }
});
