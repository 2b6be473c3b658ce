import type { Knowledge } from "../knowledge/types.ts";
import type { Issue, Letter, Span } from "../letter/types.ts";
import { guidelineParts, guidelineWords } from "./cited.ts";
import { dosesAfter } from "./doses.ts";
import { drugMentions } from "./drugMentions.ts";
import { lettersIn } from "./letters.ts";
import { linesOf, merged, ordered } from "./tokenLayers.ts";
import type { Token, TokenType } from "./types.ts";

/**
 * What is coloured: headings, labels, treatments and decisions, drugs and doses, and what citations name. Drugs and
 * doses show through what surrounds them. `within` restricts the answer to the tokens that touch it.
 */
export function semanticTokens(letter: Letter, knowledge: Knowledge, within?: Span): readonly Token[] {
  const wanted = within ?? { start: 0, end: letter.text.length };
  return lettersIn(letter)
    .filter((one) => touches(one.span, wanted))
    .flatMap((one) => {
      const around = merged(ordered(structure(one, wanted)), ordered(drugsAndDoses(one, knowledge, wanted)));
      return linesOf(one.text, around);
    })
    .filter((token) => touches(token, wanted));
}

function structure(letter: Letter, wanted: Span): readonly Token[] {
  return [
    ...letter.sections.map((section) => token("section", section.heading)),
    ...frontMatterLabels(letter),
    ...credentialLabels(letter),
    ...letter.issues
      .filter((issue) => touches(issue.span, wanted))
      .flatMap((i) => issueTokens(letter.text, i)),
  ];
}

function frontMatterLabels({ frontMatter }: Letter): readonly Token[] {
  if (frontMatter === undefined) return [];
  const { span: _, ...fields } = frontMatter;
  return Object.values(fields).map((field) => token("label", field.label));
}

/** The parser gives the values of the credentials block; the label is what precedes a value in its line. */
function credentialLabels({ text, credentials }: Letter): readonly Token[] {
  if (credentials?.form !== "block") return [];
  const { start } = credentials.span;
  return [credentials.licensure, credentials.specialty]
    .filter((value) => value !== undefined)
    .map((value) => {
      const before = text.slice(start, value.start);
      const end = before.lastIndexOf(":") + 1;
      const lineStart = Math.max(before.lastIndexOf("\n", end), before.lastIndexOf("\r", end)) + 1;
      return token("label", { start: start + lineStart, end: start + end });
    });
}

function issueTokens(text: string, issue: Issue): readonly Token[] {
  const { heading } = issue;
  const citations = guidelineParts(issue).flatMap((part) => part.citations);
  return [
    token("treatment", heading.request),
    ...(heading.decision ? [token("decision", heading.decision.span)] : []),
    ...[issue.claims, issue.reviewer, issue.rationale]
      .filter((part) => part !== undefined)
      .map((part) => token("label", part.label)),
    ...citations.flatMap((citation) => [
      ...citation.topics.map((topic) => token("topic", topic.span)),
      ...citation.pages.map((pages) => token("pages", pages.span)),
      ...[guidelineWords(text, citation)].filter((w) => w !== undefined).map((w) => token("guideline", w)),
    ]),
  ];
}

function drugsAndDoses(letter: Letter, knowledge: Knowledge, wanted: Span): readonly Token[] {
  const drugs = letter.sections
    .filter((section) => section.kind !== "frontMatter" && touches(section.body, wanted))
    .flatMap((section) => {
      const span = {
        start: Math.max(section.body.start, wanted.start),
        end: Math.min(section.body.end, wanted.end),
      };
      return drugMentions(letter.text, span, section.body, knowledge);
    });
  return [
    ...drugs.map((mention) => token("drug", mention)),
    ...drugs.flatMap((mention) => dosesAfter(letter.text, mention.end)).map((dose) => token("dose", dose)),
    ...letter.issues
      .flatMap(({ heading }) => [...heading.strengths, ...heading.counts])
      .map((dose) => token("dose", dose.span)),
  ];
}

const token = (type: TokenType, { start, end }: Span): Token => ({ type, start, end });

const touches = (span: Span, wanted: Span): boolean => span.start < wanted.end && span.end > wanted.start;
