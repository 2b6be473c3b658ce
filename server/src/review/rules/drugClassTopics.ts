/** Topics of the chronic pain guidelines under which letters judge the drugs of a class, in addition to the drugs' own topics. */

export interface DrugClassTopics {
  /** Matches the classes. */
  readonly classes: RegExp;
  /** Matches the names of the topics. */
  readonly topics: RegExp;
  /** A drug and a topic that only this row accepts. */
  readonly example: readonly [string, string];
}

export const drugClassTopics: readonly DrugClassTopics[] = [
  {
    classes: /./,
    topics:
      /^(?:medications for|introduction|weaning|functional improvement|compound|nonprescription|topical analgesics|crps, (?:medications|treatment))/i,
    example: ["prednisone", "CRPS, medications"],
  },
  {
    classes: /opioid|laxative|stool softener|antiemetic|androgen/,
    topics: /^(?:opioid|antiemetics|detoxification|drug testing|urine drug|substance abuse|testosterone)/i,
    example: ["naloxone", "Opioids, criteria for use"],
  },
  {
    classes: /NSAID|salicylate|corticosteroid|proton pump|H2 blocker|prostaglandin|mucosal/,
    topics: /^(?:nsaids|anti-inflammatory|celebrex|diclofenac|flector)/i,
    example: ["methylprednisolone", "Anti-inflammatory medications"],
  },
  {
    classes: /antidepressant|SSRI|SNRI|anxiolytic|antipsychotic/,
    topics:
      /^(?:antidepressants|ssris|tricyclics|psychological|behavioral|fibromyalgia|diabetic neuropathy)/i,
    example: ["quetiapine", "Psychological treatment"],
  },
  {
    classes: /anticonvulsant/,
    topics:
      /^(?:anti-epilepsy|gabapentin|pregabalin|lyrica|topiramate|lamotrigine|zonisamide|diabetic neuropathy)/i,
    example: ["gabapentin topical", "Anti-epilepsy drugs (AEDs)"],
  },
  {
    classes: /muscle relaxant|antispasticity|benzodiazepine/,
    topics: /^(?:muscle relaxants|antispas|benzodiazepines?)/i,
    example: ["temazepam", "Muscle relaxants (for pain)"],
  },
  {
    classes: /hypnotic/,
    topics: /^benzodiazepines?/i,
    example: ["zolpidem", "Benzodiazepines"],
  },
  {
    classes: /hypnotic|antidepressant|SSRI|SNRI/,
    topics: /^insomnia/i,
    example: ["eszopiclone", "Insomnia treatment"],
  },
  {
    classes: /H2 blocker|prostaglandin|mucosal|antacid/,
    topics: /^proton pump/i,
    example: ["famotidine", "Proton Pump Inhibitors (PPIs)"],
  },
  {
    classes: /topical|compounded|anesthetic/,
    topics: /^(?:topical|salicylate topicals|capsaicin|lidoderm)/i,
    example: ["ketamine topical", "Salicylate topicals"],
  },
  {
    classes: /medical food|supplement|vitamin|herbal/,
    topics: /^(?:herbal|glucosamine|boswellia|curcumin|cod liver|green tea)/i,
    example: ["theramine", "Herbal medicines"],
  },
  {
    classes: /intrathecal/,
    topics: /^(?:implantable|intrathecal)/i,
    example: ["intrathecal clonidine", "Implantable drug-delivery systems (IDDSs)"],
  },
];
