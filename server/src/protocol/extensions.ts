/** The custom requests and commands of this server, shared with the client. Positions are LSP positions. */
import type { Diagnostic, Position, Range, TextDocumentIdentifier } from "vscode-languageserver-types";
import type { PublishedForm } from "../features/drafting/publishedForm.ts";
import type { GuidelineCopy } from "../knowledge/types.ts";
import type { DrugList } from "../packs/drugList.ts";
import type { DrugListColumns } from "../packs/drugListFields.ts";
import type { Pack } from "../packs/pack.ts";

export type {
  CaseDetail,
  CaseDetails,
  PublishedForm,
  PublishedParagraph,
} from "../features/drafting/publishedForm.ts";
export type { CopyComparison } from "../knowledge/compareCopy.ts";
export type { OwnGuideline } from "../knowledge/types.ts";
export { isCopy } from "../knowledge/validCopy.ts";
export { type DrugListColumns, type DrugListField, drugListFields } from "../packs/drugListFields.ts";
export { maxPackBytes, type Pack } from "../packs/pack.ts";

/**
 * The server's own types of semantic tokens. It sends those that the client names in its capability
 * `textDocument.semanticTokens.tokenTypes`, and standard ones in place of the others.
 */
export const letterTokenTypes = [
  "section",
  "label",
  "treatment",
  "decision",
  "drug",
  "dose",
  "guideline",
  "topic",
  "pages",
] as const;

/** A part or element of an issue: "claims administrator guideline", "criterion", "conclusion" … */
export interface ElementOverview {
  readonly words: string;
  readonly present: boolean;
  /** Its range or, if it is missing, the empty range where it belongs. */
  readonly range: Range;
}

/** What the Issues view, the picker, the status bar, and the navigation commands show for an issue. */
export interface IssueOverview {
  /** The disputed treatment in one line. */
  readonly treatment: string;
  /** "Upheld", "Overturned", or other words in their place; undefined if it is missing. */
  readonly decision: string | undefined;
  /** What is missing, in words: "decision", "claims administrator guideline", "conclusion" … */
  readonly missing: readonly string[];
  /** What the issue has and what it's missing, in the order of the letter. */
  readonly elements: readonly ElementOverview[];
  /** The whole issue. */
  readonly range: Range;
  /** The heading, which navigation goes to. */
  readonly heading: Range;
}

/** A field of the table at the start of a letter: "Date of Injury". */
export interface CaseDetailOverview {
  readonly label: string;
  /** Empty if it isn't filled in. */
  readonly value: string;
  readonly range: Range;
}

export interface LetterOverview {
  /** How many lines were read; undefined if the whole document was. */
  readonly readLines: number | undefined;
  /** Undefined if the text isn't a determination letter. */
  readonly generation: string | undefined;
  /** The same in words: "format of 2015 to 2017". */
  readonly form: string | undefined;
  /** Those that the letter has, in the order of new letters. */
  readonly caseDetails: readonly CaseDetailOverview[];
  readonly issues: readonly IssueOverview[];
}

/** `imr/overview`: `{ textDocument: { uri } }` → `LetterOverview | null` (null: the document isn't open). */
export const overviewRequest = "imr/overview";

/**
 * `imr/ignored`, a notification from the client: the keys of the problems that the user ignores in a document, open or
 * not. Sent when the server starts and whenever they change; the document is then reviewed again.
 */
export const ignoredNotification = "imr/ignored";

export interface IgnoredFindingsParams {
  readonly uri: string;
  readonly keys: readonly string[];
}

/**
 * The command of the code action "Ignore this problem here": the client stores the key and sends `imr/ignored`.
 * Offered only to clients whose initialization options have `{ "imr": { "ignore": true } }`.
 */
export const ignoreCommand = "imr.ignoreFinding";

/** Its arguments. The key is a digest that contains no words of the letter. */
export type IgnoreArguments = readonly [uri: string, rule: string, key: string];

/**
 * Moves the cursor to a range and reveals it. Like the other commands of hints and lenses, it is only sent to clients
 * whose initialization options have `{ "imr": { "commands": true } }`.
 */
export const revealCommand = "imr.reveal";

export type RevealArguments = readonly [uri: string, range: Range];

/** Selects a range, so that what is typed next replaces it. */
export const selectCommand = "imr.select";

export type SelectArguments = RevealArguments;

/** Opens a web address in the user's browser. */
export const openLinkCommand = "imr.openLink";

export type OpenLinkArguments = readonly [url: string];

/** Opens the page that explains a rule in the editor. */
export const showRuleCommand = "imr.showRule";

export type ShowRuleArguments = readonly [rule: string];

/** The command of the code action "Turn This Rule Off": changes the settings that apply to the document. */
export const turnRuleOffCommand = "imr.turnRuleOff";

