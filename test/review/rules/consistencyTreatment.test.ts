import { describe, test } from "vitest";
import { issue, letter, reasons } from "../../fixture/letter.ts";
import { type Expected, expectFindings, expectNothing } from "../findings.ts";

/** A letter with one issue of that heading, and a rationale that ends in that conclusion. */
const concluding = (heading: string, conclusion: string) =>
  letter({
    issues: [
      issue({ heading: `${heading}: Upheld`, rationale: `Decision rationale: ${reasons}\n${conclusion}` }),
    ],
  });

describe("consistency/treatment", () => {
  const differs = (is: string, should: string): Expected => ({
    message: `The conclusion is about ${is}, but the disputed treatment is ${should}.`,
    related: "The disputed treatment.",
  });

  test.each([
    ["Naproxen 500mg #60", "the request for ibuprofen 500mg #60", "ibuprofen", "naproxen"],
    ["Flexeril 10mg #60", "the request for Soma 10mg #60", "carisoprodol", "cyclobenzaprine"],
    ["Flexeril 10mg #60", "the request for cyclobenzaprine (lovastatin)", "lovastatin", "cyclobenzaprine"],
    ["Flexeril 10mg #60", "lovastatin", "lovastatin", "cyclobenzaprine"],
    ["Meloxicam (Mobic) 7.5mg #30", "the request for naproxen", "naproxen", "meloxicam"],
    // Of the same form.
    ["Lidoderm patch #30", "the request for the scopolamine patch", "scopolamine patch", "lidocaine patch"],
    ["Cyclophene cream", "the request for Ketophene cream", "ketoprofen topical", "cyclobenzaprine topical"],
    ["MRI of the lumbar spine", "the request for acupuncture of the lumbar spine", "acupuncture", "MRI"],
    ["MRI of the lumbar spine", "the acupuncture (magnetic resonance imaging)", "acupuncture", "MRI"],
    ["MRI of the lumbar spine", "the request for MRI of the cervical spine", "the neck", "for the low back"],
    [
      "Physical therapy for the left knee",
      "the physical therapy for the right knee",
      "the right side",
      "for the left side",
    ],
    [
      "Physical therapy for the left knee",
      "the request for left shoulder therapy",
      "the shoulder",
      "for the knee",
    ],
    [
      "Epidural steroid injection at L4",
      "the request for injection at L5",
      "the L5 level",
      "for the L4 level",
    ],
  ])("%s ≠ %s", (heading, request, is, should) => {
    const sentence = request.startsWith("the") ? `Therefore, ${request}` : `Therefore ${request}`;
    expectFindings(
      "consistency/treatment",
      concluding(`{{${heading}}}`, `[[${sentence} is not medically necessary.]]`),
      differs(is, should),
    );
  });

  test.each([
    ["Flexeril 10mg #60", "the request for cyclobenzaprine 10mg #60"],
    ["Mobic 7.5mg #30", "the request for meloxicam, an NSAID like naproxen,"],
    ["Cyclobenzaprine 10mg #60", "Fexmid"],
    ["Norco 10/325mg #60", "the request for hydrocodone/APAP 10/325mg"],
    ["Norco 10/325mg #60", "the request for Norco (hydrocodone and acetaminophen)"],
    ["Flurbiprofen 20%, baclofen 2% cream", "the compounded cream"],
    ["Lidoderm patch #30", "the request for lidocaine"],
    ["Synapryn oral suspension", "the request for tramadol"],
    ["MRI of the lumbar spine", "the request for lumbar magnetic resonance imaging"],
    ["MRI of the lumbar spine", "the requested imaging"],
    ["MRI of the right shoulder", "the request for MRI of the right shoulder prior to surgery"],
    ["Left shoulder arthroscopy with rotator cuff repair", "the request for surgery of the left shoulder"],
    ["Physical therapy for the bilateral knees", "the request for therapy of the left and right knee"],
    ["Epidural steroid injection at L4-5", "the request for an ESI"],
    ["Epidural steroid injection at L4-5", "the request for an epidural injection at L4-L5"],
    ["Facet injections at C5-6-7", "the request for facet injections at C5-C6 and C6-C7"],
    ["Acupuncture, 6 visits", "the request for 6 visits of acupuncture following physical therapy"],
  ])("%s = %s", (heading, request) => {
    expectNothing(concluding(heading, `Therefore, ${request} is not medically necessary.`));
  });

  test("reasons before the request may name other treatments", () => {
    expectNothing(
      concluding(
        "MRI of the lumbar spine",
        "As physical therapy and naproxen have not been tried, the request for MRI is not medically necessary.",
      ),
    );
  });

  test("for a partly authorized request, the remaining portion counts", () => {
    const heading = `Naproxen 500mg #60 and ibuprofen 800mg #90 was the original request. Ibuprofen 800mg #90 was authorized by the
Claims Administrator. The remaining IMR eligible portion of the original request, {{Naproxen 500mg #60}} is`;
    expectFindings(
      "consistency/treatment",
      concluding(heading, "[[The request for ibuprofen is not medically necessary.]]"),
      differs("ibuprofen", "naproxen"),
    );
    const bare = heading.replace(/[{}]/g, "");
    expectNothing(concluding(bare, "The request for naproxen is not medically necessary."));
  });
});

