/**
 * Kinds of treatment, fine enough to compare what two sentences request. Reports and the index use the wider groups of
 * `treatmentKinds.ts`.
 */
import type { TreatmentAttribute } from "./attribute.ts";
import { terms } from "./term.ts";

type Said = readonly (readonly [TreatmentAttribute, string])[];
const at = (region: string): Said => [["region", region]];
const knee = at("knee");
const shoulder = at("shoulder");
const wrist = at("wrist");
const lowBack = at("low back");
const arthroscopic: Said = [["approach", "arthroscopic"]];
const transforaminal: Said = [["approach", "transforaminal"]];

const imaging = [
  ...terms("kind", "", [
    ["imaging", "imaging|imaging study|advanced imaging|diagnostic imaging|scan", "The requested imaging"],
  ]),
  ...terms("kind", "imaging", [
    [
      "MRI",
      "mri|mri scan|mri study|magnetic resonance|magnetic resonance imaging|magnetic resonance imaging ( mri )|mr imaging",
      "MRI of the knee",
    ],
    [
      "open MRI",
      "open mri|mri open|mri ( open )|mri , open|open magnetic resonance imaging|open air mri",
      "Open MRI",
    ],
    [
      "standing MRI",
      "standing mri|upright mri|weight bearing mri|positional mri|mri standing",
      "Upright MRI",
    ],
    [
      "3T MRI",
      "3t mri|3.0t mri|3.0 tesla mri|3 tesla mri|mri 3t|mri 3.0t|mri 3.0 tesla|mri 3 tesla|mri ( 3t )|high field mri",
      "3.0 Tesla MRI",
    ],
    [
      "MR arthrogram",
      "mr arthrogram|mra arthrogram|mri arthrogram|mr arthrography|mri arthrography|magnetic resonance arthrogram|magnetic resonance arthrography|arthrogram mri|mri with arthrogram|mri / arthrogram",
      "MR arthrogram",
    ],
    [
      "MRA",
      "mra|magnetic resonance angiography|magnetic resonance angiogram|mr angiogram",
      "MRA of the neck",
    ],
    [
      "CT scan",
      "ct|ct scan|cat scan|computed tomography|computed tomography ( ct )|computed tomography scan|computerized tomography|computed tomographic scan",
      "CT scan",
    ],
    ["CT myelogram", "ct myelogram|ct myelography|post myelogram ct|myelogram ct", "CT myelogram"],
    ["CT arthrogram", "ct arthrogram|ct arthrography", "CT arthrogram"],
    ["myelogram", "myelogram|myelography", "Myelogram"],
    ["arthrogram", "arthrogram|arthrography", "Arthrogram"],
    [
      "X-ray",
      "x ray|xray|plain film|radiograph|radiography|plain radiograph|x ray film|film",
      "X-rays, two views",
    ],
    ["X-ray", "chest x ray|cxr|chest xray|chest radiograph", "Chest X-ray", at("chest")],
    ["bone scan", "bone scan|bone scintigraphy|three phase bone scan|triple phase bone scan", "Bone scan"],
    ["bone density scan", "dexa|dexa scan|dxa|bone density|bone density scan|bone densitometry", "DEXA scan"],
    ["PET scan", "pet scan|pet ct|positron emission tomography", "PET scan"],
    ["SPECT", "spect|spect scan", "SPECT"],
    ["discogram", "discogram|discography|diskogram|provocative discography", "Discogram"],
    [
      "diagnostic ultrasound",
      "diagnostic ultrasound|ultrasound imaging|musculoskeletal ultrasound",
      "Diagnostic ultrasound",
    ],
    [
      "duplex ultrasound",
      "venous doppler|doppler|venous duplex|duplex scan|duplex ultrasound|doppler ultrasound|doppler study",
      "Venous duplex scan",
    ],
    ["echocardiogram", "echocardiogram|echocardiography|2d echo", "Echocardiogram"],
  ]),
  ...terms(
    "kind",
    ["imaging", "modality"],
    [["ultrasound", "ultrasound|sonogram|sonography|ultrasonography", "Ultrasound"]],
  ),
];

const electrodiagnostics = [
  ...terms("kind", "", [
    [
      "electrodiagnostic testing",
      "electrodiagnostic|electrodiagnostic study|electrodiagnostic testing|electrodiagnostic test|electro diagnostic study|electrodiagnostic evaluation|electro diagnostic testing|edx|edx study",
      "Electrodiagnostic studies",
    ],
  ]),
  ...terms("kind", "electrodiagnostic testing", [
    [
      "EMG",
      "emg|electromyography|electromyogram|electromyograph|electromyographic study|needle emg|electrodiagnostic myography",
      "EMG of the legs",
    ],
    [
      "NCS",
      "ncs|ncv|nerve conduction|nerve conduction study|nerve conduction velocity|nerve conduction velocity study|nerve conduction test",
      "Nerve conduction study",
    ],
    [
      "SSEP",
      "ssep|somatosensory evoked potential|somatosensory evoked potential testing|evoked potential|vep",
      "SSEP",
    ],
    [
      "quantitative sensory testing",
      "quantitative sensory testing|qst|vsng|vsnct",
      "Quantitative sensory testing",
    ],
  ]),
  ...terms("kind", "", [["EEG", "eeg|electroencephalogram|electroencephalography", "EEG"]]),
];

