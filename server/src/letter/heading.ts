/** Reads an issue's heading: the treatment in dispute, its strength and count, the decision. */
import { type Flat, flatten, oneLine } from "./flat.ts";
import { distance } from "./similar.ts";
import type { Count, Decision, Heading, Outcome, Span, Strength } from "./types.ts";

const decisionAtEnd = /: ?(Upheld|Overturned)\.?$/i;
/** What other procedures put where "Upheld" or "Overturned" belongs. */
const otherOutcomes = new Set(
  "modified denied approved certified non-certified affirmed reversed authorized granted overruled sustained uphold overturn pending tbd xxx".split(
    " ",
  ),
);

/** "…, Z is" of a partly authorised request: the portion that is still disputed. */
const remainingPortion =
  /\b(?:IMR[- ]eligible portion of the original request|The original request),? (?!IMR\b)/gi;
const partly =
  /\b(?:was|were) the original request\b|\bIMR[- ]eligible\b|\bClaims Administrator authori[sz]ed\b/i;

/** Reads the heading whose words the span holds. An empty span is a heading that is missing. */
export function readHeading(text: string, span: Span): Heading {
  const flat = flatten(text, span);
  const decision = readDecision(flat);
  const requestEnd = decision ? decision.at : trimmedEnd(flat.text);
  const request = flat.text.slice(0, requestEnd);
  const partlyAuthorized = partly.test(request);
  const from = partlyAuthorized ? portionStart(request) : 0;
  const to = partlyAuthorized ? request.replace(/,? (?:is|are)$/i, "").length : request.length;
  const treatmentSpan = flat.span(from, Math.max(from, to));
  return {
    span,
    request: flat.span(0, requestEnd),
    treatment: oneLine(text, treatmentSpan),
    treatmentSpan,
    partlyAuthorized,
    strengths: readStrengths(flat, from, to),
    counts: readCounts(flat, from, to),
    decision: decision?.value,
  };
}

function readDecision(flat: Flat): { readonly at: number; readonly value: Decision } | undefined {
  const formal = decisionAtEnd.exec(flat.text);
  const colon = formal?.index ?? flat.text.lastIndexOf(":");
  if (colon < 0) return undefined;
  const tail = flat.text.slice(colon + 1);
  const at = colon + 1 + (tail.length - tail.trimStart().length);
  const word = (formal?.[1] ?? tail).trim();
  if (!formal && !standsForDecision(word.toLowerCase())) return undefined;
  return {
    at: colon,
    value: {
      span: flat.span(at, at + word.length),
      text: word,
      outcome: formal ? (word.toLowerCase() as Outcome) : undefined,
    },
  };
}

/** A misspelt decision, or the word of another procedure: not a treatment that happens to follow a colon. */
function standsForDecision(words: string): boolean {
  const all = words.replace(/\.$/, "").split(" ");
  const word = all.at(-1) ?? "";
  if (
    all.length > 3 ||
    (all.length > 1 && !/^(?:partially|partly|not|in|is|modified)$/.test(all[0] as string))
  ) {
    return false;
  }
  return otherOutcomes.has(word) || distance(word, "upheld") <= 2 || distance(word, "overturned") <= 3;
}

function trimmedEnd(flat: string): number {
  return flat.replace(/ ?:$/, "").length;
}

function portionStart(request: string): number {
  let start = 0;
  for (const m of request.matchAll(remainingPortion)) start = m.index + m[0].length;
  return start;
}

const number = "\\d+(?:\\.\\d+)?|\\.\\d+";
const unit = "mg|mcg|\\u00b5g|g|gm|grams?|ml|cc|iu|units?|meq|%|percent";
const strength = new RegExp(
  `(?<![\\w.])((?:${number})(?: ?(?:mg|mcg|%|g))?(?:[/-](?:${number})(?: ?(?:mg|mcg|%|g|ml))?){0,3}) ?(${unit})(?:/(?:\\d+ ?)?(?:ml|g|hr|hour))?(?![\\w])`,
  "gi",
);
/** "Norco 10/325": a strength without its unit. */
const bareStrength = new RegExp(`(?<![\\w./-])((?:${number})/(?:${number}))(?![\\w/-])`, "g");

