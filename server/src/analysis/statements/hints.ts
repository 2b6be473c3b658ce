/**
 * What a passage may hold: one search for the beginnings of all words that are looked for, so that passages without them are
 * read no further. An expression that starts with a space is far faster than one that starts with one of many letters.
 */
import { matchAll } from "../../base/matchAll.ts";
import { memoize } from "../../base/memoize.ts";
import type { Passage } from "../passages.ts";

export interface Hints {
  /** Offsets of "age", "aged", and the tens in words. */
  readonly ages: readonly number[];
  /** Conditions of women, and of men. */
  readonly female: boolean;
  readonly male: boolean;
  readonly birth: boolean;
  /** The name of a scale. */
  readonly scale: boolean;
  /** "From 4/10 to". */
  readonly change: boolean;
}

const kinds = {
  ages: "aged?\\b|(?:mid-|early-|late-)?(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:y|ies)\\b",
  female:
    "hyster|oophor|salping|ovar|uter|endomet|fallop|cervi(?:x|cal [cdi])|pap[ a]|colpo|tubal|(?:peri|post)?-?men(?:op|s[et]|orr)|amenorr|dysmen|dysfunctional u|pregn|gravid|trimes|c(?:a?esar|-sec)|post-?part|breast-?f|lactat|(?:pre)?eclam|gestat|miscar|ectopic|stillb|vagin|vulv|clitor|cystoc|rectoc|polycystic|pcos|intrauterine|iud|oral con|birth con|obstet|gyneco|ob/g|gave b|childb|hot fl",
  male: "prostat|bph|testi[cs]|testes|scrot|peni[sl]|orchi|epidid|erecti|ejacul|impot|vasec|phimos|circumci|varicoc|hydroce|priap|hypospad|peyron|sperm|semen|gynecom|turp",
  birth: "birth|born\\b|dob\\b|d\\.o\\.b",
  scale:
    "gcs|glasgow|phq|patient health|gad\\b|bdi|bai\\b|beck|epworth|ess\\b|gaf\\b|global assess|oswestry|odi\\b|ndi\\b|neck dis|(?:quick ?)?dash|vas\\b|nrs\\b|visual anal|bp\\b|blood press|bmi\\b|body mass",
  change: "from (?:a )?\\d{1,2}(?: ?/ ?10| out of 10)? to",
} as const;
const names = Object.keys(kinds) as readonly (keyof typeof kinds)[];
const anyKind = new RegExp(
  ` (?:${Object.values(kinds)
    .map((words) => `(${words})`)
    .join("|")})`,
  "g",
);

const initials = /[FM](?:rs?|s|iss)?\b/g;

/** "F", "M", "Mr", "Mrs", "Ms", and "Miss" in the flat text, maybe within longer words. */
export const initialsOf = memoize(({ flat }: Passage): readonly RegExpExecArray[] =>
  matchAll(initials, flat.text),
);

export const hintsOf = memoize(({ lower }: Passage): Hints => {
  const ages: number[] = [];
  const found = new Set<string>();
  for (const m of matchAll(anyKind, ` ${lower.replaceAll("(", " ")}`)) {
    const name = names.find((_, i) => m[i + 1] !== undefined) as keyof typeof kinds;
    if (name === "ages") ages.push(m.index);
    else {
      found.add(name);
      // "Birth control" is a hint at both.
      if (m[0].includes("birth")) found.add("birth");
    }
  }
  const has = (name: keyof typeof kinds) => found.has(name);
  return {
    ages,
    female: has("female"),
    male: has("male"),
    birth: has("birth"),
    scale: has("scale"),
    change: has("change"),
  };
});
