/** What a key binding may give the skeleton commands, so that they need not ask. Knows nothing of VS Code. */
import type { NewIssueParams, NewLetterParams } from "../../../server/src/protocol/extensions.ts";

export type WantedIssue = Pick<NewIssueParams, "treatment" | "decision">;

const mostIssues = 20;

export const isIssueCount = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= mostIssues;

/** Undefined where nothing of use is given; what is missing is asked for. */
export function wantedLetter(given: unknown): Partial<NewLetterParams> | undefined {
  if (!isObject(given)) return undefined;
  const { form, issues } = given;
  return {
    ...(form === "2014" || form === "2016" ? { form } : {}),
    ...(isIssueCount(issues) ? { issues } : {}),
  };
}

/** Undefined where no treatment is given, not even an empty one: menus give other things. */
export function wantedIssue(given: unknown): WantedIssue | undefined {
  if (!isObject(given) || typeof given.treatment !== "string") return undefined;
  const { treatment, decision } = given;
  return { treatment, decision: decision === "Upheld" || decision === "Overturned" ? decision : undefined };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
