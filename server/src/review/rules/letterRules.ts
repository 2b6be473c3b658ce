/** Rules about the letter as a whole: its sections, the reviewer's credentials, its issues. */

import type { Letter } from "../../letter/types.ts";
import { addIssueFix } from "../fixes/letterFixes.ts";
import { laws } from "../laws.ts";
import type { Finding, Rule } from "../types.ts";
import { caseNumberProblems } from "./caseNumber.ts";
import { credentialProblems } from "./credentials.ts";
import { cutSentences, repeatedSentences, repeatedWords } from "./damage.ts";
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
import { personsNamed } from "./personalData.ts";
import { remnants, unfilledPlaceholders } from "./placeholders.ts";

function noIssues(letter: Letter): readonly Finding[] {
  const section = letter.sections.find((s) => s.kind === "issues");
  if (expectedSections(letter).length === 0 || !section || letter.issues.length > 0) return [];
  return [
    createFinding(
      section.heading,
      "This section has no disputed treatments. Each has a heading ending in “: Upheld” or “: Overturned”.",
      [],
      [addIssueFix(letter, "Add an issue", section.span, "treatment")],
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
    title: "The reviewer's qualifications are missing, or aren't any",
    law: laws.qualifications,
    isMissingContent: true,
    check: credentialProblems,
  },
  {
    id: "letter/case-number",
    severity: "warning",
    title: "The case number isn't one",
    law: undefined,
    check: caseNumberProblems,
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
    id: "letter/remnant",
    severity: "warning",
    title: "A note or placeholder is left in the text",
    law: undefined,
    isMissingContent: true,
    check: remnants,
  },
  {
    id: "letter/personal-data",
    severity: "warning",
    title: "The letter names a person",
    law: undefined,
    check: personsNamed,
  },
  {
    id: "letter/repeated-words",
    severity: "warning",
    title: "Words appear twice in a row",
    law: undefined,
    check: repeatedWords,
  },
  {
    id: "letter/repeated-sentence",
    severity: "information",
    title: "A part of the letter repeats a sentence",
    law: undefined,
    check: repeatedSentences,
  },
  {
    id: "letter/cut-sentence",
    severity: "warning",
    title: "A sentence is cut",
    law: undefined,
    check: cutSentences,
  },
  {
    id: "letter/drug-spelling",
    severity: "information",
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
