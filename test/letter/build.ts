/** Builds whole letters in the real forms, in each rendition in which a letter's text reaches the editor. */

export interface IssueSpec {
  /** The treatment, without the decision. */
  readonly heading: string;
  readonly decision?: string | undefined;
  /** Undefined leaves the label out; empty leaves nothing behind it. */
  readonly claims?: string | undefined;
  readonly reviewer?: string | undefined;
  readonly rationale?: string | undefined;
}

export interface LetterSpec {
  readonly form?: "G3a" | "G3b";
  /** G3a letters come without front matter unless it is asked for. */
  readonly frontMatter?: boolean;
  readonly caseNumber?: string;
  readonly credentials?: "block" | "sentence" | "none";
  readonly summary?: string;
  readonly issues?: readonly IssueSpec[];
}

/**
 * - `layout`: columns kept, blank lines between blocks, form feeds
 * - `raw`: no blank lines, form feeds
 * - `columns`: as raw, with the front matter's columns one after the other
 * - `doubleSpaced`: every line followed by an empty one, blank paragraphs hold a space, page breaks leave empty lines
 * - `typed`: as typed in an editor, one line a paragraph
 */
export type Rendition = "layout" | "raw" | "columns" | "doubleSpaced" | "typed";
export const renditions: readonly Rendition[] = ["layout", "raw", "columns", "doubleSpaced", "typed"];

export interface Form {
  readonly rendition?: Rendition;
  readonly lineEnd?: "\n" | "\r\n" | "\r";
  /** Lines a page holds; 0 for no page breaks. */
  readonly page?: number;
}

const pain2016 = "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s):";

/** Sound issues of 2016, among them each shape of heading that is hard to cut out. */
export const soundIssues: readonly Required<IssueSpec>[] = [
  {
    heading: "Tramadol 50mg #90",
    decision: "Upheld",
    claims: `${pain2016} Opioids, criteria for use, Tramadol (Ultram).`,
    reviewer:
      "Decision based on MTUS Opioid Treatment 2016, Section(s): Opioids for chronic pain. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Pain, Opioids.",
    rationale:
      "Tramadol is an opioid that acts on the central nervous system. The guidelines ask that pain, function and side effects be followed at every visit, and that treatment goes on only while function improves. The reports on this employee name no activity that the drug makes possible. Therefore, the request for Tramadol 50mg #90 is not medically necessary.",
  },
  {
    heading:
      "Physical therapy 3 times a week for 4 weeks for the right knee (12 sessions) was the original request. 4 sessions were authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Physical therapy for the right knee, 8 sessions is",
    decision: "Upheld",
    claims: "Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.",
    reviewer: `${pain2016} Physical medicine treatment.`,
    rationale:
      "The guidelines allow for fading of treatment frequency toward a home program. Ten visits have been completed. The record gives no reason why a home program would not do. The request for physical therapy for the right knee, 8 sessions is not medically necessary.",
  },
  {
    heading: "Associated surgical service: Cold therapy unit",
    decision: "Overturned",
    claims: "The Claims Administrator did not cite any medical evidence for its decision.",
    reviewer:
      "The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee & Leg, Continuous-flow cryotherapy.",
    rationale:
      "The MTUS does not address cryotherapy after surgery. The ODG recommends it for up to seven days, and this employee's surgery is authorized. The request for a cold therapy unit is medically necessary and appropriate.",
  },
];

export const soundIssues2014: readonly Required<IssueSpec>[] = [
  {
    heading: "RETROSPECTIVE REQUEST FOR CYCLOBENZAPRINE 7.5 MG, #120",
    decision: "Upheld",
    claims:
      "Decision based on MTUS Chronic Pain Treatment Guidelines MUSCLE RELAXANTS (FOR PAIN) Page(s): 63-66 of 127.",
    reviewer:
      "Decision based on MTUS Chronic Pain Treatment Guidelines Cyclobenzaprine, Medications for chronic pain, Antispasmodics, Page(s): 41-42, 60-61, 64-66.",
    rationale:
      "The MTUS recommends a short course. The drug has been taken for a year without a record of what it does. Therefore, the retrospective request for Cyclobenzaprine 7.5mg #120 was not medically necessary.",
  },
  {
    heading: "Omeprazole 20mg #60",
    decision: "Overturned",
    claims:
      "Decision based on MTUS Chronic Pain Treatment Guidelines NSAIDs, GI SYMPTOMS AND CARDIOVASCULAR RISK Page(s): 68.",
    reviewer:
      "Decision based on MTUS Chronic Pain Treatment Guidelines NSAIDs, GI symptoms & cardiovascular risk Page(s): 68.",
    rationale:
      "The MTUS recommends a proton pump inhibitor beside an NSAID for patients at risk of a gastrointestinal event. The employee takes naproxen and has had an ulcer. The request for Omeprazole 20mg #60 is medically necessary.",
  },
];

export const soundSummary =
  "The injured worker is a 53 year old female who sustained an industrial injury on 05/13/2014 in a collision while driving for work. Current diagnoses are lumbar radiculopathy and lumbar spondylosis. An MRI dated 03/22/2016 showed a broad based disc protrusion at L4-5 without nerve root contact. In the report of 12/13/2016 she had low back pain, 7/10, with occasional tingling of both feet. Examination showed normal strength and reflexes. Utilization review dated 12/30/2016 non-certified the request.";

type Block =
  | { readonly kind: "table"; readonly caseNumber: string }
  | { readonly kind: "heading" | "paragraph"; readonly text: string; readonly abuts?: boolean };

