/**
 * Words that say that a conclusion isn't the reviewer's, or isn't about this request. Facts don't need them, so they have an index
 * of their own. The words in brackets are the conclusion.
 */
import { indexOf } from "../scopes.ts";
import { modifiers, pseudo, terminators, throughCommas } from "./trigger.ts";

const said = modifiers({ certainty: "quoted" }, "forward", [
  ["states", "The surgeon states the MRI is [medically necessary]."],
  ["stated", "The surgeon stated the MRI is [medically necessary]."],
  ["argues", "The surgeon argues the MRI is [medically necessary]."],
  ["argued", "The surgeon argued the MRI is [medically necessary]."],
  ["contends", "The attorney contends the MRI is [medically necessary]."],
  ["contended", "The attorney contended the MRI is [medically necessary]."],
  ["writes", "The surgeon writes the MRI is [medically necessary]."],
  ["wrote", "The surgeon wrote the MRI is [medically necessary]."],
  ["believes", "The employee believes the MRI is [medically necessary]."],
  ["believed", "The employee believed the MRI was [medically necessary]."],
  ["feels", "The employee feels the MRI is [medically necessary]."],
  ["opines", "Dr. Lee opines the MRI is [medically necessary]."],
  ["opined", "Dr. Lee opined the MRI is [medically necessary]."],
  ["says", "The surgeon says the MRI is [medically necessary]."],
  ["said", "The surgeon said the MRI is [medically necessary]."],
  ["maintains", "The surgeon maintains the MRI is [medically necessary]."],
  ["asserts", "The appeal asserts the MRI is [medically necessary]."],
  ["asserted", "The appeal asserted the MRI is [medically necessary]."],
  ["insists", "The employee insists the MRI is [medically necessary]."],
  ["thinks", "The employee thinks the MRI is [medically necessary]."],
  ["explains", "The appeal explains the MRI is [medically necessary]."],
  ["explained", "The surgeon explained the MRI is [medically necessary]."],
  ["notes that", "The surgeon notes that the MRI is [medically necessary]."],
  ["noted that", "The surgeon noted that the MRI is [medically necessary]."],
  ["reports that", "The surgeon reports that the MRI is [medically necessary]."],
  ["reported that", "The surgeon reported that the MRI is [medically necessary]."],
  ["claims that", "The attorney claims that the MRI is [medically necessary]."],
  ["asks that", "The surgeon asks that the denial be [overturned]."],
  ["asked that", "The surgeon asked that the denial be [overturned]."],
  ["requests that", "The attorney requests that the denial be [overturned]."],
  ["requested that", "The attorney requested that the denial be [overturned]."],
  ["denied as", "The MRI was denied as not [medically necessary]."],
  ["denied because", "The MRI was denied because it is not [medically necessary]."],
  ["non-certified as", "The MRI was non-certified as not [medically necessary]."],
  ["non-certified because", "The MRI was non-certified because it is not [medically necessary]."],
  ["felt that", "The surgeon felt that the MRI is [medically necessary]."],
  ["felt the", "The surgeon felt the MRI is [medically necessary]."],
]);

