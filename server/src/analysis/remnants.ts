/**
 * Remnants of writing: placeholders that aren't filled in, choices that aren't made, and notes to oneself and to colleagues.
 * The placeholders of this program's own templates are read by the rule about them, because they are plain words.
 */
import type { FlatText } from "../base/flatText.ts";
import { matchAll, type PatternRow } from "../base/matchAll.ts";
import { memoize } from "../base/memoize.ts";
import type { FlatRange } from "../base/sentences.ts";
import type { Span } from "../base/span.ts";
import { placeholders, sentencePlaceholders } from "../letter/standardWording.ts";
import type { Issue, Letter } from "../letter/types.ts";
import { writtenParts } from "./passages.ts";

/** What is to be filled in, as placeholders call it. */
const thing =
  "(?:(?:employee|patient|claimant|provider|physician|doctor|drug|medication|body|treatment|guideline|section|page|specific|other|first|last|full|exact|exam|examination|your|the) )?" +
  "(?:names?|dates?|side|part|region|site|level|dose|dosage|strength|quantity|qty|count|number|frequency|duration|drugs?|medications?|treatment|diagnos[ie]s|findings?|results?|exam(?:ination)?|history|age|sex|gender|pronoun|specialty|state|guidelines?|sections?|pages?|year|citations?|references?|sources?|criteria|criterion|rationale|reasons?|details?|text|here|value|amount|symptoms?|complaints?|mechanism|provider|physician|decision|conclusion)";

/** What notes ask to do. */
const task =
  "insert|check|verify|confirm|add|fill(?: in)?|enter|specify|describe|complete|cite|quote|update|revise|rewrite|expand|delete|remove|choose|select|pick|see|ask|needs?|missing|pending|todo|tbd|tba|fixme|placeholder|blank|unclear|not sure|to (?:be|do|come|follow|add)|xx+|citation needed|\\?+";

