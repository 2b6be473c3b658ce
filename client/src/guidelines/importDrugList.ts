/** `IMR: Import Drug List…`: makes a pack of a drug list in a table, such as a CSV file. */
import * as vscode from "vscode";
import {
  type DrugListColumns,
  type DrugListField,
  drugListFields,
  maxPackBytes,
  type ReadDrugList,
  type ReadDrugListParams,
  readDrugListRequest,
} from "../../../server/src/protocol/extensions.ts";
import type { Files } from "../files/files.ts";
import { writeOrReport } from "../files/writeOrReport.ts";
import type { LetterClient } from "../languageClient.ts";
import { formatNumber } from "../util/formatNumber.ts";
import { askToConfirm, escapeItem, showError, showInformation } from "../util/messages.ts";
import { decodeText } from "./decodeText.ts";
import { folderOfNewPacks, packEnding } from "./userPacks.ts";

type Client = Pick<LetterClient, "sendRequest">;

/** What the user says of the list; asked for if it isn't given. */
export interface About {
  readonly name: string;
  /** "2026-03-01" */
  readonly date: string;
}

/** Resolves to the URI of the pack; undefined if there is none. */
export async function importDrugList(
  client: Client,
  files: Files,
  given: unknown,
  about: About | undefined,
): Promise<vscode.Uri | undefined> {
  const folder = folderOfNewPacks();
  if (!folder) return reportNoFolder();
  const file = given instanceof vscode.Uri ? given : await pickFile();
  if (!file) return undefined;
  const source = file.path.split("/").at(-1) ?? "";
  const fail = (reason: string): undefined =>
    void showError(vscode.l10n.t("“{0}” wasn't imported. {1}", source, reason)) as undefined;
  const text = await readTable(files, file);
  if (text === undefined) return fail(vscode.l10n.t("The file couldn't be read, or is larger than 4 MB."));
  if (text.startsWith("PK\u0003\u0004"))
    return fail(vscode.l10n.t("It's a workbook. Save its sheet as a CSV file, and import that file."));
  const request = (params: Omit<ReadDrugListParams, "text">) =>
    client.sendRequest<ReadDrugList | null>(readDrugListRequest, { text, ...params });
  const first = await request({});
  if (!first) return fail(vscode.l10n.t("The file couldn't be read."));
  if (first.headers.length === 0) return fail(problemWords(first.problems));
  if (about && first.entries === 0) return fail(problemWords(first.problems));
  const list = about ? first : await chooseColumns(source, first, request);
  if (!list) return undefined;
  const chosen = about ?? (await askAbout(source));
  if (!chosen) return undefined;
  const { pack } = (await request({ columns: list.columns, ...chosen })) ?? { pack: null };
  if (pack === null) return fail(vscode.l10n.t("The file couldn't be read."));
  const target = vscode.Uri.joinPath(folder, `${fileName(chosen.name)}${packEnding}`);
  if (!about && (await exists(target)) && !(await confirmReplacing(chosen.name))) return undefined;
  await vscode.workspace.fs.createDirectory(folder);
  if (!(await writeOrReport(files, target, pack))) return undefined;
  void showInformation(importedWords(chosen, list));
  return target;
}

function reportNoFolder(): undefined {
  const openSettings = vscode.l10n.t("Open Settings");
  const message = vscode.l10n.t(
    "Drug lists are stored with your packs. Open a folder that you trust, or set a folder for packs.",
  );
  showError(message, openSettings).then((answer) => {
    if (answer) void vscode.commands.executeCommand("workbench.action.openSettings", "imr.packs.folder");
  });
  return undefined;
}

async function pickFile(): Promise<vscode.Uri | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("IMR: Import Drug List"),
      openLabel: vscode.l10n.t("Import"),
      filters: { [vscode.l10n.t("Tables (CSV or text)")]: ["csv", "tsv", "txt"] },
    })) ?? [];
  return file;
}

async function readTable(files: Files, file: vscode.Uri): Promise<string | undefined> {
  try {
    return decodeText(await files.read(file, maxPackBytes));
  } catch {
    return undefined;
  }
}

/** Shows which column is what, with the first cells of each, until the user imports the list or cancels. */
async function chooseColumns(
  source: string,
  first: ReadDrugList,
  request: (params: Omit<ReadDrugListParams, "text">) => Promise<ReadDrugList | null | undefined>,
): Promise<ReadDrugList | undefined> {
  for (let list = first; ; ) {
    const field = await pickField(source, list);
    if (field === undefined) return undefined;
    if (field === "import") return list;
    const column = await pickColumn(list, field);
    if (column === undefined) continue;
    const { [field]: _, ...others } = list.columns;
    const columns: DrugListColumns = column === "none" ? others : { ...others, [field]: column };
    list = (await request({ columns })) ?? list;
  }
}

