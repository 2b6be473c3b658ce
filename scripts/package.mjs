/**
 * `npm run package`: makes the .vsix. The files in it are dated by the changelog, so that the same sources give the same
 * bytes on any day. Further words go to vsce: `npm run package -- --out somewhere.vsix`.
 */
import { readFileSync } from "node:fs";
import { at, bin, run } from "./project.mjs";

const [, day] = /^## \S+ - (\d{4}-\d\d-\d\d)$/m.exec(readFileSync(at("CHANGELOG.md"), "utf8")) ?? [];
if (day === undefined) throw new Error("CHANGELOG.md names no version with its day.");

process.exitCode = await run(
  process.execPath,
  [bin("@vscode/vsce", "vsce"), "package", "--no-dependencies", ...process.argv.slice(2)],
  { env: { ...process.env, SOURCE_DATE_EPOCH: String(Date.parse(`${day}T12:00:00Z`) / 1000), TZ: "UTC" } },
);