const therapies = [
  ...terms("kind", "", [["therapy", "therapy|rehabilitation", "The requested therapy"]]),
  ...terms("kind", "therapy", [
    [
      "physical therapy",
      "physical therapy|pt|physical therapy ( pt )|physiotherapy|physical medicine|physical rehabilitation|land based therapy|physical therapist",
      "Physical therapy, 12 sessions",
    ],
    ["occupational therapy", "occupational therapy|ot|hand therapy|occupational therapist", "Hand therapy"],
    [
      "aquatic therapy",
      "aquatic therapy|aqua therapy|pool therapy|water therapy|hydrotherapy|aquatic physical therapy|aquatic exercise|aquatic program|aquatic",
      "Pool therapy",
    ],
    [
      "chiropractic treatment",
      "chiropractic|chiropractic treatment|chiropractic care|chiropractic therapy|chiropractic manipulation|chiropractor|spinal manipulation|spinal manipulation therapy|manipulation|manipulative therapy|chiropractic manipulative therapy|cmt|osteopathic manipulation",
      "Chiropractic care",
    ],
    [
      "acupuncture",
      "acupuncture|electroacupuncture|acupuncture therapy|acupuncture treatment|infrared acupuncture",
      "Acupuncture, 6 visits",
    ],
    ["massage therapy", "massage|massage therapy|therapeutic massage|deep tissue massage", "Massage therapy"],
    [
      "speech therapy",
      "speech therapy|speech and language therapy|speech language pathology|cognitive therapy|cognitive rehabilitation",
      "Speech therapy",
    ],
    [
      "vestibular therapy",
      "vestibular therapy|vestibular rehabilitation|balance therapy",
      "Vestibular therapy",
    ],
    ["vision therapy", "vision therapy", "Vision therapy"],
    ["pelvic floor therapy", "pelvic floor therapy|pelvic floor physical therapy", "Pelvic floor therapy"],
  ]),
  ...terms(
    "kind",
    ["therapy", "chiropractic treatment", "physical therapy", "massage therapy"],
    [
      [
        "manual therapy",
        "manual therapy|myofascial release|soft tissue mobilization|joint mobilization",
        "Myofascial release",
      ],
    ],
  ),
  ...terms(
    "kind",
    ["physical therapy", "therapy"],
    [
      [
        "therapeutic exercise",
        "therapeutic exercise|exercise|exercise program|home exercise program|hep",
        "Home exercise program",
      ],
    ],
  ),
];

const modalities = [
  ...terms("kind", "", [["modality", "modality|physical modality", "Passive modalities"]]),
  ...terms(
    "kind",
    ["modality", "equipment", "therapy"],
    [
      [
        "electrical stimulation",
        "electrical stimulation|e stim|electrical muscle stimulation|electric muscle stimulation|electrotherapy|electrical stimulator|electrical stimulation unit|muscle stimulator|muscle stimulation|ems|stimulator unit|estim|electrical nerve stimulation",
        "Electrical stimulation",
      ],
      [
        "thermal therapy",
        "thermal therapy|hot / cold therapy|hot and cold therapy|hot / cold unit|hot / cold pack|hot and cold pack|heat / cold|thermacooler|contrast therapy",
        "Hot/cold unit",
      ],
      [
        "traction",
        "traction|traction unit|home traction|cervical traction|lumbar traction|decompression table|saunders traction",
        "Traction unit",
      ],
      [
        "shock wave therapy",
        "shock wave|shockwave|shock wave therapy|shockwave therapy|extracorporeal shockwave therapy|extracorporeal shock wave therapy|eswt",
        "ESWT",
      ],
      [
        "laser therapy",
        "low level laser|low level laser therapy|laser therapy|cold laser|lllt",
        "Low level laser",
      ],
      ["iontophoresis", "iontophoresis|phonophoresis", "Iontophoresis"],
      ["diathermy", "diathermy|pulsed electromagnetic therapy|pemf", "Diathermy"],
      ["paraffin bath", "paraffin bath|paraffin|paraffin wax", "Paraffin bath"],
      ["infrared therapy", "infrared|infrared therapy|infrared lamp", "Infrared lamp"],
      ["biofeedback", "biofeedback|neurofeedback", "Biofeedback"],
      ["cupping", "cupping", "Cupping"],
    ],
  ),
  ...terms("kind", "electrical stimulation", [
    [
      "TENS",
      "tens|tens unit|transcutaneous electrical nerve stimulation|transcutaneous electrical|transcutaneous electrical stimulation|transcutaneous electric nerve stimulation|transcutaneous electrical nerve stimulator",
      "TENS unit",
    ],
    [
      "interferential unit",
      "interferential|interferential unit|interferential current|interferential stimulation|interferential therapy|if unit|ifc|ifc unit|interferential current stimulation|interferential stimulator|inferential unit",
      "IF unit",
    ],
    ["H-wave", "h wave|h wave unit|h wave device|h wave stimulation|h wave therapy", "H-Wave device"],
    [
      "NMES",
      "nmes|neuromuscular electrical stimulation|neuromuscular stimulation|neuromuscular electrical stimulator|neuromuscular stimulator|nmes unit",
      "NMES unit",
    ],
    ["microcurrent", "microcurrent|microcurrent therapy|alpha stim", "Microcurrent therapy"],
    [
      "percutaneous electrical nerve stimulation",
      "pens|percutaneous electrical nerve stimulation|percutaneous electrical nerve stimulator|p stim|neurostimulation",
      "P-Stim",
    ],
  ]),
  ...terms("kind", "thermal therapy", [
    [
      "heat therapy",
      "heat|heat therapy|hot pack|heat pack|heating pad|moist heat|hot pad|heat pad|moist heating pad|heat unit",
      "Hot packs",
    ],
    [
      "cold therapy",
      "cold|cold therapy|cold therapy unit|cold pack|ice|ice pack|ice machine|cryotherapy|cryotherapy unit|cold compression therapy|cold compression|polar care|cryocuff|cryo cuff|cold unit|cold compression unit|ice therapy|game ready|vascutherm|cold therapy system|continuous cold therapy|polar unit|cryo unit",
      "Cryotherapy unit",
    ],
  ]),
];

