/** What this program has written as text quotes letters, and reads like one. */

const place = /:\d+:\d+: (?:error|warning|information|hint): /;
const rule = / \[[a-z-]+\/[a-z-]+\]$/;
const file = /\.(?:imr|txt)$/i;

/** Whether a text is findings or outlines, as `check` and `outline` print them, and no letter. */
export function isOwnOutput(text: string): boolean {
  const end = text.indexOf("\n");
  const [first, rest] = [text.slice(0, end), text.slice(end + 1)];
  return (
    end !== -1 && ((place.test(first) && rule.test(first)) || (file.test(first) && /^ {2}\S/.test(rest)))
  );
}
