import { isBlank } from "../../../base/flatText.ts";
import { lettersIn } from "../../../letter/letters.ts";
import type { Issue, Letter, Section } from "../../../letter/types.ts";

/**
 * How the lines of a stretch of the letter hang together:
 * - `alone`: nothing is known of them, and nothing changes
 * - `lines`: each is a line of its own, as in a list of documents
 * - `table`: the same, without blank lines: front matter
 * - `oneLine`: all are one line: a heading
 * - `credentials`: labelled lines, of which one may be wrapped
 * - `prose`: paragraphs
 */
export type LineLayout = "alone" | "lines" | "table" | "oneLine" | "credentials" | "prose";

/** Where a stretch begins. */
export interface RegionStart {
  readonly at: number;
  readonly nature: LineLayout;
  /** What its first line stands behind, where a line begins there; undefined leaves it to the nature. */
  readonly before: "paragraph" | "asIs" | undefined;
}

/** The stretches of all letters of a file, in order. */
export function stretches(letter: Letter): readonly RegionStart[] {
  return lettersIn(letter)
    .flatMap((one): readonly RegionStart[] => {
      const known = one.generation !== undefined;
      const start: RegionStart = { at: one.span.start, nature: known ? "lines" : "alone", before: undefined };
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
      { at: span.start, nature: "table", before: "paragraph" },
      { at: span.end, nature: "lines", before: "asIs" },
    ];
  }
  const marks: RegionStart[] = [
    { at: heading.start, nature: "oneLine", before: "paragraph" },
    { at: heading.end, nature: kind === "documents" ? "lines" : "prose", before: "asIs" },
  ];
  if (kind === "how" && credentials?.form === "block") {
    marks.push({ at: credentials.span.start, nature: "credentials", before: "paragraph" });
  }
  // Behind the fixed sentence that opens the summary.
  if (kind === "summary" && summary && !isBlank(summary.narrative) && summary.narrative.start > body.start) {
    marks.push({ at: summary.narrative.start, nature: "prose", before: "paragraph" });
  }
  return marks;
}

function ofIssue({ span, heading, parts }: Issue): readonly RegionStart[] {
  return [
    { at: span.start, nature: "oneLine", before: "paragraph" },
    { at: heading.span.end, nature: "prose", before: "asIs" },
    ...parts.flatMap(({ label }): readonly RegionStart[] => [
      { at: label.start, nature: "oneLine", before: "paragraph" },
      { at: label.end, nature: "prose", before: "asIs" },
    ]),
  ];
}
