/**
 * Writes the rules' settings into package.json, from the rule table: `node scripts/manifest.mjs` after a rule is added
 * or changed. A test sees to it that the two agree.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { at } from "./project.mjs";

const severities = ["off", "hint", "information", "warning", "error"];

/** The properties of the setting `imr.rules`. */
export const ruleSettings = (rules) =>
  Object.fromEntries(
    rules.map(({ id, severity, title, law }) => [
      id,
      {
        type: "string",
        enum: severities,
        default: severity,
        markdownDescription: law ? `${title}. (${law})` : `${title}.`,
      },
    ]),
  );

/** The properties as package.json has them; the object itself, so that it can be changed. */
export const rulesSetting = (manifest) =>
  manifest.contributes.configuration.flatMap(({ properties }) => properties["imr.rules"] ?? [])[0];

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

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = at("package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  rulesSetting(manifest).properties = ruleSettings(await loadRules());
  writeFileSync(file, `${JSON.stringify(manifest, undefined, 2)}\n`);
}
