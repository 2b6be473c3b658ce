/** Words that say when a fact holds, or that it belongs to another claim or another request. */
import { modifiers, pseudo, type Trigger } from "./trigger.ts";

/** What is still to come, before or after its date. */
const planned = modifiers({ temporality: "planned" }, "both", [
  ["scheduled", "Surgery is scheduled for [6/20/2016]."],
  ["rescheduled", "The visit was rescheduled to [6/20/2016]."],
  ["planned", "Surgery is planned on [6/20/2016]."],
  ["expected", "Full duty is expected on [6/20/2016]."],
  ["anticipated", "Full duty is anticipated on [6/20/2016]."],
  ["estimated", "Full duty is estimated for [6/20/2016]."],
  ["projected", "The projected recovery is [6/20/2016]."],
  ["pending", "The appeal is pending for [6/20/2016]."],
  ["upcoming", "The upcoming visit on [6/20/2016] is for sutures."],
  ["tentatively", "Surgery is tentatively on [6/20/2016]."],
  ["booked", "A room is booked on [6/20/2016]."],
  ["slated", "Surgery is slated for [6/20/2016]."],
  ["will", "The employee will be back on [6/20/2016]."],
  ["is to", "The employee is to rest on [6/20/2016]."],
  ["are to", "Sutures are to come out on [6/20/2016]."],
  ["to be", "Sutures to be taken out on [6/20/2016]."],
  ["to return", "The employee hopes to return [6/20/2016]."],
  ["to follow", "The employee has to follow up on [6/20/2016]."],
  ["to see", "The employee has to see the surgeon on [6/20/2016]."],
  ["to start", "Therapy was to start on [6/20/2016]."],
  ["to begin", "Therapy was to begin on [6/20/2016]."],
  ["to resume", "The employee has to resume work on [6/20/2016]."],
  ["return to", "Return to full duty on [6/20/2016]."],
  ["may return", "The employee may return by [6/20/2016]."],
  ["can return", "The employee can return by [6/20/2016]."],
  ["returns", "The employee returns on [6/20/2016]."],
  ["was advised", "Re-evaluation on [6/20/2016] was advised."],
  ["is advised", "Re-evaluation on [6/20/2016] is advised."],
  ["was recommended", "Re-evaluation on [6/20/2016] was recommended."],
  ["is recommended", "Re-evaluation on [6/20/2016] is recommended."],
  ["plans", "The surgeon plans an arthroscopy on [6/20/2016]."],
  ["plan", "The plan: films on [6/20/2016]."],
  ["intends", "The surgeon intends an arthroscopy on [6/20/2016]."],
  ["would", "The employee would come back on [6/20/2016]."],
  ["should", "Films should follow on [6/20/2016]."],
  ["set for", "A visit is set for [6/20/2016]."],
  ["set on", "A visit is set on [6/20/2016]."],
  ["is due", "A film is due [6/20/2016]."],
  ["are due", "Films are due [6/20/2016]."],
  ["due on", "Films due on [6/20/2016]."],
  ["expires", "The authorization expires [6/20/2016]."],
  ["expire", "The limits expire [6/20/2016]."],
  ["expiration", "The expiration is [6/20/2016]."],
  ["expiring", "An authorization expiring [6/20/2016] is on file."],
]);

