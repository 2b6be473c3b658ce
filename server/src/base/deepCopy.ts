/**
 * A copy that holds on to no text that its words were cut from. The engine keeps the whole of a text for as long as a part
 * of it is kept; what outlives a letter is few words of each of thousands.
 */
export const deepCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value));
