/** What letters, names and arguments say, as text that does nothing to what shows it. */

/** Controls, breaks of lines, and what is not to be seen: marks of direction, of width zero, of languages. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** Behind these, joiners and the like are spelling: in Persian, in the scripts of India, in emoji. */
const joined =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}]$|(?![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])\p{L}$/u;
const joiner = /[\u200c\u200d]/;
/** How a character is drawn: ❤ as text, or as a picture. */
const variation = /[\ufe00-\ufe0f]/;

/** What build services take for commands where a program prints it: `::error::`, `##[error]`, `##vso[task.setvariable]`. */
const commandAtStart = /^\s*:(?=:)/;
const command = /##(?=\w*\[)/g;

const asCode = (character: string): string => `\\u{${character.codePointAt(0)?.toString(16)}}`;

/**
 * Words on one line, as plain text: what would move the cursor, hide, turn or break the line, or be taken for a command by
 * a build service, is shown by its code, as `\u{1b}`. The same again for what is shown already.
 */
export const escapeControls = (words: string): string =>
  words
    .replace(unseen, (character, offset: number) =>
      isSpelling(character, words.slice(Math.max(0, offset - 2), offset)) ? character : asCode(character),
    )
    .replace(commandAtStart, (start) => start.slice(0, -1) + asCode(":"))
    .replace(command, `#${asCode("#")}`);

const isSpelling = (character: string, before: string): boolean =>
  variation.test(character) || (joiner.test(character) && joined.test(before));
