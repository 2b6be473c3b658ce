/** The treatment wherever else a letter names it: request sentences, the summary's review, brands, repeated headings. */
import { describe, expect, test } from "vitest";
import { issue, letter, reasons, summaryIntroduction } from "../../fixture/letter.ts";
import { findingsIn } from "../findings.ts";

const rulesOf = (text: string): readonly string[] =>
  findingsIn(text)
    .map(({ rule, severity }) => `${rule} ${severity}`)
    .filter((rule) => /treatment|brand-name|duplicate/.test(rule));

const decided = (heading: string, rationale = "", outcome = "Upheld") =>
  issue({
    heading: `${heading}: ${outcome}`,
    rationale: `Decision rationale: ${reasons} ${rationale} The request for ${heading} is ${outcome === "Upheld" ? "not " : ""}medically necessary.`,
  });

describe("a sentence of the rationale names another request", () => {
  const found = (heading: string, sentence: string) =>
    rulesOf(letter({ issues: [decided(heading, sentence)] }));

  test.each([
    ["MRI of the right shoulder", "This is a request for an MRI of the left knee."],
    ["MRI of the right shoulder", "This is a request for MRI of the left shoulder."],
    ["MRI of the right shoulder", "The request is for a CT scan of the right shoulder."],
    ["MRI of the right shoulder", "This request is for an x-ray of the right shoulder."],
    ["MRI of the right shoulder", "The current request is for acupuncture."],
    ["MRI of the right shoulder", "This is a retrospective request for a cervical MRI."],
    ["MRI of the right shoulder", "The disputed treatment is naproxen."],
    ["MRI of the right shoulder", "At issue is an MRI of the right elbow."],
    ["Naproxen 500mg #60", "The request is for ibuprofen 800mg #90."],
    ["Naproxen 500mg #60", "This is a request for physical therapy."],
    ["Norco 10/325mg #60", "The request is for Percocet."],
    ["Lumbar epidural steroid injection", "This is a request for a cervical epidural steroid injection."],
    ["Epidural steroid injection L4-5", "The request is for an epidural steroid injection at L2-3."],
    ["EMG/NCS of the upper extremities", "The request was for EMG/NCS of the lower extremities."],
    ["Physical therapy for the neck", "The request is for physical therapy for the left wrist."],
    ["Right knee brace", "This request for a left knee brace came in May."],
    ["Orthopedic consultation", "The request is for a neurology consultation."],
  ])("%s | %s", (heading, sentence) =>
    expect(found(heading, sentence)).toEqual(["consistency/treatment warning"]),
  );

  test.each([
    ["MRI of the right shoulder", "The provider requests an MRI of the left shoulder."],
    ["MRI of the right shoulder", "An MRI of the left shoulder is being requested."],
    ["Physical therapy for the neck", "The physician is requesting physical therapy for the knee."],
  ])("perhaps another one: %s | %s", (heading, sentence) =>
    expect(found(heading, sentence)).toEqual(["consistency/treatment information"]),
  );

  test.each([
    ["MRI of the right shoulder", "This is a request for an MRI of the shoulder."],
    ["MRI of the right shoulder", "The request is for magnetic resonance imaging of the right shoulder."],
    ["MRI of the right shoulder", "A prior request for an MRI of the left shoulder was certified."],
    ["MRI of the right shoulder", "An earlier request for therapy was denied."],
    ["MRI of the right shoulder", "Another request for an MRI of the left knee is pending."],
    ["MRI of the right shoulder", "The previous request was for an MRI of the left shoulder."],
    ["MRI of the right shoulder", "The request is for this study because of a fall on the left side."],
    ["MRI of the right shoulder", "The provider requests physical therapy as well."],
    ["MRI of the right shoulder", "Six physical therapy sessions for the arm were requested."],
    ["MRI of the right shoulder", "A request was made for physical therapy in May."],
    ["MRI of the right shoulder", "The provider requested a left shoulder x-ray in 2014."],
    ["MRI of the right shoulder", "MRI is being requested one week after the injury."],
    ["MRI of the right shoulder", "The request is for a study that the guideline reserves for red flags."],
    ["MRI of the right shoulder without contrast", "The request is for an MRI of the right shoulder."],
    ["Norco 10/325mg #60", "This is a request for hydrocodone/APAP."],
    ["Naproxen 500mg #60", "The request is for an NSAID."],
    ["Naproxen 500mg #60", "This request for Naprosyn came with one for omeprazole."],
    ["Left knee arthroscopy", "The request is for surgery of the left knee."],
    ["TENS unit", "The request is for durable medical equipment."],
    ["Physical therapy for the neck", "The request is for therapy after surgery of the shoulder."],
    ["Lumbar MRI", "If the request is for a cervical study, other criteria hold."],
    ["Epidural steroid injection L4-5", "The request is for an epidural injection to treat left leg pain."],
  ])("harmless: %s | %s", (heading, sentence) => expect(found(heading, sentence)).toEqual([]));
});

