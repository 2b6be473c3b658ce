import { describe, expect, it } from "vitest";
import { builtInData } from "../../server/src/knowledge/data.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { normalizedName, titleWords } from "../../server/src/knowledge/normalize.ts";
import { titlesOf } from "../../server/src/knowledge/rows.ts";
import type { Pages } from "../../server/src/knowledge/types.ts";

const knowledge = createKnowledge();
const CONFIDENCE = ["high", "medium", "low"];
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function repeated(items: readonly string[]): string[] {
  return items.filter((item, index) => items.indexOf(item) !== index);
}

/** "topic: 3-1" for each invalid range. */
function impossible(ranges: readonly Pages[], within: Pages | undefined): string[] {
  return ranges
    .filter(({ first, last }) => {
      const ordered = Number.isInteger(first) && Number.isInteger(last) && first >= 1 && first <= last;
      return !ordered || (within !== undefined && (first < within.first || last > within.last));
    })
    .map(({ first, last }) => `${first}-${last}`);
}

describe("guidelines", () => {
  it("have unique kebab-case ids", () => {
    const ids = knowledge.guidelines.map(({ id }) => id);
    expect(repeated(ids)).toEqual([]);
    expect(ids.filter((id) => !KEBAB.test(id))).toEqual([]);
  });

  it("link only to the official pages", () => {
    for (const { regulation, regulationUrl, url } of knowledge.guidelines) {
      const section = regulation?.replace("8 CCR ", "").replaceAll(".", "_");
      expect(regulationUrl).toBe(section && `https://www.dir.ca.gov/t8/${section}.html`);
      if (url) expect(url).toMatch(/^https:\/\/www\.dir\.ca\.gov\//);
    }
  });

  it("have a confidence and a description", () => {
    for (const { confidence, about, kind } of knowledge.guidelines) {
      expect(CONFIDENCE).toContain(confidence);
      expect(["mtus", "other"]).toContain(kind);
      expect(about).toMatch(/\.$/);
    }
  });

  it("share a name only if they have different years", () => {
    const owners = new Map<string, string[]>();
    for (const { id, aliases, years } of knowledge.guidelines) {
      for (const alias of new Set(aliases.map((alias) => normalizedName(titleWords(alias))))) {
        for (const year of years.length > 0 ? years : [0]) {
          owners.set(`${alias} ${year}`, [...(owners.get(`${alias} ${year}`) ?? []), id]);
        }
      }
    }
    expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });

  it("are found by their cited names, and apply from one day to a later day", () => {
    const wrong = knowledge.guidelines.flatMap(({ id, cited, years }) => {
      if (cited === undefined) return [];
      const { name, year, older, from, until } = cited;
      const meant = [
        knowledge.guidelineNamed(name, year ?? years.at(-1)),
        ...(older ? [knowledge.guidelineNamed(older)] : []),
      ];
      const days = [from, until].filter((day) => day !== undefined);
      const right =
        meant.every((guideline) => guideline?.id === id) &&
        days.every((day) => /^20\d\d-[01]\d-[0-3]\d$/.test(day)) &&
        days.join() === days.toSorted().join() &&
        (year === undefined || years.includes(year));
      return right ? [] : [id];
    });
    expect(wrong).toEqual([]);
    expect(knowledge.guideline("acoem-12")?.cited?.name).toBe("Low Back Complaints");
  });

  it("are chapters only of guidelines that exist", () => {
    for (const { partOf, topicsLike } of builtInData.guidelines) {
      for (const id of [partOf, topicsLike]) if (id) expect(knowledge.guideline(id)).toBeDefined();
    }
  });
});

describe("topics", () => {
  it("have unique kebab-case ids and a guideline", () => {
    const ids = knowledge.topics.map(({ id }) => id);
    expect(repeated(ids)).toEqual([]);
    expect(ids.filter((id) => !KEBAB.test(id))).toEqual([]);
    expect(knowledge.topics.filter(({ guideline }) => !knowledge.guideline(guideline))).toEqual([]);
  });

  it("are on pages that their document has", () => {
    const wrong = knowledge.topics.flatMap(({ id, guideline, pages, alsoCited }) =>
      impossible([...pages, ...alsoCited], knowledge.guideline(guideline)?.pages).map(
        (range) => `${id}: ${range}`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("never share a name within a guideline", () => {
    const shared: string[] = [];
    for (const { id } of knowledge.guidelines) {
      const owners = new Map<string, string>();
      for (const topic of knowledge.topicsOf(id)) {
        for (const title of titlesOf(topic)) {
          const key = normalizedName(titleWords(title));
          const owner = owners.get(key) ?? topic.id;
          if (owner !== topic.id || key === "") shared.push(`${title}: ${owner}, ${topic.id}`);
          owners.set(key, owner);
        }
      }
    }
    expect(shared).toEqual([]);
  });

  it("are found by the title that letters give them", () => {
    const titled = knowledge.topics.filter(({ citedAs }) => citedAs !== undefined);
    const lost = titled.filter(
      ({ id, guideline, citedAs = "" }) => knowledge.topicNamed(citedAs, guideline)?.id !== id,
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
    expect(knowledge.topicNamed("Table 12-7", "acoem-12")?.citedAs).toBe("Special Studies");
    expect(knowledge.topicNamed("Lumbar & Thoracic", "odg")?.citedAs).toBe("Low Back");
  });

  it("have a summary of at most 45 words", () => {
    const long = builtInData.topics.filter(({ summary }) => summary.split(/\s+/).length > 45);
    expect(long.map(({ id }) => id)).toEqual([]);
    expect(knowledge.topics.filter(({ summary }) => !/^[A-Z0-9].*\.$/.test(summary))).toEqual([]);
  });

  it("summarize the topic that they refer to", () => {
    const bare = builtInData.topics.filter(({ summary }) => /^Refers to [^,:;.]+\.$/.test(summary));
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it("state if their presence or text isn't confirmed", () => {
    const unconfirmed = builtInData.topics.filter(
      ({ guideline, pages = [], confidence }) =>
        confidence === "low" && pages.length === 0 && knowledge.guideline(guideline)?.kind === "mtus",
    );
    expect(unconfirmed.length).toBeGreaterThan(20);
    expect(
      unconfirmed.filter(({ summary }) => !/\bnot confirmed\b/.test(summary)).map(({ id }) => id),
    ).toEqual([]);
    expect(builtInData.sections.filter(({ summary }) => !/\bnot confirmed\b/.test(summary))).toEqual([]);
  });

  it("have low confidence if their page in a document with pages isn't known", () => {
    const paged = knowledge.topics.filter(({ guideline }) => knowledge.guideline(guideline)?.pages);
    const sure = paged.filter(({ pages, confidence }) => pages.length === 0 && confidence !== "low");
    expect(sure.map(({ id }) => id)).toEqual([]);
    expect(knowledge.topics.filter(({ confidence }) => !CONFIDENCE.includes(confidence))).toEqual([]);
  });

  it("are related to topics or guidelines that exist", () => {
    const lost = knowledge.topics.flatMap(({ id, guideline, related }) =>
      related
        .filter((name) => !knowledge.topicNamed(name, guideline) && !knowledge.guidelineNamed(name))
        .map((name) => `${id}: ${name}`),
    );
    expect(lost).toEqual([]);
  });

  it("of 2016 don't have pages or recommendations of 2009", () => {
    for (const topic of knowledge.topicsOf("chronic-pain-2016")) {
      expect(topic).toMatchObject({ pages: [], alsoCited: [], recommendation: undefined, confidence: "low" });
    }
  });
});

describe("drugs", () => {
  it("have unique lower-case generic names", () => {
    const names = knowledge.drugs.map(({ generic }) => generic);
    expect(repeated(names)).toEqual([]);
    expect(names.filter((name) => name !== name.toLowerCase())).toEqual([]);
  });

  it("have names that belong to one drug only", () => {
    const owners = new Map<string, string>();
    const shared: string[] = [];
    for (const { generic, brands, synonyms = [], misspellings } of knowledge.drugs) {
      for (const name of [generic, ...brands, ...synonyms, ...misspellings]) {
        const key = (name.toLowerCase().match(/[a-z0-9]+|#/g) ?? []).join(" ");
        const owner = owners.get(key) ?? generic;
        if (owner !== generic || key === "") shared.push(`${name}: ${owner}, ${generic}`);
        owners.set(key, owner);
      }
    }
    expect(shared).toEqual([]);
  });

  it("have brands and other names that differ from the generic name", () => {
    const same = knowledge.drugs.filter(({ generic, brands, synonyms = [] }) =>
      [...brands, ...synonyms].some((name) => name.toLowerCase() === generic),
    );
    expect(same.map(({ generic }) => generic)).toEqual([]);
  });

  it("have topics that exist, and pages of the 2009 guideline", () => {
    const lost = knowledge.drugs.flatMap(({ generic, topics, pages }) => [
      ...topics.filter((id) => !knowledge.topic(id)).map((id) => `${generic}: ${id}`),
      ...impossible(pages, { first: 1, last: 127 }).map((range) => `${generic}: ${range}`),
    ]);
    expect(lost).toEqual([]);
  });

  it("mark only names that they have as ordinary words", () => {
    const lost = builtInData.drugs.flatMap(
      ({ generic, brands = [], synonyms = [], ordinary = [], onlyWithDose = [] }) =>
        [...ordinary, ...onlyWithDose].filter((name) => ![generic, ...brands, ...synonyms].includes(name)),
    );
    expect(lost).toEqual([]);
  });

  it("have a class and a confidence", () => {
    expect(knowledge.drugs.filter(({ drugClass }) => drugClass === "")).toEqual([]);
    expect(knowledge.drugs.filter(({ confidence }) => !CONFIDENCE.includes(confidence))).toEqual([]);
  });
});

describe("brands that are confirmed", () => {
  it("are brands of the drug, in the same spelling, each once", () => {
    const wrong = builtInData.drugs.flatMap(({ brands = [], fdaBrands = [] }) => [
      ...fdaBrands.filter((brand) => !brands.includes(brand)),
      ...repeated(fdaBrands),
    ]);
    expect(wrong).toEqual([]);
    expect(builtInData.drugs.some(({ fdaBrands = [] }) => fdaBrands.length > 0)).toBe(true);
  });
});

describe("the built-in knowledge", () => {
  it("is built once and can't be changed", () => {
    expect(createKnowledge()).toBe(knowledge);
    for (const value of [knowledge, knowledge.drugs, knowledge.topics[0], knowledge.drugs[0]?.brands]) {
      expect(Object.isFrozen(value)).toBe(true);
    }
  });
});