export type TurnRuleOffArguments = readonly [rule: string, uri: string];

/** A snippet, with tab stops such as `${1:words}`, that replaces `range`. Its line breaks are "\n"; editors convert them. */
export interface TemplateEdit {
  readonly range: Range;
  readonly snippet: string;
}

/** The formats of new letters: "2014" cites by pages, "2016" by section, and "2018" newer guidelines by section. */
export type TemplateForm = "2014" | "2016" | "2018";

/** `imr/newLetter`: `NewLetterParams` → `{ snippet }`, a whole letter to fill in. */
export const newLetterRequest = "imr/newLetter";

export interface NewLetterParams {
  readonly form: TemplateForm;
  /** At least 1. */
  readonly issues: number;
}

export interface NewLetter {
  readonly snippet: string;
}

/** `imr/newIssue`: `NewIssueParams` → `TemplateEdit | null` (null: the document isn't open). */
export const newIssueRequest = "imr/newIssue";

export interface NewIssueParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The new issue goes after the one at this position, or after the last one if there is none. */
  readonly position: Position;
  /** If empty, a placeholder to fill in. */
  readonly treatment: string;
  readonly decision: "Upheld" | "Overturned" | undefined;
}

/** `imr/rationaleOutline`: `TextDocumentPositionParams` → `TemplateEdit | null` (null: no issue at the position). */
export const rationaleOutlineRequest = "imr/rationaleOutline";

/**
 * `imr/knowledge`: `UserKnowledge` → `UserKnowledgeResult`. The client sends everything that the user adds to the built-in
 * guidelines and drugs when the server starts and whenever it changes; letters are then reviewed again.
 */
export const knowledgeRequest = "imr/knowledge";

export interface UserKnowledge {
  readonly packs: readonly Pack[];
  readonly copies: readonly GuidelineCopy[];
}

export interface UserKnowledgeResult {
  /** The problems of each pack by its URI; an empty list for a valid pack. */
  readonly problems: Readonly<Record<string, readonly Diagnostic[]>>;
}

/**
 * `imr/guidelinePage`: `{ uri }` → `GuidelinePageText | null`, the text of an `imr-guideline:` page. For editors without
 * `workspace/textDocumentContent`; they get links to pages only if their initialization options have
 * `{ "imr": { "pages": true } }`.
 */
export const guidelinePageRequest = "imr/guidelinePage";

export interface GuidelinePageText {
  readonly text: string;
}

/**
 * `imr/guidelineEntries`: `GuidelineEntriesParams` → `FoundGuidelines`, what matches a query, or everything that can be looked
 * up. For a letter, what's about the issue at the position comes first, and then what was in force on its decision date.
 */
export const guidelineEntriesRequest = "imr/guidelineEntries";

export interface GuidelineEntriesParams {
  /** Words of titles, their synonyms, drugs, and so on. */
  readonly query?: string;
  readonly textDocument?: TextDocumentIdentifier;
  readonly position?: Position;
}

export interface FoundGuidelines {
  /** In the order of their groups, the best first. */
  readonly entries: readonly FoundGuideline[];
  /** The day that decides what is in force: that of the letter, or today. */
  readonly day: string;
}

/**
 * - `exact`: has the query as a name
 * - `issue`: about the disputed treatment of the issue, and not out of force
 * - `inForce`, `notInForce`: in force on the day, or certainly not
 * - `undated`: without known days, such as ODG
 * - `less`: matches the query less well than others
 */
export type GuidelineGroup = "exact" | "issue" | "inForce" | "undated" | "notInForce" | "less";

export interface FoundGuideline {
  readonly group: GuidelineGroup;
  readonly kind: "guideline" | "topic" | "drug";
  readonly name: string;
  /** The guideline and the pages, in words. */
  readonly where: string;
  readonly alsoNamed: readonly string[];
  /** First and last page of each stretch, 1-based. */
  readonly pages: readonly (readonly [first: number, last: number])[];
  /** The URI of the page about it: `imr-guideline:…`. */
  readonly page: string;
  /** The heading of its part of that page; undefined if it is the whole page. */
  readonly heading?: string | undefined;
  /** The parameters of `imr/cite` for it. */
  readonly cites: { readonly guideline: string; readonly topic?: string | undefined };
}

/**
 * `imr/cite`: `CiteParams` → `CitationEdit | null`, the edit that cites it in the letter's format. Null if the letter
 * already cites it there or isn't open, or if there is no such guideline or topic.
 */
export const citeRequest = "imr/cite";

export interface CiteParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
  readonly guideline: string;
  readonly topic?: string | undefined;
}

export interface CitationEdit {
  readonly range: Range;
  readonly newText: string;
}

/**
 * `imr/identifyCopy`: `{ pages, headings? }` → `readonly GuidelineMatch[]`, the guidelines that a document may be, the
 * likeliest first.
 */
