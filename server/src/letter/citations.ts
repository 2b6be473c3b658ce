/** Splits a guideline part into the sources it names. */
import type { Flat } from "./flat.ts";
import { mtusChapters } from "./forms.ts";
import { matches, withoutMatches } from "./matches.ts";
import { publishers } from "./publishers.ts";
import type { Citation, GuidelinePart, PageRange, Part, Stated } from "./types.ts";

const citesNothing = /\bdid not cite any medical evidence for (?:its|their|his|her|his\/her) decision\b\.?/i;
const outsideMtus =
  /\bbased (?:their|its|his|her|his\/her) decision on recommendation\(?s?\)? outside of the MTUS Guidelines\b\.?/i;

/** Where a source begins: what leads to it, and of which kind it is. */
const leads =
  /(?:\bDecision based on |\band )?\b(?:(Non-? ?MTUS)(?: Citation)?|(Other Medical Treatment Guidelines?)|(MTUS))(?![\w-])[ ,:]*/gi;
const decisionBasedOn = /\bDecision based on $/i;

/** The name of a chapter with the year that makes it one, or with what was meant for one (2106). */
const chapterNames = mtusChapters.map((name) => name.replace(/[ -]/g, "[ -]")).join("|");
const namedChapter = new RegExp(`\\b(${chapterNames})(?: Guidelines?)?,? (\\d{4})\\b(?: Guidelines?)?`, "gi");
const otherChapter = /^([A-Z][^.;:]{2,80}?),? ((?:19|20)\d\d)\b(?: Guidelines?)?(?=[,.]| and |$)/;
/** A known chapter that lost its year. */
const chapterWithoutYear = new RegExp(
  `^(${chapterNames})(?: Guidelines?)?(?= ?[,.]| \\d| Section| and |$)`,
  "i",
);
/** G3a: a guideline without a year. */
const guidelineWithoutYear =
  /^((?:(?:Chronic Pain|Acupuncture|Post-?surgical|Opioids?)(?: Medical)? Treatment|Physical Medicine|Medical Treatment) Guidelines?|ACOEM(?: Practice Guidelines| Guidelines)?(?:,? ?Chapter \d{1,2}(?: (?:[A-Z][a-z]+|and|,) ?){0,6}(?:Complaints|Disorders|Conditions))?)/i;

const pageNumbers = "\\d{1,4}(?: ?- ?\\d{1,4})?";
/** Pages, or the label of pages or sections alone: all that stands among the topics and is none. */
const pagesOrLabel = new RegExp(
  [
    `\\b(?:Pages?\\(?s?\\)?|pgs?|pp?)(?:\\.| ?:){0,3}(?: of)? ?(${pageNumbers}(?:(?:,? and |, ?|; ?| & ?)${pageNumbers})*)(?: of (\\d{1,4}))?(?![\\w])`,
    "\\bPages?\\(s\\) ?:",
    "\\bSections?\\(?s?\\)? ?:",
  ].join("|"),
  "gi",
);
const pageRange = /(\d{1,4})(?: ?- ?(\d{1,4}))?/g;
const anyYear = /(?<![\d/-])((?:19|20)\d\d)(?![\d/-])/;

/** Details of a claims-administrator or reviewer guideline part, from the flat view of its body. */
export function readGuidelinePart(
  part: Part & { readonly kind: "claims" | "reviewer" },
  flat: Flat,
): GuidelinePart {
  const find = (form: RegExp) => {
    const m = form.exec(flat.text);
    return m ? flat.span(m.index, m.index + m[0].length) : undefined;
  };
  const { kind, label, body, span } = part;
  return {
    kind,
    label,
    body,
    span,
    citations: readCitations(flat),
    citesNothing: find(citesNothing),
    outsideMtus: find(outsideMtus),
  };
}

interface Source {
  readonly kind: Citation["kind"];
  readonly start: number;
  /** Where the source's own words begin. */
  readonly from: number;
  end: number;
}

