import type { LetterFile } from "../extensions.ts";
import type { OpenLetter } from "../state/letterDocuments.ts";
import type { DocumentSettings, Settings } from "../state/settings.ts";
import type { FileWork } from "./readLetters.ts";

/** Work on letters that needs the settings of each, which are requested from the client in batches. */
export function withSettings(
  settings: Settings,
  work: (letter: OpenLetter, file: LetterFile, chosen: DocumentSettings) => void,
): Pick<FileWork, "before" | "letter"> {
  // The next batch is requested while the previous one is still being processed.
  const chosen = new Map<string, DocumentSettings>();
  return {
    async before(uris) {
      for (const [i, one] of (await settings.forDocuments(uris)).entries())
        chosen.set(uris[i] as string, one);
    },
    letter(letter, file) {
      const choice = chosen.get(file.uri);
      chosen.delete(file.uri);
      if (choice) work(letter, file, choice);
    },
  };
}
