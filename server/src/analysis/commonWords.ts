/**
 * Words of headings that don't name a treatment: if a rationale has them too, it may still be about another treatment. In
 * lower case, with at least four letters, because shorter words aren't compared.
 */

export interface CommonWords {
  readonly words: readonly string[];
  /** Has words of this row and of no other. */
  readonly example: string;
}

export const commonWordRows: readonly CommonWords[] = [
  { words: ["with", "without"], example: "with or without" },
  {
    words: ["week", "weeks", "time", "times", "days", "month", "months"],
    example: "2 times a week for 3 months",
  },
  { words: ["left", "right", "bilateral"], example: "left" },
  {
    words: ["request", "retrospective", "prospective", "initial", "additional", "treatment"],
    example: "Retrospective request, initial treatment",
  },
  { words: ["associated", "surgical", "service", "services"], example: "Associated surgical services" },
  { words: ["rental", "purchase"], example: "Rental or purchase" },
  {
    words: ["unit", "units", "refill", "refills", "session", "sessions", "visit", "visits"],
    example: "6 sessions, 2 refills",
  },
  { words: ["tablet", "tablets", "capsule", "capsules"], example: "60 tablets" },
  { words: ["lumbar", "cervical", "thoracic", "spine", "neck", "back"], example: "Cervical spine" },
  {
    words: ["upper", "lower", "extremity", "extremities", "shoulder", "elbow", "wrist", "hand"],
    example: "Upper extremity",
  },
  { words: ["knee", "ankle", "foot"], example: "Knee" },
];

const all = new Set(commonWordRows.flatMap(({ words }) => words));

export const isCommonWord = (word: string): boolean => all.has(word);
