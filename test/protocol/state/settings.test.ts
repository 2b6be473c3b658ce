import { expect, test } from "vitest";
import { readSettings } from "../../../server/src/protocol/state/settings.ts";
import { rules } from "../../../server/src/review/rules.ts";

const known = new Set(rules.map((rule) => rule.id));
const missing = "issue/missing-decision";

/** What holds where the user says nothing. */
const asGiven = {
  severities: {},
  holdWhileTyping: true,
  hints: { missing: true, drugs: true, topics: true, guidelines: true },
  codeLens: true,
  said: [],
};

function read(value: unknown) {
  const said: string[] = [];
  return { ...readSettings(value, known, (problem) => said.push(problem)), said };
}

test("severities of known rules are taken", () => {
  const chosen = { [missing]: "error", "letter/no-issues": "off" };
  expect(read({ rules: chosen })).toEqual({ ...asGiven, severities: chosen });
});

test.each([
  undefined,
  null,
  {},
  { rules: null, preset: null, holdWhileTyping: null, inlayHints: null, codeLens: {} },
  "on",
  7,
  [],
])("%j changes nothing and says nothing", (value) => {
  expect(read(value)).toEqual(asGiven);
});

test.each([["off"], [true], [[missing]]])("rules given as %j are refused in plain words", (rules) => {
  expect(read({ rules })).toMatchObject({
    severities: {},
    said: ["The setting imr.rules should list rules with their severities; it is ignored."],
  });
});

test("one bad entry does not spoil the others", () => {
  const { severities, said } = read({
    rules: { "no/such": "off", "letter/no-issues": 2, [missing]: "hint", __proto__: {} },
  });
  expect(severities).toEqual({ [missing]: "hint" });
  expect(said).toHaveLength(2);
});

test("the notice that findings are not shown is no rule to set", () => {
  expect(read({ rules: { "letter/too-many-findings": "off" } }).said).toHaveLength(1);
});

test("a preset sets severities, and the user's own stand above it", () => {
  expect(read({ preset: "standard" }).severities).toEqual({});
  expect(read({ preset: "draft" }).severities).toMatchObject({ [missing]: "hint" });
  const { severities } = read({ preset: "draft", rules: { [missing]: "error" } });
  expect(severities).toMatchObject({ [missing]: "error", "issue/missing-rationale": "hint" });
});

test.each(["loud", 1, ["final"]])("a preset %j is refused in plain words", (preset) => {
  expect(read({ preset })).toMatchObject({
    severities: {},
    said: [
      "The setting imr.preset should be one of standard, draft, final, strict; it is taken as standard.",
    ],
  });
});

test("holding while typing is true, false, or refused in plain words", () => {
  expect(read({ holdWhileTyping: false })).toMatchObject({ holdWhileTyping: false, said: [] });
  expect(read({ holdWhileTyping: "no" })).toMatchObject({
    holdWhileTyping: true,
    said: ["The setting imr.holdWhileTyping should be true or false; it is taken as true."],
  });
});

test("each kind of hint is turned off by itself, and all of them at once", () => {
  expect(read({ inlayHints: { drugs: false } }).hints).toEqual({ ...asGiven.hints, drugs: false });
  const none = { missing: false, drugs: false, topics: false, guidelines: false };
  expect(read({ inlayHints: { enabled: false, drugs: true } }).hints).toEqual(none);
  expect(read({ inlayHints: false }).hints).toEqual(none);
  expect(read({ inlayHints: { enabled: "no", topics: 3 } })).toMatchObject({
    hints: asGiven.hints,
    said: [
      "The setting imr.inlayHints.enabled should be true or false; it is taken as true.",
      "The setting imr.inlayHints.topics should be true or false; it is taken as true.",
    ],
  });
});

test("the lens is turned off", () => {
  expect(read({ codeLens: { enabled: false } }).codeLens).toBe(false);
  expect(read({ codeLens: false }).codeLens).toBe(false);
});
