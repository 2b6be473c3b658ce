/** Reads ratings and measures that are outside of their scale: "pain 18 of 10", "strength 6/5". */
import { matchAll, type PatternRow } from "../../base/matchAll.ts";
import { plainAssertion } from "../../letter/context/assertion.ts";
import type { Letter } from "../../letter/types.ts";
import { type Passage, passagesOf, sentenceAt } from "../passages.ts";
import { hintsOf } from "./hints.ts";
import type { Statement } from "./statement.ts";

export interface Measure {
  /** As messages name it: "a pain rating". */
  readonly name: string;
  /** As written: "18 of 10". */
  readonly written: string;
  /** The most that the scale has, as messages name it: "10". Undefined if only the lesser number is too small. */
  readonly limit: string | undefined;
}

interface ScaleRow extends PatternRow {
  readonly name: string;
  readonly limit: string | undefined;
  /** Whether the numbers of the groups a, b, and so on are impossible. */
  readonly impossible: (...numbers: readonly number[]) => boolean;
  /** What the sentence says if the numbers are a measure of this kind; anything if undefined. */
  readonly near?: RegExp;
}

const above =
  (limit: number) =>
  (value: number): boolean =>
    value > limit;

/** In lower case: a score that follows the name of its scale. The words between are those of "a PHQ-9 score of 31". */
const score = (names: string) =>
  new RegExp(
    `\\b(?:${names})\\)?(?: (?:score|scale|index|total|was|is|of|at|with|a|rating|scored|result|value|:|=)){0,4}[:=,(]? ?(?<value>\\d{1,3}(?:\\.\\d)?)(?![\\d/-]|\\.\\d| ?(?:mg|weeks?|months?|days?|years?|visits?))`,
    "g",
  );

const digitScales: readonly ScaleRow[] = [
  {
    name: "a pain rating",
    limit: "10",
    pattern:
      /(?<![\d/.-])(?<value>\d{1,3}(?:\.\d)?)(?: ?(?:out of|of|on (?:a|the) (?:[a-z]+ ){0,3}scale (?:of|from))(?: a possible| (?:0|zero|1|one)(?: to| through|-| ?-))? ?(?:10|ten)\b(?!,\d| ?(?:mg|mcg|ml)\b)|(?: ?- ?\d{1,2})? ?\/ ?10(?![\d/-]|\.\d| ?(?:mg|mcg|ml)\b))/g,
    impossible: above(10),
    near: /\bpain|\bVAS\b|\bNRS\b|\bvisual analog|\bseverity|\bintensity|\brat(?:ed|es|ing)\b|\bdiscomfort|\bheadaches?|\bache|\bscale\b/i,
    example: "The pain is 18 of 10.",
  },
  {
    name: "muscle strength",
    limit: "5",
    pattern: /(?<![\d/.-])(?<value>[6-9]|\d\d)[+-]? ?(?:\/|out of|of) ?5(?![\d/-]|\.\d| ?(?:mg|mcg|ml)\b)/g,
    impossible: above(5),
    near: /\b(?:strength|motor|power|weakness|MMT|EHL|flexors?|extensors?|dorsiflexion|quadriceps|deltoid|biceps|triceps)\b/i,
    example: "Motor strength is 6/5.",
  },
  {
    name: "a reflex",
    limit: "4",
    pattern: /\breflex(?:es)?(?: [a-z]+){0,6}? (?<value>[5-9]|\d\d) ?\+(?!\d)/g,
    impossible: above(4),
    example: "The reflexes are 6+.",
  },
  {
    name: "a range of motion",
    limit: "180 degrees",
    pattern:
      /\b(?:flexion|extension|abduction|adduction|rotation|dorsiflexion|supination|pronation|range of motion|rom|bending|deviation|elevation|straight leg rais(?:e|ing)|bends|flexes|extends|abducts)\b[^.;]{0,40}? (?<value>\d{2,4}) ?(?:degrees?\b|deg\b|°)(?! ?(?:f\b|fahr))/g,
    impossible: above(180),
    example: "Flexion is 400 degrees.",
  },
  {
    name: "a percentage",
    limit: "100%",
    pattern:
      /(?<![\d.-])(?<value>\d{3,4}) ?(?:%|percent\b) (?:of )?(?:(?:pain|overall|sustained|subjective|functional|significant|symptom|symptomatic|temporary) )?(?:relief|reduction|decrease|resolution|impairment|disability|whole person)/g,
    impossible: above(100),
    example: "There was 150% pain relief.",
  },
  {
    name: "a percentage",
    limit: "100%",
    pattern:
      /\b(?:relief|reduc(?:ed|tion)|decreas(?:ed|e)|impairment|wpi|disability|oximetry|saturation|spo2|o2 sat)(?: (?:his|her|the|in|pain|by|of|was|is|at|about|rating|level|symptoms?|for)){0,4} (?<value>\d{3,4}) ?(?:%|percent\b)/g,
    impossible: above(100),
    example: "Pain was reduced by 120%.",
  },
];

