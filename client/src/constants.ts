/** The IDs that package.json defines. */
import type { Uri } from "vscode";
import { documentScheme, findCriteriaCommand } from "../../server/src/protocol/extensions.ts";

export const languageId = "imr-letter";

/** The scheme and the language of guideline pages, which are virtual documents that the server provides. */
export const pageScheme = "imr-guideline";

/** The schemes of read-only documents in a letter's language: the preview of a cleaned-up letter, and an issue to compare. */
export const previewScheme = "imr-preview";
export const issueScheme = "imr-issue";

/** True for the letters in PDF and Word files, which can be changed only after they're saved as text. */
export const isReadOnly = ({ uri }: { readonly uri: Pick<Uri, "scheme"> }): boolean =>
  uri.scheme === documentScheme;

export const commands = {
  nextIssue: "imr.goToNextIssue",
  previousIssue: "imr.goToPreviousIssue",
  goToIssue: "imr.goToIssue",
  newLetter: "imr.newLetter",
  addIssue: "imr.addIssue",
  insertRationaleOutline: "imr.insertRationaleOutline",
  cleanUpText: "imr.mendText",
  applyCleanUp: "imr.applyCleanUp",
  saveNewLetter: "imr.saveNewLetter",
  saveAsWord: "imr.saveAsWord",
  checkBeforeSending: "imr.checkBeforeSending",
  findGuideline: "imr.findGuideline",
  importGuideline: "imr.importGuideline",
  importDrugList: "imr.importDrugList",
  showImported: "imr.showImportedGuidelines",
  changeImported: "imr.changeImportedGuideline",
  removeImported: "imr.removeImportedGuideline",
  restartServer: "imr.restartServer",
  showLog: "imr.showLog",
  openSample: "imr.openSampleLetter",
  showIgnored: "imr.showIgnoredFindings",
  clearIgnored: "imr.clearIgnoredFindings",
  reviewWorkspace: "imr.reviewWorkspace",
  clearWorkspaceReview: "imr.clearWorkspaceReview",
  reportOnWorkspace: "imr.reportOnWorkspace",
  saveReport: "imr.saveReport",
  findDeterminations: "imr.findDeterminations",
  findCriteria: findCriteriaCommand,
  compareRationales: "imr.compareRationales",
  exportDeterminations: "imr.exportDeterminations",
  openAsLetter: "imr.openAsLetter",
  saveAsText: "imr.saveAsText",
  openPdf: "imr.openPdfAtThisPage",
  openWordFile: "imr.openWordFile",
} as const;

/** The view in the side bar. */
export const issuesViewId = "imr.issues";

/** The view type of the report's tab, used in `when` clauses of menus. */
export const reportViewType = "imr.report";

/** The view type of the page of *Check Before Sending*. */
export const finalCheckViewType = "imr.finalCheck";

/** The view type of *Open With… → IMR Letter*. */
export const letterEditorType = "imr.letter";

/** The `viewItem` value of determinations in the references view, used in `when` clauses of menus. */
export const issueRowContext = "imr-determination";

/** The context key with the URIs of letters whose editor's title offers to clean them up, used in `when` clauses of menus. */
export const lettersToCleanUpContext = "imr.lettersToCleanUp";

/** The context key that is true while the Issues view shows a letter, used in `when` clauses of its buttons. */
export const letterIsActiveContext = "imr.letterIsActive";
