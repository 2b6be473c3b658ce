import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/build.setup.ts"],
    // Those run inside VS Code.
    exclude: ["test/workbench/**"],
    testTimeout: 20_000,
  },
});
