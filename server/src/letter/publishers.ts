/** Who publishes the sources that letters cite outside the MTUS, as letters write it. */

/** Tried in this order only where two begin at the same word: the longer form first. */
export const publishers: readonly RegExp[] = [
  /\bOfficial Disability Guidelines?(?: ?\(ODG\))?/i,
  /\bODG\b(?: Guidelines?\b)?/i,
  /\bACOEM\b(?: Occupational Medicine Practice Guidelines| Practice Guidelines| Guidelines)?/i,
  /\bAmerican College of Occupational and Environmental Medicine\b/i,
  /\bHarris J\b/,
  /\bOccupational medicine practice guidelines\b/i,
  /\bUp ?To ?Date\b(?:\.com)?/i,
  /\bNational Guidelines? Clearinghouse\b/i,
  /\bPhysician's Desk Reference\b|\bPDR\b/i,
  /\bCenters? for Medicare(?: and | & )Medicaid Services\b|\bCMS\b/,
  /\b(?:FDA|Medscape|PubMed|Aetna|Cigna|Anthem|Humana)\b/i,
  /\bBlue Cross\b(?:(?: and| &) Blue Shield\b| Blue Shield\b)?/i,
  /\bCochrane(?: Database| Library| Reviews?| Collaboration)?\b/,
  /\bWashington State(?: Department of Labor(?: and| &) Industries)?\b/,
  /\bAmerican (?:Academy|Association|College|Society|Heart|Pain|Diabetes|Medical|Psychiatric|Psychological|Physical|Geriatrics)(?: [A-Z][a-z]+| of| for| and| the){0,8}/,
  /** A society by its initials: "AANEM Recommended Policy". */
  /\b[A-Z]{3,6}(?= (?:Recommended|Guidelines?|Position|Practice|Policy)\b)/,
  /** A web address, also with the space that a line's end left in it. */
  /\b(?:https?:\/\/|www\.)[^\s,;]{0,300}[^\s,;.](?:(?<=[/-]) [a-z0-9_%-]{1,80}[./][^\s,;]{0,300}[^\s,;.])?/i,
];
