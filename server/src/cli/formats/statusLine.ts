import { safeJson } from "../../base/safeJson.ts";

/** Why there is no record for an input: the letter has nothing to list, it isn't a letter, or it couldn't be read. */
export type InputStatus = "noRecords" | "notALetter" | "unreadable";

/** A line for an input that has no record: `{"file", "status"}`, and the reason if it couldn't be read. */
export const statusLine = (file: string, status: InputStatus, reason?: string): string =>
  `${safeJson({ file, status, reason })}\n`;
