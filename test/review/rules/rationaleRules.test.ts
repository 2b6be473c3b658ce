import { describe, test } from "vitest";
import { issue, letter, reasons } from "../../fixture/letter.ts";
import { expectFindings, expectNothing } from "../findings.ts";

const saying = (decision: string, rationale: string) =>
  letter({ issues: [issue({ heading: `Naproxen 500mg #60: ${decision}`, rationale })] });

describe("rationale/no-conclusion", () => {
  const message = "The rationale doesn't say whether the treatment is medically necessary.";

  test("findings and a guideline, but no conclusion", () => {
    expectFindings(
      "rationale/no-conclusion",
      saying("Upheld", `[[Decision rationale:]] ${reasons}`),
      message,
    );
  });

  test("a guideline's rule isn't a conclusion", () => {
    expectFindings(
      "rationale/no-conclusion",
      saying(
        "Upheld",
        `[[Decision rationale:]] ${reasons} The guidelines state that the drug is medically necessary when
pain is severe.`,
      ),
      message,
    );
  });

  test("the ways in which letters conclude are accepted", () => {
    for (const sentence of [
      "As such, the request is not medically necessary.",
      "The request was not medically\nnecessary and appropriate.",
      "The requested treatment is determined to not be medically necessary.",
      "This cannot be considered medically necessary.",
      "As such, the request is not medi-\ncally necessary.",
      "As such, the request is not medically neces-\nsary.",
      "The medical necessity of this request is not established.",
      "Therefore, the request is not-medically necessary.",
    ]) {
      expectNothing(saying("Upheld", `Decision rationale: ${reasons} ${sentence}`));
    }
  });

  test("advice after the conclusion doesn't change it", () => {
    expectNothing(
      saying(
        "Upheld",
        `Decision rationale: ${reasons} The request is not medically necessary. Opioids should not be stopped at once;
a slow taper is advised.`,
      ),
    );
  });
});

/** A letter with one issue, about `treatment`, whose rationale consists of `sentences`. */
const rationaleOf = (treatment: string, sentences: string, label = "Decision rationale:") =>
  letter({ issues: [issue({ heading: `${treatment}: Upheld`, rationale: `${label} ${sentences}` })] });

/** Everything but what the test is about. */
const criterion = "The guidelines recommend a short course.";
const finds = "The employee has had no relief.";
const concludes = "The request is not medically necessary.";

describe("rationale/treatment-not-named", () => {
  const message = "The rationale never names the disputed treatment by its name, brand, or class.";
  const naming = (treatment: string, sentence: string) =>
    rationaleOf(treatment, `${criterion} ${finds} ${sentence} ${concludes}`);

  test("a rationale that doesn't mention the treatment", () => {
    for (const treatment of [
      "Flexeril 10mg #60",
      "MRI of the lumbar spine",
      "Cold therapy unit",
      "Hospital bed",
    ]) {
      expectFindings(
        "rationale/treatment-not-named",
        rationaleOf(treatment, `${criterion} ${finds} ${concludes}`, "[[Decision rationale:]]"),
        message,
      );
    }
  });

  test.each([
    ["Flexeril 10mg #60", "Flexeril is taken at night.", "as the heading does"],
    ["Flexeril 10mg #60", "Cyclobenzaprine is taken at night.", "the generic name of a brand"],
    ["Cyclobenzaprine 10mg #60", "Fexmid is taken at night.", "a brand of the generic"],
    ["Flexeril 10mg #60", "No muscle relaxant is taken for long.", "the class"],
    ["Norco 10/325mg #60", "Hydrocodone is taken at night.", "a part of a combination"],
    ["Norco 10/325mg #60", "An opioid is taken at night.", "the class of a combination"],
    ["Omeprazole 20mg #60", "Prilosec is taken in the morning.", "another brand"],
    ["Omeprazole 20mg #60", "The requested medication protects the stomach.", "the requested medication"],
    ["Hospital bed", "The proposed equipment is for the home.", "the proposed equipment"],
    ["Functional capacity evaluation", "An FCE was done in May.", "its initials"],
    ["EMG/NCV of the lower extremities", "An EMG was done in May.", "one of two tests"],
    ["Cold therapy unit", "The requested ancillary service goes with it.", "the ancillary service"],
    ["Cold therapy unit", "Cryotherapy goes with it.", "another word of its kind"],
    ["MRI of the lumbar spine", "Magnetic resonance imaging was done before.", "the name in full"],
    ["Right knee arthroscopy", "Surgery was discussed.", "its kind, loosely"],
    ["Twelve sessions of physical therapy", "Physical medicine was tried.", "its kind, otherwise"],
  ])("%s: %s (%s)", (treatment, sentence) => {
    expectNothing(naming(treatment, sentence));
  });
});

