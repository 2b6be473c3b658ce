/**
 * The shape of a guideline pack. `npm run schemas` generates schemas/imr-pack.schema.json from it, the JSON schema that
 * editors check packs against.
 */
import * as v from "valibot";

/** False if the words contain half of a surrogate pair, which neither a URI nor a file can hold. */
const isWhole = (words: string): boolean => !/\p{Surrogate}/u.test(words);

const words = () =>
  v.pipe(
    v.string(),
    v.nonEmpty("This must not be empty."),
    v.check(isWhole, "This contains half a character, a lone “\\ud800” to “\\udfff”."),
  );
const text = (about: string) => v.pipe(words(), v.description(about));
const texts = (about: string) => v.pipe(v.array(words()), v.description(about));
const id = (about: string) =>
  v.pipe(
    v.string(),
    v.regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
      "An id has lowercase letters, digits, and hyphens, for example “knee-braces”.",
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
    v.regex(/^https:\/\/\S+$/, "Use an address that starts with https://."),
    v.description(about),
  );
const date = (about: string) =>
  v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, "Write a date as “2016-07-28”."), v.description(about));

const confidence = v.optional(
  v.pipe(
    v.picklist(["high", "medium", "low"], "Use “high”, “medium”, or “low”."),
    v.description(
      "How reliable it is: high (seen in the document), medium (usual), or low (unconfirmed). The default is medium.",
    ),
  ),
);

const edition = v.strictObject({
  years: v.pipe(
    v.array(v.pipe(v.number(), v.integer())),
    v.nonEmpty("Give at least one year."),
    v.description("The years by which letters name it: the publisher's, and that of its effect in the MTUS."),
  ),
  titles: v.optional(texts("Its titles, if they differ from the guideline's name and other names.")),
  published: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, "Write a date as “2016-07-28”, “2016-07”, or “2016”."),
      v.description("The publisher's date, as far as it's known: “2016-08-01”, “2015-09”, or “2013”."),
    ),
  ),
  from: v.optional(date("The first day on which it applied.")),
  until: v.optional(date("The first day on which it no longer applied.")),
  proposed: v.optional(v.pipe(v.boolean(), v.description("Its adoption was proposed, but isn't confirmed."))),
  confidence,
});

const guideline = v.strictObject({
  id: id("An existing id overrides that guideline; a new id adds one."),
  name: v.optional(text("The guideline's full name. Required for a new guideline.")),
  about: v.optional(text("What it is, in a sentence or two. Required for a new guideline.")),
  kind: v.optional(
    v.pipe(
      v.picklist(["mtus", "other"], "Use “mtus” or “other”."),
      v.description(
        "mtus: part of California's schedule; other: anything else. Required for a new guideline.",
      ),
    ),
  ),
  regulation: v.optional(text("The regulation that adopts it, for example “8 CCR 9792.23.5”.")),
  regulationUrl: v.optional(address("The regulation's official page.")),
  effective: v.optional(text("When it applies or applied, in words.")),
  url: v.optional(address("The official copy.")),
  pages: v.optional(v.pipe(range, v.description("Its first and last page, for example “1-127”."))),
  aliases: v.optional(texts("Other names that letters use for it.")),
  years: v.optional(
    v.pipe(
      v.array(v.pipe(v.number(), v.integer())),
      v.description("The years that letters write after its name."),
    ),
  ),
  editions: v.optional(
    v.pipe(
      v.array(edition),
      v.description("Its editions, the oldest first. They replace the built-in ones."),
    ),
  ),
  cited: v.optional(
    v.pipe(
      v.strictObject({
        name: text("What comes before the year in a citation."),
        year: v.optional(v.pipe(v.number(), v.integer())),
        older: v.optional(text("How letters before late 2015 cite it.")),
        from: v.optional(date("The first day on which it applied.")),
        until: v.optional(date("The first day on which it no longer applied.")),
      }),
      v.description("How letters cite it. A guideline without this isn't suggested."),
    ),
  ),
  partOf: v.optional(id("The id of the guideline that it is a chapter of.")),
  confidence,
});

const topic = v.strictObject({
  id: id("An existing id overrides that topic; a new id adds one."),
  guideline: v.optional(id("The id of its guideline. Required for a new topic.")),
  name: v.optional(text("The topic's title. Required for a new topic.")),
  aliases: v.optional(texts("Other titles that letters use for it.")),
  pages: v.optional(ranges("The pages that cover it, for example “41-42”.")),
  alsoCited: v.optional(ranges("Other pages that letters cite for it.")),
  recommendation: v.optional(text("For example, “recommended” or “not recommended”.")),
  summary: v.optional(
    text("The criterion that a reviewer applies, in your own words. Required for a new topic."),
  ),
  related: v.optional(texts("The names of related topics.")),
  confidence,
});

const drug = v.strictObject({
  generic: text("The generic name. An existing name overrides that drug; a new name adds one."),
  brands: v.optional(texts("Brand names.")),
  synonyms: v.optional(texts("Other correct names.")),
  misspellings: v.optional(texts("Frequent misspellings.")),
  ordinary: v.optional(
    texts(
      "Names that are also ordinary words: a drug only if capitalized like a name or followed by a dose.",
    ),
  ),
  onlyWithDose: v.optional(
    texts("Names that also abbreviate other things: a drug only if followed by a dose."),
  ),
  class: v.optional(text("The drug's class. Required for a new drug.")),
  topics: v.optional(
    v.pipe(v.array(v.string()), v.description("The ids of the topics about it, the most specific first.")),
  ),
  pages: v.optional(ranges("Pages that letters cite for it.")),
  confidence,
});

const entry = v.strictObject({
  ingredient: v.optional(text("The ingredient as the list names it. Required unless there is a brand.")),
  brand: v.optional(text("The brand name as the list has it.")),
  form: v.optional(text("The dosage form, if the entry is about one: “tablet, extended release”.")),
  strength: v.optional(text("The strength, if the entry is about one: “7.5 mg”.")),
  status: v.optional(
    v.pipe(
      v.picklist(["exempt", "non-exempt"], "Use “exempt” or “non-exempt”."),
      v.description("The drug's status in the list."),
    ),
  ),
  specialFill: v.optional(text("Its special fill as the list has it: “4 days”, or “yes”.")),
  perioperativeFill: v.optional(text("Its perioperative fill as the list has it: “4 days”, or “yes”.")),
});

export const packShape = v.pipe(
  v.strictObject({
    $schema: v.optional(v.string()),
    name: text("The pack's name. Hovers show it as the source of a statement."),
    guidelines: v.optional(v.array(guideline)),
    topics: v.optional(v.array(topic)),
    drugs: v.optional(v.array(drug)),
    date: v.optional(date("The date of the drug list in “formulary”. Hovers show it with each status.")),
    formulary: v.optional(
      v.pipe(v.array(entry), v.description("A drug list: what it says of each ingredient or brand.")),
    ),
  }),
  v.title("IMR Letters guideline pack"),
  v.description(
    "Guidelines, topics, and drugs that IMR Letters adds to its built-in ones, or uses instead of them.",
  ),
);
