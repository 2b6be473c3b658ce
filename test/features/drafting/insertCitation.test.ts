/** Citing a topic or guideline at the cursor. */
import { describe, expect, test } from "vitest";
import { guidelineOf, topicsOf } from "../../../server/src/analysis/citedGuidelines.ts";
import { citationEdit } from "../../../server/src/features/drafting/insertCitation.ts";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import type { Guideline, Topic } from "../../../server/src/knowledge/types.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";

const knowledge = createKnowledge();

/** The issue after citing the topic, or only the guideline, at `|`, with any line ends. */
function cited(
  issue: readonly string[],
  guideline: string,
  topic?: string,
  others: readonly string[] = [],
): string {
  const [lf, crlf, cr] = ["\n", "\r\n", "\r"].map((lineEnd) => {
    const marked = letterWith(...others, "", ...issue).replaceAll("\n", lineEnd);
    const offset = marked.indexOf("|");
    const text = marked.replace("|", "");
    const edit = citationEdit(
      parse(text),
      knowledge,
      offset,
      knowledge.guideline(guideline)!,
      topic === undefined ? undefined : knowledge.topicNamed(topic, guideline)!,
    );
    const after = edit ? `${text.slice(0, edit.start)}${edit.text}${text.slice(edit.end)}` : text;
    return after.replaceAll(lineEnd, "\n");
  });
  expect(crlf).toBe(lf);
  expect(cr).toBe(lf);
  const [first = ""] = issue;
  return lf!.slice(lf!.indexOf(first.replace("|", ""))).trim();
}

/** The reviewer's part of a new issue after citing. */
function reviewer(words: string, guideline: string, topic?: string, others?: readonly string[]): string {
  const all = cited(
    ["Naproxen 500mg #60: Upheld", "", `MAXIMUS guideline: ${words}`],
    guideline,
    topic,
    others,
  );
  return all.slice(all.indexOf("MAXIMUS guideline:") + "MAXIMUS guideline:".length).trim();
}

describe("in a guideline part of a letter that cites by section", () => {
  const section = (words: string, guideline: string, topic?: string) =>
    reviewer(words, guideline, topic, mri);

  test("that is empty, the whole sentence", () => {
    expect(section("|", "acoem-12", "Special Studies")).toBe(
      "Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.",
    );
  });

  test("that cites the guideline, one more section", () => {
    expect(
      section(
        "Decision based on MTUS Low Back Complaints 2004, Section(s): Summary.|",
        "acoem-12",
        "Special Studies",
      ),
    ).toBe("Decision based on MTUS Low Back Complaints 2004, Section(s): Summary, Special Studies.");
    expect(section("Decision based on MTUS Low| Back Complaints 2004.", "acoem-12", "Special Studies")).toBe(
      "Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.",
    );
  });

  test("that cites another part of the MTUS, the two joined", () => {
    expect(
      section("Decision based on MTUS Low Back Complaints 2004, Section(s): Summary.|", "opioids-2016"),
    ).toBe(
      "Decision based on MTUS Low Back Complaints 2004, Section(s): Summary, and Opioid Treatment 2016.",
    );
  });

  test("that cites the MTUS, another source as a sentence of its own", () => {
    expect(section("Decision based on MTUS Low Back Complaints 2004.|", "odg", "Low Back")).toBe(
      "Decision based on MTUS Low Back Complaints 2004. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Low Back.",
    );
  });

  test("that already cites it, nothing", () => {
    const words = "Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.";
    expect(section(`${words}|`, "acoem-12", "Special Studies")).toBe(words);
    expect(section(`${words}|`, "acoem-12")).toBe(words);
  });

  test("without a period, a period too", () => {
    expect(section("Decision based on Non-MTUS Citation some book|", "acoem-12")).toBe(
      "Decision based on Non-MTUS Citation some book. Decision based on MTUS Low Back Complaints 2004.",
    );
  });
});

describe("in a guideline part of a letter that cites by pages", () => {
  const paged = (words: string, guideline: string, topic?: string) =>
    reviewer(words, guideline, topic, flexeril);

  test("with the pages", () => {
    expect(paged("|", "chronic-pain-2009", "Muscle relaxants (for pain)")).toBe(
      "Decision based on MTUS Chronic Pain Treatment Guidelines Muscle relaxants (for pain) Page(s): 63-66.",
    );
  });

  test("what is cited further is a sentence of its own", () => {
    expect(
      paged(
        "Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 63.|",
        "chronic-pain-2009",
        "Cyclobenzaprine",
      ),
    ).toBe(
      "Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 63. Decision based on MTUS Chronic Pain Treatment Guidelines Cyclobenzaprine (Flexeril) Page(s): 41-42.",
    );
  });
});

describe("in running text", () => {
  test("only the words, with a space if necessary", () => {
    const rationale = (words: string, others: readonly string[]) =>
      cited(
        ["Naproxen: Upheld", "", `Decision rationale: ${words}`],
        "chronic-pain-2009",
        "Cyclobenzaprine",
        others,
      )
        .split("rationale: ")
        .at(-1);
    expect(rationale("According to|, it is short.", flexeril)).toBe(
      "According to MTUS Chronic Pain Treatment Guidelines, Cyclobenzaprine (Flexeril), pages 41-42, it is short.",
    );
    expect(rationale("See (|).", mri)).toBe(
      "See (MTUS Chronic Pain Medical Treatment 2009, Cyclobenzaprine (Flexeril)).",
    );
  });
});

test("any citation, in either format, next to any other, is parsed back", () => {
  const parts = [
    "",
    " Decision based on MTUS Low Back Complaints 2004, Section(s): Summary.",
    " Decision based on MTUS Opioid Treatment 2016.",
    " Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Pain.",
    " The Expert Reviewer did not cite any medical evidence for its decision.",
  ];
  const missed: string[] = [];
  for (const form of [flexeril, mri]) {
    for (const [index, { guideline, topic }] of citable().entries()) {
      const part = parts[index % parts.length] as string;
      const head = `${letterWith(...form)}\nNaproxen 500mg #60: Upheld\n\nMAXIMUS guideline:${part}`;
      const text = `${head}\n\nDecision rationale: It is not medically necessary.\n`;
      const edit = citationEdit(parse(text), knowledge, head.length, guideline, topic);
      const after = edit ? `${text.slice(0, edit.start)}${edit.text}${text.slice(edit.end)}` : text;
      const citations = parse(after).issues.at(-1)?.reviewer?.citations ?? [];
      const found = citations.some(
        (citation) =>
          guidelineOf(citation, knowledge)?.id === guideline.id &&
          (topic === undefined ||
            topicsOf(citation, guideline, knowledge).some((match) => match.topic.name === topic.name)),
      );
      if (!found) missed.push(`${part} + ${guideline.id}/${topic?.id}: ${edit?.text}`);
    }
  }
  expect(missed).toEqual([]);
});

/** All that letters cite: each citable guideline alone, and each of its topics. */
function citable(): readonly { readonly guideline: Guideline; readonly topic: Topic | undefined }[] {
  return knowledge.guidelines
    .filter(({ cited }) => cited)
    .flatMap((guideline) =>
      [undefined, ...knowledge.topicsOf(guideline.id)].map((topic) => ({ guideline, topic })),
    );
}
