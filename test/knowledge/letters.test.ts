import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { parse } from "../../server/src/letter/parse.ts";
import type { Citation } from "../../server/src/letter/types.ts";

/** A folder of real letters next to the project. Without it, these tests are skipped. */
const LETTERS = process.env.IMR_LETTERS ?? resolve("..", "shared", "letters");
const MISSING = !existsSync(join(LETTERS, "expected.json"));
const TITLE = MISSING ? "real letters (skipped: no folder of letters next to the project)" : "real letters";

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

/** In the older form, topics directly follow the guideline: "… Chronic Pain Treatment Guidelines Muscle relaxants." */
function olderCitations(): Cited[] {
  const name = "Chronic Pain Treatment Guidelines";
  return lettersOf("seeds").flatMap((text) =>
    text
      .replace(/\s+/g, " ")
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

function lettersOf(rendition: "seeds" | "layout" | "raw"): string[] {
  const folder = join(LETTERS, rendition);
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
}

/** The chapters and sections that aren't known. */
function unresolved({ chapter, year, sections }: Cited): string[] {
  const guideline = knowledge.guidelineNamed(chapter, year);
  if (!guideline) return [chapter, ...sections];
  const matches = knowledge.topicsNamed(sections, guideline.id);
  return sections.filter((_, index) => !matches.some(({ from, to }) => from <= index && index <= to));
}

/** A name in a citation outside the MTUS, and a reason for not knowing it. */
interface Named {
  readonly name: string;
  readonly known: boolean;
  readonly why: string | undefined;
}

/** Why the index doesn't have some of what letters cite. */
const REASONS = {
  withinReference: "an article of a reference work",
  withinOdg: "a topic of ODG that no letter read for the index states",
} as const;

function outsideMtus(citation: Citation): Named[] {
  const { guideline: named, year, topics } = citation;
  const guideline = named && knowledge.guidelineNamed(named.value, year?.value);
  const pieces = topics.map(({ value }) => value);
  const matches = guideline ? knowledge.topicsNamed(pieces, guideline.id) : [];
  return [
    { name: named?.value ?? "no publisher", known: guideline !== undefined, why: undefined },
    ...pieces.map((name, index) => ({
      name,
      known:
        matches.some(({ from, to }) => from <= index && index <= to) ||
        // "Occupational Medicine Practice Guidelines, 3rd ed., Low Back Disorders": a separate document.
        (guideline?.id === "acoem-2004" && knowledge.guidelineNamed(name) !== undefined),
      why: guideline?.id === "odg" ? REASONS.withinOdg : REASONS.withinReference,
    })),
  ];
}

/** docs/guidelines.md, in one line. */
const documented = readFileSync(resolve("docs", "guidelines.md"), "utf8").replace(/\s+/g, " ");

const share = (known: number, all: number): string =>
  `${known} of ${all} (${((100 * known) / all).toFixed(1)} %)`;

/** All drugs of the letters, so a word that is mistaken for a drug is noticed. */
const DRUGS =
  "acetaminophen, amitriptyline, amoxicillin, aspirin, atorvastatin, baclofen, capsaicin, carisoprodol, cortisone, cyclobenzaprine, cyclobenzaprine topical, etodolac, gabapentin, hydrochlorothiazide, hydrocodone, hydrocodone/acetaminophen, ibuprofen, ketoprofen, ketoprofen topical, lidocaine, lidocaine patch, lisinopril, lovastatin, meloxicam, metaxalone, metformin, methocarbamol, methyl salicylate/capsaicin/menthol/lidocaine, methyl salicylate/menthol, methylprednisolone, metoprolol, morphine sulfate er, naproxen, nortriptyline, omeprazole, orphenadrine, oxycodone, pantoprazole, prednisone, sildenafil, temazepam, tizanidine, tramadol, tramadol er, tramadol oral suspension, trazodone";

/** "Soma #60", "Ketophene 20% cream, 167 grams": the word before a strength or count. */
const DOSE =
  /([a-z][a-z-]{2,})(?: \([a-z ]+\))?(?: (?:hcl|er|cream|ointment|oral suspension|sodium|citrate))?,? ?\(?(?:#\d+|\d+(?:[./-]\d+)* ?-?(?:mg|mcg|%|ml|gm|grams?|tablets?|tabs?|capsules?)\b)/g;

/** Other words before a count. */
const BEFORE_A_COUNT = ["daily", "day", "pad", "cream"];

/** Endings that drug names have, and few other words. */
const ENDING =
  /(?:azine|apine|epine|idine|prine|triptyline|oxetine|caine|olol|pril|statin|azole|cillin|mycin|floxacin|profen|coxib|triptan|sartan|codone|zodone|morphone|barbital|olone|sone|epam|olam|azone|oxin|adol|bamol|cet|pirin|tadine)$/;

const allLetters = (): string[] => (["seeds", "layout", "raw"] as const).flatMap(lettersOf);

/** In lower case, with bullets in place of drugs. */
function withoutDrugs(text: string): string {
  const found = knowledge.drugsIn(text);
  return found
    .reduceRight((rest, { start, end }) => `${rest.slice(0, start)}•${rest.slice(end)}`, text)
    .toLowerCase();
}

function namesBefore(pattern: RegExp): string[] {
  return allLetters().flatMap((text) =>
    Array.from(withoutDrugs(text).replace(/\s+/g, " ").matchAll(pattern), ([, name = ""]) => name),
  );
}

describe.skipIf(MISSING)(TITLE, () => {
  it("cite MTUS chapters and sections of which at least 97% are known", () => {
    const cited = [...chapterCitations(), ...olderCitations()];
    const all = cited.reduce((sum, { sections }) => sum + 1 + sections.length, 0);
    const lost = cited.flatMap(unresolved);
    console.log(`MTUS: ${share(all - lost.length, all)} chapters and sections are known`);
    expect(all).toBeGreaterThan(100);
    expect(documented).toContain(`${all - lost.length} of ${all} chapters and sections are known`);
    expect((all - lost.length) / all).toBeGreaterThanOrEqual(0.97);
    // The others are numbers in place of sections.
    expect(lost.filter((name) => !/^\d+$/.test(name))).toEqual([]);
  });

  it("cite guidelines and chapters outside the MTUS that are known, or aren't for a reason", () => {
    const named = [...lettersOf("seeds"), ...lettersOf("layout")]
      .flatMap((text) => parse(text).issues)
      .flatMap(({ claims, reviewer }) => [...(claims?.citations ?? []), ...(reviewer?.citations ?? [])])
      .filter(({ kind }) => kind !== "mtus")
      .flatMap(outsideMtus);
    const lost = named.filter(({ known }) => !known);
    console.log(`Outside the MTUS: ${share(named.length - lost.length, named.length)} names are known`);
    for (const reason of Object.values(REASONS)) {
      const count = lost.filter(({ why }) => why === reason).length;
      console.log(`  ${count} not: ${reason}`);
      expect(documented).toContain(`(${count})`);
    }
    expect(documented).toContain(`of the ${named.length} names in them, ${lost.length} aren't known`);
    expect(named.length).toBeGreaterThan(100);
    expect(lost.filter(({ why }) => why === undefined).map(({ name }) => name)).toEqual([]);
    expect([...new Set(lost.map(({ why }) => why))].sort()).toEqual(Object.values(REASONS).sort());
    expect(lost.length / named.length).toBeLessThan(0.1);
  });

  it("mention these drugs and no others", () => {
    const named = allLetters().flatMap((text) => knowledge.drugsIn(text).map(({ drug }) => drug.generic));
    expect([...new Set(named)].sort()).toEqual(DRUGS.split(", "));
    expect(documented).toContain(`every drug in them is known, ${DRUGS.split(", ").length} in all`);
  });

  it("mention no unknown drug before a dose or count", () => {
    expect(namesBefore(DOSE).filter((name) => !BEFORE_A_COUNT.includes(name))).toEqual([]);
  });

  it("mention no unknown word with the ending of a drug's name", () => {
    const words = allLetters().flatMap((text) => withoutDrugs(text).match(/[a-z]{5,}/g) ?? []);
    const alike = new Set(words.filter((word) => ENDING.test(word)));
    expect([...alike].filter((word) => word !== "facet")).toEqual([]);
  });
});