async function pickField(source: string, list: ReadDrugList): Promise<DrugListField | "import" | undefined> {
  const { entries, problems, columns, headers } = list;
  const importItem = {
    label: vscode.l10n.t("$(check) Import {0} rows", formatNumber(entries)),
    detail: problems.length > 0 ? problemWords(problems) : undefined,
    field: "import" as const,
  };
  const nothing = {
    label: vscode.l10n.t("$(warning) No rows can be imported yet"),
    detail: problemWords(problems),
    field: undefined,
  };
  const fields = drugListFields.map((field) => {
    const column = columns[field];
    const header = column === undefined ? vscode.l10n.t("no column") : (headers[column] ?? "");
    return escapeItem({
      label: fieldWords(field),
      description: header,
      detail: cellsOf(list, column),
      field,
    });
  });
  const picked = await vscode.window.showQuickPick([entries > 0 ? importItem : nothing, ...fields], {
    title: vscode.l10n.t("Columns of “{0}”", source),
    placeHolder: vscode.l10n.t("Import the rows, or select what is in the wrong column"),
  });
  return picked === nothing ? pickField(source, list) : picked?.field;
}

async function pickColumn(list: ReadDrugList, field: DrugListField): Promise<number | "none" | undefined> {
  const columns = list.headers.map((header, column) =>
    escapeItem({ label: header, detail: cellsOf(list, column), column }),
  );
  const none = { label: vscode.l10n.t("No column"), column: "none" as const };
  const picked = await vscode.window.showQuickPick([...columns, none], {
    title: fieldWords(field),
    placeHolder: vscode.l10n.t("Select the column"),
  });
  return picked?.column;
}

/** The first cells of a column. */
const cellsOf = ({ preview }: ReadDrugList, column: number | undefined): string | undefined =>
  column === undefined
    ? undefined
    : preview
        .map((cells) => cells[column] ?? "")
        .filter((cell) => cell !== "")
        .join(", ");

function fieldWords(field: DrugListField): string {
  switch (field) {
    case "ingredient":
      return vscode.l10n.t("Ingredient");
    case "brand":
      return vscode.l10n.t("Brand name");
    case "status":
      return vscode.l10n.t("Exempt or non-exempt");
    case "specialFill":
      return vscode.l10n.t("Special fill");
    case "perioperativeFill":
      return vscode.l10n.t("Perioperative fill");
    case "form":
      return vscode.l10n.t("Dosage form");
    case "strength":
      return vscode.l10n.t("Strength");
  }
}

/** "Line 12: “maybe” isn't a status. And 3 more rows aren't used." */
function problemWords(problems: ReadDrugList["problems"]): string {
  const [first, ...more] = problems;
  if (!first) return vscode.l10n.t("It has no rows.");
  const line = vscode.l10n.t("Line {0}: {1}", formatNumber(first.line), first.message);
  if (more.length === 0) return line;
  return `${line} ${vscode.l10n.t("Rows that aren't used: {0}.", formatNumber(problems.length))}`;
}

async function askAbout(source: string): Promise<About | undefined> {
  const title = vscode.l10n.t("Import Drug List");
  const name = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("The list's name, which hovers show"),
    value: source.replace(/\.[^.]*$/, ""),
    validateInput: (value) => (value.trim() === "" ? vscode.l10n.t("Type a name.") : undefined),
  });
  if (name === undefined) return undefined;
  const date = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("The list's date: year-month-day"),
    value: new Date().toISOString().slice(0, 10),
    validateInput: (value) =>
      isDate(value.trim()) ? undefined : vscode.l10n.t("Type a date such as 2026-03-01."),
  });
  return date === undefined ? undefined : { name: name.trim(), date: date.trim() };
}

const isDate = (words: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(words) && new Date(`${words}T00:00:00Z`).toJSON()?.startsWith(words) === true;

/** A name that every file system takes: "county-drug-list". */
const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60) || "drug-list";

const exists = (file: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(file)).then(
    () => true,
    () => false,
  );

const confirmReplacing = (name: string): Promise<boolean> =>
  askToConfirm(
    vscode.l10n.t("Replace the drug list “{0}”?", name),
    vscode.l10n.t("Your packs have a list with that name."),
    vscode.l10n.t("Replace"),
  );

function importedWords({ name, date }: About, { entries, unknown, problems }: ReadDrugList): string {
  const rows = vscode.l10n.t("Imported {0} rows of “{1}” of {2}.", formatNumber(entries), name, date);
  const others =
    unknown.length > 0
      ? vscode.l10n.t("Drugs that aren't known: {0}.", formatNumber(unknown.length))
      : undefined;
  return [rows, problems.length > 0 ? problemWords(problems) : undefined, others]
    .filter((words) => words !== undefined)
    .join(" ");
}
