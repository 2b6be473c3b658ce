/**
 * `npm run package`: builds the .vsix. Its files get the date of the latest version in the changelog, so the same sources
 * always give the same bytes. Other arguments go to vsce: `npm run package -- --out somewhere.vsix`.
 */
import { readFileSync } from "node:fs";
import { at, bin, run } from "./project.mjs";

const [, day] = /^## \S+ - (\d{4}-\d\d-\d\d)$/m.exec(readFileSync(at("CHANGELOG.md"), "utf8")) ?? [];
if (day === undefined) throw new Error("CHANGELOG.md has no version with a date.");

process.exitCode = await run(
  process.execPath,
  [bin("@vscode/vsce", "vsce"), "package", "--no-dependencies", ...process.argv.slice(2)],
  { env: { ...process.env, SOURCE_DATE_EPOCH: String(Date.parse(`${day}T12:00:00Z`) / 1000), TZ: "UTC" } },
);
