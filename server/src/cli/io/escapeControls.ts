/** Makes text from letters, file names, and arguments harmless for terminals and build services. */

/** Control characters, line breaks, and invisible characters: direction marks, zero-width characters, tags. */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** After these, joiners are part of the spelling: in Persian, in Indic scripts, in emoji. */
const joinable =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}]$|(?![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])\p{L}$/u;
const joiner = /[\u200c\u200d]/;
/** Variation selectors: ❤ as text or as an emoji. */
const variation = /[\ufe00-\ufe0f]/;

/** Commands to build services in the output of a program: `::error::`, `##[error]`, `##vso[task.setvariable]`. */
const commandAtStart = /^\s*:(?=:)/;
const command = /##(?=\w*\[)/g;

const asCode = (character: string): string => `\\u{${character.codePointAt(0)?.toString(16)}}`;

/**
 * Returns `text` on one line, with characters that would move the cursor, be invisible, change the direction, break the
 * line, or start a build service's command replaced by their codes: `\u{1b}`. Escaping twice changes nothing.
 */
export const escapeControls = (text: string): string =>
  text
    .replace(invisible, (character, offset: number) =>
      isSpelling(character, text.slice(Math.max(0, offset - 2), offset)) ? character : asCode(character),
    )
    .replace(commandAtStart, (start) => start.slice(0, -1) + asCode(":"))
    .replace(command, `#${asCode("#")}`);

const isSpelling = (character: string, before: string): boolean =>
  variation.test(character) || (joiner.test(character) && joinable.test(before));
