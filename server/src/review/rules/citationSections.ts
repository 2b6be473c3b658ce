/** Checks whether the guidelines cited have the sections cited. */
import { guidelineOf } from "../../analysis/citedGuidelines.ts";
import { regionsIn } from "../../analysis/treatmentAttributes.ts";
import { titleKey, titlesOf } from "../../knowledge/rows.ts";
import type { Guideline, Knowledge } from "../../knowledge/types.ts";
import type { Citation, Letter } from "../../letter/types.ts";
import type { Finding, Related } from "../types.ts";
import { chapterRegions } from "./citationTreatment.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

/** Sections that belong to another guideline, or to a chapter on another part of the body. */
export function sections(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(letter.issues, ({ claims, reviewer }) =>
    matchFindings([...(claims?.citations ?? []), ...(reviewer?.citations ?? [])], (citation) => {
      if (citation.kind !== "mtus" || citation.topics.length === 0) return [];
      const guideline = guidelineOf(citation, knowledge);
      return guideline ? strangeSections(citation, guideline, knowledge) : [];
    }),
  );
}

function strangeSections(citation: Citation, guideline: Guideline, knowledge: Knowledge): readonly Finding[] {
  const pieces = citation.topics.map(({ value }) => value);
  const own = knowledge.topicsNamed(pieces, guideline.id);
  const isOwn = (index: number) => own.some(({ from, to }) => from <= index && index <= to);
  const name = citation.guideline?.value ?? guideline.name;
  const related: readonly Related[] = citation.guideline
    ? [{ ...citation.guideline.span, message: "The guideline cited." }]
    : [];
  const findings: Finding[] = [];
  for (let from = 0; from < pieces.length; from++) {
    if (isOwn(from)) continue;
    const other =
      sectionElsewhere(pieces.slice(from), guideline, knowledge) ?? partElsewhere(pieces[from] ?? "", name);
    if (!other) continue;
    const to = from + other.pieces - 1;
    const span = {
      start: citation.topics[from]?.span.start ?? citation.span.start,
      end: citation.topics[to]?.span.end ?? citation.span.end,
    };
    const message = messageNaming(
      [pieces.slice(from, to + 1).join(", "), name],
      (section, chapter) => `“${section}” ${other.why}, not a section of “${chapter}”.`,
    );
    findings.push(createFinding(span, message, related));
    from = to;
  }
  return findings;
}

interface Elsewhere {
  /** The number of pieces that the section's title has. */
  readonly pieces: number;
  readonly why: string;
}

/** Treatments that the chapters on parts of the body discuss too, so that a letter may name them as their sections. */
const discussedEverywhere =
  /^(?:acupuncture|biofeedback|education|exercise|massage therapy|manual therapy & manipulation|medications for chronic pain|anti-inflammatory medications|nsaids.*|opioids|muscle relaxants \(for pain\)|acetaminophen.*|physical medicine|return to work|tens, .*|transcutaneous.*|ultrasound, therapeutic|epidural steroid injections.*|trigger point injections|injection with.*|radiofrequency.*|behavioral interventions|psychological.*|antidepressants.*|ssris.*|benzodiazepines|work conditioning.*|magnet therapy|introduction.*|part 1.*|home health.*)$/i;

/** Sections that only the chapters on parts of the body have. */
const chapterSections: ReadonlySet<string> = new Set(
  [
    "Special Studies",
    "Special Studies and Diagnostic and Treatment Considerations",
    "Surgical Considerations",
    "Physical Methods",
    "Initial Care",
    "Work-Relatedness",
    "Work Activities",
    "Follow-up Visits",
    "Diagnostic Criteria",
  ].map(titleKey),
);

/** The guidelines whose sections are known well enough to contradict a letter. */
const guidelinesWithKnownSections: ReadonlySet<string> = new Set([
  "chronic-pain-2009",
  "chronic-pain-2016",
  "opioids-2016",
  "postsurgical",
  "acupuncture",
]);

const isChapter = ({ id }: Guideline): boolean => /^acoem-(?:8|9|1[0-6])$/.test(id);

/** The pieces begin with the title of a section that another guideline has. */
function sectionElsewhere(
  pieces: readonly string[],
  guideline: Guideline,
  knowledge: Knowledge,
): Elsewhere | undefined {
  if (guidelinesWithKnownSections.has(guideline.id))
    return chapterSections.has(titleKey(pieces[0] ?? ""))
      ? { pieces: 1, why: "is a section of the ACOEM chapters" }
      : undefined;
  if (!isChapter(guideline)) return undefined;
  for (const [id, name] of [
    ["chronic-pain-2009", "chronic pain guidelines"],
    ["opioids-2016", "opioid guidelines"],
  ] as const) {
    const match = knowledge.topicsNamed(pieces, id).find(({ from }) => from === 0);
    if (!match || discussedEverywhere.test(match.topic.name)) continue;
    const title = titleKey(pieces.slice(0, match.to + 1).join(", "));
    if (titlesOf(match.topic).some((own) => titleKey(own) === title))
      return { pieces: match.to + 1, why: `is in the ${name}` };
  }
  return undefined;
}

/** Conditions of one part of the body, in addition to those that name it. */
const conditions: readonly (readonly [RegExp, string])[] = [
  [/\b(?:impingement|subacromial|acromioclavicular|adhesive capsulitis|slap lesions?)\b/i, "shoulder"],
  [/\b(?:epicondyl\w+|cubital tunnel|olecranon)\b/i, "elbow"],
  [/\b(?:de ?quervain\S*|trigger finger|ganglion|scaphoid|tfcc)\b/i, "hand"],
  [/\b(?:menisc\w+|cruciate|patell\w+|acl|mcl)\b/i, "knee"],
  [/\b(?:plantar fasciitis|achilles|metatars\w+|hallux \w+|bunion\w*|morton\S* neuroma)\b/i, "foot"],
  [/\b(?:sciatica|cauda equina|spondylolisthesis)\b/i, "low back"],
];

/** The piece names a part of the body that the chapter isn't about. */
function partElsewhere(piece: string, chapter: string): Elsewhere | undefined {
  const covered = chapterRegions(chapter);
  if (!covered) return undefined;
  const named = [
    ...regionsIn(piece),
    ...conditions.flatMap(([words, region]) => (words.test(piece) ? [region] : [])),
  ];
  const [first] = named;
  if (first === undefined || named.some((region) => covered.includes(region))) return undefined;
  return { pieces: 1, why: `is about the ${first}` };
}
