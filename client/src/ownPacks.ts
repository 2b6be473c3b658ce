/** Guideline packs: JSON files of the workspace's `.imr` folders, and of a folder that the user names. */
import * as vscode from "vscode";
import type { Pack, UserKnowledgeResult } from "../../server/src/protocol/extensions.ts";
import type { Files } from "./files/files.ts";
import { filesIn } from "./filesIn.ts";
import type { OwnSource } from "./ownKnowledge.ts";

const ending = ".imr-pack.json";
const setting = "imr.packs.folder";

/** All that is built in takes a third of a megabyte. */
const mostBytes = 16 * 1024 * 1024;

/** Watches the folders, and shows what is wrong with a pack in it. What a workspace holds counts once it is trusted. */
export function createOwnPacks(files: Files): OwnSource<Pack> {
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

/** Nothing where the file has gone in the meantime, or where a link in the workspace leads out of it. */
async function read(files: Files, uri: vscode.Uri): Promise<readonly Pack[]> {
  const { workspaceFolders = [], getWorkspaceFolder } = vscode.workspace;
  const readable = getWorkspaceFolder(uri)
    ? files.within(workspaceFolders.map((folder) => folder.uri))
    : files;
  return readable.read(uri, mostBytes).then(
    (bytes) => [{ uri: uri.toString(), text: new TextDecoder().decode(bytes) }],
    () => [],
  );
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
