/**
 * Tells when what comes over standard input is no longer cut into messages as LSP cuts it. Nothing behind a wrong length
 * can be read, and the library that reads would wait for ever.
 */

/** Longer than the engine's longest string, as which a message is read. */
const longestMessage = 500_000_000;
const longestHeader = 4096;
const endOfHeader = "\r\n\r\n";

/** Takes the input in whatever pieces it comes, and answers with a sentence once it is wrong. */
export function createFramingCheck(): (piece: Buffer) => string | undefined {
  let header = "";
  /** Of the message that has begun. */
  let toCome = 0;
  return (piece) => {
    for (let at = 0; at < piece.length; ) {
      if (toCome > 0) {
        const here = Math.min(toCome, piece.length - at);
        toCome -= here;
        at += here;
        continue;
      }
      const before = header.length;
      header += piece.toString("latin1", at, at + longestHeader);
      const end = header.indexOf(endOfHeader, Math.max(0, before - endOfHeader.length));
      if (end < 0) {
        if (header.length >= longestHeader || header.includes("\n\n"))
          return "A message has no header that ends.";
        return undefined;
      }
      const length = lengthIn(header.slice(0, end));
      if (typeof length === "string") return length;
      at += end + endOfHeader.length - before;
      header = "";
      toCome = length;
    }
    return undefined;
  };
}

/** The number of bytes that a header announces, or what is wrong with it. */
function lengthIn(header: string): number | string {
  const fields = header.split("\r\n").map((line) => /^([\w-]+):[ \t]*(.*?)[ \t]*$/.exec(line));
  if (fields.includes(null)) return "A message's header has a line that is no field.";
  const lengths = fields.flatMap((field) =>
    field?.[1]?.toLowerCase() === "content-length" ? [field[2] ?? ""] : [],
  );
  const [length = "", ...others] = lengths;
  if (lengths.length === 0) return "A message's header has no Content-Length.";
  if (others.length > 0) return "A message's header has more than one Content-Length.";
  if (!/^\d{1,12}$/.test(length)) return "A message's Content-Length is no whole number.";
  if (Number(length) > longestMessage) return `A message is longer than ${longestMessage / 1e6} MB.`;
  return Number(length);
}
