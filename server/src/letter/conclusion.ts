/**
 * Reads whether a sentence concludes on medical necessity, and what it concludes.
 *
 * The sentence is read as words. From the last "necessary" or "necessity", the words to its left are skipped as long as
 * they don't change the predicate ("… is not | considered | to be | medically | necessary"), up to a verb or a negation,
 * which decides. Sentences that are conditional, quote a rule or an opinion, or are about the review itself or about another request
 * conclude nothing.
 */

import { type SynonymIndex, synonymIndex, synonyms } from "./conclusionSynonyms.ts";
import { type Assertion, plainAssertion } from "./context/assertion.ts";
import { assertionAt, hasModifier, scopesIn } from "./context/scopes.ts";
import { opinionIndex } from "./context/triggers/opinions.ts";
import { readStance } from "./stance.ts";

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** "is *not* necessary", "*cannot* be deemed necessary". */
const negations = wordSet(
  "not never cannot can't isn't wasn't aren't weren't doesn't didn't hasn't no nor neither none nothing non non-medically not-medically notmedically",
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
const conditions = wordSet("if whether unless may might could when until where");
/** "*Should be considered* medically necessary" concludes; "should be medically necessary" is a demand. */
const obligations = wordSet("should must ought");
const judgedWords = wordSet("considered deemed found regarded viewed seen judged determined held thought");
/** What "would be necessary" depends on, anywhere in the sentence. */
const hypotheses = wordSet(
  "if once when whenever unless should were without absent until after before event had",
);
const conditionsAfter = wordSet("if when only unless provided whenever");
/** "medically necessary *treatment*" describes a treatment and doesn't conclude. */
const careNouns = wordSet(
  "treatment treatments service services care medication medications medicine surgery procedure procedures equipment therapy supplies device devices visits documentation information steps components elements modalities",
);
const authorityNouns = wordSet(
  "guideline guidelines mtus odg acoem schedule literature studies code law statute regulation regulations",
);
const ruleVerbs = wordSet(
  "state states note notes consider considers indicate indicates recommend recommends require requires define defines defines say says",
);

const establishedWords = wordSet(
  "established affirmed present exists found demonstrated supported substantiated documented met shown proven evident confirmed justified clear apparent determined verified made",
);
const sufficiencyWords = wordSet("sufficient enough adequate");
const establishVerbs = wordSet(
  "establish establishes establishing satisfy satisfies support supports supporting meet meets demonstrate demonstrates show shows substantiate substantiates document documents justify justifies warrant warrants prove proves reflect demonstrating showing proving documenting satisfying meeting see find finds affirm confirm confirms verify verifies",
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
/** "The surgeon states that it is needed, *and the request* is medically necessary." */
const returnsToRequest = /(?:,| and) (?:the|this) request/;
const authorizing = wordSet("certified authorized authorised approved");
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

const ownIndex = synonymIndex(synonyms);

/** Cheaper than reading the words of each sentence. */
const candidate =
  /nec[ce-]|medical|clinical|request|treatment|item|service|decision|certif|authori[sz]|approv|den(?:y|ied|ial)|uph[eo]ld|overturn|revers|affirm|sustain|agree|concur|\bur\b|utilization/i;

/** What the sentence (flat text) concludes; undefined if it concludes nothing. */
export function readConclusion(sentence: string, index: SynonymIndex = ownIndex): Verdict | undefined {
  if (!candidate.test(sentence) || sentence.endsWith("?")) return undefined;
  // An "IF unit" is an interferential unit, not a condition.
  const unabbreviated = sentence.includes("IF") ? sentence.replace(/\bIF\b/g, "interferential") : sentence;
  const lower = unabbreviated.toLowerCase();
  const words = withoutSynonyms(wordsOf(lower), index);
  const opensConclusion = () => leadIns.test(lower) || words.slice(0, 6).some((w) => requestWords.has(w));
  const opinion = statesOthersOpinion.exec(lower);
  const othersOpinion = opinion !== null && !returnsToRequest.test(lower.slice(opinion[0].length));
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i] as string;
    if (!word.includes("necess") || (othersOpinion && clauseStart(words, i) === 0)) continue;
    if (word.includes("necessit")) {
      const verdict = ofThisRequest(ofNecessity(words, i), words, i);
      if (verdict) return verdict;
    } else if (word.endsWith("necessary")) {
      const said = ofNecessary(words, i);
      // "Ongoing review is necessary" is an argument; "Therefore, a cane is necessary" may be a conclusion.
      const concludes = said && (said.firm || !said.necessary || hasMedical(words, i) || opensConclusion());
      const verdict = concludes ? ofThisRequest(said, words, i) : undefined;
      if (verdict) return ofEllipsis(words, i) ?? verdict;
    }
  }
  if (othersOpinion || namesReview.test(lower)) return undefined;
  const stance = readStance(sentence);
  if (stance) return { necessary: stance.side === "overturned", firm: false };
  return opensConclusion() || lower.includes("medically") ? withoutTheWord(words) : undefined;
}

