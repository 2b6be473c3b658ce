/** The label or section heading that comes next, at the start of a line. */

import { lineEnd, paragraphBreak } from "../../../base/edits.ts";
import { tabStops } from "../../../base/snippet.ts";
import { howParagraph, labels, sections, type TemplateForm } from "../../../letter/standardWording.ts";
import type { PartKind, Section } from "../../../letter/types.ts";
import { credentialsBlock } from "../templates/letterBlocks.ts";
import type { CompletionContext, CompletionProvider } from "./context.ts";
import { endsSentence, hasEmptyLineAbove } from "./place.ts";
import { startsWithIgnoreCase, typedFrom } from "./prefix.ts";

export const nextElementSuggestions: CompletionProvider = (context) => {
  const start = context.firstWord;
  const typed = typedFrom(context, start);
  if (!context.endsLine || (context.trigger === "typed" && typed === "")) return [];
  const next = nextLabel(context) ?? nextSection(context);
  if (next === undefined || !startsWithIgnoreCase(next.label, typed)) return [];
  if (context.trigger === "typed" && (!next.label.startsWith(typed) || typed.length < next.minTypedLength))
    return [];
  const { kind, label, words, snippet = false, goesOn } = next;
  const gap = needsEmptyLine(context) ? lineEnd(context.letter.text) : "";
  return [{ kind, label, goesOn, snippet, start, text: `${gap}${words}`, filter: label }];
};

interface NextElement {
  readonly kind: "label" | "section";
  readonly label: string;
  readonly words: string;
  readonly snippet?: boolean;
  readonly goesOn: boolean;
  /** How much of the label must be typed before it is suggested without being requested. */
  readonly minTypedLength: number;
}

const order: readonly PartKind[] = ["claims", "reviewer", "rationale"];

/** The label of the next part of the issue above, if the text above the line is finished. */
function nextLabel(context: CompletionContext): NextElement | undefined {
  const { issue, line, section, letter } = context;
  if (section !== undefined && section.kind !== "issues") return undefined;
  const above = issue?.parts.findLast((part) => part.label.end <= line);
  const text = letter.text.slice(above?.label.end ?? letter.span.start, line);
  const next = context.headingAbove ? "claims" : nextPart(context, above?.kind);
  if (next === undefined || (above && next !== "claims" && !endsSentence(text))) return undefined;
  const goesOn = next !== "rationale";
  return { kind: "label", label: labels[next], words: `${labels[next]} `, minTypedLength: 1, goesOn };
}

/** The first missing part between the one above the cursor and the one below it. */
function nextPart(
  { issue, line, offset }: CompletionContext,
  above: PartKind | undefined,
): PartKind | undefined {
  if (issue === undefined || issue.heading.span.end > line) return undefined;
  if (above === undefined && issue.heading.span.end === issue.heading.span.start) return undefined;
  const below = issue.parts.find((part) => part.label.start >= offset)?.kind;
  const next = order
    .slice(above === undefined ? 0 : order.indexOf(above) + 1)
    .find((kind) => issue[kind] === undefined);
  if (next === undefined || below === undefined) return next;
  return order.indexOf(next) < order.indexOf(below) ? next : undefined;
}

type Kind = keyof typeof sections;

const following: Readonly<Partial<Record<Section["kind"], Kind>>> = {
  frontMatter: "how",
  how: "summary",
  summary: "issues",
};

/** The section after the one above, in the formats in use since 2014, if the letter doesn't have it. */
function nextSection(context: CompletionContext): NextElement | undefined {
  const { letter, section, line, offset } = context;
  const { text, generation } = letter;
  if (generation === "G1" || generation === "G2" || generation === "GX") return undefined;
  const above = text.slice(letter.span.start, line);
  const next = section ? following[section.kind] : above.trim() === "" ? "how" : undefined;
  if (next === undefined || letter.sections.some(({ kind }) => kind === next)) return undefined;
  if (letter.issues.some((issue) => issue.span.start < offset)) return undefined;
  const minTypedLength = section ? minTypedLengthAfter(context, section) : 1;
  if (minTypedLength === undefined) return undefined;
  const { heading } = sections[next];
  const [gap, newLine] = [paragraphBreak(text), lineEnd(text)];
  const paragraphs = openingOf(next, generation === "G3a" ? "2014" : "2016").join(gap);
  const words = `${heading}${newLine}${paragraphs.replaceAll("\n", newLine)}${gap}`;
  return { kind: "section", label: heading, words, snippet: next === "how", goesOn: false, minTypedLength };
}

/** The standard wording below a section's heading; for the section on how the review was made, also the credentials. */
const openingOf = (kind: Kind, form: TemplateForm): readonly string[] =>
  kind === "how" ? [howParagraph(form), credentialsBlock(tabStops())] : [sections[kind].opening];

/** Undefined if the section above isn't finished. After prose it is 2, as another paragraph may begin with the same letter. */
function minTypedLengthAfter(context: CompletionContext, { kind, heading }: Section): number | undefined {
  const { letter, line } = context;
  if (kind === "frontMatter") return 1;
  const written = letter.text.slice(heading.end, line);
  if (kind === "summary" && (letter.summary?.narrative.start ?? line) >= line) return undefined;
  if (written.trim() === "" || !hasEmptyLineAbove(letter.text, line)) return undefined;
  const { credentials } = letter;
  const qualified = credentials?.form === "sentence" ? credentials.span : credentials?.specialty;
  if (kind === "how") return qualified && qualified.start < line ? 1 : 2;
  return endsSentence(written) ? 2 : undefined;
}

/** Whether the letter separates its blocks with empty lines, and there is none above the cursor's line. */
function needsEmptyLine({ letter, line, offset }: CompletionContext): boolean {
  const { text, span, issues } = letter;
  if (text.slice(span.start, line).trim() === "" || hasEmptyLineAbove(text, line)) return false;
  const others = issues
    .flatMap((issue) => issue.parts)
    .filter(({ label }) => label.end < line || label.start > offset);
  return others.length === 0 || others.some(({ label }) => hasEmptyLineAbove(text, label.start));
}
