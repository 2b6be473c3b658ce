/**
 * The lines of a pipe in UTF-8, without their ends and byte order marks; undefined for one of more than `longest` bytes,
 * of which no more than that is kept. Only a line feed ends a line: the other breaks may stand within JSON.
 */
export async function* linesIn(
  pipe: AsyncIterable<Buffer>,
  longest: number,
): AsyncGenerator<string | undefined> {
  let begun: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer): void => {
    length += part.length;
    if (length > longest) begun = [];
    else if (part.length > 0) begun.push(part);
  };
  const take = (): string | undefined => {
    const line =
      length > longest
        ? undefined
        : Buffer.concat(begun)
            .toString()
            .replace(/^\ufeff+/, "");
    begun = [];
    length = 0;
    return line;
  };
  for await (const chunk of pipe) {
    let at = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, at)) {
      add(chunk.subarray(at, end));
      yield take();
      at = end + 1;
    }
    add(chunk.subarray(at));
  }
  if (length > 0) yield take();
}
