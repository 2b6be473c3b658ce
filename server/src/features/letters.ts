import type { Letter, Span } from "../letter/types.ts";

/** The letters of a file, in order: nearly always one. */
export const lettersIn = (letter: Letter): readonly Letter[] => [letter, ...letter.following];

/** True where the character at `offset` belongs to the span. */
export const covers = (span: Span, offset: number): boolean => span.start <= offset && offset < span.end;
