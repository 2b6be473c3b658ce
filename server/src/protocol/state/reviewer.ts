/** The review of a letter, as the user wants it: shared by diagnostics and code actions. */

import { memoize, memoizeWith } from "../../base/memoize.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Letter } from "../../letter/types.ts";
import { review } from "../../review/review.ts";
import { withoutIgnored } from "../../review/suppressions.ts";
import type { ReviewedFinding } from "../../review/types.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import type { Runtime } from "../lsp/runSafe.ts";
import type { IgnoredFindings } from "./ignoredFindings.ts";
import { isTruncated, type LetterDocuments, type OpenLetter } from "./letterDocuments.ts";
import type { DocumentSettings, Settings } from "./settings.ts";

export interface ReviewedLetter extends OpenLetter {
  /** All findings but the ignored ones, in the order of the text. */
  readonly findings: readonly ReviewedFinding[];
  /** Findings on the line being typed wait. */
  readonly deferNew: boolean;
}

export interface Reviewer {
  /** The review of the current version; undefined where the document is not open. */
  open(uri: string): Promise<ReviewedLetter | undefined>;
  /** The review of a file that is not open. */
  file(file: OpenLetter, chosen: DocumentSettings): ReviewedLetter;
  /** What such a review depends on beside the file and what is ignored in it, in words to be compared. */
  basis(chosen: DocumentSettings): string;
}

export function createReviewer(
  letters: LetterDocuments,
  settings: Settings,
  ignored: IgnoredFindings,
  runtime: Runtime,
  client: ClientFlags,
  knowledge: () => Knowledge,
  onRuleError: (rule: string, error: unknown) => void,
): Reviewer {
  // An editor that asks of itself, and cannot be told to ask again, would never see what was held back.
  const canWait = !client.pullDiagnostics || client.diagnosticRefresh;
  // Editors ask for code actions whenever the cursor moves: an unchanged letter is reviewed once.
  const reviewOnce = memoizeWith(
    (letter: Letter, knowledge: Knowledge, chosen: DocumentSettings, today: number) =>
      review(letter, knowledge, { severities: chosen.severities, today, onRuleError }),
  );

  const reviewLetter = (letter: OpenLetter, chosen: DocumentSettings, deferNew: boolean): ReviewedLetter => {
    const reviewed = reviewOnce(letter.letter, letter.knowledge, chosen, runtime.today());
    const all = withoutIgnored(reviewed, letter.letter, ignored.keys(letter.document.uri));
    const findings = isTruncated(letter)
      ? all.filter(({ start }) => start < startOfLast(letter.letter))
      : all;
    return { ...letter, findings, deferNew };
  };

  let last = 0;
  const numberOf = memoize((_: Knowledge) => ++last);

  return Object.freeze({
    async open(uri: string) {
      if (letters.open(uri) === undefined) return undefined;
      const chosen = await settings.forDocument(uri);
      // It may have changed or closed while the settings were on their way.
      const open = letters.open(uri);
      return open && reviewLetter(open, chosen, canWait && chosen.holdWhileTyping);
    },
    file: (file: OpenLetter, chosen: DocumentSettings) => reviewLetter(file, chosen, false),
    basis: ({ severities }: DocumentSettings) =>
      JSON.stringify([severities, numberOf(knowledge()), runtime.today(), settings.maxFileSize()]),
  });
}

/** Where reading stopped within a letter, what that one lacks may only not have been read. */
const startOfLast = ({ span, following }: Letter): number => (following.at(-1)?.span ?? span).start;