describe("the rationale speaks of another part of the spine", () => {
  const found = (heading: string, sentence: string) =>
    rulesOf(
      letter({
        issues: [
          issue({
            heading: `${heading}: Upheld`,
            rationale: `Decision rationale: ${reasons} ${sentence} The request is not medically necessary.`,
          }),
        ],
      }),
    );

  test.each([
    ["Epidural steroid injection C5-6", "The lumbar films show no contact with a nerve root."],
    ["Cervical MRI", "The employee has low back pain without weakness."],
    ["MRI of the lumbar spine", "The employee has neck pain with full motion."],
    ["MRI of the thoracic spine", "The exam of the lumbar spine was normal."],
  ])("%s | %s", (heading, sentence) =>
    expect(found(heading, sentence)).toEqual(["consistency/treatment information"]),
  );

  test.each([
    ["Cervical MRI", "The employee has neck and low back pain."],
    ["Cervical MRI", "The Spurling test is negative, and the lumbar exam is normal."],
    ["Cervical MRI", "The employee has numbness of the right hand and low back pain."],
    ["Cervical MRI", "The MTUS chapter on the lumbar spine is cited."],
    ["Cervical MRI", "The employee had a prior lumbar fusion."],
    ["Lumbar MRI", "The straight leg raise is negative."],
    ["Lumbar MRI", "The spine is tender, as is the neck."],
    ["MRI of the cervical and lumbar spine", "The employee has low back pain."],
    ["Physical therapy", "The employee has low back pain."],
  ])("harmless: %s | %s", (heading, sentence) => expect(found(heading, sentence)).toEqual([]));
});

