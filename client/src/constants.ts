/** Names that package.json gives, in one place. */
import type { Uri } from "vscode";

export const languageId = "imr-letter";

/** Of the pages of guidelines, documents that the server writes, and their language. */
export const pageScheme = "imr-guideline";

/** Of read-only documents in a letter's language: what mending makes of a letter, and an issue to be compared. */
export const previewScheme = "imr-mended";
export const issueScheme = "imr-issue";

/** True for documents that are made of letters to be looked at, and are none themselves. */
export const isVirtualDocument = ({ scheme }: Pick<Uri, "scheme">): boolean =>
  scheme === previewScheme || scheme === issueScheme;

export const commands = {
  nextIssue: "imr.goToNextIssue",
  previousIssue: "imr.goToPreviousIssue",
  goToIssue: "imr.goToIssue",
  newLetter: "imr.newLetter",
  addIssue: "imr.addIssue",
  insertRationaleOutline: "imr.insertRationaleOutline",
  mendText: "imr.mendText",
  findGuideline: "imr.findGuideline",
  importGuideline: "imr.importGuideline",
  showImported: "imr.showImportedGuidelines",
  removeImported: "imr.removeImportedGuideline",
  openSample: "imr.openSampleLetter",
  showIgnored: "imr.showIgnoredFindings",
  clearIgnored: "imr.clearIgnoredFindings",
  reviewWorkspace: "imr.reviewWorkspace",
  clearWorkspaceReview: "imr.clearWorkspaceReview",
  reportOnWorkspace: "imr.reportOnWorkspace",
  saveReport: "imr.saveReport",
  findDeterminations: "imr.findDeterminations",
  compareRationales: "imr.compareRationales",
  exportDeterminations: "imr.exportDeterminations",
} as const;

/** The side bar's view. */
export const issuesViewId = "imr.issues";

/** What menus know the tab with a report by. */
export const reportViewType = "imr.report";

/** What menus know the rows of determinations by, in the references view. */
export const issueRowContext = "imr-determination";
