import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";

/** A folder of real letters beside the project; these tests are skipped where there is none. */
const LETTERS = process.env.IMR_LETTERS ?? resolve("..", "shared", "letters");
const MISSING = !existsSync(join(LETTERS, "expected.json"));
const TITLE = MISSING ? "real letters (skipped: no folder of letters beside the project)" : "real letters";

const knowledge = createKnowledge();

interface Cited {
  readonly chapter: string;
  readonly year: number | undefined;
  readonly sections: readonly string[];
}

const CHAPTER = /^(.+?) (\d{4})(?: Guidelines)?(?:, Section\(s\): (.*))?$/;

/** "Decision based on MTUS Low Back Complaints 2004, Section(s): Summary, and Chronic Pain … 2016." */
function citationsIn(part: string): Cited[] {
  return part
    .split(/Decision based on /)
    .filter((sentence) => sentence.startsWith("MTUS "))
    .flatMap((sentence) =>
      sentence
        .slice("MTUS ".length)
        .trim()
        .replace(/\.$/, "")
        .split(/, and (?=[A-Z])/),
    )
    .map((citation) => {
      const [, chapter = citation, year, sections] = CHAPTER.exec(citation) ?? [];
      return { chapter, year: year ? Number(year) : undefined, sections: sections?.split(/[,;] /) ?? [] };
    });
}

function chapterCitations(): Cited[] {
  type Issue = { readonly claims: string; readonly maximus: string };
  const letters: Record<string, Issue[]> = JSON.parse(readFileSync(join(LETTERS, "expected.json"), "utf8"));
  return Object.values(letters)
    .flat()
    .flatMap(({ claims, maximus }) => [claims, maximus])
    .flatMap(citationsIn);
}

/** Topics of the older form run on after the guideline: "… Chronic Pain Treatment Guidelines Muscle relaxants." */
function olderCitations(): Cited[] {
  const name = "Chronic Pain Treatment Guidelines";
  return seeds().flatMap((text) =>
    text
      .split(`Decision based on MTUS ${name}`)
      .slice(1)
      .map((rest) => ({
        chapter: name,
        year: undefined,
        sections: rest
          .slice(0, rest.search(/Page\(s\)|\.|$/))
          .split(/[,;]/)
          .map((piece) => piece.trim())
          .filter(Boolean),
      })),
  );
}

function seeds(): string[] {
  const folder = join(LETTERS, "seeds");
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8").replace(/\s+/g, " "));
}

/** The chapters and sections that are not known. */
function unresolved({ chapter, year, sections }: Cited): string[] {
  const guideline = knowledge.guidelineNamed(chapter, year);
  if (!guideline) return [chapter, ...sections];
  const matches = knowledge.topicsNamed(sections, guideline.id);
  return sections.filter((_, index) => !matches.some(({ from, to }) => from <= index && index <= to));
}

describe.skipIf(MISSING)(TITLE, () => {
  it("cite MTUS chapters and sections that are known, 97 of 100 at least", () => {
    const cited = [...chapterCitations(), ...olderCitations()];
    const all = cited.reduce((sum, { sections }) => sum + 1 + sections.length, 0);
    const lost = cited.flatMap(unresolved);
    console.log(
      `${all - lost.length} of ${all} chapters and sections are known; not: ${lost.join(", ") || "none"}`,
    );
    expect(all).toBeGreaterThan(100);
    expect((all - lost.length) / all).toBeGreaterThanOrEqual(0.97);
  });

  it("name these drugs, and no other, in the five first ones", () => {
    const names = seeds().flatMap((text) =>
      knowledge.drugsIn(text).map(({ start, end }) => text.slice(start, end).toLowerCase()),
    );
    expect([...new Set(names)].sort()).toEqual([
      "amitriptyline",
      "anaprox ds",
      "carisoprodol",
      "cyclobenzaprine",
      "elavil",
      "fexmid",
      "flexeril",
      "hydrocodone",
      "ketoprofen",
      "lidoderm",
      "ms-contin",
      "neurontin",
      "norco",
      "oxycodone",
      "prilosec",
      "restoril",
      "soma",
      "tramadol",
      "trazodone",
    ]);
  });
});
