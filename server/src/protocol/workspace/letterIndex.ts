/** An index of what the letters of the workspace decide. Open letters count with unsaved changes, others as last read. */
import { type Connection, Emitter, type Event, type Range, type TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Treatment, treatmentsIn } from "../../analysis/treatmentKey.ts";
import { lazy, memoize } from "../../base/memoize.ts";
import { createSequencer } from "../../base/sequencer.ts";
import { statedSectionFinder } from "../../features/workspace/citedSections.ts";
import { caseNumberOf, type IndexedLetter, indexEntriesOf } from "../../features/workspace/indexEntry.ts";
import { letterKey } from "../../features/workspace/letterKey.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { Letter } from "../../letter/types.ts";
import type { LetterFile } from "../extensions.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { toRange } from "../lsp/convert.ts";
import type { LetterDocuments, OpenLetter } from "../state/letterDocuments.ts";
import type { Settings } from "../state/settings.ts";
import type { IndexStore } from "./indexStore.ts";
import { noProgress, type ProgressReporter, withBackgroundProgress } from "./progress.ts";
import type { ReadLetters } from "./readLetters.ts";
import { repeatedFiles } from "./repeatedFiles.ts";
import { type StatingLetter, type StatingLetters, statingLetters } from "./statingLetters.ts";
import type { IndexedFile } from "./storedIndex.ts";
import { type Tallies, type Tally, tallyLetters, totalOf } from "./tallies.ts";
import { differences, type WorkspaceFiles } from "./workspaceFiles.ts";

export interface IndexedLetters {
  readonly uri: string;
  readonly letters: readonly IndexedLetter<Range>[];
}

/** Where a file has the case number of a letter. */
export interface CasePlace {
  readonly uri: string;
  readonly caseNumber: string;
  readonly range: Range;
}

/** What the index depends on. */
export interface LetterIndexParts {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly letters: LetterDocuments;
  readonly knowledge: () => Knowledge;
  readonly settings: Settings;
  readonly client: ClientFlags;
  readonly files: WorkspaceFiles;
  readonly readLetters: ReadLetters;
}

/**
 * - `off`: the user turned it off, or the client provides no files; it only has letters that are open.
 * - `reading`: some files haven't been read since it was turned on.
 * - `complete`: all files have been read, and changes are followed.
 */
type IndexState = "off" | "reading" | "complete";

/** Which letters the index has in each state: open ones, some, or all. */
const coverages = { off: "open", reading: "some", complete: "all" } as const;

/** Fewer files are read without showing progress. */
const progressThreshold = 50;

/** What is counted in files that aren't open: there are many, and they rarely change. */
interface ClosedFiles {
  readonly knowledge: Knowledge;
  /** See `Repeats`. */
  readonly open: string;
  readonly tallies: () => Tallies;
  readonly stating: () => StatingLetters;
}

interface Repeats {
  /** The open letters with their keys. */
  readonly open: string;
  readonly repeated: ReadonlySet<string>;
}

export class LetterIndex {
  readonly #parts: LetterIndexParts;
  readonly #store: IndexStore;
  readonly #didChange = new Emitter<void>();
  readonly #didChangeSharedCases = new Emitter<readonly string[]>();
  readonly #oneAtATime = createSequencer();
  #state: IndexState = "off";
  #indexed = new Map<string, IndexedFile>();
  /** The last known value of the setting. */
  #hasDocuments = true;
  #closed: ClosedFiles | undefined;
  #repeats: Repeats | undefined;
  /** Where the files have each case number, as they were last read. */
  #places: ReadonlyMap<string, readonly CasePlace[]> = new Map();

  constructor(parts: LetterIndexParts, store: IndexStore) {
    this.#parts = parts;
    this.#store = store;
  }

  /** Fires when the results for files that aren't open may have changed. */
  readonly onDidChangeIndex: Event<void> = this.#didChange.event;

  /** Fires with the files that have a case number of which the files have changed. */
  readonly onDidChangeSharedCases: Event<readonly string[]> = this.#didChangeSharedCases.event;