const hasMedical = (words: readonly string[], at: number): boolean =>
  /medic|clinic/.test(`${words[at - 1] ?? ""}${words[at]}`);

/** "Although the surgery is medically necessary, the pump *is not*." */
function ofEllipsis(words: readonly string[], at: number): Verdict | undefined {
  const rest = words.slice(at + 1);
  if (rest.length < 4 || rest.length > 20 || rest[0] !== ",") return undefined;
  const [verb, not] = rest.slice(-2);
  const elliptic = not === "not" && (copulas.has(verb as string) || verb === "does");
  return elliptic || not === "isn't" || not === "aren't" ? { necessary: false, firm: true } : undefined;
}

/** Leaves out what is quoted, someone else's opinion, or about another request. */
function ofThisRequest(
  verdict: Verdict | undefined,
  words: readonly string[],
  at: number,
): Verdict | undefined {
  if (!verdict) return undefined;
  const { certainty, temporality } = assertionOf(words, at);
  const clause = words.slice(clauseStart(words, at), at);
  if (certainty === "quoted" || temporality === "otherRequest") return undefined;
  const names = clause.some(
    (w, i) =>
      w === "requested" ||
      (/^requests?$/.test(w) && /^(?:the|this|these|current)$/.test(clause[i - 1] ?? "")),
  );
  if (temporality === "past" && !names && clause.some((w) => w === "was" || w === "were")) return undefined;
  return temporality === "planned" && !names ? { ...verdict, firm: false } : verdict;
}

function assertionOf(words: readonly string[], at: number): Assertion {
  if (!hasModifier(words, opinionIndex)) return plainAssertion;
  const start = at === 0 ? 0 : words.slice(0, at).join(" ").length + 1;
  const scopes = scopesIn(words.join(" "), opinionIndex);
  return assertionAt(scopes, start, start + (words[at] as string).length);
}

/** The words, with the meanings of phrases in their place. */
function withoutSynonyms(words: readonly string[], index: SynonymIndex): readonly string[] {
  const plain: string[] = [];
  let contrasts = false;
  for (let i = 0; i < words.length; ) {
    const rows = index.get(words[i] as string);
    const row = rows?.find(({ phrase }) => phrase.every((word, j) => words[i + j] === word));
    // "Not only recommended but medically necessary" is one predicate.
    if (row?.contrasts) contrasts = true;
    if (row) plain.push(...row.meaning);
    else if (contrasts && words[i] === "but") contrasts = false;
    else plain.push(words[i] as string);
    i += row?.phrase.length ?? 1;
  }
  return plain;
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
  const answer = ofAnswer(words, at);
  if (answer) return answer;
  const clause = clauseStart(words, at);
  if (conditional(words, clause, at) || quotesRule(words, clause, at)) return undefined;
  if (!firm && (quotesRule(words, 0, at) || asksWhy(words, at))) return undefined;
  if (words.slice(clause, at).includes("would")) {
    const depends = words.some((w, i) => hypotheses.has(w) && !(w === "after" && i < clause));
    const verdict = depends ? undefined : byVerb(words, at, clause, negativeWord, false, medical);
    return verdict && { ...verdict, firm: false };
  }
  return byVerb(words, at, clause, negativeWord, firm, medical);
}

/** "Medically necessary: No.", "Conclusion: medically necessary." */
function ofAnswer(words: readonly string[], at: number): Verdict | undefined {
  if (words[at + 1] === ":" || words[at + 1] === ",") {
    const answer = words[at + 2] ?? "";
    if (words[at + 1] === ":" && (answer === "no" || answer === "not" || answer === "none")) {
      return { necessary: false, firm: true };
    }
    if (words[at + 1] === ":" && answer === "yes") return { necessary: true, firm: true };
  }
  const opens = at <= 1 || words[at - 2] === ":";
  return opens && at === words.length - 1 && words[at - 1] === "medically"
    ? { necessary: true, firm: true }
    : undefined;
}

