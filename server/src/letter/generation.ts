/** Tells which form a letter has. */
import type { HeadingLine } from "./sections.ts";
import type { FrontMatter, Generation, Issue, Section } from "./types.ts";

/** Undefined where neither a heading nor an issue makes a letter of the text. */
export function generationOf(
  text: string,
  headings: readonly HeadingLine[],
  sections: readonly Section[],
  issues: readonly Issue[],
  frontMatter: FrontMatter | undefined,
): Generation | undefined {
  const told = headings.find((h) => h.form.generation)?.form.generation;
  if (told) return told;
  const own = headings.some((h) => h.form.kind === "how" || h.form.kind === "issues");
  const looksLikeLetter =
    own || (frontMatter !== undefined && sections.length > 1) || issues.some((i) => i.claims || i.reviewer);
  if (!looksLikeLetter) return undefined;

  const citations = issues.flatMap((i) => [...(i.claims?.citations ?? []), ...(i.reviewer?.citations ?? [])]);
  const mtus = citations.filter((c) => c.kind === "mtus");
  const years = mtus.flatMap((c) => (c.year ? [c.year.value] : []));
  const decided = frontMatter?.decisionDate?.date?.year;
  // The chapters of 2017 came into force at that year's end: before it a 2017 is a slip of the pen.
  if (decided === undefined ? years.some((y) => y >= 2017) : decided >= 2018) return "G4";
  if (years.length > 0) return "G3b";
  if (mtus.length > 0) return "G3a";
  if (decided !== undefined) return decided <= 2015 ? "G3a" : "G3b";
  const how = sections.find((s) => s.kind === "how");
  return how && /\breviewer\s+is\s+Board\s+Certified\b/i.test(text.slice(how.body.start, how.body.end))
    ? "G3a"
    : "G3b";
}
