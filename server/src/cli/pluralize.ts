import { formatNumber } from "../base/formatNumber.ts";

/** "1 letter", "3,000 letters". */
export const pluralize = (count: number, one: string, more: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : more}`;
