/** Every trigger has an example that is read differently without it. */
import { describe, expect, test } from "vitest";
import { personTriggers } from "../../../server/src/analysis/statements/personTriggers.ts";
import type { Assertion } from "../../../server/src/letter/context/assertion.ts";
import { assertionAt, indexOf, scopesIn } from "../../../server/src/letter/context/scopes.ts";
import type { Trigger } from "../../../server/src/letter/context/triggers/trigger.ts";
import { triggers } from "../../../server/src/letter/context/triggers.ts";

const all = [...triggers, ...personTriggers];

/** What the triggers say about the words in brackets. */
function read(example: string, list: readonly Trigger[]): Assertion {
  const start = example.indexOf("[");
  const end = example.indexOf("]") - 1;
  const sentence = example.replace("[", "").replace("]", "");
  return assertionAt(scopesIn(sentence, indexOf(list)), start, end);
}

describe("triggers", () => {
  test.each(all)("$phrase: $example", (trigger) => {
    expect(trigger.example).toMatch(/^[^[\]]*\[[^[\]]+\][^[\]]*$/);
    const others = all.filter((other) => other !== trigger);
    const assertion = read(trigger.example, all);
    expect(read(trigger.example, others)).not.toEqual(assertion);
    if (trigger.kind === "modifier") expect(assertion).toMatchObject(trigger.sets ?? {});
  });

  test("no phrase stands twice", () => {
    const phrases = all.map(({ phrase }) => phrase);
    expect(phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i)).toEqual([]);
  });
});
