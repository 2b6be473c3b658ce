import type { TextDocumentPositionParams } from "vscode-languageserver";
import { treatmentsAt } from "../../analysis/treatmentKey.ts";
import { type DeterminationLetter, type DeterminationsOn, determinationsOnRequest } from "../extensions.ts";
import { toOffset } from "../lsp/convert.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import type { LetterIndex } from "../workspace/letterIndex.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

/** `imr/determinationsOn`: what the letters of the workspace decide on one treatment. */
export const determinationsOn: ServerFeature = {
  register(context) {
    const { connection, letterIndex } = context;
    onCustomRequest(
      connection,
      determinationsOnRequest,
      onLetter(context)<DeterminationsOn | null, TextDocumentPositionParams>(
        "Finding determinations",
        null,
        ({ document, letter, knowledge }, { position }) => {
          const treatments = treatmentsAt(letter, knowledge, toOffset(document, position));
          if (treatments.length === 0) return null;
          return {
            treatment: treatments.join(" and "),
            complete: letterIndex.coverage() !== "some",
            letters: lettersDeciding(letterIndex, treatments),
          };
        },
      ),
    );
  },
};

function lettersDeciding(
  letterIndex: LetterIndex,
  treatments: readonly string[],
): readonly DeterminationLetter[] {
  return letterIndex.files().flatMap(({ uri, letters }) =>
    letters.flatMap(({ caseNumber, day, specialty, states, days, issues }) => {
      const found = issues.filter(({ treatment }) =>
        letterIndex.treatmentsIn(treatment).some((one) => treatments.includes(one)),
      );
      return found.length > 0 ? [{ uri, caseNumber, day, specialty, states, days, issues: found }] : [];
    }),
  );
}
