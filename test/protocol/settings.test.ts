import { expect, test } from "vitest";
import { readSeverities } from "../../server/src/protocol/settings.ts";

const known = new Set(["issue/missing-decision", "letter/no-issues"]);

function read(value: unknown): { chosen: unknown; said: string[] } {
  const said: string[] = [];
  return { chosen: readSeverities(value, known, (problem) => said.push(problem)), said };
}

test("severities of known rules are taken", () => {
  const rules = { "issue/missing-decision": "error", "letter/no-issues": "off" };
  expect(read({ rules })).toEqual({ chosen: rules, said: [] });
});

test.each([undefined, null, {}, { rules: null }, "on", 7, []])(
  "%j changes nothing and says nothing",
  (value) => {
    expect(read(value)).toEqual({ chosen: {}, said: [] });
  },
);

test.each([["off"], [true], [["issue/missing-decision"]]])(
  "rules given as %j are refused in plain words",
  (rules) => {
    expect(read({ rules })).toEqual({
      chosen: {},
      said: ["The setting imr.rules should list rules with their severities; it is ignored."],
    });
  },
);

test("one bad entry does not spoil the others", () => {
  const { chosen, said } = read({
    rules: { "no/such": "off", "letter/no-issues": 2, "issue/missing-decision": "hint", __proto__: {} },
  });
  expect(chosen).toEqual({ "issue/missing-decision": "hint" });
  expect(said).toHaveLength(2);
});
