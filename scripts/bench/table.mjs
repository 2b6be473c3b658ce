/** Prints a table: names on the left, right-aligned numbers. */
export function printTable(title, heads, rows) {
  console.log(`\n${title}`);
  for (const [name, ...columns] of [heads, ...rows]) {
    const cells = columns.map((column) => (typeof column === "number" ? column.toFixed(2) : column));
    console.log(name.padEnd(32) + cells.map((cell) => cell.padStart(12)).join(""));
  }
}