  coverage(): "all" | "some" | "open" {
    return coverages[this.#state];
  }

  /** Each file with letters, the open ones first. */
  files(): readonly IndexedLetters[] {
    const open = this.#parts.documents.keys();
    const closed = [...this.#indexed.keys()].filter((uri) => !this.#isOpen(uri));
    const { repeated } = this.#counted();
    return [...open, ...closed].flatMap((uri) => {
      if (repeated.has(uri)) return [];
      const letters = this.#lettersIn(uri);
      return letters.length > 0 ? [{ uri, letters }] : [];
    });
  }

  treatmentsIn(heading: string): readonly Treatment[] {
    return treatmentsByHeading(this.#parts.knowledge())(heading);
  }

  /** How the letters currently decide on each treatment. */
  tallies(): (treatment: Treatment) => Tally {
    const open = this.#tally(this.#openFiles());
    const closed = this.#closedFiles().tallies();
    return (treatment) => totalOf(treatment, closed, open);
  }

  /**
   * Where other files have a letter with this case number. A document and its text are one file. For a file as it's saved
   * (`isOpen` is false), all files count as they were last read, so that the answer only changes with the index.
   */
  otherPlacesOf(caseNumber: string, uri: string, isOpen: boolean): readonly CasePlace[] {
    const saved = this.#places.get(caseNumber) ?? [];
    if (!isOpen)
      return saved.some((place) => place.uri === uri) ? saved.filter((place) => place.uri !== uri) : [];
    const { repeated } = this.#counted();
    if (repeated.has(uri)) return [];
    const open = this.#parts.documents.keys().flatMap((other) => {
      const read = other === uri || repeated.has(other) ? undefined : this.#parts.letters.open(other);
      const hasIt = read && lettersIn(read.letter).some((letter) => caseNumberOf(letter) === caseNumber);
      return hasIt
        ? casePlaces(other, decidedAt(read)).filter((place) => place.caseNumber === caseNumber)
        : [];
    });
    return [...open, ...saved.filter((place) => !this.#isOpen(place.uri) && !repeated.has(place.uri))];
  }

  /** The letters that state the criterion of a section in any of its editions. */
  stating(section: string): readonly StatingLetter[] {
    return [this.#stating(this.#openFiles()), this.#closedFiles().stating()].flatMap(
      (letters) => letters.get(section) ?? [],
    );
  }

  /** Turns the index on or off according to the settings. */
  followSettings(): void {
    const { client, settings } = this.#parts;
    const isWanted = client.providesFiles && settings.forWorkspace().index;
    const { documents } = settings.forWorkspace();
    const isSame = documents === this.#hasDocuments;
    this.#hasDocuments = documents;
    if (isWanted !== this.#isOn) void (isWanted ? this.#turnOn() : this.#turnOff());
    else if (this.#isOn && !isSame) void this.#catchUp();
  }

  /** These files were created, changed, or deleted; undefined if any file may have been. */
  filesChanged(uris: readonly string[] | undefined): void {
    if (this.#isOn) void (uris ? this.#reread(uris) : this.#catchUp());
  }

  get #isOn(): boolean {
    return this.#state !== "off";
  }

  async #turnOn(): Promise<void> {
    this.#state = "reading";
    const stored = await this.#store.load();
    // It may have been turned off meanwhile.
    if (!this.#isOn) return;
    this.#indexed = stored;
    await this.#catchUp();
  }

  async #turnOff(): Promise<void> {
    this.#state = "off";
    this.#indexed = new Map();
    this.#changed();
    await this.#store.clear();
  }

  /** Compares the index with the files and reads those that differ. */
  #catchUp(): Promise<void> {
    const { connection, client, files } = this.#parts;
    return this.#oneAtATime(async () => {
      const { changed, gone } = differences(this.#indexed, await files.list());
      for (const uri of gone) this.#indexed.delete(uri);
      const read = (progress: ProgressReporter) => this.#read(changed, progress);
      await (changed.length >= progressThreshold
        ? withBackgroundProgress(connection, client, "Indexing letters", read)
        : read(noProgress));
      if (!this.#isOn) return;
      this.#state = "complete";
      this.#changed();
      if (gone.length + changed.length > 0) await this.#store.save(this.#indexed);
    });
  }

  /** Reads these files. Saves the index whenever it has grown by a quarter, because an editor may close at any time. */
  async #read(wanted: readonly LetterFile[], progress: ProgressReporter): Promise<void> {
    let unsaved = 0;
    const isCancelled = () => !this.#isOn || progress.isCancelled();
    await this.#parts.readLetters(
      wanted,
      { ...progress, isCancelled },
      {
        letter: async (letter, file) => {
          this.#put(file, decidedAt(letter), keyOf(letter.letter));
          if (++unsaved < 1000 + this.#indexed.size / 4) return;
          unsaved = 0;
          await this.#store.save(this.#indexed);
        },
        foreign: (file) => this.#put(file, null),
        unreadable: (file) => this.#put(file, null),
      },
    );
  }

  /** Their stamps become known when all files are listed the next time. */
  #reread(uris: readonly string[]): Promise<void> {
    return this.#oneAtATime(async () => {
      const wanted = uris.map((uri) => ({ uri, stamp: "" }));
      // A file keeps its entry until it has been read.
      const gone = new Set(uris);
      await this.#parts.readLetters(
        wanted,
        { ...noProgress, isCancelled: () => !this.#isOn },
        {
          letter: (letter, file) => {
            this.#put(file, decidedAt(letter), keyOf(letter.letter));
            gone.delete(file.uri);
          },
        },
      );
      if (!this.#isOn) return;
      for (const uri of gone) this.#indexed.delete(uri);
      this.#changed();
      this.#store.saveLater(() => (this.#isOn ? this.#indexed : undefined));
    });
  }

