/**
 * Reads whether a sentence concludes on medical necessity, and what it concludes.
 *
 * The sentence is read as words. From the last "necessary" or "necessity", the words to its left are skipped as long as
 * they don't change the predicate ("… is not | considered | to be | medically | necessary"), up to a verb or a negation,
 * which decides. Sentences that are conditional, quote a rule, or are about the review itself conclude nothing.
 */

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** "is *not* necessary", "*cannot* be deemed necessary". */
const negations = wordSet(
  "not never cannot can't isn't wasn't aren't weren't doesn't didn't hasn't no nor neither none without non non-medically not-medically notmedically",
);
/** "*lack* of medical necessity", "*insufficient* evidence that it is necessary". */
const shortfalls = wordSet(
  "lack lacks lacking lacked insufficient absence absent fail fails failed inadequate unable unclear unsupported questionable",
);
/** Words between verb and predicate that don't change the predicate. */
const fillers = wordSet(
  "medically medical clinically and or nor appropriate reasonable indicated considered consider deemed found determined felt seen viewed thought judged to be been being as a an the both also therefore thus hence then currently presently still longer established proven shown appear appears appeared seem seems seemed remain remains regarded supported further itself here either in fact certified warranted justified , at this time point",
);
const copulas = wordSet("is are was were be been 's am");
const judgmentVerbs = wordSet(
  "deem deems find finds determine determined consider considers conclude concludes hold judge opine meets",
);
const clauseBreaks = wordSet(
  "; : therefore thus hence however but because since although though while whereas as so",
);
const conditions = wordSet("if whether unless may might could would should must when until where");
const conditionsAfter = wordSet("if when only unless provided whenever");
/** "medically necessary *treatment*" describes a treatment and doesn't conclude. */
const careNouns = wordSet(
  "treatment treatments service services care medication medications medicine surgery procedure procedures equipment therapy supplies device devices visits documentation information steps components elements modalities",
);
const authorityNouns = wordSet("guideline guidelines mtus odg acoem schedule literature studies");
const ruleVerbs = wordSet(
  "state states note notes consider considers indicate indicates recommend recommends require requires define defines say says",
);

const establishedWords = wordSet(
  "established affirmed demonstrated supported substantiated documented met shown proven evident confirmed justified clear apparent determined verified",
);
const sufficiencyWords = wordSet("sufficient enough adequate");
const establishVerbs = wordSet(
  "establish establishes establishing satisfy satisfies support supports supporting meet meets demonstrate demonstrates show shows substantiate substantiates document documents justify justifies warrant warrants prove proves reflect",
);

/** Predicates of conclusions without the word "necessary". */
const verdictWords = wordSet(
  "recommended supported indicated warranted appropriate certified authorized authorised approved justified reasonable",
);
/** "This medical necessity decision", "the medical necessity review". */
const reviewNouns = wordSet("decision decisions determination determinations review reviews");
const namesReview = /\bmedical necessity (?:decision|determination|review)/;
/** "Utilization review found that the request was not medically necessary." */
const statesOthersOpinion =
  /^(?:the )?(?:utilization review(?:er)?|ur|claims administrator|(?:prior|previous|original) review(?:er)?|(?:treating|requesting|primary|attending)[a-z ]{0,20} (?:physician|provider|doctor|surgeon)|provider|physician|surgeon)\b[^;]{0,80}?\b(?:find|found|determined|denied|deemed|notes|noted|states|stated|concluded|considers|considered|feels|felt|believes|opines)\b/;
const seemVerbs = wordSet("appear appears appeared seem seems remain remains");
const requestWords = wordSet("request requested requests treatment item service decision");
/** "*This* treatment is not supported", not "treatment with antibiotics is not supported". */
const demonstratives = wordSet("this the that such requested disputed proposed");
const leadIns =
  /^(?:therefore|as such|thus|given|based on|hence|accordingly|consequently|in light|in summary|in the absence|under these|for these)\b/;

export interface Verdict {
  readonly necessary: boolean;
  /** False if the sentence may also be an argument. It then counts only if no other sentence concludes. */
  readonly firm: boolean;
}

