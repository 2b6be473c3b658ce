/** The room `base` knows nothing of letters. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = "server/src/base";

test.each(readdirSync(folder))("%s doesn't mention letters", (name) => {
  expect(readFileSync(`${folder}/${name}`, "utf8")).not.toMatch(/letter|IMR/i);
});
