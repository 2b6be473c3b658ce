/** What a record may hold or lack: documents, tests, treatments, and findings. */
import type { PatternRow } from "../../base/matchAll.ts";
import type { NeedsWord } from "../../base/rowsByWord.ts";

export interface RecordTopic extends PatternRow {
  /** As messages name it, in the singular: "urine drug screen". */
  readonly name: string;
  /** A finding is there if it is stated. Anything else has to be said to have been done. */
  readonly kind: "document" | "test" | "treatment" | "finding" | "detail";
  /** Whether it belongs to a body region. */
  readonly regional?: boolean;
  /** Other words that tell of it. */
  readonly toldBy?: RegExp;
}

const nsaids =
  "NSAIDs?|non-?steroidal anti-?inflammator(?:y|ies)(?: drugs?| medications?)?|anti-?inflammator(?:y|ies)(?: drugs?| medications?)?|naproxen|Naprosyn|Anaprox|ibuprofen|Motrin|Advil|meloxicam|Mobic|diclofenac|Voltaren|etodolac|Lodine|nabumetone|Relafen|celecoxib|Celebrex|ketorolac|Toradol|indomethacin|ketoprofen|oxaprozin|piroxicam|sulindac|Aleve";
const firstLine =
  "gabapentin|Neurontin|pregabalin|Lyrica|duloxetine|Cymbalta|amitriptyline|Elavil|nortriptyline|Pamelor|venlafaxine|Effexor|topiramate|anticonvulsants?|anti-?epileptics?|antidepressants?|tricyclics?|SNRIs?";

