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
    message: `The conclusion says “${is}”, but the heading says “${should}”.`,
    related: "What the heading says.",
  });

  test.each([
    ["{{Naproxen}} 500mg #60", "the request for [[ibuprofen]] 500mg #60", "ibuprofen", "Naproxen"],
    ["{{Flexeril}} 10mg #60", "the request for [[Soma]] 10mg #60", "Soma", "Flexeril"],
    ["{{Flexeril}} 10mg #60", "the request for cyclobenzaprine ([[lovastatin]])", "lovastatin", "Flexeril"],
    ["{{Flexeril}} 10mg #60", "[[lovastatin]]", "lovastatin", "Flexeril"],
    ["{{Meloxicam}} (Mobic) 7.5mg #30", "the request for [[naproxen]]", "naproxen", "Meloxicam"],
    // Of the same form.
    ["{{Lidoderm}} patch #30", "the request for the [[scopolamine]] patch", "scopolamine", "Lidoderm"],
    ["{{Cyclophene}} cream", "the request for [[Ketophene]] cream", "Ketophene", "Cyclophene"],
    [
      "{{MRI}} of the lumbar spine",
      "the request for [[acupuncture]] of the lumbar spine",
      "acupuncture",
      "MRI",
    ],
    ["{{MRI}} of the lumbar spine", "the [[acupuncture]] (magnetic resonance imaging)", "acupuncture", "MRI"],
    [
      "MRI of the {{lumbar spine}}",
      "the request for MRI of the [[cervical spine]]",
      "cervical spine",
      "lumbar spine",
    ],
    [
      "Physical therapy for the {{left}} knee",
      "the physical therapy for the [[right]] knee",
      "right",
      "left",
    ],
    [
      "Physical therapy for the left {{knee}}",
      "the request for left [[shoulder]] therapy",
      "shoulder",
      "knee",
    ],
    ["Epidural steroid injection at {{L4}}", "the request for injection at [[L5]]", "L5", "L4"],
    ["MRI of the {{bilateral}} knees", "the request for MRI of the [[right]] knee", "right", "bilateral"],
    ["{{EMG/NCS}} of the legs", "the request for [[EMG]] of the legs", "EMG", "EMG/NCS"],
  ])("%s ≠ %s", (heading, request, is, should) => {
    const sentence = request.startsWith("the") ? `Therefore, ${request}` : `Therefore ${request}`;
    expectFindings(
      "consistency/treatment",
      concluding(heading, `${sentence} is not medically necessary.`),
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
Claims Administrator. The remaining IMR eligible portion of the original request, {{Naproxen}} 500mg #60 is`;
    expectFindings(
      "consistency/treatment",
      concluding(heading, "The request for [[ibuprofen]] is not medically necessary."),
      differs("ibuprofen", "Naproxen"),
    );
    const bare = heading.replace(/[{}]/g, "");
    expectNothing(concluding(bare, "The request for naproxen is not medically necessary."));
  });
});
