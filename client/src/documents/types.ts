import type { LetterDocument, ReadProblem } from "../../../reader/src/messages.ts";

/** What a document is converted to. */
export type Conversion =
  | { readonly kind: "letter"; readonly document: LetterDocument }
  | { readonly kind: "problem"; readonly problem: DocumentProblem };

export type DocumentProblem = ReadProblem | "unreadable" | "tooLarge";

/** What is known about an open letter, besides its text. */
export type ShownDocument = Omit<LetterDocument, "text">;
