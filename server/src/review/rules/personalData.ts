/** Names of persons, and numbers by which a person can be found, in a letter that is published without them. */

import { givenNames } from "../../analysis/givenNames.ts";
import { writtenParts } from "../../analysis/passages.ts";
import { matchAll } from "../../base/matchAll.ts";
import type { Span } from "../../base/span.ts";
import type { Letter } from "../../letter/types.ts";
import { type Fix, replacement } from "../fixes/fix.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

interface PersonalData {
  readonly pattern: RegExp;
  /** What it is, as the message names it. */
  readonly what: string;
  /** Whether it is probably that of an office or a provider. */
  readonly downgraded?: boolean;
  readonly example: string;
}

const surname = "(?:(?:de|la|del|van|von|St\\.?) ){0,2}(?:[A-Z](?:\\.|['A-Za-z-]*[a-z]))";
const given = `(?:${givenNames.map((name) => name[0]?.toUpperCase() + name.slice(1)).join("|")})`;

export const personalData: readonly PersonalData[] = [
  {
    // "MS Contin" is a drug, and "Ms Contin" the same.
    pattern: new RegExp(
      `\\b(?:Mr|Mrs|Ms|Miss|Mx|MR|MRS)\\b\\.? ?(?!Contin|Contraindic)${surname}(?: [A-Z][a-z]+(?=[ ,.]))?`,
      "g",
    ),
    what: "a person's name",
    example: "Ms. Quintero takes it daily.",
  },
  {
    pattern: /\bMS\. [A-Z][A-Za-z'-]+/g,
    what: "a person's name",
    example: "MS. SOTO takes it daily.",
  },
  {
    pattern: new RegExp(
      `\\b${given} (?:[A-Z]\\. )?(?!Hospital|Medical|Center|Clinic|County|University|Institute|Foundation|Health|Test|Sign|Hopkins|Muir|Beach|Street)[A-Z][a-z'-]+(?:-[A-Z][a-z]+)?(?=, (?:a|an|the|who|age|has|is|was|\\d)\\b|,? (?:is|was|has|had|takes|took|reports?|reported|complain\\w*|states|stated|presented|presents|underwent|sustained|injured|fell|returned|continues|works|worked|denies|denied|feels|suffers|suffered)\\b)`,
      "g",
    ),
    what: "a person's name",
    example: "Maria Lopez takes it daily.",
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:[Ee]mployee|[Pp]atient|[Ww]orker|[Cc]laimant|[Aa]pplicant),? (?:named |whose name is |is named )?)${given}(?: [A-Z]\\.)? ${surname}`,
      "g",
    ),
    what: "a person's name",
    example: "The employee, John Doe, takes it daily.",
  },
  {
    pattern:
      /(?<=\b(?:employee|patient|worker|claimant|applicant),? (?:named|whose name is|is named) )[A-Z][a-z'-]+(?: [A-Z][a-z'-]+)?/g,
    what: "a person's name",
    example: "The worker named Quintero fell.",
  },
  {
    pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g,
    what: "a Social Security number",
    example: "The number is 555-12-3456.",
  },
  {
    pattern: /\bSSN\b(?: (?:is|ending in|no\.?))?[ :#]{1,3}[\dxX*-]{4,11}/g,
    what: "a Social Security number",
    example: "The SSN ending in 3456 is known.",
  },
  {
    pattern: /(?<![\d-])(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])/g,
    what: "a telephone number",
    downgraded: true,
    example: "The office is at 555-123-4567.",
  },
  {
    pattern: /\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}\w/g,
    what: "an email address",
    downgraded: true,
    example: "The office wrote from a.soto@example.com.",
  },
  {
    pattern:
      /\b(?:[Cc]laim|[Pp]olicy|MRN|[Mm]edical record|ADJ)(?: (?:number|no\.?|#)){0,2}(?: is)?[ :#]{1,3}(?=[A-Z\d-]{0,16}\d{4})[A-Z\d-]{5,20}/g,
    what: "a number that identifies the claim",
    downgraded: true,
    example: "Under claim number 2016-445566 it was paid.",
  },
  {
    pattern: /\b\d{1,5} (?:[NSEW]\. )?(?:[A-Z][a-z]+ ){1,2}(?:Street|Avenue|Boulevard|Blvd|Road)\b\.?/g,
    what: "an address",
    downgraded: true,
    example: "The employee lives at 12 Main Street.",
  },
];

const withTitle = /^(?:Mr|Mrs|Ms|Miss|Mx|MR|MRS|MS)\b/;

/** The employee, as letters call the person. A sentence that starts with the name starts with a capital afterwards. */
function unnamedFix({ text }: Letter, span: Span, name: string): Fix {
  const before = text.slice(Math.max(0, span.start - 20), span.start);
  const last = before.trimEnd();
  const lineEnds = before.slice(last.length).match(/\r\n|\r|\n/g) ?? [];
  const isFirst = lineEnds.length > 1 || /[.!?:]$/.test(last);
  const person = `${isFirst ? "The" : "the"} employee${/['’]s$/.test(name) ? "'s" : ""}`;
  return replacement(`Change “${name}” to “${person}”`, span, person, "alternative");
}

export function personsNamed(letter: Letter): readonly Finding[] {
  return matchFindings(writtenParts(letter), ({ place, flat, scan }) => {
    // Guidelines have authors.
    if (!scan.has.person || place === "caseDetails" || place === "claims" || place === "reviewer") return [];
    const found: { readonly start: number; readonly end: number; readonly finding: Finding }[] = [];
    for (const { pattern, what, downgraded = false } of personalData) {
      for (const m of matchAll(pattern, flat.text)) {
        const start = m.index;
        const end = start + m[0].length;
        if (found.some((other) => start < other.end && other.start < end)) continue;
        const message = messageNaming(
          [m[0]],
          (words) => `“${words}” is ${what}. Letters are published without such data.`,
        );
        const span = flat.span(start, end);
        const fixes = withTitle.test(m[0]) ? [unnamedFix(letter, span, m[0])] : [];
        found.push({ start, end, finding: { ...createFinding(span, message, [], fixes), downgraded } });
      }
    }
    return found.map(({ finding }) => finding);
  });
}
