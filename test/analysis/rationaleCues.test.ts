import { describe, expect, test } from "vitest";
import * as cues from "../../server/src/analysis/rationaleCues.ts";

const lists = {
  authorities: cues.authorityCues,
  norms: cues.criterionCues,
  generalRules: cues.generalRules,
  employee: cues.employeeCues,
  record: cues.recordCues,
  standIns: cues.treatmentAnaphora,
  dependent: cues.dependentRequestCues,
} as const;

describe.each(Object.entries(lists))("%s", (_name, list) => {
  test.each(list.map((cue) => [cue.example, cue] as const))("%s", (example, cue) => {
    expect(cue.words.test(example)).toBe(true);
    expect(example).toMatch(/^[A-Z].*\.$/);
  });
});

test("a sentence of nothing triggers no cue", () => {
  for (const [name, list] of Object.entries(lists)) {
    expect([name, cues.matchesAnyCue(list, "Pain is 4 out of 10 and sleep is poor.")]).toEqual([name, false]);
  }
});

test("each example needs its own cue: no cue of the list is without use", () => {
  for (const [name, list] of Object.entries(lists)) {
    const words = list.map((cue) => cue.words.source);
    expect([name, new Set(words).size]).toEqual([name, list.length]);
  }
});
