/** Guideline packs: JSON files of the workspace's `.imr` folders, and of a folder that the user names. */
import * as vscode from "vscode";
import { type KnowledgeTaken, largestPack, type Pack } from "../../server/src/protocol/extensions.ts";
import { filesIn } from "./filesIn.ts";
import type { OwnSource } from "./ownKnowledge.ts";

const ending = ".imr-pack.json";
const setting = "imr.packs.folder";

/** Watches the folders, and shows what is wrong with a pack in it. What a workspace holds counts once it is trusted. */
export function createOwnPacks(): OwnSource<Pack> {
  const changed = new vscode.EventEmitter<void>();
  const problems = vscode.languages.createDiagnosticCollection("imr-packs");
  let watchers: vscode.Disposable[] = [];
  const tell = (): void => changed.fire();

  function watch(): void {
    for (const watcher of watchers) watcher.dispose();
    watchers = folders().map(({ folder }) => {
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
      const packs = await Promise.all(folders().map(packsIn));
      return packs.flat();
    },
    taken(answer: KnowledgeTaken) {
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

interface PackFolder {
  readonly folder: vscode.Uri;
  /** A folder that the user names may hold links; one that comes with the workspace could lead anywhere by them. */
  readonly mayHoldLinks: boolean;
}

function folders(): readonly PackFolder[] {
  if (!vscode.workspace.isTrusted) return [];
  const workspace = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const named = vscode.workspace.getConfiguration().get<string>(setting, "").trim();
  const own = named === "" ? undefined : folderNamed(named, workspace[0]);
  return [
    ...(own ? [{ folder: own, mayHoldLinks: true }] : []),
    ...workspace.map((uri) => ({ folder: vscode.Uri.joinPath(uri, ".imr"), mayHoldLinks: false })),
  ];
}

/** An address, a path from the root, or one from the first folder of the workspace. */
function folderNamed(named: string, base: vscode.Uri | undefined): vscode.Uri | undefined {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(named)) return vscode.Uri.parse(named);
  const isWhole = /^(?:\/|[a-z]:[\\/])/i.test(named);
  if (!isWhole) return base && vscode.Uri.joinPath(base, named);
  return base && base.scheme !== "file" ? base.with({ path: named }) : vscode.Uri.file(named);
}

async function packsIn({ folder, mayHoldLinks }: PackFolder): Promise<readonly Pack[]> {
  const files = await filesIn(folder, ending);
  if (files.length === 0) return [];
  const isBehindLink = await vscode.workspace.fs.stat(folder).then(isLink, () => true);
  const packs = await Promise.all(files.map((file) => read(file, mayHoldLinks, isBehindLink)));
  return packs.flat();
}

/** Nothing where the file has gone in the meantime. What is no plain file may never end, and is not read. */
async function read(file: vscode.Uri, mayBeLink: boolean, isBehindLink: boolean): Promise<readonly Pack[]> {
  const uri = file.toString();
  const unread = (why: string): readonly Pack[] => [{ uri, unread: why }];
  try {
    const stat = await vscode.workspace.fs.stat(file);
    if (!mayBeLink && (isBehindLink || isLink(stat)))
      return unread(
        vscode.l10n.t("This is behind a link, which may lead out of the workspace, and is not read."),
      );
    if ((stat.type & vscode.FileType.File) === 0)
      return unread(vscode.l10n.t("This is no plain file and is not read."));
    if (stat.size > largestPack)
      return unread(vscode.l10n.t("This pack is larger than {0} MB and is not read.", largestPack / 1e6));
    return [{ uri, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(file)) }];
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === "FileNotFound"
      ? []
      : unread(vscode.l10n.t("This pack cannot be read."));
  }
}

const isLink = ({ type }: vscode.FileStat): boolean => (type & vscode.FileType.SymbolicLink) !== 0;

function toDiagnostic({ range, message }: KnowledgeTaken["problems"][string][number]): vscode.Diagnostic {
  const { start, end } = range;
  const place = new vscode.Range(start.line, start.character, end.line, end.character);
  const diagnostic = new vscode.Diagnostic(place, String(message), vscode.DiagnosticSeverity.Warning);
  diagnostic.source = "imr";
  return diagnostic;
}
