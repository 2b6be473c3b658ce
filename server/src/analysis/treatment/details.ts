/** How a treatment is given: contrast, approach, specialty, form, route. */
import { terms } from "./term.ts";

const contrasts = terms("contrast", "", [
  [
    "with contrast",
    "with contrast|w / contrast|w contrast|with gadolinium|with dye|with iv contrast|contrast enhanced|with intravenous contrast|( with contrast )",
    "MRI w/ contrast",
  ],
  [
    "without contrast",
    "without contrast|w / o contrast|w / out contrast|wo contrast|no contrast|non contrast|noncontrast|without dye|w / o dye|without iv contrast|without gadolinium|without intravenous contrast|without the use of contrast|without any contrast",
    "MRI w/o contrast",
  ],
  [
    "with and without contrast",
    "with and without contrast|with / without contrast|with or without contrast|w / wo contrast|w / and w / o contrast|w and w / o contrast|w & w / o contrast|with & without contrast|w and wo contrast|without and with contrast|with and without gadolinium|with and w / o contrast|w / w / o contrast|w wo contrast|with and without iv contrast|with , without contrast|w / & w / o contrast|with and without dye|without & with contrast|with and / or without contrast|w / and without contrast",
    "MRI with and without contrast",
  ],
]);

const stimulators =
  "spinal cord stimulator|scs|spinal cord stimulation|dorsal column stimulator|stimulator|intrathecal pump|pain pump";
const each = (template: string): string =>
  stimulators
    .split("|")
    .map((device) => template.replace("*", device))
    .join("|");
const trialWords = `${each("* trial")}|${each("trial of a *")}|${each("trial *")}|percutaneous trial|trial lead|trial implantation`;
const permanentWords = `${each("permanent *")}|${each("* implantation")}|permanent implantation|permanent implant|permanent placement|permanent lead`;

