/** Cuts the flat text of a guideline part into tokens. Nothing else that reads citations reckons with offsets. */
import { mtusChapters } from "./forms.ts";
import { anyOf, type Form, matches, withoutMatches } from "./matches.ts";
import { publishers } from "./publishers.ts";
import type { Citation, Span } from "./types.ts";

/**
 * Spans are of the flat text. The tokens of a source come in this order, wherever they stand in it: the lead, and for
 * each citation a name, a year, topics, pages and the end. A topic may go on behind pages, so that it covers them.
 */
export type Token =
  /** What leads to a source: "Decision based on MTUS", "Non-MTUS Citation". */
  | (Span & { readonly kind: "lead"; readonly source: Citation["kind"] })
  /** A chapter of the MTUS, or a publisher outside it. */
  | (Span & { readonly kind: "name"; readonly value: string })
  | (Span & { readonly kind: "year"; readonly value: number })
  | (Span & { readonly kind: "topic"; readonly value: string })
  /** One range of pages. */
  | (Span & {
      readonly kind: "pages";
      readonly first: number;
      readonly last: number;
      readonly of: number | undefined;
    })
  /** Empty: where the words of a citation end. */
  | (Span & { readonly kind: "end" });

export function citationTokens(text: string): readonly Token[] {
  const leads = leadsIn(text);
  return leads.flatMap((lead, index) => {
    const rest = stretch(text, lead.end, leads[index + 1]?.from ?? text.length);
    const { start, end, source } = lead;
    const tokens = source === "mtus" ? mtusTokens(text, start, rest) : otherTokens(text, start, rest);
    return [{ kind: "lead", start, end, source }, ...tokens];
  });
}

/** Some words of the flat text, and where they start in it. */
interface Stretch {
  readonly words: string;
  readonly start: number;
}

const stretch = (text: string, start: number, end: number): Stretch => ({
  words: text.slice(start, end),
  start,
});

const part = ({ words, start }: Stretch, from: number, to?: number): Stretch => ({
  words: words.slice(from, to),
  start: start + from,
});

/** Where `length` characters of the stretch stand in the flat text. */
const spanIn = ({ start }: Stretch, at: number, length: number): Span => ({
  start: start + at,
  end: start + at + length,
});

interface Lead extends Span {
  readonly source: Citation["kind"];
  /** Where it starts with the "and" before it, which belongs to no source. */
  readonly from: number;
}

const sourceNames = [
  "(?<nonMtus>Non-? ?MTUS)(?: Citation)?",
  "(?<other>Other Medical Treatment Guidelines?)",
  "(?<mtus>MTUS)",
].join("|");
const leadForm = new RegExp(
  `(?:\\bDecision based on |(?<and>\\band ))?\\b(?:${sourceNames})(?![\\w-])[ ,:]*`,
  "gi",
);
const basedOn = "Decision based on ";
const basedOnMtus = /Decision based on (?:and )?MTUS/i;

function leadsIn(text: string): readonly Lead[] {
  const leads: Lead[] = [];
  for (const m of matches(leadForm, text)) {
    const { nonMtus, other, and = "" } = m.groups ?? {};
    // "MTUS" in passing, as in "outside of the MTUS Guidelines", begins nothing.
    const before = text.slice(Math.max(0, m.index - basedOn.length), m.index);
    if (!nonMtus && !other && !basedOnMtus.test(before + m[0])) continue;
    leads.push({
      source: nonMtus ? "nonMtus" : other ? "other" : "mtus",
      from: m.index,
      start: m.index + and.length,
      end: m.index + m[0].length,
    });
  }
  return leads;
}

/** One citation a chapter: "Low Back Complaints 2004, Section(s): Summary, and Chronic Pain … 2016, Section(s): …". */
function mtusTokens(text: string, start: number, rest: Stretch): readonly Token[] {
  const chapters = chaptersIn(rest.words);
  if (chapters.length === 0) return [...listTokens(rest), endToken(text, start, rest)];
  return chapters.flatMap((chapter, index): readonly Token[] => {
    const { at, name, year, end } = chapter;
    const list = part(rest, end, chapters[index + 1]?.at);
    const named: Token = { kind: "name", ...spanIn(rest, at, name.length), value: name };
    return [
      named,
      ...(year ? [yearToken(rest, year.at, year.words)] : []),
      ...listTokens(list),
      endToken(text, index === 0 ? start : named.start, list),
    ];
  });
}

