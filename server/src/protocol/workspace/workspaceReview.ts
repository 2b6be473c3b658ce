/** Reviews letters that aren't open, and publishes their problems. */

import type { Connection, Diagnostic } from "vscode-languageserver";
import { deepCopy } from "../../base/deepCopy.ts";
import { createSequencer } from "../../base/sequencer.ts";
import { letterKey } from "../../features/workspace/letterKey.ts";
import { toDiagnostics } from "../diagnostics/diagnostics.ts";
import { resultIdOf } from "../diagnostics/pull.ts";
import type { PublishWorkspaceDiagnostics } from "../diagnostics/workspace.ts";
import type { LetterFile, WorkspaceReviewSummary } from "../extensions.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import type { Reviewer } from "../state/reviewer.ts";
import type { Settings } from "../state/settings.ts";
import { noProgress, type ProgressReporter, withBackgroundProgress } from "./progress.ts";
import type { ReadLetters } from "./readLetters.ts";
import { byPreference, createRepeats, repeatedFiles } from "./repeatedFiles.ts";
import { type ReviewedFile, summarizeReview } from "./reviewSummary.ts";
import { withSettings } from "./withSettings.ts";
import { differences, type WorkspaceFiles } from "./workspaceFiles.ts";

/** Number of files whose settings are requested at once. */
const settingsBatchSize = 200;

interface KnownFile {
  /** The stamp of the file when it was reviewed; undefined if it must be reviewed again. */
  readonly stamp: string | undefined;
  readonly kind: Exclude<ReviewedFile["kind"], "repeated">;
  /** What the review of a letter depended on: see `Reviewer.basis`. */
  readonly basis: string | undefined;
  /** The letter's key, see `letterKey`; undefined for other files. */
  readonly key: string | undefined;
  readonly problems: readonly Diagnostic[];
}

const notReviewed = { problems: [], basis: undefined, key: undefined };

/** What the workspace review depends on. */
export interface WorkspaceReviewParts {
  readonly connection: Connection;
  readonly settings: Settings;
  readonly client: ClientFlags;
  readonly files: WorkspaceFiles;
  readonly readLetters: ReadLetters;
  readonly reviewer: Reviewer;
}

/**
 * - `idle`: the user hasn't requested a review, or has cleared it.
 * - `reviewing`: the user requested it, with the command or the setting, and file changes are followed.
 * - `stale`: the same, but something that reviews depend on may have changed since then.
 */
type ReviewState = "idle" | "reviewing" | "stale";

export class WorkspaceReview {
  readonly #parts: WorkspaceReviewParts;
  readonly #publish: PublishWorkspaceDiagnostics;
  readonly #oneAtATime = createSequencer();
  readonly #known = new Map<string, KnownFile>();
  /** Files whose letter is reviewed in another file. Their problems aren't shown. */
  #repeated: ReadonlySet<string> = new Set();
  #state: ReviewState = "idle";
  /** The last known value of the setting that turns the review on. */
  #isSetToReview = false;

  constructor(parts: WorkspaceReviewParts, publish: PublishWorkspaceDiagnostics) {
    this.#parts = parts;
    this.#publish = publish;
  }

