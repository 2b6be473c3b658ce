/** Rules about the letter as a whole: its sections, the reviewer's credentials, its issues. */

import { isBlank } from "../../base/flatText.ts";
import type { Span } from "../../base/span.ts";
import { sections } from "../../letter/standardWording.ts";
import type { Letter, LetterForm, SectionKind } from "../../letter/types.ts";
import { credentialsFix, sectionFix } from "../fixes/letterFixes.ts";
import { laws } from "../laws.ts";
import type { Finding, Rule } from "../types.ts";
import { misspelledDrugs } from "./drugSpelling.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";
import { missingUpToNext } from "./nextExpected.ts";
import { unfilledPlaceholders } from "./placeholders.ts";

interface Expected {
  readonly kind: SectionKind;
  readonly heading: string;
}

const sectionsOfG3: readonly Expected[] = [
  { kind: "how", heading: sections.how.heading },
  { kind: "summary", heading: sections.summary.heading },
  { kind: "issues", heading: sections.issues.heading },
];

/** The sections that each form requires, in order. Forms that were never seen complete require none. */
const expectedSections: Readonly<Record<LetterForm, readonly Expected[]>> = {
  G1: [],
  G2: [],
  G3a: sectionsOfG3,
  G3b: sectionsOfG3,
  G4: sectionsOfG3,
  GX: [],
};

function expected(letter: Letter): readonly Expected[] {
  return letter.generation ? expectedSections[letter.generation] : [];
}

/** Where a finding about the letter as a whole is reported: its first heading, or else its first line. */
function start(letter: Letter): Span {
  const first = letter.sections.find((s) => !isBlank(s.heading));
  return first?.heading ?? firstLine(letter);
}

function firstLine({ text, span }: Letter): Span {
  const words = /\S[^\n\r\f]*/g;
  words.lastIndex = span.start;
  const m = words.exec(text);
  return m && m.index < span.end
    ? { start: m.index, end: m.index + m[0].trimEnd().length }
    : { start: span.start, end: span.start };
}

function missingSections(letter: Letter): readonly Finding[] {
  const sections = expected(letter);
  if (sections.every(({ kind }) => letter.sections.some((s) => s.kind === kind))) return [];
  const elements = sections.map((section) => {
    const found = letter.sections.find((s) => s.kind === section.kind);
    return { ...section, found, written: found !== undefined && !isBlank(found.body) };
  });
  const issuesWithoutHeading = letter.issues.length > 0 && !letter.sections.some((s) => s.kind === "issues");
  const inOrder = elements.map((e) =>
    e.kind === "issues" && issuesWithoutHeading ? { ...e, written: true } : e,
  );
  const written = inOrder.findLastIndex((e) => e.written);
  // A section that the writer hasn't reached isn't missing. The issues are required once there is a summary.
  const missing = missingUpToNext(inOrder).filter(
    (e) => !e.found && (e.kind === "issues" || inOrder.indexOf(e) < written),
  );
  const atIssues = inOrder.find((e) => e.kind === "issues" && issuesWithoutHeading && !missing.includes(e));
  return [...missing, ...(atIssues ? [atIssues] : [])].map((section) => {
    const after = elements
      .slice(
        0,
        elements.findIndex((e) => e.kind === section.kind),
      )
      .findLast((e) => e.found);
    const heading = letter.issues[0]?.heading.span;
    const at = section.kind === "issues" && heading ? heading : (after?.found?.heading ?? start(letter));
    const where = after ? `after “${after.heading}”` : "at the start of the letter";
    return createFinding(
      at,
      `“${section.heading}” is missing ${where}.`,
      [],
      [sectionFix(letter, section.kind, section.heading, after?.found)],
    );
  });
}

function emptySections(letter: Letter): readonly Finding[] {
  const sections = expected(letter).map(({ kind }) => {
    const section = letter.sections.find((s) => s.kind === kind);
    const body = kind === "summary" && letter.summary ? letter.summary.narrative : section?.body;
    return { section, written: body !== undefined && !isBlank(body) };
  });
  const last = sections.findLastIndex((s) => s.written);
  return sections.flatMap(({ section, written }, i) => {
    // The issues section has its own rule. A last heading without text is where the writer is.
    if (!section || written || section.kind === "issues" || i > last) return [];
    const what =
      section.kind === "summary" ? "the employee's condition and history" : "how the review was made";
    return [createFinding(section.heading, `“${section.title}” is empty. Describe ${what}.`)];
  });
}

function sectionOrder(letter: Letter): readonly Finding[] {
  const order = expected(letter).map((e) => e.kind);
  const findings: Finding[] = [];
  let highest = -1;
  const seen = new Map<SectionKind, Span>();
  for (const section of letter.sections) {
    const rank = order.indexOf(section.kind);
    if (rank < 0) continue;
    const before = seen.get(section.kind);
    if (before) {
      const message = `“${section.title}” appears twice.`;
      findings.push(createFinding(section.heading, message, [{ ...before, message: "First occurrence." }]));
    } else if (rank < highest) {
      findings.push(
        createFinding(section.heading, `“${section.title}” usually comes earlier in the letter.`),
      );
    }
    seen.set(section.kind, section.heading);
    highest = Math.max(highest, rank);
  }
  return findings;
}

