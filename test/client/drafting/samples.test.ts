/** The samples in the package, and a damaged package. How samples open is tested in test/workbench. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openSample, samples } from "../../../client/src/drafting/samples.ts";
import { memoryUri } from "../memoryFiles.ts";
import { editor, resetEditor } from "../vscode.ts";

test("the list has exactly the samples in the package", () => {
  const ignoreFile = readFileSync(path.resolve(import.meta.dirname, "../../../.vscodeignore"), "utf8");
  const packed = [...ignoreFile.matchAll(/^!samples\/(.+?)\r?$/gm)].map(([, file]) => file);
  const offered = samples().map(({ file }) => file);
  expect(packed.toSorted()).toEqual(offered.toSorted());
});

test("a sample that cannot be read is reported with a solution", async () => {
  resetEditor();
  await openSample(memoryUri("/extension-without-samples") as never, "missing-decision.imr.txt");
  expect(editor.messages).toEqual([
    "The sample letter “A decision is missing” couldn't be read. Reinstall IMR Letters.",
  ]);
});
