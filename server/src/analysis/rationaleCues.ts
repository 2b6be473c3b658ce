/**
 * The cues by which a sentence of a rationale is told to state a criterion or to speak of this employee. Each comes with
 * an example that it, and only it, is needed for; a test reads them all.
 */

export interface Cue {
  readonly words: RegExp;
  readonly example: string;
}

/** Who speaks in a criterion. */
export const authorityCues: readonly Cue[] = [
  { words: /\bMTUS\b/, example: "The MTUS recommends a short course." },
  {
    words: /\bMedical Treatment Utilization Schedule\b/i,
    example: "The Medical Treatment Utilization Schedule supports it.",
  },
  { words: /\bACOEM\b|\bCollege of Occupational\b/, example: "Per ACOEM, imaging is not needed at first." },
  { words: /\bODG\b|\bOfficial Disability Guidelines?\b/i, example: "ODG allows nine visits." },
  { words: /\bguidelines?\b/i, example: "Guidelines support its use for two weeks." },
  {
    words: /\bUp ?To ?Date\b|\bFDA\b|\bMedicare\b|\bCochrane\b|\bAMA\b/i,
    example: "UpToDate recommends it for spasm.",
  },
  {
    words: /\b(?:literature|studies|trials?|evidence-based|peer-reviewed)\b/i,
    example: "Studies recommend early motion.",
  },
];

/** What a criterion says. */
export const criterionCues: readonly Cue[] = [
  { words: /\b(?:not )?recommend(?:s|ed|ations?)?\b/i, example: "The MTUS recommends a short course." },
  {
    words: /\bsupport(?:s|ed|ive)?\b|\bendorses?\b|\bapproved? (?:of|for)\b/i,
    example: "Guidelines support its use for two weeks.",
  },
  {
    words:
      /\b(?:states?|stated|notes?|noted|indicates?|indicated|outlines?|stipulates?|specif(?:y|ies)|describes?|advises?|cites?)\b/i,
    example: "The MTUS states that shorter courses may be better.",
  },
  {
    words:
      /\b(?:should|must|requires?|required|asks? (?:for|that)|calls? for|reserved|sufficient|is to be|considered|criteri(?:a|on)|contraindicated)\b/i,
    example: "Per guidelines it should be brief.",
  },
  {
    words:
      /\b(?:allow(?:s|ed)?|limits?|limited|up to \d+|no more than|short[- ]term|first[- ]line|second[- ]line|short course)\b/i,
    example: "ODG allows nine visits.",
  },
  {
    words: /\bnot (?:needed|necessary|medically necessary) (?:to|until|unless|for most)\b/i,
    example: "Per ACOEM, imaging is not needed until care has failed.",
  },
  {
    words:
      /\b(?:is|are|can be|may be) (?:\w+ )?(?:used|effective|helpful|useful|appropriate|tried|extended)\b/i,
    example: "Per guidelines, cyclobenzaprine can be used in fibromyalgia.",
  },
  {
    words: /\bincludes? \d+|\b\d+(?:-\d+)? (?:visits|sessions|weeks)\b/i,
    example: "The MTUS for physical therapy: 9-10 visits over 8 weeks.",
  },
  {
    words: /\brelies upon\b|\bconsider(?:s|ations?)\b/i,
    example: "ACOEM surgical considerations apply after 4 months.",
  },
];

/** A rule stated without saying whose it is. */
export const generalRules: readonly Cue[] = [
  {
    words:
      /\b(?:is|are|be) (?:only |not |generally |usually |typically )*(?:recommended|indicated|reserved|contraindicated|considered) (?:as|along|for|when|if|in|only|after|until|to|prior|unless)\b/i,
    example: "Surgery is indicated for a full-thickness tear.",
  },
  {
    words:
      /\b(?:should|must) (?:not )?(?:only )?be (?:used|reserved|provided|limited|given|considered|documented|attempted|tried|taught|brief|ordered|treated|prescribed)\b/i,
    example: "Therapy should be provided at a decreasing frequency.",
  },
  {
    words: /\bcriteria\b.{0,60}\b(?:include|are|for)\b/i,
    example: "The criteria for MRI include a joint effusion.",
  },
];

