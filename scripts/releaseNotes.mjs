/**
 * `node scripts/releaseNotes.mjs v0.2.0` prints the changelog's section for that version, for its release page. Fails if the
 * tag isn't the version in package.json or if the changelog has no notes for it.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { at } from "./project.mjs";

/**
 * The section of one version, without its heading. Links to files become links to the repository at the version's tag, because
 * relative links don't work on a release page.
 * @param {string} changelog Markdown in which versions are second-level headings, as in Keep a Changelog:
 *   `## [0.2.0] - 2027-01-15`, with optional brackets
 * @param {string} version such as `0.2.0`
 * @param {string} repository the URL of the repository
 * @returns {string} Markdown that ends with a line feed
 * @throws {Error} if the changelog doesn't have the version, its date, or any notes
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
