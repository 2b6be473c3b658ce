/**
 * Ways of saying what `conclusion.ts` reads in other words, with the words that it reads. Each row has a sentence that needs it,
 * which a test checks.
 */

export interface Synonym {
  /** Lower case, words one space apart. Longer phrases are tried first. */
  readonly phrase: string;
  readonly meaning: string;
  /** Whether a "but" that follows goes with it: "not only … but". */
  readonly contrasts?: boolean;
  readonly example: string;
}

const all = (meaning: string, rows: readonly (readonly [phrase: string, example: string])[]) =>
  rows.map(([phrase, example]): Synonym => ({ phrase, meaning, example }));

/** "Not only recommended *but* medically necessary." */
const contrasts = all("", [
  ["not only", "The MRI is not only recommended but medically necessary."],
  ["not merely", "The MRI is not merely recommended but medically necessary."],
  ["not just", "The MRI is not just recommended but medically necessary."],
  ["not simply", "The MRI is not simply recommended but medically necessary."],
  ["not solely", "The MRI is not solely recommended but medically necessary."],
]).map((row): Synonym => ({ ...row, contrasts: true }));

/** Words that look like a denial and are none. */
const pseudoNegations = all("", [
  ["beyond doubt", "The MRI is beyond doubt medically necessary."],
  ["beyond question", "The MRI is beyond question medically necessary."],
  ["beyond dispute", "The MRI is beyond dispute medically necessary."],
  ["no doubt", "The MRI is no doubt medically necessary."],
  ["not disputed that", "It is not disputed that the MRI is medically necessary."],
  ["not in dispute that", "It is not in dispute that the MRI is medically necessary."],
  ["not contested that", "It is not contested that the MRI is medically necessary."],
  ["not in question that", "It is not in question that the MRI is medically necessary."],
  ["not in doubt that", "It is not in doubt that the MRI is medically necessary."],
  ["not questioned that", "It is not questioned that the MRI is medically necessary."],
  ["no dispute that", "There is no dispute that the MRI is medically necessary."],
  ["no denying that", "There is no denying that the MRI is medically necessary."],
  ["no disagreement that", "There is no disagreement that the MRI is medically necessary."],
  ["no one disputes that", "No one disputes that the MRI is medically necessary."],
  ["cannot be denied that", "It cannot be denied that the MRI is medically necessary."],
  ["cannot be disputed that", "It cannot be disputed that the MRI is medically necessary."],
  ["cannot be doubted that", "It cannot be doubted that the MRI is medically necessary."],
  ["no hesitation in finding", "I have no hesitation in finding the MRI to be medically necessary."],
  ["not hesitate to", "I do not hesitate to find the MRI medically necessary."],
]);

const denials = all("not", [
  ["unable to find", "I am unable to find the aide, three days a week, medically necessary."],
  ["unable to deem", "I am unable to deem the aide, three days a week, medically necessary."],
  ["unable to consider", "I am unable to consider the aide, three days a week, medically necessary."],
  ["unable to conclude that", "I am unable to conclude that the MRI is medically necessary."],
  ["unable to say that", "I am unable to say that the MRI is medically necessary."],
  ["yet to be", "Medical necessity of the MRI has yet to be established."],
  ["hardly", "The MRI is hardly medically necessary."],
  ["anything but", "The MRI is anything but medically necessary."],
]);

const verdicts = [
  ...all("not medically", [["far from medically", "The MRI is far from medically necessary."]]),
  ...all("not established", [
    ["unestablished", "Medical necessity of the MRI remains unestablished."],
    ["unproven", "Medical necessity of the MRI is unproven."],
    ["undocumented", "Medical necessity of the MRI is undocumented."],
    ["unsubstantiated", "Medical necessity of the MRI is unsubstantiated."],
    ["undemonstrated", "Medical necessity of the MRI remains undemonstrated."],
    ["in doubt", "Medical necessity of the MRI is in doubt."],
    ["in question", "Medical necessity of the MRI remains in question."],
    ["doubtful", "Medical necessity of the MRI is doubtful."],
    ["wanting", "Medical necessity of the MRI is wanting."],
  ]),
  ...all("lacks", [
    ["falls short of", "The MRI falls short of medical necessity."],
    ["fall short of", "The films fall short of medical necessity."],
    ["fell short of", "The MRI fell short of medical necessity."],
    ["is devoid of", "The MRI is devoid of medical necessity."],
  ]),
  ...all("lacks medical necessity", [
    ["is without medical necessity", "The MRI is without medical necessity."],
    ["are without medical necessity", "The films are without medical necessity."],
  ]),
  ...all("meets", [
    ["rises to the level of", "The MRI rises to the level of medical necessity."],
    ["reaches the level of", "The MRI reaches the level of medical necessity."],
  ]),
  ...all("meet", [
    ["rise to the level of", "The MRI does not rise to the level of medical necessity."],
    ["reach the level of", "The MRI does not reach the level of medical necessity."],
    ["amount to a", "The MRI does not amount to a medical necessity."],
    ["constitute a", "The MRI does not constitute a medical necessity."],
    ["qualify as", "The MRI does not qualify as medical necessity."],
  ]),
  ...all("is a", [["constitutes a", "The MRI constitutes a medical necessity."]]),
  ...all("medically necessary", [
    ["medically required", "The MRI is not medically required."],
    ["medically needed", "The MRI is not medically needed."],
    ["medically essential", "The MRI is medically essential."],
    ["medically indispensable", "The MRI is medically indispensable."],
  ]),
  ...all("not medically necessary", [["not of medical necessity", "The MRI is not of medical necessity."]]),
  ...all("is medically necessary", [["is of medical necessity", "The MRI is of medical necessity."]]),
  ...all("medical necessity", [
    ["medical need", "There is no medical need for the MRI."],
    ["medical justification", "There is no medical justification for the MRI."],
  ]),
  ...all("not medically necessary", [
    ["medically unwarranted", "The MRI is medically unwarranted."],
    ["medically unjustified", "The MRI is medically unjustified."],
  ]),
];

export const synonyms: readonly Synonym[] = [...contrasts, ...pseudoNegations, ...denials, ...verdicts];

interface SynonymWords {
  readonly phrase: readonly string[];
  readonly meaning: readonly string[];
  readonly contrasts: boolean;
}

/** By first word, the longest first. */
export type SynonymIndex = ReadonlyMap<string, readonly SynonymWords[]>;

export function synonymIndex(list: readonly Synonym[]): SynonymIndex {
  const index = new Map<string, SynonymWords[]>();
  for (const { phrase, meaning, contrasts } of list) {
    const words = phrase.split(" ");
    const first = words[0] as string;
    const row = {
      phrase: words,
      meaning: meaning === "" ? [] : meaning.split(" "),
      contrasts: contrasts ?? false,
    };
    index.set(first, [...(index.get(first) ?? []), row]);
  }
  for (const rows of index.values()) rows.sort((a, b) => b.phrase.length - a.phrase.length);
  return index;
}
