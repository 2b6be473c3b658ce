import { outline } from "../../features/reading/outline.ts";
import type { OutlineItem } from "../../features/types.ts";
import { escapeControls } from "../io/escapeControls.ts";
import type { LetterCommand } from "./command.ts";

/** `imr-letters outline`: lists the sections and issues of each letter, with decisions. */
export const printOutlines = (): LetterCommand<readonly string[]> => ({
  dependsOn: {},
  begin: () => "",
  read: ({ letter }) => outline(letter).flatMap((item) => lines(item, 1)),
  print: (file, outlineLines) => `${[file, ...outlineLines].map(escapeControls).join("\n")}\n\n`,
  end: () => "",
  summary: () => [],
  exitCode: () => 0,
});

/** Leaves out the parts of an issue, which are the same in every letter. */
function lines({ kind, name, detail, children }: OutlineItem, depth: number): readonly string[] {
  if (kind === "part") return [];
  const line = `${"  ".repeat(depth)}${name}${detail === undefined ? "" : `: ${detail}`}`;
  return [line, ...children.flatMap((child) => lines(child, depth + 1))];
}
