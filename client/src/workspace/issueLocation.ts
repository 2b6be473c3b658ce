/** Where an issue stands, in whatever letter of the workspace. Knows nothing of VS Code. */

import type { Position } from "../issues/issuePositions.ts";
import { isObject, isPosition } from "../util/typeGuards.ts";

/** A letter's address, and a position in the issue. */
export interface IssueLocation {
  readonly uri: string;
  readonly position: Position;
}

/** True for two places in one line: no two issues begin there. */
export const isSameLine = (a: IssueLocation, b: IssueLocation): boolean =>
  a.uri === b.uri && a.position.line === b.position.line;

export const isPlace = (value: unknown): value is IssueLocation =>
  isObject(value) && typeof value.uri === "string" && isPosition(value.position);
