/** Edit distance with neighbours swapped as one edit; for short words. */
export function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 4) return 5;
  let twoBack: number[] = [];
  let back = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(back[j - 1]! + (same ? 0 : 1), back[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, twoBack[j - 2]! + 1);
      }
      row.push(best);
    }
    twoBack = back;
    back = row;
  }
  return back[b.length]!;
}
