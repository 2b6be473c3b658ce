/** Writes schemas/imr-pack.schema.json from the shape of packs in server/src/protocol/packShape.ts; a test compares them. */
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { toJsonSchema } from "@valibot/to-json-schema";
import { build } from "esbuild";
import { at } from "./project.mjs";

export async function packSchema() {
  const { outputFiles } = await build({
    entryPoints: [at("server/src/protocol/packShape.ts")],
    bundle: true,
    format: "esm",
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  const { packShape } = await import(`data:text/javascript;base64,${code}`);
  return toJsonSchema(packShape);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(at("schemas/imr-pack.schema.json"), `${JSON.stringify(await packSchema(), undefined, 2)}\n`);
}