export const remnantPatterns: readonly PatternRow[] = [
  {
    pattern: new RegExp(`\\[ ?(?:${task})(?![a-z])[^\\[\\]]{0,120}\\]`, "gi"),
    example: "The exam shows [insert finding].",
  },
  {
    pattern: new RegExp(`\\[ ?${thing}(?: ?#?\\d{1,2}| [a-c])? ?\\]`, "gi"),
    example: "The note of [date] shows spasm.",
  },
  {
    pattern:
      /\[(?:[A-Z]{1,3}|QA|Reviewer|Editor|Author|Note|Question|Comment)\d{0,2} ?: [^[\]]{0,200}\]|\[ {0,3}\]|\[_+\]|\[\.{3} ?\?\]/g,
    example: "The exam [JB: ask for it] is normal.",
  },
  {
    pattern:
      /\((?:insert|fill in|tbd|todo|tba|xx+|choose one|circle one|select one|pick one|check (?:this|date|chart|record|with)[^()]{0,60}|need to [^()]{0,60}|(?:name|date|side|dose|drug|body part|drug name|provider|provider name|patient name)(?: here| needed| missing| unknown| to be \w+| \?+)?|\?+)(?: to be \w+| here| please)?\)/gi,
    example: "The exam of (date) shows spasm.",
  },
  {
    pattern:
      /\((?:s\/he|\w{1,8}\/\w{1,8}(?:\/\w{1,8})?|(?:is|was|has|does|did|are|were)\/(?:is|was|has|does|did|are|were) not)\)/gi,
    example: "The employee said (he/she) fell.",
  },
  {
    pattern:
      /\b(?:(is|was|has|does|did|are|were)\/\1 not|(?:upheld|certified|approved)\/(?:overturned|denied|non-certified))\b/gi,
    example: "The request is/is not medically necessary.",
  },
  {
    pattern:
      /(?<![\w%])%{1,2}[A-Z]{2,}(?:[_ -][A-Z\d]+){0,4}%{1,2}(?![\w%])|(?<![\w@])@{1,2}[A-Z]{2,}(?:_[A-Z\d]+){0,4}@{1,2}(?![\w@])/g,
    example: "The pain is on the %INJURY_SIDE%.",
  },
  { pattern: /\$?\{{1,2}[^{}]{0,80}\}{1,2}/g, example: "The {{side}} knee is swollen." },
  { pattern: /<{1,2}\/?[a-z][a-z _/-]{0,40}>{1,2}|«[^»]{0,60}»/gi, example: "The employee <name> fell." },
  {
    pattern:
      /(?<![\w/-])(?:(?:[X_0-]{1,2}|xx?|mm|dd|__+)(?<sep>[/-])(?:[X_-]{1,2}|xx?|dd|mm|00|__+)\k<sep>(?:[X_-]{2,4}|x{2,4}|y{2,4}|0000|__+|(?:19|20)\d\d)|\d{1,2}\/xx?\/(?:19|20)?\d\d|xx?\/(?:\d{1,2}\/)?(?:19|20)\d\d)(?![\w/-])/gi,
    example: "The note of xx/xx/xxxx shows spasm.",
  },
  { pattern: /(?<![\w/-])(?:X{2,}|x{3,})(?![\w/-])/g, example: "Pain is XX of 10." },
  {
    pattern: /\b(?:TODO|FIXME|TBD|TBA|TK TK|TKTK)\b:?|\b(?:to-do|to do|fix me|tbd)\b ?:/g,
    example: "TODO: add the exam.",
  },
  {
    pattern:
      /\b(?:NOTE|Note|note) (?:TO|to|FOR|for) (?:QA|QC|self|SELF|editor|EDITOR|reviewer|REVIEWER|typist|TYPIST|transcription|TRANSCRIPTION|staff|STAFF|writer|WRITER|me|ME|author|AUTHOR|proofreader|PROOFREADER|MAXIMUS|Maximus|coordinator|COORDINATOR|file|FILE)\b ?:?|\bQ[AC] (?:note|NOTE|comment|COMMENT|query|QUERY)\b ?:?|\b(?:Q[AC]|Reviewer note|Editor(?:'s)? note|Internal note|Drafting note|Author query|Typist) ?:/g,
    example: "NOTE TO QA: please verify.",
  },
  { pattern: /\bComment(?:ed)? ?\[[A-Z]{1,4}\d{0,3}\] ?:?/g, example: "Comment [A2]: is this right?" },
  {
    pattern:
      /\blorem ipsum\b|\bError! [A-Z][a-z]+ [a-z ]{0,30}not (?:found|defined)\.|#(?:REF|VALUE|NAME|DIV\/0)[!?]|#N\/A\b|\b(?:MERGEFIELD|NaN)\b|\[object Object\]|\bClick (?:here|or tap here) to enter (?:text|a date)\b|\bChoose an item\b|\b(?:asdf|qwerty)\w*/gi,
    example: "Error! Reference source not found.",
  },
  {
    pattern:
      /\b(?:INSERT|ADD|FILL IN|ENTER|CHECK|VERIFY|CONFIRM|REVISE|REWRITE|DELETE|CITE|NEEDS?)(?: (?:[A-Z]{2,}|[A-Z]\b)){1,6}(?![a-z])[:.!?]?/g,
    example: "The exam was normal. ADD EXAM FINDINGS HERE.",
  },
  {
    pattern:
      /\b(?:insert|add|enter|put|paste|type|write|your) (?:[a-z]+ ){0,3}(?:text|finding|findings|name|date|criteria|rationale|citation|reference|guideline|diagnosis) (?:here|goes here)\b|\b(?:please|pls|plz) (?:verify|confirm|check|double[- ]check|add|insert|fill in|spell|correct this|review and edit|complete this|advise)\b|\b(?:transcri(?:ptionist|ber)|typist|dictation)s?[,:]? please\b|\b(?:double[- ]check this|not sure (?:about|of) this|is this (?:right|correct)\?|placeholder text|do not send|DO NOT SEND)/gi,
    example: "The pain is worse at night, please verify.",
  },
  { pattern: /(?<![\w*])\*{2,}(?![\w*])/g, example: "The exam shows *** without weakness." },
  { pattern: /_{3,}|(?<!\w)__(?!\w)/g, example: "The exam of the ____ knee is normal." },
  { pattern: /\?{2,}/g, example: "The dose is 10 ?? mg." },
  {
    pattern: /#{2,}|(?<=\d ?(?:mg|mcg|%) ?)#(?= ?[:.,;)]| ?$)/g,
    example: "Norco was taken, ## a month.",
  },
];

/** Choices of a pronoun. Guidelines that are quoted have them. */
const pronounChoice =
  /(?<![\w/(-])(?:s\/he|he\/she|she\/he|his\/hers?|hers?\/his|him\/her|her\/him|(?:him|her)self\/(?:him|her)self)(?![\w/)-])/gi;

/** The footer of a page, which a text that was copied from a PDF may have in the middle of a sentence. */
const pageFooter = /(?<=[\w,;] )Page \d{1,2} of \d{1,2}(?= [a-z(\d])/g;
const refersToPage = /\b(?:on|see|in|at|from|to|per|of|and) $/i;

/** Characters that were read in the wrong encoding: "patientâ€™s". */
export const brokenCharacters =
  /\u00e2(?:\u20ac.?|\u0080[\u0080-\u00bf])|\u00c3[\u0080-\u00bf\u0192\u201a\u2030\u0160\u0152]|\u00c2(?=[\u00a0-\u00bf ]|$)|\u00ef\u00bf\u00bd|\ufffd|&(?:nbsp|amp|quot|lt|gt|apos|[lr][ds]quo|[mn]dash|#\d{2,5});/g;

/** What physicians and publishers write in brackets and between slashes without leaving anything open. */
const harmless =
  /^\[(?:sic|redacted|omitted|emphasis.*|\.{3}|see (?:page|table|figure|chapter|also|above|below).*|pending (?:surgery|approval).*)\]$|^\((?:and\/or|\d+\/\d+.*|(?!(?:he|she|his|her|him|s|right|left|upper|lower|is|was|yes|no|male|female|mr|upheld|overturned|does|did|has|with|increased|decreased|improved|worse|positive|negative)\/)[^/]*\/.*)\)$|^<\/?(?:b|i|u|em|strong|sup|sub)>$/i;

const own = new Set<string>(Object.values(sentencePlaceholders));

/** Notes about what is to come that are facts about the employee: "Permanent and stationary date: TBD". */
const scheduled =
  /\b(?:MMI|P ?& ?S|stationary|return|visit|appointment|follow[- ]?up|surgery|date|status|disability|impairment)\b[^.]{0,20}$/i;

/** A line of only such marks separates parts of a text, and "##" begins a heading in Markdown. */
function isSeparator(text: string, { start, end }: Span): boolean {
  const before = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  if (text[start] === "#" && text.slice(before, start).trim() === "") return true;
  const after = /[\n\r]|$/g;
  after.lastIndex = end;
  const line = text.slice(before, after.exec(text)?.index);
  return /^[\s*_#=-]*$/.test(line);
}

/** Whether an offset is between quotation marks of its paragraph. */
function isQuoted(flat: string, at: number): boolean {
  const before = flat.slice(Math.max(0, at - 1000), at);
  const open = before.lastIndexOf("\u201c") > before.lastIndexOf("\u201d");
  return open || (before.match(/"/g) ?? []).length % 2 === 1;
}

/** The remnants in a part of the letter's text, in order, none within another. */
export function remnantsIn(text: string, flat: FlatText): readonly Span[] {
  const found: FlatRange[] = [];
  for (const { pattern } of remnantPatterns) {
    for (const m of matchAll(pattern, flat.text)) {
      const words = m[0];
      if (harmless.test(words) || own.has(words)) continue;
      if (/^tb[da]/i.test(words) && scheduled.test(flat.text.slice(Math.max(0, m.index - 60), m.index)))
        continue;
      found.push({ start: m.index, end: m.index + words.length });
    }
  }
  const choices = /\/(?:s?he|his|hers?|him)/i.test(flat.text) ? matchAll(pronounChoice, flat.text) : [];
  for (const m of choices) {
    if (!isQuoted(flat.text, m.index)) found.push({ start: m.index, end: m.index + m[0].length });
  }
  const footers = flat.text.includes(" Page ") ? matchAll(pageFooter, flat.text) : [];
  for (const m of footers) {
    if (refersToPage.test(flat.text.slice(Math.max(0, m.index - 12), m.index))) continue;
    found.push({ start: m.index, end: m.index + m[0].length });
  }
  for (const m of matchAll(brokenCharacters, flat.text)) {
    found.push({ start: m.index, end: m.index + m[0].length });
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const spans: Span[] = [];
  let reached = -1;
  for (const { start, end } of found) {
    if (start < reached) continue;
    const span = flat.span(start, end);
    if (/^[*_#]+$/.test(flat.text.slice(start, end)) && isSeparator(text, span)) continue;
    reached = end;
    spans.push(span);
  }
  return spans;
}

/** The remnants in the case summary and in the issues. */
export const remnantsOf = memoize((letter: Letter): readonly Remnant[] =>
  writtenParts(letter).flatMap(({ issue, place, flat, scan }) => {
    if (!scan.has.remnant) return [];
    const found = remnantsIn(letter.text, flat).map((span) => ({ issue, span }));
    // There, the rule about this program's own placeholders knows when they are to be filled in.
    if (place !== "summary" && place !== "caseDetails") return found;
    return found.filter(({ span }) => letter.text.slice(span.start, span.end) !== placeholders.date.words);
  }),
);

export interface Remnant {
  readonly issue: Issue | undefined;
  readonly span: Span;
}