describe("the summary tells of another treatment", () => {
  const found = (sentence: string, ...headings: readonly string[]) =>
    rulesOf(
      letter({
        summary: `CLINICAL CASE SUMMARY\n${summaryIntroduction}\n\nThe injured worker is a 44 year old female who sustained an industrial injury on 09/14/2013. The
diagnosis is a strain. ${sentence}`,
        issues: headings.map((heading) => decided(heading)),
      }),
    );

  test.each([
    ["The utilization review of 04/12/2016 denied gabapentin 300mg #90.", ["Naproxen 500mg #60"], "warning"],
    ["The utilization review of 04/12/2016 denied naproxen 250mg #60.", ["Naproxen 500mg #60"], "warning"],
    ["The utilization review of 04/12/2016 denied naproxen 500mg #90.", ["Naproxen 500mg #60"], "warning"],
    [
      "On 04/12/2016, Utilization Review non-certified the request for Percocet.",
      ["Norco 10/325mg #60"],
      "warning",
    ],
    ["UR dated 04/12/2016 denied an MRI of the left knee.", ["MRI of the right knee"], "warning"],
    [
      "On 04/12/2016 the request for a cervical MRI was non-certified by utilization review.",
      ["Lumbar MRI"],
      "warning",
    ],
    [
      "The request for acupuncture was denied by utilization review on 04/12/2016.",
      ["Chiropractic care"],
      "warning",
    ],
    [
      "In a review report dated 04/12/2016, the claims administrator failed to approve a request for a CT scan.",
      ["MRI of the knee"],
      "warning",
    ],
    ["Utilization review dated 04/12/2016 certified naproxen 500mg #60.", ["Naproxen 500mg #60"], "warning"],
    [
      "On 04/12/2016 utilization review approved the request for MRI of the right knee.",
      ["MRI of the right knee"],
      "warning",
    ],
    [
      "The utilization review of 04/12/2016 denied naproxen 500mg #60 and omeprazole 20mg #30.",
      ["Naproxen 500mg #60"],
      "information",
    ],
    [
      "The utilization review of 04/12/2016 denied an MRI of the right knee, acupuncture, and a cane.",
      ["MRI of the right knee", "Cane"],
      "information",
    ],
    [
      "The utilization review of 04/12/2016 did not certify the MRI of the right knee.",
      ["MRI of the right knee", "Acupuncture"],
      "information",
    ],
    [
      "The UR physician non-certified right shoulder arthroscopy and a cold therapy unit.",
      ["Left shoulder arthroscopy", "Cold therapy unit"],
      "warning",
    ],
    [
      "The utilization review of 04/12/2016 denied an epidural injection at L4-5.",
      ["Epidural steroid injection L5-S1"],
      "warning",
    ],
    [
      "The utilization review of 04/12/2016 denied an epidural injection at L2-3.",
      ["Epidural steroid injection L5-S1"],
      "warning",
    ],
    [
      "The utilization review of 04/12/2016 denied acupuncture and approved a TENS unit.",
      ["Acupuncture, 6 visits", "TENS unit"],
      "warning",
    ],
    [
      "The utilization review of 04/12/2016 denied acupuncture but allowed gabapentin 300mg #90.",
      ["Acupuncture, 6 visits", "Gabapentin 300mg #90"],
      "warning",
    ],
    [
      "The utilization review of 04/12/2016 denied propranolol 40mg #60 and a neurology consultation.",
      ["Consultation with a neurologist"],
      "information",
    ],
    [
      "The UR of 04/12/2016 rejected a corticosteroid injection of the hip, a cane, and an MRI of the hip.",
      ["Corticosteroid injection, right hip", "Single point cane"],
      "information",
    ],
    [
      "The UR of 04/12/2016 denied celecoxib 100mg and 50mg.",
      ["Celecoxib 100mg #30", "Celecoxib 200mg #30"],
      "warning",
    ],
    [
      "The UR of 04/12/2016 denied an MRI of the knee with contrast.",
      ["MRI of the knee without contrast"],
      "warning",
    ],
    ["The UR of 04/12/2016 denied a neurology consultation.", ["Orthopedic consultation"], "warning"],
    [
      "The UR of 04/12/2016 denied an epidural injection at L4-S1.",
      ["Epidural steroid injection L5-S1"],
      undefined,
    ],
    [
      "The UR of 04/12/2016 denied epidural injections at L4-5 and L5-S1.",
      ["Epidural injections L4-S1"],
      undefined,
    ],
    [
      "The UR of 04/12/2016 denied anterior cervical discectomy and fusion at C5-6.",
      ["ACDF C5-C6"],
      undefined,
    ],
    ["The UR of 04/12/2016 denied lumbar decompression and fusion at L4-5.", ["TLIF L4-5"], undefined],
    [
      "The UR of 04/12/2016 denied a laminectomy with fusion at L4-5, and a walker.",
      ["Lumbar fusion L4-5", "Walker"],
      undefined,
    ],
    ["The UR of 04/12/2016 denied a discectomy and a walker.", ["Walker"], "information"],
    [
      "The UR of 04/12/2016 approved a consultation with a neurologist and denied acupuncture.",
      ["Neurology consultation", "Acupuncture, 6 visits"],
      "warning",
    ],
    [
      "The UR of 04/12/2016 approved a consultation with a neurologist and denied acupuncture.",
      ["Consultation", "Acupuncture, 6 visits"],
      undefined,
    ],
    [
      "The UR of 04/12/2016 denied a vitamin D level and the serum testosterone.",
      ["Vitamin D level"],
      "information",
    ],
    [
      "A request for biofeedback had been denied in June 2015 and was not pursued. The UR of 04/12/2016 denied acupuncture.",
      ["Acupuncture, 6 visits"],
      undefined,
    ],
    [
      "The UR of 04/12/2016 denied right knee arthroscopy and a post-op knee brace.",
      [
        "Right knee arthroscopy",
        "Associated surgical service: Post-op knee brace",
        "Associated surgical service: Crutches",
      ],
      "information",
    ],
    [
      "The UR of 04/12/2016 denied right knee arthroscopy.",
      ["Right knee arthroscopy", "Associated surgical service: Crutches"],
      undefined,
    ],
    ["The UR of 04/12/2016 denied an anterior lumbar fusion.", ["Posterior lumbar fusion L4-5"], "warning"],
    [
      "The UR of 04/12/2016 modified physical therapy of 12 visits to 6 visits.",
      [
        "Physical therapy 12 visits was the original request. Physical therapy 4 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Physical therapy 8 visits is",
      ],
      "warning",
    ],
    [
      "The UR of 04/12/2016 modified the request for 10 sessions of acupuncture and certified 6 sessions.",
      [
        "Acupuncture 10 sessions was the original request. 4 sessions were authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, 6 sessions of acupuncture is",
      ],
      "warning",
    ],
  ])("%s | %j", (sentence, headings, severity) =>
    expect(found(sentence, ...headings)).toEqual(
      severity ? [`consistency/summary-treatment ${severity}`] : [],
    ),
  );

  test.each([
    ["The utilization review of 04/12/2016 denied the request.", ["Naproxen 500mg #60"]],
    ["The utilization review of 04/12/2016 denied it.", ["Naproxen 500mg #60", "MRI of the knee"]],
    ["The utilization review of 04/12/2016 denied Naprosyn.", ["Naproxen 500mg #60"]],
    ["The utilization review of 04/12/2016 denied Naprosyn 500 mg, #60.", ["Naproxen 500mg #60"]],
    [
      "UR non-certified the request for electrodiagnostic testing (EMG-NCS) of the right upper extremity.",
      ["NCS/EMG RUE"],
    ],
    [
      "On 04/12/2016, utilization review denied a request for a right knee MRI.",
      ["MRI of the right knee without contrast"],
    ],
    [
      "The utilization review of 04/12/2016 modified the request for physical therapy to 6 visits.",
      ["Physical therapy, 12 visits"],
    ],
    [
      "A utilization review of 03/20/2016 certified six visits of physical therapy.",
      ["Physical therapy, 12 visits"],
    ],
    ["An earlier utilization review certified physical therapy.", ["Physical therapy, 12 visits"]],
    ["The utilization review certified 6 of 12 physical therapy visits.", ["Physical therapy, 6 visits"]],
    ["A prior request for acupuncture was certified by utilization review.", ["Chiropractic care"]],
    [
      "Physical therapy was denied due to lack of documentation and the MRI was denied by UR as there is no red flag.",
      ["Physical therapy", "MRI of the lumbar spine"],
    ],
    ["The utilization review certified an EMG and denied a lumbar MRI.", ["Lumbar MRI"]],
    [
      "The employee denied numbness after the epidural injection. Utilization review denied the request.",
      ["Naproxen 500mg #60"],
    ],
    [
      "The request for opioids was denied by utilization review.",
      ["Norco 10/325mg #60", "Naproxen 500mg #60"],
    ],
    [
      "Utilization review dated 04/12/2016 denied the surgery.",
      ["Left knee arthroscopy with meniscectomy", "Associated surgical service: Crutches"],
    ],
    ["The utilization review of 04/12/2016 denied a compression device.", ["DVT pump"]],
    [
      "The utilization review of 04/12/2016 denied the MRI because acupuncture had not been tried.",
      ["MRI of the knee"],
    ],
    ["The utilization review of 04/12/2016 denied the MRI pending physical therapy.", ["MRI of the knee"]],
    ["Physical therapy was approved on 03/10/2016.", ["MRI of the knee"]],
    [
      "The UR of 04/12/2016 denied an MRI of the cervical and thoracic spine.",
      ["MRI of the cervical and thoracic spine"],
    ],
    ["The UR of 04/12/2016 denied a widget.", ["Naproxen 500mg #60"]],
    [
      "The UR of 04/12/2016 denied celecoxib 100mg and 200mg.",
      ["Celecoxib 100mg #30", "Celecoxib 200mg #30"],
    ],
    [
      "The UR of 04/12/2016 denied celecoxib 200mg #30 celecoxib 100mg #30 and acupuncture.",
      ["Celecoxib 100mg #30", "Acupuncture, 6 visits", "Celecoxib 200mg #30"],
    ],
    [
      "The UR of 04/12/2016 modified physical therapy of 12 visits to 4 visits.",
      [
        "Physical therapy 12 visits was the original request. Physical therapy 4 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Physical therapy 8 visits is",
      ],
    ],
    [
      "The UR of 04/12/2016 allowed 4 of 12 physical therapy visits and did not allow the other 8.",
      [
        "Physical therapy 12 visits was the original request. Physical therapy 4 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Physical therapy 8 visits is",
      ],
    ],
    ["The UR of 04/12/2016 denied the ankle MRI. Crutches were certified.", ["MRI of the right ankle"]],
    [
      "The UR of 04/12/2016 denied the lumbar fusion with an assistant.",
      ["L4-5 fusion", "Assistant surgeon"],
    ],
    ["The UR of 04/12/2016 denied naproxen.", ["Widget therapy machine"]],
  ])("harmless: %s | %j", (sentence, headings) => expect(found(sentence, ...headings)).toEqual([]));
});