describe("rationale/no-criterion", () => {
  const message = "The rationale doesn't state a criterion. Say what the guideline requires.";
  const stating = (sentence: string, label?: string) =>
    rationaleOf("Naproxen 500mg #60", `${sentence} ${finds} Naproxen is taken daily. ${concludes}`, label);

  test("only findings and a conclusion", () => {
    for (const sentence of ["", "The guidelines were read.", "The MTUS is silent on this topic."]) {
      expectFindings("rationale/no-criterion", stating(sentence, "[[Decision rationale:]]"), message);
    }
  });

  test("neither a short quotation nor a conclusion that names the guidelines is a criterion", () => {
    expectFindings(
      "rationale/no-criterion",
      rationaleOf(
        "Naproxen 500mg #60",
        `${finds} Naproxen is "as needed". Per the guidelines, the request is not medically necessary.`,
        "[[Decision rationale:]]",
      ),
      message,
    );
  });

  test.each([
    "The MTUS recommends the lowest dose for the shortest time.",
    "According to ODG, ten visits over eight weeks are allowed.",
    "ACOEM states that imaging can wait for a month.",
    "The guidelines ask that pain and function be followed at every visit.",
    "Per the Official Disability Guidelines, use should be brief.",
    "The Medical Treatment Utilization Schedule does not support use for more than two weeks.",
    "Studies have shown that it may be effective in the first four days.",
    'One reads: "This drug is an option for short-term symptomatic relief of back pain".',
    "It is recommended as an option after acetaminophen has failed.",
    "Such drugs should be used at the lowest dose.",
    "Criteria for continued use include a return to work.",
  ])("%s", (sentence) => {
    expectNothing(stating(sentence));
  });
});

describe("rationale/no-findings", () => {
  const message =
    "The rationale doesn't refer to this employee. Cite the condition, history, findings, or records.";
  const telling = (sentence: string, label?: string) =>
    rationaleOf(
      "Naproxen 500mg #60",
      `The guidelines recommend naproxen for a short time. ${sentence} ${concludes}`,
      label,
    );

  test("only a criterion and a conclusion", () => {
    expectFindings("rationale/no-findings", telling("", "[[Decision rationale:]]"), message);
    expectFindings(
      "rationale/no-findings",
      telling("Patient education is advised for all.", "[[Decision rationale:]]"),
      message,
    );
  });

  test("mentioning the employee at the end of the conclusion isn't enough", () => {
    expectFindings(
      "rationale/no-findings",
      rationaleOf(
        "Naproxen 500mg #60",
        "The guidelines recommend naproxen for a short time. The request is not medically necessary for this patient.",
        "[[Decision rationale:]]",
      ),
      message,
    );
  });

  test.each([
    "The injured worker has taken it for two years.",
    "She reports heartburn.",
    "The applicant was off work.",
    "This 44 year old has a strain of the low back.",
    "No functional improvement is documented.",
    "There is no evidence of a trial of acetaminophen.",
    "The treating physician gave no reason for it.",
    "An MRI of the low back revealed a small protrusion.",
    "In this case, two years have gone by.",
    "These criteria are not met.",
    "Ten visits were already authorized.",
  ])("%s", (sentence) => {
    expectNothing(telling(sentence));
  });

  test("a reason given in the conclusion counts", () => {
    for (const necessary of ["necessary", "neces-\nsary"]) {
      expectNothing(
        rationaleOf(
          "Naproxen 500mg #60",
          `The guidelines recommend naproxen for a short time. Given the lack of documentation of relief, the request is not medically ${necessary}.`,
        ),
      );
    }
  });
});

test("one sentence is enough for a request that depends on another one", () => {
  for (const sentence of [
    `As the requested surgical intervention is not medically necessary per the documentation, the requested
ancillary service is not medically necessary.`,
    "Since the surgery is not supported, the cold therapy unit is not medically necessary.",
  ]) {
    expectNothing(rationaleOf("Cold therapy unit", sentence));
  }
});

describe("rationale/unclosed-quotation", () => {
  const message = "The quotation that starts here isn't closed.";
  const quoting = (words: string) =>
    rationaleOf("Naproxen 500mg #60", `${words} ${criterion} ${finds} Naproxen is taken daily. ${concludes}`);

  test("opened and not closed", () => {
    expectFindings("rationale/unclosed-quotation", quoting('She called it [["]]a miracle drug.'), message);
  });

  test("opened again before it is closed: the first one was left open", () => {
    expectFindings(
      "rationale/unclosed-quotation",
      quoting('The note says [["]]as needed. The next one says "daily".'),
      message,
    );
  });

  test("closed quotations and inches are accepted", () => {
    expectNothing(quoting('She called it "a miracle drug" and "a blessing".'));
    expectNothing(quoting('The scar is 2" long.'));
  });
});