function readCitations(flat: Flat): readonly Citation[] {
  const found: Citation[] = [];
  for (const source of sources(flat.text)) {
    if (source.kind === "mtus") found.push(...mtusCitations(flat, source));
    else found.push(otherCitation(flat, source));
  }
  return found;
}

function sources(flat: string): readonly Source[] {
  const found: Source[] = [];
  for (const m of matches(leads, flat)) {
    const kind = m[1] ? "nonMtus" : m[2] ? "other" : "mtus";
    const led =
      /^Decision based on /i.test(m[0]) ||
      decisionBasedOn.test(flat.slice(Math.max(0, m.index - 18), m.index));
    // "MTUS" in passing, as in "outside of the MTUS Guidelines", begins nothing.
    if (kind === "mtus" && !led) continue;
    const last = found.at(-1);
    if (last) last.end = m.index;
    const start = m.index + (/^and /i.test(m[0]) ? 4 : 0);
    found.push({ kind, start, from: m.index + m[0].length, end: flat.length });
  }
  return found;
}

/** One citation per chapter: "Low Back Complaints 2004, Section(s): Summary, and Chronic Pain … 2016, Section(s): …". */
function mtusCitations(flat: Flat, source: Source): readonly Citation[] {
  const words = flat.text.slice(source.from, source.end);
  const heads = chapterHeads(words);
  if (heads.length === 0)
    return [citation(flat, source.kind, source.start, source.end, words, undefined, undefined)];
  return heads.map((head, i) => {
    const start = i === 0 ? source.start : source.from + head.at;
    const end = source.from + (heads[i + 1]?.at ?? words.length);
    const name: Stated<string> = {
      span: flat.span(source.from + head.at, source.from + head.at + head.name.length),
      value: head.name,
    };
    const year: Stated<number> | undefined = head.year && {
      span: flat.span(source.from + head.year.at, source.from + head.year.at + 4),
      value: head.year.value,
    };
    const own = flat.text.slice(source.from + head.end, end);
    return citation(flat, source.kind, start, end, own, name, year);
  });
}

interface ChapterHead {
  readonly at: number;
  readonly end: number;
  readonly name: string;
  readonly year: { readonly at: number; readonly value: number } | undefined;
}

function chapterHeads(words: string): readonly ChapterHead[] {
  const heads: ChapterHead[] = [];
  const add = (m: RegExpExecArray) => {
    const [all, name, year] = m as unknown as [string, string, string];
    const at = m.index + all.lastIndexOf(year);
    heads.push({ at: m.index, end: m.index + all.length, name, year: { at, value: Number(year) } });
  };
  for (const m of matches(namedChapter, words)) add(m);
  if (heads[0]?.at === 0) return heads;
  const first = words.slice(0, heads[0]?.at ?? words.length);
  const unknown = otherChapter.exec(first);
  if (unknown) {
    const known = [...heads];
    heads.length = 0;
    add(unknown);
    return [...heads, ...known];
  }
  const old = guidelineWithoutYear.exec(first) ?? chapterWithoutYear.exec(first);
  if (!old) return heads;
  return [{ at: 0, end: old[0].length, name: (old[1] as string).trim(), year: undefined }, ...heads];
}

function otherCitation(flat: Flat, source: Source): Citation {
  const words = flat.text.slice(source.from, source.end);
  const named = findPublisher(words);
  const year = anyYear.exec(words);
  const at = (index: number, length: number) => flat.span(source.from + index, source.from + index + length);
  return citation(
    flat,
    source.kind,
    source.start,
    source.end,
    named
      ? words.slice(0, named.index) + cut(named.name) + words.slice(named.index + named.name.length)
      : words,
    named && { span: at(named.index, named.name.length), value: named.name },
    year ? { span: at(year.index, 4), value: Number(year[1]) } : undefined,
  );
}

