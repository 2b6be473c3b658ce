/** The quick fixes for the problems at a place: fixes for one problem, for all problems of a rule, and ways to ignore them. */
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  type Position,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Edit } from "../../../base/edits.ts";
import { oneLine } from "../../../base/flatText.ts";
import { shortenAtWord } from "../../../base/shorten.ts";
import { rules } from "../../../review/rules.ts";
import type { ReviewedFinding } from "../../../review/types.ts";
import { diagnosticSource, messageOf } from "../../diagnostics/diagnostics.ts";
import { type SelectArguments, selectCommand } from "../../extensions.ts";
import type { ClientFlags } from "../../lsp/clientCapabilities.ts";
import { toRange } from "../../lsp/convert.ts";
import { fixEdit, toWorkspaceEdit } from "../../lsp/edits.ts";
import type { ReviewedLetter } from "../../state/reviewer.ts";
import { appliedOnRequest, certainFixes, editsOf } from "./fixAll.ts";
import { ignoreCommandFor, ignoreLine } from "./ignoreActions.ts";
import { showRule, turnRuleOff } from "./ruleActions.ts";

/** An action and the findings that it resolves. */
interface Offer {
  readonly action: CodeAction;
  readonly about: readonly ReviewedFinding[];
}

export function quickFixes(
  reviewed: ReviewedLetter,
  touched: readonly ReviewedFinding[],
  context: CodeActionContext,
  client: ClientFlags,
): CodeAction[] {
  const offers = [
    ...touched.flatMap((finding) => fixOne(reviewed, finding, client)),
    ...(client.clientCommands ? touched.flatMap((finding) => write(reviewed, finding)) : []),
    ...rulesOf(touched).flatMap((rule) => fixRule(reviewed, rule, client)),
    ...(client.storesIgnoredFindings ? touched.map((finding) => ignoreOne(reviewed, finding, touched)) : []),
    ...ignoreInLetter(reviewed, touched, client),
    ...(client.clientCommands ? aboutRules(reviewed, touched) : []),
  ];
  return offers.map(({ action, about }) => ({
    ...action,
    kind: CodeActionKind.QuickFix,
    diagnostics: context.diagnostics.filter((shown) =>
      about.some((finding) => isShown(reviewed.document, finding, shown)),
    ),
  }));
}

function fixOne({ document }: ReviewedLetter, finding: ReviewedFinding, client: ClientFlags): Offer[] {
  const { fixes = [] } = finding;
  return fixes.map((fix) => {
    const isPreferred = appliedOnRequest.includes(fix.applicability) && fixes.length === 1;
    return {
      action: { title: fix.title, isPreferred, edit: fixEdit(document, fix, client) },
      about: [finding],
    };
  });
}

/** A problem whose answer only the writer knows can be written at once: the cursor selects the words, or follows the label. */
function write({ document, letter }: ReviewedLetter, finding: ReviewedFinding): Offer[] {
  const { fixes = [], severity, start, end } = finding;
  if (fixes.length > 0 || severity === "hint" || start === end) return [];
  const words = oneLine(letter.text, finding);
  const isLabel = words.endsWith(":");
  const title = isLabel ? `Write after “${words}”` : `Rewrite “${shortenAtWord(words, maxQuoted)}”`;
  const place = isLabel ? { start: end, end } : { start, end };
  const args: SelectArguments = [document.uri, toRange(document, place)];
  return [
    { action: { title, command: { title, command: selectCommand, arguments: [...args] } }, about: [finding] },
  ];
}

/** In characters: a longer title doesn't fit in the menu. */
const maxQuoted = 50;

function fixRule({ document, findings }: ReviewedLetter, rule: string, client: ClientFlags): Offer[] {
  const about = ofRule(findings, rule);
  const fixes = certainFixes(about, appliedOnRequest);
  if (fixes.length < 2) return [];
  const edit = toWorkspaceEdit(document, editsOf(fixes), client);
  return [{ action: { title: `Fix all: ${titleOf(rule)}`, edit }, about }];
}

function ignoreOne(
  reviewed: ReviewedLetter,
  finding: ReviewedFinding,
  touched: readonly ReviewedFinding[],
): Offer {
  const what = touched.length === 1 ? "" : `: ${titleOf(finding.rule)}`;
  const command = ignoreCommandFor(reviewed, finding, `Ignore this problem here${what}`);
  return { action: { title: command.title, command }, about: [finding] };
}

/** One action for all findings of a rule in a line. */
function ignoreInLetter(
  { document, letter }: ReviewedLetter,
  touched: readonly ReviewedFinding[],
  client: ClientFlags,
): Offer[] {
  const offers = new Map<string, { readonly line: Edit; readonly about: ReviewedFinding[] }>();
  for (const finding of touched) {
    const line = ignoreLine(letter, finding);
    const key = `${line.start} ${line.text}`;
    const offer = offers.get(key) ?? { line, about: [] };
    offer.about.push(finding);
    offers.set(key, offer);
  }
  return [...offers.values()].map(({ line, about }) => {
    const title = `Ignore ${about[0]?.rule} with a line in the letter`;
    return { action: { title, edit: toWorkspaceEdit(document, [line], client) }, about };
  });
}

/** The page of each rule, and turning it off. The notice that some problems aren't shown comes from no rule. */
function aboutRules({ document }: ReviewedLetter, touched: readonly ReviewedFinding[]): Offer[] {
  const known = rulesOf(touched).filter((id) => rules.some((rule) => rule.id === id));
  const commands = [
    (rule: string, of: string) => showRule(rule, of),
    (rule: string, of: string) => turnRuleOff(document.uri, rule, of),
  ];
  return commands.flatMap((commandFor) =>
    known.map((rule) => {
      const command = commandFor(rule, known.length === 1 ? "" : `: ${titleOf(rule)}`);
      return { action: { title: command.title, command }, about: ofRule(touched, rule) };
    }),
  );
}

const titleOf = (id: string): string => rules.find((rule) => rule.id === id)?.title ?? id;

const rulesOf = (findings: readonly ReviewedFinding[]): readonly string[] => [
  ...new Set(findings.map((finding) => finding.rule)),
];

const ofRule = (findings: readonly ReviewedFinding[], rule: string): readonly ReviewedFinding[] =>
  findings.filter((finding) => finding.rule === rule);

/** True if the diagnostic that the editor shows is this finding. */
function isShown(document: TextDocument, finding: ReviewedFinding, shown: Diagnostic): boolean {
  if (shown.source !== diagnosticSource || shown.code !== finding.rule) return false;
  if (shown.message !== messageOf(finding)) return false;
  const { start, end } = toRange(document, finding);
  return samePosition(shown.range.start, start) && samePosition(shown.range.end, end);
}

const samePosition = (a: Position, b: Position): boolean => a.line === b.line && a.character === b.character;
