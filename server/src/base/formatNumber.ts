/** "10,000": the number as English text has it. */
export const formatNumber = (number: number): string => number.toLocaleString("en-US");
