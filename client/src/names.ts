/** Names that package.json gives, in one place. */
export const languageId = "imr-letter";

export const commands = {
  nextIssue: "imr.goToNextIssue",
  previousIssue: "imr.goToPreviousIssue",
  goToIssue: "imr.goToIssue",
  showIgnored: "imr.showIgnoredFindings",
  clearIgnored: "imr.clearIgnoredFindings",
} as const;
