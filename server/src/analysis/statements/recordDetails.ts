/** What a rationale may say isn't stated, although the case summary states it: scores, measures, dates, counts, and habits. */
import type { PatternRow } from "../../base/matchAll.ts";
import type { NeedsWord } from "../../base/rowsByWord.ts";
import { mechanisms } from "./findingConcepts.ts";

export interface RecordDetail extends PatternRow {
  /** As messages name it: "a depression score". */
  readonly name: string;
  /** The summary's words for it. They, and the pattern, read text in lower case. */
  readonly told: RegExp;
}

const number = "(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)";
const date =
  "(?:\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4}|\\d{1,2}/\\d{4}|(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b[ \\d,]*|(?:19|20)\\d\\d\\b)";
const dateOf = (noun: string, words: string, told = words): RecordDetail => ({
  name: `a date of the ${noun}`,
  pattern: new RegExp(
    `\\bdates? (?:of|for) (?:(?:the|his|her|any|that|this|each|first|last|prior|previous|earlier|epidural|steroid|cortisone|lumbar|cervical|knee|shoulder) )*(?:${words})\\b|\\bwhen (?:(?:the|his|her|any|that|this|first|last|prior|previous|earlier|epidural|steroid|cortisone) )*(?:${words}) (?:was|were|took)`,
  ),
  told: new RegExp(
    `\\b(?:${told})\\b[^.;]{0,40}?\\b(?:on|of|dated|in|performed|from|at) ?(?:[a-z]\\d-\\d,? (?:on|in) )?${date}|\\b(?:on|in) ${date},? [^.;]{0,40}?\\b(?:${told})\\b`,
  ),
  example: `The date of the ${noun} is not stated.`,
});

/** What surgery is called. */
export const operations =
  "surger(?:y|ies)|operations?|operated|arthroscop(?:y|ic)|fusion|laminectomy|laminotomy|foraminotomy|(?:micro)?discectomy|(?:rotator cuff|labral|meniscal|meniscus|tendon|ligament|hernia|nerve) repair|(?:ligament|acl) reconstruction|(?:hemi)?arthroplasty|(?:knee|hip|shoulder|disc|joint) replacement|(?:tunnel|finger|nerve|plantar fascia|compartment) release|(?:subacromial|nerve|spinal) decompression|meniscectomy|arthrodesis|osteotomy|amputation|(?:open reduction|internal fixation|orif)|skin graft(?:ing)?|ulnar nerve transposition|debridement|tenotomy|bunionectomy|craniotomy|cholecystectomy|herniorrhaphy";

const sessionsOf = (noun: string, words: string, told = words): RecordDetail => ({
  name: `a number of ${noun} visits`,
  pattern: new RegExp(
    `\\b(?:how (?:many|much)|(?:the )?(?:number|count|amount|total) of)(?: (?:prior|previous|completed|the|of|such|earlier))* (?:(?:${words})(?: (?:sessions|visits|treatments))?|(?:sessions|visits|treatments) of (?:prior )?(?:${words}))`,
  ),
  told: new RegExp(
    `\\b${number}(?:-${number})? (?:(?:sessions?|visits?|treatments?) of (?:[a-z]+ )?(?:${told})|(?:${told}) (?:sessions?|visits?|treatments?))`,
  ),
  example: `How many ${words.split("|").at(-1)} visits were made is not known.`,
});

const same = (name: string, words: string, example: string, told = words): RecordDetail => ({
  name,
  pattern: new RegExp(`\\b(?:${words})\\b`),
  told: new RegExp(`\\b(?:${told})`),
  example,
});