const inTheOpinionOf = throughCommas(
  modifiers({ certainty: "quoted" }, "forward", [
    ["per the provider", "Per the provider, the MRI is [medically necessary]."],
    ["per the physician", "Per the physician, the MRI is [medically necessary]."],
    ["per the surgeon", "Per the surgeon, the MRI is [medically necessary]."],
    ["per the treating physician", "Per the treating physician, the MRI is [medically necessary]."],
    ["per the treating provider", "Per the treating provider, the MRI is [medically necessary]."],
    ["per the requesting physician", "Per the requesting physician, the MRI is [medically necessary]."],
    ["per the requesting provider", "Per the requesting provider, the MRI is [medically necessary]."],
    ["per utilization review", "Per utilization review, the MRI is not [medically necessary]."],
    ["per the utilization review", "Per the utilization review, the MRI is not [medically necessary]."],
    ["per the ur", "Per the UR, the MRI is not [medically necessary]."],
    ["per the claims administrator", "Per the claims administrator, the MRI is not [medically necessary]."],
    ["according to the provider", "According to the provider, the MRI is [medically necessary]."],
    ["according to the physician", "According to the physician, the MRI is [medically necessary]."],
    ["according to the surgeon", "According to the surgeon, the MRI is [medically necessary]."],
    ["according to the treating", "According to the treating doctor, the MRI is [medically necessary]."],
    ["according to the requesting", "According to the requesting doctor, the MRI is [medically necessary]."],
    ["according to the attorney", "According to the attorney, the MRI is [medically necessary]."],
    ["according to the employee", "According to the employee, the MRI is [medically necessary]."],
    [
      "according to the utilization",
      "According to the utilization review, the MRI is not [medically necessary].",
    ],
    ["according to the ur", "According to the UR, the MRI is not [medically necessary]."],
    [
      "according to the claims",
      "According to the claims administrator, the MRI is not [medically necessary].",
    ],
    ["according to dr", "According to Dr. Lee, the MRI is [medically necessary]."],
    ["per dr", "Per Dr. Lee, the MRI is [medically necessary]."],
    ["in the surgeon's", "In the surgeon's view, the MRI is [medically necessary]."],
    ["in the provider's", "In the provider's opinion, the MRI is [medically necessary]."],
    ["in the physician's", "In the physician's opinion, the MRI is [medically necessary]."],
    ["in the opinion of", "In the opinion of the surgeon, the MRI is [medically necessary]."],
    ["in the view of", "In the view of the surgeon, the MRI is [medically necessary]."],
  ]),
);

const conditional = modifiers({ certainty: "conditional" }, "forward", [
  ["if", "If the denial is [upheld] on appeal, the drug is tapered."],
  ["whether", "The question is whether the denial is [upheld]."],
  ["unless", "Unless the denial is [overturned], the drug is tapered."],
  ["may", "The denial may be [overturned] later."],
  ["might", "The denial might be [overturned] later."],
  ["could", "The denial could be [overturned] later."],
  ["would", "With more records the denial would be [overturned]."],
  ["until", "Until the denial is [overturned], the drug is tapered."],
  ["once", "Once the denial is [overturned], therapy begins."],
  ["when", "When the request is [authorized], therapy begins."],
]);

const conditionalAfter = modifiers(
  { certainty: "conditional" },
  "backward",
  [
    ["only if", "The request is [authorized] only if films are clear."],
    ["subject to", "The request is [authorized] subject to new films."],
  ],
  4,
);

const otherRequests = throughCommas(
  modifiers({ temporality: "otherRequest" }, "both", [
    ["prior request", "A prior request for therapy was [medically necessary]."],
    ["prior requests", "Prior requests for therapy were [medically necessary]."],
    ["previous request", "A previous request for therapy was [medically necessary]."],
    ["previous requests", "Previous requests for therapy were [medically necessary]."],
    ["earlier request", "An earlier request for therapy was [medically necessary]."],
    ["earlier requests", "Earlier requests for therapy were [medically necessary]."],
    ["past request", "A past request for therapy was [medically necessary]."],
    ["separate request", "A separate request for therapy was [medically necessary]."],
    ["separate requests", "Separate requests for therapy were [medically necessary]."],
    ["companion request", "The companion request for therapy is [medically necessary]."],
    ["concurrent request", "The concurrent request for therapy was [authorized]."],
    ["unrelated request", "An unrelated request for films is [medically necessary]."],
    ["different request", "A different request for films is [medically necessary]."],
    ["another request", "Another request, for films, is [authorized]."],
    ["separate matter", "Therapy, a separate matter, was [medically necessary]."],
    ["prior therapy", "Prior therapy was [medically necessary]."],
    ["another case", "The lumbar MRI, decided in another case, was found [medically necessary]."],
    ["other case", "In the other case the MRI was found [medically necessary]."],
    ["different case", "In a different case the MRI was found [medically necessary]."],
    ["separate case", "In a separate case the MRI was found [medically necessary]."],
    ["another claim", "For another claim the MRI was found [medically necessary]."],
    ["other claim", "In the other claim the MRI was found [medically necessary]."],
    ["different claim", "Under a different claim the MRI was found [medically necessary]."],
    ["another determination", "In another determination the MRI was found [medically necessary]."],
    ["prior determination", "In a prior determination therapy was found [medically necessary]."],
    ["earlier determination", "In an earlier determination therapy was found [medically necessary]."],
    ["another imr", "In another IMR the MRI was found [medically necessary]."],
    ["prior imr", "In a prior IMR the MRI was found [medically necessary]."],
    ["earlier imr", "In an earlier IMR the MRI was found [medically necessary]."],
    ["another letter", "In another letter the MRI was found [medically necessary]."],
    ["another employee", "For another employee the MRI was found [medically necessary]."],
    ["another patient", "For another patient the MRI was found [medically necessary]."],
    ["another injury", "For another injury the MRI was found [medically necessary]."],
  ]),
);

