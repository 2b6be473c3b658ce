/** Guideline packs: JSON files of the workspace's `.imr` folders, and of a folder that the user names. */
import * as vscode from "vscode";
import {
  maxPackBytes,
  type Pack,
  type UserKnowledgeResult,
} from "../../../server/src/protocol/extensions.ts";
import { type Files, NotRead } from "../files/files.ts";
import { filesIn } from "../util/filesIn.ts";
import type { KnowledgeSource } from "./userKnowledge.ts";

const ending = ".imr-pack.json";
const setting = "imr.packs.folder";

/** Watches the folders, and shows what is wrong with a pack in it. What a workspace holds counts once it is trusted. */
export function createUserPacks(files: Files): KnowledgeSource<Pack> {
  const changed = new vscode.EventEmitter<void>();
  const problems = vscode.languages.createDiagnosticCollection("imr-packs");
  let watchers: vscode.Disposable[] = [];
  const tell = (): void => changed.fire();

  function watch(): void {
    for (const watcher of watchers) watcher.dispose();
    watchers = folders().map((folder) => {
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(folder, `*${ending}`),
      );
      watcher.onDidCreate(tell);
      watcher.onDidChange(tell);
      watcher.onDidDelete(tell);
      return watcher;
    });
  }
  const again = (): void => {
    watch();
    tell();
  };

  watch();
  const listeners = vscode.Disposable.from(
    changed,
    problems,
    vscode.workspace.onDidChangeWorkspaceFolders(again),
    vscode.workspace.onDidGrantWorkspaceTrust(again),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(setting)) again();
    }),
  );
  return {
    onDidChange: changed.event,
    async current() {
      const found = (await Promise.all(folders().map((folder) => filesIn(folder, ending)))).flat();
      return (await Promise.all(found.map((file) => read(files, file)))).flat();
    },
    taken(answer: UserKnowledgeResult) {
      problems.clear();
      for (const [uri, found] of Object.entries(answer.problems)) {
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

/** An address, a path from the root, or one from the first folder of the workspace. */
function folderNamed(named: string, base: vscode.Uri | undefined): vscode.Uri | undefined {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(named)) return vscode.Uri.parse(named);
  const isWhole = /^(?:\/|[a-z]:[\\/])/i.test(named);
  if (!isWhole) return base && vscode.Uri.joinPath(base, named);
  return base && base.scheme !== "file" ? base.with({ path: named }) : vscode.Uri.file(named);
}

/**
 * A folder that the user names may hold links; those of a workspace could lead anywhere. Nothing where the file is gone.
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
    return isGone(error) ? [] : [{ uri, unread: whyUnread(error) }];
  }
}

const isGone = (error: unknown): boolean =>
  ["ENOENT", "FileNotFound"].includes(String((error as { readonly code?: unknown }).code));

function whyUnread(error: unknown): string {
  switch (error instanceof NotRead ? error.code : undefined) {
    case "IsElsewhere":
      return vscode.l10n.t("This pack is behind a link and isn't read.");
    case "IsNoFile":
      return vscode.l10n.t("This isn't a plain file, so it isn't read.");
    case "IsTooLarge":
      return vscode.l10n.t("This pack is larger than {0} MB and isn't read.", maxPackBytes / 1e6);
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
