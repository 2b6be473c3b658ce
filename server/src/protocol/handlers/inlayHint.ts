/** Inlay hints: what a rationale is missing, and what a brand, chapter, or page is. */
import {
  type Command,
  type InlayHint,
  type InlayHintLabelPart,
  type InlayHintParams,
  type MarkupContent,
  MarkupKind,
} from "vscode-languageserver";
import type { ElementName } from "../../analysis/checklist.ts";
import { hoverAt } from "../../features/reading/hover.ts";
import type { Hint, HintKind, MissingHint } from "../../features/reading/inlayHints/hint.ts";
import { citedCriteria } from "../../features/reading/inlayHints/missing.ts";
import { inlayHints as hintsIn } from "../../features/reading/inlayHints.ts";
import { issueAt } from "../../letter/issueAt.ts";
import { rationaleRules } from "../../review/rules/rationaleRules.ts";
import {
  type OpenLinkArguments,
  openLinkCommand,
  type RevealArguments,
  revealCommand,
} from "../extensions.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import * as convert from "../lsp/convert.ts";
import { hoverMarkup } from "../lsp/hoverMarkup.ts";
import { markdown, plainText } from "../lsp/markup.ts";
import type { ServerContext } from "../serverContext.ts";
import type { OpenLetter } from "../state/letterDocuments.ts";
import { onLetter, onRequest, type ServerFeature } from "./handler.ts";

export const inlayHint: ServerFeature = {
  capabilities: () => ({ inlayHintProvider: { resolveProvider: true } }),

  register(context) {
    const { connection, letters, settings } = context;

    connection.languages.inlayHint.on(
      onLetter(context)<InlayHint[], InlayHintParams>(
        "Inlay hints",
        [],
        async (_, { textDocument, range }) => {
          const { hints: shown } = await settings.forDocument(textDocument.uri);
          // The document may have changed or closed while the settings were requested.
          const open = letters.open(textDocument.uri);
          if (open === undefined) return [];
          const hints = hintsIn(open.letter, open.knowledge, shown, convert.toSpan(open.document, range));
          return hints.map((hint) => toInlayHint(context, open, hint));
        },
      ),
    );

    connection.languages.inlayHint.resolve(
      onRequest(context)<InlayHint, InlayHint>("Resolving an inlay hint", unchanged, (hint) =>
        withTooltip(context, hint),
      ),
    );
  },

  requestRefresh({ connection, client }) {
    // A client that has disconnected needs no refresh.
    if (client.inlayHintRefresh) connection.languages.inlayHint.refresh().catch(() => undefined);
  },
};

const unchanged = (hint: InlayHint): InlayHint => hint;

function toInlayHint(context: ServerContext, open: OpenLetter, hint: Hint): InlayHint {
  const { document } = open;
  const click = clickOf(context.client, open, hint);
  return {
    position: document.positionAt(hint.at),
    label: click ? [{ value: hint.label, ...click }] : hint.label,
    paddingLeft: true,
    ...(context.client.inlayHintResolve
      ? { data: { uri: document.uri, kind: hint.kind, at: hint.at } satisfies HintData }
      : { tooltip: tooltipOf(context, open, hint) }),
  };
}

/**
 * Where Ctrl+click on a hint goes. A location is shown as a definition, which suits a drug but not the place where
 * something has yet to be written; that takes a command.
 */
function clickOf(
  client: ClientFlags,
  { document }: OpenLetter,
  hint: Hint,
): Pick<InlayHintLabelPart, "command" | "location"> | undefined {
  const range = hint.goTo && convert.toRange(document, hint.goTo);
  if (!client.clientCommands) {
    return hint.kind !== "missing" && range ? { location: { uri: document.uri, range } } : undefined;
  }
  if (range) return { command: reveal(clickTitles[hint.kind], [document.uri, range]) };
  if (hint.kind === "missing" || hint.url === undefined) return undefined;
  return { command: openLink(clickTitles[hint.kind], [hint.url]) };
}

const clickTitles: Readonly<Record<HintKind, string>> = {
  missing: "Go to where it belongs",
  drugs: "Go to the issue's heading",
  topics: "Open the official document at this page",
  guidelines: "Open the official document",
};

const reveal = (title: string, args: RevealArguments): Command => ({
  title,
  command: revealCommand,
  arguments: [...args],
});

const openLink = (title: string, args: OpenLinkArguments): Command => ({
  title,
  command: openLinkCommand,
  arguments: [...args],
});

/** What identifies a hint when its tooltip is requested: the server keeps no hints. */
interface HintData {
  readonly uri: string;
  readonly kind: HintKind;
  readonly at: number;
}

/** Unchanged if the letter has changed and no longer has the hint. */
function withTooltip(context: ServerContext, hint: InlayHint): InlayHint {
  const data = hint.data as Partial<HintData> | undefined;
  const open = context.letters.open(data?.uri ?? "");
  if (data?.at === undefined || open === undefined) return hint;
  const here = { start: data.at, end: data.at };
  const found = hintsIn(open.letter, open.knowledge, allKinds, here).find(({ kind }) => kind === data.kind);
  return found ? { ...hint, tooltip: tooltipOf(context, open, found) } : hint;
}

const allKinds = { missing: true, drugs: true, topics: true, guidelines: true };

function tooltipOf(
  { client }: ServerContext,
  { letter, knowledge }: OpenLetter,
  hint: Hint,
): MarkupContent | undefined {
  if (hint.kind === "missing") {
    // The hint is right after the label, where an issue with an empty rationale ends.
    const issue = issueAt(letter, hint.at - 1);
    const criteria = issue && lacksCriterion(hint) ? citedCriteria(issue, knowledge) : [];
    return missingMarkup(hint, criteria, client.markdownHover);
  }
  const hover = hoverAt(letter, knowledge, hint.about);
  return hover && hoverMarkup(hover.content, client.markdownHover);
}

/** What a rationale must say, and the rule that requires it, which knows the law. */
const required: Partial<Readonly<Record<ElementName, readonly [rule: string, what: string]>>> = {
  treatmentNamed: ["rationale/treatment-not-named", "the disputed treatment by name, brand, or class"],
  criterion: ["rationale/no-criterion", "what a guideline requires, to compare the decision with"],
  findings: [
    "rationale/no-findings",
    "this employee's condition, history, or records, or what they don't show",
  ],
  conclusion: ["rationale/no-conclusion", "whether the treatment is medically necessary"],
};

const lacksCriterion = ({ lacks }: MissingHint): boolean => lacks.some(({ name }) => name === "criterion");

function missingMarkup(
  { lacks }: MissingHint,
  criteria: readonly string[],
  inMarkdown: boolean,
): MarkupContent {
  const style = inMarkdown ? markdown : plainText;
  const lines = lacks.map(({ name, words }) => {
    const [rule, what = words] = required[name] ?? [];
    const law = rationaleRules.find(({ id }) => id === rule)?.law;
    return `${words}: ${what}${law ? ` (${law})` : ""}`;
  });
  return {
    kind: inMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText,
    value: [
      style.list("This rationale still needs:", lines),
      ...(criteria.length > 0 ? [style.list("The sections cited ask for:", criteria)] : []),
    ].join("\n\n"),
  };
}
