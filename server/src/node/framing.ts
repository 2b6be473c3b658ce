/**
 * Detects when standard input is no longer framed as LSP messages. Nothing after a wrong length can be read, and the
 * library that reads the messages would wait forever.
 */

/** A message is read as one string, and the engine's longest string isn't much longer. */
const maxMessageBytes = 500_000_000;
const maxHeaderBytes = 4096;
const endOfHeader = "\r\n\r\n";

/** Takes the input in pieces of any size. Returns a sentence that says what is wrong, once something is. */
export function createFramingCheck(): (piece: Buffer) => string | undefined {
  let header = "";
  /** The bytes of the current message that are still to come. */
  let bytesLeft = 0;
  return (piece) => {
    for (let at = 0; at < piece.length; ) {
      if (bytesLeft > 0) {
        const here = Math.min(bytesLeft, piece.length - at);
        bytesLeft -= here;
        at += here;
        continue;
      }
      const before = header.length;
      header += piece.toString("latin1", at, at + maxHeaderBytes);
      const end = header.indexOf(endOfHeader, Math.max(0, before - endOfHeader.length));
      if (end < 0) {
        if (header.length >= maxHeaderBytes || header.includes("\n\n"))
          return "The header of a message doesn't end.";
        return undefined;
      }
      const length = lengthIn(header.slice(0, end));
      if (typeof length === "string") return length;
      at += end + endOfHeader.length - before;
      header = "";
      bytesLeft = length;
    }
    return undefined;
  };
}

/** The number of bytes that a header announces, or what is wrong with it. */
function lengthIn(header: string): number | string {
  const fields = header.split("\r\n").map((line) => /^([\w-]+):(.*)$/.exec(line));
  if (fields.includes(null)) return "The header of a message has a line that isn't a field.";
  const lengths = fields.flatMap((field) =>
    field?.[1]?.toLowerCase() === "content-length" ? [field[2]?.trim() ?? ""] : [],
  );
  const [length = "", ...others] = lengths;
  if (lengths.length === 0) return "The header of a message has no Content-Length.";
  if (others.length > 0) return "The header of a message has more than one Content-Length.";
  if (!/^\d{1,12}$/.test(length)) return "The Content-Length of a message isn't a whole number.";
  if (Number(length) > maxMessageBytes) return `A message is longer than ${maxMessageBytes / 1e6} MB.`;
  return Number(length);
}
