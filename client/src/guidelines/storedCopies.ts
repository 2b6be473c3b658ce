/** The guidelines that the user imported, stored in the extension's storage, one file each. */
import * as vscode from "vscode";
import { isCopy, type UserKnowledge } from "../../../server/src/protocol/extensions.ts";
import type { Files } from "../files/files.ts";
import { removeAbandoned } from "../files/temporaryFiles.ts";
import { filesIn } from "../util/filesIn.ts";
import type { KnowledgeSource } from "./userKnowledge.ts";

export type GuidelineCopy = UserKnowledge["copies"][number];

/** The version of the file format. Files with another version aren't read. */
const formatVersion = 1;

export interface StoredCopies extends KnowledgeSource<GuidelineCopy> {
  /** Stores a copy and replaces an earlier one of the same guideline. Rejects if the copy is empty or can't be written. */
  save(copy: GuidelineCopy): Promise<void>;
  /** Rejects if the copy can't be removed. */
  remove(guideline: string): Promise<void>;
}

/** `onUnreadable` is called once with the name of each file that can't be read. */
export function createStoredCopies(
  files: Files,
  storage: vscode.Uri,
  onUnreadable: (file: string) => void,
): StoredCopies {
  const folder = vscode.Uri.joinPath(storage, "guidelines");
  const changed = new vscode.EventEmitter<void>();
  const reported = new Set<string>();
  const fileOf = (guideline: string): vscode.Uri => vscode.Uri.joinPath(folder, `${guideline}.json`);

  async function read(file: vscode.Uri): Promise<readonly GuidelineCopy[]> {
    const name = file.path.split("/").at(-1) ?? "";
    try {
      const bytes = await vscode.workspace.fs.readFile(file);
      const copy = copyIn(JSON.parse(new TextDecoder().decode(bytes)));
      if (copy) return [copy];
    } catch {
      // Reported below.
    }
    if (!reported.has(name)) onUnreadable(name);
    reported.add(name);
    return [];
  }

  return {
    onDidChange: changed.event,
    async current() {
      return (await Promise.all((await filesIn(folder, ".json")).map(read))).flat();
    },
    async save(copy) {
      if (!copy.pages.some(({ text }) => text.trim() !== "")) throw new Error("A copy without text");
      await vscode.workspace.fs.createDirectory(folder);
      await removeAbandoned(folder);
      const bytes = new TextEncoder().encode(JSON.stringify({ version: formatVersion, ...copy }));
      await files.write(fileOf(copy.guideline), bytes);
      reported.delete(`${copy.guideline}.json`);
      changed.fire();
    },
    async remove(guideline) {
      await vscode.workspace.fs.delete(fileOf(guideline));
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}

/**
 * Stores a copy in place of `before`, if there is one, and of the copy that there is of its guideline. Resolves to what
 * restores them. Rejects if it can't be stored.
 */
export async function replaceCopy(
  copies: StoredCopies,
  before: GuidelineCopy | undefined,
  copy: GuidelineCopy,
): Promise<() => Promise<void>> {
  const replaced = (await copies.current()).find((one) => one.guideline === copy.guideline);
  await copies.save(copy);
  const isMoved = before !== undefined && before.guideline !== copy.guideline;
  if (isMoved) await copies.remove(before.guideline);
  return async () => {
    if (isMoved) await copies.save(before);
    if (replaced) await copies.save(replaced);
    else await copies.remove(copy.guideline);
  };
}

/** The copy in a stored file; undefined for any other value. Copies from earlier versions have no headings. */
function copyIn(value: unknown): GuidelineCopy | undefined {
  if (!isCopy(value) || (value as { readonly version?: unknown }).version !== formatVersion) return undefined;
  const { guideline, source, imported, pages, headings, own } = value;
  return { guideline, source, imported, pages, headings, own };
}