/** The publisher named first. */
function findPublisher(words: string): { readonly index: number; readonly name: string } | undefined {
  let first: { index: number; name: string } | undefined;
  for (const form of publishers) {
    const m = form.exec(words);
    if (m && (!first || m.index < first.index)) first = { index: m.index, name: m[0].trim() };
  }
  return first;
}

/** A citation of the source whose topics and pages stand in `words`, which end where the source does. */
function citation(
  flat: Flat,
  kind: Citation["kind"],
  start: number,
  end: number,
  words: string,
  guideline: Stated<string> | undefined,
  year: Stated<number> | undefined,
): Citation {
  const from = end - words.length;
  const found = matches(pagesOrLabel, words);
  return {
    kind,
    span: flat.span(start, trimmed(flat.text, start, end)),
    guideline,
    year,
    topics: readTopics(flat, from, withoutMatches(words, found)),
    pages: readPages(flat, from, found),
  };
}

/** Where a source's own words end: without the "and" or comma that leads to the next one. */
function trimmed(flat: string, start: number, end: number): number {
  const tail = Math.max(start, end - ", and ".length);
  return tail + flat.slice(tail, end).search(/(?:,? and|,)? *$/);
}

/** As long as the words, so that offsets stay; topics before and after do not belong together. */
function cut(words: string): string {
  return ";".padEnd(words.length);
}

function readPages(flat: Flat, from: number, found: readonly RegExpExecArray[]): readonly PageRange[] {
  const pages: PageRange[] = [];
  for (const m of found) {
    const [all, list, of] = m;
    if (list === undefined) continue;
    const listAt = from + m.index + all.indexOf(list);
    const ranges = matches(pageRange, list);
    ranges.forEach((r, i) => {
      const [range, first, last] = r as unknown as [string, string, string | undefined];
      pages.push({
        span: flat.span(listAt + r.index, listAt + r.index + range.length),
        first: Number(first),
        last: lastPage(first, last ?? first),
        of: i === ranges.length - 1 && of !== undefined ? Number(of) : undefined,
      });
    });
  }
  return pages;
}

/** The last page of a range; "335-36" means 335 to 336. */
function lastPage(first: string, last: string): number {
  return Number(last.length < first.length ? first.slice(0, first.length - last.length) + last : last);
}

/** Without the spaces and marks around it. */
function withoutMarks(piece: string): string {
  let start = 0;
  let end = piece.length;
  while (start < end && " .,;:&-".includes(piece[start] as string)) start++;
  while (end > start && " .,;:".includes(piece[end - 1] as string)) end--;
  return piece.slice(start, end);
}

/** An edition, a year, a day of access. */
const notTopic =
  /^(?:and|guidelines?|\d{1,2}(?:st|nd|rd|th) ed(?:ition)?(?:\.? \((?:19|20)\d\d\))?|\(?(?:19|20)\d\d\)?|(?:accessed|retrieved|available)(?: (?:from|on|at|via)\b.{0,40})?|on [\d/-]+)$/i;

const bracketOrCut = /[()]|[,;](?= )/g;

/** Topics or sections: cut at commas and semicolons that stand outside brackets, and at full stops that end a title. */
function readTopics(flat: Flat, from: number, words: string): readonly Stated<string>[] {
  const topics: Stated<string>[] = [];
  let depth = 0;
  let start = 0;
  const push = (end: number) => {
    const piece = withoutMarks(words.slice(start, end));
    const value = piece === "" ? "" : piece.replace(/^(?:and|Guidelines?|Section) /i, "").trim();
    if (value !== "" && /[A-Za-z0-9]/.test(value) && !notTopic.test(value)) {
      const valueAt = words.indexOf(value, start);
      topics.push({ span: flat.span(from + valueAt, from + valueAt + value.length), value });
    }
    start = end + 1;
  };
  for (const { 0: mark, index } of matches(bracketOrCut, words)) {
    if (mark === "(") depth++;
    else if (mark === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) push(index);
  }
  push(words.length);
  return topics;
}
