/** The samples that the package carries, and a damaged package. How they open is tested in test/workbench. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";

type Command = (...args: unknown[]) => Promise<void>;
const { registered, errors } = vi.hoisted(() => ({
  registered: new Map<string, Command>(),
  errors: [] as string[],
}));

/** A VS Code in which no file can be read. */
vi.mock("vscode", () => ({
  l10n: {
    t: (text: string, ...args: string[]) => text.replace(/\{(\d)\}/g, (_, index) => args[index] ?? ""),
  },
  commands: { registerCommand: (name: string, command: Command) => registered.set(name, command) },
  Uri: { joinPath: (base: string, ...parts: string[]) => [base, ...parts].join("/") },
  workspace: { fs: { readFile: () => Promise.reject(new Error("not found")) } },
  window: { showErrorMessage: (message: string) => errors.push(message) },
}));
const { registerSamples, samples } = await import("../../client/src/samples.ts");

test("the list offers what the package holds, no more and no less", () => {
  const ignoreFile = readFileSync(path.resolve(import.meta.dirname, "../../.vscodeignore"), "utf8");
  const packed = [...ignoreFile.matchAll(/^!samples\/(.+?)\r?$/gm)].map(([, file]) => file);
  const offered = samples().map(({ file }) => file);
  expect(packed.toSorted()).toEqual(offered.toSorted());
});

test("a sample that cannot be read is named, with what helps", async () => {
  registerSamples("extension" as never);
  await registered.get("imr.openSampleLetter")?.("missing-decision.imr.txt");
  expect(errors).toEqual([
    "The sample letter “A decision is missing” could not be read. Installing IMR Letters again should help.",
  ]);
});