export const identifyCopyRequest = "imr/identifyCopy";

export interface GuidelineMatch {
  /** The guideline's id. */
  readonly guideline: string;
  readonly name: string;
  /** How many of its indexed topics were found in the document. */
  readonly found: number;
  /** How many indexed topics it has. */
  readonly of: number;
  /** True if the document's first pages name the guideline. */
  readonly named: boolean;
  /** True if the document is probably this guideline. */
  readonly isLikely: boolean;
  /** True if only the user's copy has it. */
  readonly isOwn: boolean;
  /** "mtus" for a part of the MTUS. */
  readonly kind: "mtus" | "other";
}

/** `imr/compareCopy`: `GuidelineCopy` → `CopyComparison | null` (null: it isn't a copy), what a copy says about the index. */
export const compareCopyRequest = "imr/compareCopy";

/**
 * `imr/readDrugList`: `ReadDrugListParams` → `ReadDrugList | null`, a drug list in a table such as a CSV file, and with a name and a
 * date the pack with it. Null if the text is too long.
 */
export const readDrugListRequest = "imr/readDrugList";

export interface ReadDrugListParams {
  readonly text: string;
  /** Without them, they're found by their names. */
  readonly columns?: DrugListColumns | undefined;
  readonly name?: string | undefined;
  /** "2026-03-01" */
  readonly date?: string | undefined;
}

export interface ReadDrugList extends Omit<DrugList, "entries"> {
  /** How many rows say something of a drug. */
  readonly entries: number;
  /** The names of drugs that aren't known, so no hover shows what the list says of them. */
  readonly unknown: readonly string[];
  /** The text of the pack; null without a name and a date. */
  readonly pack: string | null;
}

/**
 * The following requests are about the files of the workspace, open or not. The server doesn't read files itself: it asks
 * clients with `{ "imr": { "files": true } }`, which makes remote and virtual workspaces work as well.
 */

/**
 * The scheme of the texts that a client makes of PDF and Word files. Such a letter's URI is
 * `imr-document:/path/of/letter.pdf (letter)?` with the file's URI, escaped, as the query.
 */
export const documentScheme = "imr-document";

/** `imr/letterFiles`, a request to the client: no parameters → `readonly LetterFile[]`, all files that may be letters. */
export const letterFilesRequest = "imr/letterFiles";

export interface LetterFile {
  readonly uri: string;
  /** Different whenever the file may have changed. */
  readonly stamp: string;
}

/** `imr/readLetters`, a request to the client: `{ uris }` → `LetterTexts`. */
export const readLettersRequest = "imr/readLetters";

export interface LetterTexts {
  /** In the order of the URIs; null for a file that can't be read as text. */
  readonly texts: readonly (string | null)[];
}

/**
 * `imr/storedIndex`, a request to the client: no parameters → `{ index }`, what `imr/keepIndex` (`{ index }` → null) last
 * stored for this workspace, unchanged; null if there is nothing.
 */
export const storedIndexRequest = "imr/storedIndex";
export const keepIndexRequest = "imr/keepIndex";

export interface StoredIndex {
  readonly index: string | null;
}

/**
 * `imr/determinationsOn`: `TextDocumentPositionParams` → `DeterminationsOn | null`, what the letters of the workspace
 * decide on the treatment at the position: a drug, or the treatment of the issue whose heading is there. Null if there is
 * none.
 */
export const determinationsOnRequest = "imr/determinationsOn";

export interface DeterminationsOn {
  /** The treatment in words: a generic name, "MRI of the lumbar spine" … */
  readonly treatment: string;
  /** False while letters are still being read. */
  readonly complete: boolean;
  readonly letters: readonly DeterminationLetter[];
}

export interface DeterminationLetter {
  readonly uri: string;
  readonly caseNumber: string | null;
  /** The date of the decision, as far as the letter states it: "2016-12-05". */
  readonly day: string | null;
  /** The reviewer's specialty in the letter's words, and the states that license the reviewer. */
  readonly specialty: string | null;
  readonly states: readonly string[];
  readonly days: LetterDays;
  readonly issues: readonly DeterminationIssue[];
}

/** See `CaseDays` in review/caseDays.ts. */
export interface LetterDays {
  readonly daysInjuryToDenial: number | null;
  readonly daysDenialToApplication: number | null;
  readonly daysApplicationToDecision: number | null;
  /** An ISO date. */
  readonly lastDayToAppeal: string | null;
}

export interface DeterminationIssue {
  readonly treatment: string;
  readonly decision: string | null;
  /** The range that navigation goes to. */
  readonly heading: Range;
}

/** The command of the lens that counts determinations. */
export const findDeterminationsCommand = "imr.findDeterminations";