const injections = [
  ...terms("kind", "procedure", [
    [
      "injection",
      "injection|block|nerve block|shot|infiltration|interventional procedure|interventional pain procedure",
      "The requested injection",
    ],
  ]),
  ...terms("kind", "injection", [
    [
      "steroid injection",
      "steroid injection|corticosteroid injection|cortisone injection|cortisone shot|cortisone|kenalog injection|depo medrol injection|celestone injection|injection of corticosteroid|corticosteroid|injection of steroid|steroid",
      "Cortisone injection",
    ],
    [
      "joint injection",
      "joint injection|intra articular injection|intraarticular injection|bursa injection|bursal injection|subacromial injection|tendon sheath injection",
      "Intra-articular injection",
    ],
    [
      "trigger point injection",
      "trigger point injection|tpi|trigger point|trigger point impedance imaging",
      "Trigger point injections",
    ],
    [
      "stellate ganglion block",
      "stellate ganglion block|stellate ganglion|sgb|stellate block|stellate ganglion injection",
      "Stellate ganglion block",
    ],
    [
      "sympathetic block",
      "sympathetic block|sympathetic nerve block|lumbar sympathetic block|lumbar sympathetic nerve block",
      "Lumbar sympathetic block",
    ],
    [
      "occipital nerve block",
      "occipital nerve block|greater occipital nerve block|occipital block|occipital nerve injection",
      "Occipital nerve block",
    ],
    [
      "platelet-rich plasma injection",
      "prp|prp injection|platelet rich plasma|platelet rich plasma injection|platelet rich plasma ( prp )|platelet rich plasma ( prp ) injection",
      "PRP injection",
    ],
    [
      "stem cell injection",
      "stem cell|stem cell injection|stem cell therapy|bmac|bone marrow aspirate concentrate",
      "Stem cell therapy",
    ],
    [
      "viscosupplementation",
      "viscosupplementation|visco supplementation|viscosupplement|viscosupplementation injection|hyaluronic acid|hyaluronic acid injection|hyaluronate|sodium hyaluronate|orthovisc|orthovisc injection|synvisc|synvisc injection|synvisc one|synvisc one injection|supartz|supartz injection|euflexxa|euflexxa injection|hyalgan|hyalgan injection|monovisc|gel one|durolane|hyaluronan",
      "Synvisc injection",
    ],
    [
      "botulinum toxin injection",
      "botox|botox injection|botulinum|botulinum toxin|botulinum toxin injection|onabotulinumtoxina",
      "Botox injections",
    ],
    ["prolotherapy", "prolotherapy", "Prolotherapy"],
    ["vaccine", "vaccine|vaccination|immunization", "Vaccination"],
    [
      "peripheral nerve block",
      "median nerve block|ulnar nerve block|suprascapular nerve block|genicular nerve block|femoral nerve block|intercostal nerve block|ilioinguinal nerve block|interscalene block",
      "Genicular nerve block",
    ],
  ]),
  ...terms(
    "kind",
    ["injection", "steroid injection"],
    [
      [
        "epidural injection",
        "epidural|epidural steroid injection|epidural injection|epidural steroid|esi|lesi|cesi|lumbar epidural steroid injection ( lesi )|epidural steroid injection ( esi )|epidural corticosteroid injection|epidural block|caudal epidural|epidurogram",
        "Epidural steroid injection",
      ],
      [
        "sacroiliac joint injection",
        "sacroiliac joint injection|sacroiliac injection|si joint injection|si injection|sij injection|si joint block|sacroiliac joint block|sacroiliac joint steroid injection",
        "SI joint injection",
        [["region", "sacroiliac joint"]],
      ],
      [
        "facet injection",
        "facet|facet injection|facet joint injection|facet block|facet joint block|facet steroid injection|intra articular facet injection|facet joint|zygapophyseal joint injection",
        "Facet injections",
      ],
    ],
  ),
  ...terms(
    "kind",
    ["injection", "steroid injection", "epidural injection"],
    [
      [
        "selective nerve root block",
        "selective nerve root block|snrb|nerve root block|selective nerve root injection",
        "SNRB",
      ],
    ],
  ),
  ...terms("kind", "epidural injection", [["epidural injection", "tfesi|tf esi", "TFESI", transforaminal]]),
  ...terms(
    "kind",
    ["injection", "facet injection"],
    [
      [
        "medial branch block",
        "medial branch block|mbb|medial branch|medial branch nerve block|medial branch injection|facet medial branch block|dorsal medial branch block",
        "Medial branch blocks",
      ],
    ],
  ),
  ...terms("kind", "procedure", [
    [
      "radiofrequency ablation",
      "radiofrequency|radiofrequency ablation|rfa|rhizotomy|facet rhizotomy|facet radiofrequency|neurotomy|facet neurotomy|facet joint rhizotomy|radiofrequency neurotomy|radiofrequency rhizotomy|medial branch rhizotomy|medial branch neurotomy|medial branch radiofrequency ablation|radio frequency ablation|facet joint radiofrequency ablation|facet radiofrequency ablation|facet joint radiofrequency neurotomy|neuroablation|medial branch radiofrequency|facet joint neurotomy|medial branch ablation",
      "Facet rhizotomy",
    ],
  ]),
];

/** The trial of an implanted device, and the device itself. */
const formsOfImplant = ["* trial", "trial of a *", "trial *", "permanent *", "* implantation"];

/** "Anterior cervical discectomy and fusion": the removal is a part of the fusion, and not another operation. */
const fusionsAfter = (direction: string): string =>
  ["", "cervical ", "lumbar ", "lumbar interbody "]
    .flatMap((region) =>
      ["discectomy", "diskectomy", "decompression", "laminectomy", "corpectomy"].flatMap((removal) =>
        ["and", "with", "/", "&", "and interbody", "with interbody", "and instrumented"].map(
          (link) => `${direction}${region}${removal} ${link} fusion`,
        ),
      ),
    )
    .join("|");

