/** `npm run schemas`: writes the published schemas in schemas/ from the schemas in the code. Tests compare them. */
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { toJsonSchema } from "@valibot/to-json-schema";
import { build } from "esbuild";
import { at } from "./project.mjs";

async function moduleOf(file) {
  const { outputFiles } = await build({ entryPoints: [at(file)], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

export async function packSchema() {
  const { packShape } = await moduleOf("server/src/packs/packSchema.ts");
  // JSON Schema can't express these checks; reading a pack reports them.
  return toJsonSchema(packShape, { ignoreActions: ["check"] });
}

export async function recordSchema() {
  const { recordSchema: shape, recordSchemaId } = await moduleOf("server/src/cli/formats/recordSchema.ts");
  const { $schema, ...schema } = toJsonSchema(shape);
  return { $schema, $id: recordSchemaId, ...schema };
}

/** The settings of a folder, which `folderSettings.ts` of the command line and of the server read. */
export async function settingsSchema() {
  const { presetNames } = await moduleOf("server/src/review/presets.ts");
  const { rules } = await moduleOf("server/src/review/rules.ts");
  const { severityNames: severities } = await moduleOf("server/src/review/severitySettings.ts");
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Settings of a folder of IMR letters",
    description: "They hold in the editor and on the command line.",
    type: "object",
    properties: {
      $schema: { type: "string" },
      preset: { description: "How strictly letters are checked.", enum: presetNames },
      rules: {
        description: "The severity of rules, in place of the preset's.",
        type: "object",
        properties: Object.fromEntries(
          rules.map(({ id, title }) => [id, { description: title, enum: severities }]),
        ),
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  };
}

export async function criterionSchema() {
  const { criterionSchema: shape, criterionSchemaId } = await moduleOf(
    "server/src/cli/formats/criterionSchema.ts",
  );
  const { $schema, ...schema } = toJsonSchema(shape);
  return { $schema, $id: criterionSchemaId, ...schema };
}

/** The schemas by file. */
export const schemas = {
  "schemas/imr-pack.schema.json": packSchema,
  "schemas/imr-determination.schema.json": recordSchema,
  "schemas/imr-settings.schema.json": settingsSchema,
  "schemas/imr-criterion.schema.json": criterionSchema,
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [file, schema] of Object.entries(schemas))
    writeFileSync(at(file), `${JSON.stringify(await schema(), undefined, 2)}\n`);
}
