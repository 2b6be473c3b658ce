/** Days where the user is. */

/** In days since 1970, as the review takes it. */
export const dayNumber = (now: Date): number =>
  Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;

/** "2026-11-28" */
export const dayInWords = (now: Date): string =>
  new Date(dayNumber(now) * 86_400_000).toISOString().slice(0, 10);
