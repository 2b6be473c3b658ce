/** `IMR: Open Sample Letter…`: made-up letters to try things on, each opened as a copy that belongs to no file. */
import * as vscode from "vscode";
import { commands, languageId } from "../constants.ts";
import { showError } from "../util/messages.ts";

interface Sample {
  /** Its name in samples/. */
  readonly file: string;
  readonly title: string;
  /** What there is to see in it. */
  readonly detail: string;
}

/** The samples that the package carries, the one to begin with first. */
export const samples = (): readonly Sample[] => [
  {
    file: "missing-decision.imr.txt",
    title: vscode.l10n.t("A decision is missing"),
    detail: vscode.l10n.t("Naproxen and omeprazole. The second heading says neither Upheld nor Overturned."),
  },
  {
    file: "decision-contradicts-conclusion.imr.txt",
    title: vscode.l10n.t("Decision and conclusion disagree"),
    detail: vscode.l10n.t(
      "Gabapentin. The heading says Upheld, the rationale ends with medically necessary.",
    ),
  },
  {
    file: "opioids-and-muscle-relaxants.imr.txt",
    title: vscode.l10n.t("A complete letter"),
    detail: vscode.l10n.t(
      "Norco, Flexeril and gabapentin. Three decisions, with guidelines and drugs to point at.",
    ),
  },
  {
    file: "compound-cream-and-omeprazole-2014.imr.txt",
    title: vscode.l10n.t("A letter of 2014 that cites pages"),
    detail: vscode.l10n.t("A cream, omeprazole and Lidoderm. Point at a page to see what stands on it."),
  },
  {
    file: "epidural-injection-raw.imr.txt",
    title: vscode.l10n.t("The raw text of a PDF"),
    detail: vscode.l10n.t("An epidural injection and tramadol. Its columns and blank lines are lost."),
  },
];

/** Registers the command. Called with the name of a sample's file, it opens that one without asking. */
export function registerSamples(extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(commands.openSample, async (file?: unknown) => {
    const sample = samples().find((one) => one.file === file) ?? (await pickSample());
    if (sample) await openCopy(sample, vscode.Uri.joinPath(extension, "samples", sample.file));
  });
}

async function pickSample(): Promise<Sample | undefined> {
  const items = samples().map((sample) => ({ label: sample.title, detail: sample.detail, sample }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("IMR: Open Sample Letter"),
    placeHolder: vscode.l10n.t("Made-up letters. Yours to change: each opens as a copy"),
    matchOnDetail: true,
  });
  return picked?.sample;
}

async function openCopy({ title }: Sample, uri: vscode.Uri): Promise<void> {
  const text = await textOf(uri);
  if (text === undefined) {
    void showError(
      vscode.l10n.t(
        "The sample letter “{0}” could not be read. Installing IMR Letters again should help.",
        title,
      ),
    );
    return;
  }
  await vscode.window.showTextDocument(openedCopyOf(text) ?? (await newCopyOf(text)), { preview: false });
}

/** The file's text; undefined where it cannot be read, as in a package that is damaged. */
const textOf = (uri: vscode.Uri): Thenable<string | undefined> =>
  vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );

/** A copy that is open and unchanged: asked for twice, a sample does not open twice. */
const openedCopyOf = (text: string): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((document) => document.isUntitled && document.getText() === text);

const newCopyOf = (content: string): Thenable<vscode.TextDocument> =>
  vscode.workspace.openTextDocument({ language: languageId, content });