function missingCredentials(letter: Letter): readonly Finding[] {
  const how = letter.sections.find((s) => s.kind === "how");
  const goesOn = letter.sections.some((s) => s.kind === "summary" || s.kind === "issues");
  if (expected(letter).length === 0 || !how || isBlank(how.body) || !goesOn) return [];
  const { credentials } = letter;
  if (!credentials) {
    return [
      createFinding(
        how.heading,
        "The reviewer's qualifications are missing. Add licensure and specialty to this section.",
        [],
        [credentialsFix(letter, how)],
      ),
    ];
  }
  const missing = [
    ...(credentials.licensure ? [] : ["the state of licensure"]),
    ...(credentials.specialty ? [] : ["the specialty"]),
  ];
  // A credentials sentence is free text; a credentials block has a label for each.
  if (missing.length === 0 || credentials.form === "sentence") return [];
  return [
    createFinding(credentials.span, `The reviewer's credentials don't include ${missing.join(" or ")}.`),
  ];
}

function noIssues(letter: Letter): readonly Finding[] {
  const section = letter.sections.find((s) => s.kind === "issues");
  if (expected(letter).length === 0 || !section || letter.issues.length > 0) return [];
  return [
    createFinding(
      section.heading,
      "This section has no disputed treatments. Each has a heading ending in “: Upheld” or “: Overturned”.",
    ),
  ];
}

function duplicateIssues(letter: Letter): readonly Finding[] {
  if (letter.issues.length < 2) return [];
  const seen = new Map<string, Span>();
  return matchFindings(letter.issues, ({ heading }) => {
    const key = heading.treatment.toLowerCase().replace(/[^a-z0-9.%/]+/g, "");
    if (!key) return [];
    const before = seen.get(key);
    if (!before) {
      seen.set(key, heading.span);
      return [];
    }
    const message = messageNaming([heading.treatment], (treatment) => `“${treatment}” is decided twice.`);
    return [createFinding(heading.treatmentSpan, message, [{ ...before, message: "First decision." }])];
  });
}

/** Shorter texts may be a letter that has just been started. */
const minUnrecognizedLength = 200;

function unrecognized(letter: Letter): readonly Finding[] {
  // A letter begins with case details, so its headings may not be written yet.
  if (letter.generation || letter.frontMatter || letter.text.trim().length < minUnrecognizedLength) return [];
  return [
    createFinding(
      firstLine(letter),
      "This text has none of the headings of an IMR determination letter, so it isn't checked.",
    ),
  ];
}

function severalLetters(letter: Letter): readonly Finding[] {
  return letter.following.map((next) =>
    createFinding(start(next), "Another letter starts here. Each letter in the file is checked separately.", [
      { ...start(letter), message: "The first letter starts here." },
    ]),
  );
}

export const letterRules: readonly Rule[] = [
  {
    id: "letter/missing-section",
    severity: "warning",
    title: "A section of the letter is missing",
    law: laws.contents,
    isMissingContent: true,
    check: missingSections,
  },
  {
    id: "letter/empty-section",
    severity: "warning",
    title: "A section has no text",
    law: laws.contents,
    isMissingContent: true,
    check: emptySections,
  },
  {
    id: "letter/section-order",
    severity: "information",
    title: "Sections are out of order",
    law: undefined,
    check: sectionOrder,
  },
  {
    id: "letter/missing-credentials",
    severity: "warning",
    title: "The reviewer's qualifications are missing",
    law: laws.qualifications,
    isMissingContent: true,
    check: missingCredentials,
  },
  {
    id: "letter/no-issues",
    severity: "warning",
    title: "The issues section has no issues",
    law: laws.analysis,
    isMissingContent: true,
    check: noIssues,
  },
  {
    id: "letter/duplicate-issue",
    severity: "warning",
    title: "The same treatment is decided twice",
    law: laws.factualError,
    check: duplicateIssues,
  },
  {
    id: "letter/unfilled-blank",
    severity: "warning",
    title: "A placeholder isn't filled in",
    law: undefined,
    isMissingContent: true,
    check: unfilledPlaceholders,
  },
  {
    id: "letter/drug-spelling",
    severity: "hint",
    title: "A drug name is misspelled",
    law: undefined,
    check: misspelledDrugs,
  },
  {
    id: "letter/several-letters",
    severity: "information",
    title: "The file contains more than one letter",
    law: undefined,
    check: severalLetters,
  },
  {
    id: "letter/unrecognized",
    severity: "hint",
    title: "The text doesn't look like a determination letter",
    law: undefined,
    check: unrecognized,
  },
];
