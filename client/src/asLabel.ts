/**
 * Words of a letter, a pack or a file's name for a row of a list, where VS Code would draw `$(check)` as an icon: shown as
 * they are.
 */
export const asLabel = (words: string): string =>
  words.replace(/\$\([a-z\d-]+(?:~[a-z]+)?\)/gi, (icon) => `\\${icon}`);
