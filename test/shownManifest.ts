/** package.json as VS Code shows it, with each %key% replaced by its text in package.nls.json. */
import manifest from "../package.json";
import words from "../package.nls.json";

const wordsByKey: Readonly<Record<string, string>> = words;

/** "rule.issue/part-order" for "%rule.issue/part-order%"; undefined for a text that isn't a key. */
export const keyIn = (text: string): string | undefined => /^%(.+)%$/.exec(text)?.[1];

const shown = (_name: string, value: unknown): unknown =>
  typeof value === "string" ? (wordsByKey[keyIn(value) ?? ""] ?? value) : value;

export const shownManifest: typeof manifest = JSON.parse(JSON.stringify(manifest), shown);
