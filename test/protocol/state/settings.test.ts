import { expect, test } from "vitest";
import { readSettings } from "../../../server/src/protocol/state/settings.ts";
import { rules } from "../../../server/src/review/rules.ts";

const known = new Set(rules.map((rule) => rule.id));
const missing = "issue/missing-decision";

/** The settings of a user who has changed nothing. */
const defaults = {
  severities: {},
  ownSeverities: {},
  holdWhileTyping: true,
  hints: { missing: true, drugs: true, topics: true, guidelines: true },
  codeLens: true,
  logged: [],
};

function read(value: unknown) {
  const logged: string[] = [];
  return { ...readSettings(value, known, (problem) => logged.push(problem)), logged };
}

test("severities of known rules are used", () => {
  const chosen = { [missing]: "error", "letter/no-issues": "off" };
  expect(read({ rules: chosen })).toEqual({ ...defaults, severities: chosen, ownSeverities: chosen });
});

test.each([
  undefined,
  null,
  {},
  { rules: null, preset: null, holdWhileTyping: null, inlayHints: null, codeLens: {} },
  "on",
  7,
  [],
])("%j changes nothing and logs nothing", (value) => {
  expect(read(value)).toEqual(defaults);
});

test.each([["off"], [true], [[missing]]])("%j as rules is ignored and logged", (rules) => {
  expect(read({ rules })).toMatchObject({
    severities: {},
    logged: ["imr.rules: expected an object of rules and severities (ignored)."],
  });
});

test("an invalid entry doesn't affect the others", () => {
  const { severities, logged } = read({
    rules: { "no/such": "off", "letter/no-issues": 2, [missing]: "hint", __proto__: {} },
  });
  expect(severities).toEqual({ [missing]: "hint" });
  expect(logged).toHaveLength(2);
});

test("the notice about problems that aren't shown isn't a rule to set", () => {
  expect(read({ rules: { "letter/too-many-findings": "off" } }).logged).toHaveLength(1);
});

test("a preset sets severities, which the user's override", () => {
  expect(read({ preset: "standard" }).severities).toEqual({});
  expect(read({ preset: "draft" }).severities).toMatchObject({ [missing]: "hint" });
  const { severities } = read({ preset: "draft", rules: { [missing]: "error" } });
  expect(severities).toMatchObject({ [missing]: "error", "issue/missing-rationale": "hint" });
});

test.each(["loud", 1, ["final"]])("%j as preset is ignored and logged", (preset) => {
  expect(read({ preset })).toMatchObject({
    severities: {},
    logged: ["imr.preset: expected one of standard, draft, final, strict (using “standard”)."],
  });
});

test("holdWhileTyping is true, false, or logged", () => {
  expect(read({ holdWhileTyping: false })).toMatchObject({ holdWhileTyping: false, logged: [] });
  expect(read({ holdWhileTyping: "no" })).toMatchObject({
    holdWhileTyping: true,
    logged: ["imr.holdWhileTyping: expected true or false (using true)."],
  });
});

test("kinds of hints are turned off one by one, or all at once", () => {
  expect(read({ inlayHints: { drugs: false } }).hints).toEqual({ ...defaults.hints, drugs: false });
  const none = { missing: false, drugs: false, topics: false, guidelines: false };
  expect(read({ inlayHints: { enabled: false, drugs: true } }).hints).toEqual(none);
  expect(read({ inlayHints: false }).hints).toEqual(none);
  expect(read({ inlayHints: { enabled: "no", topics: 3 } })).toMatchObject({
    hints: defaults.hints,
    logged: [
      "imr.inlayHints.enabled: expected true or false (using true).",
      "imr.inlayHints.topics: expected true or false (using true).",
    ],
  });
});

test("lenses are turned off", () => {
  expect(read({ codeLens: { enabled: false } }).codeLens).toBe(false);
  expect(read({ codeLens: false }).codeLens).toBe(false);
});

test("the settings of the folder come before those of the editor, rule by rule", () => {
  const folderSettings = `{
    // For all who write here.
    "preset": "draft",
    "rules": { "letter/no-issues": "error" }
  }`;
  const rules = { "letter/no-issues": "off", "letter/section-order": "off" };
  const { severities, logged } = read({ preset: "strict", rules, folderSettings });
  expect(severities).toEqual({
    ...read({ preset: "draft" }).severities,
    "letter/no-issues": "error",
    "letter/section-order": "off",
  });
  expect(logged).toEqual([]);
  expect(read({ folderSettings: "{" })).toEqual({
    ...defaults,
    logged: [".imr/settings.json: expected a JSON object of settings (ignored)."],
  });
});
