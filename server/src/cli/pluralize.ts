/** "1 letter", "3 letters". */
export const pluralize = (count: number, one: string, more: string): string =>
  `${count} ${count === 1 ? one : more}`;
