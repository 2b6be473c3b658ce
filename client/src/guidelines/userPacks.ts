/** Guideline packs: JSON files in the workspace's `.imr` folders, and in the folder that the user's settings name. */
import * as vscode from "vscode";
import {
  maxPackBytes,
  type Pack,
  type UserKnowledgeResult,
} from "../../../server/src/protocol/extensions.ts";
import { type Files, NotRead } from "../files/files.ts";
import { filesIn } from "../util/filesIn.ts";
import type { KnowledgeSource } from "./userKnowledge.ts";

export const packEnding = ".imr-pack.json";
const setting = "imr.packs.folder";

/** Watches the folders, and shows the problems of packs. A workspace's packs are used only after the workspace is trusted. */
export function createUserPacks(files: Files): KnowledgeSource<Pack> {
  const changed = new vscode.EventEmitter<void>();
  const problems = vscode.languages.createDiagnosticCollection("imr-packs");
  let watchers: vscode.Disposable[] = [];
  const fireChange = (): void => changed.fire();

  function watch(): void {
    for (const watcher of watchers) watcher.dispose();
    watchers = folders().map((folder) => {
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(folder, `*${packEnding}`),
      );
      watcher.onDidCreate(fireChange);
      watcher.onDidChange(fireChange);
      watcher.onDidDelete(fireChange);
      return watcher;
    });
  }
  const refresh = (): void => {
    watch();
    fireChange();
  };

  watch();
  const listeners = vscode.Disposable.from(
    changed,
    problems,
    vscode.workspace.onDidChangeWorkspaceFolders(refresh),
    vscode.workspace.onDidGrantWorkspaceTrust(refresh),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(setting)) refresh();
    }),
  );
  return {
    onDidChange: changed.event,
    async current() {
      const found = (await Promise.all(folders().map((folder) => filesIn(folder, packEnding)))).flat();
      return (await Promise.all(found.map((file) => read(files, file)))).flat();
    },
    onResult(result: UserKnowledgeResult) {
      problems.clear();
      for (const [uri, found] of Object.entries(result.problems)) {
        problems.set(vscode.Uri.parse(uri), found.map(toDiagnostic));
      }
    },
    dispose() {
      for (const watcher of watchers) watcher.dispose();
      listeners.dispose();
    },
  };
}

function folders(): readonly vscode.Uri[] {
  if (!vscode.workspace.isTrusted) return [];
  const workspace = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const named = vscode.workspace.getConfiguration().get<string>(setting, "").trim();
  const own = named === "" ? undefined : folderNamed(named, workspace[0]);
  return [...(own ? [own] : []), ...workspace.map((uri) => vscode.Uri.joinPath(uri, ".imr"))];
}

/** Where a new pack of the user goes: the folder of the setting or, without one, the workspace's. Undefined if there is neither. */
export const folderOfNewPacks = (): vscode.Uri | undefined => folders()[0];

/** The folder that a setting names: a URI, an absolute path, or a path relative to the first workspace folder. */
function folderNamed(named: string, base: vscode.Uri | undefined): vscode.Uri | undefined {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(named)) return vscode.Uri.parse(named);
  const isAbsolute = /^(?:\/|[a-z]:[\\/])/i.test(named);
  if (!isAbsolute) return base && vscode.Uri.joinPath(base, named);
  return base && base.scheme !== "file" ? base.with({ path: named }) : vscode.Uri.file(named);
}

/**
 * Links are followed in a folder that the user names, but not out of a workspace, where they could lead anywhere. Empty
 * if the file no longer exists.
 */
async function read(files: Files, file: vscode.Uri): Promise<readonly Pack[]> {
  const { workspaceFolders = [], getWorkspaceFolder } = vscode.workspace;
  const readable = getWorkspaceFolder(file)
    ? files.within(workspaceFolders.map((folder) => folder.uri))
    : files;
  const uri = file.toString();
  try {
    return [{ uri, text: new TextDecoder().decode(await readable.read(file, maxPackBytes)) }];
  } catch (error) {
    return isMissing(error) ? [] : [{ uri, unread: readFailure(error) }];
  }
}

const isMissing = (error: unknown): boolean =>
  ["ENOENT", "FileNotFound"].includes(String((error as { readonly code?: unknown }).code));

function readFailure(error: unknown): string {
  switch (error instanceof NotRead ? error.code : undefined) {
    case "IsElsewhere":
      return vscode.l10n.t("This pack is reached through a link, so it isn't read.");
    case "IsNoFile":
      return vscode.l10n.t("This isn't a regular file, so it isn't read.");
    case "IsTooLarge":
      return vscode.l10n.t("This pack is larger than {0} MB, so it isn't read.", maxPackBytes / 1e6);
    default:
      return vscode.l10n.t("This pack can't be read.");
  }
}

function toDiagnostic({
  range,
  message,
}: UserKnowledgeResult["problems"][string][number]): vscode.Diagnostic {
  const { start, end } = range;
  const place = new vscode.Range(start.line, start.character, end.line, end.character);
  const diagnostic = new vscode.Diagnostic(place, String(message), vscode.DiagnosticSeverity.Warning);
  diagnostic.source = "imr";
  return diagnostic;
}