describe("a brand and a generic name of different drugs", () => {
  const found = (sentence: string) => rulesOf(letter({ issues: [decided("Chiropractic care", sentence)] }));

  test.each([
    "The employee takes Ultram (hydrocodone).",
    "The employee takes Naprosyn (ibuprofen) 500mg.",
    "The employee takes Norco (oxycodone).",
    "The employee takes Soma 350mg (cyclobenzaprine).",
    "The employee takes Lyrica (gabapentin 300mg).",
    "The employee takes Prilosec (pantoprazole).",
    "The employee takes zolpidem (Lunesta).",
    "The employee takes meloxicam (Celebrex) daily.",
    "The employee takes Percocet (hydrocodone/acetaminophen).",
    "The employee takes Cymbalta (venlafaxine).",
  ])("%s", (sentence) => expect(found(sentence)).toEqual(["consistency/brand-name warning"]));

  test.each([
    "The employee takes Ultram (tramadol).",
    "The employee takes Norco (hydrocodone).",
    "The employee takes Norco (hydrocodone/APAP).",
    "The employee takes Norco (hydrocodone and acetaminophen).",
    "The employee takes Norco (5 mg hydrocodone/325 mg acetaminophen).",
    "The employee takes ibuprofen (Motrin, Advil).",
    "The employee takes OxyContin (oxycodone).",
    "The employee takes Percocet (oxycodone/APAP).",
    "The employee takes Voltaren gel (diclofenac).",
    "The employee takes Lidoderm (lidocaine) patches.",
    "The employee takes Ultram (Norco was stopped).",
    "The employee takes Ultram (and ibuprofen).",
    "The employee takes Naprosyn (an NSAID).",
    "The employee takes gabapentin (Lyrica failed).",
    "The employee takes Ultracet (tramadol/acetaminophen).",
    "The employee takes Tylenol #3 (acetaminophen/codeine).",
    "The employee takes Flexeril (cyclobenzaprine 7.5mg).",
  ])("harmless: %s", (sentence) => expect(found(sentence)).toEqual([]));
});