/** A topic that is part of another one's words comes after it. */
export const recordTopics: readonly (RecordTopic & NeedsWord)[] = [
  {
    name: "urine drug screen",
    words: "drug toxicology uds udt udts",
    kind: "document",
    pattern:
      /\b(?:urine (?:drug|toxicology)|urinary drug|drug|toxicology) (?:screen(?:ing)?s?|tests?|testing|analys[ie]s|monitoring)\b|\burine toxicology\b|\bUDS\b|\bUDTs?\b/i,
    example: "No urine drug screen is on file.",
  },
  {
    name: "pain agreement",
    words: "agreement agreements contract contracts",
    kind: "document",
    pattern:
      /\b(?:pain(?: management| treatment| medication)?|opioid(?: treatment| therapy| use| pain)?|opiate|narcotics?|controlled[- ]substances?|medication)(?: use)? (?:contracts?|agreements?)\b/i,
    example: "There is no pain contract.",
  },
  {
    name: "CURES report",
    words: "cures pdmp",
    kind: "document",
    pattern:
      /\bCURES\b(?: (?:reports?|inquir(?:y|ies)|quer(?:y|ies)|reviews?|checks?|print-?outs?|database)){0,2}|\bPDMP\b(?: (?:reports?|reviews?|checks?))?/,
    example: "No CURES report is in the chart.",
  },
  {
    name: "psychological evaluation",
    words: "psych psychiatric psychological psychology psychosocial",
    kind: "document",
    pattern:
      /\bpsych(?:ological|osocial|iatric|ology)?\.? (?:evaluations?|assessments?|clearances?|screening|consultations?|testing|exam(?:ination)?s?)\b/i,
    example: "No psychological evaluation was done.",
  },
  {
    name: "opioid risk assessment",
    words: "opioid ort soapp",
    kind: "document",
    pattern: /\bopioid risk (?:assessments?|tools?|screen(?:ing)?s?|scores?)\b|\bORT\b|\bSOAPP(?:-R)?\b/,
    example: "No opioid risk assessment is documented.",
  },
  {
    name: "functional capacity evaluation",
    words: "capacity fce",
    kind: "document",
    pattern: /\bfunctional capacity (?:evaluations?|exam(?:ination)?s?|assessments?)\b|\bFCE\b/,
    example: "No FCE is on file.",
  },
  {
    name: "sleep study",
    words: "polysomnogram polysomnograms polysomnography polysomnographys sleep",
    kind: "test",
    pattern: /\bsleep stud(?:y|ies)\b|\bpolysomno(?:gram|graphy)s?\b/i,
    example: "No sleep study has been done.",
  },
  {
    name: "MRI",
    words: "magnetic mr mri mris",
    kind: "test",
    regional: true,
    pattern:
      /\bMRI(?:'?s)?(?: (?:scans?|stud(?:y|ies)|imaging|exam))?\b|\bmagnetic resonance(?: imaging)?(?: scans?| stud(?:y|ies))?\b|\bMR arthrograms?\b/i,
    example: "No MRI is on file.",
  },
  {
    name: "CT scan",
    words: "ct cts tomography",
    kind: "test",
    regional: true,
    pattern: /\bCT(?: myelogram)?(?:'?s| scans?| stud(?:y|ies)| imaging)?\b|\bcomputed tomography\b/,
    example: "No CT scan was done.",
  },
  {
    name: "x-ray",
    words: "film films plain radiograph radiographic radiographs view views x xray xrays",
    kind: "test",
    regional: true,
    pattern:
      /\b(?:plain )?x-?rays?(?: films?| stud(?:y|ies))?\b|\bplain(?:[- ]film)? (?:films?|radiographs?|radiography)\b|\b(?:(?:weight-?bearing|standing|stress|flexion[- ]extension) )?radiographs?\b|\b(?:weight-?bearing|standing|stress|flexion[- ]extension|lateral) (?:films?|views?|x-rays?)\b|\bradiographic (?:stud(?:y|ies)|imaging)\b/i,
    example: "Plain films have never been taken.",
  },
  {
    name: "electrodiagnostic study",
    words:
      "conduction electro electrodiagnostic electrodiagnostics electromyographic electromyography electromyograpic electromyograpy emg emgs ncs ncss ncv ncvs",
    kind: "test",
    regional: true,
    pattern:
      /\b(?:EMG|NCS|NCV)s?(?:[ /-]{1,3}(?:and )?(?:EMG|NCS|NCV)s?)?(?: (?:stud(?:y|ies)|tests?|testing))?\b|\belectro-?diagnostic (?:stud(?:y|ies)|tests?|testing|evaluation)\b|\belectrodiagnostics\b|\bnerve conduction (?:stud(?:y|ies)|velocit(?:y|ies)|tests?|testing)\b|\belectromyograph?(?:y|ic)\b(?: stud(?:y|ies))?/i,
    example: "Electrodiagnostic studies have not been obtained.",
  },
  {
    name: "imaging study",
    words: "advancedimaging diagnosticimaging imaging neuroimaging radiologicalimaging radiologicimaging",
    kind: "test",
    regional: true,
    pattern:
      /\b(?:(?:diagnostic|radiologic(?:al)?|advanced|neuro-?) ?)?(?<!magnetic resonance )imaging(?: (?:stud(?:y|ies)|tests?|reports?|films?))?\b|\bneuroimaging\b/i,
    toldBy:
      /\b(?:MRIs?|CT|x-?rays?|radiographs?|magnetic resonance|computed tomography|plain films?|bone scan)\b(?: scans?)?/i,
    example: "No imaging of the head is on file.",
  },
  {
    name: "bone density test",
    words: "bone dexa dxa",
    kind: "test",
    pattern: /\bbone (?:density|scan)s?(?: (?:tests?|stud(?:y|ies)|scans?))?\b|\bDE?XA(?: scans?)?\b/i,
    example: "No bone scan was done.",
  },
  {
    name: "ultrasound study",
    words: "sonogram sonograms ultrasound",
    kind: "test",
    regional: true,
    pattern: /\bultrasound (?:stud(?:y|ies)|exam(?:ination)?s?|imaging)\b|\bsonograms?\b/i,
    example: "No sonogram was done.",
  },
  {
    name: "electrocardiogram",
    words: "ecg ecgs ekg ekgs electrocardiogram electrocardiograms",
    kind: "test",
    pattern: /\bEKGs?\b|\bECGs?\b|\belectrocardiograms?\b/,
    example: "No EKG is on file.",
  },
  {
    name: "laboratory test",
    words: "blood function lab laboratory",
    kind: "test",
    pattern:
      /\b(?:liver|renal|kidney|thyroid) function (?:tests?|panels?|studies)\b|\blab(?:oratory)? (?:tests?|work|studies|testing|results?)\b|\bblood (?:work|tests?)\b/i,
    example: "No laboratory tests were done.",
  },
  {
    name: "home exercise program",
    words: "exercise exercises hep",
    kind: "treatment",
    pattern: /\bhome[- ](?:based )?exercises?(?: programs?)?\b|\bHEP\b|\bexercises at home\b/i,
    toldBy: /\b(?:exercises? at home|home program|self-directed exercises?)\b/i,
    example: "There is no home exercise program.",
  },
  {
    name: "occupational therapy",
    words: "hand occupational",
    kind: "treatment",
    regional: true,
    pattern: /\b(?:occupational|hand) therapy\b/i,
    example: "The employee has not had hand therapy.",
  },
  {
    name: "aquatic therapy",
    words: "aqua aquatic pool",
    kind: "treatment",
    regional: true,
    pattern: /\b(?:aquatic|pool|aqua) therapy\b/i,
    example: "There was no aquatic therapy.",
  },
  {
    name: "massage therapy",
    words: "massage",
    kind: "treatment",
    regional: true,
    pattern: /\bmassage(?: therapy)?\b/i,
    example: "No massage therapy was tried.",
  },
  {
    name: "psychotherapy",
    words: "behavioral behavioural cbt counseling psychological psychotherapy",
    kind: "treatment",
    pattern:
      /\bpsychotherapy\b|\b(?:cognitive[- ]behaviou?ral|behaviou?ral|psychological) (?:therapy|treatment|counsel?ing)\b|\bCBT\b|\bcounseling\b/i,
    example: "The employee has not yet had psychotherapy.",
  },
  {
    name: "speech therapy",
    words: "speech",
    kind: "treatment",
    pattern: /\bspeech therapy\b/i,
    example: "There was no speech therapy.",
  },
  {
    name: "shock wave therapy",
    words: "eswt shock shockwave",
    kind: "treatment",
    regional: true,
    pattern: /\b(?:extracorporeal )?shock ?wave therapy\b|\bESWT\b/i,
    example: "No shock wave therapy was tried.",
  },
  {
    name: "physical therapy",
    words: "physiotherapy pt therapy",
    kind: "treatment",
    regional: true,
    pattern:
      /\bphysical therapy\b|\bphysiotherapy\b|\bPT\b(?! (?:is|was|has|had|reports|states|complains|denies|presents))|(?<!\b(?:massage|speech|drug|medication|opioid|medical|oxygen|hormone|light|music|art|radiation|gene|steroid|injection|first-line|second-line|line|cold|heat|compression|wave|play|group|family|laser|combination|dual|replacement|suppressive|antibiotic|aquatic|pool|occupational|hand|behavioral|cognitive|conservative|therapeutic) )\btherapy\b/i,
    example: "The employee has not had therapy.",
  },
  {
    name: "chiropractic treatment",
    words: "chiropractic manual spinal",
    kind: "treatment",
    regional: true,
    pattern:
      /\bchiropractic(?: (?:treatments?|care|manipulations?|therapy|adjustments?))?\b|\bspinal manipulations?\b|\bmanual (?:therapy|manipulation)\b/i,
    toldBy: /\bchiropractor\b/i,
    example: "The employee has not had any chiropractic treatment.",
  },
  {
    name: "acupuncture",
    words: "acupuncture",
    kind: "treatment",
    regional: true,
    pattern: /\bacupuncture(?: (?:treatments?|therapy))?\b/i,
    example: "Acupuncture has not been tried.",
  },
  {
    name: "TENS unit",
    words: "stimulation tens",
    kind: "treatment",
    pattern:
      /\bTENS(?: (?:units?|therapy|trials?|device)){0,2}\b|\btranscutaneous electrical nerve stimulation(?: unit)?\b|\belectrical stimulation\b/i,
    example: "A TENS unit has not been provided.",
  },
  {
    name: "epidural injection",
    words: "caudal cesi cesis epidural esi esis interlaminar lesi lesis tfesi tfesis transforaminal",
    kind: "treatment",
    regional: true,
    pattern:
      /\bepidural(?: steroid| corticosteroid)?(?: injections?)?\b|\b(?:L|C|TF)?ESIs?\b|\b(?:transforaminal|interlaminar|caudal)(?: epidural)?(?: steroid)? injections?\b/,
    example: "There was no prior epidural injection.",
  },
  {
    name: "trigger point injection",
    words: "tpi tpis trigger",
    kind: "treatment",
    regional: true,
    pattern: /\btrigger[- ]point injections?\b|\bTPIs?\b/i,
    example: "No trigger point injection was given.",
  },
  {
    name: "facet injection or block",
    words: "branch diagnostic facet mbb mbbs",
    kind: "treatment",
    regional: true,
    pattern:
      /\b(?:facet(?: joint)?|medial branch|diagnostic)(?: nerve)? (?:injections?|blocks?)\b|\bMBBs?\b/i,
    example: "No medial branch block was done.",
  },
  {
    name: "viscosupplementation",
    words: "euflexxa hyalgan hyaluronic monovisc orthovisc supartz synvisc viscosupplementation",
    kind: "treatment",
    regional: true,
    pattern:
      /\bviscosupplementation\b|\bhyaluronic acid(?: injections?)?\b|\b(?:Synvisc|Euflexxa|Orthovisc|Supartz|Hyalgan|Monovisc)(?:-One)?(?: injections?)?\b/i,
    example: "Viscosupplementation has not been tried.",
  },
  {
    name: "steroid injection",
    words: "injection injections",
    kind: "treatment",
    regional: true,
    pattern:
      /\b(?:cortico-?steroid|cortisone|steroid|intra-?articular|subacromial|joint|sacroiliac joint|SI joint|bursal|therapeutic)(?: (?:cortico-?steroid|cortisone|steroid))? injections?\b|(?<!\b(?:epidural|point|block|PRP|plasma|Botox|branch|facet) )(?<!\w )\binjections?\b|\b(?:no|any|prior|previous|had|of|or) injections?\b/i,
    toldBy: /\binjections?\b|\binjected\b/i,
    example: "No cortisone injection has been tried.",
  },
  {
    name: "surgery",
    words: "operated operation operations surgeries surgery surgical",
    kind: "treatment",
    regional: true,
    pattern:
      /\bsurger(?:y|ies)\b|\boperations?\b|\boperated (?:up)?on\b|\bsurgical (?:procedures?|treatment|intervention|history)\b/i,
    toldBy:
      /\b(?:arthroscop(?:y|ic)|fusion|laminectomy|discectomy|arthroplasty|replacement|(?:rotator cuff|meniscal|meniscus|tendon|ligament|ACL|hernia) (?:repair|reconstruction)|carpal tunnel release|meniscectomy|decompression|ORIF|post-?operative)\b/i,
    example: "The employee has not had surgery.",
  },
  {
    name: "conservative care",
    words: "conservative nonoperative nonsurgical operative surgical",
    kind: "treatment",
    regional: true,
    pattern:
      /\b(?:conservative|non-?operative|non-?surgical|nonsurgical) (?:care|treatments?|therap(?:y|ies)|management|measures?|interventions?|modalities)\b/i,
    toldBy: new RegExp(
      `\\b(?:physical therapy|physiotherapy|chiropractic|acupuncture|home exercises?|${nsaids})\\b`,
      "i",
    ),
    example: "There is no documentation of conservative care.",
  },
  {
    name: "brace",
    words:
      "brace braces bracing immobilization immobilizer orthoses orthosis orthotic orthotics splint splinting splints",
    kind: "treatment",
    regional: true,
    pattern: /\b(?:brac(?:e|es|ing)|splints?|splinting|orthos[ie]s|orthotics?|immobiliz(?:er|ation))\b/i,
    example: "Splinting has not been tried.",
  },
  {
    name: "NSAID",
    words: "antiinflammatories antiinflammatory inflammatories inflammatory nsaid nsaids",
    kind: "treatment",
    pattern:
      /\b(?:NSAIDs?|(?:non-?steroidal )?anti-?inflammator(?:y|ies)(?: (?:drugs?|medications?|agents?))?)\b/i,
    toldBy: new RegExp(`\\b(?:${nsaids})\\b`),
    example: "There was no trial of NSAIDs.",
  },
  {
    name: "first-line drug",
    words:
      "anticonvulsant anticonvulsants antidepressant antidepressants antiepileptic antiepileptics epileptic epileptics line snri snris tricyclic tricyclics",
    kind: "treatment",
    pattern:
      /\b(?:first[- ]line (?:therap(?:y|ies)|treatments?|medications?|agents?|drugs?|oral medications?)|anticonvulsants?|anti-?epileptics?|antidepressants?|tricyclics?|SNRIs?)\b/i,
    toldBy: new RegExp(`\\b(?:${firstLine})\\b`),
    example: "Antidepressants have not been tried.",
  },
  {
    name: "pain score",
    words: "intensity level levels rating ratings scale scales score scores vas",
    kind: "finding",
    pattern:
      /\b(?:pain (?:scores?|levels?|ratings?|scales?|intensity(?: scores?)?)|VAS(?: scores?)?|visual analog(?:ue)? scales?(?: scores?)?)\b/i,
    toldBy: /\b\d{1,2}(?:\.\d)? ?(?:\/|out of|of) ?10\b/i,
    example: "No pain scores are recorded.",
  },
  {
    name: "functional improvement",
    words: "function functional functioning",
    kind: "finding",
    pattern:
      /\b(?:functional|objective functional) (?:improvements?|gains?|benefits?)\b|\bimprove(?:d|ments?)(?: in| of)? function(?:ing)?\b|\bgains? in function\b/i,
    example: "There is no documentation of functional improvement.",
  },
  {
    name: "red flag",
    words: "red",
    kind: "finding",
    pattern: /\bred[- ]flags?(?: (?:signs?|symptoms?|conditions?|findings?|issues?|diagnos[ie]s))?\b/i,
    example: "There are no red flags.",
  },
  {
    name: "neurological deficit",
    words: "neuro neurologic neurological",
    kind: "finding",
    regional: true,
    pattern:
      /\b(?:neuro(?:logic(?:al)?)?)(?: (?:deficits?|findings?|dysfunction|abnormalit(?:y|ies)|compromise|impairment|changes|signs))\b/i,
    toldBy:
      /\b(?:foot drop|(?:decreased|diminished|reduced|absent|impaired) (?:sensation|reflex(?:es)?|strength)|motor weakness|sensory loss|loss of sensation|[34](?:\/|\s?out of\s?|\s?of\s?)5\b|cauda equina)/i,
    example: "There are no neurological deficits.",
  },
  {
    name: "radicular symptom",
    words: "radiating radicular radiculopathy",
    kind: "finding",
    regional: true,
    pattern:
      /\bradicular (?:pain|symptoms?|complaints?|findings?|signs?|features)\b|\bradiating (?:pain|symptoms)\b|\bradiculopathy\b/i,
    toldBy:
      /\bradiat(?:es|ing|ed|ion)\b(?: of pain)?(?: down)? (?:in)?to\b|\bradicular\b|\bradiating (?:pain|symptoms?)\b/i,
    example: "There is no documentation of radicular pain.",
  },
  {
    name: "weakness",
    words: "weakness",
    kind: "finding",
    regional: true,
    pattern: /\bweakness\b/i,
    example: "There is no weakness.",
  },
  {
    name: "numbness",
    words: "numbness paresthesia paresthesias tingling",
    kind: "finding",
    regional: true,
    pattern: /\bnumbness\b|\bparesthesias?\b|\btingling\b/i,
    example: "No numbness is documented.",
  },
  {
    name: "spasm",
    words: "spasm spasms",
    kind: "finding",
    regional: true,
    pattern: /\b(?:muscle |paraspinal |paravertebral )?spasms?\b/i,
    example: "There is no spasm.",
  },
  {
    name: "instability",
    words: "instability",
    kind: "finding",
    regional: true,
    pattern: /\binstability\b/i,
    example: "There is no instability.",
  },
  {
    name: "swelling",
    words: "effusion swelling",
    kind: "finding",
    regional: true,
    pattern: /\bswelling\b|\beffusion\b/i,
    example: "There is no swelling.",
  },
  {
    name: "gastrointestinal symptom",
    words: "dyspepsia gastric gastritis gastrointestinal gerd gi heartburn reflux stomach",
    kind: "finding",
    pattern:
      /\b(?:GI|gastrointestinal|gastric|stomach) (?:symptoms?|complaints?|upset|disturbances?|distress|problems?|side effects?|issues?|events?|risk factors?)\b|\bdyspepsia\b|\bheartburn\b|\bgastritis\b|\bGERD\b|\breflux\b/i,
    toldBy:
      /\b(?:dyspepsia|heartburn|gastritis|GERD|acid reflux|stomach (?:upset|pain|ache)|upset stomach|epigastric pain|peptic ulcer)\b/i,
    example: "There are no gastrointestinal symptoms.",
  },
  {
    name: "peptic ulcer",
    words: "ulcer ulcers",
    kind: "finding",
    pattern: /\b(?:peptic|gastric|duodenal|stomach) ulcers?(?: disease)?\b/i,
    example: "There is no history of peptic ulcer.",
  },
  {
    name: "sleep difficulty",
    words: "insomnia sleep sleeping",
    kind: "finding",
    pattern:
      /\binsomnia\b|\bsleep (?:difficult(?:y|ies)|disturbances?|problems?|complaints?|disorders?)\b|\bdifficulty sleeping\b/i,
    toldBy:
      /\b(?:insomnia|(?:difficulty|trouble) (?:falling asleep|sleeping|staying asleep)|poor sleep|sleeps? poorly|wakes? (?:up )?at night)\b/i,
    example: "There is no documentation of insomnia.",
  },
  {
    name: "depression or anxiety",
    words: "anxiety depression depressive",
    kind: "finding",
    pattern: /\bdepression\b|\banxiety\b|\bdepressive symptoms?\b/i,
    example: "There is no documentation of depression.",
  },
  {
    name: "neuropathic pain",
    words: "neuropathic neuropathy",
    kind: "finding",
    pattern: /\bneuropathic (?:pain|symptoms?|complaints?)\b|\bneuropathy\b/i,
    example: "There is no neuropathic pain.",
  },
  {
    name: "osteoarthritis",
    words: "arthritic arthritis arthrosis osteoarthritis",
    kind: "finding",
    regional: true,
    pattern: /\b(?:osteo)?arthritis\b|\barthrosis\b|\barthritic changes\b/i,
    example: "There is no osteoarthritis.",
  },
  {
    name: "tear",
    words: "tear tears",
    kind: "finding",
    regional: true,
    pattern: /\b(?:rotator cuff|meniscal|meniscus|labral|ligament|tendon|TFCC|ACL|supraspinatus) tears?\b/i,
    toldBy: /\btears?\b|\btorn\b/i,
    example: "There is no rotator cuff tear.",
  },
  {
    name: "diabetes",
    words: "diabetes",
    kind: "finding",
    pattern: /\bdiabetes(?: mellitus)?\b/i,
    example: "There is no history of diabetes.",
  },
  {
    name: "hypertension",
    words: "blood hypertension",
    kind: "finding",
    pattern: /\bhypertension\b|\bhigh blood pressure\b/i,
    example: "There is no hypertension.",
  },
];
