/** What hovers, suggestions, pages, and outlines say of a section: the same, and on the disputed treatment. */
import { describe, expect, test } from "vitest";
import { documentationOf } from "../../../server/src/features/drafting/completion.ts";
import { rationaleOutline } from "../../../server/src/features/drafting/templates/rationale.ts";
import { guidelinePage } from "../../../server/src/features/guidelines/guidelinePage.ts";
import { hoverAt } from "../../../server/src/features/reading/hover.ts";
import { builtInData } from "../../../server/src/knowledge/data.ts";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import { withPacks } from "../../../server/src/knowledge/packs.ts";
import type { Knowledge } from "../../../server/src/knowledge/types.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { hoverMarkup } from "../../../server/src/protocol/lsp/hoverMarkup.ts";
import { letterWith } from "../../fixture/letter.ts";

const knowledge = createKnowledge();

/** The text of the hover on the words in `citation` after `|`, in an issue on that treatment. */
function hover(treatment: string, citation: string, known: Knowledge = knowledge): string {
  const marked = letterWith(
    `${treatment}: Upheld`,
    "",
    `MAXIMUS guideline: Decision based on ${citation}`,
    "",
    "Decision rationale: It is not medically necessary.",
  );
  const [before = "", after] = marked.split("|");
  const found = hoverAt(parse(`${before}${after}`), known, before.length);
  return found ? hoverMarkup(found.content, false).value : "";
}

