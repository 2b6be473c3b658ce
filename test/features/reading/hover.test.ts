import { describe, expect, test } from "vitest";
import { hoverAt } from "../../../server/src/features/reading/hover.ts";
import type { HoverContent } from "../../../server/src/features/types.ts";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { flexeril, issue, letter, letterWith, mri } from "../../fixture/letter.ts";
import { knowledge } from "../knowledge.ts";

/** What is shown with the pointer before the character after `|`, as "[words] kind: what"; the same for each line end. */
function hover(...issueLines: string[]): string | undefined {
  const marked = letterWith(...issueLines);
  const answers = ["\n", "\r\n", "\r"].map((lineEnd) => {
    const [before, after] = marked.replaceAll("\n", lineEnd).split("|");
    const found = hoverAt(parse(`${before}${after}`), knowledge, before?.length ?? 0);
    if (found === undefined) return undefined;
    const words = `${before}${after}`.slice(found.start, found.end).replace(/\r\n|\r|\n/g, "⏎");
    return `[${words}] ${inShort(found.content)}`;
  });
  expect(new Set(answers).size).toBe(1);
  return answers[0];
}

function inShort(content: HoverContent): string {
  switch (content.kind) {
    case "pages": {
      const topics = content.topics.map((topic) => topic.name).join("; ");
      return `pages ${content.pages.map(({ first, last }) => `${first}-${last}`)}: ${topics}`;
    }
    case "topic":
      return `topic: ${content.topic.name}`;
    case "guideline":
      return `guideline: ${content.guideline.name}`;
    case "drug":
      return `${content.form}: ${content.drug.generic}, ${content.topics.map(({ topic }) => topic.name)}`;
    case "statedFact":
      return `${content.name}: ${content.others.map(({ where, written }) => `${where}: ${written}`).join("; ")}`;
    case "appeal":
      return `appeal until ${content.lastDay}, decided ${content.decided}`;
    case "issue":
      return `issue: ${content.request} | ${content.claims.join("; ")} | ${content.reviewer.join("; ")} | ${content.missing}`;
  }
}

const reviewerCites = (citation: string, ...rationale: string[]): string | undefined =>
  hover("Naproxen 500mg #60: Upheld", "", `MAXIMUS guideline: ${citation}`, "", ...rationale);

const chronicPain = "Chronic Pain Medical Treatment Guidelines (2009)";

describe("hover on pages", () => {
  test("shows the topics on the pages under the pointer only", () => {
    expect(
      reviewerCites("Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 4|1-42, 63."),
    ).toBe("[41-42] pages 41-42: Cyclobenzaprine (Flexeril)");
    expect(
      reviewerCites("Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 41-42, |63."),
    ).toBe("[63] pages 63-63: Muscle relaxants (for pain)");
  });

  test("puts the topic that the citation names first", () => {
    expect(
      reviewerCites(
        "Decision based on MTUS Chronic Pain Treatment Guidelines Muscle relaxants (for pain) Page(s): 41|-63.",
      ),
    ).toBe("[41-63] pages 41-63: Muscle relaxants (for pain); Cyclobenzaprine (Flexeril)");
  });

  test("puts the topic of the disputed drug first if the citation names no topic", () => {
    expect(
      hover(
        "Flexeril 7.5mg, #90: Upheld",
        "",
        "MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 42|-66.",
      ),
    ).toBe("[42-66] pages 42-66: Cyclobenzaprine (Flexeril); Muscle relaxants (for pain)");
  });

  test("finds pages that run backwards, and shows none past the end of the document", () => {
    expect(reviewerCites("Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): |66-42.")).toBe(
      "[66-42] pages 66-42: Muscle relaxants (for pain); Cyclobenzaprine (Flexeril)",
    );
    expect(reviewerCites("Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): |400.")).toBe(
      "[400] pages 400-400: ",
    );
  });

  test("shows nothing if the guideline or its pages are unknown", () => {
    expect(reviewerCites("Decision based on Non-MTUS Citation Some Journal page |63.")).toBeUndefined();
    expect(reviewerCites("Decision based on MTUS Low Back Complaints 2004 Page(s): |303.")).toBeUndefined();
  });

  test("starts at the first digit and ends after the last", () => {
    expect(
      reviewerCites("Decision based on MTUS Chronic Pain Treatment Guidelines Page(s)|: 63."),
    ).toBeUndefined();
    expect(
      reviewerCites("Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 63|."),
    ).toBeUndefined();
  });
});

describe("hover on pages in a rationale", () => {
  const plain = "Decision based on MTUS Chronic Pain Treatment Guidelines.";

  test("if the reviewer cites only one document", () => {
    expect(
      reviewerCites(plain, "Decision rationale: A short course is advised on p|age 63. It is denied."),
    ).toBe("[page 63] pages 63-63: Muscle relaxants (for pain)");
    expect(reviewerCites(plain, "Decision rationale: It is advised (pages 41-|42). It is denied.")).toBe(
      "[pages 41-42] pages 41-42: Cyclobenzaprine (Flexeril)",
    );
  });

  test("nothing if the sentence is about another source, or a second one is cited", () => {
    expect(
      reviewerCites(plain, "Decision rationale: See ACOEM Chapter 12, page |63. It is denied."),
    ).toBeUndefined();
    expect(
      reviewerCites(
        "Decision based on MTUS Chronic Pain Treatment Guidelines, and Low Back Complaints 2004.",
        "Decision rationale: A short course is advised on page |63. It is denied.",
      ),
    ).toBeUndefined();
  });
});