/** What the sentence (flat text) concludes; undefined if it concludes nothing. */
export function readConclusion(sentence: string): Verdict | undefined {
  // An "IF unit" is an interferential unit, not a condition.
  const unabbreviated = sentence.includes("IF") ? sentence.replace(/\bIF\b/g, "interferential") : sentence;
  const lower = unabbreviated.toLowerCase();
  const words = wordsOf(lower);
  const opensConclusion = () => leadIns.test(lower) || words.slice(0, 6).some((w) => requestWords.has(w));
  const othersOpinion = statesOthersOpinion.test(lower);
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i] as string;
    if (!word.includes("necess") || (othersOpinion && clauseStart(words, i) === 0)) continue;
    if (word.includes("necessit")) {
      const verdict = ofNecessity(words, i);
      if (verdict) return verdict;
    } else if (word.endsWith("necessary")) {
      const verdict = ofNecessary(words, i);
      // "Ongoing review is necessary" is an argument; "Therefore, a cane is necessary" may be a conclusion.
      if (verdict && (verdict.firm || !verdict.necessary || opensConclusion())) return verdict;
    }
  }
  return othersOpinion || !opensConclusion() || namesReview.test(lower) ? undefined : withoutTheWord(words);
}

/** Words that conclusions are recognized by, to rejoin those that a line end divides: "neces-" and "sary". */
const dividableWords: ReadonlySet<string> = new Set([
  ..."necessary necessity unnecessary".split(" "),
  ...[fillers, verdictWords, judgmentVerbs, establishedWords, establishVerbs, requestWords].flatMap(
    (words) => [...words],
  ),
]);

const maxSentenceWords = 400;
/** A missing space, a doubled letter, or a divided word. */
const needsRepair = /\b(?:is|was)not\b|nec(?!ess[ai])|[a-z]-[a-z]/;

