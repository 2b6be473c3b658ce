import { expect, test } from "vitest";
import { stateAbbreviations, stateNames, statesIn } from "../../server/src/letter/states.ts";

test.each<[string, readonly string[]]>([
  ["California", ["California"]],
  ["Texas,New York,California", ["Texas", "New York", "California"]],
  ["CALIFORNIA and west virginia", ["California", "West Virginia"]],
  ["CA, N.Y., D. C.", ["California", "New York", "District of Columbia"]],
  ["CA NV", ["California", "Nevada"]],
  ["Calif., Fla. & Penna.", ["California", "Florida", "Pennsylvania"]],
  ["Washington, DC", ["District of Columbia"]],
  ["Washington, Oregon", ["Washington", "Oregon"]],
  [
    "Virgin Islands; VI; Guam; AS; MP",
    ["U.S. Virgin Islands", "Guam", "American Samoa", "Northern Mariana Islands"],
  ],
  ["State of California, license no. 123 (active)", ["California"]],
  ["California; California", ["California"]],
  ["LICENSED IN CALIFORNIA OR NEVADA", ["California", "Nevada"]],
  ["Califronia", []],
  ["licensed in all of them", []],
  ["", []],
])("reads the states of %j", (list, states) => {
  expect(statesIn(list)).toEqual(states);
});

test("every state is read by its name and its abbreviation", () => {
  expect(stateNames.filter((name) => statesIn(name).length !== 1)).toEqual([]);
  expect(new Set(stateAbbreviations.flatMap(statesIn)).size).toBe(stateAbbreviations.length);
});
