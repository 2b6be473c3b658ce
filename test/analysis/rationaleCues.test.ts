import { describe, expect, test } from "vitest";
import * as cues from "../../server/src/analysis/rationaleCues.ts";

const { authorityCues, criterionCues, generalRules, employeeCues, recordCues, clinicalCues } = cues;
const { treatmentAnaphora, dependentRequestCues, matchesAnyCue } = cues;
const lists = Object.entries({
  authorityCues,
  criterionCues,
  generalRules,
  employeeCues,
  recordCues,
  clinicalCues,
  treatmentAnaphora,
  dependentRequestCues,
});

describe.each(lists)("%s", (_name, list) => {
  test.each(list)("$example", ({ pattern, example }) => {
    expect(example).toMatch(/^[A-Z].*\.$/);
    expect(list.filter((cue) => cue.pattern.test(example)).map((cue) => cue.pattern)).toEqual([pattern]);
  });

  test("a sentence without a cue", () => {
    expect(matchesAnyCue(list, "A lamp stands on the desk.")).toBe(false);
  });
});
