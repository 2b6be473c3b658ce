/** The review of letters that are not open, and how their problems reach the editor. */

import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { inTurn } from "../../base/sequencer.ts";
import { detached } from "../../features/detached.ts";
import { problemsOf } from "../diagnostics/diagnostics.ts";
import { resultIdOf } from "../diagnostics/pull.ts";
import type { TellProblems } from "../diagnostics/workspace.ts";
import type { LetterFile, WorkspaceReviewed } from "../extensions.ts";
import type { Serving } from "../serverContext.ts";
import type { Reviewer } from "../state/reviewer.ts";
import { inBackground } from "./progress.ts";
import { unwatched, type Watching } from "./readLetters.ts";
import { withSettings } from "./withSettings.ts";
import { differences } from "./workspaceFiles.ts";

/** Files whose settings are asked for at once. */
const askedAtOnce = 200;

export interface WorkspaceReview {
  /** The problems of a file that is not open: none where the workspace is not being reviewed. */
  ofFile(uri: string): Promise<Diagnostic[]>;
  /** Reviews what is new or has changed, and keeps it up to date from then on. */
  review(watching: Watching): Promise<WorkspaceReviewed>;
  /** Takes all that back. */
  clear(): Promise<void>;
  /** Something other than a file changed: what is known may be wrong now. */
  again(): void;
  /** The same of one file. */
  againOf(uri: string): void;
}

interface KnownFile {
  /** Of the file as it was reviewed; undefined where it has to be done again. */
  readonly stamp: string | undefined;
  readonly kind: "letter" | "foreign" | "unreadable";
  /** What the review of a letter depended on: see `Reviewer.basis`. */
  readonly basis: string | undefined;
  readonly problems: readonly Diagnostic[];
}

type ReviewNeeds = Pick<Serving, "connection" | "settings" | "editor" | "files" | "readLetters">;

export function createWorkspaceReview(
  { connection, settings, editor, files, readLetters }: ReviewNeeds,
  reviewer: Reviewer,
  tellProblems: TellProblems,
): WorkspaceReview {
  const known = new Map<string, KnownFile>();
  /** The user asked for it: once by the command, or for good by the setting. */
  let isOn = false;
  let isByItself = false;
  /** Something that reviews depend on may have changed. */
  let isInDoubt = false;
  const oneAtATime = inTurn();

  const put = (
    { uri, stamp }: LetterFile,
    kind: KnownFile["kind"],
    problems: readonly Diagnostic[] = [],
    basis?: string,
  ): void => {
    const kept = detached(problems);
    known.set(uri, { stamp, kind, problems: kept, basis });
    tellProblems(uri, kept, resultIdOf(kept));
  };
  const forget = (uri: string): void => {
    if (known.delete(uri)) tellProblems(uri, [], undefined);
  };
  const makeStale = (uri: string): void => {
    const file = known.get(uri);
    if (file) known.set(uri, { ...file, stamp: undefined });
  };

  async function read(wanted: readonly LetterFile[], watching: Watching): Promise<void> {
    const isOver = () => !isOn || watching.isOver();
    await readLetters(
      wanted,
      { ...watching, isOver },
      {
        ...withSettings(settings, (letter, file, chosen) =>
          put(file, "letter", problemsOf(reviewer.file(letter, chosen), editor), reviewer.basis(chosen)),
        ),
        foreign: (file) => put(file, "foreign"),
        unreadable: (file) => put(file, "unreadable"),
      },
    );
  }

  /** Lets those letters be read again that would be reviewed otherwise now. */
  async function doubt(): Promise<void> {
    isInDoubt = false;
    const letters = [...known.keys()].filter((uri) => known.get(uri)?.kind === "letter");
    for (let from = 0; from < letters.length; from += askedAtOnce) {
      const uris = letters.slice(from, from + askedAtOnce);
      for (const [i, chosen] of (await settings.ofEach(uris)).entries()) {
        const uri = uris[i] as string;
        if (known.get(uri)?.basis !== reviewer.basis(chosen)) makeStale(uri);
      }
    }
  }

  /** Reviews all files that are not known as they are now. */
  async function reviewFiles(watchingOf: (work: (watching: Watching) => Promise<void>) => Promise<void>) {
    if (isInDoubt) await doubt();
    const all = await files.list();
    const { changed, gone } = differences(known, all);
    for (const uri of gone) forget(uri);
    await watchingOf((watching) => read(changed, watching));
    return all;
  }

  const review = (watching: Watching): Promise<WorkspaceReviewed> =>
    oneAtATime(async () => {
      isOn = true;
      const all = await reviewFiles((work) => work(watching));
      return summaryOf(all, watching.isOver());
    });

  /** Open letters count as they stand. */
  async function summaryOf(all: readonly LetterFile[], cancelled: boolean): Promise<WorkspaceReviewed> {
    const kinds = { letter: 0, foreign: 0 };
    const unreadable: string[] = [];
    let [errors, warnings, information, lettersWithProblems] = [0, 0, 0, 0];
    for (const { uri } of all) {
      const file = known.get(uri);
      if (file === undefined) continue;
      if (file.kind === "unreadable") unreadable.push(uri);
      else kinds[file.kind]++;
      const open = await reviewer.open(uri);
      const problems = open ? problemsOf(open, editor) : file.problems;
      const numberOf = (severity: DiagnosticSeverity): number =>
        problems.filter((problem) => problem.severity === severity).length;
      errors += numberOf(DiagnosticSeverity.Error);
      warnings += numberOf(DiagnosticSeverity.Warning);
      information += numberOf(DiagnosticSeverity.Information);
      if (problems.some(({ severity }) => severity !== DiagnosticSeverity.Hint)) lettersWithProblems++;
    }
    return {
      letters: kinds.letter,
      foreign: kinds.foreign,
      unreadable,
      cancelled,
      errors,
      warnings,
      information,
      lettersWithProblems,
    };
  }

  const reviewInBackground = (): Promise<unknown> =>
    oneAtATime(() => reviewFiles((work) => inBackground(connection, editor, "Reviewing letters", work)));

  const reviewAgain = (uris: readonly string[]): Promise<void> =>
    oneAtATime(async () => {
      const before = new Set(uris.filter((uri) => known.has(uri)));
      await read(
        uris.map((uri) => ({ uri, stamp: "" })),
        unwatched,
      );
      // A file that cannot be read any more has most likely gone.
      for (const uri of before) if (known.get(uri)?.kind === "unreadable") forget(uri);
    });

  files.onChange((uris) => {
    if (isOn) void (uris ? reviewAgain(uris) : reviewInBackground());
  });

  const clear = (): Promise<void> => {
    // Ends a review that is under way.
    isOn = false;
    return oneAtATime(async () => {
      for (const uri of [...known.keys()]) forget(uri);
    });
  };
  const followSetting = (): void => {
    const wanted = editor.lendsFiles && settings.forAll().reviewAll;
    if (wanted === isByItself) return;
    isByItself = wanted;
    if (!wanted) return void clear();
    isOn = true;
    void reviewInBackground();
  };
  settings.whenKnown(followSetting);

  return Object.freeze({
    async ofFile(uri: string) {
      if (!isOn || !known.has(uri)) return [];
      if (known.get(uri)?.stamp === undefined) await reviewAgain([uri]);
      return [...(known.get(uri)?.problems ?? [])];
    },
    review,
    clear,
    again() {
      followSetting();
      isInDoubt = true;
      if (isOn && known.size > 0) void reviewInBackground();
    },
    againOf(uri: string) {
      if (isOn && known.has(uri)) void reviewAgain([uri]);
    },
  });
}
