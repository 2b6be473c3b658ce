/** `IMR: Open Sample Letter…` opens a made-up letter to try things out on, as an untitled copy. Loaded with the first. */
import * as vscode from "vscode";
import { languageId } from "../constants.ts";
import { showError } from "../util/messages.ts";

interface Sample {
  /** The file name in samples/. */
  readonly file: string;
  readonly title: string;
  /** What the letter shows. */
  readonly detail: string;
}

/** The samples in the package, starting with the one to try first. */
export const samples = (): readonly Sample[] => [
  {
    file: "missing-decision.imr.txt",
    title: vscode.l10n.t("A decision is missing"),
    detail: vscode.l10n.t("Naproxen and omeprazole. The second heading has no decision."),
  },
  {
    file: "decision-contradicts-conclusion.imr.txt",
    title: vscode.l10n.t("The decision and the conclusion disagree"),
    detail: vscode.l10n.t(
      "Gabapentin. The heading says Upheld, but the rationale concludes medically necessary.",
    ),
  },
  {
    file: "opioids-and-muscle-relaxants.imr.txt",
    title: vscode.l10n.t("A complete letter"),
    detail: vscode.l10n.t(
      "Norco, Flexeril, and gabapentin. Three decisions, with guidelines and drugs to hover over.",
    ),
  },
  {
    file: "compound-cream-and-omeprazole-2014.imr.txt",
    title: vscode.l10n.t("A 2014 letter that cites pages"),
    detail: vscode.l10n.t(
      "A cream, omeprazole, and Lidoderm. Hover over a page number to see what it covers.",
    ),
  },
  {
    file: "epidural-injection-raw.imr.txt",
    title: vscode.l10n.t("Raw text from a PDF"),
    detail: vscode.l10n.t("An epidural injection and tramadol. Columns and blank lines are lost."),
  },
];

/** Opens the sample with this file name, or asks for one. `extension` is the extension's folder. */
export async function openSample(extension: vscode.Uri, file?: unknown): Promise<void> {
  const sample = samples().find((one) => one.file === file) ?? (await pickSample());
  if (sample) await openCopy(sample, vscode.Uri.joinPath(extension, "samples", sample.file));
}

async function pickSample(): Promise<Sample | undefined> {
  const items = samples().map((sample) => ({ label: sample.title, detail: sample.detail, sample }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("IMR: Open Sample Letter"),
    placeHolder: vscode.l10n.t("Each made-up letter opens as a copy that you can edit"),
    matchOnDetail: true,
  });
  return picked?.sample;
}

async function openCopy({ title }: Sample, uri: vscode.Uri): Promise<void> {
  const text = await textOf(uri);
  if (text === undefined) {
    void showError(vscode.l10n.t("The sample letter “{0}” couldn't be read. Reinstall IMR Letters.", title));
    return;
  }
  await vscode.window.showTextDocument(openCopyOf(text) ?? (await newCopyOf(text)), { preview: false });
}

/** The file's text; undefined if it can't be read, for example in a damaged installation. */
const textOf = (uri: vscode.Uri): Thenable<string | undefined> =>
  vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );

/** An open, unchanged copy, so that a sample requested twice doesn't open twice. */
const openCopyOf = (text: string): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((document) => document.isUntitled && document.getText() === text);

const newCopyOf = (content: string): Thenable<vscode.TextDocument> =>
  vscode.workspace.openTextDocument({ language: languageId, content });
