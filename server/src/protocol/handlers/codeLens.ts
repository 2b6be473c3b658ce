/** The line above each issue: its decision, what its rationale has and is missing, and links to the issues next to it. */
import { type CodeLens, CodeLensRefreshRequest, type Command, type Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ChecklistItem } from "../../analysis/checklist.ts";
import { formatNumber } from "../../base/formatNumber.ts";
import type { Span } from "../../base/span.ts";
import { type IssueLens, issueLenses } from "../../features/reading/codeLens.ts";
import {
  type FindDeterminationsArguments,
  findDeterminationsCommand,
  type RevealArguments,
  revealCommand,
} from "../extensions.ts";
import * as convert from "../lsp/convert.ts";
import type { LetterIndex } from "../workspace/letterIndex.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

export const codeLens: ServerFeature = {
  capabilities: () => ({ codeLensProvider: {} }),

  register(context) {
    const { connection, settings, letterIndex, reviewer, client } = context;

    connection.onCodeLens(
      onLetter(context)<CodeLens[]>("CodeLens", [], async (_, { textDocument: { uri } }) => {
        const { codeLens: shown } = await settings.forDocument(uri);
        const open = shown ? await reviewer.open(uri) : undefined;
        if (open === undefined) return [];
        const toLenses = client.clientCommands ? lensesWithCommands : lensesWithWords;
        const inWorkspace = talliesInWords(letterIndex);
        // Hints aren't in the list of problems, and the lens itself says that there is no decision.
        const found = open.findings.filter(
          ({ severity, rule }) => severity !== "hint" && rule !== "issue/missing-decision",
        );
        return issueLenses(open.letter, open.knowledge, found).flatMap((lens) =>
          toLenses(open.document, lens, inWorkspace(lens)),
        );
      }),
    );
  },

  requestRefresh({ connection, client }) {
    // A client that has disconnected needs no refresh.
    if (client.codeLensRefresh) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  },
};

/**
 * "in this folder: 14 upheld, 2 overturned"; undefined if no other issue is about the same treatment, none of them is
 * decided, or not all letters have been read.
 */
function talliesInWords(letterIndex: LetterIndex): (lens: IssueLens) => string | undefined {
  const tallyOf = letterIndex.tallies();
  return ({ treatment }) => {
    if (letterIndex.coverage() !== "all") return undefined;
    const [one, ...others] = letterIndex.treatmentsIn(treatment);
    if (one === undefined || others.length > 0) return undefined;
    const { issues, upheld, overturned } = tallyOf(one);
    if (issues <= 1 || upheld + overturned === 0) return undefined;
    return `in this folder: ${formatNumber(upheld)} upheld, ${formatNumber(overturned)} overturned`;
  };
}

/** For clients with our commands, such as VS Code, which shows `$(check)` as an icon. */
function lensesWithCommands(
  document: TextDocument,
  lens: IssueLens,
  inWorkspace: string | undefined,
): CodeLens[] {
  const range = firstLine(document, lens.heading);
  const lensTo = (title: string, place: Span): CodeLens => {
    const args: RevealArguments = [document.uri, convert.toRange(document, place)];
    return { range, command: { title, command: revealCommand, arguments: [...args] } };
  };
  const lensToDeterminations = (title: string): CodeLens => {
    const args: FindDeterminationsArguments = [document.uri, document.positionAt(lens.heading.start)];
    return { range, command: { title, command: findDeterminationsCommand, arguments: [...args] } };
  };
  return [
    lensTo(lens.summary, lens.goTo),
    ...lens.rationale.map((element) =>
      lensTo(elementWords(element, "$(check)", "$(circle-large-outline)"), element.span),
    ),
    ...(inWorkspace ? [lensToDeterminations(inWorkspace)] : []),
    ...(lens.previous ? [lensTo("↑ previous", lens.previous)] : []),
    ...(lens.next ? [lensTo("↓ next", lens.next)] : []),
  ];
}

/** For clients without our commands: text only. */
function lensesWithWords(
  document: TextDocument,
  lens: IssueLens,
  inWorkspace: string | undefined,
): CodeLens[] {
  const range = firstLine(document, lens.heading);
  const titles = [
    lens.summary,
    lens.rationale.map((element) => elementWords(element, "✓", "○")).join(" · "),
    inWorkspace ?? "",
  ].filter((title) => title !== "");
  return titles.map((title) => ({ range, command: { title, command: "" } satisfies Command }));
}

/** "criterion ✓", with a no-break space: VS Code drops other spaces next to an icon. The marks are those of the Issues view. */
const elementWords = ({ words, present }: ChecklistItem, has: string, misses: string): string =>
  `${words} ${present ? has : misses}`.replaceAll(" ", "\u00a0");

/** The range of a lens must be within one line, but headings may span several. */
function firstLine(document: TextDocument, span: Span): Range {
  const { start, end } = convert.toRange(document, span);
  if (end.line === start.line) return { start, end };
  const lineEnd = document.offsetAt({ line: start.line + 1, character: 0 });
  const words = document.getText().slice(span.start, lineEnd).trimEnd();
  return { start, end: document.positionAt(span.start + words.length) };
}