const surgeries = [
  ...terms("kind", "", [["procedure", "procedure", "The requested procedure"]]),
  ...terms("kind", "procedure", [
    [
      "surgery",
      "surgery|surgical|surgical procedure|operation|surgical intervention|operative procedure|operative intervention|surgical treatment",
      "Surgery",
    ],
    [
      "spinal cord stimulator",
      ["spinal cord stimulator", "scs", "spinal cord stimulation", "dorsal column stimulator"]
        .flatMap((device) => [device, ...formsOfImplant.map((form) => form.replace("*", device))])
        .concat("neurostimulator")
        .join("|"),
      "Spinal cord stimulator trial",
    ],
    [
      "intrathecal pump",
      ["intrathecal pump", "pain pump"]
        .flatMap((device) => [device, ...formsOfImplant.map((form) => form.replace("*", device))])
        .concat("intrathecal pain pump", "morphine pump", "intrathecal drug delivery", "pain pump refill")
        .join("|"),
      "Intrathecal pump",
    ],
  ]),
  ...terms(
    "kind",
    ["surgery", "procedure"],
    [
      [
        "arthroscopy",
        "arthroscopy|arthroscopic|arthroscopic surgery|arthroscopically|diagnostic arthroscopy",
        "Arthroscopy",
        arthroscopic,
      ],
      [
        "decompression",
        "decompression|decompressive|decompression surgery|decompressive surgery|nerve decompression",
        "Decompression",
      ],
      ["repair", "repair|tendon repair|ligament repair", "Tendon repair"],
      ["release", "release|tendon release|lateral release|epicondylar release", "Lateral release"],
      ["reconstruction", "reconstruction|ligament reconstruction", "Ligament reconstruction"],
      ["fusion", "fusion|arthrodesis|spinal fusion|interbody fusion|tlif|xlif", "Lumbar fusion"],
      ["fusion", `acdf|alif|${fusionsAfter("anterior ")}`, "ACDF", [["approach", "anterior"]]],
      ["fusion", `plif|${fusionsAfter("posterior ")}`, "PLIF", [["approach", "posterior"]]],
      ["fusion", fusionsAfter(""), "Decompression and fusion"],
      [
        "disc replacement",
        "disc replacement|disk replacement|artificial disc|artificial disc replacement|disc arthroplasty|total disc replacement",
        "Disc replacement",
      ],
      [
        "arthroplasty",
        "arthroplasty|replacement|total joint replacement|joint replacement|hemiarthroplasty|total arthroplasty|joint arthroplasty|resurfacing",
        "Arthroplasty",
      ],
      [
        "hardware removal",
        "hardware removal|removal of hardware|hardware removal surgery|removal of screw|removal of plate|removal of implant|implant removal",
        "Hardware removal",
      ],
      [
        "open reduction and internal fixation",
        "open reduction|orif|internal fixation|open reduction and internal fixation|open reduction internal fixation",
        "ORIF",
      ],
      [
        "hernia repair",
        "hernia repair|herniorrhaphy|hernioplasty|hernia surgery|inguinal hernia repair|umbilical hernia repair",
        "Hernia repair",
      ],
      ["amputation", "amputation", "Amputation"],
      ["tenodesis", "tenodesis|biceps tenodesis|tenotomy|biceps tenotomy", "Biceps tenodesis"],
      ["manipulation under anesthesia", "manipulation under anesthesia|mua", "Manipulation under anesthesia"],
      ["kyphoplasty", "kyphoplasty|vertebroplasty", "Kyphoplasty"],
      ["osteotomy", "osteotomy|bunionectomy", "Osteotomy"],
      [
        "excision",
        "excision|excision of mass|excisional biopsy|ganglion excision|ganglionectomy|neurectomy|neuroma excision|excision of neuroma",
        "Excision of mass",
      ],
      ["bariatric surgery", "bariatric surgery|gastric bypass|gastric sleeve|lap band", "Gastric bypass"],
      ["skin graft", "skin graft|scar revision", "Skin graft"],
      ["septoplasty", "septoplasty|rhinoplasty|septorhinoplasty", "Septoplasty"],
      ["cataract surgery", "cataract surgery|cataract extraction", "Cataract surgery"],
    ],
  ),
  ...terms(
    "kind",
    ["release", "surgery", "procedure"],
    [
      [
        "carpal tunnel release",
        "carpal tunnel release|ctr|carpal tunnel surgery|carpal tunnel decompression|endoscopic carpal tunnel release|median nerve release|release of the carpal tunnel|release of the median nerve",
        "Carpal tunnel release",
        wrist,
      ],
      [
        "trigger finger release",
        "trigger finger release|trigger thumb release|a1 pulley release|trigger finger surgery|trigger release|trigger digit release|release of a1 pulley|release of the a1 pulley|release of trigger finger|release of the trigger finger|release of the trigger thumb",
        "Trigger finger release",
        at("finger"),
      ],
      [
        "de Quervain's release",
        "de quervain release|de quervains release|de quervain s release|dequervain s release|dequervain release|dequervains release|first dorsal compartment release",
        "DeQuervain's release",
        wrist,
      ],
      [
        "cubital tunnel release",
        "cubital tunnel release|ulnar nerve transposition|cubital tunnel surgery|ulnar nerve decompression|ulnar nerve release|ulnar nerve transposition surgery|cubital tunnel decompression|release of the cubital tunnel",
        "Cubital tunnel release",
        at("elbow"),
      ],
      ["tarsal tunnel release", "tarsal tunnel release", "Tarsal tunnel release"],
    ],
  ),
  ...terms(
    "kind",
    ["arthroscopy", "surgery", "procedure"],
    [
      ["debridement", "debridement|arthroscopic debridement|extensive debridement", "Debridement"],
      ["synovectomy", "synovectomy", "Synovectomy"],
      ["chondroplasty", "chondroplasty|microfracture|abrasion arthroplasty", "Chondroplasty"],
      [
        "meniscectomy",
        "meniscectomy|partial meniscectomy|medial meniscectomy|lateral meniscectomy|partial medial meniscectomy",
        "Partial meniscectomy",
        knee,
      ],
      [
        "distal clavicle resection",
        "distal clavicle resection|distal clavicle excision|mumford|mumford procedure|distal claviculectomy",
        "Mumford procedure",
        shoulder,
      ],
      ["capsular release", "capsular release|lysis of adhesion|capsulotomy", "Capsular release"],
    ],
  ),
  ...terms(
    "kind",
    ["repair", "arthroscopy", "surgery", "procedure"],
    [
      ["meniscus repair", "meniscal repair|meniscus repair|meniscal root repair", "Meniscal repair", knee],
      [
        "rotator cuff repair",
        "rotator cuff repair|rcr|rcr ( rotator cuff repair )|rotator cuff surgery",
        "Rotator cuff repair",
        shoulder,
      ],
      ["labral repair", "labral repair|labrum repair|slap repair|bankart repair", "SLAP repair"],
      ["Achilles repair", "achilles repair|achilles tendon repair", "Achilles tendon repair", at("ankle")],
    ],
  ),
  ...terms(
    "kind",
    ["reconstruction", "arthroscopy", "repair", "surgery", "procedure"],
    [
      [
        "ACL reconstruction",
        "acl reconstruction|acl repair|anterior cruciate ligament reconstruction|acl surgery|acl",
        "ACL reconstruction",
        knee,
      ],
    ],
  ),
  ...terms(
    "kind",
    ["decompression", "arthroscopy", "surgery", "procedure"],
    [
      [
        "subacromial decompression",
        "subacromial decompression|sad|acromioplasty|subacromial decompression / acromioplasty",
        "Acromioplasty",
        shoulder,
      ],
    ],
  ),
  ...terms(
    "kind",
    ["decompression", "surgery", "procedure"],
    [
      [
        "laminectomy",
        "laminectomy|laminotomy|hemilaminectomy|decompressive laminectomy|hemilaminotomy",
        "Laminectomy",
      ],
      [
        "discectomy",
        "discectomy|diskectomy|microdiscectomy|microdiskectomy|micro discectomy",
        "Microdiscectomy",
      ],
      ["foraminotomy", "foraminotomy", "Foraminotomy"],
    ],
  ),
  ...terms(
    "kind",
    ["arthroplasty", "surgery", "procedure"],
    [
      [
        "knee arthroplasty",
        "tka|tkr|total knee arthroplasty|total knee replacement|knee replacement|knee arthroplasty|unicompartmental knee arthroplasty",
        "Total knee replacement",
        knee,
      ],
      [
        "hip arthroplasty",
        "tha|thr|total hip arthroplasty|total hip replacement|hip replacement|hip arthroplasty",
        "Total hip arthroplasty",
        at("hip"),
      ],
      [
        "shoulder arthroplasty",
        "tsa|total shoulder arthroplasty|total shoulder replacement|reverse shoulder arthroplasty|shoulder replacement|reverse total shoulder arthroplasty|shoulder arthroplasty",
        "Reverse shoulder arthroplasty",
        shoulder,
      ],
    ],
  ),
];

