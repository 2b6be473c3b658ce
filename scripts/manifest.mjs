/**
 * Writes the settings of the rules to package.json, their titles to package.nls.json, and the text of their pages to
 * rulePages.json for the command line. Run `node scripts/manifest.mjs` after you add or change a rule or its page. Tests check
 * that they agree.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { at } from "./project.mjs";

const severities = ["off", "hint", "information", "warning", "error"];

const titleKey = (id) => `rule.${id}`;

/** The properties of the `imr.rules` setting. */
export const ruleSettings = (rules) =>
  Object.fromEntries(
    rules.map(({ id, severity }) => [
      id,
      { type: "string", enum: severities, default: severity, markdownDescription: `%${titleKey(id)}%` },
    ]),
  );

const ruleTitles = (rules) =>
  Object.fromEntries(
    rules.map(({ id, title, law }) => [titleKey(id), law ? `${title}. (${law})` : `${title}.`]),
  );

/** package.nls.json with the current titles of the rules. */
export const withRuleWords = (words, rules) => ({
  ...Object.fromEntries(Object.entries(words).filter(([key]) => !key.startsWith(titleKey("")))),
  ...ruleTitles(rules),
});

/** The `imr.rules` setting in package.json; the object itself, so it can be changed. */
export const rulesSetting = (manifest) =>
  manifest.contributes.configuration.flatMap(({ properties }) => properties["imr.rules"] ?? [])[0];

/** What each rule reports and why it matters, from its page: Markdown, one line per paragraph, with absolute links. */
export const rulePages = (rules) =>
  Object.fromEntries(
    rules.map(({ id }) => {
      const page = readFileSync(at("docs/rules", `${id.replace("/", "-")}.md`), "utf8").replaceAll(
        "\r\n",
        "\n",
      );
      const [head = "", ...sections] = page.split(/^## /m);
      const why = sections.find((section) => section.startsWith("Why it matters\n")) ?? "";
      // The title, and the line with the severity and the provision, come first.
      return [
        id,
        { what: paragraphs(head).slice(2).join("\n\n"), why: paragraphs(why).slice(1).join("\n\n") },
      ];
    }),
  );

const pagesUrl = "https://github.com/imr-letters/imr-letters/blob/main/docs/rules/";

const paragraphs = (text) =>
  text
    .split(/\n\n+/)
    .map((paragraph) => paragraph.trim().replace(/\n(?![-*|] )/g, " "))
    .map((paragraph) => paragraph.replace(/\]\((\S+?)\)/g, (_, link) => `](${new URL(link, pagesUrl)})`))
    .filter((paragraph) => paragraph !== "");

async function loadRules() {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [at("server/src/review/rules.ts")],
    bundle: true,
    format: "esm",
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  return (await import(`data:text/javascript;base64,${code}`)).rules;
}

/** Replaces a JSON file of the project with the result of `change`. */
function rewrite(name, change) {
  const file = at(name);
  const next = change(JSON.parse(readFileSync(file, "utf8")));
  writeFileSync(file, `${JSON.stringify(next, undefined, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const rules = await loadRules();
  rewrite("package.json", (manifest) => {
    rulesSetting(manifest).properties = ruleSettings(rules);
    return manifest;
  });
  rewrite("package.nls.json", (words) => withRuleWords(words, rules));
  rewrite("server/src/cli/formats/rulePages.json", () => rulePages(rules));
}
