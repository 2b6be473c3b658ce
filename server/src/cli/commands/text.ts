import { escapeControls } from "../io/escapeControls.ts";
import type { LetterCommand } from "./command.ts";

/** `imr-letters text`: prints the text of files, as it's read. */
export const printText = (): LetterCommand<string> => ({
  takesEverything: true,
  begin: () => "",
  read: ({ text }) => text,
  print: (_file, text) =>
    text === "" ? "" : `${text.replace(/\n$/, "").split("\n").map(printed).join("\n")}\n`,
  end: () => "",
  summary: () => [],
  exitCode: () => 0,
});

/** Page breaks and tabs do no harm, and have a meaning. */
const printed = (line: string): string =>
  line
    .split(/([\f\t\r])/)
    .map((part) => (/^[\f\t\r]$/.test(part) ? part : escapeControls(part)))
    .join("");
