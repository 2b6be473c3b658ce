/**
 * The expressions whose analysis takes too long, or that are linear only because each of their repetitions is bounded: they are
 * tried on long texts of their own words instead. `regexes.test.ts` accepts no other expression that isn't proved to be linear.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isLinear, repeat } from "./growth.ts";

const tried = JSON.parse(readFileSync("test/fixtures/triedRegexes.json", "utf8")) as readonly string[];

/** "/source/flags", and a text of the words in the source. */
function read(key: string): { readonly pattern: RegExp; readonly words: string } {
  const [, source = "", flags = ""] = /^\/(.*)\/([a-z]*)$/s.exec(key) ?? [];
  const words = (source.match(/[A-Za-z]{2,}/g) ?? []).slice(0, 40);
  return { pattern: new RegExp(source, [...new Set(`${flags}g`)].join("")), words: `${words.join(" ")} 12 ` };
}

test.each(tried.map((key) => [key.slice(0, 60), key]))("%s", (_, key) => {
  const { pattern, words } = read(key);
  isLinear(
    (length) => repeat(words, length),
    (text) => () => text.replace(pattern, ""),
  );
});

test("there are some", () => expect(tried.length).toBeGreaterThan(0));
