import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
// @ts-expect-error a plain script
import { pagePartsForTests } from "./scripts/pageParts.mjs";

/**
 * What `npm run test:fast` leaves out, with what takes the time: most of these files take more than two seconds of a
 * processor.
 */
const slow: Readonly<Record<string, string>> = {
  "test/bundles.test.ts": "bundles everything, twice",
  "test/examples/*.test.ts": "starts clusters of the engines that are installed",
  "test/cli/**/*.test.ts": "starts the built command line, hundreds of times",
  "test/features/guidelines/guidelinePage.test.ts": "follows every link of every page",
  "test/features/drafting/cleanUpText.test.ts": "cleans up and reviews hundreds of letters",
  "test/features/drafting/templates/rationaleOutline.test.ts":
    "reviews an outline for each kind of treatment and year",
  "test/reader/guidelineStructure.test.ts": "starts the built reader",
  "test/reader/guidelines.test.ts": "starts the built importer, and reads a PDF of 127 pages",
  "test/reader/realLetters.test.ts": "starts the built reader, and reads real letters",
  "test/reader/letter*.test.ts": "starts the built reader",
  "test/writer/*.test.ts": "starts the built writer and reader",
  "test/letter/anyText.test.ts": "parses thousands of random texts",
  "test/letter/typing.test.ts": "parses letters after each key, in every layout",
  "test/offline/offline.test.ts": "starts the built programs where sockets are refused",
  "test/protocol/capabilityMatrix.test.ts": "sends every request as each kind of editor",
  "test/features/workspace/records.test.ts": "reads thousands of tables as spreadsheets do",
  "test/protocol/diagnostics/messageLength.test.ts": "reviews thousands of broken letters",
  "test/protocol/hostileWords.test.ts": "shows hundreds of hostile texts in every way",
  "test/protocol/lsp/markup.test.ts": "renders thousands of random words as Markdown",
  "test/protocol/lsp/validMessages.test.ts": "starts the built server, again and again",
  "test/protocol/handlers/codeAction/fixAll.test.ts": "applies every fix to hundreds of broken letters",
  "test/protocol/metamorphic.test.ts": "sends every request for each sample with six sets of settings",
  "test/protocol/quietLog.test.ts": "puts failing modules in place of others, so loads all for itself",
  "test/protocol/workspace/letterIndexSessions.test.ts":
    "compares a hundred random sequences with a new server",
  "test/protocol/stdio.test.ts": "builds the server and starts it as a program",
  "test/protocol/replay.test.ts": "types the samples, with requests after thousands of keys",
  "test/protocol/wild.test.ts": "sends what eighty broken editors could send",
  "test/regexes.test.ts": "analyzes every regular expression",
  "test/review/rules/nextExpected.test.ts": "reviews drafts of different lengths",
  "test/report/page.test.ts": "drives a browser",
  "test/review/mutations.test.ts": "breaks letters in thousands of places",
  "test/startServer.test.ts": "starts a VS Code server, which it may have to install",
};

/** What runs by itself after all others, because it measures time or memory. */
const measuring: Readonly<Record<string, string>> = {
  "test/base/deepCopy.test.ts": "looks for whole letters in the memory of the engine",
  "test/features/linear.test.ts": "measures long texts, again and again",
  "test/grammar/linear.test.ts": "measures long lines, again and again",
  "test/triedRegexes.test.ts": "measures long texts",
  "test/reader/hostile.test.ts": "starts the built importer on documents that need a lot of memory",
  "test/reader/linear.test.ts": "measures long documents again and again",
  "test/letter/linear.test.ts": "measures long texts, again and again",
  "test/features/reading/links.test.ts": "measures long texts",
  "test/packs/readPacks.test.ts": "measures large packs",
  "test/packs/drugList.test.ts": "measures large tables",
  "test/letter/olderForms.test.ts": "measures long texts",
};

export default defineConfig({
  plugins: [pagePartsForTests],
  resolve: { alias: { vscode: fileURLToPath(new URL("test/client/vscode.ts", import.meta.url)) } },
  test: {
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: "fast",
          // They share what they have loaded, so none may replace a module: test/boundaries.test.ts.
          isolate: false,
          include: ["test/**/*.test.ts"],
          // The latter run inside VS Code.
          exclude: [...Object.keys(slow), ...Object.keys(measuring), "test/workbench/**"],
        },
      },
      {
        extends: true,
        test: { name: "slow", include: Object.keys(slow), globalSetup: ["test/build.setup.ts"] },
      },
      {
        extends: true,
        test: { name: "measuring", include: Object.keys(measuring), globalSetup: ["test/build.setup.ts"] },
      },
    ],
  },
});
