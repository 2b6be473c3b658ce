/** Full disks: the failure is reported, and existing files stay. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { copies, folder, program, put, run, undecided } from "../cli/inFolder.ts";
import { pdf } from "../cli/letterFiles.ts";
import { recordAttacks, runMeasured } from "./attack.ts";

const letters = (): void => {
  for (const [name, text] of Object.entries(copies(200, undecided))) put({ [`letters/${name}`]: text });
};

describe.skipIf(!existsSync("/dev/full"))("a full device", () => {
  test.each(["export", "check", "report", "outline"])("is reported by %s", async (command) => {
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

/** Only root can mount a disk. */
const canMountDisks = process.platform === "linux" && process.getuid?.() === 0 && canMount();
if (!canMountDisks) console.log("Skipped small disks: mounting one needs root on Linux.");

function canMount(): boolean {
  const { status } = spawnSync("unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]);
  return status === 0;
}

describe.skipIf(!canMountDisks)("a small disk", () => {
  test.each([4, 16, 64])("of %i kB keeps the existing file", async (kilobytes) => {
    letters();
    const disk = path.join(folder(), "disk");
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", disk]);
    try {
      writeFileSync(path.join(disk, "out.ndjson"), "good\n");
      const { code, err } = await runMeasured(process.execPath, [
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

describe.skipIf(!canMountDisks)("a cache of documents on a small disk", () => {
  test.each([8, 24, 40])("of %i kB is reported, and every letter is read", async (kilobytes) => {
    for (let index = 0; index < 12; index++)
      put({ [`letters/${index}.pdf`]: pdf(`${undecided}\nLetter ${index} of these.`) });
    const expected = await run(["outline", "letters"]);
    const disk = path.join(folder(), "disk");
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", disk]);
    try {
      for (let again = 0; again < 2; again++) {
        const { out, err, code } = await run(["outline", "letters", "--cache", "disk"]);
        expect({ out, code }).toEqual({ out: expected.out, code: expected.code });
        expect(err).toBe(`The cache couldn't be written: the disk is full.\n${expected.err}`);
        for (const name of readdirSync(disk, { recursive: true }).map(String)) {
          expect(name).not.toMatch(/\.part$/);
          if (name.endsWith(".json")) JSON.parse(readFileSync(path.join(disk, name), "utf8"));
        }
      }
    } finally {
      execFileSync("umount", [disk]);
    }
  });
});

test("an output folder that isn't a folder is reported", async (context) => {
  letters();
  put({ "a file": "" });
  const { code, err } = await runMeasured(process.execPath, [
    program,
    ...["export", "letters", "-o", "a file/out.ndjson"],
  ]);
  expect(code).toBe(2);
  expect(err).not.toContain("    at ");
  recordAttacks(context, 1);
});