  /** The problems of a file that isn't open; none if the workspace isn't being reviewed. */
  async problemsIn(uri: string): Promise<Diagnostic[]> {
    if (!this.#isOn || !this.#known.has(uri)) return [];
    if (this.#known.get(uri)?.stamp === undefined) await this.#reviewAgain([uri]);
    return this.#repeated.has(uri) ? [] : [...(this.#known.get(uri)?.problems ?? [])];
  }

  /** Reviews new and changed files, and keeps the results up to date from then on. */
  review(progress: ProgressReporter): Promise<WorkspaceReviewSummary> {
    return this.#oneAtATime(async () => {
      this.#turnOn();
      const all = await this.#reviewFiles((work) => work(progress));
      const isCancelled = progress.isCancelled();
      return summarizeReview(await this.#reviewed(all), isCancelled);
    });
  }

  /** Removes all problems and stops following files. */
  clear(): Promise<void> {
    // Ends a review in progress.
    this.#state = "idle";
    return this.#oneAtATime(async () => {
      for (const uri of [...this.#known.keys()]) this.#forget(uri);
      this.#repeated = new Set();
    });
  }

  /** Starts or clears the review if the setting has changed. */
  followSettings(): void {
    const { client, settings } = this.#parts;
    const isWanted = client.providesFiles && settings.forWorkspace().reviewAll;
    if (isWanted === this.#isSetToReview) return;
    this.#isSetToReview = isWanted;
    if (!isWanted) return void this.clear();
    this.#turnOn();
    void this.#reviewInBackground();
  }

  /** Something other than a file changed, so the results may be wrong. */
  invalidate(): void {
    this.followSettings();
    if (!this.#isOn) return;
    this.#state = "stale";
    if (this.#known.size > 0) void this.#reviewInBackground();
  }

  /** The same for one file. */
  invalidateFile(uri: string): void {
    if (this.#isOn && this.#known.has(uri)) void this.#reviewAgain([uri]);
  }

  /** These files were created, changed, or deleted; undefined if any file may have been. */
  filesChanged(uris: readonly string[] | undefined): void {
    if (this.#isOn) void (uris ? this.#reviewAgain(uris) : this.#reviewInBackground());
  }

  get #isOn(): boolean {
    return this.#state !== "idle";
  }

  #turnOn(): void {
    if (this.#state === "idle") this.#state = "reviewing";
  }

  #reviewInBackground(): Promise<unknown> {
    const { connection, client } = this.#parts;
    return this.#oneAtATime(() =>
      this.#reviewFiles((work) => withBackgroundProgress(connection, client, "Reviewing letters", work)),
    );
  }

  /** Reviews all files that are new or have changed. Resolves to all files. */
  async #reviewFiles(
    withProgress: (work: (progress: ProgressReporter) => Promise<void>) => Promise<void>,
  ): Promise<readonly LetterFile[]> {
    if (this.#state === "stale") await this.#markStaleFiles();
    const all = await this.#parts.files.list();
    const { changed, gone } = differences(this.#known, all);
    for (const uri of gone) this.#forget(uri);
    await withProgress((progress) => this.#read(changed.toSorted(byPreference), progress));
    this.#showEachOnce();
    return all;
  }

  #reviewAgain(uris: readonly string[]): Promise<void> {
    return this.#oneAtATime(async () => {
      const before = new Set(uris.filter((uri) => this.#known.has(uri)));
      const wanted = uris.map((uri) => ({ uri, stamp: "" }));
      await this.#read(wanted, noProgress);
      // A file that can no longer be read was probably deleted.
      for (const uri of before) if (this.#known.get(uri)?.kind === "unreadable") this.#forget(uri);
      this.#showEachOnce();
    });
  }

  /** Marks the letters whose review may have changed, which are then reviewed again. */
  async #markStaleFiles(): Promise<void> {
    const { settings, reviewer } = this.#parts;
    this.#state = "reviewing";
    const letters = [...this.#known.keys()].filter((uri) => this.#known.get(uri)?.kind === "letter");
    for (let from = 0; from < letters.length; from += settingsBatchSize) {
      const uris = letters.slice(from, from + settingsBatchSize);
      for (const [i, chosen] of (await settings.forDocuments(uris)).entries()) {
        const uri = uris[i] as string;
        const file = this.#known.get(uri);
        if (file && file.basis !== reviewer.basis(chosen))
          this.#known.set(uri, { ...file, stamp: undefined });
      }
    }
  }

  async #read(wanted: readonly LetterFile[], progress: ProgressReporter): Promise<void> {
    const { client, readLetters, reviewer, settings } = this.#parts;
    const isCancelled = () => !this.#isOn || progress.isCancelled();
    const isRepeated = createRepeats();
    await readLetters(
      wanted,
      { ...progress, isCancelled },
      {
        ...withSettings(settings, (letter, file, chosen) => {
          const problems = toDiagnostics(reviewer.file(letter, chosen), client);
          const key = letterKey(letter.letter);
          const reviewed = { problems, basis: reviewer.basis(chosen), key };
          this.#put(file, "letter", reviewed, !isRepeated(file.uri, key));
        }),
        foreign: (file) => this.#put(file, "foreign"),
        unreadable: (file) => this.#put(file, "unreadable"),
      },
    );
  }

  #put(
    { uri, stamp }: LetterFile,
    kind: KnownFile["kind"],
    { problems, basis, key }: Pick<KnownFile, "problems" | "basis" | "key"> = notReviewed,
    isShown = true,
  ): void {
    const kept = deepCopy(problems);
    this.#known.set(uri, { stamp, kind, problems: kept, basis, key });
    if (isShown) this.#publish(uri, kept, resultIdOf(kept));
  }

  /** Of a letter in several files, shows the problems of one. */
  #showEachOnce(): void {
    const before = this.#repeated;
    this.#repeated = repeatedFiles([...this.#known].map(([uri, { key }]) => ({ uri, key })));
    for (const uri of this.#repeated) this.#publish(uri, [], resultIdOf([]));
    for (const uri of before) {
      const file = this.#known.get(uri);
      if (file && !this.#repeated.has(uri)) this.#publish(uri, file.problems, resultIdOf(file.problems));
    }
  }

  #forget(uri: string): void {
    if (this.#known.delete(uri)) this.#publish(uri, [], undefined);
  }

  /** The results for these files. Open letters count with unsaved changes. */
  async #reviewed(files: readonly LetterFile[]): Promise<readonly ReviewedFile[]> {
    const { client, reviewer } = this.#parts;
    const reviewed: ReviewedFile[] = [];
    for (const { uri } of files) {
      const file = this.#known.get(uri);
      if (file === undefined) continue;
      if (this.#repeated.has(uri)) {
        reviewed.push({ uri, kind: "repeated", problems: [] });
        continue;
      }
      const open = await reviewer.open(uri);
      const problems = open ? toDiagnostics(open, client) : file.problems;
      reviewed.push({ uri, kind: file.kind, problems });
    }
    return reviewed;
  }
}
