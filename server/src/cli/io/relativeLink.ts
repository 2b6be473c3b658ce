/** Links from a file to the letters that it tells of. */
import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * The address of `file` as a link in a page in `folder`: relative, so that both can be moved together; whole where they
 * lie on different drives. Both paths are absolute, or begin where the program runs.
 */
export function relativeLink(folder: string, file: string): string {
  const way = path.relative(folder, file);
  if (path.isAbsolute(way)) return pathToFileURL(way).href;
  return way
    .split(path.sep)
    .map((name) => encodeURIComponent(name.replace(/\p{Surrogate}/gu, "\ufffd")))
    .join("/");
}
