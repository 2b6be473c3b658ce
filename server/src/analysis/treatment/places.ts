/** Where on the body a treatment is given. */
import { terms } from "./term.ts";

const spine = [
  ...terms("region", "", [["spine", "spine|spinal|vertebral", "Spine"]]),
  ...terms("region", "spine", [
    [
      "back",
      "back brace|back support|the back|back surgery|back injection|mid and low back",
      "MRI of the back",
    ],
    [
      "neck",
      "neck|cervical|cervical spine|c spine|c / spine|cervical area|cervical region|cervicothoracic|suboccipital|occipital",
      "Cervical spine",
    ],
  ]),
  ...terms(
    "region",
    ["back", "spine"],
    [
      [
        "mid back",
        "thoracic|thoracic spine|t spine|t / spine|mid back|upper back|middle back|dorsal spine|parascapular|scapular",
        "Upper back",
      ],
      [
        "low back",
        "lumbar|lumbar spine|l spine|l / spine|low back|lower back|lumbosacral|lumbosacral spine|ls spine|l / s spine|l s spine|lumbar region|lumbar area|lower spine",
        "Lumbar spine",
      ],
    ],
  ),
  ...terms(
    "region",
    ["low back", "back", "spine"],
    [
      ["sacroiliac joint", "sacroiliac|sacroiliac joint|si joint|sij|s i joint", "SI joint"],
      ["tailbone", "coccyx|tailbone|sacrum|sacral|ganglion impar|sacrococcygeal", "Coccyx"],
    ],
  ),
];

const arm = [
  ...terms("region", ["extremity"], [["arm", "upper extremity|upper limb|ue|arm|ues", "Upper extremities"]]),
  ...terms("region", "arm", [
    [
      "shoulder",
      "shoulder|rotator cuff|acromioclavicular|ac joint|biceps tendon|glenohumeral|subacromial",
      "Shoulder",
    ],
    ["upper arm", "upper arm|humerus", "Humerus"],
    ["elbow", "elbow|epicondyle|lateral epicondyle|cubital tunnel|ulnar nerve", "Elbow"],
    ["forearm", "forearm|radius|ulna", "Forearm"],
    ["wrist", "wrist|carpal|carpal tunnel|carpal tunnel syndrome|scaphoid|tfcc", "Wrist"],
    ["hand", "hand|palm", "Hand"],
  ]),
  ...terms("region", ["hand", "arm"], [["finger", "finger|digit", "Finger"]]),
  ...terms(
    "region",
    ["finger", "hand", "arm"],
    [
      ["thumb", "thumb|cmc joint|first cmc joint|thumb cmc joint", "Thumb"],
      [
        "index finger",
        "index finger|second finger|2nd finger|2 nd finger|index digit|pointer finger",
        "Index finger",
      ],
      [
        "middle finger",
        "middle finger|long finger|third finger|3rd finger|3 rd finger|middle digit|long digit",
        "Long finger",
      ],
      ["ring finger", "ring finger|fourth finger|4th finger|4 th finger|ring digit", "Ring finger"],
      [
        "little finger",
        "little finger|small finger|pinky|pinky finger|pinkie|fifth finger|5th finger|5 th finger|small digit",
        "Small finger",
      ],
    ],
  ),
];

const leg = [
  ...terms(
    "region",
    ["extremity"],
    [["leg", "lower extremity|lower limb|le|les|leg|lower leg", "Lower extremities"]],
  ),
  ...terms("region", "leg", [
    ["hip", "hip|greater trochanter|trochanteric|trochanteric bursa", "Hip"],
    ["thigh", "thigh|femur|hamstring|quadriceps", "Thigh"],
    ["knee", "knee|patella|patellar|patellofemoral|meniscus|meniscal|medial meniscus", "Knee"],
    ["shin", "shin|tibia|fibula|calf", "Tibia"],
    ["ankle", "ankle|achilles|achilles tendon|tarsal tunnel", "Ankle"],
    ["foot", "foot|feet|heel|plantar|plantar fascia|calcaneus|metatarsal|midfoot|calcaneal", "Heel"],
  ]),
  ...terms("region", ["foot", "leg"], [["toe", "toe", "Toes"]]),
  ...terms(
    "region",
    ["toe", "foot", "leg"],
    [
      ["great toe", "great toe|big toe|hallux|first toe|1st toe|first mtp joint", "Great toe"],
      ["second toe", "second toe|2nd toe", "Second toe"],
      ["third toe", "third toe|3rd toe", "Third toe"],
      ["fourth toe", "fourth toe|4th toe", "Fourth toe"],
      ["little toe", "little toe|fifth toe|5th toe|small toe", "Fifth toe"],
    ],
  ),
];

const trunkAndHead = [
  ...terms("region", "", [
    ["head", "head|skull|cranial|cranium", "Head"],
    ["chest", "chest|rib|sternum|thorax|rib cage|clavicle|sternoclavicular", "Chest"],
    ["abdomen", "abdomen|abdominal|stomach|inguinal|groin|umbilical|abdominal wall", "Abdomen"],
    ["pelvis", "pelvis|pelvic", "Pelvis"],
    ["extremity", "extremity|limb", "All extremities"],
  ]),
  ...terms("region", "head", [
    ["brain", "brain|brainstem|brain / brainstem", "Brain"],
    ["face", "face|facial|nose|nasal|sinus", "Face"],
    ["eye", "eye|ocular|retina|orbit", "Eyes"],
    ["ear", "ear|hearing", "Ears"],
    ["jaw", "jaw|tmj|temporomandibular|temporomandibular joint|mandible", "TMJ"],
    ["teeth", "tooth|teeth|dental", "Teeth"],
  ]),
];

const sides = [
  ...terms("side", "", [
    ["left", "left|left sided|( l )|lt|lt.|left side|( lt )|( left )", "Left"],
    ["right", "right|right sided|( r )|rt|rt.|right side|( rt )|( right )", "(R)"],
    [
      "bilateral",
      "bilateral|bilat|b / l|bl|bilaterally|( b )|b / l .|left and right|right and left|left / right|right / left|both side|( bilateral )|left & right|right & left|l / r|r / l",
      "B/L",
    ],
  ]),
  ...terms("region", "extremity", [
    ["arm", "bue|bues", "BUE", [["side", "bilateral"]]],
    ["arm", "rue", "RUE", [["side", "right"]]],
    ["arm", "lue", "LUE", [["side", "left"]]],
    ["leg", "ble|bles", "BLE", [["side", "bilateral"]]],
    ["leg", "rle", "RLE", [["side", "right"]]],
    ["leg", "lle", "LLE", [["side", "left"]]],
  ]),
  ...terms(
    "region",
    ["extremity"],
    [
      ["arm", "ue bilaterally", "UE bilaterally", [["side", "bilateral"]]],
      ["leg", "le bilaterally", "LE bilaterally", [["side", "bilateral"]]],
    ],
  ),
];

/** Words that name no place although parts of them do. */
const none = terms("region", "", [
  [
    "",
    "right handed|left handed|right hand dominant|left hand dominant|on the other hand|on the one hand|hand dominant|right now|right away|all right|second hand",
    "right hand dominant",
  ],
  ["", "back to|went back|go back|foot long|head to head|face to face|hands on|hand out|at hand", "hands-on"],
]);

export const placeTerms = [...spine, ...arm, ...leg, ...trunkAndHead, ...sides, ...none];
