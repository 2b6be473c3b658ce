/** Type guards for command arguments, which can come from anyone. Doesn't depend on VS Code. */
import type { Position, Range } from "vscode-languageserver-types";

export const isRange = (value: unknown): value is Range =>
  isObject(value) && isPosition(value.start) && isPosition(value.end);

export const isPosition = (value: unknown): value is Position =>
  isObject(value) && isCount(value.line) && isCount(value.character);

const isCount = (value: unknown): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= 0;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
