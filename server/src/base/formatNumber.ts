/** "10,000", as English words around it ask. */
export const formatNumber = (number: number): string => number.toLocaleString("en-US");
