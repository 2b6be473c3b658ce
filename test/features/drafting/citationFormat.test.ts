import { describe, expect, test } from "vitest";
import { guidelineOf, topicsOf } from "../../../server/src/analysis/citedGuidelines.ts";
import { citationWords, pagesOf } from "../../../server/src/features/drafting/citationFormat.ts";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import type { Guideline, Topic } from "../../../server/src/knowledge/types.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import type { LetterForm } from "../../../server/src/letter/types.ts";

const knowledge = createKnowledge();
const cited = knowledge.guidelines.filter((guideline) => guideline.cited);

/** The words for the guideline of that id and its topics of these names. */
function words(generation: LetterForm | undefined, id: string, names: string[] = [], year?: number): string {
  const guideline = knowledge.guideline(id)!;
  const topics = names.map((name) => knowledge.topicNamed(name, id)!);
  return citationWords(generation, guideline, topics, year === undefined ? undefined : `${year}-06-15`);
}

describe("by year and section, as since late 2015", () => {
  test.each([
    ["acoem-12", [], "MTUS Low Back Complaints 2004."],
    ["acoem-12", ["Special Studies"], "MTUS Low Back Complaints 2004, Section(s): Special Studies."],
    ["acoem-10", [], "MTUS Elbow Complaints 2007."],
    ["acoem-11", ["Summary"], "MTUS Forearm, Wrist, and Hand Complaints 2004, Section(s): Summary."],
    ["acoem-general-approaches", [], "MTUS General Approaches 2004."],
    ["acupuncture", [], "MTUS Acupuncture Treatment 2007."],
    ["postsurgical", ["Burns"], "MTUS Postsurgical Treatment 2009, Section(s): Burns."],
    [
      "chronic-pain-2009",
      ["Opioids, criteria for use", "Tramadol (Ultram)"],
      "MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids, criteria for use, Tramadol (Ultram).",
    ],
    [
      "chronic-pain-2016",
      ["Topical analgesics"],
      "MTUS Chronic Pain Medical Treatment 2016, Section(s): Topical analgesics.",
    ],
    ["opioids-2016", [], "MTUS Opioid Treatment 2016."],
    ["odg", ["Low Back"], "Non-MTUS Citation Official Disability Guidelines (ODG) Low Back."],
  ])("%s %j", (id, names, expected) => {
    expect(words("G3b", id, names)).toBe(expected);
  });

  test("is the form of a letter whose form is not known yet", () => {
    expect(words(undefined, "acoem-9")).toBe("MTUS Shoulder Complaints 2004.");
  });

  test("of a guideline with several editions, the one in force on the letter's day", () => {
    expect(words("G4", "acoem-low-back", [], 2018)).toBe("MTUS Low Back Disorders 2016.");
    expect(words("G4", "acoem-low-back", [], 2020)).toBe("MTUS Low Back Disorders 2019.");
    expect(words("G4", "acoem-low-back", [], 2022)).toBe("MTUS Low Back Disorders 2020.");
    expect(words("G4", "acoem-low-back")).toBe("MTUS Low Back Disorders 2016.");
  });
});

describe("by pages, as until mid 2015", () => {
  test.each([
    ["chronic-pain-2009", [], "MTUS Chronic Pain Treatment Guidelines."],
    [
      "chronic-pain-2009",
      ["Muscle relaxants (for pain)"],
      "MTUS Chronic Pain Treatment Guidelines Muscle relaxants (for pain) Page(s): 63-66.",
    ],
    [
      "chronic-pain-2009",
      ["Cyclobenzaprine (Flexeril)", "Antispasmodics"],
      "MTUS Chronic Pain Treatment Guidelines Cyclobenzaprine (Flexeril), Muscle relaxants: antispasmodics Page(s): 41-42, 64-66.",
    ],
    [
      "acoem-12",
      ["Special Studies"],
      "MTUS ACOEM Chapter 12 Low Back Complaints, Special Studies Page(s): 303-305.",
    ],
    ["acoem-11", [], "MTUS Forearm, Wrist, and Hand Complaints."],
    ["acoem-16", ["Summary"], "MTUS ACOEM Chapter 16 Eye Complaints, Summary."],
    ["postsurgical", [], "MTUS Postsurgical Treatment Guidelines."],
    ["odg", ["Pain"], "Non-MTUS Citation Official Disability Guidelines (ODG) Pain."],
  ])("%s %j", (id, names, expected) => {
    expect(words("G3a", id, names)).toBe(expected);
  });

  test("a guideline that is younger than the form keeps its year", () => {
    expect(words("G3a", "opioids-2016", ["Tapering Opioids"])).toBe(
      "MTUS Opioid Treatment 2016, Section(s): Tapering Opioids.",
    );
  });
});

test("each page is listed once, in the order of the topics", () => {
  const topics = ["Special Studies", "Summary"].map((name) => knowledge.topicNamed(name, "acoem-12")!);
  expect(pagesOf(topics)).toBe("303-305, 308-310");
  expect(pagesOf([])).toBe("");
});

describe("every citation means what it was made of", () => {
  /** What a letter with these words is read to cite. */
  function read(generation: LetterForm, guideline: Guideline, topics: readonly Topic[]): string {
    const citation = citationWords(generation, guideline, topics, "2019-06-15");
    const letter = parse(
      `IMR ISSUES, DECISIONS AND RATIONALES\n\nX #1: Upheld\n\nMAXIMUS guideline: Decision based on ${citation}`,
    );
    return (letter.issues[0]?.reviewer?.citations ?? [])
      .map((one) => {
        const named = guidelineOf(one, knowledge);
        const found = named ? topicsOf(one, named, knowledge).map(({ topic }) => topic.id) : [];
        return [named?.id, ...found].join(" ");
      })
      .join("; ");
  }
  const ids = (guideline: Guideline, topics: readonly Topic[]): string =>
    [guideline.id, ...topics.map(({ id }) => id)].join(" ");

  test.each(["G3a", "G3b", "G4"] as const)("%s: guidelines and topics", (generation) => {
    const wrong = cited.flatMap((guideline) =>
      [[], ...knowledge.topicsOf(guideline.id).map((topic) => [topic])]
        .map((topics) => [ids(guideline, topics), read(generation, guideline, topics)])
        .filter(([meant, found]) => meant !== found),
    );
    expect(wrong).toEqual([]);
    expect(cited.length).toBeGreaterThan(30);
  });

  test.each(["G3a", "G3b"] as const)("%s: topics that follow one another", (generation) => {
    const wrong = cited.flatMap((guideline) => {
      const topics = knowledge.topicsOf(guideline.id);
      return topics
        .flatMap((topic, index) => topics.slice(index + 1, index + 3).map((next) => [topic, next]))
        .map((pair) => [ids(guideline, pair), read(generation, guideline, pair)])
        .filter(([meant, found]) => meant !== found);
    });
    expect(wrong).toEqual([]);
  });
});
