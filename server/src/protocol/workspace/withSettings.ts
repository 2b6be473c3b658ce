import type { LetterFile } from "../extensions.ts";
import type { OpenLetter } from "../state/letterDocuments.ts";
import type { DocumentSettings, Settings } from "../state/settings.ts";
import type { FileWork } from "./readLetters.ts";

/** Work on letters that depends on the settings for each, which are asked of the editor for some files at once. */
export function withSettings(
  settings: Settings,
  work: (letter: OpenLetter, file: LetterFile, chosen: DocumentSettings) => void,
): Pick<FileWork, "before" | "letter"> {
  // Those of the files to come are here before the last are worked on.
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
