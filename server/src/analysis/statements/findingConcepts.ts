/** What a physician finds and a letter states in one of two or more ways: signs, symptoms, studies, and states of the employee. */
import type { PatternRow } from "../../base/matchAll.ts";

/** A test of the examination, which is positive or negative. The expressions read text in lower case. */
export interface SignRow extends PatternRow {
  /** As messages name it at their start. */
  readonly name: string;
}

const sign = (name: string, words: string, example: string): SignRow => ({
  name,
  pattern: new RegExp(`\\b(?:${words})(?:['’]?s)?\\b`),
  example,
});

export const signs: readonly SignRow[] = [
  sign("Straight leg raise", "straight[- ]leg[- ]rais(?:e|ing)|slr|las[eè]gue", "SLR is positive."),
  sign("Slump test", "slump(?: test)?", "The slump test is positive."),
  sign("Femoral stretch test", "femoral (?:nerve )?stretch", "The femoral stretch test is negative."),
  sign("Spurling sign", "spurling", "Spurling is positive."),
  sign("Lhermitte sign", "lhermitte", "Lhermitte sign is negative."),
  sign("Hoffmann sign", "hoffmann?", "Hoffman is negative."),
  sign("Babinski sign", "babinski", "Babinski is negative."),
  sign("Romberg test", "romberg", "Romberg is negative."),
  sign("Kemp test", "kemp", "Kemp test is positive."),
  sign("Facet loading", "facet loading", "Facet loading is positive."),
  sign("Waddell sign", "waddell", "Waddell signs are negative."),
  sign("Patrick test", "patrick|fabere?", "FABER is positive."),
  sign("FADIR test", "fadir", "FADIR is positive."),
  sign("Gaenslen test", "gaenslen", "Gaenslen is positive."),
  sign("Trendelenburg sign", "trendelenburg", "Trendelenburg is negative."),
  sign("Tinel sign", "tinel", "Tinel is positive."),
  sign("Phalen sign", "phalen", "Phalen is positive."),
  sign("Durkan test", "durkan|(?:carpal|median nerve) compression test", "Durkan is positive."),
  sign("Finkelstein test", "finkelstein", "Finkelstein is positive."),
  sign("Froment sign", "froment", "Froment is negative."),
  sign("Watson test", "watson|scaphoid shift", "Watson is negative."),
  sign("Grind test", "(?:cmc |thumb |basal joint )?grind(?:ing)? test", "The grind test is positive."),
  sign("Patellar grind", "patell(?:ar|ofemoral) grind(?: test)?", "Patellar grind is positive."),
  sign("Cozen test", "cozen", "Cozen is positive."),
  sign("Mill test", "mill['’]?s? test", "Mill's test is positive."),
  sign("Elbow flexion test", "elbow flexion test", "The elbow flexion test is positive."),
  sign("Hawkins sign", "hawkins?(?:-kennedy)?", "Hawkins is positive."),
  sign("Neer sign", "neer", "Neer is positive."),
  sign("Impingement sign", "impingement (?:sign|test)", "The impingement sign is positive."),
  sign("O'Brien test", "o['’]?brien", "O'Brien is positive."),
  sign("Speed test", "speed(?:['’]?s)? test", "Speed's test is positive."),
  sign("Yergason test", "yergason", "Yergason is positive."),
  sign("Empty can test", "empty can|jobe", "Empty can is positive."),
  sign("Drop arm test", "drop[- ]arm", "Drop arm is negative."),
  sign("Apprehension test", "apprehension", "Apprehension is negative."),
  sign("Cross-arm test", "cross[- ](?:arm|body)(?: adduction)?", "Cross-arm is positive."),
  sign("Adson test", "adson", "Adson is negative."),
  sign("Roos test", "roos", "Roos is negative."),
  sign("McMurray test", "mcmurray", "McMurray is positive."),
  sign("Apley test", "apley", "Apley is positive."),
  sign("Thessaly test", "thessaly", "Thessaly is positive."),
  sign("Lachman test", "lachmann?", "Lachman is negative."),
  sign("Pivot shift", "pivot[- ]shift", "Pivot shift is negative."),
  sign("Anterior drawer test", "anterior drawer", "The anterior drawer is positive."),
  sign("Posterior drawer test", "posterior drawer", "The posterior drawer is negative."),
  sign("Talar tilt", "talar tilt", "Talar tilt is positive."),
  sign("Thompson test", "thompson", "Thompson is negative."),
  sign("Mulder sign", "mulder", "Mulder is positive."),
  sign("Homans sign", "homan", "Homan is negative."),
];

