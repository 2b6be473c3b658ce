/** A folder of packs in which one is a pipe, a device, a folder, too large or locked: it is named, and the others count. */
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { folder, put, run, sound } from "../inFolder.ts";

const good = JSON.stringify({
  name: "Ours",
  drugs: [{ generic: "a" }],
});

const at = (name: string): string => path.join(folder(), "packs", `${name}.imr-pack.json`);

test.skipIf(process.platform === "win32")("each is told at its place, and none is waited for", async () => {
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
  const told = [
    "packs/circle.imr-pack.json:1: This pack is not read: its links lead round in a circle.",
    "packs/deep.imr-pack.json:3: This is nested too deeply for a pack.",
    "packs/folder.imr-pack.json:1: This is no plain file and is not read.",
    "packs/good.imr-pack.json:1: A new drug needs “class”.",
    "packs/huge.imr-pack.json:1: This pack is larger than 4 MB and is not read.",
    "packs/nowhere.imr-pack.json:1: This pack is not read: there is no such file.",
    "packs/pipe.imr-pack.json:1: This is no plain file and is not read.",
    "packs/zero.imr-pack.json:1: This is no plain file and is not read.",
  ];
  expect(err.split("\n").filter((line) => line.startsWith("packs/"))).toEqual(told);
});