/** The last words of the sentence, with commas, colons, and semicolons. */
function wordsOf(lower: string): readonly string[] {
  const words = lower.match(/[a-z0-9](?:[a-z0-9'/%.-]*[a-z0-9])?|[,;:]/g) ?? [];
  const last = words.length > maxSentenceWords ? words.slice(-maxSentenceWords) : words;
  if (!needsRepair.test(lower)) return last;
  return last.flatMap((word) => {
    if (word === "isnot" || word === "wasnot") return [word.slice(0, -3), "not"];
    const whole = word.replaceAll("-", "");
    return [dividableWords.has(whole) ? whole : word.replace(/nec+es+(?=[ai])/, "necess")];
  });
}

/** "… is not medically necessary". */
function ofNecessary(words: readonly string[], at: number): Verdict | undefined {
  const word = words[at] as string;
  const previous = words[at - 1] ?? "";
  const next = words[at + 1] ?? "";
  const medical = /medic|clinic/.test(word + previous) || previous === "appropriate" || previous === "and";
  const negativeWord = /^(?:non|un|not|in)-?(?:medically-?)?necessary$/.test(word);
  if (careNouns.has(next)) return undefined;
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
  // "MRI is not medically necessary unless red flags are present" states a rule.
  if (next === "unless" && !words.slice(clause, at).some((w) => requestWords.has(w))) return undefined;
  let i = at - 1;
  while (i >= 0 && fillers.has(words[i] as string)) i--;
  const stop = words[i] ?? "";
  if (isNegation(stop)) return { necessary: negativeWord !== (words[i - 1] === stop), firm };
  // "Recommended as determined to be medically necessary" states a rule.
  if (words[i + 1] === "as" && !asserts(words.slice(clause, i + 1))) return undefined;
  if (seemVerbs.has(words[at - 2] ?? "") && medical) return { necessary: !negativeWord, firm };
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
  if (near.some((w) => shortfalls.has(w)) && near.includes("to")) return { necessary: false, firm };
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
  while (i >= 0 && fillers.has(words[i] as string)) i--;
  if (words[i] === "of" && shortfalls.has(words[i - 1] ?? "")) i--;
  const stop = words[i] ?? "";
  if (reviewNouns.has(words[at + 1] ?? "")) return undefined;
  if (isNegation(stop) || shortfalls.has(stop))
    return { necessary: false, firm: /^an?$/.test(words[at - 2] ?? "") };
  const verb = after.findIndex((w) => establishedWords.has(w));
  if (verb >= 0 && after.slice(0, verb).some((w) => copulas.has(w) || w === "has")) {
    const denied =
      after.slice(0, verb).some(isNegation) || left.some((w) => isNegation(w) || shortfalls.has(w));
    return { necessary: !denied, firm: false };
  }
  if (after.some((w) => shortfalls.has(w))) return { necessary: false, firm: false };
  const verbAt = left.findIndex((w) => establishVerbs.has(w));
  if (verbAt >= 0) {
    const required =
      left[verbAt - 1] === "to" &&
      !left.some((w) => isNegation(w) || shortfalls.has(w) || sufficiencyWords.has(w));
    // "Improvement is required to establish medical necessity" states a rule.
    if (required) return undefined;
    return { necessary: !left.some((w) => isNegation(w) || shortfalls.has(w)), firm: false };
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
  if (words.some((w) => isNegation(w) || judgmentVerbs.has(w))) return true;
  return words.some((w) => copulas.has(w)) && words.some((w) => verdictWords.has(w));
}

function decides(word: string): boolean {
  return judgmentVerbs.has(word) || copulas.has(word);
}

/** The index after the last word that begins a clause, to the left of `at`. */
function clauseStart(words: readonly string[], at: number): number {
  let i = at - 1;
  while (i >= 0) {
    const word = words[i] as string;
    // "as" doesn't begin a clause in "supported as being necessary".
    const next = words[i + 1] ?? "";
    if (clauseBreaks.has(word) && !(word === "as" && (next === "not" || fillers.has(next)))) return i + 1;
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
  // "MRI without contrast" doesn't negate the conclusion.
  if (near.some((w) => isNegation(w) && w !== "without")) {
    return near.some((w) => w === "if" || w === "whether");
  }
  return (
    near.some((w) => conditions.has(w)) || words.slice(at + 1, at + 3).some((w) => conditionsAfter.has(w))
  );
}

/** "The guidelines state that … is medically necessary" states a rule. */
function quotesRule(words: readonly string[], clause: number, at: number): boolean {
  const left = words.slice(clause, at);
  const stated = left.findIndex((w) => ruleVerbs.has(w));
  if (stated < 1 || !left.slice(0, stated).some((w) => authorityNouns.has(w))) return false;
  if (left.slice(0, stated).some(isNegation)) return false;
  // "The guidelines recommend it and the request is medically necessary" then concludes.
  return !left.slice(stated).some((w) => requestWords.has(w) && w !== "treatment" && w !== "service");
}

/** "no reason why more visits are necessary" is an argument and not a conclusion. */
function asksWhy(words: readonly string[], at: number): boolean {
  const clause = words.slice(Math.max(0, words.lastIndexOf(",", at)), at);
  return clause.includes("why") || clause.includes("how");
}

/** "no evidence that it *is* necessary" denies it; "whether it *is* necessary" leaves it open. */
function doubts(words: readonly string[], verb: number): "denied" | "open" | undefined {
  for (let i = verb - 1; i >= 0; i--) {
    const word = words[i] as string;
    if (word === "," || clauseBreaks.has(word)) return undefined;
    if (word === "neither" || word === "none") return "denied";
    if (word === "whether") return "open";
    if (word === "that" || word === "why" || word === "how") {
      const before = words.slice(Math.max(0, i - 10), i);
      if (before.at(-1) === "doubt" || before.at(-1) === "question") return undefined;
      return before.some((w) => isNegation(w) || shortfalls.has(w)) ? "denied" : undefined;
    }
  }
  return undefined;
}

/** "Therefore, the request is not supported." */
function withoutTheWord(words: readonly string[]): Verdict | undefined {
  if (
    !words.some(
      (w, i) => requestWords.has(w) && (w !== "treatment" || demonstratives.has(words[i - 1] ?? "")),
    )
  ) {
    return undefined;
  }
  for (let i = words.length - 1; i > 0; i--) {
    if (!verdictWords.has(words[i] as string)) continue;
    const clause = clauseStart(words, i);
    if (conditional(words, clause, i) || quotesRule(words, clause, i) || quotesRule(words, 0, i))
      return undefined;
    let j = i - 1;
    while (j >= 0 && fillers.has(words[j] as string)) j--;
    const stop = words[j] ?? "";
    if (isNegation(stop)) return { necessary: false, firm: false };
    if (copulas.has(stop)) return { necessary: true, firm: false };
  }
  return undefined;
}
