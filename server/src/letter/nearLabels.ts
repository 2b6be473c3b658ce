/** Finds a label under another name, or misspelled, where the label of a part is expected. */

import { editDistance } from "../base/editDistance.ts";
import type { Span } from "../base/span.ts";
import { labels } from "./standardWording.ts";
import type { PartKind } from "./types.ts";

/** What writers call the parts. A colon or a dash follows. */
const names: Readonly<Record<PartKind, RegExp>> = {
  claims:
    /^(?:the )?(?:u\.?r\.?|utili[sz]ation review(?:er)?|claims? ?(?:administrat\w+|adjuster|admin\.?|examiner)|c\.?a\.?|(?:insurance )?(?:carrier|insurer)|payer|payor|adjuster|employer|claims)(?:'?s'?|\/ur)? ?(?:guidelines?|citations?|criteria|criterion|evidence|basis|sources?|references?|guidance|decision|determination|rationale)?(?: cited| used| relied (?:up)?on)?$/i,
  reviewer:
    /^(?:the )?(?:maxim\w+|imr(?: expert| physician)?(?: reviewer)?|(?:expert|physician|medical|professional|independent|our|my|imr)?(?: medical)? ?reviewer|expert|imro|our|my)(?:'?s'?)? ?(?:guidelines?|citations?|criteria|criterion|evidence|basis|sources?|references?|guidance)(?: cited| used| relied (?:up)?on)?$|^guidelines?(?: (?:cited|used|relied (?:up)?on))?$/i,
  rationale:
    /^(?:the )?(?:(?:decision|determination|reviewer'?s?|expert reviewer'?s?|maximus|imr|clinical|medical|our|my|final)(?:'s)? ){0,3}(?:rationales?|rational|reasons?|reasoning|analysis|discussion|explanation|justification)(?: for (?:the |this )?(?:decision|determination|denial))?(?: and (?:decision|analysis|rationale|discussion))?$/i,
};

const known = Object.entries(labels).map(([kind, label]) => ({
  kind,
  words: label.slice(0, -1).toLowerCase(),
}));

/** In characters. */
const maxEdits = 4;
const start =
  /(?<=^|[\r\n])[ \t]*([A-Z][A-Za-z.'\u2019/ ]{1,44}?)[ \t]*(?:[:;=\u2013\u2014]|\.(?= +[A-Z]|[ \t]*[\r\n])|-(?= )|(?=[\r\n]))/g;

/** The near label of a part in a span of the text, with its colon or dash. */
export function nearLabel(text: string, kind: PartKind, { start: from, end }: Span): Span | undefined {
  start.lastIndex = 0;
  // The line that the span begins in may have more before it.
  const within = text.slice(from, end);
  for (let m = start.exec(within); m; m = start.exec(within)) {
    const words = (m[1] as string).replace(/\u2019/g, "'").replace(/ +/g, " ");
    if (!isNear(words, kind)) continue;
    const at = from + m.index + m[0].indexOf(m[1] as string);
    return { start: at, end: from + m.index + m[0].length };
  }
  return undefined;
}

function isNear(words: string, kind: PartKind): boolean {
  if (names[kind].test(words)) return true;
  const lower = words.toLowerCase();
  const nearest = known
    .map((label) => ({ kind: label.kind, edits: editDistance(lower, label.words) }))
    .sort((a, b) => a.edits - b.edits)[0];
  return nearest?.kind === kind && nearest.edits <= maxEdits;
}
