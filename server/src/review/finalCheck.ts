/** The check of a letter that is about to be sent: what was checked, what is left, and what the writer ignores. */
import type { Knowledge } from "../knowledge/types.ts";
import type { Letter } from "../letter/types.ts";
import { finalPreset } from "./presets.ts";
import { review } from "./review.ts";
import { rules } from "./rules.ts";
import { severitiesOf } from "./severitySettings.ts";
import { withoutIgnored } from "./suppressions.ts";
import type { ReviewedFinding, ReviewOptions, Rule } from "./types.ts";

/** One question about the letter, which some rules answer. */
export interface Check {
  /** What is so if nothing is left: "Nothing is missing". */
  readonly title: string;
  /** In the order of the text. */
  readonly left: readonly ReviewedFinding[];
  /** The rules that weren't run, because the user turned them off. */
  readonly off: readonly Rule[];
}

export interface FinalCheck {
  readonly checks: readonly Check[];
  /** All that is left: what the command line reports with the same preset, without what the editor was told to ignore. */
  readonly left: readonly ReviewedFinding[];
  /** What lines in the letter ignore. */
  readonly ignoredByLines: readonly ReviewedFinding[];
  /** What was ignored in the editor. */
  readonly ignoredInEditor: readonly ReviewedFinding[];
}

const blanks = new Set(["letter/unfilled-blank", "letter/remnant", "letter/ignore-line"]);
const contradictions = new Set([
  "issue/heading-contradiction",
  "issue/implausible-strength",
  "letter/duplicate-issue",
]);
const damage = new Set(["letter/repeated-words", "letter/repeated-sentence", "letter/cut-sentence"]);

/** Each rule belongs to the first question that fits. */
const questions: readonly { readonly title: string; readonly fits: (rule: Rule) => boolean }[] = [
  { title: "No blank, note, or line for the review is left", fits: ({ id }) => blanks.has(id) },
  { title: "Nothing is missing", fits: ({ isMissingContent }) => isMissingContent === true },
  { title: "Drug names are spelled right", fits: ({ id }) => id === "letter/drug-spelling" },
  { title: "Nobody is named", fits: ({ id }) => id === "letter/personal-data" },
  { title: "The text isn't damaged", fits: ({ id }) => damage.has(id) },
  {
    title: "The letter doesn't contradict itself",
    fits: ({ id }) => id.startsWith("consistency/") || contradictions.has(id),
  },
  { title: "The rationales are complete", fits: ({ id }) => id.startsWith("rationale/") },
  { title: "The citations are right", fits: ({ id }) => id.startsWith("citation/") },
  { title: "The form is that of a determination letter", fits: () => true },
];

/** `own` are the user's severities, and `fingerprints` those of what was ignored in the editor. */
export function finalCheck(
  letter: Letter,
  knowledge: Knowledge,
  own: ReviewOptions["severities"],
  fingerprints: ReadonlySet<string>,
  options: Omit<ReviewOptions, "severities"> = {},
): FinalCheck {
  const severities = severitiesOf({ preset: finalPreset, rules: own });
  const reported = review(letter, knowledge, { ...options, severities });
  const left = withoutIgnored(reported, letter, fingerprints);
  const all =
    letter.directives.length === 0
      ? reported
      : review({ ...letter, directives: [] }, knowledge, { ...options, severities });
  const key = ({ rule, start, end }: ReviewedFinding): string => `${rule} ${start} ${end}`;
  const known = new Set(reported.map(key));
  const questionOf = new Map(rules.map((rule) => [rule.id, questions.find(({ fits }) => fits(rule))]));
  return {
    left,
    checks: questions.map((question) => ({
      title: question.title,
      left: left.filter(({ rule }) => questionOf.get(rule) === question),
      off: rules.filter(
        (rule) => questionOf.get(rule.id) === question && (severities[rule.id] ?? rule.severity) === "off",
      ),
    })),
    ignoredByLines: all.filter((finding) => !known.has(key(finding))),
    ignoredInEditor: reported.filter((finding) => !left.includes(finding)),
  };
}
