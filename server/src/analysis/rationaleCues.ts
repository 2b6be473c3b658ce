/**
 * Cues that a sentence of a rationale states a criterion or is about this employee. Each has an example that only this cue of
 * its list matches, which a test checks.
 */
import type { PatternRow } from "../base/matchAll.ts";

/** The authority of a criterion. */
export const authorityCues: readonly PatternRow[] = [
  { pattern: /\bMTUS\b/, example: "The MTUS recommends a short course." },
  {
    pattern: /\bMedical Treatment Utilization Schedule\b/i,
    example: "The Medical Treatment Utilization Schedule supports it.",
  },
  { pattern: /\bACOEM\b|\bCollege of Occupational\b/, example: "Per ACOEM, imaging is not needed at first." },
  { pattern: /\bODG\b|\bOfficial Disability Guidelines?\b/i, example: "ODG allows nine visits." },
  { pattern: /\bguidelines?\b/i, example: "Guidelines support its use for two weeks." },
  {
    pattern: /\bUp ?To ?Date\b|\bFDA\b|\bMedicare\b|\bCochrane\b|\bAMA\b/i,
    example: "UpToDate recommends it for spasm.",
  },
  {
    pattern:
      /\b(?:literature|(?<!(?:diagnostic|conduction|imaging|velocity|sleep|radiographic|these|plain|laboratory|nerve|MRI|CT|EMG|NCS|NCV) )studies|(?:controlled|clinical|randomized|published|several|two|large) trials?|trials (?:of|have|show|support|find|suggest|in)|evidence-based|peer-reviewed)\b/i,
    example: "Studies recommend early motion.",
  },
  {
    pattern:
      /\b(?:the|these|those|cited|quoted|other|published|national|federal) (?:\w+ ){0,2}(?:schedule|sources?(?! of)|parameters|text(?:book)?|chapters?|tables?|authority|authorities|consensus|policy|policies|bulletins?|(?:drug's )?label(?:ing)?|package insert|monograph|manufacturer|society|academy|association|regulations?|protocols?|standards?|position statement|articles?|references?|manual|handbook|compendium)\b/i,
    example: "The cited parameters support an appliance.",
  },
  {
    pattern:
      /\b(?:American|National|International|North American|Royal|European|British|Canadian|World|US|U\.S\.) (?:[A-Z][a-z]+,? (?:of |for |and |the |on |in )?){0,5}(?:College|Academy|Association|Society|Societies|Board|Institutes?|Foundation|Federation|Organization|Council|Committee|Congress|League)\b|\bCenters for (?:Disease Control|Medicare)\b|\bCDC\b|\bPreventive Services Task Force\b/,
    example: "The American College of Surgeons recommends an assistant for long operations.",
  },
];

/** Words that state a criterion. */
export const criterionCues: readonly PatternRow[] = [
  { pattern: /\b(?:not )?recommend(?:s|ed|ations?)?\b/i, example: "The MTUS recommends it for spasm." },
  {
    pattern: /\bsupport(?:s|ed|ive)?\b|\bendorses?\b|\bapproved? (?:of|for)\b/i,
    example: "Guidelines support its use for two weeks.",
  },
  {
    pattern:
      /\b(?:states?|stated|notes?|noted|indicates?|indicated|outlines?|stipulates?|specif(?:y|ies)|describes?|advises?|cites?)\b/i,
    example: "The MTUS states that shorter courses may be better.",
  },
  {
    pattern:
      /\b(?:should|must|requires?|required|asks? (?:for|that)|calls? for|reserved|sufficient|is to be|considered|criteri(?:a|on)|contraindicated)\b/i,
    example: "Per guidelines it should be brief.",
  },
  {
    pattern:
      /\b(?:allow(?:s|ed)?|limits?|limited|up to \d+|no more than|short[- ]term|first[- ]line|second[- ]line|short course)\b/i,
    example: "ODG allows nine visits.",
  },
  {
    pattern: /\bnot (?:needed|necessary|medically necessary) (?:to|until|unless|for most)\b/i,
    example: "Per ACOEM, imaging seems not needed until care has failed.",
  },
  {
    pattern:
      /\b(?:is|are|can be|may be) (?:\w+ )?(?:used|effective|helpful|useful|appropriate|tried|extended)\b/i,
    example: "Per guidelines, cyclobenzaprine can be used in fibromyalgia.",
  },
  {
    pattern: /\bincludes? \d+|\b\d+(?:-\d+)? (?:visits|sessions|weeks)\b/i,
    example: "The MTUS for physical therapy: 9-10 visits over 8 weeks.",
  },
  {
    pattern:
      /\b(?:discourag(?:es?|ed)|reserves?|restricts?|cautions?|warns?|advise[sd]? against|permits?|favors?|prefers?|opposes?|urges?|confines?|suggests?|proposes?|forbids?|rules? out|accepts?|expects?|wants?|prescribes?|demands?|insists?|insist on|provides? for|says?|holds?|teaches|finds?|lists?|names?|rates?|grades?|treats?|regards?|views?|sees?|puts?|places?|sets?|gives?|makes?|defines?|covers?|tells?|warn(?:s|ed)?|mandates?|looks? for|points? to|conditions|warnings?|found|concludes?|concluded|shows?|shown|benefits?|comes? (?:after|before)|second to|ahead of|begins? with|starts? with)\b/i,
    example: "ACOEM reserves NSAIDs after injury.",
  },
  {
    pattern: /: [^:]{0,60} for \w{1,20} (?:pain|conditions|flare)|\bindications?\b/i,
    example: "ODG indications for NSAIDs: acute pain.",
  },
  {
    pattern:
      /\b(?:is|are) (?:only |not |mainly |chiefly |usually |generally |primarily |just )*(?:for|meant|intended|an? (?:\w+ ){0,2}(?:option|treatment|choice|adjunct|last resort|alternative|drug|measure)|options?|optional|adjuncts?|justified|warranted|acceptable|permitted|preferred|favored|discouraged|unsupported|experimental|investigational|unproven)\b/i,
    example: "Under ACOEM, NSAIDs are for acute pain.",
  },
  {
    pattern:
      /\b(?:lowest dose|shortest (?:time|duration|period)|last resort|beyond \w+ (?:days|weeks|months)|within \w+ (?:hours|days|weeks|months)|at least \w+ (?:days|weeks|months)|not routine(?:ly)?|only (?:if|when|after|for|with|in|where|until|once))\b/i,
    example: "Per ODG, NSAIDs at the lowest dose.",
  },
  {
    pattern: /\brelies upon\b|\bconsider(?:s|ations?)\b/i,
    example: "ACOEM surgical considerations apply after 4 months.",
  },
];

/** A rule without its authority. */
export const generalRules: readonly PatternRow[] = [
  {
    pattern:
      /\b(?:is|are|be) (?:only |not |generally |usually |typically )*(?:recommended|indicated|reserved|contraindicated|considered) (?:as|along|for|when|if|in|only|after|until|to|prior|unless|at|with|by|during|where|within|over|before|following|on|once|up|beyond|under|without|from)\b/i,
    example: "Surgery is indicated for a full-thickness tear.",
  },
  {
    pattern:
      /\b(?:should|must) (?:not )?(?:only )?be (?:used|reserved|provided|limited|given|considered|documented|attempted|tried|taught|brief|ordered|treated|prescribed)\b/i,
    example: "Therapy should be provided at a decreasing frequency.",
  },
  {
    pattern: /\bcriteria\b.{0,60}\b(?:include|are|for)\b/i,
    example: "The criteria for MRI include a joint effusion.",
  },
  {
    pattern:
      /\b(?:use|doses|courses|drugs|medications|NSAIDs|opioids|relaxants|benzodiazepines|injections|studies|supports|braces)\b.{0,60}\b(?:is|are) (?:generally |usually |typically |rarely |not )*(?:recommended|discouraged|contraindicated|advised)\b/i,
    example: "Long term use is not recommended.",
  },
  {
    pattern:
      /\b(?:is|are) (?:an? |the )?(?:prerequisites?|preconditions?|requirements?|conditions?) (?:of|for|to|before)\b/i,
    example: "A failed trial is a prerequisite of the device.",
  },
  {
    pattern:
      /\b(?:is|are) (?:generally |usually |typically |only )*(?:a )?(?:first|second|third)[- ](?:line|choice|tier)\b|\b(?:is|are) (?:generally |usually )?tried (?:first|before)\b|\bindications? (?:for .{1,60} )?(?:is|are|include)\b/i,
    example: "Acetaminophen is a first-line drug.",
  },
];

/** Words that refer to this employee. */
export const employeeCues: readonly PatternRow[] = [
  {
    pattern:
      /\b(?:the|this|that) (?:patient|injured worker|applicant|claimant|employee|worker|individual|IW|member)\b/i,
    example: "The applicant was kept off work.",
  },
  {
    pattern: /\bpatient(?:'s)?\b(?! (?:education|preference|selection))/i,
    example: "Patient has completed a trial of therapy.",
  },
  { pattern: /\b(?:Mr|Ms|Mrs)\. [A-Z]/, example: "Mr. K. has tried nothing else." },
  { pattern: /\b(?:he|she|his|her) (?!\/)/i, example: "She has improved with six sessions." },
  { pattern: /\b\d{1,3}[- ]year[- ]old\b/i, example: "This 75 year old female has low back pain." },
  {
    pattern: /\b(?:in this case|here,|in the case of this)\b/i,
    example: "In this case, no red flags were found.",
  },
];

/** Words that refer to the record: what it shows, or doesn't show. */
export const recordCues: readonly PatternRow[] = [
  {
    pattern:
      /\b(?:documentation|documented|documents?|(?:medical|clinical|the|these|those|available|provided) records?|the reports?|chart|progress (?:report|note)s?|office visit|clinical notes?|submitted|RFA|therapist note)\b/i,
    example: "The documentation shows no functional gain.",
  },
  {
    pattern:
      /\b(?:treating|attending|requesting|primary|prescribing) (?:physician|provider|doctor|therapist)s?\b|\bprovider (?:has|did|does|failed)\b/i,
    example: "The treating physician asked for a second opinion.",
  },
  {
    pattern:
      /\b(?:physical|neurologic(?:al)?) exam(?:ination)?\b|\bon exam(?:ination)?\b|\bphysical findings\b|\bobjective findings\b/i,
    example: "Physical findings were suggestive of a tear.",
  },
  {
    pattern:
      /\b(?:no|not any|lack of|absence of|without|insufficient|inadequate|unclear|there is little) (?:\w+ ){0,3}(?:evidence|indication|mention|rationale|reason|information|history|record|red[- ]flags?|diagnosis|findings|improvement|benefit|trial|plan|abnormalit(?:y|ies)|neurologic(?:al)? (?:deficits?|dysfunction))\b/i,
    example: "There were no red flag symptoms.",
  },
  {
    pattern:
      /\b(?:imaging|radiographs?|x-rays?|MRI|EMG|NCS|CT scan|study|studies) (?:\w+ ){0,6}(?:reveal(?:s|ed)|showed|shows|demonstrat(?:es|ed)|was relatively|were relatively|confirmed)\b/i,
    example: "An MRI of the knee revealed a tear.",
  },
  {
    pattern:
      /\b(?:was|were|has been|have been|had been) (?:\w+ ){0,2}(?:diagnosed|prescribed|noted|reported|treated|taking|seen|completed|authorized|approved|certified)\b/i,
    example: "Six visits were previously authorized.",
  },
  {
    pattern:
      /\bcriteria (?:are|is|were|have|has) (?:not )?(?:been )?met\b|\b(?:exceeds?|in excess of|at odds with)\b/i,
    example: "These criteria are not met.",
  },
];

/** Findings that name neither the employee nor the record. They count where the sentence states no rule. */
export const clinicalCues: readonly PatternRow[] = [
  {
    pattern:
      /\b(?:pain|ache|stiffness|symptoms?|spasms?|weakness|numbness|tingling|swelling|tenderness|motion|function|strength|reflexes|sensation|gait|sleep|mood|edema|instability|radiculopathy|complaints?|relief|pressure|glucose|weight|bmi|creatinine|hemoglobin)\b.{0,50}\b(?:persist(?:s|ed)?|continue[sd]?|remain(?:s|ed)?|radiate[sd]?|improved?|worsened|lessened|increased|decreased|returned|resolved|recurred|lasted|changed?|unchanged|rose|fell|is|are|was|were)\b/i,
    example: "Low back pain persists despite naproxen.",
  },
  {
    pattern:
      /\b(?:no|neither|nor|little|some|mild|moderate|severe|full|normal|marked|any|without) (?:\w+ ){0,2}(?:spasms?|pain|weakness|numbness|swelling|tenderness|relief|gain|deficits?|radiculopathy|motion|instability|locking|effusion|atrophy|side effects|red flags?|complaints?|change|exercise|therapy|injection|films?|imaging|x-rays?|tear|fracture)\b/i,
    example: "Exam: full motion.",
  },
  {
    pattern:
      /\b(?:is|are|was|were|has been|have been|had been) (?:not )?(?:\w+ )?(?:described|recorded|reported|noted|found|seen|observed|measured|mentioned|listed|charted|given|tried|started|begun|stopped|refilled|increased|ordered|performed|done|attended|used|taken|worn|injured|diagnosed|filed|attached|enclosed|shown|stated|present|absent|evident|intact|positive|negative|normal|tender|limited to|working)\b/i,
    example: "Nothing acute is described.",
  },
  {
    pattern:
      /\b\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:\d{1,2}, )?(?:19|20)\d\d\b/,
    example: "Naproxen began 3/20/2016.",
  },
  {
    pattern:
      /\bat (?:the|his|her|a|each|every|that) (?:\w+ ){0,2}(?:visit|appointment|evaluation|follow-?up|examination)\b|\b(?:since|after|following) the (?:injury|accident|fall|strain)\b|\b(?:so far|to date|thus far)\b/i,
    example: "Clear lungs at the last visit.",
  },
  {
    pattern: /\b\d{1,2}(?:\.\d)?(?: out of |\/)10\b(?!\/)|\b\d{1,3} degrees\b|\b[0-5]\/5\b/i,
    example: "VAS 7/10 with naproxen.",
  },
  {
    pattern:
      /\b(?:Spurling|Tinel|Phalen|Lachman|McMurray|Hawkins|Neer|Hoffman|straight leg rais(?:e|es|ing)|drop arm|FABER)\b/i,
    example: "Straight leg raising to 80.",
  },
  {
    pattern:
      /\b(?:full|modified|light|regular|restricted) (?:duty|duties|work)\b|\b(?:off work|back to work|returned to work|return(?:ed)? to full)\b/i,
    example: "Full duty since spring.",
  },
  {
    pattern:
      /\b(?:six|eight|ten|twelve|two|three|four|five|several|many|multiple|\d{1,2}) (?:\w+ ){0,2}(?:sessions|visits|weeks|months|injections|treatments|refills)\b.{0,50}\b(?:completed|attended|brought|gave|passed|have|had|did|were|was)\b/i,
    example: "Twelve therapy sessions have passed.",
  },
  {
    pattern:
      /\b(?:gave|brought|helped|failed|did not help|did not change|made no difference|took|takes|tried|lifts|fell|slipped|complains|walks|sits|works|reports)\b/i,
    example: "Naproxen did not help.",
  },
];

/** Words of a rule, also if it doesn't name its authority. */
export const ruleWords =
  /\b(?:should|must|may|can|could|recommend(?:s|ed|ations?)?|guidelines?|criteria|indicated (?:for|when|if)|generally|usually|typically|defined)\b/i;

/** Words that refer to the treatment without naming it. */
export const treatmentAnaphora: readonly PatternRow[] = [
  {
    pattern:
      /\b(?:request(?:ed)?|proposed|prescribed|disputed|currently requested) (?:\w+ ){0,2}(?:medications?|drugs?|treatments?|services?|items?|procedures?|surger(?:y|ies)|therap(?:y|ies)|equipment|devices?|imaging|stud(?:y|ies)|injections?|tests?|testing|sessions?|visits?|interventions?|consultations?|units?|creams?|compounds?)\b/i,
    example: "The requested medication is not necessary.",
  },
  {
    pattern:
      /\b(?:this|the) (?:medication|drug|treatment|service|item|procedure|test|compound|device|topical|ancillary (?:service|item))\b/i,
    example: "This medication is not indicated for long-term use.",
  },
];

/** A request that depends on another one: "As the requested surgery is not necessary, the brace is not either." */
export const dependentRequestCues: readonly PatternRow[] = [
  {
    pattern:
      /\b(?:as|since|because|given that|now that|inasmuch as) (?:\w+ ){0,5}?(?:surg(?:ery|ical)|procedure|intervention|operation|arthroscopy|injection|primary request|repair|fusion|replacement|release|reconstruction|decompression)\b[^,;]{0,60}\b(?:is|are|has|have|was|will)\b[^,;]{0,40}\b(?:necessary|supported|certified|approved|authorized|indicated|denied|upheld|overturned|granted|not)\b/i,
    example: "Now that the repair is approved, the sling is too.",
  },
  {
    pattern:
      /\b(?:surg(?:ery|ical)|procedure|repair|operation|injection|arthroscopy|fusion|release)\b.{0,80}(?:, so|; therefore|, therefore|, and therefore|, thus|; so|; thus) .{0,30}\b(?:associated|ancillary|post-?operative|pre-?operative|these|this|the) (?:items?|services?|requests?|equipment|rental|brace|sling|therapy|visits?|clearance|tests?)\b/i,
    example: "The employee doesn't meet the criteria for the repair, so the associated item is not needed.",
  },
  {
    pattern:
      /\b(?:surg(?:ery|ical)|procedure|injection|primary request|block|ablation|study)\b[^,;]{0,40}\b(?:found|deemed|considered|held|judged|determined|denied|upheld|approved|overturned|granted)\b[^;]{0,40}, (?:the |this |its |any )?(?:associated|ancillary|accompanying|related|adjunct)\b/i,
    example: "With the block denied above, the associated guidance is not needed either.",
  },
];

export function matchesAnyCue(cues: readonly PatternRow[], sentence: string): boolean {
  return cues.some((cue) => cue.pattern.test(sentence));
}
