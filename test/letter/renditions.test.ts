import { describe, expect, it } from "vitest";
import { parse } from "../../server/src/letter/parse.ts";
import { renditions, typeset } from "../fixture/typeset.ts";
import { show } from "./show.ts";

describe("a letter is the same in each rendition", () => {
  for (const form of ["G3a", "G3b"] as const) {
    const expected = show(parse(typeset({ form })));
    for (const rendition of renditions) {
      it.each([
        ["LF", "\n"],
        ["CRLF", "\r\n"],
        ["CR", "\r"],
      ] as const)(`${form} ${rendition} %s`, (_, lineEnd) => {
        for (const page of [0, 5, 13, 46]) {
          expect(show(parse(typeset({ form }, { rendition, lineEnd, page })))).toBe(expected);
        }
      });
    }
  }
});

describe("a letter is the same with", () => {
  const changes: readonly (readonly [string, (text: string) => string])[] = [
    ["a byte order mark", (t) => `\ufeff${t}`],
    ["a line of emoji before it", (t) => `\u{1f600}\u{1f600}\n${t}`],
    ["a note before it", (t) => `Draft of Monday, see the other file.\n\n${t}`],
    ["empty lines around it", (t) => `\n\n${t}\n\n\n`],
    ["no-break spaces", (t) => t.replaceAll(" ", "\u00a0")],
    ["trailing spaces", (t) => t.replace(/(?=\n)/g, "   ")],
    ["an indent", (t) => t.replace(/^/gm, "    ")],
    ["no line end at the end", (t) => t.trimEnd()],
    ["CRLF", (t) => t.replaceAll("\n", "\r\n")],
    ["CR", (t) => t.replaceAll("\n", "\r")],
    ["soft hyphens", (t) => t.replaceAll("cyclo", "cyclo\u00ad").replaceAll("medically", "medi\u00adcally")],
  ];
  for (const rendition of renditions) {
    const text = typeset({}, { rendition });
    const normal = (s: string) => show(parse(s));
    const expected = normal(text);
    it.each(changes)(`${rendition}: %s`, (_, change) => {
      expect(normal(change(text))).toBe(expected);
    });
  }
});
