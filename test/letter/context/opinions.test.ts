/** Every row has an example that is read differently without it. */
import { expect, test } from "vitest";
import { assertionAt, indexOf, scopesIn } from "../../../server/src/letter/context/scopes.ts";
import { opinionTriggers } from "../../../server/src/letter/context/triggers/opinions.ts";
import type { Trigger } from "../../../server/src/letter/context/triggers/trigger.ts";

function read(example: string, list: readonly Trigger[]) {
  const start = example.indexOf("[");
  const sentence = example.replace("[", "").replace("]", "");
  return assertionAt(scopesIn(sentence, indexOf(list)), start, example.indexOf("]") - 1);
}

test.each(opinionTriggers)("$phrase: $example", (trigger) => {
  expect(trigger.example).toMatch(/^[^[\]]*\[[^[\]]+\][^[\]]*$/);
  const assertion = read(trigger.example, opinionTriggers);
  const others = opinionTriggers.filter((other) => other !== trigger);
  expect(read(trigger.example, others)).not.toEqual(assertion);
  if (trigger.kind === "modifier") expect(assertion).toMatchObject(trigger.sets ?? {});
});
