import type { Letter } from "./types.ts";

/** The letters of a file, in order. Nearly every file has one. */
export const lettersIn = (letter: Letter): readonly Letter[] => [letter, ...letter.following];

/** File names that only letters have. Such a file is a letter, whatever it contains. */
const letterName = /(?:\.imr|\.imr\.txt|(?:^|[\\/])CM\d\d-\d{7}[^\\/]*\.txt)$/i;

export const isLetterName = (name: string): boolean => letterName.test(name);

/** Whether a file is a letter, by its name or path, or else by its content. */
export const isLetter = (name: string, { generation, issues }: Letter): boolean =>
  isLetterName(name) || generation !== undefined || issues.length > 0;
