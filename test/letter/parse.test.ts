import { describe, expect, it } from "vitest";
import { parse } from "../../server/src/letter/parse.ts";
import { soundIssues2014, typeset } from "../fixture/typeset.ts";
import { show } from "./show.ts";

describe("a whole letter", () => {
  it("of 2017", () => {
    expect(show(parse(typeset()))).toMatchInlineSnapshot(`
      "generation G3b
      section frontMatter: Case details
      section how: HOW THE IMR FINAL DETERMINATION WAS MADE | MAXIMUS Federal Services sen … sthesiology, Pain Management
      section summary: CLINICAL CASE SUMMARY | The expert reviewer develope … 6 non-certified the request.
      section issues: IMR ISSUES, DECISIONS AND RATIONALES | The Final Determination was  … y necessary and appropriate.
      front matter applicationReceived=01/12/2017 caseNumber=CM17-0990007 dateAssigned=01/24/2017 dateOfInjury=05/13/2014 decisionDate=03/01/2017 priority=Standard urDenialDate=12/30/2016
      credentials block: New York,California | Anesthesiology, Pain Management
      summary: The injured worker is a 53 y … 6 non-certified the request.
      issue 1: Tramadol 50mg #90 => Upheld
        claims: Decision based on MTUS Chron …  for use, Tramadol (Ultram).
          mtus: Chronic Pain Medical Treatment (2016) § Opioids ¦ criteria for use ¦ Tramadol (Ultram)
        reviewer: Decision based on MTUS Opioi … delines (ODG) Pain, Opioids.
          mtus: Opioid Treatment (2016) § Opioids for chronic pain
          nonMtus: Official Disability Guidelines (ODG) § Pain ¦ Opioids
        rationale: Tramadol is an opioid that a …  is not medically necessary.
          4 sentences, not necessary
      issue 2: Physical therapy for the right knee, 8 sessions => Upheld (partly authorized)
        claims: Decision based on MTUS Knee  … 4, Section(s): Initial Care.
          mtus: Knee Complaints (2004) § Initial Care
        reviewer: Decision based on MTUS Chron … Physical medicine treatment.
          mtus: Chronic Pain Medical Treatment (2016) § Physical medicine treatment
        rationale: The guidelines allow for fad …  is not medically necessary.
          4 sentences, not necessary
      issue 3: Associated surgical service: Cold therapy unit => Overturned
        claims: The Claims Administrator did … l evidence for its decision.
          cites nothing
        reviewer: The Expert Reviewer based th … Continuous-flow cryotherapy.
          outside the MTUS
          nonMtus: Official Disability Guidelines (ODG) § Knee & Leg ¦ Continuous-flow cryotherapy
        rationale: The MTUS does not address cr … y necessary and appropriate.
          3 sentences, necessary"
    `);
  });

  it("of 2014", () => {
    expect(show(parse(typeset({ form: "G3a" }, { rendition: "doubleSpaced" })))).toMatchInlineSnapshot(`
      "generation G3a
      section how: HOW THE IMR FINAL DETERMINATION WAS MADE | MAXIMUS Federal Services sen … dical Review determinations.
      section summary: CLINICAL CASE SUMMARY | The expert reviewer develope … 6 non-certified the request.
      section issues: IMR ISSUES, DECISIONS AND RATIONALES | The Final Determination was  …  #60 is medically necessary.
      credentials sentence: California | Family Medicine
      summary: The injured worker is a 53 y … 6 non-certified the request.
      issue 1: RETROSPECTIVE REQUEST FOR CYCLOBENZAPRINE 7.5 MG, #120 => Upheld
        claims: Decision based on MTUS Chron … PAIN) Page(s): 63-66 of 127.
          mtus: Chronic Pain Treatment Guidelines § MUSCLE RELAXANTS (FOR PAIN), p. 63-66 of 127
        reviewer: Decision based on MTUS Chron … age(s): 41-42, 60-61, 64-66.
          mtus: Chronic Pain Treatment Guidelines § Cyclobenzaprine ¦ Medications for chronic pain ¦ Antispasmodics, p. 41-42, 60-61, 64-66
        rationale: The MTUS recommends a short  … was not medically necessary.
          3 sentences, not necessary
      issue 2: Omeprazole 20mg #60 => Overturned
        claims: Decision based on MTUS Chron … IOVASCULAR RISK Page(s): 68.
          mtus: Chronic Pain Treatment Guidelines § NSAIDs ¦ GI SYMPTOMS AND CARDIOVASCULAR RISK, p. 68
        reviewer: Decision based on MTUS Chron … iovascular risk Page(s): 68.
          mtus: Chronic Pain Treatment Guidelines § NSAIDs ¦ GI symptoms & cardiovascular risk, p. 68
        rationale: The MTUS recommends a proton …  #60 is medically necessary.
          3 sentences, necessary"
    `);
  });

  it("with much missing", () => {
    const text = typeset({
      frontMatter: false,
      credentials: "none",
      summary: "",
      issues: [
        { heading: "Soma #30", claims: "", rationale: "It does not help." },
        {
          heading: "Norco #60",
          decision: "Modified",
          reviewer: "The Expert Reviewer did not cite any medical evidence for its decision.",
        },
      ],
    });
    expect(show(parse(text))).toMatchInlineSnapshot(`
      "generation G3b
      section how: HOW THE IMR FINAL DETERMINATION WAS MADE | MAXIMUS Federal Services sen … dical Review determinations.
      section summary: CLINICAL CASE SUMMARY | The expert reviewer develope … cluding all medical records:
      section issues: IMR ISSUES, DECISIONS AND RATIONALES | The Final Determination was  … l evidence for its decision.
      credentials -
      summary: 
      issue 1: Soma #30 => -
        claims: 
        rationale: It does not help. Norco #60: Modified
          2 sentences, no conclusion
        reviewer: The Expert Reviewer did not  … l evidence for its decision.
          cites nothing"
    `);
  });
});

describe("the form of a letter", () => {
  it("doesn't depend on a year that must be a typo", () => {
    const text = typeset().replaceAll("Treatment 2016", "Treatment 2017");
    expect(parse(text).generation).toBe("G3b");
    expect(parse(text.replace("03/01/2017", "03/01/2018")).generation).toBe("G4");
  });

  const withReviewer = (reviewer: string, frontMatter = false) =>
    parse(
      typeset({
        form: "G3a",
        frontMatter,
        credentials: "block",
        issues: [
          { ...soundIssues2014[0], heading: "Norco", decision: "Upheld", claims: undefined, reviewer },
        ],
      }),
    ).generation;
  it.each([
    ["pages and no year", "Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 63.", "G3a"],
    ["a chapter's year", "Decision based on MTUS Low Back Complaints 2004.", "G3b"],
    ["a newer chapter", "Decision based on MTUS Low Back Disorders 2019.", "G4"],
    ["no MTUS", "The Expert Reviewer did not cite any medical evidence for its decision.", "G3b"],
  ])("%s", (_, reviewer, expected) => {
    expect(withReviewer(reviewer)).toBe(expected);
  });

  it.each([
    ["", undefined],
    ["Dear Sir,\nthank you for your letter.", undefined],
    ["The Claims Administrator guideline: none", undefined],
    ["HOW THE IMR FINAL DETERMINATION WAS MADE", "G3b"],
    ["Norco: Upheld\nClaims Administrator guideline: none", "G3b"],
  ])("%j", (text, expected) => {
    expect(parse(text).generation).toBe(expected);
  });
});
