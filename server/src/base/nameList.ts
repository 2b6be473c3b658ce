/** A list for millions of names that are alike, such as those of the files of a folder in order. */

export interface NameList {
  readonly length: number;
  push(name: string): void;
  /** The name at an index; empty if there is none. */
  at(index: number): string;
}

/** Names in a block, of which only the first is stored whole. Reading a name reads its block. */
const namesPerBlock = 64;

/** Keeps of each name only what differs from the one before: some ten bytes. */
export function createNameList(): NameList {
  const blocks: string[] = [];
  let last: string[] = [];
  return {
    get length() {
      return blocks.length * namesPerBlock + last.length;
    },
    push(name) {
      last.push(name);
      if (last.length < namesPerBlock) return;
      blocks.push(packed(last));
      last = [];
    },
    at(index) {
      const number = Math.floor(index / namesPerBlock);
      const names = number === blocks.length ? last : unpacked(blocks[number] ?? "[]");
      return names[index % namesPerBlock] ?? "";
    },
  };
}

/** For each name, the number of characters that it shares with the one before, and the others. */
function packed(names: readonly string[]): string {
  const parts = names.flatMap((name, index) => {
    const shared = sharedLength(names[index - 1] ?? "", name);
    return [shared, name.slice(shared)];
  });
  return JSON.stringify(parts);
}

function unpacked(block: string): readonly string[] {
  const parts = JSON.parse(block) as readonly (number | string)[];
  const names: string[] = [];
  for (let at = 0; at < parts.length; at += 2)
    names.push((names.at(-1) ?? "").slice(0, parts[at] as number) + parts[at + 1]);
  return names;
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
