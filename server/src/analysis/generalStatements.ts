/**
 * Recognizes sentences that state a rule without the name of a guideline: "Spinal fusion is supported where there is a fracture."
 * Such a sentence is in the present tense, about a treatment, a condition, or patients in general, and not about this case.
 */

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const modals = wordSet("may should must can could ought might");
const copulas = wordSet("is are be remains remain seems seem");
/** What a rule says of a treatment. */
const judgments = wordSet(
  `supported recommended indicated advised advisable reserved appropriate effective useful helpful
  reasonable beneficial warranted justified sufficient adequate enough required needed necessary permitted
  permissible allowed allowable limited preferred optional considered intended meant expected approved
  covered acceptable accepted contraindicated inappropriate ineffective unnecessary unsupported
  unwarranted discouraged avoided essential valuable safe suitable favored endorsed suggested proposed
  entertained confined restricted due common successful unlikely likely typical standard customary routine
  best worthwhile premature mandatory`,
);
/** What is done with a treatment, in general only under a condition: "hardware is removed when it causes pain". */
const treated = wordSet(
  `given tried started continued repeated begun ordered offered done performed obtained prescribed taken
  administered provided used stopped discontinued withheld removed replaced implanted repaired placed
  injected fused tested worn referred monitored measured screened undertaken delayed deferred added
  increased`,
);
/** What a rule says its treatment does. */
const generalVerbs = wordSet(
  `helps help follows follow precedes precede relieves relieve reduces reduce improves improve prevents
  prevent treats treat carries carry offers offer suffices suffice requires require needs need calls call
  depends depend comes come plays play serves serve lacks lack benefits benefit outweighs outweigh assumes
  assume presupposes presuppose warrants warrant justifies justify merits merit deserves deserve belongs
  belong lasts last ends end begins begin starts start works work applies takes take makes make adds add
  hinges hinge rests rely relies speeds speed shortens shorten protects protect corrects correct allows
  allow permits permit supports support guides guide restores restore replaces replace supplements
  supplement accompanies accompany goes go`,
);
/** When a rule applies. */
const conditions = wordSet("when if only unless until once where whenever after before provided");
const looseConditions = wordSet(
  "for in as during following with without to over by within at beyond prior from rather but",
);
/** People whom no record is about. */
const people = wordSet(
  "patients persons people individuals adults adolescents workers candidates smokers diabetics women men children those most many",
);
const pronouns = wordSet("it this that these they there he she we i its such neither nor none both here all");
const determiners = wordSet("the any another more further additional no a an one each");
/** Words of this case. */
const caseWords = wordSet(
  `request requests requested requesting his her hers he she him my i we today currently recently now
  yesterday ago was were had did last yet still already`,
);
const caseNouns =
  /\b(?:this case|here|at issue|in question|on file|in dispute|this (?:patient|employee|request|file)|work(?:ed|s|ing) (?:full|part)|\d{1,2}\/\d{1,2}\/\d{2,4}|20[012]\d)\b/i;
/** "If *the patient* stresses the knee" is anyone. */
const anyPatient =
  /\b(?:if|when|where|unless|until|once|whether|that|only|in whom|before|after|so) (?:the|a) patient\b/gi;
/** "Arthroscopy offers *no benefit* over exercise." The record cues take it for a finding. */
const noGain =
  /\b(?:offers?|provides?|adds?|of) (?:no|little) (?:\w+ )?(?:benefit|value|advantage|improvement)\b(?= (?:over|in|for|to|beyond)\b)/gi;
/** "Acupuncture has no role in …" */
const hasRole =
  /\b(?:has|have) (?:an? |no |little |some |the )?(?:\w+ )?(?:roles?|place|value|evidence|benefit|efficacy|use|support|indications?)\b/i;
/** "The role of …", "The decision to operate": a thing in general. */
const generalNouns =
  /^(?:the |an? )?(?:\w+ )?(?:use|roles?|value|benefits?|goals?|aims?|purpose|choice|timing|duration|frequency|dose|course|indications?|evidence|treatment|management|diagnosis|decision|need|addition|presence|absence|trial|failure|risks?|efficacy|effectiveness|candidates?) (?:of|for|to|that)\b/i;

/** Words after which a sentence says what its rule requires, also of an examination or a record: "supported when films show …". */
const condition = /\b(?:when|if|only|unless|until|once|where|whenever)\b/i;

/** The sentence's tests of whether it is about this employee, or what the record shows. */
export interface CaseTests {
  readonly namesEmployee: (words: string) => boolean;
  readonly namesRecord: (words: string) => boolean;
}

/** A longer sentence is read up to here: a verb is compared with all words around it. */
const maxWords = 150;

export function isGeneralStatement(sentence: string, { namesEmployee, namesRecord }: CaseTests): boolean {
  if (!sentence.endsWith(".")) return false;
  const plain = sentence
    .replace(anyPatient, "")
    .replace(/"[^"]*"/g, "")
    .replace(noGain, "serves little");
  if (caseNouns.test(plain) || namesEmployee(plain)) return false;
  const head = plain.slice(0, condition.exec(plain)?.index);
  if (namesRecord(head) || wordsOf(head).some((word) => caseWords.has(word))) return false;
  const words = wordsOf(plain).slice(0, maxWords);
  if (pronouns.has(words[0] ?? "")) return false;
  return hasRole.test(plain) || statesRule(words, plain);
}

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[a-z]+(?:['-][a-z]+)*|[,;]/g) ?? [];

function statesRule(words: readonly string[], plain: string): boolean {
  // "Most patients recover within six weeks."
  if (words.slice(0, 2).some((word) => people.has(word))) return true;
  const ofPeople = words.some((word) => people.has(word));
  const isParticular = determiners.has(words[0] ?? "") && !generalNouns.test(plain);
  const isStrict = ofPeople || words.some((word) => conditions.has(word));
  return words.some((verb, at) => {
    if (at === 0) return false;
    const rest = words.slice(at + 1);
    const isLoose = !isParticular && rest.some((word) => looseConditions.has(word));
    // "Therapy has failed" is a finding; "patients who have failed therapy may have surgery" is a rule.
    if (!isStrict && words.slice(0, at).some((word) => word === "has" || word === "have")) return false;
    if (modals.has(verb)) return !isParticular || isStrict;
    if (copulas.has(verb)) {
      const near = rest.slice(0, 5);
      const isTreated = near.some((word) => treated.has(word));
      return (
        (isStrict || isLoose) &&
        (near.some((word) => judgments.has(word)) || (isTreated && (isStrict || rest.includes("for"))))
      );
    }
    return generalVerbs.has(verb) && isVerb(words, at) && (!isParticular || isStrict);
  });
}

/** "Injections *help*", "therapy *helps*"; not "current *work* status", "the *benefits*". */
function isVerb(words: readonly string[], at: number): boolean {
  const previous = words[at - 1] as string;
  if (words[at]?.endsWith("s")) return !determiners.has(previous);
  return (
    previous.endsWith("s") ||
    (at > 1 && words[at - 2]?.endsWith("s") === true && /ly$|^(?:seldom|often)$/.test(previous))
  );
}