describe("a treatment is decided twice", () => {
  const found = (...headings: readonly string[]) =>
    rulesOf(letter({ issues: headings.map((heading) => decided(heading)) })).filter((rule) =>
      rule.startsWith("letter/"),
    );

  test.each([
    ["Naproxen 500mg #60", "Naprosyn 500mg #60"],
    ["Norco 10/325mg #60", "Hydrocodone/APAP 10/325mg #60"],
    ["MRI of the lumbar spine", "Lumbar spine MRI"],
    ["MRI of the lumbar spine", "Magnetic resonance imaging of the low back"],
    ["EMG/NCS of the bilateral upper extremities", "NCV/EMG BUE"],
    ["Functional capacity evaluation", "FCE"],
    ["TENS unit", "Transcutaneous electrical nerve stimulation"],
    ["UDS", "Urine drug screen"],
    ["Single point cane", "Cane, single point"],
    ["Right knee brace", "Brace for the right knee"],
    ["Epidural steroid injection L4-5", "ESI at L4-L5"],
    ["Acupuncture, 6 visits", "6 visits of acupuncture"],
    ["Widget for the left thumb", "Left thumb widget"],
    ["Naproxen 500 mg QTY 60", "Naproxen tablets 500mg #60"],
    ["Urine toxicology screen, quantity 1", "UDT, one"],
    ["Cognitive behavioral therapy, once a week for 6 weeks (6 sessions)", "CBT 1x6 (6 visits)"],
    ["Upper night guard, quantity 1", "Maxillary occlusal guard x 1"],
    ["Gabapentin 300mg #90", "Neurontin 300mg, ninety capsules"],
    ["Right carpal tunnel release", "CTR, right wrist"],
    ["Physical therapy 2 times a week for 6 weeks, lumbar spine", "PT lumbar spine, 12 sessions"],
    ["Physical therapy, cervical spine, 8 visits", "Eight PT visits for the neck"],
    ["TENS unit, 30 day rental", "One month rental of a transcutaneous electrical nerve stimulator"],
    ["MS Contin 15mg #60", "Morphine sulfate ER 15mg, sixty tablets"],
    ["Naproxen 500mg BID #60", "Naprosyn 500mg #60 with no refills"],
    ["Left knee injections x 2", "Two injections to the left knee"],
    ["X-rays of the left hand", "Radiographs, LT hand"],
  ])("%s | %s", (...headings) => expect(found(...headings)).toEqual(["letter/duplicate-issue warning"]));

  test.each([
    ["Naproxen 500mg #60", "Naproxen 550mg #60"],
    ["Naproxen 500mg #60", "Naproxen 500mg #90"],
    ["Naproxen 500mg #60", "Naproxen 500mg #60 with 3 refills"],
    ["Norco 10/325mg #60", "Percocet 10/325mg #60"],
    ["MRI of the left knee", "MRI of the right knee"],
    ["MRI of the lumbar spine", "MRI of the cervical spine"],
    ["MRI of the lumbar spine with contrast", "MRI of the lumbar spine without contrast"],
    ["EMG of the left arm", "NCS of the left arm"],
    ["EMG/NCS BUE", "EMG/NCS BLE"],
    ["Epidural steroid injection L4-5", "Epidural steroid injection L5-S1"],
    ["Physical therapy, 6 visits", "Physical therapy, 12 visits"],
    ["Initial acupuncture, 6 visits", "Continued acupuncture, 6 visits"],
    ["TENS unit purchase", "TENS unit rental"],
    ["Urine drug screen (DOS 1/4/2016)", "Urine drug screen (DOS 3/4/2016)"],
    ["Retrospective naproxen 500mg #60", "Naproxen 500mg #60"],
    ["Diclofenac gel", "Diclofenac tablets"],
    [
      "Right L4 transforaminal epidural steroid injection",
      "Right L5 transforaminal epidural steroid injection",
    ],
    ["Orthopedic consultation", "Neurology consultation"],
    ["Post-op physical therapy", "Pre-op physical therapy"],
    ["Initial exam", "Physical exam 2 times 8"],
    ["MS Contin 15mg #60", "Morphine sulfate IR 15mg #60"],
    ["Celecoxib 200mg #30", "Celecoxib 100mg #30"],
    ["Hinged knee brace, left", "Unloader knee brace, left"],
    ["Knee brace, left", "Unloader brace for the left knee"],
    ["Spinal cord stimulator trial", "Permanent spinal cord stimulator implantation"],
    ["Spinal cord stimulator", "Removal of a spinal cord stimulator"],
    ["Hip hemiarthroplasty, right", "Total hip replacement, right"],
    ["Initial orthopedic consultation", "Follow-up orthopedic consultation"],
    ["Acupuncture, 2x3", "Acupuncture, 2x6"],
    ["Upper night guard", "Lower night guard"],
    ["TENS unit", "TENS unit supplies"],
    ["Physical therapy for the neck, 8 visits", "Physical therapy for the low back, 8 visits"],
    ["Lumbar fusion L4-5", "Hardware removal L4-5"],
    ["Crown, tooth #19", "Crown, tooth #20"],
    ["Psychotherapy, 6 individual sessions", "Psychotherapy, 6 group sessions"],
    ["Lidocaine 5% patch #30", "Lidocaine 5% cream #30"],
  ])("another request: %s | %s", (...headings) => expect(found(...headings)).toEqual([]));
});
