/** A malicious pack next to a good one: it affects only itself. */
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { folder, program, put, undecided } from "../cli/inFolder.ts";
import { recordAttacks, runMeasured } from "./attack.ts";

const good = JSON.stringify({
  name: "Good",
  drugs: [{ generic: "goodprofen", brands: [], class: "for tests" }],
});

const packs: Readonly<Record<string, string | (() => void)>> = {
  "deeply nested": "[".repeat(200_000),
  "deeply nested in its place": `{"name":"x","drugs":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
  "a lone surrogate": '{"name":"\\ud800","drugs":[{"generic":"\\udfff","brands":[],"class":"x"}]}',
  "its own prototype": '{"__proto__":{"name":1},"name":"x","constructor":{"prototype":{}}}',
  "20,000 drugs": JSON.stringify({
    name: "x",
    drugs: Array.from({ length: 20_000 }, (_, index) => ({
      generic: `drugof${index.toString(36).replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)]!)}`,
      brands: [],
      class: "x",
    })),
  }),
  "4,000 topics on a page": JSON.stringify({
    name: "x",
    topics: Array.from({ length: 4000 }, (_, index) => ({
      id: `topic-${index}`,
      guideline: "chronic-pain-2009",
      name: `Topic number ${index}`,
      pages: ["78"],
      summary: "x",
    })),
  }),
  "a name of 50 MB": JSON.stringify({ name: "x".repeat(50e6) }),
  "not JSON": "\u0000\u0001",
  nothing: "",
  "a byte order mark": `\ufeff${good}`,
  "a device": () => symlinkSync("/dev/zero", path.join(folder(), "packs/bad.imr-pack.json")),
  "a pipe": () => execFileSync("mkfifo", [path.join(folder(), "packs/bad.imr-pack.json")]),
  "a folder": () => put({ "packs/bad.imr-pack.json/x": "" }),
  "a link to itself": () => symlinkSync("bad.imr-pack.json", path.join(folder(), "packs/bad.imr-pack.json")),
};

describe.skipIf(process.platform === "win32")("a pack that is", () => {
  for (const [name, made] of Object.entries(packs)) {
    test(name, { timeout: 120_000 }, async (context) => {
      put({ "packs/good.imr-pack.json": good, "letters/a.imr": undecided });
      if (typeof made === "string") put({ "packs/bad.imr-pack.json": made });
      else made();
      const { code, out, err, memory } = await runMeasured(process.execPath, [
        program,
        ...["check", "letters", "--packs", "packs", "--format", "json"],
      ]);
      expect(code, err.slice(0, 2000)).toBe(1);
      expect(out).toContain("letters");
      expect(err).not.toContain("    at ");
      expect(memory).toBeLessThan(700e6);
      recordAttacks(context, 1, memory);
    });
  }
});
