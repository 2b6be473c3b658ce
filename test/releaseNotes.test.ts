/** The release notes of a version are its section of the changelog. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
// @ts-expect-error a plain script
import { notesOf } from "../scripts/releaseNotes.mjs";
import { shownManifest as manifest } from "./shownManifest.ts";

const repository = "https://example.org/imr";
const notes = (changelog: string, version = "0.2.0"): string => notesOf(changelog, version, repository);

const changelog = `# Changelog

## Unreleased

- Not yet.

## [0.2.0] - 2027-01-15

### Added

- [Packs](docs/packs.md#shape), see [MTUS](https://example.org/mtus).

## 0.1.0 - 2026-11-22

The first version.

[0.2.0]: https://example.org/imr/compare/v0.1.0...v0.2.0
`;

describe("release notes", () => {
  test("are the section of that version, with absolute links", () => {
    expect(notes(changelog)).toBe(
      "### Added\n\n- [Packs](https://example.org/imr/blob/v0.2.0/docs/packs.md#shape), see [MTUS](https://example.org/mtus).\n",
    );
  });

  test("of the last version in the file don't include the link targets", () => {
    expect(notes(changelog, "0.1.0")).toBe("The first version.\n");
  });

  test("are the same for all line ends", () => {
    expect(notes(changelog.replaceAll("\n", "\r\n"))).toBe(notes(changelog));
  });

  test.each([
    ["0.3.0", changelog, "CHANGELOG.md has no section for 0.3.0."],
    ["0.2", changelog, "CHANGELOG.md has no section for 0.2."],
    ["Unreleased", changelog, "CHANGELOG.md has no date for Unreleased."],
    [
      "0.4.0",
      "## 0.4.0 - 2027-05-01\n\n## 0.3.0 - 2027-04-01\n\nA.\n",
      "CHANGELOG.md says nothing about 0.4.0.",
    ],
  ])("of %s fail if the changelog has none", (version, text, message) => {
    expect(() => notes(text, version)).toThrow(message);
  });

  test("of the version in package.json are in this changelog", () => {
    const run = (tag: string) =>
      execFileSync(process.execPath, ["scripts/releaseNotes.mjs", tag], { encoding: "utf8", stdio: "pipe" });
    const written = run(`v${manifest.version}`);
    expect(written.length).toBeGreaterThan(100);
    expect(readFileSync("CHANGELOG.md", "utf8")).toContain(written.split("\n")[0]);
    expect(() => run("v99.0.0")).toThrow(
      `The tag is "v99.0.0", but package.json has version ${manifest.version}.`,
    );
  });
});
