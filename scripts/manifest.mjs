/**
 * Writes the rules' settings into package.json and their words into package.nls.json, from the rule table, and what their
 * pages say for the command line: `node scripts/manifest.mjs` after a rule or its page is added or changed. Tests see to
 * it that they agree.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { at } from "./project.mjs";

const severities = ["off", "hint", "information", "warning", "error"];

const wordsKey = (id) => `rule.${id}`;

/** The properties of the setting `imr.rules`. */
export const ruleSettings = (rules) =>
  Object.fromEntries(
    rules.map(({ id, severity }) => [
      id,
      { type: "string", enum: severities, default: severity, markdownDescription: `%${wordsKey(id)}%` },
    ]),
  );

const ruleWords = (rules) =>
  Object.fromEntries(
    rules.map(({ id, title, law }) => [wordsKey(id), law ? `${title}. (${law})` : `${title}.`]),
  );

/** package.nls.json with the rules' words as they should be. */
export const withRuleWords = (words, rules) => ({
  ...Object.fromEntries(Object.entries(words).filter(([key]) => !key.startsWith(wordsKey("")))),
  ...ruleWords(rules),
});

/** The properties as package.json has them; the object itself, so that it can be changed. */
export const rulesSetting = (manifest) =>
  manifest.contributes.configuration.flatMap(({ properties }) => properties["imr.rules"] ?? [])[0];

/** What is found and why it matters, as the page of each rule says it: a line a paragraph, in Markdown with whole links. */
export const rulePages = (rules) =>
  Object.fromEntries(
    rules.map(({ id }) => {
      const page = readFileSync(at("docs/rules", `${id.replace("/", "-")}.md`), "utf8").replaceAll(
        "\r\n",
        "\n",
      );
      const [head = "", ...sections] = page.split(/^## /m);
      const why = sections.find((section) => section.startsWith("Why it matters\n")) ?? "";
      // A title and the line with severity and provision come first.
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

/** Reads a JSON file of the project, and writes back what `change` makes of it. */
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
