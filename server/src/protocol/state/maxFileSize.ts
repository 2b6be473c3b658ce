/** How much of a file is read: the work for each key grows with it, and must not keep the writer waiting. */

/** As the setting `imr.maxFileSize` gives it, in millions of UTF-16 units. A letter has about 0.05. */
const usualMillions = 1;
const leastMillions = 0.01;

/** As many UTF-16 units of a file are read, by a setting of any shape. */
export function readSizeOf(setting: unknown): number {
  const isSize = typeof setting === "number" && Number.isFinite(setting);
  return Math.round(1_000_000 * (isSize ? Math.max(leastMillions, setting) : usualMillions));
}

/** The beginning of a text, as far as it is read: whole lines where lines are of an ordinary length. */
export function readPart(text: string, most: number): string {
  if (text.length <= most) return text;
  const lastLine = Math.max(text.lastIndexOf("\n", most - 1), text.lastIndexOf("\r", most - 1)) + 1;
  if (lastLine > most / 2) return text.slice(0, lastLine);
  return text.slice(0, isHighSurrogate(text.charCodeAt(most - 1)) ? most - 1 : most);
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
