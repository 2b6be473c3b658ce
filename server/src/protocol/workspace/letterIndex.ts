/** What the letters of the workspace decide: of open ones as they stand, of others as their files were last read. */
import type { Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { inTurn } from "../../base/sequencer.ts";
import { type DecidedLetter, decidedIn } from "../../features/decided.ts";
import { type Treatment, treatmentsIn } from "../../features/sameTreatment.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { keepIndexRequest, type LetterFile, type StoredIndex, storedIndexRequest } from "../extensions.ts";
import { toRange } from "../lsp/convert.ts";
import { describeError } from "../lsp/runSafe.ts";
import type { Serving } from "../serverContext.ts";
import type { OpenLetter } from "../state/letterDocuments.ts";
import { inBackground } from "./progress.ts";
import { unwatched, type Watching } from "./readLetters.ts";
import { readIndex, writeIndex } from "./storedIndex.ts";
import { differences } from "./workspaceFiles.ts";

export interface IndexedFile {
  /** Of the file as it was read; empty where that is not known. */
  readonly stamp: string;
  /** Null for a file that is no letter, or could not be read. */
  readonly letters: readonly DecidedLetter<Range>[] | null;
}

export interface ShelvedFile {
  readonly uri: string;
  readonly letters: readonly DecidedLetter<Range>[];
}

/** How often something was decided. */
export interface Tally {
  readonly upheld: number;
  readonly overturned: number;
  /** All issues, also those decided in other words or not yet. */
  readonly issues: number;
}

export interface Shelf {
  files(): readonly ShelvedFile[];
  treatmentsIn(heading: string): readonly Treatment[];
  /** How the letters decide on each treatment, just now. */
  tallies(): (treatment: Treatment) => Tally;
  /** How much of the workspace it knows: all of it, not yet all, or only the letters that are open. */
  knows(): "all" | "some" | "open";
  /** Looks at the settings again. */
  settingsChanged(): void;
}

type ShelfNeeds = Omit<Serving, "shelf" | "workspaceReview" | "reviewer" | "program">;

const nothing: Tally = { upheld: 0, overturned: 0, issues: 0 };

/** Of files that change one by one, the index is written seldom: it is long, and what is missing there is read again. */
const keepsEvery = 30_000;

/** Fewer files are read so soon that nobody need know. */
const worthTelling = 50;

/** `version` is the program's: it reads anew what another one kept. */
export function createShelf(
  { connection, runtime, documents, letters, knowledge, settings, editor, files, readLetters }: ShelfNeeds,
  version: string,
  onChange: () => void,
): Shelf {
  let indexed = new Map<string, IndexedFile>();
  let isOn = false;
  let isComplete = false;
  const oneAtATime = inTurn();

  const put = ({ document, letter }: OpenLetter, { uri, stamp }: LetterFile): void => {
    indexed.set(uri, { stamp, letters: decidedAt(document, decidedIn(letter)) });
  };
  const putNone = ({ uri, stamp }: LetterFile): void => {
    indexed.set(uri, { stamp, letters: null });
  };

  const keep = async (index: string | null): Promise<void> => {
    try {
      await connection.sendRequest(keepIndexRequest, { index } satisfies StoredIndex);
    } catch (error) {
      connection.console.warn(`The index could not be kept: ${describeError(error)}`);
    }
  };
  let keepsSoon = false;
  const keepLater = (): void => {
    if (keepsSoon) return;
    keepsSoon = true;
    runtime.timer.setTimeout(() => {
      keepsSoon = false;
      if (isOn) void keep(writeIndex(version, indexed));
    }, keepsEvery);
  };
  const stored = async (): Promise<string | null> => {
    try {
      return (await connection.sendRequest<StoredIndex | null>(storedIndexRequest, {}))?.index ?? null;
    } catch {
      return null;
    }
  };

  /** Reads these files, and keeps what it has so far whenever it grew by a quarter: an editor may end at any time. */
  async function read(wanted: readonly LetterFile[], watching: Watching): Promise<void> {
    let unkept = 0;
    const kept = async (): Promise<void> => {
      if (++unkept < 1000 + indexed.size / 4) return;
      unkept = 0;
      await keep(writeIndex(version, indexed));
    };
    const isOver = () => !isOn || watching.isOver();
    await readLetters(
      wanted,
      { ...watching, isOver },
      {
        async letter(letter, file) {
          put(letter, file);
          await kept();
        },
        foreign: putNone,
        unreadable: putNone,
      },
    );
  }

  /** Compares what is known with what there is, and reads what differs. */
  const catchUp = (): Promise<void> =>
    oneAtATime(async () => {
      const { changed: wanted, gone } = differences(indexed, await files.list());
      for (const uri of gone) indexed.delete(uri);
      if (wanted.length >= worthTelling) {
        await inBackground(connection, editor, "Indexing letters", (watching) => read(wanted, watching));
      } else {
        await read(wanted, unwatched);
      }
      if (!isOn) return;
      isComplete = true;
      changed();
      if (gone.length + wanted.length > 0) await keep(writeIndex(version, indexed));
    });

  /** Their stamps are learnt when all files are listed the next time. */
  const readAgain = (uris: readonly string[]): Promise<void> =>
    oneAtATime(async () => {
      const wanted = uris.map((uri) => ({ uri, stamp: "" }));
      // What is known of a file holds until it has been read.
      const gone = new Set(uris);
      await readLetters(
        wanted,
        { ...unwatched, isOver: () => !isOn },
        {
          letter(letter, file) {
            put(letter, file);
            gone.delete(file.uri);
          },
        },
      );
      if (!isOn) return;
      for (const uri of gone) indexed.delete(uri);
      changed();
      keepLater();
    });

  const begin = async (): Promise<void> => {
    isOn = true;
    isComplete = false;
    indexed = readIndex(version, await stored()) ?? new Map();
    await catchUp();
  };
  const end = async (): Promise<void> => {
    isOn = false;
    indexed = new Map();
    changed();
    await keep(null);
  };
  const settingsChanged = (): void => {
    const isWanted = editor.lendsFiles && settings.forAll().index;
    if (isWanted !== isOn) void (isWanted ? begin() : end());
  };
  settings.whenKnown(settingsChanged);
  files.onChange((uris) => {
    if (isOn) void (uris ? readAgain(uris) : catchUp());
  });

  // Headings repeat from letter to letter.
  let known: { readonly of: Knowledge; readonly treatments: Map<string, readonly Treatment[]> } | undefined;
  const treatmentsOf = (heading: string): readonly Treatment[] => {
    const of = knowledge();
    if (known?.of !== of) known = { of, treatments: new Map() };
    const treatments = known.treatments.get(heading) ?? treatmentsIn(heading, of);
    known.treatments.set(heading, treatments);
    return treatments;
  };

  const ofFile = (uri: string): readonly DecidedLetter<Range>[] => {
    const open = letters.open(uri);
    if (open === undefined) return indexed.get(uri)?.letters ?? [];
    return decidedAt(open.document, decidedIn(open.letter));
  };

  /** Of files that are not open: those change seldom, and there are many. */
  let counted:
    | { readonly of: Knowledge; readonly open: string; readonly tallies: Map<Treatment, Tally> }
    | undefined;
  const closedTallies = (): ReadonlyMap<Treatment, Tally> => {
    const of = knowledge();
    const open = documents.keys().join("\n");
    if (counted?.of !== of || counted.open !== open) {
      const tallies = new Map<Treatment, Tally>();
      for (const [uri, file] of indexed) {
        if (file.letters !== null && documents.get(uri) === undefined)
          count(file.letters, treatmentsOf, tallies);
      }
      counted = { of, open, tallies };
    }
    return counted.tallies;
  };
  function changed(): void {
    counted = undefined;
    onChange();
  }

  return Object.freeze({
    files() {
      const open = documents.keys();
      const closed = [...indexed.keys()].filter((uri) => documents.get(uri) === undefined);
      return [...open, ...closed].flatMap((uri) => {
        const decided = ofFile(uri);
        return decided.length > 0 ? [{ uri, letters: decided }] : [];
      });
    },
    treatmentsIn: treatmentsOf,
    tallies() {
      const ofOpen = new Map<Treatment, Tally>();
      for (const uri of documents.keys()) count(ofFile(uri), treatmentsOf, ofOpen);
      const ofClosed = closedTallies();
      return (treatment: Treatment) =>
        sum(ofClosed.get(treatment) ?? nothing, ofOpen.get(treatment) ?? nothing);
    },
    knows: () => (!isOn ? "open" : isComplete ? "all" : "some"),
    settingsChanged,
  });
}

const decidedAt = (
  document: TextDocument,
  letters: readonly DecidedLetter[],
): readonly DecidedLetter<Range>[] =>
  letters.map((letter) => ({
    ...letter,
    issues: letter.issues.map((issue) => ({ ...issue, heading: toRange(document, issue.heading) })),
  }));

function count(
  letters: readonly DecidedLetter<Range>[],
  treatmentsOf: (heading: string) => readonly Treatment[],
  into: Map<Treatment, Tally>,
): void {
  for (const { treatment, decision } of letters.flatMap(({ issues }) => issues)) {
    const one = {
      upheld: decision === "Upheld" ? 1 : 0,
      overturned: decision === "Overturned" ? 1 : 0,
      issues: 1,
    };
    for (const name of treatmentsOf(treatment)) into.set(name, sum(into.get(name) ?? nothing, one));
  }
}

const sum = (a: Tally, b: Tally): Tally => ({
  upheld: a.upheld + b.upheld,
  overturned: a.overturned + b.overturned,
  issues: a.issues + b.issues,
});
