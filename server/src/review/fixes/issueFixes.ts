/** Fixes for a missing decision, and for a missing or empty part of an issue. */

import { paragraphBreak } from "../../base/edits.ts";
import { isBlank, trim } from "../../base/flatText.ts";
import { plainInSnippet } from "../../base/snippet.ts";
import type { Span } from "../../base/span.ts";
import {
  basedOn,
  conclusion,
  decisions,
  labels,
  necessity,
  parties,
  sentencePlaceholders,
  undecided,
} from "../../letter/standardWording.ts";
import type { Issue, Letter, Part, PartKind } from "../../letter/types.ts";
import { type Fix, insertion, replacement } from "./fix.ts";

/** The decision that the conclusion calls for, or both decisions if there is no conclusion. */
export function decisionFixes(letter: Letter, { heading, rationale }: Issue): readonly Fix[] {
  const concluded = rationale?.conclusion;
  const { upheld, overturned } = decisions;
  const words = concluded ? [concluded.necessary ? overturned : upheld] : [upheld, overturned];
  const applicability = concluded ? "safe" : "alternative";
  return words.map((word) => {
    if (heading.decision)
      return replacement(
        `Change “${heading.decision.text}” to “${word}”`,
        heading.decision.span,
        word,
        applicability,
      );
    const { end } = heading.span;
    const colon = letter.text[end - 1] === ":" ? " " : ": ";
    return insertion(`Add the decision “${word}”`, end, `${colon}${word}`, applicability);
  });
}

/** How a part without its label begins. */
const openings: Readonly<Record<PartKind, RegExp>> = {
  claims: new RegExp(`(?:${basedOn}|The ${parties.claims})\\b`, "y"),
  reviewer: new RegExp(`(?:${basedOn}|The ${parties.reviewer})\\b`, "y"),
  rationale: new RegExp(
    `(?!${basedOn}|The ${parties.reviewer} (?:did|based)|The ${parties.claims})[A-Z"]`,
    "y",
  ),
};

/** Only the label if the part's text is there without one; otherwise a template for the part. */
export function missingPartFixes(letter: Letter, issue: Issue, kind: PartKind): readonly Fix[] {
  const part = issue[kind];
  const label = labels[kind];
  if (part) return [insertion(`Fill in “${label}”`, part.label.end, ` ${template(letter, issue, kind)}`)];
  const unlabeled = unlabeledPart(letter, issue, kind);
  if (unlabeled !== undefined) return [insertion(`Add the label “${label}”`, unlabeled, `${label} `, "safe")];
  const gap = paragraphBreak(letter.text);
  const before = partBefore(issue, kind);
  const at = before?.span.end ?? issue.heading.span.end;
  return [insertion(`Add “${label}”`, at, `${gap}${label} ${template(letter, issue, kind)}`)];
}

function partBefore(issue: Issue, kind: PartKind): Part | undefined {
  if (kind === "claims") return undefined;
  return kind === "reviewer" ? issue.claims : (issue.reviewer ?? issue.claims);
}

/** The offset where the text of an unlabeled part begins: within the part before it, or after the heading. */
function unlabeledPart(letter: Letter, issue: Issue, kind: PartKind): number | undefined {
  const within = wordsBefore(letter, issue, kind);
  if (!within || isBlank(within)) return undefined;
  const opening = openings[kind];
  const starts = kind === "claims" ? [within.start] : paragraphStarts(letter.text, within);
  return starts.find((start) => {
    opening.lastIndex = start;
    return opening.test(letter.text);
  });
}

function wordsBefore(letter: Letter, issue: Issue, kind: PartKind): Span | undefined {
  if (kind !== "claims") return partBefore(issue, kind)?.body;
  const next = issue.parts[0]?.label.start;
  return next === undefined ? undefined : trim(letter.text, issue.heading.span.end, next);
}

/** The offsets where the paragraphs after the first one start. */
function paragraphStarts(text: string, { start, end }: Span): readonly number[] {
  const starts: number[] = [];
  const gap = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r|\f)\s*/g;
  gap.lastIndex = start;
  for (let m = gap.exec(text); m && m.index < end; m = gap.exec(text)) starts.push(m.index + m[0].length);
  return starts;
}

function template(letter: Letter, { heading }: Issue, kind: PartKind): string {
  if (kind !== "rationale") {
    return letter.generation === "G3a"
      ? `${basedOn} MTUS Chronic Pain Treatment Guidelines \${1:topic} Page(s): \${2:pages}.`
      : `${basedOn} MTUS \${1:guideline and year}, Section(s): \${2:section}.`;
  }
  const outcome = heading.decision?.outcome;
  const open = [undecided, necessity.upheld, necessity.overturned].join(",");
  const verdict = outcome ? necessity[outcome] : `\${3|${open}|}`;
  const concluding = conclusion(plainInSnippet(heading.treatment), verdict);
  return `\${1:${sentencePlaceholders.guidelineAsks}} \${2:${sentencePlaceholders.recordsShow}} ${concluding}`;
}
