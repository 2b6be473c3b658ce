/** The snippets in VS Code: each inserts what it describes, in the standard wording. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { agesOf } from "../server/src/analysis/statements/ages.ts";
import { injuryDatesOf } from "../server/src/analysis/statements/injuryDates.ts";
import { sexesOf } from "../server/src/analysis/statements/sexes.ts";
import { letterTemplate } from "../server/src/features/drafting/templates.ts";
import { parse } from "../server/src/letter/parse.ts";
import * as wording from "../server/src/letter/standardWording.ts";
import type { Issue, Letter } from "../server/src/letter/types.ts";
import { filledIn, fixedWords, stopsOf, type TabStop, untouched } from "./features/snippets.ts";
import { letter } from "./fixture/letter.ts";

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const snippets: Record<string, Snippet> = JSON.parse(readFileSync("snippets/imr-letter.json", "utf8"));
const all = Object.entries(snippets).map(([name, snippet]) => ({ name, ...snippet }));

function bodyOf(prefix: string): string {
  const found = all.find((snippet) => snippet.prefix === prefix);
  if (!found) throw new Error(`no snippet “${prefix}”`);
  return found.body.join("\n");
}

const expand = (prefix: string): string => untouched(bodyOf(prefix)).trim();

const heading = "Naproxen 500mg #60: Upheld";
const claims = "Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.";
const reviewer = "MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004.";

const parsed = (text: string): Letter => parse(text);

/** The only issue of a letter with these paragraphs. */
function issueOf(...paragraphs: readonly string[]): Issue {
  const { issues } = parsed(letter({ issues: [paragraphs.join("\n\n")] }));
  expect(issues).toHaveLength(1);
  return issues[0]!;
}

/** Checks what each snippet inserts. */
const checks: Readonly<Record<string, () => void>> = {
  frontmatter() {
    const { frontMatter } = parsed(letter({ details: expand("frontmatter") }));
    expect(Object.keys(frontMatter ?? {}).sort()).toEqual(
      [...Object.keys(wording.caseDetails), "span"].sort(),
    );
    expect(frontMatter?.dateOfInjury?.date).toBeUndefined();
  },
  how() {
    const { sections } = parsed(letter({ how: expand("how") }));
    expect(sections.find(({ kind }) => kind === "how")?.title).toBe(wording.sections.how.heading);
  },
  credentials() {
    const how = `${expand("how")}\n\n${expand("credentials")}`;
    const { credentials } = parsed(letter({ how }));
    expect(credentials).toMatchObject({ form: "block" });
    expect(credentials?.licensure && credentials.specialty).toBeDefined();
  },
  summary() {
    const written = parsed(letter({ summary: expand("summary") }));
    const { summary, text } = written;
    expect(text.slice(summary?.narrative.start, summary?.narrative.end)).toMatch(
      /^The injured worker is a age/,
    );
    expect([...injuryDatesOf(written).own, ...agesOf(written), ...sexesOf(written)]).toEqual([]);
  },
  issues() {
    const { sections, issues } = parsed(letter({ issuesHeading: expand("issues") }));
    expect(sections.some(({ kind }) => kind === "issues")).toBe(true);
    expect(issues).toHaveLength(1);
  },
  issue() {
    const issue = issueOf(expand("issue"));
    expect(issue.heading).toMatchObject({ treatment: "treatment, strength and count" });
    expect(issue.parts.map(({ kind }) => kind)).toEqual(["claims", "reviewer", "rationale"]);
  },
  partly() {
    const { heading } = issueOf(expand("partly"), claims, reviewer);
    expect(heading).toMatchObject({ partlyAuthorized: true, treatment: "remaining portion" });
  },
  claims() {
    expect(issueOf(heading, expand("claims")).claims?.citations).toHaveLength(1);
  },
  maximus() {
    expect(issueOf(heading, claims, expand("maximus")).reviewer?.citations).toHaveLength(1);
  },
  nocite() {
    for (const [kind, label] of Object.entries(wording.labels).slice(0, 2)) {
      const sentence = chosen("nocite", kind === "claims" ? 0 : 1);
      const issue = issueOf(heading, `${label} ${sentence}`);
      expect(issue[kind as "claims" | "reviewer"]?.citesNothing).toBeDefined();
    }
  },
  outside() {
    const { reviewer: part } = issueOf(heading, claims, `MAXIMUS guideline: ${chosen("outside", 1)}`);
    expect(part?.outsideMtus).toBeDefined();
    expect(part?.citations).toMatchObject([
      { kind: "nonMtus", guideline: { value: "Official Disability Guidelines (ODG)" } },
    ]);
  },
  rationale() {
    const { rationale } = issueOf(heading, claims, reviewer, expand("rationale"));
    expect(rationale?.sentences.length).toBeGreaterThan(4);
    expect(rationale?.conclusion).toBeUndefined();
    const concluded = issueOf(heading, claims, reviewer, chosen("rationale", 2)).rationale;
    expect(concluded?.conclusion?.necessary).toBe(true);
  },
  "conclusion-upheld"() {
    const { rationale } = issueOf(
      heading,
      claims,
      reviewer,
      `Decision rationale: ${expand("conclusion-upheld")}`,
    );
    expect(rationale?.conclusion?.necessary).toBe(false);
  },
  "conclusion-overturned"() {
    const { rationale } = issueOf(
      heading,
      claims,
      reviewer,
      `Decision rationale: ${expand("conclusion-overturned")}`,
    );
    expect(rationale?.conclusion?.necessary).toBe(true);
  },
};

