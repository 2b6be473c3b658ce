/** How much of a file is read. The work for each keystroke grows with it. */

/** In millions of UTF-16 code units, like the setting `imr.maxFileSize`. A letter has about 0.05. */
const defaultMillions = 1;
const minMillions = 0.01;

/** The maximum number of UTF-16 code units to read, from a setting of any shape. */
export function readMaxFileSize(setting: unknown): number {
  const isSize = typeof setting === "number" && Number.isFinite(setting);
  return Math.round(1_000_000 * (isSize ? Math.max(minMillions, setting) : defaultMillions));
}

/** The start of a text, at most `limit` UTF-16 code units: whole lines, unless lines are very long. */
export function truncateToLimit(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const lastLine = Math.max(text.lastIndexOf("\n", limit - 1), text.lastIndexOf("\r", limit - 1)) + 1;
  if (lastLine > limit / 2) return text.slice(0, lastLine);
  return text.slice(0, isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit);
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