describe("hover on topics, guidelines and drugs", () => {
  test("a topic, also across a line end", () => {
    expect(
      reviewerCites(
        "Decision based on MTUS Chronic Pain Treatment Guidelines Muscle\nrela|xants (for pain) Page(s): 63.",
      ),
    ).toBe("[Muscle⏎relaxants (for pain)] topic: Muscle relaxants (for pain)");
  });

  test("a chapter with its year", () => {
    expect(hover(...mri.join("\n").replace("Low Back C", "Low Back |C").split("\n"))).toBe(
      "[Low Back Complaints 2004] guideline: Low Back Complaints (ACOEM chapter 12)",
    );
  });

  test("the edition cited, and the one in force on the day of the decision", () => {
    const known = createKnowledge();
    const cited = (citation: string, decided: string) => {
      const text = letter({
        details: `Case Number: CM16-0990100\nDecision Date: ${decided}`,
        issues: [
          issue({ reviewer: `MAXIMUS guideline: Decision based on MTUS ${citation}, Section(s): Summary.` }),
        ],
      });
      const content = hoverAt(parse(text), known, text.lastIndexOf(citation) + 2)?.content;
      if (content?.kind !== "guideline" || !content.cited) return undefined;
      const { edition, inForce } = content.cited;
      return [
        content.guideline.id,
        edition?.published,
        inForce?.guideline.id,
        inForce?.edition.published,
      ].join();
    };
    expect(cited("Low Back Disorders 2021", "01/03/2022")).toBe(
      "acoem-low-back,2020-02-13,acoem-low-back,2020-02-13",
    );
    expect(cited("Low Back Disorders 2019", "01/03/2022")).toBe(
      "acoem-low-back,2019-03-07,acoem-low-back,2020-02-13",
    );
    expect(cited("Shoulder Complaints 2009", "03/07/2016")).toBe("acoem-9,,acoem-9,2004");
    expect(cited("Chronic Pain Medical Treatment 2016", "03/07/2016")).toBe(
      "chronic-pain-2016,2015-04-06,chronic-pain-2009,2009-05",
    );
    expect(cited("Traumatic Brain Injury 2018", "03/07/2019")).toBe(
      "acoem-traumatic-brain-injury,2017-11-15,,",
    );
  });

  test("a guideline by its common name in a rationale", () => {
    expect(hover(...flexeril.join("\n").replace("The MTUS", "The MT|US").split("\n"))).toBe(
      `[MTUS] guideline: ${chronicPain}`,
    );
  });

  test("a drug in the heading, the rationale and the summary", () => {
    expect(hover(...flexeril.join("\n").replace("Flexeril", "Flex|eril").split("\n"))).toBe(
      "[Flexeril] brand: cyclobenzaprine, Cyclobenzaprine (Flexeril)",
    );
    expect(hover(...flexeril.join("\n").replace("for Flexeril", "for |Flexeril").split("\n"))).toBe(
      "[Flexeril] brand: cyclobenzaprine, Cyclobenzaprine (Flexeril)",
    );
    const text = letterWith(...flexeril);
    const found = hoverAt(parse(text), knowledge, text.indexOf("naproxen") + 3);
    expect(found && text.slice(found.start, found.end)).toBe("naproxen");
  });

  test("a drug in the editions that were in force on the day of the decision first", () => {
    const known = createKnowledge();
    const topicsFor = (drug: string, decided: string) => {
      const text = letter({
        details: `Case Number: CM16-0990100${decided && `\nDecision Date: ${decided}`}`,
        issues: [issue({ heading: `${drug} #60: Upheld` })],
      });
      const content = hoverAt(parse(text), known, text.lastIndexOf(`${drug} #60:`) + 2)?.content;
      if (content?.kind !== "drug") return undefined;
      return [
        ...content.topics.map(({ topic, inForce }) => `${inForce} ${topic.id}`),
        ...content.silent.map(({ id }) => `silent ${id}`),
      ];
    };
    expect(topicsFor("Cyclobenzaprine", "03/07/2017")).toEqual([
      "true cyclobenzaprine-2016",
      "true muscle-relaxants-2016",
      "true topical-muscle-relaxants-2016",
    ]);
    expect(topicsFor("Tramadol", "03/07/2017")?.slice(0, 3)).toEqual([
      "true opioids-2016-chronic",
      "true opioids-2016-maintenance",
      "true topical-analgesics-2016",
    ]);
    expect(topicsFor("Tramadol", "03/07/2017")).toContain("false tramadol");
    expect(topicsFor("Omeprazole", "03/07/2015")).toEqual([
      "true nsaids-gi-cardiovascular-risk",
      "false proton-pump-inhibitors-2016",
    ]);
    expect(topicsFor("Omeprazole", "03/07/2017")).toEqual([
      "true nsaids-gi-cardiovascular-risk-2016",
      "true proton-pump-inhibitors-2016",
    ]);
    expect(topicsFor("Norco", "03/07/2019")).toEqual([
      "false hydrocodone",
      "false opioids",
      "silent acoem-opioids",
    ]);
    expect(topicsFor("Norco", "")).toEqual(["undefined hydrocodone", "undefined opioids"]);
    expect(topicsFor("Zolpidem", "03/07/2017")).toEqual(["undefined odg-pain", "undefined odg-mental"]);
  });

  test("nothing on ordinary words", () => {
    expect(hover(...flexeril.join("\n").replace("short", "sh|ort").split("\n"))).toBeUndefined();
  });
});

