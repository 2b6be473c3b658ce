/** The publishers of sources outside the MTUS, as letters name them. Longer names come first. */
import { alternatives, type PatternRow } from "../base/matchAll.ts";

export const publishersInAnyCase: readonly PatternRow[] = [
  {
    pattern: /\bOfficial Disability Guidelines?(?: ?\(ODG\))?/,
    example: "Official Disability Guidelines, Low Back.",
  },
  { pattern: /\bODG\b(?: Guidelines?\b)?/, example: "ODG, Neck and Upper back, MRI." },
  {
    pattern: /\bACOEM\b(?: Occupational Medicine Practice Guidelines| Practice Guidelines| Guidelines)?/,
    example: "ACOEM Hip and Groin Disorders.",
  },
  {
    pattern: /\bAmerican College of Occupational and Environmental Medicine\b/,
    example: "The american college of occupational and environmental medicine.",
  },
  {
    pattern: /\bOccupational medicine practice guidelines\b/,
    example: "Occupational medicine practice guidelines, 2nd edition.",
  },
  { pattern: /\bUp ?To ?Date\b(?:\.com)?/, example: "Pain, Flexeril, Up To Date." },
  { pattern: /\bNational Guidelines? Clearinghouse\b/, example: "National Guideline Clearinghouse, Spine." },
  { pattern: /\bPhysician's Desk Reference\b|\bPDR\b/, example: "Physician's Desk Reference, Norco." },
  { pattern: /\b(?:FDA|Medscape|PubMed|Aetna|Cigna|Anthem|Humana)\b/, example: "Medscape, Tramadol." },
  {
    pattern: /\bBlue Cross\b(?:(?: and| &) Blue Shield\b| Blue Shield\b)?/,
    example: "Blue Cross and Blue Shield, Policy 7.",
  },
  /** A web address, which may have a space where a line ended. */
  {
    pattern:
      /\b(?:https?:\/\/|www\.)[^\s,;]{0,300}[^\s,;.](?:(?<=[/-]) [a-z0-9_%-]{1,80}[./][^\s,;]{0,300}[^\s,;.])?/,
    example: "https://www.example.org/medicare- coverage-database/details.aspx.",
  },
];

export const publishersAsWritten: readonly PatternRow[] = [
  { pattern: /\bHarris J\b/, example: "Harris J. Practice Guidelines, 2nd edition (2004) p 301." },
  {
    pattern: /\bCenters? for Medicare(?: and | & )Medicaid Services\b|\bCMS\b/,
    example: "Centers for Medicare & Medicaid Services, Mattresses.",
  },
  {
    pattern: /\bCochrane(?: Database| Library| Reviews?| Collaboration)?\b/,
    example: "Cochrane Database, Massage for low back pain.",
  },
  {
    pattern: /\bWashington State(?: Department of Labor(?: and| &) Industries)?\b/,
    example: "Washington State Department of Labor and Industries, Neck.",
  },
  {
    pattern:
      /\bAmerican (?:Academy|Association|College|Society|Heart|Pain|Diabetes|Medical|Psychiatric|Psychological|Physical|Geriatrics)(?: [A-Z][a-z]+| of| for| and| the){0,8}/,
    example: "American College of Radiology Appropriateness Criteria, Low Back.",
  },
  /** The initials of a society. */
  {
    pattern: /\b[A-Z]{3,6}(?= (?:Recommended|Guidelines?|Position|Practice|Policy)\b)/,
    example: "AANEM Recommended Policy for Electrodiagnostic Medicine.",
  },
];

export const publishers: readonly RegExp[] = [
  new RegExp(alternatives(publishersInAnyCase), "i"),
  new RegExp(alternatives(publishersAsWritten)),
];