/** What is present or absent. Some are of a place, which is compared. */
export interface PresenceRow extends PatternRow {
  readonly name: string;
  readonly regional?: boolean;
}

const present = (name: string, words: string, example: string, regional = true): PresenceRow => ({
  name,
  pattern: new RegExp(`\\b(?:${words})\\b`),
  example,
  regional,
});

export const presences: readonly PresenceRow[] = [
  present("Spasm", "(?:muscle |paraspinal |paravertebral )*spasms?", "There is spasm."),
  present("Swelling", "swelling|edema", "There is swelling."),
  present("Effusion", "effusions?", "There is an effusion."),
  present("Instability", "instability", "There is instability."),
  present("Atrophy", "atrophy", "There is atrophy."),
  present("Crepitus", "crepitus|crepitation", "There is crepitus."),
  present("Deformity", "deformit(?:y|ies)", "There is a deformity."),
  present("Numbness", "numbness|tingling|paresthesias?", "There is numbness."),
  present("Weakness", "weakness", "There is weakness."),
  present("Locking", "locking", "There is locking."),
  present("Giving way", "giving way|buckling", "There is giving way."),
  present("Foot drop", "foot drop", "There is foot drop."),
  present("Clonus", "clonus", "There is clonus."),
  present(
    "Radiculopathy",
    "radiculopathy|radicular (?:symptoms?|pain|signs?|findings?|complaints?)",
    "There is radiculopathy.",
  ),
  present(
    "Nerve root contact",
    "nerve[- ]root (?:compression|contact|impingement|compromise|involvement|displacement)",
    "There is nerve root compression.",
  ),
  present("Stenosis", "(?:canal |central |spinal |foraminal )*stenosis", "There is stenosis."),
  present("Herniation", "(?:disc |disk )?(?:herniations?|extrusions?)", "There is a herniation."),
  present("Fracture", "fractures?", "There is a fracture."),
  present("Dislocation", "dislocations?", "There is a dislocation."),
  present("Nonunion", "non-?union|pseudarthrosis", "There is a nonunion."),
  present("Loosening", "loosening", "There is loosening."),
  present("Joint space narrowing", "joint[- ]space (?:narrowing|loss)", "There is joint space narrowing."),
  present("Infection", "infections?", "There is an infection.", false),
  present("Osteoarthritis", "(?:osteo)?arthritis|arthrosis", "There is osteoarthritis."),
  present(
    "Suicidal ideation",
    "suicidal (?:ideation|thoughts?|intent)",
    "There is suicidal ideation.",
    false,
  ),
  present(
    "Side effects",
    "side effects?|adverse (?:effects?|events?|reactions?)",
    "There are side effects.",
    false,
  ),
  present("Constipation", "constipation", "There is constipation.", false),
  present("Nausea", "nausea|vomiting", "There is nausea.", false),
  present("Dyspepsia", "dyspepsia|heartburn|gerd|acid reflux", "There is dyspepsia.", false),
  present("Ulcer", "(?:peptic|gastric|duodenal|stomach) ulcers?", "There is a peptic ulcer.", false),
  present("Headaches", "headaches?|migraines?", "There are headaches.", false),
  present("Dizziness", "dizziness|vertigo", "There is dizziness.", false),
  present("Incontinence", "incontinence", "There is incontinence.", false),
  present("Depression", "depression", "There is depression.", false),
  present("Anxiety", "anxiety", "There is anxiety.", false),
  present("Insomnia", "insomnia", "There is insomnia.", false),
  present("Diabetes", "diabetes", "There is diabetes.", false),
  present("Hypertension", "hypertension|high blood pressure", "There is hypertension.", false),
  present("Sleep apnea", "sleep apnea", "There is sleep apnea.", false),
  present("Substance abuse", "(?:substance|drug|alcohol) abuse", "There is substance abuse.", false),
  present("Aberrant behavior", "aberrant (?:drug )?behaviors?", "There is aberrant behavior.", false),
  present("Allergies", "(?:drug |known )?allerg(?:y|ies)", "There are allergies.", false),
];

