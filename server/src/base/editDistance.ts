/** Edit distances of short words, by Levenshtein's algorithm. */

/**
 * The number of characters that have to be added, removed, changed, or swapped with the next one to make one word the other.
 * 5 if their lengths differ by more than 4.
 */
export function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 4) return 5;
  return distance(a, b, { swapIsOneEdit: true, limit: Number.POSITIVE_INFINITY });
}

/** Whether at most `limit` characters have to be added, removed, or changed to make one word the other. A swap is two changes. */
export function isWithinEdits(a: string, b: string, limit: number): boolean {
  if (limit === 0 || Math.abs(a.length - b.length) > limit) return a === b;
  return distance(a, b, { swapIsOneEdit: false, limit }) <= limit;
}

/** Stops at a number above `limit` as soon as the distance is sure to be above it. */
function distance(
  a: string,
  b: string,
  { swapIsOneEdit, limit }: { readonly swapIsOneEdit: boolean; readonly limit: number },
): number {
  let twoBack: number[] = [];
  let back = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(back[j - 1]! + (same ? 0 : 1), back[j]! + 1, row[j - 1]! + 1);
      if (swapIsOneEdit && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, twoBack[j - 2]! + 1);
      }
      row.push(edits);
      smallest = Math.min(smallest, edits);
    }
    if (smallest > limit) return smallest;
    twoBack = back;
    back = row;
  }
  return back[b.length]!;
}
