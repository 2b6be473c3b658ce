import { describe, expect, test } from "vitest";
import { issue, letter, reasons } from "../../fixture/letter.ts";
import { findingsIn } from "../findings.ts";

const found = (sentence: string) =>
  findingsIn(
    letter({
      issues: [
        issue({
          rationale: `Decision rationale: ${reasons} ${sentence} The request is not medically necessary.`,
        }),
      ],
    }),
  )
    .filter(({ rule }) => rule === "consistency/drug-class")
    .map(({ message }) => message);

describe("consistency/drug-class", () => {
  test("names both classes", () => {
    expect(found("Gabapentin is an NSAID that the employee takes.")).toEqual([
      "gabapentin isn't of the class “NSAID”, but of the class “anticonvulsant”.",
    ]);
  });

  test.each([
    "Norco is an NSAID.",
    "Naproxen is an opioid.",
    "Naproxen, an opioid, was started.",
    "Cyclobenzaprine is a benzodiazepine.",
    "Omeprazole is a muscle relaxant.",
    "Lyrica is an opioid analgesic.",
    "Tramadol is an anti-inflammatory drug.",
    "Acetaminophen is an NSAID.",
    "Soma is a proton pump inhibitor.",
    "Ambien is a muscle relaxant.",
    "Opioids such as naproxen have risks.",
    "NSAIDs such as Norco upset the stomach.",
    "Duloxetine is a benzodiazepine.",
    "Ibuprofen (a muscle relaxant) was tried.",
    "Xanax is an antidepressant.",
    "Sumatriptan is an opioid.",
    "Flexeril is an anticonvulsant.",
  ])("%s", (sentence) => {
    expect(found(sentence)).toHaveLength(1);
  });

  test.each([
    "Naproxen is an NSAID.",
    "Naproxen is a non-steroidal anti-inflammatory drug.",
    "Norco is a short-acting opioid.",
    "Gabapentin is an anti-epilepsy drug, not an opioid.",
    "Gabapentin is not an opioid.",
    "Omeprazole is a proton pump inhibitor.",
    "Soma is a muscle relaxant.",
    "Diazepam is a muscle relaxant.",
    "Celebrex is a COX-2 NSAID.",
    "Tramadol is a synthetic opioid.",
    "Butrans is an opioid.",
    "Amitriptyline is a tricyclic antidepressant.",
    "Cymbalta is an SNRI.",
    "Naproxen is an option.",
    "Naproxen is a drug that is given before opioids.",
    "Opioids such as Norco have risks.",
    "NSAIDs such as naproxen upset the stomach.",
    "Naloxone is an opioid antagonist.",
    "Movantik is an opioid antagonist.",
    "Suboxone is a partial opioid agonist.",
    "Klonopin is a benzodiazepine anticonvulsant.",
    "Vimovo is an NSAID with a PPI.",
    "Voltaren gel is a topical NSAID.",
    "Lidoderm is a topical anesthetic.",
    "Zanaflex is a muscle relaxant.",
    "Baclofen is an antispasmodic.",
  ])("accepted: %s", (sentence) => {
    expect(found(sentence)).toEqual([]);
  });
});
