/** A pipe that goes on like this has no lines, such as /dev/zero. */
const maxSkippedBytes = 1_000_000_000;

/**
 * The lines of a UTF-8 pipe, without line feeds and byte order marks; undefined for a line of more than `maxBytes`, which
 * isn't kept in memory. Ends after a line that doesn't seem to end. Only a line feed ends a line, because JSON may contain the other line breaks.
 * @param ending The byte that ends a line instead of a line feed.
 */
export async function* linesIn(
  pipe: AsyncIterable<Buffer>,
  maxBytes: number,
  ending = 10,
): AsyncGenerator<string | undefined> {
  let chunks: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer): void => {
    length += part.length;
    if (length > maxBytes) chunks = [];
    else if (part.length > 0) chunks.push(part);
  };
  const take = (): string | undefined => {
    const line =
      length > maxBytes
        ? undefined
        : Buffer.concat(chunks)
            .toString()
            .replace(/^\ufeff+/, "");
    chunks = [];
    length = 0;
    return line;
  };
  for await (const chunk of pipe) {
    let at = 0;
    for (let end = chunk.indexOf(ending); end !== -1; end = chunk.indexOf(ending, at)) {
      add(chunk.subarray(at, end));
      yield take();
      at = end + 1;
    }
    add(chunk.subarray(at));
    if (length > maxSkippedBytes) break;
  }
  if (length > 0) yield take();
}
