/** The guidelines that the user imported, kept in the extension's own storage, a file each. */
import * as vscode from "vscode";
import type { UserKnowledge } from "../../../server/src/protocol/extensions.ts";
import type { Files } from "../files/files.ts";
import { removeAbandoned } from "../files/temporaryFiles.ts";
import { filesIn } from "../util/filesIn.ts";
import type { KnowledgeSource } from "./userKnowledge.ts";

export type GuidelineCopy = UserKnowledge["copies"][number];

/** Of the files; those of another version are not read. */
const formatVersion = 1;

export interface StoredCopies extends KnowledgeSource<GuidelineCopy> {
  /** Keeps a copy, in place of an earlier one of the same guideline. Rejects an empty one, and where it cannot be written. */
  keep(copy: GuidelineCopy): Promise<void>;
  /** Rejects where it cannot be removed. */
  remove(guideline: string): Promise<void>;
}

/** `onUnreadable` is told the name of each file that cannot be read, once. */
export function createStoredCopies(
  files: Files,
  storage: vscode.Uri,
  onUnreadable: (file: string) => void,
): StoredCopies {
  const folder = vscode.Uri.joinPath(storage, "guidelines");
  const changed = new vscode.EventEmitter<void>();
  const told = new Set<string>();
  const fileOf = (guideline: string): vscode.Uri => vscode.Uri.joinPath(folder, `${guideline}.json`);

  async function read(file: vscode.Uri): Promise<readonly GuidelineCopy[]> {
    const name = file.path.split("/").at(-1) ?? "";
    try {
      const bytes = await vscode.workspace.fs.readFile(file);
      const copy = copyIn(JSON.parse(new TextDecoder().decode(bytes)));
      if (copy) return [copy];
    } catch {
      // Told below.
    }
    if (!told.has(name)) onUnreadable(name);
    told.add(name);
    return [];
  }

  return {
    onDidChange: changed.event,
    async current() {
      return (await Promise.all((await filesIn(folder, ".json")).map(read))).flat();
    },
    async keep(copy) {
      if (!copy.pages.some(({ text }) => text.trim() !== "")) throw new Error("A copy without words");
      await vscode.workspace.fs.createDirectory(folder);
      await removeAbandoned(folder);
      const bytes = new TextEncoder().encode(JSON.stringify({ version: formatVersion, ...copy }));
      await files.write(fileOf(copy.guideline), bytes);
      told.delete(`${copy.guideline}.json`);
      changed.fire();
    },
    async remove(guideline) {
      await vscode.workspace.fs.delete(fileOf(guideline));
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}

/** What a stored file holds; undefined for any other value. */
function copyIn(value: unknown): GuidelineCopy | undefined {
  const { version, guideline, source, imported, pages } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const isWhole =
    version === formatVersion &&
    [guideline, source, imported].every((word) => typeof word === "string") &&
    Array.isArray(pages);
  return isWhole ? ({ guideline, source, imported, pages } as GuidelineCopy) : undefined;
}