  #put({ uri, stamp }: LetterFile, letters: IndexedFile["letters"], key?: string): void {
    this.#indexed.set(uri, { stamp, letters, key: key ?? null });
  }

  #changed(): void {
    this.#repeats = undefined;
    this.#closed = undefined;
    this.#didChange.fire();
    this.#findPlaces();
  }

  #findPlaces(): void {
    const before = sharedCases(this.#places);
    const repeated = repeatedFiles(
      [...this.#indexed].map(([uri, { key }]) => ({ uri, key: key ?? undefined })),
    );
    this.#places = placesByCase(
      [...this.#indexed].flatMap(([uri, { letters }]) =>
        letters && !repeated.has(uri) ? [{ uri, letters }] : [],
      ),
    );
    const after = sharedCases(this.#places);
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (caseNumber) => before.get(caseNumber) !== after.get(caseNumber),
    );
    const lists = changed.flatMap((caseNumber) => [before.get(caseNumber), after.get(caseNumber)]);
    const uris = new Set(lists.flatMap((list) => list?.split("\n") ?? []));
    if (uris.size > 0) this.#didChangeSharedCases.fire([...uris]);
  }

  #isOpen(uri: string): boolean {
    return this.#parts.documents.get(uri) !== undefined;
  }

  /** The files that don't count, and the open letters that this depends on. */
  #counted(): Repeats {
    const files = this.#parts.documents.keys().map((uri) => {
      const open = this.#parts.letters.open(uri);
      return { uri, key: open && keyOf(open.letter) };
    });
    const open = files.map(({ uri, key }) => `${uri} ${key}`).join("\n");
    if (this.#repeats?.open !== open) {
      const closed = [...this.#indexed].flatMap(([uri, { key }]) =>
        this.#isOpen(uri) ? [] : [{ uri, key: key ?? undefined }],
      );
      this.#repeats = { open, repeated: repeatedFiles([...files, ...closed]) };
    }
    return this.#repeats;
  }

  #lettersIn(uri: string): readonly IndexedLetter<Range>[] {
    const open = this.#parts.letters.open(uri);
    return open ? decidedAt(open) : (this.#indexed.get(uri)?.letters ?? []);
  }

  #openFiles(): readonly IndexedLetters[] {
    const { repeated } = this.#counted();
    const counted = this.#parts.documents.keys().filter((uri) => !repeated.has(uri));
    return counted.map((uri) => ({ uri, letters: this.#lettersIn(uri) }));
  }

  #closedFiles(): ClosedFiles {
    const knowledge = this.#parts.knowledge();
    const { open, repeated } = this.#counted();
    if (this.#closed?.knowledge === knowledge && this.#closed.open === open) return this.#closed;
    const files = [...this.#indexed].flatMap(([uri, { letters }]) =>
      letters && !this.#isOpen(uri) && !repeated.has(uri) ? [{ uri, letters }] : [],
    );
    const tallies = lazy(() => this.#tally(files));
    const stating = lazy(() => this.#stating(files));
    this.#closed = { knowledge, open, tallies, stating };
    return this.#closed;
  }

  #tally(files: readonly IndexedLetters[]): Tallies {
    return tallyLetters(
      files.flatMap(({ letters }) => letters),
      (heading) => this.treatmentsIn(heading),
    );
  }

  #stating(files: readonly IndexedLetters[]): StatingLetters {
    return statingLetters(files, statedSectionFinder(this.#parts.knowledge()));
  }
}

const casePlaces = (uri: string, letters: readonly IndexedLetter<Range>[]): readonly CasePlace[] =>
  letters.flatMap(({ caseNumber, caseNumberAt: range }) =>
    caseNumber !== null && range !== null ? [{ uri, caseNumber, range }] : [],
  );

function placesByCase(files: readonly IndexedLetters[]): ReadonlyMap<string, readonly CasePlace[]> {
  const byCase = new Map<string, CasePlace[]>();
  for (const { uri, letters } of files) {
    for (const place of casePlaces(uri, letters)) {
      const known = byCase.get(place.caseNumber);
      if (known) known.push(place);
      else byCase.set(place.caseNumber, [place]);
    }
  }
  return byCase;
}

/** The files of each case number that several have, as one string. */
const sharedCases = (places: ReadonlyMap<string, readonly CasePlace[]>): ReadonlyMap<string, string> =>
  new Map(
    [...places].flatMap(([caseNumber, all]) => {
      const uris = [...new Set(all.map(({ uri }) => uri))];
      return uris.length > 1 ? [[caseNumber, uris.toSorted().join("\n")] as const] : [];
    }),
  );

const keyOf = memoize((letter: Letter) => letterKey(letter));

const decidedAt = ({ document, letter }: OpenLetter): readonly IndexedLetter<Range>[] =>
  indexEntriesOf(letter).map((decided) => ({
    ...decided,
    caseNumberAt: decided.caseNumberAt && toRange(document, decided.caseNumberAt),
    issues: decided.issues.map((issue) => ({ ...issue, heading: toRange(document, issue.heading) })),
  }));

/** Cached by heading, because many letters have the same ones. */
const treatmentsByHeading = memoize((knowledge: Knowledge) => {
  const known = new Map<string, readonly Treatment[]>();
  return (heading: string): readonly Treatment[] => {
    const treatments = known.get(heading) ?? treatmentsIn(heading, knowledge);
    known.set(heading, treatments);
    return treatments;
  };
});
