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
  if (!context.endsLine || (context.asked === "typed" && typed === "")) return [];
  const due = dueLabel(context) ?? dueSection(context);
  if (due === undefined || !startsWithIgnoreCase(due.label, typed)) return [];
  if (context.asked === "typed" && (!due.label.startsWith(typed) || typed.length < due.least)) return [];
  const { kind, label, words, snippet = false, goesOn } = due;
  const gap = lacksEmptyLine(context) ? lineEnd(context.letter.text) : "";
  return [{ kind, label, goesOn, snippet, start, text: `${gap}${words}`, filter: label }];
};

interface Due {
  readonly kind: "label" | "section";
  readonly label: string;
  readonly words: string;
  readonly snippet?: boolean;
  readonly goesOn: boolean;
  /** So many letters of it leave no doubt that it is meant. */
  readonly least: number;
}

const order: readonly PartKind[] = ["claims", "reviewer", "rationale"];

/** The next part of the issue above, when what stands above the line is finished. */
function dueLabel(context: CompletionContext): Due | undefined {
  const { issue, line, section, letter } = context;
  if (section !== undefined && section.kind !== "issues") return undefined;
  const above = issue?.parts.findLast((part) => part.label.end <= line);
  const text = letter.text.slice(above?.label.end ?? letter.span.start, line);
  const next = context.headingAbove ? "claims" : nextPart(context, above?.kind);
  if (next === undefined || (above && next !== "claims" && !endsSentence(text))) return undefined;
  const goesOn = next !== "rationale";
  return { kind: "label", label: labels[next], words: `${labels[next]} `, least: 1, goesOn };
}

/** The first part that the issue lacks between the one above the cursor and the one below it. */
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

/** The section that follows the one above in the forms in use since 2014, where the letter lacks it. */
function dueSection(context: CompletionContext): Due | undefined {
  const { letter, section, line, offset } = context;
  const { text, generation } = letter;
  if (generation === "G1" || generation === "G2" || generation === "GX") return undefined;
  const above = text.slice(letter.span.start, line);
  const next = section ? following[section.kind] : above.trim() === "" ? "how" : undefined;
  if (next === undefined || letter.sections.some(({ kind }) => kind === next)) return undefined;
  if (letter.issues.some((issue) => issue.span.start < offset)) return undefined;
  const least = section ? leastFor(context, section) : 1;
  if (least === undefined) return undefined;
  const { heading } = sections[next];
  const [gap, newLine] = [paragraphBreak(text), lineEnd(text)];
  const paragraphs = openingOf(next, generation === "G3a" ? "2014" : "2016").join(gap);
  const words = `${heading}${newLine}${paragraphs.replaceAll("\n", newLine)}${gap}`;
  return { kind: "section", label: heading, words, snippet: next === "how", goesOn: false, least };
}

/** The fixed wording below a section's heading; on how the review was made, with blanks for who made it. */
const openingOf = (kind: Kind, form: TemplateForm): readonly string[] =>
  kind === "how" ? [howParagraph(form), credentialsBlock(tabStops())] : [sections[kind].opening];

/** Undefined where the section above is not finished. A paragraph of prose may begin with any one letter. */
function leastFor(context: CompletionContext, { kind, heading }: Section): number | undefined {
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

/** True where the letter parts its blocks by an empty line and none stands above. */
function lacksEmptyLine({ letter, line, offset }: CompletionContext): boolean {
  const { text, span, issues } = letter;
  if (text.slice(span.start, line).trim() === "" || hasEmptyLineAbove(text, line)) return false;
  const others = issues
    .flatMap((issue) => issue.parts)
    .filter(({ label }) => label.end < line || label.start > offset);
  return others.length === 0 || others.some(({ label }) => hasEmptyLineAbove(text, label.start));
}
