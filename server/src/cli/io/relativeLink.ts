import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * The URL of `file` for a link on a page in `folder`: relative, so that both can be moved together, or absolute if they're
 * on different drives. Both paths are absolute or relative to the working directory.
 */
export function relativeLink(folder: string, file: string): string {
  const relative = path.relative(folder, file);
  if (path.isAbsolute(relative)) return pathToFileURL(relative).href;
  return relative
    .split(path.sep)
    .map((name) => encodeURIComponent(name.replace(/\p{Surrogate}/gu, "\ufffd")))
    .join("/");
}
