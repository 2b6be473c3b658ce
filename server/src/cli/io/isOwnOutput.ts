/** Recognizes this program's own text output, which quotes letters and reads like one. */

const place = /:\d+:\d+: (?:error|warning|information|hint): /;
const rule = / \[[a-z-]+\/[a-z-]+\]$/;
const file = /\.(?:imr|txt)$/i;

/** Returns true for the text output of `check` and `outline`. */
export function isOwnOutput(text: string): boolean {
  const end = text.indexOf("\n");
  const [first, rest] = [text.slice(0, end), text.slice(end + 1)];
  return (
    end !== -1 && ((place.test(first) && rule.test(first)) || (file.test(first) && /^ {2}\S/.test(rest)))
  );
}
