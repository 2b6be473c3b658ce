/** The commands that import guidelines and drug lists, whose code is loaded with the first of them. */
import * as vscode from "vscode";
import { commands } from "../constants.ts";
import type { Files } from "../files/files.ts";
import type { LetterClient } from "../languageClient.ts";
import type { About, importDrugList } from "./importDrugList.ts";
import type { changeImported, removeImported, showImported } from "./importedGuidelines.ts";
import type { GuidelineReader, importGuideline } from "./importGuideline.ts";
import type { StoredCopies } from "./storedCopies.ts";

/** Loads the commands, and what reads documents. */
type Load = () => Promise<
  GuidelineReader & {
    readonly importGuideline: typeof importGuideline;
    readonly importDrugList: typeof importDrugList;
    readonly showImported: typeof showImported;
    readonly changeImported: typeof changeImported;
    readonly removeImported: typeof removeImported;
  }
>;

export function registerGuidelineCommands(
  client: Pick<LetterClient, "sendRequest">,
  files: Files,
  copies: StoredCopies,
  load: Load,
): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand(commands.importGuideline, async (file?: unknown, guideline?: unknown) => {
      const { importGuideline, ...reader } = await load();
      return importGuideline(client, files, copies, reader, file, guideline);
    }),
    // It takes the URI of a table and, so that nothing is asked, the name and the date of the list.
    registerCommand(commands.importDrugList, async (file?: unknown, about?: unknown) =>
      (await load()).importDrugList(client, files, file, about as About | undefined),
    ),
    registerCommand(commands.showImported, async () => (await load()).showImported(client, copies)),
    registerCommand(commands.changeImported, async (guideline?: unknown, to?: unknown) =>
      (await load()).changeImported(client, copies, guideline, to),
    ),
    registerCommand(commands.removeImported, async (guideline?: unknown) =>
      (await load()).removeImported(client, copies, guideline),
    ),
  );
}