/** The wider words here are questions that an approach answers. */
const approaches = [
  ...terms("approach", "access", [
    ["percutaneous", "percutaneous|percutaneously|minimally invasive", "Percutaneous discectomy"],
    ["endoscopic", "endoscopic|laparoscopic|laparoscopically|endoscopically", "Endoscopic release"],
    ["arthroscopic", "arthroscopic approach", "Arthroscopic approach"],
  ]),
  ...terms("approach", "way into the canal", [
    ["interlaminar", "interlaminar|translaminar|intralaminar", "Interlaminar approach"],
    ["transforaminal", "transforaminal|trans foraminal", "Transforaminal approach"],
    ["caudal", "caudal", "Caudal approach"],
  ]),
  ...terms("approach", "direction", [
    ["anterior", "anterior", "Anterior approach"],
    ["posterior", "posterior", "Posterior approach"],
  ]),
  ...terms("approach", "joint or bursa of the shoulder", [
    ["subacromial", "subacromial|subdeltoid|subacromial injection", "Subacromial injection"],
    ["glenohumeral", "glenohumeral|glenohumeral joint|gh joint", "Glenohumeral injection"],
    [
      "acromioclavicular",
      "acromioclavicular|acromioclavicular joint|ac joint",
      "Acromioclavicular joint injection",
    ],
  ]),
  ...terms("approach", "joint or bursa of the hip", [
    [
      "trochanteric bursa",
      "trochanteric bursa|greater trochanteric bursa|greater trochanter|trochanteric",
      "Trochanteric injection",
    ],
    ["hip joint", "hip joint|intra articular hip|femoroacetabular", "Hip joint injection"],
  ]),
  ...terms("approach", "aspect", [
    [
      "medial",
      "medial|medial meniscectomy|partial medial meniscectomy|medial epicondyle|medial meniscus",
      "Medial release",
    ],
    ["lateral", "lateral|lateral meniscectomy|lateral release|lateral epicondyle", "Lateral wedge"],
  ]),
  ...terms("approach", "number of sides", [
    ["one side", "unilateral|unilaterally", "Unilateral block"],
    ["both sides", "bilateral|bilat|bilaterally|both side", "Bilateral blocks"],
  ]),
  ...terms("approach", "time of surgery", [
    [
      "preoperative",
      "preoperative|pre operative|pre op|preop|pre surgical|presurgical|preoperatively",
      "Preoperative therapy",
    ],
    [
      "postoperative",
      "postoperative|post operative|post op|postop|post surgical|postsurgical|postoperatively",
      "Postoperative therapy",
    ],
  ]),
  ...terms("approach", "turn", [
    ["initial", "initial", "Initial evaluation"],
    ["repeat", "repeat|repeated|subsequent", "Repeat MRI"],
  ]),
  ...terms("approach", "stage", [
    ["first stage", "first stage|stage one|stage 1|stage i|1st stage", "First stage fusion"],
    ["second stage", "second stage|stage two|stage 2|stage ii|2nd stage", "Second stage fusion"],
  ]),
  ...terms("approach", "stay", [
    ["trial", trialWords, "Stimulator trial"],
    ["permanent", permanentWords, "Permanent implantation"],
  ]),
  ...terms("approach", "setting", [
    [
      "inpatient",
      "inpatient|inpatient detoxification|inpatient rehabilitation|inpatient rehab|in patient|inpatient stay|inpatient admission|inpatient hospital stay",
      "Inpatient",
    ],
    ["outpatient", "outpatient|out patient|ambulatory surgery center|ambulatory surgery", "Outpatient"],
  ]),
  ...terms("approach", "company", [
    [
      "individual",
      "individual|individual psychotherapy|individual therapy|one on one",
      "Individual sessions",
    ],
    ["group", "group|group psychotherapy|group therapy", "Group sessions"],
  ]),
  ...terms("approach", "meeting", [
    [
      "remote",
      "telehealth|telemedicine|by video|video visit|telephonic|by telephone|by phone|virtual|remote",
      "Telehealth visit",
    ],
    ["in person", "in person|face to face|in office|on site", "In-person visit"],
  ]),
  ...terms("approach", "depth of analysis", [
    ["qualitative", "qualitative|point of care|dipstick|presumptive", "Qualitative screen"],
    ["quantitative", "quantitative|confirmatory|confirmation|definitive|gcms|gc / ms", "Quantitative screen"],
  ]),
  ...terms("approach", "make", [
    [
      "custom",
      "custom|custom orthotic|custom foot orthotic|custom molded orthotic|custom functional orthotic|custom made|custom molded|custom fitted|custom fabricated",
      "Custom brace",
    ],
    [
      "prefabricated",
      "prefabricated|off the shelf|over the counter orthotic|prefab|non custom|noncustom|ready made",
      "Prefabricated brace",
    ],
  ]),
  ...terms("approach", "sedation", [
    [
      "with sedation",
      "with sedation|with iv sedation|under sedation|under iv sedation|with conscious sedation|with moderate sedation|with monitored anesthesia|with monitored anesthesia care",
      "Block under sedation",
    ],
    [
      "without sedation",
      "without sedation|no sedation|without iv sedation|without anesthesia|without conscious sedation",
      "Block without sedation",
    ],
  ]),
  ...terms("approach", "anesthesia", [
    ["local anesthesia", "local anesthesia|local anesthetic", "Release under local anesthesia"],
    ["general anesthesia", "general anesthesia|general anesthetic", "Release under general anesthesia"],
  ]),
  ...terms("approach", "jaw", [
    ["upper", "upper|maxillary", "Upper denture"],
    ["lower", "lower|mandibular", "Lower denture"],
  ]),
  ...terms("approach", "drive", [
    ["manual", "manual wheelchair|manual bed|standard wheelchair", "Manual wheelchair"],
    [
      "powered",
      "power wheelchair|electric wheelchair|motorized wheelchair|powered wheelchair|electric bed",
      "Electric wheelchair",
    ],
  ]),
  ...terms("approach", "motors", [
    ["semi-electric", "semi electric|semi electric hospital bed", "Semi-electric bed"],
    ["full electric", "full electric|fully electric|full electric hospital bed", "Full-electric bed"],
  ]),
  ...terms("approach", "wheels", [
    [
      "front wheels",
      "front wheeled walker|front wheel walker|fww|2 wheeled walker|two wheeled walker",
      "Front-wheeled walker",
    ],
    ["four wheels", "four wheeled walker|4 wheeled walker|rollator|rollator walker", "Rollator"],
  ]),
  ...terms("approach", "feet of a cane", [
    ["quad", "quad cane|four point cane", "Quad cane"],
    ["single point", "single point cane|straight cane", "Single point cane"],
  ]),
  ...terms("approach", "stiffness", [
    ["soft", "soft collar|soft cervical collar|soft brace", "Soft collar"],
    [
      "rigid",
      "rigid|hard collar|philadelphia collar|miami j collar|aspen collar|rigid collar|rigid brace|semi rigid",
      "Hard collar",
    ],
  ]),
  ...terms("approach", "hinges", [
    ["hinged", "hinged|hinged brace|hinged knee brace", "Hinged knee brace"],
    ["unhinged", "neoprene sleeve|neoprene brace|knee sleeve|elastic sleeve", "Neoprene sleeve"],
  ]),
  ...terms("approach", "use of fluoroscopy", [
    [
      "without fluoroscopy",
      "without fluoroscopy|without fluoroscopic guidance|no fluoroscopy|without imaging guidance",
      "Injection without fluoroscopy",
    ],
  ]),
  ...terms(
    "approach",
    ["guidance", "use of fluoroscopy"],
    [
      [
        "fluoroscopic guidance",
        "fluoroscopic guidance|fluoroscopy|fluoroscopic|fluoroscopically|fluoroscopically guided|fluoroscopy guided|fluoro|fluoroscopic guided",
        "under fluoroscopy",
      ],
    ],
  ),
  ...terms("approach", "guidance", [
    [
      "ultrasound guidance",
      "ultrasound guidance|ultrasound guided|us guidance|us guided|under ultrasound|ultrasonic guidance|sonographic guidance|ultrasonographic guidance",
      "Ultrasound-guided",
    ],
    ["CT guidance", "ct guidance|ct guided", "CT-guided"],
  ]),
];