export const recordDetails: readonly RecordDetail[] = [
  same(
    "a depression score",
    "depression (?:scores?|inventory|scales?|severity)|(?:score|measure|scale|inventory|assessment|rating|index)s? (?:of|for) (?:the )?(?:depression|mood)|phq(?:-?9)?|beck(?: depression)?(?: inventory| scores?)?|bdi|psychometric (?:test|measure|score)s?",
    "No Beck inventory is on file.",
    "beck\\b|bdi\\b|phq-?9?\\b|patient health questionnaire|hamilton depression|zung|depression (?:inventory|score)",
  ),
  same(
    "an anxiety score",
    "anxiety (?:scores?|inventory|scales?)|(?:score|measure|scale|inventory|rating)s? of anxiety|gad-?7",
    "No anxiety score is on file.",
    "gad-?7|bai\\b|beck anxiety|anxiety (?:inventory|score)",
  ),
  same(
    "a range of motion",
    "(?:ranges? of motion|rom)(?: (?:measurements?|testing|findings|values))?|(?:flexion|abduction|extension)(?: and [a-z]+)? (?:of the [a-z]+ )?(?:is|was|were)",
    "The range of motion is not recorded.",
    "(?:flexion|extension|abduction|adduction|rotation|bending|elevation|deviation|range of motion|rom|motion)\\b[^.;]{0,40}?(?:\\d{1,3} ?(?:degrees|°|to \\d|%)|full|normal|restricted|limited|decreased|reduced)|(?:full|normal|restricted|limited|decreased|reduced|painful) (?:active |passive )?(?:range of motion|rom)\\b",
  ),
  sessionsOf(
    "physical therapy",
    "(?:physical |physio)?therapy|pt|therapy",
    "(?<!(?:occupational|hand|aquatic|pool|massage|manual|speech|behavioral) )(?:(?:physical |physio)?therapy|pt)",
  ),
  sessionsOf("therapy", "therapy", "(?:physical|occupational|hand|aquatic|pool|massage|manual) therapy"),
  sessionsOf("occupational therapy", "(?:hand|occupational) therapy|occupational therapy"),
  sessionsOf("aquatic therapy", "(?:pool|aquatic) therapy|aquatic therapy"),
  sessionsOf("acupuncture", "acupuncture"),
  sessionsOf("chiropractic", "chiropractic(?: care)?|chiropractic"),
  sessionsOf("psychotherapy", "psychotherapy|cognitive behavioral therapy|cbt"),
  dateOf("injection", "injections?|blocks?|epidurals?|esi"),
  dateOf(
    "surgery",
    "surger(?:y|ies)|operations?|procedure|arthroscopy|fusion|laminectomy|repair|replacement|arthroplasty|reconstruction|discectomy|release|decompression",
    operations,
  ),
  dateOf("MRI", "mri|magnetic resonance imaging"),
  dateOf("drug screen", "(?:urine |drug |toxicology )*screen|uds"),
  {
    name: "a tobacco history",
    pattern: /\b(?:smok(?:es|er|ing|e)|tobacco(?: use| history)?|cigarettes?|nicotine(?: use)?)\b/,
    told: /\b(?:smok(?:es|er|ing|ed|e)\b|packs? (?:of cigarettes )?(?:a|per) day|tobacco|cigarettes?|non-?smoker)/,
    example: "Whether she smokes is not mentioned.",
  },
  {
    name: "a degree of relief",
    pattern:
      /\b(?:percent(?:age)?|degree|amount|extent|how much)\b[^.;]{0,40}?\b(?:relief|improvement)\b|\b(?:relief|improvement)\b[^.;]{0,30}?\bin percent\b/,
    told: /\b\d{1,3} ?(?:%|percent) (?:[a-z]+ ){0,3}?(?:relief|improvement|reduction|better|decrease)|\b(?:relief|improvement|reduction|decrease)\b[^.;]{0,20}?\b\d{1,3} ?(?:%|percent)/,
    example: "The percentage of relief is not stated.",
  },
  {
    name: "a duration of relief",
    pattern: /\b(?:duration|length|how long)\b[^.;]{0,40}?\b(?:relief|improvement|benefit)\b/,
    told: /\b(?:relief|improvement|benefit)\b[^.;]{0,40}?\b(?:for|lasting|lasted|over|of) (?:about |almost |nearly |only |at least )?(?:\d+|a|one|two|three|four|five|six|seven|eight|nine|ten|several)(?:-| to | )?(?:\d+ |[a-z]+ )?(?:days?|weeks?|months?|years?)/,
    example: "The duration of relief is not stated.",
  },
  same(
    "a weight or BMI",
    "(?:body )?weight(?!-| ?bear| ?train| ?lift| ?loss)|bmi|body[- ]mass index",
    "The BMI is not recorded.",
    "bmi\\b|body[- ]mass index|weigh(?:s|ed|t (?:is|was|of)) ?\\d|\\d{2,3} (?:pounds|lbs?|kg|kilograms)",
  ),
  same("a height", "height", "Her height is not recorded.", "height (?:is|was|of) ?\\d|\\d feet|\\d'\\d"),
  same(
    "blood pressure",
    "blood[- ]pressure(?: readings?| values?)?",
    "Blood pressure is not recorded.",
    "blood[- ]pressure (?:is|was|of) |bp (?:is|was|of )?\\d|\\d{2,3}/\\d{2,3} ?mm",
  ),
  same(
    "a work status",
    "work(?:ing)? status|disability status|whether (?:he|she|the [a-z ]+) (?:is working|works|has returned to work)",
    "The work status is not stated.",
    "off (?:of )?work|modified (?:duty|work)|light duty|full duty|regular duty|(?:totally|temporarily) |not working|is working|returned to work|half days at work|work(?:s|ing) (?:full|part|with)|total(?:ly)? (?:temporary )?disab|temporary total",
  ),
  same(
    "a list of drugs",
    "(?:current )?(?:medication|drug) (?:list|regimen)|lists? of (?:the )?(?:current )?(?:medications|drugs)|current (?:medications|drugs)|what (?:medications|drugs)",
    "No medication list is on file.",
    "takes |taking |current medications|medications (?:include|are|were)|is prescribed|was prescribed",
  ),
  same(
    "side effects",
    "(?:side|adverse) effects?",
    "Side effects are not mentioned.",
    "(?:side|adverse) effects?|constipat|drows|sedation|nausea|upset (?:his|her) stomach|stomach upset",
  ),
  same(
    "aberrant behavior",
    "aberrant (?:drug[- ])?(?:related )?behaviors?",
    "Aberrant behavior is not addressed.",
    "aberran",
  ),
  same(
    "a functional score",
    "(?:functional|function|disability|validated) (?:scores?|ind(?:ex|ices)|questionnaires?|inventor(?:y|ies)|outcome measures?|outcome scores?|measures?|scales?)|(?:score|measure|scale|index)s? of (?:function|disability)|oswestry(?: [a-z]+)*|odi|ndi|(?:quick ?)?dash|womac|lefs|roland[- ]morris",
    "No Oswestry score is on file.",
    "oswestry|odi\\b|ndi\\b|neck disability|(?:quick ?)?dash\\b|womac|lefs\\b|roland|sf-?(?:12|36)|koos|functional index",
  ),
  same(
    "muscle strength",
    "(?:muscle |motor |grip |manual muscle )+(?:strength|power|testing)|strength",
    "Grip strength is not recorded.",
    "strength|\\bgrip (?:is|was|of|measured)|[0-5][+-]?/5\\b|weakness|jamar",
  ),
  same(
    "sensation",
    "sensation|sensory (?:exam(?:ination)?|testing|findings)",
    "Sensation is not recorded.",
    "sensation|sensory|sensib|numb",
  ),
  same("reflexes", "(?:deep tendon )?reflex(?:es)?", "Reflexes are not recorded.", "reflex"),
  same("gait", "gait", "The gait is not described.", "gait\\b|limp|walks (?:with|without|normally)"),
  same("tenderness", "tenderness", "Tenderness is not recorded.", "tender"),
  same(
    "a straight leg raise",
    "straight[- ]leg[- ]rais(?:e|ing)(?: test)?|slr",
    "A straight leg raise is not recorded.",
    "straight[- ]leg|slr\\b",
  ),
  same(
    "a Spurling test",
    "spurling(?:'s|’s)?(?: test| maneuver| sign)?",
    "Spurling is not recorded.",
    "spurling",
  ),
  same(
    "a Tinel or Phalen sign",
    "(?:tinel|phalen)(?:'s|’s)?(?: (?:or|and) (?:tinel|phalen)(?:'s|’s)?)?(?: (?:tests?|signs?))?",
    "A Tinel sign is not recorded.",
    "tinel|phalen",
  ),
  same("a McMurray test", "mcmurray(?:'s|’s)?(?: test)?", "McMurray is not recorded.", "mcmurray"),
  same("a Lachman test", "lachman(?:'s|’s)?(?: test)?", "Lachman is not recorded.", "lachman"),
  same(
    "a drawer test",
    "(?:anterior |posterior )?drawer(?: test| sign)?",
    "A drawer test is not recorded.",
    "drawer",
  ),
  same(
    "impingement signs",
    "impingement (?:signs?|tests?)|hawkins(?: sign)?|neer(?: sign)?",
    "Impingement signs are not recorded.",
    "impingement|hawkins|neer\\b",
  ),
  same("a diagnosis", "diagnos[ie]s", "A diagnosis is not given.", "diagnos[ie]s|diagnosed"),
  {
    name: "a mechanism of injury",
    pattern:
      /\bmechanism(?: of (?:the )?injury)?\b|\bhow (?:(?:the|his|her) (?:injury|accident) (?:happened|occurred|came about)|(?:he|she|the [a-z ]{3,16}?) (?:was|got) (?:injured|hurt))/,
    told: new RegExp(mechanisms.map(({ pattern }) => `(?:${pattern.source})`).join("|")),
    example: "The mechanism of injury is not stated.",
  },
  same(
    "hand dominance",
    "(?:hand )?dominance|handedness|dominant hand|which hand (?:is dominant|is the dominant one)",
    "The dominant hand is not stated.",
    "(?:right|left)[- ]?hand(?:ed|[- ]dominant)|dominant",
  ),
  same(
    "alcohol use",
    "alcohol(?: use| intake| history)?",
    "Alcohol use is not mentioned.",
    "alcohol|drinks (?!water)",
  ),
  same("allergies", "allerg(?:y|ies)", "Allergies are not mentioned.", "allerg"),
  same(
    "a physical examination",
    "(?:physical|clinical|orthopedic|objective) exam(?:ination)?(?: findings)?|exam(?:ination)? findings|objective findings",
    "No physical examination is on file.",
    "exam(?:ination)? (?:showed|revealed|found|demonstrated|was|is|on|of)|on exam|tenderness|straight leg raise|range of motion|flexion of",
  ),
  same(
    "pain with and without medication",
    "(?:pain|scores?|levels?|ratings?) (?:with and without|before and after|without and with) (?:the )?(?:medications?|drugs?|opioids?|norco|it)",
    "Pain with and without medication is not recorded.",
    "with and without medication|without medication|with medication|with (?:drugs|opioids)|before and after",
  ),
  same(
    "a pain rating",
    "pain (?:scores?|levels?|ratings?|intensity|severity)|(?:score|rating|level|intensity|severity)s? of (?:the )?pain|vas(?: scores?)?",
    "Pain scores are not recorded.",
    "\\d{1,2}(?:\\.\\d)? ?(?:/|out of|of) ?10\\b",
  ),
  {
    name: "who lives with the employee",
    pattern:
      /\b(?:(?:anyone|anybody|someone|somebody|who|whom|family(?: members?)?|(?:a|his|her) (?:spouse|wife|husband|partner|relative))(?: else)? (?:shares?|lives?|is|are|can|could|resides?)(?: (?:the|with|in|at|this|him|her|same|household|home|house|residence|present|available|there|help|assist|employee|patient|worker))+|(?:living|home|household|family|domestic) (?:situation|arrangements?|circumstances|support|composition|setting|environment)|lives? (?:alone|by (?:him|her)self))\b/,
    told: /\b(?:lives? (?:alone|with|by (?:him|her)self)|living with|resides? with|shares? (?:a|the|his|her) (?:home|house|household|apartment)|(?:husband|wife|spouse|partner|daughter|son|mother|father|sister|brother|family|roommate)s? (?:lives?|helps?|assists?|cares?|does|do|cooks?|is at home|stays))\b/,
    example: "The living situation is not recorded.",
  },
  {
    name: "an operation",
    pattern:
      /\b(?:operat(?:ed(?: on| upon)?|ions?)|surgery|surger(?:y|ies)|surgically treated)\b(?! (?:dates?|reports?|notes?))/,
    told: new RegExp(
      `\\b(?:underwent|undergone|had|status post|s/p|after|following|received) (?:[a-z][a-z\\d-]* ){0,5}?(?:${operations})\\b|\\b(?:${operations})\\b[^.;]{0,40}?\\b(?:was|were) (?:done|performed|carried out|undertaken|completed)`,
    ),
    example: "There is no documentation that the foot was operated on.",
  },
  same(
    "vital signs",
    "vital signs|vitals|(?:pulse|heart|respiratory) rate|temperature",
    "Vital signs are not recorded.",
    "vital signs (?:were|are|was)|vitals (?:were|are)|pulse (?:was|is|of) ?\\d|(?:heart|respiratory) rate (?:was|is|of) ?\\d|temperature (?:was|is|of) ?\\d",
  ),
  same(
    "activities of daily living",
    "activities of daily living|adls?|daily activities",
    "Activities of daily living are not described.",
    "activities of daily living|adls?\\b|(?:able|unable) to (?:cook|dress|clean|drive|walk|shop|garden|bathe|cut|do)|spen(?:t|ds) most of the day",
  ),
];