/** What is still to come after these words. */
const plannedAfter = modifiers({ temporality: "planned" }, "forward", [
  ["next", "The next visit is [6/20/2016]."],
  ["until", "The employee rests until [6/20/2016]."],
  ["till", "The employee rests till [6/20/2016]."],
  ["through", "Benefits run through [6/20/2016]."],
  ["thru", "Benefits run thru [6/20/2016]."],
  ["appointment", "The MRI appointment: [6/20/2016]."],
  ["appt", "The MRI appt: [6/20/2016]."],
  ["off work", "Off work from 4/1/2016 to [6/20/2016]."],
  ["off duty", "Off duty from 4/1/2016 to [6/20/2016]."],
  ["modified work", "Modified work from 4/1/2016 to [6/20/2016]."],
  ["modified duty", "Modified duty from 4/1/2016 to [6/20/2016]."],
  ["modified duties", "Modified duties from 4/1/2016 to [6/20/2016]."],
  ["light duty", "Light duty from 4/1/2016 to [6/20/2016]."],
  ["restricted duty", "Restricted duty from 4/1/2016 to [6/20/2016]."],
  ["restrictions", "Restrictions from 4/1/2016 to [6/20/2016]."],
  ["disability", "Total disability from 4/1/2016 to [6/20/2016]."],
  ["disabled", "Totally disabled from 4/1/2016 to [6/20/2016]."],
  ["ttd", "TTD from 4/1/2016 to [6/20/2016]."],
  ["valid", "The authorization is valid to [6/20/2016]."],
  ["good for", "The approval is good for care to [6/20/2016]."],
  ["good to", "The approval is good to [6/20/2016]."],
  ["effective", "The change is effective [6/20/2016]."],
  ["authorized to", "Care is authorized to [6/20/2016]."],
  ["approved to", "Care is approved to [6/20/2016]."],
  ["extended to", "The approval was extended to [6/20/2016]."],
  ["permanent and stationary by", "The employee is permanent and stationary by [6/20/2016]."],
  ["p s by", "P & S by [6/20/2016]."],
  ["mmi by", "MMI by [6/20/2016]."],
  ["maximum medical improvement by", "Maximum medical improvement by [6/20/2016]."],
  ["ordered for", "Films were ordered for [6/20/2016]."],
  ["told to", "The employee was told to rest to [6/20/2016]."],
  ["advised to", "Advised to rest to [6/20/2016]."],
  ["instructed to", "The employee was instructed to rest to [6/20/2016]."],
  ["asked to", "The employee was asked to rest to [6/20/2016]."],
  ["no later than", "Films no later than [6/20/2016]."],
  ["not before", "Surgery not before [6/20/2016]."],
  ["recheck", "Recheck: [6/20/2016]."],
  ["rtw", "RTW [6/20/2016]."],
  ["rtc", "RTC [6/20/2016]."],
  ["return visit", "Return visit: [6/20/2016]."],
  ["return date", "Return date: [6/20/2016]."],
  ["return on", "Return on [6/20/2016]."],
  ["follow up :", "Follow up: [6/20/2016]."],
  ["follow-up :", "Follow-up: [6/20/2016]."],
  ["hearing", "A hearing is on [6/20/2016]."],
  ["trial date", "The trial date is [6/20/2016]."],
]);

/** What happened, although the sentence also speaks of plans. */
const happened = [
  ...modifiers({ temporality: "current" }, "forward", [
    ["was seen", "The employee, who will return, was seen on [6/20/2016]."],
    ["was evaluated", "The employee, who will return, was evaluated on [6/20/2016]."],
    ["was examined", "The employee, who will return, was examined on [6/20/2016]."],
    ["presented", "The employee, who will return, presented on [6/20/2016]."],
    ["underwent", "The employee, who will return, underwent films on [6/20/2016]."],
    ["dated", "A plan for surgery is in the note dated [6/20/2016]."],
    ["note of", "A plan for surgery is in the note of [6/20/2016]."],
    ["report of", "A plan for surgery is in the report of [6/20/2016]."],
    ["exam of", "A plan for surgery follows the exam of [6/20/2016]."],
    ["examination of", "A plan for surgery follows the examination of [6/20/2016]."],
    ["visit of", "A plan for surgery follows the visit of [6/20/2016]."],
    ["performed on", "Surgery was planned after films performed on [6/20/2016]."],
    ["done on", "Surgery was planned after films done on [6/20/2016]."],
    ["signed on", "The plan was signed on [6/20/2016]."],
  ]),
  ...modifiers({ temporality: "current" }, "backward", [
    ["showed", "Films on [6/20/2016] showed a tear, and surgery is planned."],
    ["revealed", "Films on [6/20/2016] revealed a tear, and surgery is planned."],
    ["reported", "On [6/20/2016] the employee reported pain, and will return."],
    ["complained", "On [6/20/2016] the employee complained of pain, and will return."],
    ["had", "On [6/20/2016] the employee had pain, and will return."],
    ["noted", "On [6/20/2016] the surgeon noted pain, and plans films."],
  ]),
];

const past = modifiers({ temporality: "past" }, "forward", [
  ["prior", "There was a prior injury on [2/2/2010]."],
  ["previous", "There was a previous injury on [2/2/2010]."],
  ["preexisting", "There is a preexisting tear from [2/2/2010]."],
  ["pre-existing", "There is a pre-existing tear from [2/2/2010]."],
]);

const earlierStudies = modifiers(
  { temporality: "past" },
  "forward",
  ["old", "earlier"].flatMap((word) =>
    ["mri", "film", "films", "x-ray", "x-rays", "study", "scan"].map(
      (study) => [`${word} ${study}`, `The ${word} ${study} of [2/2/2010] showed spurs.`] as const,
    ),
  ),
);

/** Not "a prior injury", but "prior to the injury". */
const notPast = pseudo([
  ["prior to", "There was no pain prior to the injury on [2/2/2010]."],
  ["no prior", "With no prior pain, the employee was injured on [2/2/2010]."],
  ["no previous", "With no previous pain, the employee was injured on [2/2/2010]."],
]);