const namedScales: readonly ScaleRow[] = [
  {
    name: "a pain rating",
    limit: "10",
    pattern:
      /\b(?:vas|nrs|visual analog(?:ue)? scale)\)?(?: (?:score|pain|scale|rating|was|is|of|at|level)){0,3}[:=,]? ?(?<value>1[1-9]|[2-9]\d)(?![\d/-]|\.\d| ?(?:mm|of|out))/g,
    impossible: above(10),
    near: /^(?!.*\b(?:mm|100)\b)/i,
    example: "The VAS score was 14.",
  },
  {
    name: "a Glasgow Coma Scale score",
    limit: "15",
    pattern: score("gcs|glasgow coma scale"),
    impossible: above(15),
    example: "GCS was 18.",
  },
  {
    name: "a PHQ-9 score",
    limit: "27",
    pattern: score("phq-? ?9|patient health questionnaire"),
    impossible: above(27),
    example: "The PHQ-9 score was 31.",
  },
  {
    name: "a GAD-7 score",
    limit: "21",
    pattern: score("gad-? ?7"),
    impossible: above(21),
    example: "The GAD-7 score is 25.",
  },
  {
    name: "a Beck inventory score",
    limit: "63",
    pattern: score(
      "bdi(?:-ii)?|bai|beck depression inventory(?: \\(bdi)?|beck anxiety inventory(?: \\(bai)?",
    ),
    impossible: above(63),
    example: "The BDI was 71.",
  },
  {
    name: "an Epworth score",
    limit: "24",
    pattern: score("epworth(?: sleepiness)?(?: scale)?|ess"),
    impossible: above(24),
    example: "The Epworth score was 30.",
  },
  {
    name: "a GAF score",
    limit: "100",
    pattern: score("gaf|global assessment of functioning"),
    impossible: above(100),
    example: "The GAF was 155.",
  },
  {
    name: "a disability score",
    limit: "100",
    pattern: score(
      "oswestry(?: (?:low back )?(?:disability|pain))?(?: (?:index|questionnaire))?|odi|ndi|neck disability index|(?:quick ?)?dash",
    ),
    impossible: above(100),
    example: "The Oswestry index was 140.",
  },
  {
    name: "a body mass index",
    limit: "100",
    pattern: score("bmi|body mass index"),
    impossible: above(100),
    example: "Body mass index was 240.",
  },
  {
    name: "blood pressure",
    limit: "the systolic value",
    pattern:
      /\b(?:blood pressure|bp)(?: (?:was|is|of|at|reading|today|measured|recorded)){0,3}:? ?(?<value>\d{2,3}) ?(?:\/|over) ?(?<second>\d{2,3})(?![\d/])/g,
    impossible: (systolic, diastolic) => (systolic as number) < (diastolic as number),
    example: "Blood pressure was 80/120.",
  },
];

const changeScales: readonly ScaleRow[] = [
  {
    name: "a reduced pain rating",
    limit: "the rating before",
    pattern:
      /\bpain (?:levels? |scores? |ratings? |intensity |has |was |is |had |been |have )*(?:decreas\w*|reduc\w*|improv\w*|dropp\w*|lessen\w*|diminish\w*|declin\w*|eased|abated|fell|fallen|(?:went|gone|came|come) down) from (?:a )?(?<value>\d{1,2})(?: ?\/ ?10| out of 10)? to (?:a )?(?<second>\d{1,2}) ?(?:\/ ?10|out of 10)/g,
    impossible: (before, after) => (before as number) < (after as number),
    example: "Pain decreased from 4/10 to 8/10.",
  },
  {
    name: "an increased pain rating",
    limit: undefined,
    pattern:
      /\bpain (?:levels? |scores? |ratings? |intensity |has |was |is |had |been |have )*(?:increas\w*|worsen\w*|rose|risen|climb\w*|escalated|(?:went|gone) up) from (?:a )?(?<value>\d{1,2})(?: ?\/ ?10| out of 10)? to (?:a )?(?<second>\d{1,2}) ?(?:\/ ?10|out of 10)/g,
    impossible: (before, after) => (before as number) > (after as number),
    example: "Pain rose from 8/10 to 4/10.",
  },
];