const visits = [
  ...terms("kind", "", [
    [
      "visit",
      "office visit|clinic visit|doctor visit|follow up visit|follow up|followup|consultation|consult|evaluation|eval|exam|examination|re exam|re evaluation|reevaluation|referral|second opinion|initial exam|physical exam|physical examination|follow up appointment|consultant|surgical consultation|surgical evaluation|surgical consult|surgery consultation|surgery consult|surgery evaluation|surgical referral|surgical opinion|surgeon|evaluate and treat|eval and treat|specialist",
      "Office visit",
    ],
    [
      "medical clearance",
      "clearance|medical clearance|pre op clearance|preoperative clearance|pre operative clearance|preop clearance|preoperative medical clearance|pre operative medical clearance|pre op medical clearance|cardiac clearance|surgical clearance|pre op evaluation|preoperative evaluation|pre op exam",
      "Pre-op clearance",
    ],
    [
      "assistant surgeon",
      "assistant surgeon|surgical assistant|co surgeon|assistant pa|surgical first assistant",
      "Assistant surgeon",
    ],
    [
      "hospital stay",
      "hospital stay|inpatient stay|inpatient admission|hospitalization|overnight stay|inpatient hospital stay|observation stay",
      "Inpatient stay",
    ],
    [
      "anesthesia",
      "anesthesia|monitored anesthesia care|iv sedation|sedation|anesthesiologist|mac anesthesia",
      "IV sedation",
    ],
  ]),
];

/** What laboratories measure in blood. */
const analytes = (
  "testosterone|vitamin b12|folate|folic acid|ferritin|iron|magnesium|calcium|cortisol|estradiol|prolactin|uric acid|glucose|potassium|" +
  "sodium|phosphorus|albumin|ammonia|homocysteine|insulin|growth hormone|acetaminophen|lithium|digoxin|valproic acid|zinc|lead"
).split("|");

const tests = [
  ...terms("kind", "", [
    [
      "laboratory test",
      "laboratory|lab|laboratory test|laboratory study|lab test|lab work|labs|blood work|blood test|laboratory testing|laboratory work|blood draw|lab study|laboratory evaluation|lab panel|bloodwork|pre op lab",
      "Laboratory tests",
    ],
  ]),
  ...terms("kind", "laboratory test", [
    ["CBC", "cbc|complete blood count", "CBC"],
    ["CMP", "cmp|comprehensive metabolic panel|chem panel|chemistry panel|chem 12|chem 14|chem 20", "CMP"],
    ["BMP", "bmp|basic metabolic panel|chem 7|electrolyte", "BMP"],
    ["urinalysis", "ua|urinalysis|urine analysis|urine test", "UA"],
    [
      "liver function test",
      "liver function test|lft|hepatic panel|hepatic function panel|liver panel|liver function panel",
      "Liver function tests",
    ],
    [
      "renal function test",
      "renal function test|renal panel|renal function panel|kidney function test|bun / creatinine|bun|creatinine",
      "Renal panel",
    ],
    [
      "coagulation test",
      "coagulation test|pt / inr|pt / ptt|ptt|inr|prothrombin time|pt ptt|coagulation panel|aptt",
      "PT/PTT",
    ],
    ["ESR", "esr|sedimentation rate|sed rate", "Sed rate"],
    ["CRP", "crp|c reactive protein", "CRP"],
    ["hemoglobin A1c", "a1c|hemoglobin a1c|hba1c|hgba1c", "Hemoglobin A1c"],
    ["lipid panel", "lipid panel|lipid profile|cholesterol test", "Lipid panel"],
    ["thyroid test", "tsh|thyroid panel|thyroid function test", "TSH"],
    ["vitamin D level", "vitamin d level|25 hydroxy vitamin d", "Vitamin D level"],
    ...analytes.map(
      (name) =>
        [
          `${name} level`,
          `${name} level|${name} test|serum ${name}|serum ${name} level|${name} assay|blood ${name}|blood ${name} level`,
          `Serum ${name}`,
        ] as const,
    ),
    [
      "testosterone level",
      "free testosterone level|total testosterone|free testosterone|free and total testosterone|testosterone , free|testosterone , total",
      "Testosterone level",
    ],
    ["rheumatoid factor", "rheumatoid factor|ana|arthritis panel|uric acid", "Arthritis panel"],
    ["hepatitis panel", "hepatitis panel|hiv test|hepatitis b test|hepatitis c test", "Hepatitis panel"],
    ["pregnancy test", "pregnancy test|hcg", "Pregnancy test"],
    ["blood type test", "type and screen|type and cross|blood type", "Type and screen"],
  ]),
  ...terms(
    "kind",
    ["laboratory test"],
    [
      [
        "drug test",
        "uds|udt|urine drug screen|urine drug screening|urine drug test|urine drug testing|urine toxicology|urine toxicology screen|urine toxicology test|drug screen|drug screening|drug test|drug testing|toxicology screen|toxicology|urine screen|utox|urine drug toxicology|urine drug screen ( uds )|urine toxicology testing|toxicology testing|urine drug monitoring|random urine drug screen|uds test",
        "Urine drug screen",
      ],
      [
        "hair test",
        "hair drug test|hair follicle drug test|hair follicle test|hair test|hair sample drug test|hair follicle drug screen",
        "Hair drug test",
      ],
      [
        "saliva test",
        "saliva drug test|oral fluid drug test|saliva test|oral swab|oral fluid testing|oral swab drug test",
        "Saliva drug test",
      ],
      [
        "blood drug test",
        "blood drug test|serum drug screen|blood toxicology|serum toxicology",
        "Serum drug screen",
      ],
      [
        "genetic test",
        "genetic test|genetic testing|dna test|dna testing|pharmacogenetic testing|pharmacogenomic testing|cytochrome p450 testing|cytokine dna testing|genetic metabolism test|opioid risk dna testing|cytochrome p450 test",
        "Genetic testing",
      ],
      ["EKG", "ekg|ecg|electrocardiogram|12 lead ekg|electrocardiography|electrocardiogram ( ekg )", "EKG"],
    ],
  ),
  ...terms("kind", "", [
    [
      "stress test",
      "stress test|treadmill test|exercise stress test|nuclear stress test|cardiac stress test",
      "Stress test",
    ],
    ["Holter monitor", "holter|holter monitor", "Holter monitor"],
    [
      "pulmonary function test",
      "pulmonary function test|pft|spirometry|pulmonary function testing",
      "Pulmonary function test",
    ],
    [
      "sleep study",
      "sleep study|polysomnogram|polysomnography|psg|overnight sleep study|home sleep study|sleep test",
      "Sleep study",
    ],
    [
      "oximetry",
      "oximetry|overnight oximetry|nocturnal oximetry|pulse oximetry|overnight pulse oximetry",
      "Overnight oximetry",
    ],
    [
      "functional capacity evaluation",
      "fce|functional capacity evaluation|functional capacity exam|functional capacity examination|functional capacity assessment|functional capacity evaluation ( fce )|functional evaluation",
      "FCE",
    ],
    [
      "range of motion test",
      "range of motion testing|range of motion test|computerized range of motion|rom testing|computerized muscle testing|rom / muscle testing|muscle testing",
      "Range of motion testing",
    ],
    [
      "endoscopy",
      "endoscopy|egd|esophagogastroduodenoscopy|upper gi endoscopy|upper endoscopy",
      "Upper endoscopy",
    ],
    ["colonoscopy", "colonoscopy", "Colonoscopy"],
    ["audiogram", "audiogram|hearing test", "Audiogram"],
    ["biopsy", "biopsy", "Biopsy"],
    [
      "neuropsychological testing",
      "neuropsychological testing|neuropsychological evaluation|neuropsych testing|neuropsych evaluation|neurocognitive testing",
      "Neuropsychological testing",
    ],
  ]),
];

