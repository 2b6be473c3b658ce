/** "10,000", as English words around it ask. */
export const grouped = (number: number): string => number.toLocaleString("en-US");
