/** Limits a list of findings to what an editor can show, and reports how many were cut. */
import { formatNumber } from "../base/formatNumber.ts";
import type { ReviewedFinding } from "./types.ts";

const order = ["hint", "information", "warning", "error"] as const;

/** Higher numbers are more severe. */
export const severityRank = (severity: ReviewedFinding["severity"]): number => order.indexOf(severity);

/** The `most` most severe findings in the order of the text. If some were cut, the first finding reports how many. */
export function mostSevere(findings: readonly ReviewedFinding[], most: number): readonly ReviewedFinding[] {
  if (findings.length <= most) return findings;
  const kept = [...findings]
    .sort((a, b) => severityRank(b.severity) - severityRank(a.severity) || a.start - b.start)
    .slice(0, most - 1)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const cut = findings.length - kept.length;
  const notice: ReviewedFinding = {
    start: 0,
    end: 0,
    message: `${formatNumber(cut)} more problems aren't shown. Fix the ones listed, or turn off rules in imr.rules.`,
    related: [],
    rule: "letter/too-many-findings",
    law: undefined,
    severity: "information",
  };
  return [notice, ...kept];
}
