/** The steps of *Expand Selection*: word, sentence, part, issue, section, letter. */

import { guidelineOf, guidelineWords, topicsOf } from "../../analysis/citedGuidelines.ts";
import { sentencesIn } from "../../base/sentences.ts";
import type { Span } from "../../base/span.ts";
import { covers, touches } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { letterAt } from "../../letter/issueAt.ts";
import type { FieldValue, GuidelinePart, Issue, Letter, RationalePart, Section } from "../../letter/types.ts";

/**
 * For each offset, the ranges that contain it or end at it, from the innermost outward, each strictly within the next.
 * The last is always the whole text.
 */
export function selectionRanges(
  letter: Letter,
  knowledge: Knowledge,
  offsets: readonly number[],
): readonly (readonly Span[])[] {
  const sentencesOf = cached((span: Span) => sentencesIn(letter.text, span));
  return offsets.map((offset) => {
    const at = Math.min(Math.max(0, offset), letter.text.length);
    return nested(
      [...candidates(letter, knowledge, at, sentencesOf), { start: 0, end: letter.text.length }],
      at,
    );
  });
}

type SentencesOf = (span: Span) => readonly Span[];

function candidates(
  whole: Letter,
  knowledge: Knowledge,
  offset: number,
  sentencesOf: SentencesOf,
): readonly Span[] {
  const word = wordAt(whole.text, offset);
  const letter = letterAt(whole, offset) ?? letterAt(whole, offset - 1) ?? whole;
  const section = nearest(letter.sections, offset);
  const issue = nearest(letter.issues, offset);
  return [
    word,
    ...(section ? inSection(letter, section, offset, sentencesOf) : []),
    ...(issue ? inIssue(letter.text, issue, offset, knowledge, sentencesOf) : []),
    letter.span,
  ].filter((span) => span !== undefined);
}

function inSection(
  letter: Letter,
  section: Section,
  offset: number,
  sentencesOf: SentencesOf,
): readonly Span[] {
  const { kind, heading, body, span } = section;
  const outer = [heading, span];
  if (kind === "frontMatter") return [...fields(letter, offset), ...outer];
  const narrative = kind === "summary" ? letter.summary?.narrative : undefined;
  const first = narrative?.start ?? (kind === "issues" ? letter.issues[0]?.span.start : undefined);
  const opening = { start: body.start, end: Math.max(body.start, first ?? body.end) };
  const paragraph = [narrative, opening].find((one) => one && touches(one, offset));
  const { credentials } = letter;
  const qualifications =
    kind === "how" && credentials ? [credentials.licensure, credentials.specialty, credentials.span] : [];
  const issuesBody = kind === "issues" ? [] : [body];
  return [
    ...(paragraph ? sentencesOf(paragraph) : []),
    ...(narrative ? [narrative] : []),
    ...qualifications.filter((one) => one !== undefined),
    ...issuesBody,
    ...outer,
  ];
}

/** Labels and values, and each value together with its label if that is right before it. */
function fields({ text, frontMatter }: Letter, offset: number): readonly Span[] {
  const all = Object.values(frontMatter ?? {}).filter((one): one is FieldValue => "label" in one);
  return all
    .filter(({ label, value }) => touches(label, offset) || touches(value, offset))
    .flatMap(({ label, value }) => {
      const together = /^:?[^\S\n\r\f]*$/.test(text.slice(label.end, Math.max(label.end, value.start)));
      return [
        label,
        value,
        ...(together ? [{ start: label.start, end: Math.max(label.end, value.end) }] : []),
      ];
    });
}

function inIssue(
  text: string,
  issue: Issue,
  offset: number,
  knowledge: Knowledge,
  sentencesOf: SentencesOf,
): readonly Span[] {
  const { heading, span } = issue;
  const part = nearest(issue.parts, offset);
  return [
    heading.treatmentSpan,
    heading.span,
    ...(part ? [...inPart(text, part, knowledge, sentencesOf), part.label, part.body, part.span] : []),
    span,
  ];
}

function inPart(
  text: string,
  part: GuidelinePart | RationalePart,
  knowledge: Knowledge,
  sentencesOf: SentencesOf,
): readonly Span[] {
  if (part.kind === "rationale") return part.sentences;
  const fixedSentences = { start: part.body.start, end: part.citations[0]?.span.start ?? part.body.end };
  return [
    ...sentencesOf(fixedSentences),
    ...part.citations.flatMap((citation) => {
      const guideline = guidelineOf(citation, knowledge);
      return [
        ...citation.pages.map((pages) => pages.span),
        ...citation.topics.map((topic) => topic.span),
        ...(guideline ? topicsOf(citation, guideline, knowledge) : []),
        guidelineWords(text, citation),
        citation.span,
      ];
    }),
  ].filter((span) => span !== undefined);
}

/** The one that contains the offset or, if there is none, that ends there. */
function nearest<T extends { readonly span: Span }>(all: readonly T[], offset: number): T | undefined {
  return all.find(({ span }) => covers(span, offset)) ?? all.find(({ span }) => span.end === offset);
}

/** The spans around the offset, from the smallest outward: each that contains the one before it. */
function nested(all: readonly Span[], offset: number): readonly Span[] {
  const kept: Span[] = [];
  const around = all
    .filter((span) => touches(span, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  for (const { start, end } of around) {
    const inner = kept.at(-1);
    if (start === end) continue;
    if (inner && (start > inner.start || end < inner.end || end - start === inner.end - inner.start))
      continue;
    kept.push({ start, end });
  }
  return kept.length > 0 ? kept : [{ start: offset, end: offset }];
}

/** The same as in language-configuration.json, so the first step selects the same word as a double-click. */
export const wordPattern =
  "#?\\d+(?:[.,/-]\\d+)*(?:%|[A-Za-z]+)?|[A-Za-z\\u00C0-\\u024F][A-Za-z\\d\\u00C0-\\u024F]*(?:['’-][A-Za-z\\d\\u00C0-\\u024F]+)*";

const words = new RegExp(wordPattern, "g");
/** Longer words are cut. */
const maxWordLength = 200;

/** The word that contains the offset or, if there is none, that ends there. */
function wordAt(text: string, offset: number): Span | undefined {
  let start = offset;
  while (start > 0 && start > offset - maxWordLength && /\S/.test(text.charAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && end < offset + maxWordLength && /\S/.test(text.charAt(end))) end++;
  const found = Array.from(text.slice(start, end).matchAll(words), (match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
  return found.find((word) => covers(word, offset)) ?? found.find((word) => word.end === offset);
}

/** Caches the sentences of each span. */
function cached(compute: SentencesOf): SentencesOf {
  const known = new Map<string, readonly Span[]>();
  return (span) => {
    const key = `${span.start} ${span.end}`;
    const result = known.get(key) ?? compute(span);
    known.set(key, result);
    return result;
  };
}
