/** Kinds of treatment and body regions, with the words for them: enough to compare what a heading and a rationale request. */

export interface TreatmentKind {
  readonly kind: string;
  /** Loose wording may name another kind of the same family ("surgery", "imaging"). */
  readonly family: string;
  /** Words and phrases, lower case, singular. */
  readonly words: readonly string[];
  /** A request whose first kind is this one. */
  readonly example: string;
}

export const treatmentKinds: readonly TreatmentKind[] = [
  {
    kind: "MRI",
    family: "imaging",
    words: ["mri", "magnetic resonance", "mr arthrogram", "mra"],
    example: "MRI without contrast",
  },
  {
    kind: "CT scan",
    family: "imaging",
    words: ["ct", "cat scan", "computed tomography", "ct myelogram"],
    example: "CT scan with contrast",
  },
  {
    kind: "X-ray",
    family: "imaging",
    words: ["x-ray", "xray", "radiograph", "radiography", "plain film"],
    example: "X-rays, two views",
  },
  { kind: "bone scan", family: "imaging", words: ["bone scan", "dexa"], example: "Bone scan" },
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
    example: "EMG/NCV",
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
    example: "Physical therapy, 12 sessions",
  },
  { kind: "acupuncture", family: "therapy", words: ["acupuncture"], example: "Acupuncture, 6 sessions" },
  {
    kind: "chiropractic treatment",
    family: "therapy",
    words: ["chiropractic", "chiropractor", "manipulation", "manual therapy"],
    example: "Chiropractic manipulation",
  },
  {
    kind: "massage therapy",
    family: "therapy",
    words: ["massage", "myofascial release"],
    example: "Massage therapy",
  },
  {
    kind: "ultrasound",
    family: "modality",
    words: ["ultrasound", "sonogram", "ultrasonography"],
    example: "Ultrasound",
  },
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
    example: "TENS",
  },
  {
    kind: "shock wave therapy",
    family: "modality",
    words: ["shock wave", "shockwave", "eswt"],
    example: "Extracorporeal shockwave therapy",
  },
  {
    kind: "epidural injection",
    family: "injection",
    words: ["epidural", "esi", "lesi", "tfesi"],
    example: "Epidural steroid injection",
  },
  {
    kind: "facet injection",
    family: "injection",
    words: ["facet", "medial branch", "rhizotomy", "radiofrequency"],
    example: "Facet injection",
  },
  {
    kind: "trigger point injection",
    family: "injection",
    words: ["trigger point injection"],
    example: "Trigger point injections",
  },
  {
    kind: "platelet-rich plasma",
    family: "injection",
    words: ["platelet-rich plasma", "platelet rich plasma", "prp"],
    example: "Platelet-rich plasma injection",
  },
  {
    kind: "viscosupplementation",
    family: "injection",
    words: ["viscosupplementation", "hyaluronic", "orthovisc", "synvisc"],
    example: "Synvisc injection",
  },
  {
    kind: "spinal cord stimulator",
    family: "surgery",
    words: ["spinal cord stimulator", "scs"],
    example: "Spinal cord stimulator trial",
  },
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
    example: "Arthroscopy",
  },
  { kind: "injection", family: "injection", words: ["injection", "block"], example: "Steroid injection" },
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
    example: "Office visit",
  },
  {
    kind: "medical clearance",
    family: "ancillary",
    words: ["clearance", "pre-op", "preoperative", "pre-operative"],
    example: "Pre-op clearance",
  },
  {
    kind: "laboratory test",
    family: "laboratory",
    words: ["lab", "laboratory", "ekg", "cbc", "chest x-ray", "blood test", "urinalysis"],
    example: "CBC and urinalysis",
  },
  {
    kind: "drug test",
    family: "laboratory",
    words: ["urine drug", "drug screen", "toxicology", "uds", "udt"],
    example: "Urine drug screen",
  },
  {
    kind: "brace",
    family: "equipment",
    words: ["brace", "bracing", "orthosis", "sling", "splint", "wrap", "support", "orthotic", "lso"],
    example: "LSO brace",
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
    example: "Walker",
  },
  {
    kind: "home health care",
    family: "services",
    words: ["home health", "home care", "caregiver"],
    example: "Home health aide, 4 hours",
  },
  { kind: "transportation", family: "services", words: ["transportation"], example: "Transportation" },
  {
    kind: "functional restoration program",
    family: "program",
    words: ["functional restoration", "work hardening", "work conditioning", "pain program"],
    example: "Functional restoration program",
  },
  {
    kind: "psychological treatment",
    family: "psychological",
    words: ["psychological", "psychotherapy", "cognitive behavioral", "cbt", "biofeedback", "psychiatric"],
    example: "Cognitive behavioral therapy",
  },
  { kind: "gym membership", family: "exercise", words: ["gym"], example: "Gym membership" },
  {
    kind: "sleep study",
    family: "study",
    words: ["sleep study", "polysomnogram", "polysomnography"],
    example: "Sleep study",
  },
];

export interface Region {
  readonly region: string;
  /** Words and phrases, lower case, singular. */
  readonly words: readonly string[];
  /** Words for this region and for no other. */
  readonly example: string;
}

export const regions: readonly Region[] = [
  {
    region: "low back",
    words: ["lumbar", "low back", "lower back", "lumbosacral", "sacroiliac"],
    example: "Lumbar spine",
  },
  { region: "neck", words: ["cervical", "neck"], example: "Cervical spine" },
  { region: "mid back", words: ["thoracic", "upper back", "mid back"], example: "Upper back" },
  { region: "shoulder", words: ["shoulder", "rotator cuff"], example: "Rotator cuff" },
  { region: "elbow", words: ["elbow"], example: "Elbow" },
  { region: "wrist", words: ["wrist", "carpal tunnel"], example: "Carpal tunnel" },
  { region: "hand", words: ["hand", "finger", "thumb"], example: "Thumb" },
  { region: "hip", words: ["hip"], example: "Hips" },
  { region: "knee", words: ["knee"], example: "Knees" },
  { region: "ankle", words: ["ankle"], example: "Ankle" },
  { region: "foot", words: ["foot", "feet", "heel"], example: "Heel" },
  { region: "head", words: ["brain", "head"], example: "Brain" },
];