describe("hover on a heading", () => {
  test("shows what each side relied on, in the letter's words", () => {
    expect(hover("Flexeril 7.5mg|, #90: Upheld", ...flexeril.slice(1))).toBe(
      "[Flexeril 7.5mg, #90: Upheld] issue: Flexeril 7.5mg, #90 | " +
        "Chronic Pain Treatment Guidelines: MUSCLE RELAXANTS (FOR PAIN), page 63 | " +
        "Chronic Pain Treatment Guidelines, pages 41-42, 63 | ",
    );
    expect(hover("MRI| of the lumbar spine: Overturned", ...mri.slice(1))).toBe(
      "[MRI of the lumbar spine: Overturned] issue: MRI of the lumbar spine | " +
        "no medical evidence cited | Low Back Complaints 2004: Special Studies | ",
    );
  });

  test("of a partly authorized request shows the whole request", () => {
    const heading =
      "|MRI of both knees was the original request. MRI of the left knee was authorized by the Claims Administrator.\n" +
      "The remaining IMR eligible portion of the original request, MRI of the right knee is: Upheld";
    expect(hover(heading, ...mri.slice(1))).toContain(
      "issue: MRI of both knees was the original request. MRI of the left knee was authorized by the Claims " +
        "Administrator. The remaining IMR eligible portion of the original request, MRI of the right knee |",
    );
  });

  test("ends with the decision", () => {
    expect(hover("MRI of the lumbar spine: Overturne|d", ...mri.slice(1))).toMatch(/^\[MRI of/);
    expect(hover("MRI of the lumbar spine: Overturned|", ...mri.slice(1))).toBeUndefined();
  });
});

describe("hover elsewhere", () => {
  test("offsets outside the text, and texts that aren't letters", () => {
    const letter = parse(letterWith(...flexeril));
    for (const offset of [-1, letter.text.length, letter.text.length + 100, Number.NaN]) {
      expect(hoverAt(letter, knowledge, offset)).toBeUndefined();
    }
    expect(hoverAt(parse(""), knowledge, 0)).toBeUndefined();
  });

  test("every letter in a file with several", () => {
    const text = letterWith(...flexeril) + letterWith(...mri);
    const found = hoverAt(parse(text), knowledge, text.indexOf("MRI of"));
    expect(found?.content.kind).toBe("issue");
  });
});

describe("hover on a stated fact", () => {
  test("shows where else an issue states a strength and a count", () => {
    const norco = (heading: string, conclusion: string) =>
      hover(heading, "", `Decision rationale: The request for ${conclusion}`);
    expect(norco("Norco 10/3|25mg #60: Upheld", "Norco 10/325 #60 is not medically necessary.")).toBe(
      "[10/325mg] Strength: the rationale of issue 1: 10/325",
    );
    expect(norco("Norco 10/325mg #60: Upheld", "Norco 10/325mg #6|0 is not medically necessary.")).toBe(
      "[#60] Quantity: the heading of issue 1: #60",
    );
  });

  test("shows where else the letter states the age, the sex, and the date of injury", () => {
    const stating = (words: string) =>
      hover("Norco #60: Upheld", "", `Decision rationale: ${words} The request is not medically necessary.`);
    expect(stating("The employee is 5|4 years old.")).toBe("[54] Age: the case summary: 41");
    expect(stating("The date of injury is 05/1|3/2014.")).toContain("Date of injury: the case details: ");
    expect(stating("The employee is a wo|man.")).toBe("[woman] Sex: the case summary: female");
  });

  test("shows nothing on a fact that is stated once", () => {
    expect(
      hover("Norco #60: Upheld", "", "Decision rationale: The employee was born on 1/2/1|970. It is needed."),
    ).toBeUndefined();
  });
});

describe("hover on the decision date", () => {
  const at = (words: string, text = letter()) => {
    const found = hoverAt(parse(text), knowledge, text.indexOf(words) + 1);
    return found && inShort(found.content);
  };

  test("has the last day to appeal, on the label and on the date", () => {
    const until = "appeal until 2016-07-10, decided 2016-06-10";
    expect([at("Decision Date"), at("06/10/2016")]).toEqual([until, until]);
  });

  test("has nothing if the date contradicts another", () => {
    expect(at("Decision Date", letter().replace("06/10/2016", "04/10/2016"))).toBeUndefined();
  });
});