describe("a section", () => {
  const lowBack = "MTUS Low Back Complaints 2004, Section(s): |Special Studies.";

  test("says what letters state on the treatment, how many, where they differ, and nothing on others", () => {
    const shown = hover("MRI of the lumbar spine", lowBack);
    expect(shown).toContain("On MRI or CT of the low back: ");
    expect(shown).toContain("(As 19 published letters state it, naming Table 12-7.)");
    expect(shown).toMatch(/Letters differ: most ask for nerve signs.*; some also allow a red flag/);
    expect(shown).not.toContain("EMG of the legs");
    const other = hover("EMG/NCV of both legs", lowBack);
    expect(other).toContain("On EMG of the legs: ");
    expect(other).not.toContain("On MRI");
  });

  test("of 2016 doesn't show the text of 2009 if letters state it", () => {
    const citation = "MTUS Chronic Pain Medical Treatment 2016, Section(s): |";
    const stated = hover("Cyclobenzaprine 7.5mg #60", `${citation}Cyclobenzaprine (Flexeril).`);
    expect(stated).toContain("(As 5 published letters state it.)");
    expect(stated).not.toContain("In the 2009 edition");
    expect(stated).toContain("Read in published letters, not in the document.");
    const other = hover("Carisoprodol 350mg #60", `${citation}Carisoprodol (Soma).`);
    expect(other).toContain("In the 2009 edition: ");
  });

  test("that letters state only for other treatments says for which", () => {
    const shown = hover("Shoulder x-ray", "MTUS Shoulder Complaints 2004, Section(s): |Special Studies.");
    expect(shown).toContain("Published letters state it only for MRI of the shoulder.");
    expect(shown).not.toContain("On MRI");
  });

  test("that letters only cite says so", () => {
    const citation = "MTUS Opioid Treatment 2016, Section(s): |Tapering opioids.";
    expect(hover("Norco 10/325mg #60", citation)).toContain(
      "9 published letters cite it, but none states what it asks for.",
    );
  });

  test("with many criteria shows three, and counts the others", () => {
    const citation = "MTUS Chronic Pain Medical Treatment 2016, Section(s): |Physical medicine treatment.";
    const shown = hover("Physical therapy, 12 sessions", citation);
    expect(shown.match(/published letters? states? it/g)).toHaveLength(3);
    expect(shown).toMatch(/… and \d+ more on the guideline's page\./);
  });

  test("names the pages that were seen in letters, and no others", () => {
    const shown = hover(
      "MRI of the cervical spine",
      "MTUS Neck and Upper Back Complaints 2004, Section(s): |Special Studies.",
    );
    expect(shown).toContain("pages 177-178, 182");
    expect(shown).toContain("Page 182 seen in 1 published letter.");
  });

  test("that letters state of another edition says of which", () => {
    const citation = "MTUS Low Back Disorders 2020, Section(s): |Therapeutic facet joint injections.";
    expect(hover("Lumbar facet joint injection", citation)).toContain(
      "(As 1 published letter states it of the 3rd edition, naming page 607.)",
    );
  });

  test("on home health services of 2009 says that a court held the rule invalid", () => {
    const citation = "MTUS Chronic Pain Medical Treatment 2009, Section(s): |Home health services.";
    expect(hover("Home health care", citation)).toContain("Stevens v. WCAB, 2015");
  });
});

describe("a source", () => {
  test("cited without a section says what its sections ask for on the treatment", () => {
    const shown = hover("MRI of the lumbar spine", "MTUS Low |Back Complaints 2004.");
    expect(shown).toContain("Special Studies. On MRI or CT of the low back: ");
    expect(hover("Gym membership", "MTUS Low |Back Complaints 2004.")).not.toContain("published letter");
  });

  const odg = "Non-MTUS Citation Official Disability Guidelines (ODG)";

  test.each([
    ["MRI of the left elbow", `${odg} |MRI Elbow.`, "Elbow: MRI"],
    ["MRI of the lumbar spine", `${odg} Low Back, |MRIs (magnetic resonance imaging).`, "Low Back: MRIs"],
    ["Shock wave therapy", `${odg} |Low Back (Shock wave therapy).`, "Low Back: Shock wave therapy"],
    ["Gloves", `${odg} |Knee/DME.`, "Knee & Leg: Durable medical equipment (DME)"],
    ["MRI of the right shoulder", `${odg} Shoulder - Indications for imaging, |MRI.`, "Shoulder: Magnetic"],
    ["LINT", "Non-MTUS Citation |Low Back (Hyperstimulation analgesia).", "Low Back: Hyperstimulation"],
  ])("%s, %s: the topic within the chapter", (treatment, citation, title) => {
    const shown = hover(treatment, citation);
    expect(shown.startsWith(title)).toBe(true);
    expect(shown).toMatch(/\(As \d published letters? states? it/);
  });

  test("a chapter of ODG says what its topics ask for on the treatment", () => {
    const shown = hover("MRI of the lumbar spine", `${odg} |Low Back.`);
    expect(shown).toContain("Low Back, MRIs (magnetic resonance imaging). ");
  });

  test("a topic that isn't known shows the one adapted from it, or the chapter, and says so", () => {
    const adapted = hover("Soma 350mg #60", `${odg} Pain, |Soma (Carisoprodol).`);
    expect(adapted).toContain("the index doesn't have this topic. “Carisoprodol (Soma)” in the Chronic Pain");
    const chapter = hover("Lumbar fusion", `${odg} Low Back, |Fusion (spinal).`);
    expect(chapter).toContain("The index doesn't have this topic of the chapter “Low Back”");
    for (const topic of ["Epidural steroid injections (ESIs)", "Electromyography (EMG)"])
      expect(hover("Neck fusion", `${odg} Neck, |${topic}.`)).toContain("of the chapter “Neck");
  });

  test.each([
    ["and Other Medical Treatment Guidelines |UpToDate, Flexeril.", "UpToDate"],
    [
      "and Other Medical Treatment Guidelines |http://www.aetna.com/cpb/medical/data/100_199/0181.html.",
      "Aetna",
    ],
    ["Non-MTUS Citation |www.mdguidelines.com.", "MDGuidelines"],
    [
      "Non-MTUS Citation ACOEM Occupational Medicine Practice Guidelines, 3rd ed., |Low Back Disorders.",
      "Low Back",
    ],
  ])("%s: what it is", (citation, name) => {
    expect(hover("Facet joint injections", citation).startsWith(name)).toBe(true);
  });
});

describe("the same words are", () => {
  const words = "Start as a trial, typically 60 days at most";

  test("on the guideline's page, with those on all treatments", () => {
    expect(guidelinePage(knowledge, { guideline: "opioids-2016" })?.text).toContain(words);
    const page = guidelinePage(knowledge, { guideline: "acoem-12", page: 303 })?.text ?? "";
    expect(page).toContain("On MRI or CT of the low back: ");
    expect(page).toContain("On EMG of the legs: ");
  });

  test("in the documentation of a suggestion, on the treatment", () => {
    const content = documentationOf(
      { topic: "acoem-12-special-studies" },
      "EMG of the legs",
      undefined,
      knowledge,
    );
    const shown = content ? hoverMarkup(content, false).value : "";
    expect(shown).toContain("On EMG of the legs: ");
    expect(shown).not.toContain("On MRI");
  });

  test("in the outline of a rationale, to be checked if letters differ or only one states it", () => {
    const outlineFor = (treatment: string, citation: string): string => {
      const text = letterWith(`${treatment}: Upheld`, "", `MAXIMUS guideline: Decision based on ${citation}`);
      return rationaleOutline(parse(text), text.indexOf(treatment), knowledge)?.edit.text ?? "";
    };
    const agreed = outlineFor(
      "Tramadol 50mg #60",
      "MTUS Opioid Treatment 2016, Section(s): Maintenance of Chronic Opioid Treatment.",
    );
    expect(agreed).toMatch(
      /rationale: The MTUS \(Opioid Treatment 2016, .*\) supports .* At every visit document/,
    );
    const ofOneLetter = outlineFor(
      "Tramadol 50mg #60",
      "MTUS Opioid Treatment 2016, Section(s): Initiation of Chronic Opioid Treatment.",
    );
    expect(ofOneLetter).toMatch(/\$\{1:The MTUS .* Start as a trial.*\$\{2:\[Check/);
    const differing = outlineFor(
      "MRI of the lumbar spine",
      "MTUS Low Back Complaints 2004, Section(s): Special Studies.",
    );
    expect(differing).toMatch(
      /\$\{\d+:The MTUS \(Low Back Complaints 2004, Special Studies\) supports.*Unequivocal/,
    );
  });
});

test("a topic from a pack is told as the pack's, before what letters state", () => {
  const pack = {
    name: "Clinic",
    guidelines: [],
    topics: [{ id: "acoem-12-special-studies", summary: "Words of the clinic." }],
    drugs: [],
    formulary: [],
  };
  const { data } = withPacks(builtInData, [pack]);
  const shown = hover(
    "MRI of the lumbar spine",
    "MTUS Low Back Complaints 2004, Section(s): |Special Studies.",
    createKnowledge(data),
  );
  expect(shown.indexOf("Words of the clinic.")).toBeLessThan(shown.indexOf("(As 19 published letters"));
  expect(shown).toContain("Stated by your pack “Clinic”.");
  expect(shown).not.toContain("seen in");
});
