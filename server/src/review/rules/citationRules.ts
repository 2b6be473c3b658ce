/** Rules about the sources cited. */

import { isWritten } from "../../analysis/checklist.ts";
import { elementsOf } from "../../analysis/rationaleElements.ts";
import { flatten } from "../../base/flatText.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Citation, Letter } from "../../letter/types.ts";
import { laws } from "../laws.ts";
import type { Finding, Rule } from "../types.ts";
import { editions } from "./citationEditions.ts";
import { pageRanges, topicPages } from "./citationPages.ts";
import { otherParty, wrongParty } from "./citationParties.ts";
import { sections } from "./citationSections.ts";
import { claimsSources, silentMtus, uncitedSource } from "./citationSources.ts";
import { otherDrugs, otherRegion } from "./citationTreatment.ts";
import { namesSource } from "./citedTitles.ts";
import { createFinding, matchFindings } from "./finding.ts";

/** The reviewer cites nothing, and the request doesn't simply depend on another one. */
function noSource(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(letter.issues, (issue) => {
    const { reviewer } = issue;
    if (!isWritten(reviewer) || reviewer.citations.length > 0) return [];
    // What a sentence about the other party says isn't known to be true of the reviewer.
    if (wrongParty(letter, reviewer).length > 0) return [];
    if (elementsOf(letter, issue, knowledge)?.isDependent()) return [];
    return [createFinding(reviewer.label, "The reviewer cites no guideline or study for this decision.")];
  });
}

/** Guidelines without sections, which letters cite as a whole. */
const wholeGuidelines = /acupuncture/i;

function incomplete(letter: Letter): readonly Finding[] {
  return matchFindings(letter.issues, (issue) =>
    matchFindings(issue.reviewer?.citations ?? [], (citation) => {
      const missing = missingDetail(citation, letter);
      return missing ? [createFinding(citation.span, `This citation is missing ${missing}.`)] : [];
    }),
  );
}

/** "Decision based on Non-MTUS Citation", "Other Medical Treatment Guidelines". */
const lead = /^(?:Decision based on )?(?:Non-? ?MTUS(?: Citation)?|Other Medical Treatment Guidelines?)/i;

function missingDetail(
  { kind, guideline, year, topics, pages, span }: Citation,
  { generation, text }: Letter,
): string | undefined {
  if (kind !== "mtus") {
    return guideline || namesSource(flatten(text, span).text.replace(lead, "")) ? undefined : "its publisher";
  }
  if (!guideline) return "the name of the guideline";
  if (wholeGuidelines.test(guideline.value)) return undefined;
  if (!year) {
    // The 2014 format cites pages instead of a year.
    if (pages.length > 0) return undefined;
    if (generation !== "G3a") return "the year of the guideline";
    return topics.length === 0 ? "the topic and its pages" : "the pages";
  }
  return topics.length === 0 && pages.length === 0 ? "the section" : undefined;
}

/** How rationales explain a source outside the MTUS. */
const reason =
  /\b(?:MTUS|guidelines?|ACOEM)\b.{0,80}\b(?:silent|(?:do(?:es)? not|did not|doesn't) (?:\w+ )?(?:address|apply|discuss|cover|mention|speak|provide|have)|not addressed|no (?:specific )?(?:recommendation|guideline|discussion))|\b(?:acute|alternative guidelines|other guidelines|non[- ]MTUS|also used|not applicable|more specific|in addition|presumption|presumed correct|rebuts|rebutted)\b|\bMTUS\b/i;

/** Only sources outside the MTUS are cited, and the rationale doesn't say why. */
function outsideMtus(letter: Letter): readonly Finding[] {
  return matchFindings(letter.issues, ({ reviewer, rationale }) => {
    if (!reviewer || !isWritten(rationale) || reviewer.citations.length === 0) return [];
    if (reviewer.citations.some((c) => c.kind === "mtus")) return [];
    if (reason.test(flatten(letter.text, rationale.body).text)) return [];
    return [
      createFinding(
        reviewer.citations[0]!.span,
        "Only sources outside the MTUS are cited, and the rationale doesn't say why.",
      ),
    ];
  });
}

export const citationRules: readonly Rule[] = [
  {
    id: "citation/no-source",
    severity: "information",
    title: "The reviewer cites nothing",
    law: laws.citation,
    isMissingContent: true,
    check: noSource,
  },
  {
    id: "citation/incomplete",
    severity: "information",
    title: "A citation is missing a page, section, year, or publisher",
    law: laws.citation,
    check: incomplete,
  },
  {
    id: "citation/page-range",
    severity: "warning",
    title: "Cited pages don't exist or are in reverse order",
    law: laws.citation,
    check: pageRanges,
  },
  {
    id: "citation/topic-pages",
    severity: "information",
    title: "The cited pages don't cover the topic",
    law: laws.citation,
    check: topicPages,
  },
  {
    id: "citation/edition",
    severity: "information",
    title: "The edition cited doesn't exist or wasn't in force",
    law: laws.citation,
    check: editions,
  },
  {
    id: "citation/section",
    severity: "information",
    title: "The guideline cited doesn't have the section",
    law: laws.citation,
    check: sections,
  },
  {
    id: "citation/other-treatment",
    severity: "hint",
    title: "The citation is about a different treatment or body part",
    law: laws.citation,
    check: (letter, knowledge) => [...otherDrugs(letter, knowledge), ...otherRegion(letter, knowledge)],
  },
  {
    id: "citation/outside-mtus",
    severity: "information",
    title: "A source outside the MTUS is cited without a reason",
    law: laws.outsideMtus,
    check: outsideMtus,
  },
  {
    id: "citation/other-party",
    severity: "warning",
    title: "A guideline part has a sentence about the other party",
    law: laws.citation,
    check: otherParty,
  },
  {
    id: "citation/uncited-source",
    severity: "information",
    title: "The rationale relies on a source that isn't cited",
    law: laws.citation,
    check: (letter, knowledge) => [...uncitedSource(letter, knowledge), ...claimsSources(letter)],
  },
  {
    id: "citation/silent-mtus",
    severity: "information",
    title: "The rationale says that the MTUS is silent, but a section of it is cited",
    law: laws.outsideMtus,
    check: silentMtus,
  },
];