/** Each finds its example, and only it does. */
export const scales: readonly ScaleRow[] = [...digitScales, ...namedScales, ...changeScales];

/** "11/10" may be a day of November: it is a rating after these words, or before "pain". */
const ratingBefore =
  /\b(?:pain|level|score|vas|nrs|scale|rated|rates|rating|intensity|severity|averag\w+|to|as|at|is|was|of|a|reported|reports) (?:(?:of|at|as|is|was|a|level|about|approximately) ){0,3}$/i;
const dateBefore =
  /\b(?:on|since|from|dated|date|until|by|seen|of|note|report|visit|exam\w*|through|after|before|between|and) $/i;
const isSlashed = /^\d{1,2} ?\/ ?\d{1,2}$/;
const mayBeDay = /^(?:1[0-2]) ?\/ ?10$/;
/** What impossible measures of the first list hold: far faster to look for than the measures. */
const fromDigits =
  /(?:1[1-9]|[2-9]\d|\d{3})(?:\.\d)?(?: ?- ?\d{1,2})? ?(?:\/|of|out of|on (?:a|the) (?:[a-z]+ ){0,3}scale (?:of|from))(?: a possible| (?:0|zero|1|one)(?: to| through| ?-))? ?(?:10|ten)|(?:[6-9]|\d\d)[+-]? ?(?:\/|of|out of) ?5|[5-9] ?\+|(?:1[89]\d|[2-9]\d\d) ?(?:deg|°)|(?!100)\d{3} ?(?:%|percent)/;

/** The measures of the letter that can't be. */
export const impossibleMeasures = (letter: Letter): readonly Statement<Measure>[] =>
  passagesOf(letter).flatMap(measuresIn);

function measuresIn(passage: Passage): readonly Statement<Measure>[] {
  const { flat, lower, place, issue, source } = passage;
  const hints = hintsOf(passage);
  const rows = [
    ...(fromDigits.test(lower) ? digitScales : []),
    ...(hints.scale ? namedScales : []),
    ...(hints.change ? changeScales : []),
  ];
  const found: Statement<Measure>[] = [];
  for (const { name, limit, pattern, impossible, near } of rows) {
    for (const m of matchAll(pattern, lower)) {
      if (!impossible(Number(m.groups?.value), Number(m.groups?.second))) continue;
      const { text, start } = sentenceAt(passage, m.index);
      if (near && !near.test(text)) continue;
      const before = text.slice(0, m.index - start);
      if (mayBeDay.test(m[0]) && !isRating(before, text.slice(m.index - start + m[0].length))) continue;
      if (
        /\b(?:patients|employees|points|tablets|sessions|visits|criteria|trigger|tender)\b/i.test(
          text.slice(m.index - start, m.index - start + m[0].length + 14),
        )
      )
        continue;
      if (isSlashed.test(m[0]) && dateBefore.test(before.slice(-12)) && !ratedBefore.test(before.slice(-60)))
        continue;
      const at = m.index + m[0].indexOf(String(m.groups?.value));
      const end = m.index + m[0].length;
      if (found.some((one) => one.start < flat.span(at, end).end && flat.span(at, end).start < one.end))
        continue;
      found.push({
        value: { name, written: flat.text.slice(at, end), limit },
        ...flat.span(at, end),
        place,
        issue,
        source,
        assertion: plainAssertion,
      });
    }
  }
  return found;
}

/** "Pain of 12/10": right after the word for what is rated. */
const ratedBefore =
  /\b(?:pain|ache|soreness|discomfort|headaches?|severity|intensity|(?:score|level|rating)s?|vas|nrs|scale)(?: (?:levels?|scores?|ratings?|intensity|severity|scale))?(?: (?:is|was|at|as|to|now|about|up to|graded|reaching|rated(?: as| at)?))? (?:an? |of (?:an? |about |up to )?)?$/i;

const isRating = (before: string, after: string): boolean =>
  ratedBefore.test(before.slice(-60)) ||
  /^ (?:[a-z]+ )?(?:pain|in (?:severity|intensity)|on (?:the|a) )/i.test(after) ||
  (ratingBefore.test(before.slice(-40)) && !dateBefore.test(before.slice(-12)));