const later = modifiers({ temporality: "planned" }, "forward", [
  ["repeat", "A repeat study is not [medically necessary]."],
  ["another", "Another study is not [medically necessary]."],
  ["a second", "A second study is not [medically necessary]."],
  ["a third", "A third study is not [medically necessary]."],
  ["a new", "A new study is not [medically necessary]."],
  ["a later", "A later study is not [medically necessary]."],
  ["further", "Further films are not [medically necessary]."],
  ["additional", "Additional films are not [medically necessary]."],
  ["future", "Future films are not [medically necessary]."],
  ["subsequent", "Subsequent films are not [medically necessary]."],
  ["more than", "More than six visits are not [medically necessary]."],
  ["beyond", "Therapy beyond six visits is not [medically necessary]."],
  ["routine", "Routine films are not [medically necessary]."],
  ["long-term use", "Long-term use is not [medically necessary]."],
]);

const past = modifiers({ temporality: "past" }, "forward", [
  ["prior", "The prior MRI was [medically necessary]."],
  ["previous", "The previous MRI was [medically necessary]."],
  ["earlier", "The earlier MRI was [medically necessary]."],
  ["a request", "A request of 2014 was [medically necessary]."],
  ["last year", "Last year an MRI was [medically necessary]."],
]);

const pseudoOpinions = pseudo([
  ["be said", "It cannot be said the MRI is [medically necessary]."],
  ["as stated", "As stated the MRI is [medically necessary]."],
  ["reasons stated", "For reasons stated the MRI is [medically necessary]."],
  ["prior decision", "I reverse the prior decision since the MRI is [medically necessary]."],
  ["prior determination is", "The prior determination is [overturned]."],
  ["previous decision", "The previous decision is [overturned]."],
  ["prior review", "I reverse the prior review since the MRI was [medically necessary]."],
]);

const ends = terminators(undefined, [
  [",", "The surgeon states this, the MRI is [medically necessary]."],
  [";", "The surgeon states this; the MRI is [medically necessary]."],
  ["but", "The surgeon states this but the MRI is not [medically necessary]."],
  ["however", "The surgeon states this however the MRI is not [medically necessary]."],
  ["therefore", "The surgeon states this therefore the MRI is [medically necessary]."],
  ["thus", "The surgeon states this thus the MRI is [medically necessary]."],
  ["and the request", "The surgeon states this and the request is [medically necessary]."],
  ["and this request", "The surgeon states this and this request is [medically necessary]."],
]);

export const opinionTriggers = [
  ...said,
  ...inTheOpinionOf,
  ...conditional,
  ...conditionalAfter,
  ...otherRequests,
  ...later,
  ...past,
  ...pseudoOpinions,
  ...ends,
];

export const opinionIndex = indexOf(opinionTriggers);
