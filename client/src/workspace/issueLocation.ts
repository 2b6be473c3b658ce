/** The location of an issue in any letter. Doesn't depend on VS Code. */

import type { Position } from "../issues/issuePositions.ts";
import { isObject, isPosition } from "../util/typeGuards.ts";

/** A letter's URI, and a position in the issue. */
export interface IssueLocation {
  readonly uri: string;
  readonly position: Position;
}

/** True for locations on the same line, where only one issue can start. */
export const isSameLine = (a: IssueLocation, b: IssueLocation): boolean =>
  a.uri === b.uri && a.position.line === b.position.line;

export const isIssueLocation = (value: unknown): value is IssueLocation =>
  isObject(value) && typeof value.uri === "string" && isPosition(value.position);