const specialties = [
  ...terms("specialty", "", [
    [
      "orthopedics",
      "orthopedic|orthopaedic|orthopedist|orthopaedist|ortho|orthopedic surgeon|orthopedic surgery|orthopedics|orthopaedic surgeon|orthopaedics",
      "Orthopedic consultation",
    ],
    ["neurology", "neurology|neurologist|neurologic|neurological|neuro", "Neurology consultation"],
    [
      "neurosurgery",
      "neurosurgery|neurosurgeon|neurosurgical|neuro surgeon|neurological surgeon|neuro surgical",
      "Neurosurgical consultation",
    ],
    [
      "pain management",
      "pain management|pain medicine|pain specialist|pain management specialist|pain physician|pain consult|pain consultation|pain management physician|pain doctor",
      "Pain management consultation",
    ],
    [
      "psychiatry",
      "psychiatry|psychiatrist|psychiatric consultation|psychiatric evaluation|psychiatric consult|psychiatric referral",
      "Psychiatry consultation",
    ],
    [
      "psychology",
      "psychology|psychologist|psychological consultation|psychology consult|psychological consult|psychological evaluation|psych consult",
      "Psychology consultation",
    ],
    ["podiatry", "podiatry|podiatrist|podiatric", "Podiatry consultation"],
    [
      "gastroenterology",
      "gastroenterology|gastroenterologist|gi consult|gi specialist|gi consultation|gastro|gi evaluation",
      "Gastroenterology consultation",
    ],
    [
      "cardiology",
      "cardiology|cardiologist|cardiac consult|cardiac consultation|cardiac evaluation|cardiovascular consult",
      "Cardiology consultation",
    ],
    [
      "internal medicine",
      "internal medicine|internist|internal medicine specialist|internal medical",
      "Internal medicine consultation",
    ],
    [
      "dentistry",
      "dentist|dental|dental consult|dental consultation|dental evaluation|dental specialist|dentistry",
      "Dental consultation",
    ],
    [
      "oral surgery",
      "oral surgeon|oral surgery|maxillofacial|oral and maxillofacial surgeon",
      "Oral surgeon",
    ],
    [
      "otolaryngology",
      "ent|otolaryngology|otolaryngologist|ear nose and throat|ear , nose and throat|ear , nose , and throat",
      "ENT consultation",
    ],
    [
      "ophthalmology",
      "ophthalmology|ophthalmologist|ophthalmic consultation|eye doctor|eye specialist",
      "Ophthalmology consultation",
    ],
    ["optometry", "optometry|optometrist|neuro optometrist", "Optometry consultation"],
    ["urology", "urology|urologist|urological|urologic", "Urology consultation"],
    ["gynecology", "gynecology|gynecologist|ob / gyn|obgyn|gynecological", "Gynecology consultation"],
    ["rheumatology", "rheumatology|rheumatologist", "Rheumatology consultation"],
    ["dermatology", "dermatology|dermatologist", "Dermatology consultation"],
    [
      "physiatry",
      "physiatry|physiatrist|pm & r|pmr|physical medicine and rehabilitation|pm and r",
      "Physiatry consultation",
    ],
    [
      "pulmonology",
      "pulmonology|pulmonologist|pulmonary consult|pulmonary consultation|pulmonary specialist",
      "Pulmonology consultation",
    ],
    ["endocrinology", "endocrinology|endocrinologist", "Endocrinology consultation"],
    ["nephrology", "nephrology|nephrologist", "Nephrology consultation"],
    ["hematology", "hematology|hematologist", "Hematology consultation"],
    ["oncology", "oncology|oncologist", "Oncology consultation"],
    [
      "infectious disease",
      "infectious disease|infectious disease specialist",
      "Infectious disease consultation",
    ],
    ["general surgery", "general surgery|general surgeon|hernia specialist", "General surgeon"],
    [
      "vascular surgery",
      "vascular surgery|vascular surgeon|vascular consult|vascular specialist",
      "Vascular surgeon",
    ],
    ["plastic surgery", "plastic surgery|plastic surgeon", "Plastic surgeon"],
    ["bariatric surgery", "bariatric surgeon|bariatric", "Bariatric surgeon"],
    ["occupational medicine", "occupational medicine", "Occupational medicine consultation"],
    [
      "primary care",
      "primary care|family medicine|pcp|primary care physician|primary treating physician|ptp",
      "Primary care visit",
    ],
    [
      "sleep medicine",
      "sleep medicine|sleep specialist|sleep consult|sleep consultation",
      "Sleep specialist",
    ],
    [
      "neuropsychology",
      "neuropsychology|neuropsychologist|neuropsych|neuropsychological consultation",
      "Neuropsychology consultation",
    ],
    ["nutrition", "nutritionist|dietician|dietitian|nutritional consultation", "Nutritionist"],
    ["toxicology", "toxicologist", "Toxicologist"],
    ["allergy", "allergist|allergy specialist|immunologist", "Allergist"],
    ["audiology", "audiology|audiologist", "Audiologist"],
    [
      "addiction medicine",
      "addiction|addiction specialist|addiction medicine|addictionologist",
      "Addiction medicine consultation",
    ],
    [
      "interventional radiology",
      "interventional radiology|interventional radiologist",
      "Interventional radiologist",
    ],
    ["wound care", "wound specialist", "Wound specialist"],
    ["acupuncture", "acupuncturist", "Acupuncturist"],
    ["oculoplastic surgery", "oculoplastic surgeon", "Oculoplastic surgeon"],
    ["emergency medicine", "emergency department|emergency room", "Emergency room visit"],
  ]),
  ...terms(
    "specialty",
    ["orthopedics", "neurosurgery"],
    [
      [
        "spine surgery",
        "spine surgeon|spine specialist|spine surgery consultation|spinal surgeon|orthopedic spine surgeon|ortho spine|spine consult|spine consultation|spine surgery consult|spine surgery|spine surgical consultation|orthopedic spine|ortho spine surgeon|orthopedic spine surgery",
        "Spine surgeon",
      ],
    ],
  ),
  ...terms(
    "specialty",
    ["orthopedics", "plastic surgery"],
    [
      [
        "hand surgery",
        "hand surgeon|hand specialist|hand surgery consultation|hand surgery consult|orthopedic hand surgeon|hand surgery|hand consult",
        "Hand surgeon",
      ],
    ],
  ),
  ...terms(
    "specialty",
    ["orthopedics", "podiatry"],
    [
      [
        "foot and ankle surgery",
        "foot and ankle specialist|foot and ankle surgeon|ankle specialist|foot specialist",
        "Foot and ankle surgeon",
      ],
    ],
  ),
  ...terms(
    "specialty",
    ["orthopedics"],
    [
      ["shoulder surgery", "shoulder specialist|shoulder surgeon", "Shoulder specialist"],
      ["knee surgery", "knee specialist|knee surgeon", "Knee specialist"],
    ],
  ),
];

