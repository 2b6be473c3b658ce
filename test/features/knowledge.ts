/** A knowledge base small enough to know by heart: two guidelines, three topics, two drugs. */
import type { Drug, DrugMention, Guideline, Knowledge, Topic } from "../../server/src/knowledge/types.ts";

const chronicPain: Guideline = {
  id: "chronic-pain-2009",
  name: "Chronic Pain Medical Treatment Guidelines (2009)",
  about: "The chapter of the MTUS on chronic pain.",
  kind: "mtus",
  regulation: "8 CCR 9792.24.2",
  regulationUrl: "https://example.org/9792_24_2.html",
  effective: "July 2009 to July 2016",
  url: "https://example.org/chronic-pain.pdf",
  pages: { first: 1, last: 127 },
  aliases: ["Chronic Pain Treatment Guidelines"],
  years: [2009],
  editions: [],
  confidence: "high",
};

const lowBack: Guideline = {
  ...chronicPain,
  id: "acoem-12",
  name: "Low Back Complaints (ACOEM chapter 12)",
  about: "The chapter of the ACOEM guidelines on the low back.",
  regulation: "8 CCR 9792.23.5",
  effective: undefined,
  url: undefined,
  pages: undefined,
  aliases: ["Low Back Complaints"],
  years: [2004],
};

const topic = (name: string, first: number, last: number, more: Partial<Topic> = {}): Topic => ({
  id: name.toLowerCase(),
  guideline: chronicPain.id,
  name,
  aliases: [],
  pages: [{ first, last }],
  alsoCited: [],
  recommendation: "recommended as an option",
  summary: "For a short course.",
  criteria: [],
  related: [],
  confidence: "high",
  seen: [{ first, last, letters: 2 }],
  ...more,
});

const topics = [
  topic("Cyclobenzaprine (Flexeril)", 41, 42),
  topic("Muscle relaxants (for pain)", 63, 66, {
    confidence: "medium",
    alsoCited: [{ first: 61, last: 61 }],
  }),
  topic("Special Studies", 303, 305, { guideline: lowBack.id, recommendation: undefined, confidence: "low" }),
];

const drugs: readonly Drug[] = [
  {
    generic: "cyclobenzaprine",
    brands: ["Flexeril", "Fexmid"],
    fdaBrands: ["Flexeril"],
    misspellings: [],
    drugClass: "muscle relaxant",
    topics: ["cyclobenzaprine (flexeril)"],
    pages: [{ first: 41, last: 42 }],
    confidence: "high",
  },
  {
    generic: "naproxen",
    brands: ["Naprosyn"],
    misspellings: ["naproxin"],
    drugClass: "NSAID",
    topics: [],
    pages: [],
    confidence: "medium",
  },
];

const namesOf = (drug: Drug): string[] => [drug.generic, ...drug.brands, ...drug.misspellings];
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9 ]/g, "");
const sameName = (name: string, topic: Topic): boolean =>
  plain(topic.name) === plain(name) || plain(topic.name).startsWith(`${plain(name)} `);

const drugsIn = (text: string): readonly DrugMention[] =>
  [...text.matchAll(/\b(?:cyclobenzaprine|flexeril|fexmid|naproxen|naprosyn|naproxin)\b/gi)].map((match) => {
    const word = match[0].toLowerCase();
    const drug = drugs.find((one) => namesOf(one).some((name) => name.toLowerCase() === word))!;
    const form = drug.generic === word ? "generic" : word === "naproxin" ? "misspelling" : "brand";
    return { start: match.index, end: match.index + word.length, drug, form };
  });

export const knowledge: Knowledge = {
  guidelines: [chronicPain, lowBack],
  ownGuidelines: [],
  topics,
  drugs,
  guideline: (id) => [chronicPain, lowBack].find((guideline) => guideline.id === id),
  topic: (id) => topics.find((one) => one.id === id),
  topicsOf: (id) => topics.filter((one) => one.guideline === id),
  guidelineNamed(name) {
    if (/^MTUS$|Chronic Pain/.test(name)) return chronicPain;
    return /Low Back/.test(name) ? lowBack : undefined;
  },
  topicNamed: (name, id) => topics.find((one) => one.guideline === id && sameName(name, one)),
  topicsNamed: (pieces, id) =>
    pieces.flatMap((piece, index) => {
      const found = topics.find((one) => one.guideline === id && sameName(piece, one));
      return found ? [{ from: index, to: index, topic: found }] : [];
    }),
  topicsOnPages: (id, { first, last }) =>
    topics.filter((one) => one.guideline === id && one.pages.some((p) => p.first <= last && p.last >= first)),
  drugsIn,
  drugWordsIn: (text) => ({ mentions: drugsIn(text), typoCandidates: [] }),
  correctionFor: () => undefined,
  copyOf: () => undefined,
  listed: () => [],
  drugNamed: (name) => drugs.find((drug) => namesOf(drug).includes(name)),
};
