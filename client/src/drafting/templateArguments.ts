/** The arguments that keyboard shortcuts can pass to the template commands, which then don't ask. Doesn't depend on VS Code. */
import type { NewIssueParams, NewLetterParams } from "../../../server/src/protocol/extensions.ts";

export type WantedIssue = Pick<NewIssueParams, "treatment" | "decision">;

const maxIssues = 20;

export const isIssueCount = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= maxIssues;

/** The valid arguments of `imr.newLetter`; undefined if there are none. The command asks for what is missing. */
export function wantedLetter(given: unknown): Partial<NewLetterParams> | undefined {
  if (!isObject(given)) return undefined;
  const { form, issues } = given;
  return {
    ...(form === "2014" || form === "2016" || form === "2018" ? { form } : {}),
    ...(isIssueCount(issues) ? { issues } : {}),
  };
}

/** The arguments of `imr.addIssue`; undefined without a treatment, because menus pass other objects. */
export function wantedIssue(given: unknown): WantedIssue | undefined {
  if (!isObject(given) || typeof given.treatment !== "string") return undefined;
  const { treatment, decision } = given;
  return { treatment, decision: decision === "Upheld" || decision === "Overturned" ? decision : undefined };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
