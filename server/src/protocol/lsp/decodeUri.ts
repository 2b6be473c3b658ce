/** A URI, or a part of one, with its escapes decoded; unchanged if it isn't well formed. */
export function decodeUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
