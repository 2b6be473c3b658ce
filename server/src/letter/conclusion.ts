/**
 * Whether a sentence concludes on medical necessity, and how.
 *
 * The sentence is read as words. From the last "necessary" or "necessity" the words to its left are followed as long as
 * they only carry the predicate ("… is not | considered | to be | medically | necessary"), until a verb or a negation
 * decides. What is conditional, quotes a rule, or speaks of the review itself concludes nothing.
 */

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** "is *not* necessary", "*cannot* be deemed necessary". */
const negations = wordSet(
  "not never cannot can't isn't wasn't aren't weren't doesn't didn't hasn't no nor neither none without non non-medically not-medically notmedically",
);
/** "*lack* of medical necessity", "*insufficient* evidence that it is necessary". */
const wants = wordSet(
  "lack lacks lacking lacked insufficient absence absent fail fails failed inadequate unable unclear unsupported questionable",
);
/** Words that stand between verb and predicate without changing it. */
const carriers = wordSet(
  "medically medical clinically and or nor appropriate reasonable indicated considered consider deemed found determined felt seen viewed thought judged to be been being as a an the both also therefore thus hence then currently presently still longer established proven shown appear appears appeared seem seems seemed remain remains regarded supported further itself here either in fact certified warranted justified , at this time point",
);
const copulas = wordSet("is are was were be been 's am");
const deems = wordSet(
  "deem deems find finds determine determined consider considers conclude concludes hold judge opine meets",
);
const clauseBreaks = wordSet(
  "; : therefore thus hence however but because since although though while whereas as so",
);
const conditions = wordSet("if whether unless may might could would should must when until where");
const conditionsAfter = wordSet("if when only unless provided whenever");
/** "medically necessary *treatment*" describes and does not conclude. */
const nouns = wordSet(
  "treatment treatments service services care medication medications medicine surgery procedure procedures equipment therapy supplies device devices visits documentation information steps components elements modalities",
);
const authorities = wordSet("guideline guidelines mtus odg acoem schedule literature studies");
const states = wordSet(
  "state states note notes consider considers indicate indicates recommend recommends require requires define defines say says",
);

const establishing = wordSet(
  "established affirmed demonstrated supported substantiated documented met shown proven evident confirmed justified clear apparent determined verified",
);
const enough = wordSet("sufficient enough adequate");
const establish = wordSet(
  "establish establishes establishing satisfy satisfies support supports supporting meet meets demonstrate demonstrates show shows substantiate substantiates document documents justify justifies warrant warrants prove proves reflect",
);

/** Predicates of conclusions that avoid the word "necessary". */
const verdicts = wordSet(
  "recommended supported indicated warranted appropriate certified authorized authorised approved justified reasonable",
);
/** "This medical necessity decision", "the medical necessity review". */
const reviews = wordSet("decision decisions determination determinations review reviews");
const ofReview = /\bmedical necessity (?:decision|determination|review)/;
/** "Utilization review found that the request was not medically necessary." */
const othersFound =
  /^(?:the )?(?:utilization review(?:er)?|ur|claims administrator|(?:prior|previous|original) review(?:er)?|(?:treating|requesting|primary|attending)[a-z ]{0,20} (?:physician|provider|doctor|surgeon)|provider|physician|surgeon)\b[^;]{0,80}?\b(?:find|found|determined|denied|deemed|notes|noted|states|stated|concluded|considers|considered|feels|felt|believes|opines)\b/;
const appears = wordSet("appear appears appeared seem seems remain remains");
const requestWords = wordSet("request requested requests treatment item service decision");
/** "*This* treatment is not supported", not "treatment with antibiotics is not supported". */
const ofThis = wordSet("this the that such requested disputed proposed");
const leadIns =
  /^(?:therefore|as such|thus|given|based on|hence|accordingly|consequently|in light|in summary|in the absence|under these|for these)\b/;

export interface Verdict {
  readonly necessary: boolean;
  /** False where the sentence may as well argue: it counts only where no other sentence concludes. */
  readonly firm: boolean;
}

/** What the sentence (flat text) concludes; undefined where it concludes nothing. */
export function readConclusion(sentence: string): Verdict | undefined {
  // "IF unit" is an interferential unit and no condition.
  const spelt = sentence.includes("IF") ? sentence.replace(/\bIF\b/g, "interferential") : sentence;
  const lower = spelt.toLowerCase();
  const words = wordsOf(lower);
  const led = () => leadIns.test(lower) || words.slice(0, 6).some((w) => requestWords.has(w));
  const othersOpinion = othersFound.test(lower);
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i] as string;
    if (!word.includes("necess") || (othersOpinion && clauseStart(words, i) === 0)) continue;
    if (word.includes("necessit")) {
      const verdict = ofNecessity(words, i);
      if (verdict) return verdict;
    } else if (word.endsWith("necessary")) {
      const verdict = ofNecessary(words, i);
      // "Ongoing review is necessary" argues, "Therefore, a cane is necessary" may conclude.
      if (verdict && (verdict.firm || !verdict.necessary || led())) return verdict;
    }
  }
  return othersOpinion || !led() || ofReview.test(lower) ? undefined : withoutTheWord(words);
}

