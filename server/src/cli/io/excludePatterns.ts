/** Which files `--exclude` leaves out. */
import path from "node:path";

/**
 * Whether one of the patterns matches a file or a folder that it's in, by the last names of its path: "drafts", "*.old.txt",
 * "2016/drafts/**". In a name, `*` stands for any characters and `?` for one; `**` stands for any folders.
 */
export function excludedBy(patterns: readonly string[]): (file: string) => boolean {
  const all = patterns.map((pattern) => ["**", ...namesOf(pattern)]).filter(({ length }) => length > 1);
  if (all.length === 0) return () => false;
  return (file) => {
    const names = namesOf(path.resolve(file));
    return names.some((_, index) =>
      all.some((pattern) =>
        matches(pattern, names.slice(0, index + 1), (name) => name === "**", matchesName),
      ),
    );
  };
}

const ignoresCase = process.platform === "win32" || process.platform === "darwin";

function namesOf(file: string): readonly string[] {
  const slashes = path.sep === "\\" ? file.replaceAll("\\", "/") : file;
  const names = slashes.split("/").filter((name) => name !== "" && name !== ".");
  return ignoresCase ? names.map((name) => name.toLowerCase()) : names;
}

const matchesName = (pattern: string, name: string): boolean =>
  matches(
    [...pattern],
    [...name],
    (character) => character === "*",
    (a, b) => a === "?" || a === b,
  );

/** Whether the items match, one by one; `isMany` matches any number of them. Never slower than length times length. */
function matches(
  pattern: readonly string[],
  items: readonly string[],
  isMany: (part: string) => boolean,
  isOne: (part: string, item: string) => boolean,
): boolean {
  let [at, next] = [0, 0];
  /** Where to go on after the last `isMany`, if it has to take one more item. */
  let [afterMany, taken] = [-1, 0];
  while (at < items.length) {
    const part = pattern[next];
    if (part !== undefined && isMany(part)) [afterMany, taken, next] = [next + 1, at, next + 1];
    else if (part !== undefined && isOne(part, items[at] as string)) [at, next] = [at + 1, next + 1];
    else if (afterMany < 0) return false;
    else [taken, at, next] = [taken + 1, taken + 1, afterMany];
  }
  return pattern.slice(next).every(isMany);
}
