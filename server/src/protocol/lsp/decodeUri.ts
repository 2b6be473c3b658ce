/** A URI, or a part of one, without its escapes. One that is not well formed stands for itself. */
export function decodeUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