describe("consistency/strength", () => {
  const differs = (is: string, should: string): Expected => ({
    message: `The conclusion says ${is}, but the heading says ${should}.`,
    related: "The heading's strength.",
  });

  test.each([
    ["Naproxen {{500mg}} #60", "naproxen [[550mg]] #60", "550mg", "500mg"],
    ["Norco {{10/325mg}} #60", "Norco [[10/352mg]] #60", "10/352mg", "10/325mg"],
    ["Norco {{10/325mg}} #60", "Norco [[5/325]] #60", "5/325", "10/325mg"],
    ["Levothyroxine {{50mcg}} #30", "levothyroxine [[50mg]] #30", "50mg", "50mcg"],
    ["Lidocaine {{5%}} ointment", "lidocaine [[4 percent]] ointment", "4 percent", "5%"],
  ])("%s ≠ %s", (heading, request, is, should) => {
    expectFindings(
      "consistency/strength",
      concluding(heading, `The request for ${request} is not medically necessary.`),
      differs(is, should),
    );
  });

  test.each([
    ["Norco 7.5-325mg #60", "Norco 7.5/325mg #60"],
    ["Norco 10/325mg #60", "Norco 10mg"],
    ["Norco 10/325mg #60", "Norco 10/325"],
    ["Naproxen 500mg #60", "naproxen 500 mg, #60"],
    ["Naproxen 500mg #60", "naproxen"],
    ["Naproxen #60", "naproxen 500mg"],
    ["Metformin 1g #60", "metformin 1000mg #60"],
    ["Lidocaine 5% ointment", "lidocaine 5 percent ointment"],
    ["Flurbiprofen 20%, Lidocaine 5% cream", "lidocaine 5%, flurbiprofen 20% cream"],
  ])("%s = %s", (heading, request) => {
    expectNothing(concluding(heading, `The request for ${request} is not medically necessary.`));
  });

  test("a strength in the reason isn't that of the request", () => {
    expectNothing(
      concluding(
        "Naproxen 500mg #60",
        "The request for naproxen 500mg is not medically necessary as 250 mg was enough.",
      ),
    );
  });
});

describe("consistency/quantity", () => {
  const differs = (is: string, should: string): Expected => ({
    message: `The conclusion says ${is}, but the heading says ${should}.`,
    related: "The heading's quantity.",
  });

  test.each([
    ["Naproxen 500mg {{#60}}", "naproxen 500mg [[#90]]", "#90", "#60"],
    ["Naproxen 500mg {{#60}} with 3 refills", "naproxen 500mg [[#30]]", "#30", "#60"],
    [
      "Naproxen 500mg #60 with {{3 refills}}",
      "naproxen 500mg #60 with [[2 refills]]",
      "2 refills",
      "3 refills",
    ],
    ["Naproxen 500mg {{QTY: 2}}", "naproxen 500mg [[QTY: 3]]", "QTY: 3", "QTY: 2"],
    ["Physical therapy, {{12 sessions}}", "physical therapy, [[18 sessions]]", "18 sessions", "12 sessions"],
    [
      "Physical therapy, {{12 sessions}}",
      "[[eighteen visits]] of physical therapy",
      "eighteen visits",
      "12 sessions",
    ],
    [
      "Physical therapy {{2 times a week for 6 weeks}}",
      "[[10 sessions]] of physical therapy",
      "10 sessions",
      "2 times a week for 6 weeks",
    ],
    [
      "Physical therapy, {{12 sessions}}",
      "physical therapy [[2 times a week for 4 weeks]]",
      "2 times a week for 4 weeks",
      "12 sessions",
    ],
    ["Naproxen 500mg {{#60}}", "naproxen 500mg #60 with [[3 refills]]", "3 refills", "#60"],
    ["Lidocaine 5% ointment {{120 grams}}", "lidocaine 5% ointment [[240 grams]]", "240 grams", "120 grams"],
  ])("%s ≠ %s", (heading, request, is, should) => {
    expectFindings(
      "consistency/quantity",
      concluding(heading, `The request for ${request} is not medically necessary.`),
      differs(is, should),
    );
  });

  test("what the heading says twice is reported once", () => {
    expectFindings(
      "consistency/quantity",
      concluding(
        "Therapy, {{12 sessions}} was the original request. The Claims Administrator authorized 2 sessions, leaving the original request IMR eligible. The original request, Therapy, 12 sessions is",
        "The original request for therapy, [[10 sessions]] is not medically necessary.",
      ),
      differs("10 sessions", "12 sessions, 2 sessions"),
    );
  });

  test.each([
    ["Naproxen 500mg #60 with 3 refills", "naproxen 500mg #60 with 3 refills"],
    ["Naproxen 500mg #60 with 3 refills", "naproxen"],
    ["Naproxen 500mg #60", "naproxen 500mg QTY: 60"],
    ["Physical therapy, 12 sessions", "12 visits of physical therapy"],
    ["Physical therapy, 12 sessions", "twelve sessions of physical therapy"],
    ["Physical therapy 2 times a week for 6 weeks (12 sessions)", "12 sessions of physical therapy"],
    ["Physical therapy 2 times a week for 6 weeks", "12 sessions of physical therapy"],
    ["Physical therapy, 12 sessions", "physical therapy 2 times a week for 6 weeks"],
    ["Physical therapy 2 to 3 times a week for 4 to 6 weeks", "12 sessions of physical therapy"],
    ["Physical therapy 2-3 times a week for 4 weeks", "8 sessions of physical therapy"],
    [
      "Physical therapy 2 times a week for 6 weeks",
      "physical therapy 2 times a week for 6 weeks in addition to the 24 sessions already completed",
    ],
    ["Physical therapy for 6 weeks", "12 sessions of physical therapy"],
    ["Naproxen 500mg #60", "naproxen 500mg #60 with 0 refills"],
    [
      "Naproxen 500mg #60 with 2 refills was the original request. Naproxen 500mg with 2 refills was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Naproxen 500mg #60 is",
      "naproxen 500mg #60 with 2 refills",
    ],
  ])("%s = %s", (heading, request) => {
    expectNothing(concluding(heading, `The request for ${request} is not medically necessary.`));
  });
});