/** The snippet with this option of each of its choices. */
const chosen = (prefix: string, option: number): string =>
  filledIn(bodyOf(prefix), ({ words, options }) => options[option] ?? words).trim();

test("every snippet has a check, a unique prefix, and a description", () => {
  expect(all.map(({ prefix }) => prefix).sort()).toEqual(Object.keys(checks).sort());
  for (const { description, body } of all) {
    expect(description).toMatch(/^[A-Z].{10,}[^.]$/);
    expect(body.join("\n")).toContain("$0");
  }
});

test.each(Object.keys(checks))("“%s” inserts the part that it describes", (prefix) => {
  checks[prefix]?.();
});

test.each(all)("$name: its tab stops are numbered from 1 and describe what to type", ({ body }) => {
  const stops = stopsOf(body.join("\n"));
  expect(stops.map(({ number }) => number)).toEqual([...stops.slice(1).map((_, i) => i + 1), 0]);
  for (const { number, words } of stops) expect(words === "").toBe(number === 0);
});

describe("the wording is the same as in new letters", () => {
  const placeholder = ({ words }: TabStop): string => `<${words}>`;
  const shown = (snippet: string): string => filledIn(snippet, placeholder).replace(/<>$/, "").trim();
  const whole = filledIn(letterTemplate("2016", 1), placeholder);

  test.each(["frontmatter", "how", "credentials", "summary", "issues", "claims", "maximus"])(
    "“%s”",
    (prefix) => {
      expect(whole).toContain(shown(bodyOf(prefix)));
    },
  );

  test("“issue”", () => {
    expect(whole.trim()).toContain(shown(bodyOf("issue")));
  });

  const named = "<treatment, strength and count>";
  test.each([
    ["nocite", [wording.citesNothing("claims"), wording.citesNothing("reviewer")]],
    ["outside", [wording.outsideMtus("claims"), wording.outsideMtus("reviewer")]],
  ])("“%s”, for each party", (prefix, sentences) => {
    sentences.forEach((sentence, i) => {
      expect(chosen(prefix, i).startsWith(sentence)).toBe(true);
    });
  });

  test("“outside” introduces the citation like letters do", () => {
    expect(fixedWords(bodyOf("outside"))).toContain(` ${wording.basedOn} ${wording.nonMtus} `);
  });

  test("“partly”", () => {
    expect(shown(bodyOf("partly"))).toBe(
      `${wording.partlyAuthorized("<original request>", "<authorized portion>", "<remaining portion>")}: <pending>`,
    );
  });

  test("the conclusions", () => {
    const { upheld, overturned } = wording.necessity;
    expect(shown(bodyOf("conclusion-upheld"))).toBe(wording.conclusion(named, upheld));
    expect(shown(bodyOf("conclusion-overturned"))).toBe(wording.conclusion(named, overturned));
    expect(shown(bodyOf("rationale")).endsWith(wording.conclusion(named, "<pending>"))).toBe(true);
    expect(shown(bodyOf("rationale")).startsWith(wording.labels.rationale)).toBe(true);
  });
});
