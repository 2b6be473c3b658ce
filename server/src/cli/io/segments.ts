/** Stores many small values in few files, by keys that are digests. */
import { randomBytes } from "node:crypto";
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync } from "node:fs";
import path from "node:path";
import { UsageError } from "../usageError.ts";
import { openAtomicFile } from "./atomicFile.ts";
import { reasonOf } from "./readLetter.ts";

export interface Segments {
  /** The value of a key that was stored before the folder was opened. Never throws. */
  get(key: Digest): Buffer | undefined;
  /** Never throws. The value is on disk a little later, or after `flush`. */
  put(key: Digest, value: Buffer): void;
  flush(): void;
  /** Why something couldn't be stored; undefined if everything was. */
  readonly failure: string | undefined;
}

/** The first 16 bytes of a SHA-256 digest. */
export type Digest = Buffer;

export const digestBytes = 16;
/** The key, and where the value is: its offset from the first value, and its length, in bytes. */
const entryBytes = digestBytes + 8;
/** What a segment begins with: `magic`, then the number of entries and the bytes of all values. */
const headerBytes = 16;
const magic = Buffer.from("imr-set1");

const maxPendingBytes = 4_000_000;
const minFlushDelayMs = 1000;
/** A kill loses this share of a run at most, and a run of a day doesn't leave thousands of files. */
const flushShare = 0.05;
const maxOpenFiles = 8;

/** Only the owner may read what letters say. */
const onlyForOwner = { folder: 0o700, file: 0o600 };

/**
 * Opens a folder of segments. A segment is written in one step and never changes, so several programs can use the folder at a
 * time, and a program that's killed leaves whole segments. In memory is 40 to 50 bytes for each value, whatever its length.
 */
export function openSegments(folder: string): Segments {
  const index = indexOf(folder);
  const files = openFiles(index.files);
  const startMs = performance.now();
  let pending: { readonly key: Digest; readonly value: Buffer }[] = [];
  let pendingBytes = 0;
  let timer: NodeJS.Timeout | undefined;
  let failure: string | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const entries = pending;
    pending = [];
    pendingBytes = 0;
    if (entries.length === 0 || failure !== undefined) return;
    try {
      mkdirSync(folder, { recursive: true, mode: onlyForOwner.folder });
      const name = path.join(folder, `${randomBytes(8).toString("hex")}${extension}`);
      const file = openAtomicFile(name, { mode: onlyForOwner.file, sync: false });
      try {
        file.write(segmentOf(entries));
        file.commit();
      } finally {
        file.abandon();
      }
    } catch (error) {
      failure = error instanceof UsageError ? error.message : reasonOf(error);
    }
  }

  return {
    get(key) {
      const place = index.find(key);
      return place && files.read(place);
    },
    put(key, value) {
      if (failure !== undefined) return;
      pending.push({ key, value });
      pendingBytes += value.length;
      if (pendingBytes > maxPendingBytes) flush();
      else
        timer ??= setTimeout(
          flush,
          Math.max(minFlushDelayMs, (performance.now() - startMs) * flushShare),
        ).unref();
    },
    flush,
    get failure() {
      return failure;
    },
  };
}

const extension = ".segment";

function segmentOf(entries: readonly { readonly key: Digest; readonly value: Buffer }[]): Buffer {
  const head = Buffer.alloc(headerBytes + entries.length * entryBytes);
  magic.copy(head);
  head.writeUInt32LE(entries.length, magic.length);
  let offset = 0;
  entries.forEach(({ key, value }, number) => {
    const at = headerBytes + number * entryBytes;
    key.copy(head, at, 0, digestBytes);
    head.writeUInt32LE(offset, at + digestBytes);
    head.writeUInt32LE(value.length, at + digestBytes + 4);
    offset += value.length;
  });
  head.writeUInt32LE(offset, magic.length + 4);
  return Buffer.concat([head, ...entries.map(({ value }) => value)]);
}

/** Where a value is: bytes from `offset` of a file. */
interface Place {
  readonly file: number;
  readonly offset: number;
  readonly length: number;
}

interface Index {
  readonly files: readonly string[];
  find(key: Digest): Place | undefined;
}

/** A table of all keys with open addressing: a Map of a million digests needs five times the memory. */
function indexOf(folder: string): Index {
  const files: string[] = [];
  const tables: Buffer[] = [];
  let count = 0;
  for (const name of segmentsIn(folder)) {
    const table = entriesOf(path.join(folder, name));
    if (!table) continue;
    files.push(path.join(folder, name));
    tables.push(table);
    count += table.length / entryBytes;
  }
  const size = 2 ** Math.ceil(Math.log2(2 * count + 1));
  // The file and the entry, each counted from 1 and 0; no file is a free slot.
  const fileAt = new Uint16Array(size);
  const entryAt = new Uint32Array(size);
  // Keys are digests, so any part of them is as good as a hash.
  const slotOf = (bytes: Buffer, at: number): number => bytes.readUInt32LE(at) & (size - 1);
  tables.forEach((table, file) => {
    for (let at = 0; at < table.length; at += entryBytes) {
      let slot = slotOf(table, at);
      while (fileAt[slot]) slot = (slot + 1) & (size - 1);
      fileAt[slot] = file + 1;
      entryAt[slot] = at;
    }
  });
  return {
    files,
    find(key) {
      for (let slot = slotOf(key, 0); fileAt[slot]; slot = (slot + 1) & (size - 1)) {
        const file = fileAt[slot]! - 1;
        const table = tables[file]!;
        const at = entryAt[slot]!;
        if (key.compare(table, at, at + digestBytes) !== 0) continue;
        const offset = headerBytes + table.length + table.readUInt32LE(at + digestBytes);
        return { file, offset, length: table.readUInt32LE(at + digestBytes + 4) };
      }
      return undefined;
    },
  };
}

/** So many can be counted in 16 bits. */
const maxSegments = 65_535;

function segmentsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(extension))
      .slice(0, maxSegments);
  } catch {
    return [];
  }
}

/** The entries of a segment; undefined if it isn't a whole segment, as after a power failure. */
function entriesOf(name: string): Buffer | undefined {
  try {
    const file = openSync(name, "r");
    try {
      const head = bytesAt(file, 0, headerBytes);
      if (!head?.subarray(0, magic.length).equals(magic)) return undefined;
      const tableBytes = head.readUInt32LE(magic.length) * entryBytes;
      const valueBytes = head.readUInt32LE(magic.length + 4);
      if (fstatSync(file).size !== headerBytes + tableBytes + valueBytes) return undefined;
      return bytesAt(file, headerBytes, tableBytes);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** Undefined if the file has fewer. */
function bytesAt(file: number, offset: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  return readSync(file, bytes, 0, length, offset) === length ? bytes : undefined;
}

/** Reads values, with the files that were used last kept open. */
function openFiles(names: readonly string[]): { read(place: Place): Buffer | undefined } {
  const open = new Map<number, number>();
  return {
    read({ file, offset, length }) {
      try {
        const opened = open.get(file) ?? openSync(names[file]!, "r");
        open.delete(file);
        open.set(file, opened);
        const [[oldest, oldestOpened] = []] = open;
        if (open.size > maxOpenFiles && oldest !== undefined) {
          open.delete(oldest);
          closeSync(oldestOpened!);
        }
        return bytesAt(opened, offset, length);
      } catch {
        // Somebody has cleared the folder.
        return undefined;
      }
    },
  };
}
