/** The links of a report to its letters. Knows nothing of VS Code. */

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** The addresses to which a report links as letters: what its page may ask to have opened. */
export const letterLinks = (html: string): ReadonlySet<string> =>
  new Set(
    [...html.matchAll(/<a class="letter" href="([^"]*)"/g)].map(([, href = ""]) =>
      href.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? ""),
    ),
  );

/** The line, from 0, that an address names at its end: `#L12`. */
export function lineOfFragment(fragment: string): number {
  const [, line] = /^L(\d{1,7})$/.exec(fragment) ?? [];
  return line === undefined ? 0 : Math.max(0, Number(line) - 1);
}
