/**
 * What kind of treatment words speak of, which part of the body and which side: enough to tell whether a heading and a
 * rationale can mean the same request.
 */

export interface TreatmentKind {
  readonly kind: string;
  /** Kinds of one family may stand for each other where a text speaks loosely ("surgery", "imaging"). */
  readonly family: string;
  /** Words and phrases, lower case, singular. */
  readonly words: readonly string[];
}

export const treatmentKinds: readonly TreatmentKind[] = [
  { kind: "MRI", family: "imaging", words: ["mri", "magnetic resonance", "mr arthrogram", "mra"] },
  { kind: "CT scan", family: "imaging", words: ["ct", "cat scan", "computed tomography", "ct myelogram"] },
  { kind: "X-ray", family: "imaging", words: ["x-ray", "xray", "radiograph", "radiography", "plain film"] },
  { kind: "bone scan", family: "imaging", words: ["bone scan", "dexa"] },
  {
    kind: "electrodiagnostic testing",
    family: "electrodiagnostic testing",
    words: [
      "emg",
      "ncv",
      "ncs",
      "electromyography",
      "nerve conduction",
      "electrodiagnostic",
      "electro-diagnostic",
      "ssep",
    ],
  },
  {
    kind: "physical therapy",
    family: "therapy",
    words: [
      "physical therapy",
      "pt",
      "physiotherapy",
      "physical medicine",
      "occupational therapy",
      "ot",
      "aquatic therapy",
    ],
  },
  { kind: "acupuncture", family: "therapy", words: ["acupuncture"] },
  {
    kind: "chiropractic treatment",
    family: "therapy",
    words: ["chiropractic", "chiropractor", "manipulation", "manual therapy"],
  },
  { kind: "massage therapy", family: "therapy", words: ["massage", "myofascial release"] },
  { kind: "ultrasound", family: "modality", words: ["ultrasound"] },
  {
    kind: "electrical stimulation",
    family: "modality",
    words: [
      "tens",
      "e-stim",
      "electrical stimulation",
      "electrical muscle stimulation",
      "electric muscle stimulation",
      "transcutaneous electrical",
      "interferential",
      "h-wave",
      "nmes",
      "electrotherapy",
      "electrical stimulator",
    ],
  },
  { kind: "shock wave therapy", family: "modality", words: ["shock wave", "shockwave", "eswt"] },
  { kind: "epidural injection", family: "injection", words: ["epidural", "esi", "lesi", "tfesi"] },
  {
    kind: "facet injection",
    family: "injection",
    words: ["facet", "medial branch", "rhizotomy", "radiofrequency"],
  },
  { kind: "trigger point injection", family: "injection", words: ["trigger point injection"] },
  {
    kind: "platelet-rich plasma",
    family: "injection",
    words: ["platelet-rich plasma", "platelet rich plasma", "prp"],
  },
  {
    kind: "viscosupplementation",
    family: "injection",
    words: ["viscosupplementation", "hyaluronic", "orthovisc", "synvisc"],
  },
  { kind: "spinal cord stimulator", family: "surgery", words: ["spinal cord stimulator", "scs"] },
  {
    kind: "surgery",
    family: "surgery",
    words: [
      "surgery",
      "surgical",
      "arthroscopy",
      "arthroscopic",
      "arthroplasty",
      "decompression",
      "fusion",
      "debridement",
      "acromioplasty",
      "meniscectomy",
      "discectomy",
      "laminectomy",
      "rotator cuff repair",
      "reconstruction",
      "operation",
      "open reduction",
      "carpal tunnel release",
      "trigger finger release",
    ],
  },
  { kind: "injection", family: "injection", words: ["injection", "block"] },
  {
    kind: "visit",
    family: "visit",
    words: [
      "office visit",
      "follow-up",
      "follow up",
      "consultation",
      "consult",
      "evaluation",
      "eval",
      "exam",
      "examination",
      "re-exam",
      "re-evaluation",
      "referral",
      "second opinion",
    ],
  },
  {
    kind: "medical clearance",
    family: "ancillary",
    words: ["clearance", "pre-op", "preoperative", "pre-operative"],
  },
  {
    kind: "laboratory test",
    family: "laboratory",
    words: ["lab", "laboratory", "ekg", "cbc", "chest x-ray", "blood test", "urinalysis"],
  },
  {
    kind: "drug test",
    family: "laboratory",
    words: ["urine drug", "drug screen", "toxicology", "uds", "udt"],
  },
  {
    kind: "brace",
    family: "equipment",
    words: ["brace", "bracing", "orthosis", "sling", "splint", "wrap", "support", "orthotic", "lso"],
  },
  {
    kind: "equipment",
    family: "equipment",
    words: [
      "unit",
      "equipment",
      "dme",
      "bed",
      "mattress",
      "wheelchair",
      "walker",
      "cane",
      "crutch",
      "cold therapy",
      "cryotherapy",
      "compression",
    ],
  },
  { kind: "home health care", family: "services", words: ["home health", "home care", "caregiver"] },
  { kind: "transportation", family: "services", words: ["transportation"] },
  {
    kind: "functional restoration program",
    family: "program",
    words: ["functional restoration", "work hardening", "work conditioning", "pain program"],
  },
  {
    kind: "psychological treatment",
    family: "psychological",
    words: ["psychological", "psychotherapy", "cognitive behavioral", "cbt", "biofeedback", "psychiatric"],
  },
  { kind: "gym membership", family: "exercise", words: ["gym"] },
  { kind: "sleep study", family: "study", words: ["sleep study", "polysomnogram", "polysomnography"] },
];

export const regions: Readonly<Record<string, readonly string[]>> = {
  "low back": ["lumbar", "low back", "lower back", "lumbosacral", "sacroiliac"],
  neck: ["cervical", "neck"],
  "mid back": ["thoracic", "upper back", "mid back"],
  shoulder: ["shoulder", "rotator cuff"],
  elbow: ["elbow"],
  wrist: ["wrist", "carpal tunnel"],
  hand: ["hand", "finger", "thumb"],
  hip: ["hip"],
  knee: ["knee"],
  ankle: ["ankle"],
  foot: ["foot", "feet", "heel"],
  head: ["brain", "head"],
};
