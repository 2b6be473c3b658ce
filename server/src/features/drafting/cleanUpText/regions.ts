import { isBlank } from "../../../base/flatText.ts";
import { lettersIn } from "../../../letter/letters.ts";
import type { Issue, Letter, Section } from "../../../letter/types.ts";

/**
 * The layout of the lines of a region:
 * - `alone`: unknown, so nothing changes
 * - `lines`: separate lines, as in a list of documents
 * - `table`: separate lines without blank lines: front matter
 * - `oneLine`: all lines are one: a heading
 * - `credentials`: labeled lines that may be wrapped
 * - `prose`: paragraphs
 */
export type LineLayout = "alone" | "lines" | "table" | "oneLine" | "credentials" | "prose";

/** The start of a region: of text with one layout, up to the next start. */
export interface RegionStart {
  readonly at: number;
  readonly layout: LineLayout;
  /** The break before the region, if a line begins there. Undefined leaves it to the layout. */
  readonly before: "paragraph" | "asIs" | undefined;
}

/** The starts of the regions of all letters in a file, in order. */
export function regionStarts(letter: Letter): readonly RegionStart[] {
  return lettersIn(letter)
    .flatMap((one): readonly RegionStart[] => {
      const known = one.generation !== undefined;
      const start: RegionStart = { at: one.span.start, layout: known ? "lines" : "alone", before: undefined };
      if (!known) return [start];
      return [
        start,
        ...one.sections.flatMap((section) => ofSection(one, section)),
        ...one.issues.flatMap(ofIssue),
      ];
    })
    .sort((a, b) => a.at - b.at);
}

function ofSection({ credentials, summary }: Letter, section: Section): readonly RegionStart[] {
  const { kind, heading, body, span } = section;
  if (kind === "frontMatter") {
    return [
      { at: span.start, layout: "table", before: "paragraph" },
      { at: span.end, layout: "lines", before: "asIs" },
    ];
  }
  const starts: RegionStart[] = [
    { at: heading.start, layout: "oneLine", before: "paragraph" },
    { at: heading.end, layout: kind === "documents" ? "lines" : "prose", before: "asIs" },
  ];
  if (kind === "how" && credentials?.form === "block") {
    starts.push({ at: credentials.span.start, layout: "credentials", before: "paragraph" });
  }
  // After the standard sentence that opens the summary.
  if (kind === "summary" && summary && !isBlank(summary.narrative) && summary.narrative.start > body.start) {
    starts.push({ at: summary.narrative.start, layout: "prose", before: "paragraph" });
  }
  return starts;
}

function ofIssue({ span, heading, parts }: Issue): readonly RegionStart[] {
  return [
    { at: span.start, layout: "oneLine", before: "paragraph" },
    { at: heading.span.end, layout: "prose", before: "asIs" },
    ...parts.flatMap(({ label }): readonly RegionStart[] => [
      { at: label.start, layout: "oneLine", before: "paragraph" },
      { at: label.end, layout: "prose", before: "asIs" },
    ]),
  ];
}