/** Words for this employee. */
export const employeeCues: readonly Cue[] = [
  {
    words:
      /\b(?:the|this|that) (?:patient|injured worker|applicant|claimant|employee|worker|individual|IW|member)\b/i,
    example: "The applicant was kept off work.",
  },
  {
    words: /\bpatient(?:'s)?\b(?! (?:education|preference|selection))/i,
    example: "Patient has completed a trial of therapy.",
  },
  { words: /\b(?:he|she|his|her) (?!\/)/i, example: "She has improved with six sessions." },
  { words: /\b\d{1,3}[- ]year[- ]old\b/i, example: "This 75 year old female has low back pain." },
  {
    words: /\b(?:in this case|here,|in the case of this)\b/i,
    example: "In this case, no red flags were found.",
  },
];

/** Words for the record: what it shows, or fails to show. */
export const recordCues: readonly Cue[] = [
  {
    words:
      /\b(?:documentation|documented|documents?|(?:medical|clinical|the|these|those|available|provided) records?|the reports?|chart|progress (?:report|note)s?|office visit|clinical notes?|submitted|RFA|therapist note)\b/i,
    example: "The documentation shows no functional gain.",
  },
  {
    words:
      /\b(?:treating|attending|requesting|primary|prescribing) (?:physician|provider|doctor|therapist)s?\b|\bprovider (?:has|did|does|failed)\b/i,
    example: "The treating physician gave no reason for a second opinion.",
  },
  {
    words:
      /\b(?:physical|neurologic(?:al)?) exam(?:ination)?\b|\bon exam(?:ination)?\b|\bphysical findings\b|\bobjective findings\b/i,
    example: "Physical findings were suggestive of a tear.",
  },
  {
    words:
      /\b(?:no|not any|lack of|absence of|without|insufficient|inadequate|unclear|there is little) (?:\w+ ){0,3}(?:evidence|indication|mention|rationale|reason|information|history|record|red[- ]flags?|diagnosis|findings|improvement|benefit|trial|plan|abnormalit(?:y|ies)|neurologic(?:al)? (?:deficits?|dysfunction))\b/i,
    example: "There were no red flag symptoms.",
  },
  {
    words:
      /\b(?:imaging|radiographs?|x-rays?|MRI|EMG|NCS|CT scan|study|studies) (?:\w+ ){0,6}(?:reveal(?:s|ed)|showed|shows|demonstrat(?:es|ed)|was relatively|were relatively|confirmed)\b/i,
    example: "An MRI of the knee revealed a tear.",
  },
  {
    words:
      /\b(?:was|were|has been|have been|had been) (?:\w+ ){0,2}(?:diagnosed|prescribed|noted|reported|treated|taking|seen|completed|authorized|approved|certified)\b/i,
    example: "Six visits were previously authorized.",
  },
  {
    words:
      /\bcriteria (?:are|is|were|have|has) (?:not )?(?:been )?met\b|\b(?:exceeds?|in excess of|at odds with)\b/i,
    example: "These criteria are not met.",
  },
];

/** What stands for the treatment without naming it. */
export const treatmentAnaphora: readonly Cue[] = [
  {
    words:
      /\b(?:request(?:ed)?|proposed|prescribed|disputed|currently requested) (?:\w+ ){0,2}(?:medications?|drugs?|treatments?|services?|items?|procedures?|surger(?:y|ies)|therap(?:y|ies)|equipment|devices?|imaging|stud(?:y|ies)|injections?|tests?|testing|sessions?|visits?|interventions?|consultations?|units?|creams?|compounds?)\b/i,
    example: "The requested medication is not necessary.",
  },
  {
    words:
      /\b(?:this|the) (?:medication|drug|treatment|service|item|procedure|test|compound|device|topical|ancillary (?:service|item))\b/i,
    example: "This medication is not indicated for long-term use.",
  },
  {
    words: /\brequest(?:ed)? (?:ancillary )?(?:service|item)\b/i,
    example: "The requested ancillary service is not medically necessary.",
  },
];

/** One request that falls with another: "As the requested surgery is not necessary, the brace is not either." */
export const dependentRequestCues: readonly Cue[] = [
  {
    words:
      /\b(?:as|since|because|given that) (?:the |this )?(?:requested |primary |associated |proposed |planned )*(?:surg(?:ery|ical)|procedure|intervention|operation|injection|arthroscopy|primary request)\b.{0,80}\bnot\b/i,
    example: "As the requested surgical intervention is not medically necessary, neither is the brace.",
  },
];

export function matchesAnyCue(cues: readonly Cue[], sentence: string): boolean {
  return cues.some((cue) => cue.words.test(sentence));
}