const forms = [
  ...terms("form", "", [
    [
      "topical",
      "topical|topically|transdermal compound|topical compound|compound topical",
      "Topical compound",
    ],
  ]),
  ...terms("form", "", [["oral", "oral|by mouth|po|orally", "Oral"]]),
  ...terms("form", "topical", [
    [
      "cream",
      "cream|topical cream|compound cream|compounded cream|pain cream|ointment|topical ointment|lotion|topical lotion",
      "Cream",
    ],
    ["gel", "gel|topical gel", "Gel"],
    ["patch", "patch|transdermal patch|pad|transdermal|topical patch|adhesive patch", "Patch"],
    ["topical solution", "topical solution|pennsaid|roll on", "Topical solution"],
  ]),
  ...terms("form", "oral", [
    ["tablets", "tablet|tab|capsule|cap|pill|caplet|softgel", "Tablets"],
    ["oral liquid", "suspension|oral suspension|oral solution|syrup|elixir|liquid", "Oral suspension"],
  ]),
  ...terms("form", "", [
    [
      "injection",
      "injectable|intramuscular|im injection|intravenous|intramuscular injection",
      "Intramuscular",
    ],
    ["nasal spray", "nasal spray|nasal|intranasal", "Nasal spray"],
    ["suppository", "suppository|rectal", "Suppository"],
    ["eye drops", "eye drop|ophthalmic|ophthalmic solution", "Eye drops"],
    ["inhaler", "inhaler|inhalation|nebulizer|hfa", "Inhaler"],
  ]),
  ...terms("route", "", [
    [
      "extended release",
      "er|xr|sr|extended release|sustained release|xl|long acting|slow release",
      "Tramadol ER",
    ],
    ["immediate release", "ir|immediate release|short acting", "Oxycodone IR"],
    ["delayed release", "dr|delayed release|ec|enteric coated", "Delayed release"],
  ]),
];

export const detailTerms = [...contrasts, ...approaches, ...specialties, ...forms];
