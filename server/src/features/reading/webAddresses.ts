import type { Span } from "../../base/span.ts";

export interface WebAddress extends Span {
  readonly url: string;
}

const character = "[\\w\\-.~:/?#[\\]@!$&'()*+,;=%]";
const written = new RegExp(`(?<![\\w@./-])(?:https?://|www\\.)${character}+`, "gi");
/** A host with a dot in it, and no user name before it. */
const plausible = /^https?:\/\/[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]|$)/i;
const site = /^(?:https?:\/\/)?[^/?#]*/i;

/** No address ends in these characters: it was wrapped, or has a space where a line was wrapped once. */
const unfinished = /[-_=&%]$/;
/** The rest of a wrapped address: path segments, or a file name. */
const rest = new RegExp(
  `(?:[ \\t]*(?:\\r\\n|[\\n\\r])\\s{0,80}| )(${character}*/${character}+|[\\w-]+\\.\\w{2,5}\\b)`,
  "y",
);

/**
 * The web addresses in a text, in order. An address that a line end cuts includes the next line if they clearly belong
 * together; otherwise it is only the site.
 */
export function webAddresses(text: string): readonly WebAddress[] {
  const found: WebAddress[] = [];
  for (const match of text.matchAll(written)) {
    const address = addressAt(text, match.index, match[0]);
    if (address !== undefined && address.start >= (found.at(-1)?.end ?? 0)) found.push(address);
  }
  return found;
}

function addressAt(text: string, start: number, words: string): WebAddress | undefined {
  let first = words;
  if (unfinished.test(words)) {
    rest.lastIndex = start + words.length;
    const second = rest.exec(text);
    if (second) {
      const tail = withoutPunctuation(words + second[1]).slice(words.length);
      if (tail !== "") {
        const end = rest.lastIndex - ((second[1] as string).length - tail.length);
        return ifPlausible({ start, end, url: withScheme(words + tail) });
      }
    }
    first = site.exec(words)?.[0] ?? "";
  }
  const whole = withoutPunctuation(first);
  return ifPlausible({ start, end: start + whole.length, url: withScheme(whole) });
}

/** Addresses that begin with "www." are from a time of http. Sites with https redirect there. */
const withScheme = (words: string): string => (/^www\./i.test(words) ? `http://${words}` : words);

const ifPlausible = (address: WebAddress): WebAddress | undefined =>
  plausible.test(address.url) ? address : undefined;

const closers: Readonly<Record<string, string>> = { ")": "(", "]": "[" };

/** The address without the punctuation of the sentence around it; a closing bracket stays if the address opens it. */
function withoutPunctuation(words: string): string {
  const open: Record<string, number> = { "(": 0, ")": 0, "[": 0, "]": 0 };
  for (const c of words) if (c in open) open[c] = (open[c] ?? 0) + 1;
  let end = words.length;
  for (; end > 0; end--) {
    const last = words.charAt(end - 1);
    const opener = closers[last];
    if (opener !== undefined) {
      if ((open[last] ?? 0) <= (open[opener] ?? 0)) break;
      open[last] = (open[last] ?? 0) - 1;
    } else if (!/[.,;:!?'([*]/.test(last)) break;
    else if (last in open) open[last] = (open[last] ?? 0) - 1;
  }
  return words.slice(0, end);
}
