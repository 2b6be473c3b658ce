/** An address, or a step of one, without its escapes. What is not well formed stands for itself. */
export function decodeUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
