/** The requests that this server adds to LSP, shared with the client. Positions are LSP positions. */
import type { Diagnostic, Position, Range, TextDocumentIdentifier } from "vscode-languageserver-types";
import type { GuidelineCopy } from "../knowledge/types.ts";
import type { Pack } from "../packs/pack.ts";

export { maxPackBytes, type Pack } from "../packs/pack.ts";

/** A part or element of an issue: "claims administrator guideline", "criterion", "conclusion" … */
export interface ElementOverview {
  readonly words: string;
  readonly present: boolean;
  /** Where it stands or, where it is missing, where it would go (empty). */
  readonly range: Range;
}

/** What the issues view, the picker, the status bar and the navigation commands show of an issue. */
export interface IssueOverview {
  /** The disputed treatment in one line. */
  readonly treatment: string;
  /** "Upheld", "Overturned", other words that stand there, or undefined where it is missing. */
  readonly decision: string | undefined;
  /** What is missing, in words: "decision", "claims administrator guideline", "conclusion" … */
  readonly missing: readonly string[];
  /** What the issue has and lacks, in the order of the letter. */
  readonly elements: readonly ElementOverview[];
  /** All of the issue. */
  readonly range: Range;
  /** The heading: where a jump goes. */
  readonly heading: Range;
}

export interface LetterOverview {
  /** How many lines were read; undefined where all of the document was. */
  readonly readLines: number | undefined;
  /** Undefined where the text is no determination letter. */
  readonly generation: string | undefined;
  /** The same in words: "form of 2015 to 2017". */
  readonly form: string | undefined;
  readonly issues: readonly IssueOverview[];
}

/** `imr/overview`: `{ textDocument: { uri } }` → `LetterOverview | null` (null: the document is not open). */
export const overviewRequest = "imr/overview";

/**
 * `imr/ignored`, a notification of the client: the keys of the findings that the user ignores in a document, open or
 * not. It is sent as the server starts and whenever they change; the document is then reviewed again.
 */
export const ignoredNotification = "imr/ignored";

export interface IgnoredFindingsParams {
  readonly uri: string;
  readonly keys: readonly string[];
}

/**
 * The command of the code action "Ignore this finding here": the client stores the key and sends `imr/ignored`.
 * Offered only to clients whose initialization options say `{ "imr": { "ignore": true } }`.
 */
export const ignoreCommand = "imr.ignoreFinding";

/** Its arguments. The key is a digest and holds no word of the letter. */
export type IgnoreArguments = readonly [uri: string, rule: string, key: string];

/**
 * Commands that hints and lenses call. The server names them only to clients whose initialization options say
 * `{ "imr": { "commands": true } }`.
 */
export const revealCommand = "imr.reveal";

/** Puts the cursor there. */
export type RevealArguments = readonly [uri: string, range: Range];

/** Opens a web address in the user's browser. */
export const openLinkCommand = "imr.openLink";

export type OpenLinkArguments = readonly [url: string];

/** A text with tab stops, `${1:words}`, to put in place of `range`. Line ends are "\n": the editor takes its own. */
export interface TemplateEdit {
  readonly range: Range;
  readonly snippet: string;
}

/** The forms in which a new letter can be begun: citations by pages, or by section. */
export type TemplateForm = "2014" | "2016";

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

/** `imr/newIssue`: `NewIssueParams` → `SkeletonEdit | null` (null: the document is not open). */
export const newIssueRequest = "imr/newIssue";

export interface NewIssueParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The new issue goes behind the one at this position; behind the last one where there is none. */
  readonly position: Position;
  /** Left to fill in where empty. */
  readonly treatment: string;
  readonly decision: "Upheld" | "Overturned" | undefined;
}

/** `imr/rationaleOutline`: `TextDocumentPositionParams` → `SkeletonEdit | null` (null: no issue at the position). */
export const rationaleOutlineRequest = "imr/rationaleOutline";

/**
 * `imr/knowledge`: `OwnKnowledge` → `KnowledgeTaken`. The client tells what the user adds to the built-in guidelines and
 * drugs, all of it, as the server starts and whenever it changes; letters are then looked at again.
 */
export const knowledgeRequest = "imr/knowledge";

export interface UserKnowledge {
  readonly packs: readonly Pack[];
  readonly copies: readonly GuidelineCopy[];
}

export interface UserKnowledgeResult {
  /** What is wrong with the packs, by their addresses. A pack that is all right has an empty list. */
  readonly problems: Readonly<Record<string, readonly Diagnostic[]>>;
}

/**
 * `imr/guidelinePage`: `{ uri }` → `GuidelinePageText | null`, the text of an `imr-guideline:` page. For editors that
 * cannot ask for `workspace/textDocumentContent`; they are led to pages only when their initialization options say
 * `{ "imr": { "pages": true } }`.
 */
export const guidelinePageRequest = "imr/guidelinePage";

export interface GuidelinePageText {
  readonly text: string;
}

/** `imr/guidelineEntries`: no parameters → `readonly FoundGuideline[]`, all that can be looked up. */
export const guidelineEntriesRequest = "imr/guidelineEntries";

