/**
 * Bundles the extension into dist/.
 *   --production  minifies, without source maps, for the package
 *   --tests       also bundles the workbench tests
 *   --watch       bundles again after each change
 */
import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { build, context } from "esbuild";
import { bundledPackages, bundles, forProduction, noticesOf, testBundles } from "./bundles.mjs";
import { root } from "./project.mjs";

const options = new Set(process.argv.slice(2));
const production = options.has("--production") || options.has("--minify");

const selected = (options.has("--tests") ? [...bundles, ...testBundles] : bundles).map((bundle) =>
  production ? forProduction(bundle) : bundle,
);
const missing = selected
  .flatMap(({ entryPoints }) => entryPoints)
  .filter((file) => !existsSync(`${root}/${file}`));
if (missing.length > 0) {
  console.error(`Cannot build: ${missing.join(", ")} not found.`);
  process.exit(1);
}

// A production build starts clean, so no source maps of an earlier build are packaged.
if (production) await rm(`${root}/dist`, { recursive: true, force: true });

if (options.has("--watch")) {
  const contexts = await Promise.all(selected.map((bundle) => context({ ...bundle, logLevel: "info" })));
  await Promise.all(contexts.map((one) => one.watch()));
} else {
  try {
    const results = await Promise.all(selected.map((bundle) => build({ ...bundle, metafile: production })));
    if (production) {
      const packages = bundledPackages(results.map(({ metafile }) => metafile));
      await writeFile(`${root}/dist/THIRD-PARTY-NOTICES.txt`, noticesOf(packages));
    }
  } catch {
    // esbuild has already printed the errors.
    process.exit(1);
  }
}
