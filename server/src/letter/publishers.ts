/** Who publishes the sources that letters cite outside the MTUS, as letters write it. Of two, the longer form first. */

const inAnyCase = [
  /\bOfficial Disability Guidelines?(?: ?\(ODG\))?/,
  /\bODG\b(?: Guidelines?\b)?/,
  /\bACOEM\b(?: Occupational Medicine Practice Guidelines| Practice Guidelines| Guidelines)?/,
  /\bAmerican College of Occupational and Environmental Medicine\b/,
  /\bOccupational medicine practice guidelines\b/,
  /\bUp ?To ?Date\b(?:\.com)?/,
  /\bNational Guidelines? Clearinghouse\b/,
  /\bPhysician's Desk Reference\b|\bPDR\b/,
  /\b(?:FDA|Medscape|PubMed|Aetna|Cigna|Anthem|Humana)\b/,
  /\bBlue Cross\b(?:(?: and| &) Blue Shield\b| Blue Shield\b)?/,
  /** A web address, also with the space that a line's end left in it. */
  /\b(?:https?:\/\/|www\.)[^\s,;]{0,300}[^\s,;.](?:(?<=[/-]) [a-z0-9_%-]{1,80}[./][^\s,;]{0,300}[^\s,;.])?/,
];
const asWritten = [
  /\bHarris J\b/,
  /\bCenters? for Medicare(?: and | & )Medicaid Services\b|\bCMS\b/,
  /\bCochrane(?: Database| Library| Reviews?| Collaboration)?\b/,
  /\bWashington State(?: Department of Labor(?: and| &) Industries)?\b/,
  /\bAmerican (?:Academy|Association|College|Society|Heart|Pain|Diabetes|Medical|Psychiatric|Psychological|Physical|Geriatrics)(?: [A-Z][a-z]+| of| for| and| the){0,8}/,
  /** A society by its initials: "AANEM Recommended Policy". */
  /\b[A-Z]{3,6}(?= (?:Recommended|Guidelines?|Position|Practice|Policy)\b)/,
];

const anyOf = (forms: readonly RegExp[], flags: string) =>
  new RegExp(forms.map((form) => form.source).join("|"), flags);

/** Tried in this order only where two begin at the same word. */
export const publishers: readonly RegExp[] = [anyOf(inAnyCase, "i"), anyOf(asWritten, "")];
