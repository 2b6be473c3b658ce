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
    pattern: /\b(?:literature|studies|trials?|evidence-based|peer-reviewed)\b/i,
    example: "Studies recommend early motion.",
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
    example: "Per ACOEM, imaging is not needed until care has failed.",
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
    pattern: /\brelies upon\b|\bconsider(?:s|ations?)\b/i,
    example: "ACOEM surgical considerations apply after 4 months.",
  },
];

/** A rule without its authority. */
export const generalRules: readonly PatternRow[] = [
  {
    pattern:
      /\b(?:is|are|be) (?:only |not |generally |usually |typically )*(?:recommended|indicated|reserved|contraindicated|considered) (?:as|along|for|when|if|in|only|after|until|to|prior|unless)\b/i,
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
      /\b(?:as|since|because|given that) (?:the |this )?(?:requested |primary |associated |proposed |planned )*(?:surg(?:ery|ical)|procedure|intervention|operation|injection|arthroscopy|primary request)\b.{0,80}\bnot\b/i,
    example: "As the requested surgical intervention is not medically necessary, neither is the brace.",
  },
];

export function matchesAnyCue(cues: readonly PatternRow[], sentence: string): boolean {
  return cues.some((cue) => cue.pattern.test(sentence));
}
