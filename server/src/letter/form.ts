/** Tells which form a letter has. */
import type { HeadingLine } from "./sections.ts";
import type { FrontMatter, Issue, LetterForm, Section } from "./types.ts";

/** Undefined where neither a heading nor an issue makes a letter of the text. */
export function letterFormOf(
  text: string,
  headings: readonly Pick<HeadingLine, "form">[],
  sections: readonly Section[],
  issues: readonly Issue[],
  frontMatter: FrontMatter | undefined,
): LetterForm | undefined {
  const told = headings.find((h) => h.form.generation)?.form.generation;
  if (told) return told;
  const own = headings.some((h) => h.form.kind === "how" || h.form.kind === "issues");
  const looksLikeLetter =
    own || (frontMatter !== undefined && sections.length > 1) || issues.some((i) => i.claims || i.reviewer);
  if (!looksLikeLetter) return undefined;

  const decided = frontMatter?.decisionDate?.date?.year;
  const cited = citedMtus(issues);
  // The chapters of 2017 came into force at that year's end: before it a 2017 is a slip of the pen.
  if (decided === undefined ? cited.latest >= 2017 : decided >= 2018) return "G4";
  if (cited.latest > 0) return "G3b";
  if (decided !== undefined) return decided <= 2015 ? "G3a" : "G3b";
  if (cited.any) return "G3a";
  const how = sections.find((s) => s.kind === "how");
  return how && /\breviewer\s+is\s+Board\s+Certified\b/i.test(text.slice(how.body.start, how.body.end))
    ? "G3a"
    : "G3b";
}

/** Whether a part cites the MTUS, and the latest year of those cited; 0 where none has one. */
function citedMtus(issues: readonly Issue[]): { readonly any: boolean; readonly latest: number } {
  let any = false;
  let latest = 0;
  for (const { claims, reviewer } of issues) {
    for (const part of [claims, reviewer]) {
      for (const { kind, year } of part?.citations ?? []) {
        if (kind !== "mtus") continue;
        any = true;
        if (year) latest = Math.max(latest, year.value);
      }
    }
  }
  return { any, latest };
}