/** A chapter's name and year among the words of a source. */
interface Chapter {
  readonly at: number;
  readonly end: number;
  readonly name: string;
  readonly year: { readonly at: number; readonly words: string } | undefined;
}

const chapterNames = mtusChapters.map((name) => name.replace(/[ -]/g, "[ -]")).join("|");

/** A known chapter with its year, or with what was meant for one (2106). */
const knownChapter = new RegExp(
  `\\b(?<name>${chapterNames})(?: Guidelines?)?,? (?<year>\\d{4})\\b(?: Guidelines?)?`,
  "gi",
);

/** What else a source may begin with, tried in this order. */
export const openingChapters: readonly Form[] = [
  {
    words: /^(?<name>[A-Z][^.;:]{2,80}?),? (?<year>(?:19|20)\d\d)\b(?: Guidelines?)?(?=[,.]| and |$)/,
    example: "Hip and Groin Disorders 2019, Section(s): Surgery.",
  },
  {
    words:
      /^(?<name>(?:Chronic Pain|Acupuncture|Post-?surgical|Opioids?)(?: Medical)? Treatment Guidelines?)/i,
    example: "Post-surgical Medical Treatment Guidelines Page(s): 10.",
  },
  {
    words: /^(?<name>(?:Physical Medicine|Medical Treatment) Guidelines?)/i,
    example: "Physical Medicine Guidelines Page(s): 98-99.",
  },
  {
    words:
      /^(?<name>ACOEM(?: Practice Guidelines| Guidelines)?(?:,? ?Chapter \d{1,2}(?: (?:[A-Z][a-z]+|and|,) ?){0,6}(?:Complaints|Disorders|Conditions))?)/i,
    example: "ACOEM Practice Guidelines, Chapter 12 Low Back Complaints Page(s): 303-305.",
  },
  {
    words: new RegExp(`^(?<name>${chapterNames})(?: Guidelines?)?(?= ?[,.]| \\d| Section| and |$)`, "i"),
    example: "Low Back Complaints, Section(s): Summary.",
  },
];

function chaptersIn(words: string): readonly Chapter[] {
  const known = matches(knownChapter, words).map(chapterOf);
  const before = words.slice(0, known[0]?.at);
  if (before === "") return known;
  for (const form of openingChapters) {
    const m = form.words.exec(before);
    if (m) return [chapterOf(m), ...known];
  }
  return known;
}

function chapterOf(m: RegExpExecArray): Chapter {
  const { name = "", year } = m.groups ?? {};
  return {
    at: m.index,
    end: m.index + m[0].length,
    name,
    year: year === undefined ? undefined : { at: m.index + m[0].lastIndexOf(year), words: year },
  };
}

const yearToken = (of: Stretch, at: number, words: string): Token => ({
  kind: "year",
  ...spanIn(of, at, words.length),
  value: Number(words),
});

const anyYear = /(?<![\d/-])(?:19|20)\d\d(?![\d/-])/;

/** Outside the MTUS the publisher and the year may stand anywhere, the year even in a web address. */
function otherTokens(text: string, start: number, rest: Stretch): readonly Token[] {
  const tokens: Token[] = [];
  let list = rest;
  const publisher = publisherIn(rest.words);
  if (publisher) {
    const { at, name } = publisher;
    tokens.push({ kind: "name", ...spanIn(rest, at, name.length), value: name });
    // As long as the name, so that offsets stay; topics before and after do not belong together.
    const cut = ";".padEnd(name.length);
    list = { ...rest, words: rest.words.slice(0, at) + cut + rest.words.slice(at + name.length) };
  }
  const year = anyYear.exec(rest.words);
  if (year) tokens.push(yearToken(rest, year.index, year[0]));
  return [...tokens, ...listTokens(list), endToken(text, start, rest)];
}

/** The publisher named first. */
function publisherIn(words: string): { readonly at: number; readonly name: string } | undefined {
  let first: { at: number; name: string } | undefined;
  for (const form of publishers) {
    const m = form.exec(words);
    if (m && (!first || m.index < first.at)) first = { at: m.index, name: m[0].trim() };
  }
  return first;
}

