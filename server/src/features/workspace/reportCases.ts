/** Finds case numbers that several files have. Of each file, only a few bytes are kept. */
import { deepCopy } from "../../base/deepCopy.ts";
import { createHashMap } from "../../base/hashMap.ts";
import { createNameList } from "../../base/nameList.ts";

/** A file, as the report links to it. */
export interface ReportedFile {
  /** As shown to the user. */
  readonly name: string;
  /** The URL of a link to it; undefined if there is no file. */
  readonly href: string | undefined;
}

/** A case number that several files have. */
export interface SharedCaseNumber {
  readonly caseNumber: string;
  /** The number of files: at least two. */
  readonly count: number;
  /** The first of them. */
  readonly files: readonly ReportedFile[];
}

export interface SharedCases {
  /** How many case numbers are in several files. */
  readonly count: number;
  /** The first of them, in order. */
  readonly listed: readonly SharedCaseNumber[];
}

export interface SharedCaseFinder {
  /** `caseNumbers`: of the file, each once. */
  add(file: ReportedFile, caseNumbers: ReadonlySet<string>): void;
  finish(): SharedCases;
}

/** More would be hard to look at. */
export const maxSharedCases = 1000;
export const maxFilesOfCase = 20;

export function createSharedCaseFinder(): SharedCaseFinder {
  /** Twice the index of the first file with a case number, and one more if there are others. */
  const firstFiles = createHashMap();
  const [names, hrefs] = [createNameList(), createNameList()];
  const listed = new Map<string, { count: number; readonly files: ReportedFile[] }>();
  let count = 0;

  const fileAt = (index: number): ReportedFile => ({
    name: names.at(index),
    href: hrefs.at(index) || undefined,
  });

  return {
    add(file, caseNumbers) {
      const index = names.length;
      names.push(file.name);
      hrefs.push(file.href ?? "");
      for (const caseNumber of caseNumbers) {
        const first = firstFiles.get(caseNumber);
        if (first === undefined) {
          firstFiles.set(caseNumber, 2 * index);
          continue;
        }
        if (first % 2 === 0) {
          count++;
          firstFiles.set(caseNumber, first + 1);
          if (listed.size < maxSharedCases)
            listed.set(deepCopy(caseNumber), { count: 1, files: [fileAt(first / 2)] });
        }
        const shared = listed.get(caseNumber);
        if (!shared) continue;
        shared.count++;
        if (shared.files.length < maxFilesOfCase) shared.files.push(deepCopy(file));
      }
    },
    finish: () => ({
      count,
      listed: [...listed]
        .map(([caseNumber, shared]) => ({ caseNumber, ...shared }))
        .sort((a, b) => (a.caseNumber < b.caseNumber ? -1 : 1)),
    }),
  };
}