const stated =
  "(?:documented|recorded|stated|given|mentioned|noted|described|provided|included|submitted|found|reported|specified|known|disclosed|listed|measured|assessed|quantified|charted|addressed|told|indicated|identified|available|clear|on file|in the (?:file|chart|records?)|discussed|supplied|tested|rated|evaluated|performed|obtained|logged|set out|spelled out|detailed)";
const be = "(?:is|are|was|were|has been|have been|had been|has|have|had)";
const records =
  "(?:(?:the |these |those |submitted |available |medical |clinical |progress |treating |provider's )*(?:records?|files?|charts?|documents|documentation|notes?|reports?|materials?|packet|submission)|(?:the |treating |requesting )*(?:provider|physician|surgeon|doctor)s?|no (?:record|note|report|document|progress note))";
const say =
  "(?:state|say|give|mention|document|record|contain|include|describe|show|tell|specify|note|list|report|disclose|indicate|address|provide|supply|quantify|measure|hold|offer|reveal)";

/**
 * Sentences that say that something isn't stated. The group holds what isn't: it's read by the patterns of the details, and
 * must hold little else.
 */
export const notStatedFrames: readonly (PatternRow & NeedsWord)[] = [
  {
    pattern: new RegExp(
      `^(?<thing>[^.;:]{3,90}?) ${be} (?:also |still |again |simply |even )?(?:not|never|nowhere|n't)(?: (?:been|otherwise|clearly|yet|once))* ${stated}\\b(?<rest>[^.;]*)`,
    ),
    example: "The work status is not stated.",
    words: "not never nowhere t",
  },
  {
    pattern:
      /^(?<thing>[^.;:]{3,90}?) (?:could not|cannot|can not|can't|couldn't) be (?:found|located|identified|determined|verified|confirmed|learned|made out)\b(?<rest>[^.;]*)/,
    example: "A medication list could not be found.",
    words: "could couldn can cannot",
  },
  {
    pattern:
      /^(?<thing>[^.;:]{3,90}?) (?:is|are|was|were|remains?) (?:also |still |nowhere to be |entirely )?(?:missing|absent|lacking|unknown|unclear|undocumented|unrecorded|unstated|unspecified|unreported|unaddressed|found nowhere|nowhere)\b(?<rest>[^.;]*)/,
    example: "The date of surgery is unknown.",
    words:
      "missing absent lacking unknown unclear undocumented unrecorded unstated unspecified unreported unaddressed nowhere",
  },
  {
    pattern: new RegExp(
      `^no (?<thing>[^.;:]{3,90}?) (?:${be}|can be|could be) (?:ever )?${stated}\\b(?<rest>[^.;]*)`,
    ),
    example: "No pain score is recorded.",
    words: "no",
  },
  {
    pattern:
      /\b(?:no|without(?: any)?|lacks?(?: any)?|lacking|lack of|absence of|not any) (?:[a-z]+ ){0,2}?(?:records?|documentation|accounts?|mention|reports?|measurements?|descriptions?|information|notes?|statements?|indication|word|details?|discussion|data) (?:of|about|on|regarding|as to|concerning|whether|for|that states|that) (?<thing>[^.;:]{3,70})(?<rest>)/,
    example: "There is no record of the work status.",
    words: "no without lack lacks lacking absence any",
  },
  {
    pattern: new RegExp(
      `\\b(?:${records} (?:(?:do|does|did) not|don't|doesn't|didn't|never|fails? to|failed to|neglects? to|omits? to)|nor (?:do|does|did) ${records}) (?:clearly |ever |even )?${say}s?(?:ed)? (?<thing>[^.;:]{3,80})(?<rest>)`,
    ),
    example: "The notes do not mention the work status.",
    words: "not don doesn didn never fails failed neglect neglects omit omits fail nor",
  },
  {
    pattern: new RegExp(
      `\\b(?:${records} (?:lacks?|omits?|(?:is|are) silent (?:on|about|as to)|(?:is|are) without|leaves? out)) (?<thing>[^.;:]{3,80})(?<rest>)`,
    ),
    example: "The notes are silent about the work status.",
    words: "lack lacks omit omits silent without leave leaves",
  },
  {
    pattern:
      /\bno (?<thing>[^.;:,]{3,60}?) (?:on file|(?:in|within|among) the (?:file|chart|records?|documents|notes))(?<rest>)/,
    example: "There is no medication list in the chart.",
    words: "no",
  },
];