const anotherInjury = "old new first second third another different separate other earlier later".concat(
  " subsequent former remote nonindustrial non-industrial non-work nonwork childhood sports",
);
const anotherInjuryRows: readonly Trigger[] = anotherInjury
  .split(" ")
  .flatMap((word) => ["injury", "injuries", "accident", "claim"].map((noun) => [word, noun] as const))
  .flatMap(([word, noun]) => [
    ...modifiers({ temporality: "otherClaim" }, noun === "claim" ? "both" : "forward", [
      [`${word} ${noun}`, `The ${word} ${noun} of [2/2/2010] is on file.`],
      [`${word} * ${noun}`, `The ${word} back ${noun} of [2/2/2010] is on file.`],
    ]),
  ]);

const otherClaim = [
  ...modifiers({ temporality: "otherClaim" }, "both", [
    ["another case", "A note has a DOI of [2/2/2010], of another case."],
    ["other case", "A note has a DOI of [2/2/2010], of the other case."],
    ["other file", "A note has a DOI of [2/2/2010], of the other file."],
    ["closed claim", "A closed claim has a DOI of [2/2/2010]."],
    ["settled claim", "A settled claim has a DOI of [2/2/2010]."],
    ["different employer", "A different employer reported an injury on [2/2/2010]."],
    ["another employer", "Another employer reported an injury on [2/2/2010]."],
    ["previous employer", "An injury on [2/2/2010] was with a previous employer."],
    ["prior employer", "An injury on [2/2/2010] was with a prior employer."],
    ["former employer", "An injury on [2/2/2010] was with a former employer."],
    ["contralateral", "An injury on [2/2/2010] was to the contralateral side."],
    ["opposite", "An injury on [2/2/2010] was to the opposite side."],
    ["unrelated", "The injury of [2/2/2010] is unrelated."],
    ["reinjured", "The employee was reinjured in an accident on [2/2/2010]."],
    ["re-injured", "The employee was re-injured in an accident on [2/2/2010]."],
    ["reinjury", "There was a reinjury in an accident on [2/2/2010]."],
    ["re-injury", "There was a re-injury in an accident on [2/2/2010]."],
    ...["arm", "leg", "hand", "foot", "shoulder", "elbow", "wrist", "hip", "knee", "ankle", "side"].map(
      (part) => [`the other ${part}`, `A work injury on [2/2/2010] involved the other ${part}.`] as const,
    ),
  ]),
  ...modifiers({ temporality: "otherClaim" }, "backward", [
    ["healed", "An injury on [2/2/2010] healed."],
    ["resolved", "An injury on [2/2/2010] resolved."],
    ["was settled", "An injury on [2/2/2010] was settled."],
    ["was closed", "A claim of [2/2/2010] was closed."],
  ]),
  ...modifiers({ temporality: "otherClaim" }, "forward", [
    ["injured again", "The employee was injured again on [2/2/2010]."],
    ["again injured", "The employee was again injured on [2/2/2010]."],
    ["also injured", "The employee also injured the knee on [2/2/2010]."],
    ["also sustained", "The employee also sustained an injury on [2/2/2010]."],
    ["had also", "The employee had also had an injury on [2/2/2010]."],
    ["previously", "The employee was previously injured on [2/2/2010]."],
    ["years earlier", "Years earlier there was an injury on [2/2/2010]."],
    ["car accident", "The employee was in a car accident on [2/2/2010]."],
    ["auto accident", "The employee was in an auto accident on [2/2/2010]."],
    ["at home", "The employee was injured at home on [2/2/2010]."],
    ["in high school", "The employee was injured in high school on [2/2/2010]."],
  ]),
];

const anotherRequest = "another different prior previous earlier separate unrelated other".split(" ");
const otherRequest = modifiers({ temporality: "otherRequest" }, "forward", [
  ...anotherRequest.flatMap((word) =>
    ["request", "requests"].flatMap(
      (noun) =>
        [
          [`${word} ${noun}`, `The ${word} ${noun} for films was denied on [3/20/2016].`],
          [`${word} * ${noun}`, `The ${word} therapy ${noun} was denied on [3/20/2016].`],
        ] as const,
    ),
  ),
  ...["another", "different", "earlier", "separate", "first", "initial", "old", "unrelated"].flatMap(
    (word) =>
      [
        [`${word} utilization review`, `The ${word} utilization review of [3/20/2016] is on file.`],
        [`${word} ur`, `The ${word} UR of [3/20/2016] is on file.`],
      ] as const,
  ),
]);

export const temporalityTriggers = [
  ...planned,
  ...plannedAfter,
  ...happened,
  ...past,
  ...earlierStudies,
  ...notPast,
  ...anotherInjuryRows,
  ...otherClaim,
  ...otherRequest,
];
