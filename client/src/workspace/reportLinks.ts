/** The links from a report to its letters. Doesn't depend on VS Code. */

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** The URLs of letters that a report links to. Its page may ask to open only these. */
export const letterLinks = (html: string): ReadonlySet<string> =>
  new Set(
    [...html.matchAll(/<a class="letter" href="([^"]*)"/g)].map(([, href = ""]) =>
      href.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? ""),
    ),
  );

/** The 0-based line for a URL fragment such as `L12`; 0 for other fragments. */
export function lineOfFragment(fragment: string): number {
  const [, line] = /^L(\d{1,7})$/.exec(fragment) ?? [];
  return line === undefined ? 0 : Math.max(0, Number(line) - 1);
}
