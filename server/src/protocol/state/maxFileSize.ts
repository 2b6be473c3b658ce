/** How much of a file is read: the work for each key grows with it, and must not keep the writer waiting. */

/** As the setting `imr.maxFileSize` gives it, in millions of UTF-16 units. A letter has about 0.05. */
const defaultMillions = 1;
const minMillions = 0.01;

/** As many UTF-16 units of a file are read, by a setting of any shape. */
export function readMaxFileSize(setting: unknown): number {
  const isSize = typeof setting === "number" && Number.isFinite(setting);
  return Math.round(1_000_000 * (isSize ? Math.max(minMillions, setting) : defaultMillions));
}

/** The beginning of a text, as far as it is read: whole lines where lines are of an ordinary length. */
export function truncateToLimit(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const lastLine = Math.max(text.lastIndexOf("\n", limit - 1), text.lastIndexOf("\r", limit - 1)) + 1;
  if (lastLine > limit / 2) return text.slice(0, lastLine);
  return text.slice(0, isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit);
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