export interface ValueRow extends PatternRow {
  /** As messages name it: "abnormal". */
  readonly value: string;
}

/** A state with its values. What an earlier value has read, a later one doesn't read again. */
export interface ConceptRow {
  readonly name: string;
  /** One of them stands in any text that states it. */
  readonly hints: readonly string[];
  /** Whether it belongs to a place or a side, which is compared. */
  readonly regional?: boolean;
  readonly values: readonly ValueRow[];
  /** Values that don't exclude each other. */
  readonly compatible?: readonly (readonly [string, string])[];
}

const is = "(?:is|was|are|were|remains?|remained)";
const degree = "(?:(?:mildly|moderately|severely|markedly|slightly|significantly|globally|diffusely|very) )?";

export const concepts: readonly ConceptRow[] = [
  {
    name: "Gait",
    hints: ["gait", "limp", "ambulat", "walk"],
    values: [
      {
        value: "normal",
        pattern: new RegExp(
          `\\b(?:gait ${is} (?:normal|steady|non-?antalgic|unremarkable|not antalgic|brisk|smooth)|(?:normal|steady|non-?antalgic|unremarkable|brisk) gait|(?:without|with no|has no|had no|no) (?:(?:a|any|evidence of a) )?(?:limp|antalgic gait|gait (?:abnormality|disturbance))|(?:not|n't|never) limp(?:ing)?|(?:walks|walked|ambulates|ambulated) normally)\\b`,
        ),
        example: "She walks without a limp.",
      },
      {
        value: "abnormal",
        pattern: new RegExp(
          `\\b(?:antalgic(?:ally)?|limps|limped|limping|(?:a|his|her|the|with|marked|slight|obvious|visible|noticeable) limp|gait ${is} ${degree}(?:abnormal|slow|wide-based|unsteady|ataxic)|(?:abnormal|unsteady|ataxic|wide-based|shuffling) gait)\\b`,
        ),
        example: "He has an antalgic gait.",
      },
    ],
  },
  {
    name: "Sensation",
    hints: ["sensation", "sensory", "sensibility"],
    regional: true,
    values: [
      {
        value: "intact",
        pattern: new RegExp(
          `\\b(?:(?:sensation|sensibility)(?: to (?:light touch|pinprick|pin prick|touch))?(?: (?:in|of|over|at|throughout|to) (?:[a-z0-9-]+ ){1,5}?)? ?${is} (?:intact|normal|preserved|full|unremarkable|symmetric(?:al)?)|(?:intact|normal|preserved) (?:sensation|sensory exam(?:ination)?|sensibility)|sensory (?:exam(?:ination)?|testing|function) ${is} (?:intact|normal|unremarkable)|no (?:sensory (?:loss|deficits?|changes?)|loss of sensation))\\b`,
        ),
        example: "Sensation is intact.",
      },
      {
        value: "decreased",
        pattern: new RegExp(
          `\\b(?:sensation(?: to (?:light touch|pinprick|pin prick|touch))?(?: (?:in|of|over|at) (?:[a-z0-9-]+ ){1,5}?)? ?${is} ${degree}(?:decreased|diminished|reduced|impaired|absent|dull(?:ed)?|lost|abnormal|altered)|${degree}(?:decreased|diminished|reduced|impaired|absent|altered|dulled) (?:light touch )?(?:sensation|sensibility)|(?:sensory (?:loss|deficits?)|loss of sensation|hyp(?:o|er)esthesia)|sensory exam(?:ination)? ${is} abnormal)\\b`,
        ),
        example: "Sensation is decreased.",
      },
    ],
  },
  {
    name: "Reflexes",
    hints: ["reflex"],
    regional: true,
    values: [
      {
        value: "normal",
        pattern: new RegExp(
          `\\b(?:reflexes(?: [a-z]+){0,5}? ${is} (?:[a-z0-9+/]+ and )?(?:normal|intact|symmetric(?:al)?|equal|brisk and symmetric|physiologic|2\\+)|(?:normal|intact|symmetric(?:al)?|equal) (?:deep tendon )?reflexes)`,
        ),
        example: "Reflexes are symmetric.",
      },
      {
        value: "abnormal",
        pattern: new RegExp(
          `\\b(?:reflex(?:es)?(?: [a-z]+){0,5}? ${is} (?:not (?:normal|symmetric(?:al)?|intact|equal)|${degree}(?:absent|diminished|decreased|depressed|reduced|asymmetric(?:al)?|hyperactive|abnormal|lost))|(?:absent|diminished|decreased|depressed|reduced|asymmetric(?:al)?|hyperactive|abnormal)(?: [a-z]+){0,4}? reflex(?:es)?|hyperreflexia|hyporeflexia)`,
        ),
        example: "The ankle reflex is absent.",
      },
    ],
  },
  {
    name: "Strength",
    hints: ["strength", "weak", "motor", "5/5", "4/5", "3/5"],
    regional: true,
    values: [
      {
        value: "full",
        pattern: new RegExp(
          `\\b(?:(?:strength|motor (?:function|power|testing|exam(?:ination)?|strength)|power)(?: (?:of|in|at|for) (?:[a-z0-9-]+ ){1,6}?)? ?${is} (?:full|normal|intact|preserved|5/5|5 ?of 5|5 out of 5|symmetric(?:al)?)|(?:full|normal|intact|preserved|5/5) (?:motor )?(?:strength|power)|(?:no|without|denies) (?:motor |muscle |focal )?weakness)\\b`,
        ),
        example: "Strength is 5/5.",
      },
      {
        value: "reduced",
        pattern: new RegExp(
          `\\b(?:(?:strength|power)(?: (?:of|in|at|for) (?:[a-z0-9-]+ ){1,6}?)? ?${is} (?:not (?:full|normal)|${degree}(?:decreased|diminished|reduced|impaired|weak)|[0-4][+-]? ?(?:/|of|out of) ?5)|${degree}(?:decreased|diminished|reduced|impaired|[0-4][+-]?/5) (?:motor |grip |muscle )?(?:strength|power)|(?:with|has|had|shows|showed|demonstrates|there is|was|his|her|the) ${degree}(?:motor |muscle |marked |mild |severe |significant |profound )*weakness)\\b`,
        ),
        example: "Strength is 3/5.",
      },
    ],
  },
  {
    name: "Range of motion",
    hints: ["range of motion", "rom ", "motion"],
    regional: true,
    values: [
      {
        value: "full",
        pattern: new RegExp(
          `\\b(?:(?:full|normal|unrestricted|complete|painless full) (?:active |passive |painless )*(?:range of motion|rom|motion|mobility)|(?:range of motion|rom)(?: (?:of|in|at) (?:the )?(?:[a-z]+ ){1,4}?)? ?${is} (?:full|normal|unrestricted|complete|intact|within normal limits))\\b`,
        ),
        example: "Range of motion is full.",
      },
      {
        value: "restricted",
        pattern: new RegExp(
          `\\b(?:${degree}(?:restricted|limited|decreased|reduced|diminished|loss of|painful and limited) (?:active |passive )*(?:range of motion|rom|motion|mobility)|(?:range of motion|rom)(?: (?:of|in|at) (?:the )?(?:[a-z]+ ){1,4}?)? ?${is} (?:not (?:full|normal)|${degree}(?:restricted|limited|decreased|reduced|diminished)))\\b`,
        ),
        example: "Range of motion is restricted.",
      },
    ],
  },
  {
    name: "The neurologic examination",
    hints: ["neurolog", "neuro exam"],
    values: [
      {
        value: "normal",
        pattern: new RegExp(
          `\\b(?:(?:normal|unremarkable|non-?focal|intact) neuro(?:logic(?:al)?)? (?:exam(?:ination)?|findings|status)|neuro(?:logic(?:al)?)? (?:exam(?:ination)?|status) ${is} (?:normal|intact|non-?focal|unremarkable|within normal limits)|neurologically intact|no (?:focal )?neurologic(?:al)? (?:deficits?|abnormalit(?:y|ies)|findings))\\b`,
        ),
        example: "The neurologic exam is normal.",
      },
      {
        value: "abnormal",
        pattern: new RegExp(
          `\\b(?:abnormal neuro(?:logic(?:al)?)? (?:exam(?:ination)?|findings)|neuro(?:logic(?:al)?)? exam(?:ination)? ${is} (?:not normal|abnormal)|(?:has|had|with|showed|shows|demonstrates|there (?:is|are|was|were)) (?:a |an )?(?:focal |progressive |significant |clear |objective )*neurologic(?:al)? deficits?)\\b`,
        ),
        example: "There is a neurologic deficit.",
      },
    ],
  },
  {
    name: "The tear",
    hints: [" tear", "torn"],
    regional: true,
    values: [
      {
        value: "partial",
        pattern:
          /\b(?:partial(?:[- ]thickness)?|incomplete|interstitial|bursal-sided|articular-sided)(?: [a-z]+){0,4}? tears?\b|\bpartially torn\b|\btears? (?:is|was) (?:only )?partial\b|\b(?:not|no|without a) full[- ]thickness tears?\b/,
        example: "There is a partial tear.",
      },
      {
        value: "full-thickness",
        pattern:
          /\b(?:full[- ]thickness|complete|massive)(?: [a-z]+){0,4}? tears?\b|\bcompletely torn\b|\b(?:is|was) (?:completely )?ruptured\b|\btears? (?:is|was) (?:full[- ]thickness|complete)\b|\bcomplete rupture\b/,
        example: "There is a full-thickness tear.",
      },
    ],
  },
  {
    name: "The drug screen",
    hints: ["screen", "toxicology", "uds", "udt", "drug test"],
    values: [
      {
        value: "not as expected",
        pattern:
          /\b(?:drug|urine|toxicology|screen(?:ing|s)?|uds|udt|tests?)\b[^.;]{0,80}?\b(?:inconsistent|not consistent|aberrant|unexpected|not as expected|abnormal|positive for (?:[a-z]+ (?:and|,) )?(?:methadone|cocaine|meth\w*|amphetamines?|marijuana|thc|cannab\w+|heroin|alcohol|ethanol|illicit|pcp|ecstasy|mdma|non-?prescribed|undisclosed|unprescribed)|negative for (?:the )?(?:prescribed|hydrocodone|oxycodone|morphine|tramadol|opiates|opioids))/,
        example: "The drug screen was inconsistent with the prescriptions.",
      },
      {
        value: "as expected",
        pattern:
          /\b(?:drug|urine|toxicology|screen(?:ing|s)?|uds|udt|tests?)\b[^.;]{0,80}?\b(?:consistent|as expected|appropriate|compliant|(?:was|were) negative(?! for)|negative for (?:illicit|illegal|all|any|cocaine|non-?prescribed|drugs of abuse)|expected|no (?:aberrant|illicit|unexpected))/,
        example: "The drug screen was as expected.",
      },
    ],
  },
  {
    name: "Smoking",
    hints: ["smok", "tobacco", "cigarette", "pack", "nicotine"],
    values: [
      {
        value: "denied",
        pattern:
          /\b(?:non-?smok(?:er|ing)|never(?: been a)? smok(?:er|ed)|(?:does not|do not|doesn't|did not|not|never|denies|denied) (?:smok(?:e|ing|er)|(?:use |using |any )*(?:tobacco|cigarettes|nicotine|smoking)(?: use)?)|not a smoker|no (?:history of )?(?:tobacco|smoking|nicotine)(?: use)?|(?:quit|stopped|gave up|ceased) smoking|(?:former|ex-?)[- ]?smoker|tobacco[- ]free)\b/,
        example: "He is a nonsmoker.",
      },
      {
        value: "current",
        pattern:
          /\b(?:smokes|(?:is|was|remains) (?:a |an )?(?:current |active |heavy |daily |pack-a-day |longtime |lifelong )*smoker|is (?:still )?smoking|continues to smoke|still smokes|uses (?:tobacco|cigarettes|nicotine)|current smoker|active smoker|packs? (?:of cigarettes )?(?:a|per) day|(?:his|her) (?:tobacco use|smoking|cigarettes|tobacco habit))\b/,
        example: "She smokes half a pack a day.",
      },
    ],
  },
  {
    name: "Snoring",
    hints: ["snor"],
    values: [
      {
        value: "denied",
        pattern:
          /\b(?:(?:does not|do not|doesn't|did not|not|never|denie[sd]) (?:any )?snor(?:e|es|ing)|(?:no|without|absence of|denie[sd]) (?:any |history of |reported |loud )*snoring)\b/,
        example: "She does not snore.",
      },
      {
        value: "present",
        pattern:
          /\b(?:snores|(?:has|with|and|reports?|reported|loud|heavy|nightly|his|her|of|by) snoring|snoring (?:is|was) (?:reported|noted|present|described|loud))\b/,
        example: "She snores loudly.",
      },
    ],
  },
  {
    name: "Diabetes",
    hints: ["diabet"],
    values: [
      {
        value: "denied",
        pattern:
          /\b(?:(?:not|n't) (?:a )?diabetic|no (?:history of |known )?diabetes|denie[sd] (?:a history of |any )?diabetes|non-?diabetic|without diabetes)\b/,
        example: "He is not diabetic.",
      },
      {
        value: "present",
        pattern:
          /\b(?:is (?:a |an )?(?:known |poorly controlled |insulin-dependent )*diabetic|(?:has|his|her) (?:poorly controlled |well controlled |type (?:1|2|i|ii) |known )*diabetes)\b/,
        example: "Her diabetes is controlled.",
      },
    ],
  },
  {
    name: "Work status",
    hints: ["work", "duty", "duties", "disab", "ttd", "job"],
    values: [
      {
        value: "modified duty",
        pattern:
          /\b(?:(?:on|to|with|at|performs|performing|does|doing|works?|working) (?:a )?(?:modified|light|restricted|limited|sedentary|part-time)(?: and [a-z]+)? (?:duty|duties|work)|work(?:s|ing)? (?:with|under|on) (?:work )?restrictions|(?:returned|back|went back|gone back) to (?:half days|part-time|modified|light|limited|restricted)(?: duty| duties| work)?(?: at work)?|half days at work)\b/,
        example: "She is on modified duty.",
      },
      {
        value: "off work",
        pattern:
          /\b(?:(?:is|was|remains?|remained|been|placed|kept) (?:currently |still )?off (?:of )?work|(?:is|was|remains|has been|are) (?:currently )?(?:not|n't) (?:currently |been )?(?:working|at work)|(?:has|have|had|did|does) (?:not|n't) (?:yet )?(?:returned?|gone back|go back|gone) to (?:any )?work|not (?:been )?(?:able to return|returned) to (?:any )?work|(?:on|is|remains|placed on) (?:temporary total|total temporary|temporarily totally|totally temporarily|totally|total)(?: disabled| disability| temporary disability)+|(?:temporarily )?totally (?:temporarily )?disabled|\bon ttd|has not worked|unable to work|(?:does|do) not work|is unemployed|no longer works)\b/,
        example: "He remains off work.",
      },
      {
        value: "full duty",
        pattern:
          /\b(?:(?:on|to|at|performs|performing|does|doing|works?|working|resumed) (?:his |her |a )?(?:full|regular|usual|unrestricted|customary)(?: and [a-z]+)? (?:duty|duties|work|job)|works? (?:full[- ]time|without restrictions)|working (?:full[- ]time|without restrictions)|full[- ]time without restrictions)\b/,
        example: "She has gone back to full duty.",
      },
      {
        value: "at work",
        pattern:
          /\b(?:(?:is|was|has been|remains|continues) (?:currently |still |back )?(?:working|at work)|(?:has|have) (?:returned|gone back) to (?:his |her )?(?:work|job)|returned to (?:his |her )?(?:work|job)|went back to (?:his |her )?(?:work|job)|(?:is|was) back (?:at|on) (?:the |his |her )?job|continues to work|is employed|is back at (?:his|her) job|(?:still|now|currently) works)\b/,
        example: "He is working.",
      },
    ],
    compatible: [
      ["at work", "modified duty"],
      ["at work", "full duty"],
    ],
  },
  {
    name: "Hand dominance",
    hints: ["hand", "dominant"],
    values: [
      {
        value: "right",
        pattern:
          /\bright[- ]?hand(?:ed\b|[- ]dominan(?:t|ce))|\bdominant right\b|\bright (?:upper extremity )?(?:is )?dominant\b|\bright hand is (?:the )?dominant\b/,
        example: "She is right-handed.",
      },
      {
        value: "left",
        pattern:
          /\bleft[- ]?hand(?:ed\b|[- ]dominan(?:t|ce))|\bdominant left\b|\bleft (?:upper extremity )?(?:is )?dominant\b|\bleft hand is (?:the )?dominant\b/,
        example: "She is left-handed.",
      },
    ],
  },
  {
    name: "Marital status",
    hints: ["married", "single", "divorced", "widow"],
    values: [
      { value: "married", pattern: /\b(?:is|was) (?:a )?married\b/, example: "She is married." },
      {
        value: "unmarried",
        pattern: /\b(?:is|was) (?:divorced|widowed|single and|a widow(?:er)?|unmarried)\b/,
        example: "She is divorced.",
      },
    ],
  },
  {
    name: "Sleep",
    hints: ["sleep"],
    values: [
      {
        value: "good",
        pattern:
          /\b(?:sleeps well|sleep is (?:good|normal|restful)|(?:no|denies) (?:sleep (?:difficulty|problems|disturbance)|difficulty sleeping|trouble sleeping))\b/,
        example: "She sleeps well.",
      },
      {
        value: "poor",
        pattern:
          /\b(?:sleeps poorly|poor sleep|cannot sleep|sleep is (?:poor|disturbed|broken)|has (?:difficulty|trouble) sleeping)\b/,
        example: "She sleeps poorly.",
      },
    ],
  },
  {
    name: "The electrodiagnostic study",
    hints: ["emg", "ncs", "ncv", "electrodiagnos", "nerve conduction", "electromyogra"],
    regional: true,
    values: [
      {
        value: "normal",
        pattern:
          /\b(?:emg|ncs|ncv|electrodiagnostic|nerve conduction|electromyograph\w+)\b[^.;,]{0,60}?\b(?:was|were|is|are|as) (?:normal|negative|unremarkable|within normal limits)\b|\b(?:normal|negative) (?:emg|ncs|ncv|electrodiagnostic|nerve conduction)\b/,
        example: "The EMG was normal.",
      },
      {
        value: "abnormal",
        pattern:
          /\b(?:emg|ncs|ncv|electrodiagnostic|nerve conduction|electromyograph\w+)\b[^.;,]{0,60}?\b(?:(?:was|were|is|are) (?:abnormal|positive|not normal)|(?:showed|confirmed|revealed|demonstrated|show|confirm|confirms|documented) (?:an? |the )?(?:[a-z0-9-]+ ){0,4}?(?:radiculopathy|neuropathy|carpal tunnel|denervation|slowing|entrapment))/,
        example: "The EMG showed a radiculopathy.",
      },
    ],
  },
  {
    name: "The MRI",
    hints: ["mri"],
    regional: true,
    values: [
      {
        value: "normal",
        pattern:
          /\bmri\b[^.;,]{0,60}? (?:was|is|were|as) (?:normal|negative|unremarkable|read as normal)\b|\b(?:normal|unremarkable) mri\b/,
        example: "The MRI was normal.",
      },
      {
        value: "abnormal",
        pattern:
          /\bmri\b[^.;,]{0,60}? (?:was|is|were) (?:abnormal|positive|not normal)\b|\bmri\b[^.;,]{0,60}? (?:showed|revealed|demonstrated|confirmed|shows|reveals|demonstrates|confirms) (?:an? |the )?(?:[a-z0-9-]+ ){0,5}?(?:tears?|herniation|protrusion|bulge|stenosis|fracture|degeneration|tendinosis|spondylolisthesis|extrusion)\b/,
        example: "The MRI showed a tear.",
      },
    ],
  },
];

/** Whether a treatment helped. */
function effect(name: string, nouns: string, hints: readonly string[], example: string): ConceptRow {
  const noun = `\\b(?:${nouns})\\b`;
  const good = "(?:relief|benefit|improvement|help|effect|gains?)";
  return {
    name,
    hints,
    regional: true,
    values: [
      {
        value: "without benefit",
        pattern: new RegExp(
          `${noun}[^.;,]{0,60}?\\b(?:no|without|not (?:have |bring |give |provide )?any|never (?:gave|brought|provided)) (?:[a-z]+ ){0,2}?${good}\\b|${noun}[^.;,]{0,40}?\\b(?:did not|didn't|has not|have not|had not|never|failed to) (?:help|relieve|improve|ease|work)|\\bthe (?:first|second|third|other|last|latter|repeat)(?: one)? (?:gave|brought|provided|did|was) (?:no|not|without|little)\\b|\\b(?:no|without) (?:[a-z]+ )?(?:relief|benefit|improvement|help) (?:from|with|after|following|by) (?:(?:the|a|an|his|her|this|that|any|prior|previous|physical|steroid) )*${noun}`,
        ),
        example: `${example} gave no relief.`,
      },
      {
        value: "of benefit",
        pattern: new RegExp(
          `${noun}[^.;]{0,60}?\\b(?:gave|brought|provided|provides|led to|resulted in|produced|offered|yielded|with|afforded|achieved) (?:[a-z0-9%-]+ ){0,4}?(?:relief|benefit|improvement|gains?)\\b|${noun} (?:has |have |had )?(?:helped|helps|eased|relieved)\\b|\\b(?:relief|benefit|improved|improvement) (?:from|with|after|following) (?:(?:the|a|an|his|her|this|that|prior|previous|physical|steroid) )*${noun}`,
        ),
        example: `${example} gave relief.`,
      },
    ],
  };
}

export const effects: readonly ConceptRow[] = [
  effect(
    "The injection",
    "injections?|blocks?|epidurals?|esis?",
    ["injection", "block", "epidural", "esi"],
    "The injection",
  ),
  effect("The therapy", "(?<!drug |psycho)therapy|physiotherapy", ["therapy"], "The therapy"),
  effect("Acupuncture", "acupuncture", ["acupuncture"], "Acupuncture"),
  effect(
    "Chiropractic treatment",
    "chiropractic(?: care| treatments?)?",
    ["chiropractic"],
    "Chiropractic care",
  ),
  effect("The TENS unit", "tens(?: unit)?", ["tens"], "The TENS unit"),
  effect("The brace", "brac(?:e|ing)|splint(?:ing)?", ["brac", "splint"], "The brace"),
  effect(
    "The surgery",
    "surgery|operation|arthroscopy|fusion|release",
    ["surgery", "operation", "arthroscop", "fusion", "release"],
    "The surgery",
  ),
];

const injuryBefore = "(?:injur(?:ed|y)|hurt|accident|happened|occurred|sustained|strained|onset)";
const cause = (words: string): RegExp =>
  new RegExp(
    `\\b${injuryBefore}\\b[^.;]{0,60}?\\b(?:${words})|\\b(?:${words})[^.;]{0,60}?\\b${injuryBefore}\\b`,
  );

/** How the injury came about, each with all words that tell of it. */
export const mechanisms: readonly (ValueRow & { readonly anywhere: RegExp })[] = [
  [
    "a collision",
    "(?:motor vehicle|car|auto|automobile|traffic|vehicular|truck|forklift) (?:collision|accident|crash)|mva\\b|mvc\\b|rear-?end(?:ed)?|collision|collided|head-on",
    "He was injured in a collision.",
  ],
  [
    "a fall",
    "fell\\b|fall(?:s|ing)?\\b|slip(?:ped|ping)?\\b|tripp?(?:ed|ing)?\\b|stumbl",
    "He was injured in a fall.",
  ],
  [
    "lifting",
    "lift(?:ed|ing)?\\b|carr(?:ied|ying)\\b|pull(?:ed|ing)?\\b|push(?:ed|ing)?\\b|hoist|heav|transferr?ing|moving (?:a|an|some|boxes|furniture)|unload|load(?:ed|ing)|catch(?:ing)?\\b|bend(?:ing)?\\b|bent\\b|drywall",
    "She was injured while lifting a box.",
  ],
  [
    "a twist",
    "twist|stepp(?:ed|ing)|stepped|roll(?:ed|ing)|pivot",
    "She was injured when she twisted her knee.",
  ],
  [
    "a blow",
    "(?:was|were|been) (?:struck|hit)|struck by|hit by|fell on(?:to)? (?:his|her)|crush|caught (?:in|between)|pinned",
    "He was injured when he was struck by a beam.",
  ],
  [
    "repetitive work",
    "repetitive|cumulative|continuous trauma|overuse|keyboard|typing|repeated",
    "The injury happened by repetitive work.",
  ],
  ["an assault", "assault|attack|robb|punch|gunpoint|kick|bitten|held up", "She was hurt in an assault."],
].map(([value, words, example]) => ({
  value: value as string,
  pattern: cause(words as string),
  anywhere: new RegExp(`\\b(?:${words})`),
  example: example as string,
}));
