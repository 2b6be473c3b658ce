/** What this program has written as text quotes letters, and reads like one. */
const finding = /^.+:\d+:\d+: (?:error|warning|information|hint): .+ \[[a-z-]+\/[a-z-]+\]\r?\n/;
const outline = /^[^\r\n]+\.(?:imr|txt)\r?\n {2}\S/i;

/** Whether a text is findings or outlines, as `check` and `outline` print them, and no letter. */
export const areResults = (text: string): boolean => finding.test(text) || outline.test(text);