function readStrengths(flat: Flat, from: number, to: number): readonly Strength[] {
  const part = flat.text.slice(from, to);
  const found: Strength[] = [];
  for (const m of part.matchAll(strength)) {
    found.push({
      span: flat.span(from + m.index, from + m.index + m[0].length),
      values: numbers(m[1] as string),
      unit: unitName(m[2] as string),
    });
  }
  if (found.length === 0) {
    for (const m of part.matchAll(bareStrength)) {
      found.push({
        span: flat.span(from + m.index, from + m.index + m[0].length),
        values: numbers(m[1] as string),
        unit: "mg",
      });
    }
  }
  return found;
}

function numbers(words: string): readonly number[] {
  return [...words.matchAll(/\d+(?:\.\d+)?|\.\d+/g)].map((m) => Number(m[0]));
}

function unitName(words: string): string {
  const name = words.toLowerCase();
  if (name === "percent") return "%";
  if (name === "gm" || name.startsWith("gram")) return "g";
  return name === "units" ? "unit" : name;
}

const numberWords = [
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(
    " ",
  ),
  ..."sixteen seventeen eighteen nineteen twenty".split(" "),
];
const amount = `\\d{1,4}|${numberWords.slice(1).join("|")}|twenty-four|thirty`;
const counted =
  "sessions?|visits?|treatments?|refills?|tablets?|tabs?|capsules?|caps?|pills?|patch(?:es)?|injections?|units?|box(?:es)?|tubes?|bottles?|days?|weeks?|months?";
const countForms: readonly { readonly form: RegExp; readonly of?: string }[] = [
  { form: /# ?(\d{1,4})(?![\d.]| ?(?:mg|ml))/g, of: "unit" },
  { form: /\b(?:QTY|Quantity)\.?(?: of)?:? ?#?(\d{1,4})\b/gi, of: "unit" },
  {
    form: new RegExp(`\\b(${amount}) ?(?:times|visits|sessions|x) ?(?:a|per|/) ?(?:week|wk)\\b`, "gi"),
    of: "time a week",
  },
  {
    form: new RegExp(`(?<![#\\w.-])(${amount}) (?:(?!with\\b|times\\b)[a-z]+ ){0,2}(${counted})\\b`, "gi"),
  },
  { form: new RegExp(`\\b(sessions?|visits?|refills?)[,:]? (?:x ?)?(${amount})(?![\\w.])`, "gi") },
  { form: /\b(?:times|x) ?(\d{1,3})\b/gi, of: "time" },
];

function readCounts(flat: Flat, from: number, to: number): readonly Count[] {
  const part = flat.text.slice(from, to);
  const found: Count[] = [];
  for (const { form, of } of countForms) {
    for (const m of part.matchAll(form)) {
      const [all, first, second] = m as unknown as [string, string, string | undefined];
      const firstIsAmount = toNumber(first) !== undefined;
      const value = toNumber(firstIsAmount ? first : (second ?? ""));
      if (value === undefined) continue;
      const thing = of ?? singular((firstIsAmount ? second : first) ?? "");
      const span = flat.span(from + m.index, from + m.index + all.length);
      if (!found.some((c) => c.span.start < span.end && span.start < c.span.end)) {
        found.push({ span, value, of: thing });
      }
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function toNumber(words: string): number | undefined {
  if (/^\d+$/.test(words)) return Number(words);
  const word = words.toLowerCase();
  if (word === "twenty-four") return 24;
  if (word === "thirty") return 30;
  const index = numberWords.indexOf(word);
  return index > 0 ? index : undefined;
}

function singular(words: string): string {
  const word = words.toLowerCase();
  if (word === "patches" || word === "boxes") return word.slice(0, -2);
  return word.replace(/s$/, "");
}
