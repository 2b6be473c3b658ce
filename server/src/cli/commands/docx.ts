import path from "node:path";
import { fileURLToPath } from "node:url";
import { startWriterThread } from "../../../../writer/src/node/startWriterThread.ts";
import { writeDocx } from "../../../../writer/src/writer.ts";
import { type PublishedForm, publishedForm } from "../../features/drafting/publishedForm.ts";
import { UsageError } from "../usageError.ts";
import type { LetterCommand } from "./command.ts";

/** `imr-letters docx`: writes a file with a letter as a Word file. */
export function writeWordFile(): LetterCommand<PublishedForm> {
  let first: string | undefined;
  return {
    needsLetter: true,
    begin: () => "",
    read: ({ text, letter }) => publishedForm(text, letter),
    async print(file, form) {
      if (first !== undefined)
        throw new UsageError(`A Word file holds one file. Specify “${first}” or “${file}”.`);
      first = file;
      const bytes = await writeDocx(startWriterThread(path.dirname(fileURLToPath(import.meta.url))), form);
      if (bytes === null) throw new UsageError(`“${file}” couldn't be written as a Word file.`);
      return bytes;
    },
    end: () => "",
    summary: () => [],
    exitCode: () => 0,
  };
}