export interface FoundGuideline {
  readonly kind: "guideline" | "topic" | "drug";
  readonly name: string;
  /** The guideline and the pages, in words. */
  readonly where: string;
  readonly alsoNamed: readonly string[];
  /** First and last page of each stretch, 1-based. */
  readonly pages: readonly (readonly [first: number, last: number])[];
  /** The page that tells it: `imr-guideline:…`. */
  readonly page: string;
  /** The line of that page under which it is told; undefined for the first. */
  readonly heading?: string | undefined;
  /** What `imr/cite` takes. */
  readonly cites: { readonly guideline: string; readonly topic?: string | undefined };
}

/**
 * `imr/cite`: `CiteParams` → `CitationEdit | null`, the edit that cites it in the letter's form. Null where the letter
 * cites it there already, is not open, or the index has no such guideline or topic.
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

/** `imr/identifyCopy`: `{ pages }` → `readonly CopyLikeness[]`, which guideline a document is, the likeliest first. */
export const identifyCopyRequest = "imr/identifyCopy";

export interface GuidelineMatch {
  /** The guideline's id. */
  readonly guideline: string;
  readonly name: string;
  /** How many of the topics that the index knows were found in it, and how many it knows. */
  readonly found: number;
  readonly of: number;
  /** The document's first pages name the guideline. */
  readonly named: boolean;
}

/**
 * What follows is about the files of the workspace, open or not. The server reads no file of itself: it asks the client,
 * where that says `{ "imr": { "files": true } }`, so that remote and virtual workspaces do as well.
 */

/** `imr/letterFiles`, asked of the client: no parameters → `readonly LetterFile[]`, all files that may be letters. */
export const letterFilesRequest = "imr/letterFiles";

export interface LetterFile {
  readonly uri: string;
  /** Another one whenever the file may have changed. */
  readonly stamp: string;
}

/** `imr/readLetters`, asked of the client: `{ uris }` → `LetterTexts`. */
export const readLettersRequest = "imr/readLetters";

export interface LetterTexts {
  /** In the order of the addresses; null for a file that cannot be read as text. */
  readonly texts: readonly (string | null)[];
}

/**
 * `imr/storedIndex`, asked of the client: no parameters → `{ index }`, what it was last given to keep for this workspace
 * (`imr/keepIndex`: `{ index }` → null), as it was; null where there is nothing.
 */
export const storedIndexRequest = "imr/storedIndex";
export const keepIndexRequest = "imr/keepIndex";

export interface StoredIndex {
  readonly index: string | null;
}

/**
 * `imr/determinationsOn`: `TextDocumentPositionParams` → `DeterminationsOn | null`, what the letters of the workspace
 * decide on the treatment at the position: a drug's, or the issue's whose heading is there. Null where there is none.
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
  /** The day of the decision, as far as the letter gives it: "2016-12-05". */
  readonly day: string | null;
  readonly issues: readonly DeterminationIssue[];
}

export interface DeterminationIssue {
  readonly treatment: string;
  readonly decision: string | null;
  /** Where a jump goes. */
  readonly heading: Range;
}

/** The command of the lens that counts them. Named to clients with `{ "imr": { "commands": true } }` only. */
export const findDeterminationsCommand = "imr.findDeterminations";

export type FindDeterminationsArguments = readonly [uri: string, position: Position];

/** `imr/issueText`: `TextDocumentPositionParams` → `IssueText | null`, an issue to be compared with another. */
export const issueTextRequest = "imr/issueText";

export interface IssueText {
  /** The case number and the treatment. */
  readonly name: string;
  /** Its decision, guidelines and rationale: a sentence a line, without the breaks of the page. */
  readonly text: string;
}

/**
 * `imr/reviewWorkspace`: `WorkDoneProgressParams` → `WorkspaceReviewed`. Reviews all letters of the workspace; their
 * problems come as diagnostics of the workspace. Those that have not changed since are not read again. Cancelled, it
 * keeps what it has.
 */
export const reviewWorkspaceRequest = "imr/reviewWorkspace";

/** `imr/clearReview`: no parameters → null. Takes the problems of letters that are not open away again. */
export const clearReviewRequest = "imr/clearReview";

/** What was found in the files of the workspace. */
export interface WorkspaceSummary {
  readonly letters: number;
  /** Files that are no letters. */
  readonly foreign: number;
  readonly unreadable: readonly string[];
  /** True where it was cancelled before the end. */
  readonly cancelled: boolean;
}

export interface WorkspaceReviewSummary extends WorkspaceSummary {
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  /** Letters with any of these. Hints are not counted: no list of problems shows them. */
  readonly lettersWithProblems: number;
}

/** `imr/exportDeterminations`: `ExportParams` → `ExportedDeterminations`, a record for each issue of the workspace. */
export const exportDeterminationsRequest = "imr/exportDeterminations";

export interface ExportParams {
  readonly format: "ndjson" | "csv";
  readonly workDoneToken?: string | number;
}

export interface ExportedDeterminations extends WorkspaceSummary {
  readonly text: string;
  readonly records: number;
}

/** `imr/report`: `WorkDoneProgressParams` → `WorkspaceReport`, one page about all letters of the workspace. */
export const reportRequest = "imr/report";

export interface WorkspaceReport extends WorkspaceSummary {
  /** A page without scripts or styles of others; links lead to the letters' addresses. */
  readonly html: string;
}
