/** The command line as packed by `npm pack`: it installs and runs from any folder. */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { version } from "../../package.json";
import { begin, folder, put, undecided } from "./inFolder.ts";

const project = path.resolve(import.meta.dirname, "../..");
const windows = process.platform === "win32";
const npm = (...args: readonly string[]): string =>
  execFileSync("npm", [...args, "--loglevel=error"], { cwd: project, encoding: "utf8", shell: windows });

test("a package of the command line installs and runs", { timeout: 120_000 }, async () => {
  put({ "letter.imr": undecided });
  // Without --ignore-scripts, packing would build again.
  const [packed] = JSON.parse(npm("pack", "--json", "--ignore-scripts", "--pack-destination", folder()));
  expect(packed.files.map((file: { readonly path: string }) => file.path).sort()).toEqual(
    expect.arrayContaining(["LICENSE", "README.md", "dist/cli.js", "package.json"]),
  );
  expect(
    packed.files.every(
      (file: { readonly path: string }) => !/\.map$|^(?:client|server|test)\//.test(file.path),
    ),
  ).toBe(true);

  const prefix = path.join(folder(), "prefix");
  mkdirSync(prefix);
  npm("install", "--global", "--offline", "--prefix", prefix, path.join(folder(), packed.filename));
  const command = path.join(prefix, windows ? "imr-letters.cmd" : "bin/imr-letters");
  const ran = async (...args: readonly string[]) => {
    const { child, ended } = begin(command, args, { shell: windows });
    child.stdin?.end();
    return ended;
  };
  expect((await ran("--version")).out).toBe(`${version}\n`);
  expect(await ran("check", "letter.imr")).toMatchObject({ code: 1 });
});
