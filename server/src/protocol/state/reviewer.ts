/** Reviews letters with the user's settings, for diagnostics and code actions. */

import { memoize, memoizeWith } from "../../base/memoize.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Letter } from "../../letter/types.ts";
import { review } from "../../review/review.ts";
import { sharedCaseNumbers } from "../../review/sharedCaseNumber.ts";
import { withoutIgnored } from "../../review/suppressions.ts";
import type { OtherPlace, ReviewedFinding } from "../../review/types.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import type { Runtime } from "../lsp/runSafe.ts";
import type { IgnoredFindings } from "./ignoredFindings.ts";
import { isTruncated, type LetterDocuments, type OpenLetter } from "./letterDocuments.ts";
import type { DocumentSettings, Settings } from "./settings.ts";

export interface ReviewedLetter extends OpenLetter {
  /** All findings except ignored ones, in the order of the text. */
  readonly findings: readonly ReviewedFinding[];
  /** True if new findings on the line being typed are deferred. */
  readonly deferNew: boolean;
}

export interface Reviewer {
  /** The review of the current version; undefined if the document isn't open. */
  open(uri: string): Promise<ReviewedLetter | undefined>;
  /** The review of a file that isn't open. */
  file(file: OpenLetter, chosen: DocumentSettings): ReviewedLetter;
  /** A string that changes whenever such a review may change for reasons other than the file and its ignored findings. */
  basis(chosen: DocumentSettings): string;
}

export function createReviewer(
  letters: LetterDocuments,
  settings: Settings,
  ignored: IgnoredFindings,
  runtime: Runtime,
  client: ClientFlags,
  knowledge: () => Knowledge,
  otherPlacesOf: (caseNumber: string, uri: string, isOpen: boolean) => readonly OtherPlace[],
  onRuleError: (rule: string, error: unknown) => void,
  onDidReview: (milliseconds: number) => void,
): Reviewer {
  // A client that pulls diagnostics without refresh support would never see deferred findings.
  const canDefer = !client.pullDiagnostics || client.diagnosticRefresh;
  // Editors request code actions whenever the cursor moves, so an unchanged letter is reviewed only once.
  const reviewOnce = memoizeWith(
    (letter: Letter, knowledge: Knowledge, chosen: DocumentSettings, today: number) => {
      const started = performance.now();
      const findings = review(letter, knowledge, { severities: chosen.severities, today, onRuleError });
      onDidReview(performance.now() - started);
      return findings;
    },
  );

  const reviewLetter = (
    letter: OpenLetter,
    chosen: DocumentSettings,
    { isOpen, deferNew }: { readonly isOpen: boolean; readonly deferNew: boolean },
  ): ReviewedLetter => {
    const { uri } = letter.document;
    const reviewed = reviewOnce(letter.letter, letter.knowledge, chosen, runtime.today());
    const shared = sharedCaseNumbers(letter.letter, chosen.severities, (number) =>
      otherPlacesOf(number, uri, isOpen),
    );
    const found =
      shared.length === 0
        ? reviewed
        : [...shared, ...reviewed].sort((a, b) => a.start - b.start || a.end - b.end);
    const all = withoutIgnored(found, letter.letter, ignored.keys(uri));
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
      // The document may have changed or closed while the settings were requested.
      const open = letters.open(uri);
      return (
        open && reviewLetter(open, chosen, { isOpen: true, deferNew: canDefer && chosen.holdWhileTyping })
      );
    },
    file: (file: OpenLetter, chosen: DocumentSettings) =>
      reviewLetter(file, chosen, { isOpen: false, deferNew: false }),
    basis: ({ severities }: DocumentSettings) =>
      JSON.stringify([severities, numberOf(knowledge()), runtime.today(), settings.maxFileSize()]),
  });
}

/** In a truncated file, whatever is missing from the last letter may just not have been read. */
const startOfLast = ({ span, following }: Letter): number => (following.at(-1)?.span ?? span).start;
