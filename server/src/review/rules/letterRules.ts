/** Rules about the letter as a whole: its sections, the reviewer's credentials, its issues. */

import { isBlank } from "../../base/flatText.ts";
import type { Letter } from "../../letter/types.ts";
import { credentialsFix } from "../fixes/letterFixes.ts";
import { laws } from "../laws.ts";
import type { Finding, Rule } from "../types.ts";
import { misspelledDrugs } from "./drugSpelling.ts";
import { duplicateIssues } from "./duplicateIssues.ts";
import { createFinding } from "./finding.ts";
import {
  emptySections,
  expectedSections,
  firstLine,
  letterStart,
  missingSections,
  sectionOrder,
} from "./letterSections.ts";
import { unfilledPlaceholders } from "./placeholders.ts";

function missingCredentials(letter: Letter): readonly Finding[] {
  const how = letter.sections.find((s) => s.kind === "how");
  const goesOn = letter.sections.some((s) => s.kind === "summary" || s.kind === "issues");
  if (expectedSections(letter).length === 0 || !how || isBlank(how.body) || !goesOn) return [];
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
  if (expectedSections(letter).length === 0 || !section || letter.issues.length > 0) return [];
  return [
    createFinding(
      section.heading,
      "This section has no disputed treatments. Each has a heading ending in “: Upheld” or “: Overturned”.",
    ),
  ];
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
    createFinding(
      letterStart(next),
      "Another letter starts here. Each letter in the file is checked separately.",
      [{ ...letterStart(letter), message: "The first letter starts here." }],
    ),
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
