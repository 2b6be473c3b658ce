import type { Letter } from "./types.ts";

/** The letters of a file, in order: nearly always one. */
export const lettersIn = (letter: Letter): readonly Letter[] => [letter, ...letter.following];

/** A name that only a letter has: whatever stands in such a file is taken for one. */
const letterName = /(?:\.imr|\.imr\.txt|(?:^|[\\/])CM\d\d-\d{7}[^\\/]*\.txt)$/i;

export const isLetterName = (name: string): boolean => letterName.test(name);

/** Whether a file is a letter, by its name or path or else by what stands in it. */
export const isLetter = (name: string, { generation, issues }: Letter): boolean =>
  isLetterName(name) || generation !== undefined || issues.length > 0;
