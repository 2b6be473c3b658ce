import { guidelineParts, guidelineWords } from "../../analysis/citedGuidelines.ts";
import { dosesOf, drugMentionsWithin } from "../../analysis/drugMentions.ts";
import { quantitiesInHeading } from "../../analysis/treatment/headingQuantities.ts";
import { createIndexOfAny } from "../../base/matchAll.ts";
import type { Span } from "../../base/span.ts";
import { overlaps } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { lettersIn } from "../../letter/letters.ts";
import { caseDetails } from "../../letter/standardWording.ts";
import type { Citation, FrontMatterField, Issue, Letter } from "../../letter/types.ts";
import type { Token, TokenType } from "../types.ts";
import { linesOf, merged, ordered } from "./tokenLayers.ts";

/**
 * What is colored: headings, labels, treatments and decisions, drugs and doses, and what citations name. Drugs and
 * doses replace the part of a token that they are in. `within` restricts the result to the tokens that overlap it.
 */
export function semanticTokens(letter: Letter, knowledge: Knowledge, within?: Span): readonly Token[] {
  const requested = within ?? { start: 0, end: letter.text.length };
  const tokens: Token[] = [];
  // The letters of a file share one text, and are in order in it.
  const lineEndFrom = createIndexOfAny(letter.text, ["\n", "\r"]);
  for (const one of lettersIn(letter)) {
    if (!overlaps(one.span, requested)) continue;
    const around = merged(
      ordered(structure(one, requested)),
      ordered(drugsAndDoses(one, knowledge, requested)),
    );
    for (const token of linesOf(one.text, around, lineEndFrom))
      if (overlaps(token, requested)) tokens.push(token);
  }
  return tokens;
}

function structure(letter: Letter, requested: Span): readonly Token[] {
  const tokens = letter.sections.map((section) => token("section", section.heading));
  tokens.push(...frontMatterLabels(letter), ...credentialLabels(letter));
  for (const issue of letter.issues) {
    if (overlaps(issue.span, requested)) addIssue(tokens, letter.text, issue);
  }
  return tokens;
}

const fields = Object.keys(caseDetails) as readonly FrontMatterField[];

function frontMatterLabels({ frontMatter }: Letter): readonly Token[] {
  if (frontMatter === undefined) return [];
  const labels = fields.map((field) => frontMatter[field]?.label).filter((label) => label !== undefined);
  return labels.map((label) => token("label", label));
}

/** The parser only has the values of the credentials block. A label is what precedes its value in the line. */
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

function addIssue(tokens: Token[], text: string, issue: Issue): void {
  const { request, decision } = issue.heading;
  tokens.push(token("treatment", request));
  if (decision) tokens.push(token("decision", decision.span));
  for (const part of [issue.claims, issue.reviewer, issue.rationale]) {
    if (part) tokens.push(token("label", part.label));
  }
  for (const part of guidelineParts(issue)) {
    for (const citation of part.citations) addCitation(tokens, text, citation);
  }
}

function addCitation(tokens: Token[], text: string, citation: Citation): void {
  for (const topic of citation.topics) tokens.push(token("topic", topic.span));
  for (const pages of citation.pages) tokens.push(token("pages", pages.span));
  const guideline = guidelineWords(text, citation);
  if (guideline) tokens.push(token("guideline", guideline));
}

function drugsAndDoses(letter: Letter, knowledge: Knowledge, requested: Span): readonly Token[] {
  const tokens: Token[] = [];
  for (const { kind, body } of letter.sections) {
    if (kind === "frontMatter" || !overlaps(body, requested)) continue;
    for (const mention of drugMentionsWithin(letter, body, knowledge)) {
      if (!overlaps(mention, requested)) continue;
      tokens.push(token("drug", mention));
      for (const dose of dosesOf(letter, mention, knowledge)) tokens.push(token("dose", dose));
    }
  }
  for (const { heading } of letter.issues) {
    for (const quantity of quantitiesInHeading(heading, letter.text)) {
      if (quantity.numbers.length > 0) tokens.push(token("dose", quantity));
    }
  }
  return tokens;
}

const token = (type: TokenType, { start, end }: Span): Token => ({ type, start, end });
