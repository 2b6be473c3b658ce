/** Recognizes the form of a letter. */
import type { HeadingType } from "./headingPatterns.ts";
import type { FrontMatter, Issue, LetterForm, Section } from "./types.ts";

/** A form from before mid-2014. Little is known of what such letters have, so nothing is expected of them. */
export type OlderForm = Extract<LetterForm, "G1" | "G2" | "GX">;

const olderForms: ReadonlySet<LetterForm | undefined> = new Set<OlderForm>(["G1", "G2", "GX"]);

export const isOlderForm = (form: LetterForm | undefined): form is OlderForm => olderForms.has(form);

/** The form of which a letter has headings. Its title may be that of another form than the section with the issues. */
export function formOfHeadings(headings: readonly HeadingType[]): LetterForm | undefined {
  const ofForm = headings.filter(({ form }) => form);
  return (ofForm.find(({ kind }) => kind === "issues") ?? ofForm[0])?.form;
}

/** The form of a letter; undefined if no heading, table, or issue shows that the text is a letter. */
export function letterFormOf(
  text: string,
  headings: readonly HeadingType[],
  sections: readonly Section[],
  issues: readonly Issue[],
  frontMatter: FrontMatter | undefined,
): LetterForm | undefined {
  const formOfHeading = formOfHeadings(headings);
  if (formOfHeading) return formOfHeading;
  const own = headings.some(({ kind }) => kind === "how" || kind === "issues");
  const looksLikeLetter =
    own || (frontMatter !== undefined && sections.length > 1) || issues.some((i) => i.claims || i.reviewer);
  if (!looksLikeLetter) return undefined;

  const decided = frontMatter?.decisionDate?.date?.year;
  const cited = citedMtus(issues);
  // The chapters of 2017 took effect at the end of that year. In a letter from before, 2017 is a typo.
  if (decided === undefined ? cited.latest >= 2017 : decided >= 2018) return "G4";
  if (cited.latest > 0) return "G3b";
  if (decided !== undefined) return decided <= 2015 ? "G3a" : "G3b";
  if (cited.any) return "G3a";
  const how = sections.find((s) => s.kind === "how");
  return how && /\breviewer\s+is\s+Board\s+Certified\b/i.test(text.slice(how.body.start, how.body.end))
    ? "G3a"
    : "G3b";
}

/** Whether the issues cite the MTUS, and the latest year of its chapters that they cite, or 0. */
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
