import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
// @ts-expect-error a plain script
import { pagePartsForTests } from "./scripts/pageParts.mjs";

export default defineConfig({
  plugins: [pagePartsForTests],
  resolve: { alias: { vscode: fileURLToPath(new URL("test/client/vscode.ts", import.meta.url)) } },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/build.setup.ts"],
    // Those run inside VS Code.
    exclude: ["test/workbench/**"],
    testTimeout: 20_000,
  },
});