export type FindDeterminationsArguments = readonly [uri: string, position: Position];

/**
 * `imr/statedCriteria`: `StatedCriteriaParams` → `StatedCriteria | null`, how the rationales of the other letters of the
 * workspace state the criterion of the section that is cited at the position. Null if none is. Reads the letters that do;
 * if canceled, it answers with those that it has read.
 */
export const statedCriteriaRequest = "imr/statedCriteria";

export interface StatedCriteriaParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
  readonly workDoneToken?: string | number;
}

export interface StatedCriteria {
  /** "Special Studies, Low Back Complaints 2004" */
  readonly section: string;
  /** The edition that is cited: "Low Back Complaints 2004". */
  readonly edition: string;
  /** True if it was canceled before the end. */
  readonly cancelled: boolean;
  readonly letters: readonly StatingLetter[];
}

export interface StatingLetter {
  readonly uri: string;
  readonly caseNumber: string | null;
  /** The date of the decision, as far as the letter states it: "2016-12-05". */
  readonly day: string | null;
  readonly issues: readonly StatingIssue[];
}

export interface StatingIssue {
  readonly treatment: string;
  readonly decision: string | null;
  /** The edition that this issue cites. */
  readonly edition: string;
  readonly sentences: readonly StatedSentence[];
}

export interface StatedSentence {
  /** In one line. */
  readonly text: string;
  readonly range: Range;
}

/**
 * The command of the link in hovers over cited sections. Only sent to clients whose initialization options have
 * `{ "imr": { "commandLinks": true } }`.
 */
export const findCriteriaCommand = "imr.findCriteria";

export type FindCriteriaArguments = readonly [uri: string, position: Position];

/** `imr/issueText`: `TextDocumentPositionParams` → `IssueText | null`, the text of an issue for comparison. */
export const issueTextRequest = "imr/issueText";

export interface IssueText {
  /** The case number and the treatment. */
  readonly name: string;
  /** Its decision, guidelines, and rationale: one sentence per line, without the line breaks of the page. */
  readonly text: string;
}

/**
 * `imr/reviewWorkspace`: `WorkDoneProgressParams` → `WorkspaceReviewSummary`. Reviews all letters of the workspace and
 * sends their problems as workspace diagnostics. Files that haven't changed since the last time aren't read again. If
 * canceled, it keeps the results so far.
 */
export const reviewWorkspaceRequest = "imr/reviewWorkspace";

/** `imr/clearReview`: no parameters → null. Clears the problems of letters that aren't open. */
export const clearReviewRequest = "imr/clearReview";

/** The counts of the workspace's files. */
export interface WorkspaceSummary {
  readonly letters: number;
  /** Files that aren't letters. */
  readonly foreign: number;
  readonly unreadable: readonly string[];
  /** Files whose letter is also in a file of another kind, such as a PDF and its text, and which don't count. */
  readonly repeated: number;
  /** True if it was canceled before the end. */
  readonly cancelled: boolean;
}

export interface WorkspaceReviewSummary extends WorkspaceSummary {
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  /** Letters with any of these. Hints aren't counted, because the Problems view doesn't show them. */
  readonly lettersWithProblems: number;
}

/** `imr/exportDeterminations`: `ExportParams` → `ExportedDeterminations`, one record for each issue. */
export const exportDeterminationsRequest = "imr/exportDeterminations";

export interface ExportParams {
  readonly format: "ndjson" | "csv";
  readonly workDoneToken?: string | number;
}

export interface ExportedDeterminations extends WorkspaceSummary {
  readonly text: string;
  readonly records: number;
}

/** `imr/report`: `WorkDoneProgressParams` → `WorkspaceReport`, a page about all letters of the workspace. */
export const reportRequest = "imr/report";

export interface WorkspaceReport extends WorkspaceSummary {
  /** A self-contained page that links to the URIs of the letters. */
  readonly html: string;
}

/** `imr/publishedForm`: `{ textDocument: { uri } }` → `PublishedForm | null` (null: the document isn't open). */
export const publishedFormRequest = "imr/publishedForm";

export type PublishedFormResult = PublishedForm | null;

/** `imr/finalCheck`: `{ textDocument: { uri } }` → `FinalCheckResult | null` (null: the document isn't open). */
export const finalCheckRequest = "imr/finalCheck";

export interface FinalCheckResult {
  /** A page about the open letter, which links to its lines. */
  readonly html: string;
  /** How many problems are left. */
  readonly left: number;
}

/**
 * `imr/checked`, a notification to clients with `{ "imr": { "commands": true } }`: how long the last review of a letter took,
 * for the log.
 */
export const checkedNotification = "imr/checked";

export interface CheckedParams {
  readonly milliseconds: number;
  /** The memory of the server's process; undefined where it can't be known. */
  readonly bytes?: number | undefined;
}
