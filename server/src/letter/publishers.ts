/** Who publishes the sources that letters cite outside the MTUS, as letters write it. Of two, the longer form first. */
import { alternatives, type Form } from "../base/matchAll.ts";

export const publishersInAnyCase: readonly Form[] = [
  {
    words: /\bOfficial Disability Guidelines?(?: ?\(ODG\))?/,
    example: "Official Disability Guidelines, Low Back.",
  },
  { words: /\bODG\b(?: Guidelines?\b)?/, example: "ODG, Neck and Upper back, MRI." },
  {
    words: /\bACOEM\b(?: Occupational Medicine Practice Guidelines| Practice Guidelines| Guidelines)?/,
    example: "ACOEM Hip and Groin Disorders.",
  },
  {
    words: /\bAmerican College of Occupational and Environmental Medicine\b/,
    example: "The american college of occupational and environmental medicine.",
  },
  {
    words: /\bOccupational medicine practice guidelines\b/,
    example: "Occupational medicine practice guidelines, 2nd edition.",
  },
  { words: /\bUp ?To ?Date\b(?:\.com)?/, example: "Pain, Flexeril, Up To Date." },
  { words: /\bNational Guidelines? Clearinghouse\b/, example: "National Guideline Clearinghouse, Spine." },
  { words: /\bPhysician's Desk Reference\b|\bPDR\b/, example: "Physician's Desk Reference, Norco." },
  { words: /\b(?:FDA|Medscape|PubMed|Aetna|Cigna|Anthem|Humana)\b/, example: "Medscape, Tramadol." },
  {
    words: /\bBlue Cross\b(?:(?: and| &) Blue Shield\b| Blue Shield\b)?/,
    example: "Blue Cross and Blue Shield, Policy 7.",
  },
  /** A web address, also with the space that a line's end left in it. */
  {
    words:
      /\b(?:https?:\/\/|www\.)[^\s,;]{0,300}[^\s,;.](?:(?<=[/-]) [a-z0-9_%-]{1,80}[./][^\s,;]{0,300}[^\s,;.])?/,
    example: "https://www.example.org/medicare- coverage-database/details.aspx.",
  },
];

export const publishersAsWritten: readonly Form[] = [
  { words: /\bHarris J\b/, example: "Harris J. Practice Guidelines, 2nd edition (2004) p 301." },
  {
    words: /\bCenters? for Medicare(?: and | & )Medicaid Services\b|\bCMS\b/,
    example: "Centers for Medicare & Medicaid Services, Mattresses.",
  },
  {
    words: /\bCochrane(?: Database| Library| Reviews?| Collaboration)?\b/,
    example: "Cochrane Database, Massage for low back pain.",
  },
  {
    words: /\bWashington State(?: Department of Labor(?: and| &) Industries)?\b/,
    example: "Washington State Department of Labor and Industries, Neck.",
  },
  {
    words:
      /\bAmerican (?:Academy|Association|College|Society|Heart|Pain|Diabetes|Medical|Psychiatric|Psychological|Physical|Geriatrics)(?: [A-Z][a-z]+| of| for| and| the){0,8}/,
    example: "American College of Radiology Appropriateness Criteria, Low Back.",
  },
  /** A society by its initials. */
  {
    words: /\b[A-Z]{3,6}(?= (?:Recommended|Guidelines?|Position|Practice|Policy)\b)/,
    example: "AANEM Recommended Policy for Electrodiagnostic Medicine.",
  },
];

export const publishers: readonly RegExp[] = [
  new RegExp(alternatives(publishersInAnyCase), "i"),
  new RegExp(alternatives(publishersAsWritten)),
];
