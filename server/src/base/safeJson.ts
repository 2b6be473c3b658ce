/** Characters that JSON allows in a string as they are, but that control a terminal or the direction of text. */
const controls = /[\u007f-\u009f\u2028\u2029\ufeff\p{Bidi_Control}]/gu;

/** Commands to build services that read a program's output: `##[error]`, `##vso[task.setvariable]`. */
const command = /##(?=\w*\[)/g;

const asEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/**
 * `JSON.stringify`, with what could control a terminal or a build service written as escapes. They only occur in strings,
 * where an escape means the same.
 */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value).replace(controls, asEscape).replace(command, "\\u0023#");
