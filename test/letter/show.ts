/** Prints parsed letters, so tests are easy to read. */
import type { Span } from "../../server/src/base/span.ts";
import type { Citation, Issue, Letter } from "../../server/src/letter/types.ts";

/** The text of a span in one line. */
export function words(text: string, span: Span | undefined): string {
  return span === undefined
    ? "-"
    : text.slice(span.start, span.end).replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
}

const short = (s: string) => (s.length <= 60 ? s : `${s.slice(0, 28)} … ${s.slice(-28)}`);

/** All that a letter says. */
export function show(letter: Letter): string {
  const { text } = letter;
  const at = (span: Span | undefined) => short(words(text, span));
  const { frontMatter, credentials, summary } = letter;
  const lines = [`generation ${letter.generation ?? "-"}`];
  for (const s of letter.sections)
    lines.push(`section ${s.kind}: ${s.title}${s.kind === "frontMatter" ? "" : ` | ${at(s.body)}`}`);
  if (frontMatter) {
    const { span: _, ...fields } = frontMatter;
    lines.push(
      `front matter ${Object.entries(fields)
        .map(([name, f]) => `${name}=${f.text}`)
        .sort()
        .join(" ")}`,
    );
  }
  lines.push(
    credentials
      ? `credentials ${credentials.form}: ${at(credentials.licensure)} | ${at(credentials.specialty)}`
      : "credentials -",
  );
  if (summary) {
    lines.push(`summary: ${at(summary.narrative)}`);
  }
  for (const issue of letter.issues) lines.push(...showIssue(text, issue));
  for (const other of letter.following) lines.push("--- another letter", show(other));
  return lines.join("\n");
}

function showIssue(text: string, issue: Issue): readonly string[] {
  const { heading } = issue;
  return [
    `issue ${issue.index + 1}: ${heading.treatment || "-"} => ${heading.decision?.text ?? "-"}${heading.partlyAuthorized ? " (partly authorized)" : ""}`,
    ...issue.parts.flatMap((part) => showPart(text, part)),
  ];
}

function showPart(text: string, part: Issue["parts"][number]): readonly string[] {
  const head = `  ${part.kind}: ${short(words(text, part.body))}`;
  if (part.kind === "rationale") {
    const { conclusion, sentences } = part;
    const verdict = conclusion && (conclusion.necessary ? "necessary" : "not necessary");
    return [head, `    ${sentences.length} sentences, ${verdict ?? "no conclusion"}`];
  }
  const fixed = [
    ...(part.citesNothing ? ["    cites nothing"] : []),
    ...(part.outsideMtus ? ["    outside the MTUS"] : []),
  ];
  return [head, ...fixed, ...part.citations.map((c) => `    ${showCitation(c)}`)];
}

/** "mtus: Low Back Complaints (2004) § Special Studies ¦ Summary, p. 303-305 of 414" */
export function showCitation({ kind, guideline, year, topics, pages }: Citation): string {
  const cited = pages.map(
    (p) => (p.first === p.last ? `${p.first}` : `${p.first}-${p.last}`) + (p.of ? ` of ${p.of}` : ""),
  );
  return [
    `${kind}: ${guideline?.value ?? "-"}`,
    year ? ` (${year.value})` : "",
    topics.length ? ` § ${topics.map((t) => t.value).join(" ¦ ")}` : "",
    cited.length ? `, p. ${cited.join(", ")}` : "",
  ].join("");
}