const dental = [
  ...terms("kind", "", [
    [
      "dental treatment",
      "dental treatment|dental care|dental work|dental restoration|dental procedure",
      "Dental treatment",
    ],
  ]),
  ...terms("kind", "dental treatment", [
    ["dental crown", "crown|porcelain crown|dental crown|crown restoration", "Porcelain crown"],
    ["dental bridge", "dental bridge|fixed bridge|porcelain bridge|three unit bridge", "Dental bridge"],
    ["dental implant", "dental implant|implant abutment|endosteal implant|tooth implant", "Dental implant"],
    [
      "denture",
      "denture|partial denture|complete denture|full denture|removable partial denture",
      "Partial denture",
    ],
    [
      "root canal",
      "root canal|root canal therapy|root canal treatment|endodontic therapy|endodontic treatment",
      "Root canal",
    ],
    [
      "tooth extraction",
      "extraction|tooth extraction|dental extraction|surgical extraction",
      "Tooth extraction",
    ],
    ["filling", "filling|composite filling|composite restoration|resin filling|amalgam", "Composite filling"],
    [
      "dental cleaning",
      "scaling|scaling and root planing|root planing|deep cleaning|dental cleaning|periodontal scaling|periodontal maintenance",
      "Scaling and root planing",
    ],
    ["veneer", "veneer|porcelain veneer", "Veneer"],
    ["sinus lift", "sinus lift|sinus augmentation", "Sinus lift"],
  ]),
];