function byVerb(
  words: readonly string[],
  at: number,
  clause: number,
  negativeWord: boolean,
  firm: boolean,
  medical: boolean,
): Verdict | undefined {
  const next = words[at + 1] ?? "";
  // "MRI is not medically necessary unless red flags are present" states a rule.
  if (next === "unless" && !words.slice(clause, at).some((w) => requestWords.has(w))) return undefined;
  let i = at - 1;
  while (i >= 0 && fillers.has(words[i] as string)) i--;
  const stop = words[i] ?? "";
  if (isNegation(stop)) return { necessary: negativeWord !== (words[i - 1] === stop), firm };
  // "Recommended as determined to be medically necessary" states a rule.
  if (words[i + 1] === "as" && !asserts(words.slice(clause, i + 1))) return undefined;
  if (seemVerbs.has(words[at - 2] ?? "") && medical) return { necessary: !negativeWord, firm };
  if (stop === "would") return { necessary: !negativeWord, firm };
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

/** Words between "is" or "there is" and "medical necessity": "a *clear* medical necessity". */
const necessityAdjectives = wordSet(
  "a an the clear obvious evident strong definite true compelling genuine urgent sufficient ongoing continuing continued present real documented established apparent current any such adequate medical medically clinical also therefore thus of",
);
const existenceVerbs = wordSet("is are was exists remains");

/** "Medical necessity has not been established", "not a medical necessity", "lack of medical necessity". */
function ofNecessity(words: readonly string[], at: number): Verdict | undefined {
  const right = words.slice(at + 1, at + 25);
  const end = right.indexOf(";");
  const after = end < 0 ? right : right.slice(0, end);
  const clause = clauseStart(words, at);
  const left = words.slice(Math.max(clause, words.lastIndexOf(",", at) + 1), at);
  if (conditional(words, clause, at)) return undefined;
  if (reviewNouns.has(words[at + 1] ?? "")) return undefined;
  let i = at - 1;
  while (i >= 0 && (fillers.has(words[i] as string) || necessityAdjectives.has(words[i] as string))) i--;
  if (words[i] === "of" && shortfalls.has(words[i - 1] ?? "")) i--;
  const stop = words[i] ?? "";
  if (isNegation(stop) || shortfalls.has(stop) || (words[i + 1] === "of" && shortfalls.has(stop))) {
    // "No evidence against the medical necessity" isn't one of lacking it: the negation is next to the word.
    return { necessary: false, firm: /^an?$/.test(words[at - 2] ?? "") };
  }
  const colon = after.indexOf(":");
  if (colon >= 0) {
    const answer = after[colon + 1] ?? "";
    if (answer === "no" || answer === "not" || answer === "none") return { necessary: false, firm: true };
    if (answer === "yes" || establishedWords.has(answer)) return { necessary: true, firm: true };
  }
  const verb = after.findIndex((w, j) => establishedWords.has(w) && isSaidOf(after, j));
  if (verb >= 0) {
    const group = after.slice(Math.max(0, verb - 6), verb);
    const modal = group.some(
      (w) => w === "would" || w === "may" || w === "might" || w === "must" || w === "should",
    );
    if (modal) return undefined;
    const turns = group.filter(isNegation).length;
    const denied = turns % 2 === 1 || left.some((w) => isNegation(w) || shortfalls.has(w));
    return { necessary: !denied, firm: false };
  }
  const short = after.findIndex((w, j) => shortfalls.has(w) && isSaidOf(after, j));
  if (short >= 0) {
    return { necessary: after.slice(Math.max(0, short - 3), short).some(isNegation), firm: false };
  }
  const verbAt = left.findIndex((w) => establishVerbs.has(w));
  if (verbAt >= 0) {
    const before = left.slice(0, verbAt);
    const required =
      left[verbAt - 1] === "to" &&
      !left.some((w) => isNegation(w) || shortfalls.has(w) || sufficiencyWords.has(w));
    // "Improvement is required to establish medical necessity" states a rule.
    if (required) return undefined;
    const between = left.slice(verbAt, verbAt + 2);
    const denied = [...before, ...between].some((w) => isNegation(w) || shortfalls.has(w));
    return { necessary: !denied, firm: false };
  }
  if (copulas.has(stop) && /^an?$/.test(words[at - 2] ?? "")) return { necessary: true, firm: true };
  // "There is a clear medical necessity for the MRI."
  if (existenceVerbs.has(stop) && words[i - 1] === "there") return { necessary: true, firm: true };
  return undefined;
}

/** Whether the word at `j` is said of what comes before: "has been *established*", "is therefore *clear*", not "of the shown film". */
function isSaidOf(after: readonly string[], j: number): boolean {
  const word = after[j] as string;
  if (word === "exists" || word === "lacks") return true;
  return after.slice(Math.max(0, j - 6), j).some((w) => copulas.has(w) || hasVerbs.has(w));
}
const hasVerbs = wordSet(
  "has have had cannot isn't hasn't wasn't remains remain remained seems appears can could :",
);

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
  const obliges = near.findIndex((w) => obligations.has(w));
  if (obliges >= 0 && !near.slice(obliges).some((w) => isNegation(w) || judgedWords.has(w))) return true;
  if (near.some(isNegation)) {
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
  const names = words.some(
    (w, i) => requestWords.has(w) && (w !== "treatment" || demonstratives.has(words[i - 1] ?? "")),
  );
  for (let i = words.length - 1; i > 0; i--) {
    if (!verdictWords.has(words[i] as string) || !(names || words[i - 1] === "medically")) continue;
    // "Approved by the FDA".
    if (authorizing.has(words[i] as string) && words[i + 1] === "by") continue;
    const clause = clauseStart(words, i);
    if (conditional(words, clause, i) || quotesRule(words, clause, i) || quotesRule(words, 0, i))
      return undefined;
    let j = i - 1;
    while (j >= 0 && fillers.has(words[j] as string)) j--;
    const stop = words[j] ?? "";
    const necessary = copulas.has(stop);
    if (necessary || isNegation(stop)) return ofThisRequest({ necessary, firm: false }, words, i);
  }
  return undefined;
}
