/** Word files with the lines of letters. */
import { docxOf, paragraph } from "../../reader/docx.ts";

export const documentFrom = (lines: readonly string[]): Uint8Array =>
  docxOf(lines.map((line) => paragraph(line)).join(""));
