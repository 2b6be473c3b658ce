/** Names that package.json gives, in one place. */
export const languageId = "imr-letter";

/** Of the pages of guidelines, documents that the server writes, and their language. */
export const pageScheme = "imr-guideline";

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
} as const;

/** The side bar's view. */
export const issuesViewId = "imr.issues";