/** Where the words end: without the "and" or comma that leads to the next ones. */
function endToken(text: string, start: number, { words, start: from }: Stretch): Token {
  const last = from + words.length;
  const tail = Math.max(start, last - ", and ".length);
  const end = tail + text.slice(tail, last).search(/(?:,? and|,)? *$/);
  return { kind: "end", start: end, end };
}

const pageNumbers = "\\d{1,4}(?: ?- ?\\d{1,4})?";
const pageList = `${pageNumbers}(?:(?:,? and |, ?|; ?| & ?)${pageNumbers})*`;
const pageLabel = "\\b(?:Pages?\\(?s?\\)?|pgs?|pp?)(?:\\.| ?:){0,3}(?: of)? ?";
/** Pages, or the label of pages or sections alone: all that stands among the topics and is none. */
const pagesOrLabel = new RegExp(
  [
    `${pageLabel}(?<list>${pageList})(?: of (?<of>\\d{1,4}))?(?![\\w])`,
    "\\bPages?\\(s\\) ?:",
    "\\bSections?\\(?s?\\)? ?:",
  ].join("|"),
  "gi",
);

/** The topics and pages that a citation lists. */
function listTokens(list: Stretch): readonly Token[] {
  const found = matches(pagesOrLabel, list.words);
  const words = withoutMatches(list.words, found);
  return [...topicTokens({ ...list, words }), ...found.flatMap((m) => pageTokens(list, m))];
}

const pageRange = /(?<first>\d{1,4})(?: ?- ?(?<last>\d{1,4}))?/g;

function pageTokens(list: Stretch, m: RegExpExecArray): readonly Token[] {
  const { list: pages, of } = m.groups ?? {};
  if (pages === undefined) return [];
  const own = part(list, m.index + m[0].indexOf(pages));
  const ranges = matches(pageRange, pages);
  return ranges.map((range, index): Token => {
    const { first = "", last = first } = range.groups ?? {};
    return {
      kind: "pages",
      ...spanIn(own, range.index, range[0].length),
      first: Number(first),
      last: lastPage(first, last),
      of: index === ranges.length - 1 && of !== undefined ? Number(of) : undefined,
    };
  });
}

/** The last page of a range; "335-36" means 335 to 336. */
function lastPage(first: string, last: string): number {
  return Number(last.length < first.length ? first.slice(0, first.length - last.length) + last : last);
}

/** What stands among topics and is none, whatever its case. */
export const besideTopics: readonly Form[] = [
  { words: /and/, example: "and" },
  { words: /guidelines?/, example: "Guidelines" },
  { words: /\d{1,2}(?:st|nd|rd|th) ed(?:ition)?(?:\.? \((?:19|20)\d\d\))?/, example: "14th Edition (2016)" },
  { words: /\(?(?:19|20)\d\d\)?/, example: "(2016)" },
  { words: /(?:accessed|retrieved|available)(?: (?:from|on|at|via)\b.{0,40})?/, example: "accessed from" },
  { words: /on [\d/-]+/, example: "on 12/17/2016" },
];
const besideTopic = new RegExp(`^(?:${anyOf(besideTopics, "").source})$`, "i");

const bracketOrCut = /[()]|[,;](?= )/g;

/** Topics or sections: cut at commas and semicolons that stand outside brackets. */
function topicTokens(list: Stretch): readonly Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let from = 0;
  const add = (to: number) => {
    const piece = part(list, from, to);
    const value = topicIn(piece.words);
    if (value !== "")
      tokens.push({ kind: "topic", ...spanIn(piece, piece.words.indexOf(value), value.length), value });
    from = to + 1;
  };
  for (const { 0: mark, index } of matches(bracketOrCut, list.words)) {
    if (mark === "(") depth++;
    else if (mark === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) add(index);
  }
  add(list.words.length);
  return tokens;
}

/** The topic's own words; empty where there are none. */
function topicIn(piece: string): string {
  const words = withoutMarks(piece);
  if (words === "") return "";
  const value = words.replace(/^(?:and|Guidelines?|Section) /i, "").trim();
  return /[A-Za-z0-9]/.test(value) && !besideTopic.test(value) ? value : "";
}

/** Without the spaces and marks around it. */
function withoutMarks(piece: string): string {
  let start = 0;
  let end = piece.length;
  while (start < end && " .,;:&-".includes(piece[start] as string)) start++;
  while (end > start && " .,;:".includes(piece[end - 1] as string)) end--;
  return piece.slice(start, end);
}