function blocks(spec: LetterSpec): readonly Block[] {
  const form = spec.form ?? "G3b";
  const credentials = spec.credentials ?? (form === "G3a" ? "sentence" : "block");
  const found: Block[] = [];
  const heading = (text: string) => found.push({ kind: "heading", text });
  const paragraph = (text: string, abuts = false) => found.push({ kind: "paragraph", text, abuts });

  if (spec.frontMatter ?? form === "G3b")
    found.push({ kind: "table", caseNumber: spec.caseNumber ?? "CM17-0990007" });
  heading("HOW THE IMR FINAL DETERMINATION WAS MADE");
  const sentence =
    credentials === "sentence"
      ? " The expert reviewer is Board Certified in Family Medicine, has a subspecialty in Geriatric Medicine and is licensed to practice in California."
      : "";
  paragraph(
    `MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with the employer, employee, providers or the claims administrator.${sentence} He/she has been in active clinical practice for more than five years and is currently working at least 24 hours a week in active practice. He/she is familiar with governing laws and regulations, including the strength of evidence hierarchy that applies to Independent Medical Review determinations.`,
  );
  if (credentials === "block") {
    paragraph("The Expert Reviewer has the following credentials:");
    paragraph("State(s) of Licensure: New York,California", true);
    paragraph("Certification(s)/Specialty: Anesthesiology, Pain Management", true);
  }
  heading("CLINICAL CASE SUMMARY");
  paragraph(
    "The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:",
  );
  const summary = spec.summary ?? soundSummary;
  if (summary) paragraph(summary);
  heading("IMR ISSUES, DECISIONS AND RATIONALES");
  paragraph(
    "The Final Determination was based on decisions for the disputed items/services set forth below:",
  );
  for (const issue of spec.issues ?? (form === "G3a" ? soundIssues2014 : soundIssues)) {
    const space = form === "G3a" ? "  " : " ";
    const decision = issue.decision ? `:${space}${issue.decision}` : "";
    if (issue.heading || decision) paragraph(issue.heading + decision);
    if (issue.claims !== undefined) paragraph(`Claims Administrator guideline: ${issue.claims}`.trim());
    if (issue.reviewer !== undefined) paragraph(`MAXIMUS guideline: ${issue.reviewer}`.trim());
    if (issue.rationale !== undefined) paragraph(`Decision rationale: ${issue.rationale}`.trim());
  }
  return found;
}

const tables = {
  layout: (n: string) => [
    `Case Number:          ${n}`,
    "Date Assigned:        01/24/2017                      Date of Injury:      05/13/2014",
    "Decision Date:        03/01/2017                      UR Denial Date:      12/30/2016",
    "Priority:             Standard                        Application          01/12/2017",
    "                                                      Received:",
  ],
  raw: (n: string) => [
    `Case Number: ${n}`,
    "Date Assigned: 01/24/2017 Date of Injury: 05/13/2014",
    "Decision Date: 03/01/2017 UR Denial Date: 12/30/2016",
    "Priority: Standard Application",
    "Received:",
    "01/12/2017",
  ],
  columns: (n: string) => [
    ..."Case Number:|Date Assigned:|Decision Date:|Priority:".split("|"),
    ...[n, "01/24/2017", "03/01/2017", "Standard"],
    ..."Date of Injury:|UR Denial Date:|Application|Received:".split("|"),
    ...["05/13/2014", "12/30/2016", "01/12/2017"],
  ],
};

const width = 95;

/** Wraps as the letters do: at spaces, and after a hyphen inside a word. */
export function wrap(text: string, columns = width): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const joined = line ? `${line} ${word}` : word;
    if (joined.length <= columns) {
      line = joined;
      continue;
    }
    const hyphen = word.lastIndexOf("-", columns - line.length - 2);
    if (hyphen > 1) {
      lines.push(`${line} ${word.slice(0, hyphen + 1)}`);
      line = word.slice(hyphen + 1);
    } else {
      if (line) lines.push(line);
      line = word;
    }
  }
  if (line) lines.push(line);
  return lines;
}

/** The letter's text. Without arguments a sound letter of 2017 in layout form. */
export function letter(spec: LetterSpec = {}, form: Form = {}): string {
  const { rendition = "layout", lineEnd = "\n", page = 46 } = form;
  const lines: string[] = [];
  const tableOf =
    rendition === "layout" || rendition === "raw" || rendition === "columns" ? rendition : "raw";
  const blank = rendition === "layout" || rendition === "doubleSpaced" || rendition === "typed";
  let afterHeading = false;
  for (const block of blocks(spec)) {
    if (blank && lines.length > 0 && !afterHeading && !(block.kind === "paragraph" && block.abuts))
      lines.push("");
    afterHeading = block.kind === "heading";
    if (block.kind === "table") lines.push(...tables[tableOf](block.caseNumber));
    else if (block.kind === "heading" && rendition === "layout")
      lines.push(" ".repeat(Math.floor((width - block.text.length) / 2)) + block.text);
    else if (rendition === "typed") lines.push(block.text.replaceAll("  ", " "));
    else lines.push(...wrap(block.text));
  }
  return pages(lines, rendition, page).join(lineEnd) + lineEnd;
}

function pages(lines: readonly string[], rendition: Rendition, page: number): readonly string[] {
  if (rendition === "typed") return lines;
  const breaks = (i: number) => page > 0 && i > 0 && i % page === 0;
  if (rendition !== "doubleSpaced") return lines.map((line, i) => (breaks(i) ? `\f${line}` : line));
  return lines.flatMap((line, i) => [...(breaks(i) ? ["", ""] : []), i === 0 ? ` ${line} ` : `${line} `, ""]);
}

/** A letter whose issues section holds just these lines. */
export function letterWith(...issueLines: string[]): string {
  return [...letter({ issues: [] }, { page: 0 }).trimEnd().split("\n"), "", ...issueLines, ""].join("\n");
}
