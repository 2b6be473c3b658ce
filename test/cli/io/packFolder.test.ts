/** A folder with packs that are pipes, devices, folders, too large, or broken: they're reported, and the others are used. */
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { tooLarge } from "../../../server/src/packs/readPacks.ts";
import { folder, put, run, sound } from "../inFolder.ts";

const good = JSON.stringify({
  name: "Ours",
  drugs: [{ generic: "a" }],
});

const at = (name: string): string => path.join(folder(), "packs", `${name}.imr-pack.json`);

test.skipIf(process.platform === "win32")(
  "each bad pack is reported with its line, without waiting for any",
  async () => {
    put({ "s.imr": sound, "packs/good.imr-pack.json": `\ufeff${good}` });
    spawnSync("mkfifo", [at("pipe")]);
    symlinkSync("/dev/zero", at("zero"));
    symlinkSync("/nowhere", at("nowhere"));
    symlinkSync(at("circle"), at("circle"));
    mkdirSync(at("folder"));
    writeFileSync(at("huge"), "");
    truncateSync(at("huge"), 9_000_000_000);
    writeFileSync(at("deep"), `{ "name": "A",\n"topics":\n${"[".repeat(1_000_000)}`);
    const { out, err, code } = await run(["export", "s.imr", "--packs", "packs"]);
    expect(code).toBe(0);
    expect(out).toContain("MRI");
    const messages = [
      "packs/circle.imr-pack.json:1: This pack couldn't be read: its links form a loop.",
      expect.stringMatching(/^packs\/deep\.imr-pack\.json:3: .*deep/),
      "packs/folder.imr-pack.json:1: This isn't a plain file, so it isn't read.",
      expect.stringMatching(/^packs\/good\.imr-pack\.json:1: .*“class”/),
      `packs/huge.imr-pack.json:1: ${tooLarge}`,
      "packs/nowhere.imr-pack.json:1: This pack couldn't be read: the file doesn't exist.",
      "packs/pipe.imr-pack.json:1: This isn't a plain file, so it isn't read.",
      "packs/zero.imr-pack.json:1: This isn't a plain file, so it isn't read.",
    ];
    expect(err.split("\n").filter((line) => line.startsWith("packs/"))).toEqual(messages);
  },
);