const equipment = [
  ...terms("kind", "", [
    [
      "equipment",
      "equipment|dme|durable medical equipment|device|unit|supply|dme item|durable medical equipment ( dme )",
      "DME",
    ],
  ]),
  ...terms("kind", "equipment", [
    [
      "brace",
      "brace|bracing|orthosis|orthotic brace|support brace|wrap|support|immobilizer|unloader brace|hinged brace|hinged knee brace|knee sleeve|neoprene sleeve|elastic sleeve|neoprene brace|soft brace|rigid brace|corset|shoulder wrap",
      "Knee brace",
    ],
    [
      "compression device",
      "compression|compression device|compression unit|pneumatic compression|pneumatic compression device|intermittent pneumatic compression|intermittent pneumatic compression device|dvt pump|dvt unit|dvt device|dvt prophylaxis|dvt prophylaxis unit|dvt compression device|dvt prevention|vascular compression device|compression pump|sequential compression device|scd|deep vein thrombosis prophylaxis|deep vein thrombosis compression|deep vein thrombosis pump|deep vein thrombosis ( dvt ) pump|venaflow|lymphedema pump|vasopneumatic device|vasopneumatic compression|ipc",
      "DVT pump",
    ],
    [
      "compression garment",
      "compression stocking|compression garment|compression sleeve|ted hose|compression glove|compression sock|compression hose",
      "Compression stockings",
    ],
    ["cane", "cane|quad cane|single point cane|straight cane|four point cane|walking stick", "Cane"],
    ["crutches", "crutch|pair of crutches|axillary crutch", "Crutches"],
    [
      "walker",
      "walker|front wheeled walker|front wheel walker|2 wheeled walker|two wheeled walker|rolling walker|rollator|rollator walker|fww|four wheeled walker|4 wheeled walker|wheeled walker",
      "Rolling walker",
    ],
    [
      "wheelchair",
      "wheelchair|wheel chair|manual wheelchair|standard wheelchair|electric wheelchair|power wheelchair|powered wheelchair|motorized wheelchair",
      "Wheelchair",
    ],
    [
      "scooter",
      "scooter|motorized scooter|mobility scooter|power mobility device|electric scooter|power scooter",
      "Motorized scooter",
    ],
    [
      "knee scooter",
      "knee scooter|knee walker|rolling knee walker|rolling knee scooter|roll about|rollabout|roll a bout|knee roller",
      "Knee scooter",
    ],
    [
      "hospital bed",
      "hospital bed|adjustable bed|semi electric hospital bed|full electric hospital bed|electric bed|manual bed|bed",
      "Hospital bed",
    ],
    [
      "mattress",
      "mattress|orthopedic mattress|memory foam mattress|tempurpedic mattress|sleep number bed|tempur pedic mattress",
      "Orthopedic mattress",
    ],
    ["pillow", "pillow|cervical pillow|orthopedic pillow|wedge pillow", "Cervical pillow"],
    [
      "shower chair",
      "shower chair|shower stool|shower bench|bath chair|tub transfer bench|bath bench|transfer bench",
      "Shower chair",
    ],
    [
      "toilet seat",
      "raised toilet seat|elevated toilet seat|toilet seat|toilet riser|toilet seat riser",
      "Raised toilet seat",
    ],
    ["commode", "commode|bedside commode|3 in 1 commode|3 in 1|three in one commode", "Bedside commode"],
    ["grab bar", "grab bar|handrail", "Grab bars"],
    ["reacher", "reacher|grabber|reacher grabber", "Reacher"],
    ["lift chair", "lift chair|recliner|reclining chair", "Lift chair"],
    [
      "ergonomic chair",
      "ergonomic chair|orthopedic chair|office chair|ergonomic workstation|ergonomic evaluation",
      "Ergonomic chair",
    ],
    ["inversion table", "inversion table|inversion unit", "Inversion table"],
    [
      "bone stimulator",
      "bone stimulator|bone growth stimulator|bone growth stimulator unit|osteogenic stimulator|bone stimulator unit",
      "Bone growth stimulator",
    ],
    [
      "continuous passive motion machine",
      "cpm|cpm machine|cpm unit|continuous passive motion|continuous passive motion machine|continuous passive motion device",
      "CPM machine",
    ],
    [
      "home exercise kit",
      "home exercise kit|exercise kit|exercise equipment|exercise ball|theraband|thera band|rehab kit|shoulder exercise kit|knee exercise kit|lumbar exercise kit|hand exerciser|shoulder pulley|home exercise equipment|resistance band",
      "Home exercise kit",
    ],
    ["treadmill", "treadmill", "Treadmill"],
    ["stationary bike", "stationary bike|exercise bike|recumbent bike|stationary bicycle", "Stationary bike"],
    [
      "electrodes",
      "electrode|electrodes and batteries|lead wire|tens supply|electrode pad|conductive garment",
      "Electrodes",
    ],
    ["CPAP", "cpap|cpap machine|bipap|continuous positive airway pressure", "CPAP"],
    ["hearing aid", "hearing aid|hearing aids|hearing device", "Hearing aids"],
    ["eyeglasses", "eyeglass|eyeglasses|prescription glasses|reading glasses|prism glasses", "Eyeglasses"],
    ["shoes", "shoe|diabetic shoe|orthopedic shoe|post op shoe|postop shoe|footwear", "Orthopedic shoes"],
    ["massager", "massager|massage chair|percussor", "Massage chair"],
    ["hot tub", "hot tub|whirlpool|jacuzzi", "Hot tub"],
    ["prosthesis", "prosthesis|prosthetic|artificial limb", "Prosthesis"],
    [
      "dental appliance",
      "dental appliance|night guard|nightguard|oral appliance|mouth guard|bite guard|occlusal splint|occlusal guard|occlusal ( night ) guard|occlusal night guard|occlusal appliance|bite splint|orthotic splint|oral splint|dental guard|dental splint",
      "Night guard",
    ],
    ["ramp", "ramp|wheelchair ramp", "Wheelchair ramp"],
    [
      "medical alert system",
      "medical alert|life alert|medical alert system|alert bracelet",
      "Medical alert system",
    ],
    ["air purifier", "air purifier|air filter|humidifier|dehumidifier", "Air purifier"],
    ["air conditioner", "air conditioner|air conditioning", "Air conditioner"],
    [
      "blood pressure monitor",
      "blood pressure monitor|blood pressure cuff|bp monitor",
      "Blood pressure monitor",
    ],
    ["glucose monitor", "glucometer|glucose monitor|glucose meter|test strip", "Glucometer"],
    ["oxygen", "oxygen|oxygen concentrator|home oxygen", "Home oxygen"],
    ["van", "van|wheelchair van|accessible van|modified van", "Wheelchair van"],
  ]),
  ...terms(
    "kind",
    ["brace", "equipment"],
    [
      [
        "brace",
        "lso|lso brace|lumbosacral orthosis|lumbar orthosis|lumbar sacral orthosis|lumbosacral support|lumbar support|lumbosacral brace|lumbar brace|back brace|back support|lumbar support orthosis|lumbar corset|lumbar sacral orthosis ( lso )|lso back brace|lumbar back brace",
        "LSO",
        lowBack,
      ],
      [
        "sling",
        "sling|arm sling|ultrasling|ultra sling|abduction sling|sling with abduction pillow|abduction pillow|shoulder sling|shoulder immobilizer",
        "Shoulder sling",
      ],
      [
        "splint",
        "splint|thumb spica|thumb spica splint|wrist splint|night splint|dynasplint|dynamic splint|spica splint|cock up splint|finger splint",
        "Wrist splint",
      ],
      [
        "boot",
        "boot|cam boot|walking boot|cam walker|fracture boot|cam walker boot|pneumatic boot",
        "CAM boot",
      ],
      [
        "orthotics",
        "orthotic|foot orthotic|custom orthotic|shoe insert|insole|arch support|custom foot orthotic|custom molded orthotic|functional orthotic|shoe orthotic|custom functional orthotic|heel lift",
        "Custom orthotics",
      ],
      [
        "collar",
        "collar|cervical collar|soft collar|soft cervical collar|rigid collar|philadelphia collar|miami j collar|cervical orthosis|aspen collar|neck brace|hard collar",
        "Cervical collar",
        at("neck"),
      ],
      ["cast", "cast|casting", "Cast"],
    ],
  ),
];

