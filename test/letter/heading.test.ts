import { describe, expect, it } from "vitest";
import { readHeading } from "../../server/src/letter/heading.ts";
import { words } from "./show.ts";

const heading = (text: string) => readHeading(text, { start: 0, end: text.length });

describe("decision", () => {
  // The heading, its treatment, the words in place of the decision, and the outcome.
  it.each([
    ["Norco 5/325mg #45: Upheld", "Norco 5/325mg #45", "Upheld", "upheld"],
    ["Norco 5/325mg #45:  Overturned", "Norco 5/325mg #45", "Overturned", "overturned"],
    ["Norco 5/325mg #45:\nUpheld", "Norco 5/325mg #45", "Upheld", "upheld"],
    [
      "therapy for the right elbow and right\nknee: Upheld",
      "therapy for the right elbow and right knee",
      "Upheld",
      "upheld",
    ],
    ["Norco: UPHELD", "Norco", "UPHELD", "upheld"],
    ["Norco : Upheld.", "Norco", "Upheld", "upheld"],
    ["Norco Upheld", "Norco", "Upheld", "upheld"],
    ["Norco - Overturned", "Norco", "Overturned", "overturned"],
    [": Upheld", "", "Upheld", "upheld"],
    ["Upheld", "", "Upheld", "upheld"],
    [
      "Associated surgical service: Cold therapy unit: Upheld",
      "Associated surgical service: Cold therapy unit",
      "Upheld",
      "upheld",
    ],
    ["Labs to include: EKG: Overturned", "Labs to include: EKG", "Overturned", "overturned"],
    ["Pre-op labs: PT/PTT: Upheld", "Pre-op labs: PT/PTT", "Upheld", "upheld"],
    [
      "Oxycodone HCL ER 20mg #60 day supply: 30: Upheld",
      "Oxycodone HCL ER 20mg #60 day supply: 30",
      "Upheld",
      "upheld",
    ],
    ["Cane QTY: 2: Upheld", "Cane QTY: 2", "Upheld", "upheld"],
    ["MRI DOS: 11/14/16: Upheld", "MRI DOS: 11/14/16", "Upheld", "upheld"],
    ["Norco: Modified", "Norco", "Modified", undefined],
    ["Norco: Uphold", "Norco", "Uphold", undefined],
    ["Norco: Overtuned", "Norco", "Overtuned", undefined],
    ["Norco: Not upheld", "Norco", "Not upheld", undefined],
    ["Norco: Partially overturned", "Norco", "Partially overturned", undefined],
    ["Norco: Upheld in part", "Norco", "Upheld in part", undefined],
    ["Norco: Overt", "Norco", "Overt", undefined],
    ["Sildena\ufb01l for o\ufb03ce\nuse: Upheld", "Sildenafil for office use", "Upheld", "upheld"],
    ["Norco:", "Norco", undefined, undefined],
    ["Norco", "Norco", undefined, undefined],
    ["Labs to include: EKG", "Labs to include: EKG", undefined, undefined],
    ["Cold therapy unit: Rental", "Cold therapy unit: Rental", undefined, undefined],
    ["", "", undefined, undefined],
  ])("%j", (text, treatment, decision, outcome) => {
    const found = heading(text);
    expect([found.treatment, found.decision?.text, found.decision?.outcome]).toEqual([
      treatment,
      decision,
      outcome,
    ]);
    expect(words(text, found.request).replace(/:$/, "").normalize("NFKC")).toBe(treatment);
    if (decision) expect(words(text, found.decision?.span)).toBe(decision);
  });
});

describe("partly authorized requests", () => {
  const a = (whole: string, part: string, rest: string) =>
    `${whole} was the original request. ${part} was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, ${rest}: Upheld`;
  const b = (whole: string, part: string) =>
    `${whole} was the original request. The Claims Administrator authorized ${part}, leaving the original request IMR eligible. The original request, ${whole} is: Overturned`;

  it.each([
    ["form A", a("Norco 10/325mg #60", "Norco 10/325mg #30", "Norco 10/325mg #30 is"), "Norco 10/325mg #30"],
    [
      "form A without 'is'",
      a("Baclofen 10mg #90", "Baclofen 10mg #60", "Baclofen 100mg #3"),
      "Baclofen 100mg #3",
    ],
    [
      "a fragment",
      a("Carpal tunnel release", "Endoscopic release", "with open carpal tunnel release is"),
      "with open carpal tunnel release",
    ],
    ["a comma in the portion", a("Therapy", "6 sessions", "Therapy, 6 sessions is"), "Therapy, 6 sessions"],
    ["form B", b("Gabapentin 300mg #60", "Gabapentin 300mg #30"), "Gabapentin 300mg #60"],
    [
      "plural",
      "Braces were the original request. One brace was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, two braces are: Upheld",
      "two braces",
    ],
    [
      "wrapped",
      a("Norco 10/325mg #60", "Norco\n10/325mg #30", "Norco\n10/325mg #30 is").replaceAll(". ", ".\n"),
      "Norco 10/325mg #30",
    ],
  ])("%s", (_, text, treatment) => {
    const found = heading(text);
    expect([found.partlyAuthorized, found.treatment]).toEqual([true, treatment]);
    expect(words(text, found.treatmentSpan)).toBe(treatment);
    expect(words(text, found.request)).toBe(
      text.replace(/\s+/g, " ").replace(/: (?:Upheld|Overturned)$/, ""),
    );
  });
});
