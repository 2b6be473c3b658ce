/**
 * The largest strengths of one tablet or capsule, in milligrams, as the labels approved in the United States have them; of a
 * combination, that of its first component. A drug that isn't listed has the general bound.
 */
const largest: Readonly<Record<string, number>> = {
  alprazolam: 3,
  amitriptyline: 150,
  baclofen: 20,
  bupropion: 522,
  carisoprodol: 350,
  celecoxib: 400,
  clonazepam: 2,
  cyclobenzaprine: 30,
  diazepam: 10,
  diclofenac: 100,
  docusate: 250,
  duloxetine: 60,
  escitalopram: 20,
  esomeprazole: 50,
  eszopiclone: 3,
  etodolac: 600,
  famotidine: 40,
  fluoxetine: 90,
  gabapentin: 800,
  "hydrocodone/acetaminophen": 10,
  hydromorphone: 32,
  ibuprofen: 800,
  lansoprazole: 30,
  lorazepam: 3,
  meloxicam: 15,
  metaxalone: 800,
  methocarbamol: 750,
  mirtazapine: 45,
  nabumetone: 1000,
  naproxen: 750,
  nortriptyline: 75,
  omeprazole: 40,
  ondansetron: 24,
  orphenadrine: 100,
  oxycodone: 80,
  "oxycodone/acetaminophen": 10,
  pantoprazole: 40,
  pregabalin: 330,
  rabeprazole: 20,
  ranitidine: 300,
  sertraline: 200,
  sildenafil: 100,
  tapentadol: 250,
  temazepam: 30,
  tizanidine: 6,
  topiramate: 400,
  tramadol: 300,
  "tramadol/acetaminophen": 37.5,
  trazodone: 300,
  venlafaxine: 225,
  zolpidem: 12.5,
};

/** What one tablet or capsule of the drug can have, in milligrams. Undefined if it isn't known. */
export const largestStrengthOf = (generic: string): number | undefined => largest[generic];

/** In milligrams. No tablet or capsule of any drug is larger; some supplements are. */
export const largestStrengthOfAny = 2000;

/** Sold in larger amounts than drugs. */
export const supplements =
  /omega|fish oil|glucosamine|chondroitin|calcium|vitamin|collagen|amino acid|protein|fiber|psyllium|supplement|medical food/i;
