/** Operators that break the sources cited. */
import { guidelineOf } from "../../../server/src/analysis/citedGuidelines.ts";
import { regionsIn } from "../../../server/src/analysis/treatmentAttributes.ts";
import type { Span } from "../../../server/src/base/span.ts";
import type { Issue } from "../../../server/src/letter/types.ts";
import { find, type Operator, perIssue, put, remove } from "./breaking.ts";

export const citationOperators: readonly Operator[] = [
  perIssue("cite pages past the end", (issue) =>
    pagesOf(issue).map((pages) => [put(pages.span, `${pages.first + 130}`)]),
  ),
  perIssue("cite pages backwards", (issue) =>
    pagesOf(issue)
      .filter((p) => p.last > p.first)
      .map((pages) => [put(pages.span, `${pages.last}-${pages.first}`)]),
  ),
  perIssue("cite pages of another topic", (issue, letter, knowledge) =>
    [issue.reviewer, issue.claims].flatMap((part) =>
      (part?.citations ?? []).flatMap((citation) => {
        const document =
          citation.guideline && knowledge.guidelineNamed(citation.guideline.value, citation.year?.value);
        const known =
          document &&
          knowledge.topicsNamed(
            citation.topics.map((t) => t.value),
            document.id,
          );
        if (
          citation.pages.length !== 1 ||
          !known?.some((m) => m.topic.confidence !== "low" && m.topic.pages.length > 0)
        )
          return [];
        return letter ? [[put(citation.pages[0]!.span, "125")]] : [];
      }),
    ),
  ),
  perIssue("cite nothing", ({ reviewer }) =>
    reviewer && reviewer.citations.length > 0
      ? [[put(reviewer.body, "The Expert Reviewer did not cite any medical evidence for its decision.")]]
      : [],
  ),
  perIssue("leave out the section", ({ reviewer }, letter) => {
    const [citation] = reviewer?.citations ?? [];
    if (
      citation?.kind !== "mtus" ||
      citation.topics.length === 0 ||
      citation.pages.length > 0 ||
      !citation.year
    )
      return [];
    if (reviewer!.citations.length > 1) return [];
    const found = find(letter, citation.span, /,? Section\(s\): .*$/);
    return found && !/acupuncture/i.test(citation.guideline!.value) ? [[put(found.span, ".")]] : [];
  }),
  perIssue("leave out the year", ({ reviewer }) =>
    (reviewer?.citations ?? [])
      .slice(0, 1)
      .flatMap((c) =>
        c.kind === "mtus" && c.year && !/acupuncture/i.test(c.guideline!.value)
          ? [[remove(c.year.span)]]
          : [],
      ),
  ),
  perIssue("leave out the pages", ({ reviewer }, letter) =>
    (reviewer?.citations ?? []).slice(0, 1).flatMap((citation) => {
      const found =
        citation.pages.length > 0 && find(letter, citation.span, /,? ?Page\(s\): [\d,;\- ]+(?:of \d+)?/);
      return found ? [[remove(found.span)]] : [];
    }),
  ),
  perIssue("leave out the publisher", ({ reviewer }) =>
    (reviewer?.citations ?? [])
      .slice(0, 1)
      .flatMap((c) => (c.kind === "nonMtus" && c.guideline ? [[remove(c.guideline.span)]] : [])),
  ),
  perIssue("cite an edition to come", ({ reviewer }) =>
    (reviewer?.citations ?? []).flatMap((c) =>
      c.kind === "mtus" && c.year ? [[put(c.year.span, "2094")]] : [],
    ),
  ),
  perIssue("cite the chapter of another body part", ({ reviewer, heading }) => {
    const [citation] = reviewer?.citations ?? [];
    const lumbar =
      /\blumbar\b/i.test(heading.treatment) && !/\b(?:cervical|knee|shoulder)\b/i.test(heading.treatment);
    return citation?.guideline &&
      reviewer?.citations.length === 1 &&
      /^Low Back/i.test(citation.guideline.value) &&
      lumbar
      ? [[put(citation.guideline.span, "Knee Complaints")]]
      : [];
  }),
  perIssue("cite the chapter of ODG on another body part", ({ reviewer, heading }) =>
    reviewer &&
    /\bMRI\b/.test(heading.treatment) &&
    regionsIn(heading.treatment).length > 0 &&
    !regionsIn(heading.treatment).some((region) => region === "ankle" || region === "foot")
      ? [[put(reviewer.body, `Decision based on Non-MTUS Citation ${odg} Ankle & Foot, MRI.`)]]
      : [],
  ),
  perIssue("cite an edition that doesn't exist", ({ reviewer }, _letter, knowledge) =>
    (reviewer?.citations ?? []).flatMap((c) =>
      c.kind === "mtus" && c.year && (guidelineOf(c, knowledge)?.editions.length ?? 0) > 0
        ? [[put(c.year.span, "1999")]]
        : [],
    ),
  ),
  perIssue("cite a section of another guideline", ({ reviewer }) =>
    (reviewer?.citations ?? []).flatMap((c) =>
      c.topics[0] && /Complaints$/.test(c.guideline?.value ?? "")
        ? [[put(c.topics[0].span, "Opioids, criteria for use")]]
        : [],
    ),
  ),
  perIssue("put the other party's sentence", ({ claims, reviewer }) => [
    ...(reviewer
      ? [[put(reviewer.body, "The Claims Administrator did not cite any medical evidence for its decision.")]]
      : []),
    ...(claims
      ? [[put(claims.body, "The Expert Reviewer did not cite any medical evidence for its decision.")]]
      : []),
  ]),
  perIssue("rely on a source that isn't cited", ({ reviewer, rationale }, letter) =>
    rationale && reviewer && reviewer.citations.length > 0 && !find(letter, reviewer.body, /Up ?To ?Date/i)
      ? [[insert(rationale.body, "UpToDate recommends it for two weeks. ")]]
      : [],
  ),
  perIssue("say that the MTUS is silent", ({ reviewer, rationale }) =>
    (reviewer?.citations ?? [])
      .filter(({ kind }) => kind === "mtus")
      .flatMap(({ topics }) => topics)
      .filter(({ value }) => specificTopic.test(value))
      .slice(0, 1)
      .flatMap(({ value }) =>
        rationale ? [[insert(rationale.body, `The MTUS is silent on ${value.toLowerCase()}. `)]] : [],
      ),
  ),
  perIssue("cite another topic", ({ reviewer, heading }, _letter, knowledge) => {
    const [citation] = reviewer?.citations ?? [];
    const drug = knowledge.drugsIn(heading.treatment)[0]?.drug;
    if (!citation?.guideline || !drug || drug.topics.length === 0 || drug.confidence === "low") return [];
    if (reviewer!.citations.length > 1 || !/^Chronic Pain/i.test(citation.guideline.value)) return [];
    if (citation.topics.length !== 1 || citation.pages.length > 0) return [];
    return [[put(citation.topics[0]!.span, "Yoga")]];
  }),
];

const odg = "Official Disability Guidelines (ODG)";

const insert = ({ start }: Span, words: string) => put({ start, end: start }, words);

/** Topics whose first words say which treatment they are about. */
const specificTopic =
  /^(?:acupuncture|NSAIDs|muscle relax|cyclobenzaprine|gabapentin|facet|manual therapy|electrodiagnostic|TENS|ultrasound)/i;

const pagesOf = (issue: Issue) =>
  [issue.claims, issue.reviewer].flatMap((part) =>
    (part?.citations ?? []).filter((c) => c.kind === "mtus").flatMap((c) => c.pages),
  );
