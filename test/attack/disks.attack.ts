/** Disks that are full: nothing is told as a success, and what was there stays. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { copies, folder, program, put, undecided } from "../cli/inFolder.ts";
import { note, watched } from "./attack.ts";

const letters = (): void => {
  for (const [name, text] of Object.entries(copies(200, undecided))) put({ [`letters/${name}`]: text });
};

describe.skipIf(!existsSync("/dev/full"))("a device that is full", () => {
  test.each(["export", "check", "report", "outline"])("%s says so", async (command) => {
    letters();
    const { stderr, status } = spawnSync(
      "sh",
      ["-c", `exec "$0" "$1" ${command} letters > /dev/full`, process.execPath, program],
      { cwd: folder(), encoding: "utf8" },
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/the disk is full/);
  });
});

/** Only the system's own user may make a disk. */
const makesDisks = process.platform === "linux" && process.getuid?.() === 0 && canMount();
if (!makesDisks) console.log("Small disks are skipped: making one needs root on Linux.");

function canMount(): boolean {
  const { status } = spawnSync("unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]);
  return status === 0;
}

describe.skipIf(!makesDisks)("a small disk", () => {
  test.each([4, 16, 64])("of %i kB keeps what it held", async (kilobytes) => {
    letters();
    const disk = path.join(folder(), "disk");
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", disk]);
    try {
      writeFileSync(path.join(disk, "out.ndjson"), "good\n");
      const { code, err } = await watched(process.execPath, [
        program,
        ...["export", "letters", "-o", "disk/out.ndjson"],
      ]);
      expect(code).toBe(2);
      expect(err).toMatch(/the disk is full/);
      expect(readFileSync(path.join(disk, "out.ndjson"), "utf8")).toBe("good\n");
      expect(readdirSync(disk)).toEqual(["out.ndjson"]);
    } finally {
      execFileSync("umount", [disk]);
    }
  });
});

test("a folder that may not be written to is said", async (context) => {
  letters();
  put({ "a file": "" });
  const { code, err } = await watched(process.execPath, [
    program,
    ...["export", "letters", "-o", "a file/out.ndjson"],
  ]);
  expect(code).toBe(2);
  expect(err).not.toContain("    at ");
  note(context, 1);
});