const services = [
  ...terms("kind", "", [
    [
      "home health care",
      "home health|home health care|home care|home healthcare|home health service|home care service|home assistance|in home care|home health care ( hhc )",
      "Home health care",
    ],
    [
      "transportation",
      "transportation|transport|medical transportation|round trip transportation|non emergency medical transportation|transportation service|taxi|mileage",
      "Transportation",
    ],
    [
      "lodging",
      "lodging|hotel|hotel stay|motel|hotel accommodation|accommodation|room and board",
      "Lodging near the hospital",
    ],
    ["meals", "meal|meal delivery|meals on wheels|prepared meal", "Meal delivery"],
    ["yard work", "yard work|gardening|gardener|lawn care|lawn service|landscaping", "Yard work"],
    ["personal trainer", "personal trainer|personal training|fitness trainer", "Personal trainer"],
    [
      "interpreter",
      "interpreter|interpreting|translation|interpreter service|interpreting service|interpretation service|translator",
      "Interpreter",
    ],
    [
      "gym membership",
      "gym|gym membership|health club|health club membership|fitness center membership|ymca membership",
      "Gym membership",
    ],
    ["pool membership", "pool membership|pool access|swimming pool|swim membership", "Pool membership"],
    [
      "weight loss program",
      "weight loss program|weight loss|weight reduction program|lindora|weight management program|medically supervised weight loss program|nutrition counseling|dietary counseling",
      "Weight loss program",
    ],
    [
      "functional restoration program",
      "functional restoration|functional restoration program|frp|pain program|chronic pain program|interdisciplinary program|multidisciplinary program|interdisciplinary pain program|multidisciplinary pain program|pain rehabilitation program|chronic pain management program|functional restoration program ( frp )|interdisciplinary pain rehabilitation program|interdisciplinary pain management program|multidisciplinary pain management program|help program|nesp r program",
      "Functional restoration program",
    ],
    ["work hardening", "work hardening|work hardening program", "Work hardening"],
    ["work conditioning", "work conditioning|work conditioning program", "Work conditioning"],
    [
      "detoxification",
      "detox|detoxification|detoxification program|detox program|inpatient detoxification",
      "Detoxification program",
    ],
    [
      "nurse case manager",
      "case manager|nurse case manager|case management|nurse case management",
      "Nurse case manager",
    ],
    ["child care", "child care|childcare|day care", "Child care"],
    [
      "home modification",
      "home modification|bathroom modification|vehicle modification",
      "Home modification",
    ],
    [
      "nursing facility stay",
      "skilled nursing facility|snf|assisted living|rehab facility|inpatient rehabilitation|inpatient rehab|acute rehab",
      "Skilled nursing facility",
    ],
    ["medical records", "medical record|record review|medical report|report", "Record review"],
    ["smoking cessation program", "smoking cessation|smoking cessation program", "Smoking cessation program"],
    ["wound care", "wound care|dressing change|hyperbaric oxygen|hyperbaric oxygen therapy", "Wound care"],
    [
      "negative pressure wound therapy",
      "negative pressure wound therapy|wound vac|wound vacuum|vacuum assisted closure|negative pressure therapy|npwt",
      "Wound VAC",
    ],
    ["massage gun", "theragun|massage gun", "Massage gun"],
  ]),
  ...terms("kind", "home health care", [
    [
      "home health aide",
      "home health aide|home health aid|home aide|caregiver|personal care attendant|attendant care|aide",
      "Home health aide",
    ],
    [
      "skilled nursing",
      "skilled nurse|skilled nursing|registered nurse|rn|lvn|home nurse|visiting nurse|rn visit|home health nurse|nursing care|home health registered nurse|nurse|rn evaluation|home health rn evaluation",
      "Skilled nurse",
    ],
    [
      "housekeeping",
      "housekeeping|housekeeper|homemaker|homemaker service|home maker|cleaning service|house cleaning|house keeping",
      "Housekeeping",
    ],
  ]),
];

const psychological = [
  ...terms("kind", "", [
    [
      "psychological treatment",
      "psychological treatment|psychological|psychological care|psych treatment|psychiatric treatment|mental health treatment|behavioral health|behavioral medicine|psychiatric",
      "Psychological treatment",
    ],
  ]),
  ...terms(
    "kind",
    ["psychological treatment", "therapy"],
    [
      [
        "cognitive behavioral therapy",
        "cbt|cognitive behavioral therapy|cognitive behavioural therapy|cognitive behavioral psychotherapy|cognitive behavioral|cognitive behavior therapy|cognitive behavioral treatment",
        "CBT",
      ],
      [
        "psychotherapy",
        "psychotherapy|counseling|individual psychotherapy|talk therapy|psychological therapy|psychological counseling|group psychotherapy|individual therapy|supportive psychotherapy",
        "Psychotherapy",
      ],
      [
        "group therapy",
        "group therapy|medical hypnotherapy|hypnotherapy|relaxation training|relaxation therapy|stress management",
        "Group therapy",
      ],
      ["EMDR", "emdr", "EMDR"],
    ],
  ),
  ...terms(
    "kind",
    ["psychological treatment", "visit"],
    [
      [
        "psychological evaluation",
        "psychological evaluation|psych eval|psych evaluation|psychological testing|psychological assessment|psychological clearance|psychometric testing|psyche evaluation|psychosocial evaluation|psych testing",
        "Psych eval",
      ],
    ],
  ),
];

/** Words that name no treatment although parts of them do. */
const none = terms("kind", "", [
  ["", "cold lens|cold sore|cold sweat|cold weather|heat rash|upper gi|lower gi", "Cold weather"],
  ["", "this pt|the pt|a pt", "this pt"],
  [
    "",
    "case report|progress report|physician report|medical necessity|supporting documentation",
    "medical necessity",
  ],
]);

export const kindTerms = [
  ...imaging,
  ...electrodiagnostics,
  ...therapies,
  ...modalities,
  ...injections,
  ...surgeries,
  ...visits,
  ...tests,
  ...dental,
  ...equipment,
  ...services,
  ...psychological,
  ...none,
];