/** Words that a conclusion is told by, for those that a line's end divides: "neces-" and "sary". */
const undivided: ReadonlySet<string> = new Set([
  ..."necessary necessity unnecessary".split(" "),
  ...[carriers, verdicts, deems, establishing, establish, requestWords].flatMap((words) => [...words]),
]);

const longestSentence = 400;
/** A space lost, a letter doubled, a word divided. */
const misspelt = /\b(?:is|was)not\b|nec(?!ess[ai])|[a-z]-[a-z]/;

/** The last words of the sentence, commas, colons and semicolons among them. */
function wordsOf(lower: string): readonly string[] {
  const words = lower.match(/[a-z0-9](?:[a-z0-9'/%.-]*[a-z0-9])?|[,;:]/g) ?? [];
  const last = words.length > longestSentence ? words.slice(-longestSentence) : words;
  if (!misspelt.test(lower)) return last;
  return last.flatMap((word) => {
    if (word === "isnot" || word === "wasnot") return [word.slice(0, -3), "not"];
    const whole = word.replaceAll("-", "");
    return [undivided.has(whole) ? whole : word.replace(/nec+es+(?=[ai])/, "necess")];
  });
}

/** "… is not medically necessary". */
function ofNecessary(words: readonly string[], at: number): Verdict | undefined {
  const word = words[at] as string;
  const previous = words[at - 1] ?? "";
  const next = words[at + 1] ?? "";
  const medical = /medic|clinic/.test(word + previous) || previous === "appropriate" || previous === "and";
  const negativeWord = /^(?:non|un|not|in)-?(?:medically-?)?necessary$/.test(word);
  if (nouns.has(next)) return undefined;
  if (
    !medical &&
    !negativeWord &&
    (next === "to" || next === "in" || previous === "if" || previous === "as")
  ) {
    return undefined;
  }
  const firm = medical || negativeWord;
  const clause = clauseStart(words, at);
  if (conditional(words, clause, at) || quotesRule(words, clause, at)) return undefined;
  if (!firm && (quotesRule(words, 0, at) || asksWhy(words, at))) return undefined;
  // "MRI is not medically necessary unless red flags are present" tells a rule.
  if (next === "unless" && !words.slice(clause, at).some((w) => requestWords.has(w))) return undefined;
  let i = at - 1;
  while (i >= 0 && carriers.has(words[i] as string)) i--;
  const stop = words[i] ?? "";
  if (isNegation(stop)) return { necessary: negativeWord !== (words[i - 1] === stop), firm };
  // "Recommended as determined to be medically necessary" tells a rule.
  if (words[i + 1] === "as" && !asserts(words.slice(clause, i + 1))) return undefined;
  if (appears.has(words[at - 2] ?? "") && medical) return { necessary: !negativeWord, firm };
  if (copulas.has(stop)) {
    const doubted = doubts(words, i);
    if (doubted === "open") return undefined;
    return { necessary: doubted !== "denied" && !negativeWord, firm };
  }
  // "not supported by the guideline as being medically necessary", "I deem the request for … to be medically necessary"
  const left = words.slice(clause, at);
  if (left.some(isNegation)) return { necessary: false, firm };
  if (conditionsAfter.has(next)) return undefined;
  const near = left.slice(left.lastIndexOf(",") + 1);
  if (near.some((w) => wants.has(w)) && near.includes("to")) return { necessary: false, firm };
  if (left.some(decides)) return { necessary: !negativeWord, firm };
  return undefined;
}

/** "Medical necessity has not been established", "not a medical necessity", "lack of medical necessity". */
function ofNecessity(words: readonly string[], at: number): Verdict | undefined {
  const right = words.slice(at + 1, at + 25);
  const end = right.indexOf(";");
  const after = end < 0 ? right : right.slice(0, end);
  const clause = clauseStart(words, at);
  const left = words.slice(clause, at);
  if (conditional(words, clause, at)) return undefined;
  let i = at - 1;
  while (i >= 0 && carriers.has(words[i] as string)) i--;
  if (words[i] === "of" && wants.has(words[i - 1] ?? "")) i--;
  const stop = words[i] ?? "";
  if (reviews.has(words[at + 1] ?? "")) return undefined;
  if (isNegation(stop) || wants.has(stop))
    return { necessary: false, firm: /^an?$/.test(words[at - 2] ?? "") };
  const verb = after.findIndex((w) => establishing.has(w));
  if (verb >= 0 && after.slice(0, verb).some((w) => copulas.has(w) || w === "has")) {
    const denied = after.slice(0, verb).some(isNegation) || left.some((w) => isNegation(w) || wants.has(w));
    return { necessary: !denied, firm: false };
  }
  if (after.some((w) => wants.has(w))) return { necessary: false, firm: false };
  const verbAt = left.findIndex((w) => establish.has(w));
  if (verbAt >= 0) {
    const required =
      left[verbAt - 1] === "to" && !left.some((w) => isNegation(w) || wants.has(w) || enough.has(w));
    // "Improvement is required to establish medical necessity" tells a rule.
    if (required) return undefined;
    return { necessary: !left.some((w) => isNegation(w) || wants.has(w)), firm: false };
  }
  if (copulas.has(stop) && /^an?$/.test(words[at - 2] ?? "")) return { necessary: true, firm: true };
  return undefined;
}

function isNegation(word: string): boolean {
  return negations.has(word) || word.endsWith("n't") || word === "notmedically" || word === "not-medically";
}

/** "supported by the record" as medically necessary; not "continued" or "recommended" as medically necessary. */
function asserts(clause: readonly string[]): boolean {
  const words = clause.slice(clause.lastIndexOf(",") + 1);
  if (words.some((w) => isNegation(w) || deems.has(w))) return true;
  return words.some((w) => copulas.has(w)) && words.some((w) => verdicts.has(w));
}

function decides(word: string): boolean {
  return deems.has(word) || copulas.has(word);
}

/** The index after the last word that begins a clause, to the left of `at`. */
function clauseStart(words: readonly string[], at: number): number {
  let i = at - 1;
  while (i >= 0) {
    const word = words[i] as string;
    // "as" begins a clause only where one can begin: "supported as being necessary" goes on.
    const next = words[i + 1] ?? "";
    if (clauseBreaks.has(word) && !(word === "as" && (next === "not" || carriers.has(next)))) return i + 1;
    i--;
  }
  return 0;
}

/** "if … is medically necessary", "may be medically necessary", "… is medically necessary when". */
function conditional(words: readonly string[], clause: number, at: number): boolean {
  if (words[clause - 1] === "as" && words[clause - 2] === "long") return true;
  let from = at;
  while (from > clause && words[from - 1] !== ",") from--;
  const near = words.slice(from, at);
  // "MRI without contrast" is no negation of what is concluded.
  if (near.some((w) => isNegation(w) && w !== "without")) {
    return near.some((w) => w === "if" || w === "whether");
  }
  return (
    near.some((w) => conditions.has(w)) || words.slice(at + 1, at + 3).some((w) => conditionsAfter.has(w))
  );
}

/** "The guidelines state that … is medically necessary" tells a rule. */
function quotesRule(words: readonly string[], clause: number, at: number): boolean {
  const left = words.slice(clause, at);
  const said = left.findIndex((w) => states.has(w));
  if (said < 1 || !left.slice(0, said).some((w) => authorities.has(w))) return false;
  if (left.slice(0, said).some(isNegation)) return false;
  // "The guidelines recommend it and the request is medically necessary" goes on to conclude.
  return !left.slice(said).some((w) => requestWords.has(w) && w !== "treatment" && w !== "service");
}

/** "no reason why more visits are necessary" argues, and does not conclude. */
function asksWhy(words: readonly string[], at: number): boolean {
  const clause = words.slice(Math.max(0, words.lastIndexOf(",", at)), at);
  return clause.includes("why") || clause.includes("how");
}

/** "no evidence that it *is* necessary" denies; "whether it *is* necessary" leaves open. */
function doubts(words: readonly string[], verb: number): "denied" | "open" | undefined {
  for (let i = verb - 1; i >= 0; i--) {
    const word = words[i] as string;
    if (word === "," || clauseBreaks.has(word)) return undefined;
    if (word === "neither" || word === "none") return "denied";
    if (word === "whether") return "open";
    if (word === "that" || word === "why" || word === "how") {
      const before = words.slice(Math.max(0, i - 10), i);
      if (before.at(-1) === "doubt" || before.at(-1) === "question") return undefined;
      return before.some((w) => isNegation(w) || wants.has(w)) ? "denied" : undefined;
    }
  }
  return undefined;
}

/** "Therefore, the request is not supported." */
function withoutTheWord(words: readonly string[]): Verdict | undefined {
  if (!words.some((w, i) => requestWords.has(w) && (w !== "treatment" || ofThis.has(words[i - 1] ?? "")))) {
    return undefined;
  }
  for (let i = words.length - 1; i > 0; i--) {
    if (!verdicts.has(words[i] as string)) continue;
    const clause = clauseStart(words, i);
    if (conditional(words, clause, i) || quotesRule(words, clause, i) || quotesRule(words, 0, i))
      return undefined;
    let j = i - 1;
    while (j >= 0 && carriers.has(words[j] as string)) j--;
    const stop = words[j] ?? "";
    if (isNegation(stop)) return { necessary: false, firm: false };
    if (copulas.has(stop)) return { necessary: true, firm: false };
  }
  return undefined;
}
