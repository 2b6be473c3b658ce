/**
 * The shape of a guideline pack. The JSON schema that editors check packs against while they are written
 * (schemas/imr-pack.schema.json) is made of this: `npm run schemas`.
 */
import * as v from "valibot";

/** Half of a character that takes two: no address can hold it, and no file. */
const isWhole = (words: string): boolean => !/\p{Surrogate}/u.test(words);

const words = () =>
  v.pipe(
    v.string(),
    v.nonEmpty("Give some words."),
    v.check(isWhole, "These words hold half a character, a lone “\\ud800” to “\\udfff”."),
  );
const text = (about: string) => v.pipe(words(), v.description(about));
const texts = (about: string) => v.pipe(v.array(words()), v.description(about));
const id = (about: string) =>
  v.pipe(
    v.string(),
    v.regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
      "Write an id in lower-case letters, digits and hyphens: “knee-braces”.",
    ),
    v.description(about),
  );
const range = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,3}(?:-[1-9]\d{0,3})?$/, "Write pages as “41” or “41-42”."),
);
const ranges = (about: string) => v.pipe(v.array(range), v.description(about));
const address = (about: string) =>
  v.pipe(
    v.string(),
    v.regex(/^https:\/\/\S+$/, "Give an address that begins with https://."),
    v.description(about),
  );
const day = (about: string) =>
  v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, "Write a day as “2016-07-28”."), v.description(about));

const confidence = v.optional(
  v.pipe(
    v.picklist(["high", "medium", "low"], "Write “high”, “medium” or “low”."),
    v.description(
      "How sure it is: high (seen in the document), medium (usual), low (not confirmed). Without it: medium.",
    ),
  ),
);

const guideline = v.strictObject({
  id: id("A known id changes that guideline, a new one adds one."),
  name: v.optional(text("The guideline's full name. Needed for a new one.")),
  about: v.optional(text("What it is, in a sentence or two. Needed for a new one.")),
  kind: v.optional(
    v.pipe(
      v.picklist(["mtus", "other"], "Write “mtus” or “other”."),
      v.description("mtus: a part of California's schedule; other: anything else. Needed for a new one."),
    ),
  ),
  regulation: v.optional(text("The regulation that adopts it: “8 CCR 9792.23.5”.")),
  regulationUrl: v.optional(address("The regulation's official page.")),
  effective: v.optional(text("When it applied, in words.")),
  url: v.optional(address("The official copy.")),
  pages: v.optional(v.pipe(range, v.description("Its first and last page: “1-127”."))),
  aliases: v.optional(texts("Other names that letters use for it.")),
  years: v.optional(
    v.pipe(
      v.array(v.pipe(v.number(), v.integer())),
      v.description("The years that letters write after its name."),
    ),
  ),
  cited: v.optional(
    v.pipe(
      v.strictObject({
        name: text("What stands before the year in a citation."),
        year: v.optional(v.pipe(v.number(), v.integer())),
        older: v.optional(text("How letters before late 2015 cite it.")),
        from: v.optional(day("The first day on which it applied.")),
        until: v.optional(day("The day from which it applied no more.")),
      }),
      v.description("How letters cite it. Without it, it is not suggested."),
    ),
  ),
  partOf: v.optional(id("The guideline that it is a chapter of.")),
  confidence,
});

const topic = v.strictObject({
  id: id("A known id changes that topic, a new one adds one."),
  guideline: v.optional(id("The id of its guideline. Needed for a new one.")),
  name: v.optional(text("The topic's title. Needed for a new one.")),
  aliases: v.optional(texts("Other titles that letters use for it.")),
  pages: v.optional(ranges("Where it stands: “41-42”.")),
  alsoCited: v.optional(ranges("Other pages that letters cite for it.")),
  recommendation: v.optional(text("“recommended”, “not recommended” …")),
  summary: v.optional(
    text("The criterion that a reviewer applies, in your own words. Needed for a new one."),
  ),
  related: v.optional(texts("The names of related topics.")),
  confidence,
});

const drug = v.strictObject({
  generic: text("The generic name. A known one changes that drug, a new one adds one."),
  brands: v.optional(texts("Brand names.")),
  synonyms: v.optional(texts("Other right names.")),
  misspellings: v.optional(texts("Frequent misspellings.")),
  ordinary: v.optional(
    texts("Names that are ordinary words too: a drug only when written as a name, or with a dose."),
  ),
  onlyWithDose: v.optional(
    texts("Names that are abbreviations of other things too: a drug only with a dose."),
  ),
  class: v.optional(text("The drug's class. Needed for a new one.")),
  topics: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description("The ids of the topics that treat it, the most specific first."),
    ),
  ),
  pages: v.optional(ranges("Pages that letters cite for it.")),
  confidence,
});

export const packShape = v.pipe(
  v.strictObject({
    $schema: v.optional(v.string()),
    name: text("The pack's name: hovers say that a statement is from it."),
    guidelines: v.optional(v.array(guideline)),
    topics: v.optional(v.array(topic)),
    drugs: v.optional(v.array(drug)),
  }),
  v.title("IMR Letters guideline pack"),
  v.description(
    "Guidelines, topics and drugs that IMR Letters adds to, or puts in place of, those that it knows.",
  ),
);
