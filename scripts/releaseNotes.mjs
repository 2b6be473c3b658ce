/**
 * `node scripts/releaseNotes.mjs v0.2.0` prints what the changelog says of that version, for its release page. Fails where
 * the tag isn't the version in package.json, or the changelog doesn't tell of it.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { at } from "./project.mjs";

/**
 * The section of one version, without its heading. A release page stands in no folder, so links to files become links to
 * the repository at the version's tag.
 * @param {string} changelog Markdown whose versions are headings of the second level, as Keep a Changelog has them:
 *   `## [0.2.0] - 2027-01-15`, the brackets optional
 * @param {string} version such as `0.2.0`
 * @param {string} repository the address of the repository
 * @returns {string} ends with a line end
 * @throws {Error} where the changelog has no such version, no day for it, or nothing to say of it
 */
export function notesOf(changelog, version, repository) {
  const withoutLinkTargets = changelog.replaceAll("\r\n", "\n").replace(/^\[[^\]]+\]: \S+$/gm, "");
  const sections = withoutLinkTargets.split(/^## /m).slice(1);
  const section = sections.find((one) => /^\[?([^\s\]]+)/.exec(one)?.[1] === version);
  if (section === undefined) throw new Error(`CHANGELOG.md has no section for ${version}.`);
  const [heading = "", ...lines] = section.split("\n");
  if (!/^\S+ - \d{4}-\d\d-\d\d$/.test(heading)) throw new Error(`CHANGELOG.md has no date for ${version}.`);
  const notes = lines.join("\n").trim();
  if (notes === "") throw new Error(`CHANGELOG.md says nothing about ${version}.`);
  return `${notes.replace(/\]\((?![a-z]+:|#)/g, `](${repository}/blob/v${version}/`)}\n`;
}

function main([tag = ""]) {
  const { version, homepage } = JSON.parse(readFileSync(at("package.json"), "utf8"));
  if (tag !== `v${version}`) throw new Error(`The tag is "${tag}", but package.json has version ${version}.`);
  return notesOf(readFileSync(at("CHANGELOG.md"), "utf8"), version, homepage.replace(/#.*$/, ""));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.stdout.write(main(process.argv.slice(2)));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
