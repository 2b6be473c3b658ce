import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../server/src/base/editDistance.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";

const { drugs, drugsIn, drugNamed } = createKnowledge();

/** "Norco=hydrocodone/acetaminophen" for each drug found, in one line. */
function found(text: string): string[] {
  return drugsIn(text).map(
    ({ start, end, drug }) => `${text.slice(start, end).replace(/\s+/g, " ")}=${drug.generic}`,
  );
}

/** The text with its drugs marked: "takes [Norco] daily". */
function marked(text: string): string {
  let result = text;
  for (const { start, end } of [...drugsIn(text)].reverse()) {
    result = `${result.slice(0, start)}[${result.slice(start, end)}]${result.slice(end)}`;
  }
  return result;
}

describe("drugs are found", () => {
  it.each([
    ["Norco 5/325mg #45", "Norco=hydrocodone/acetaminophen"],
    ["hydrocodone", "hydrocodone=hydrocodone"],
    ["Hydrocodone/APAP 10/325", "Hydrocodone/APAP=hydrocodone/acetaminophen"],
    ["Hydrocodone-Acetaminophen", "Hydrocodone-Acetaminophen=hydrocodone/acetaminophen"],
    ["MS-Contin", "MS-Contin=morphine sulfate er"],
    ["SOMA", "SOMA=carisoprodol"],
    ["FexMid", "FexMid=cyclobenzaprine"],
    ["cyclobenzeprine", "cyclobenzeprine=cyclobenzaprine"],
    ["Diclofenac/misoprostol 75-0.2mg", "Diclofenac/misoprostol=diclofenac/misoprostol"],
    ["Tylenol #3", "Tylenol #3=acetaminophen/codeine"],
    ["Tylenol No. 3", "Tylenol No. 3=acetaminophen/codeine"],
    ["Tylenol 3 times a day", "Tylenol=acetaminophen"],
    ["Trezix 320.5/30/16mg", "Trezix=acetaminophen/caffeine/dihydrocodeine"],
    ["Synapryn (10mg/1ml oral suspension)", "Synapryn=tramadol oral suspension"],
    ["Theramine #90", "Theramine=theramine"],
  ])("%s", (text, expected) => expect(found(text)).toEqual([expected]));

  it.each([
    ["Oxycodone 20mg ER #60", "Oxycodone=oxycodone er"],
    ["oxycodone 10 mg CR", "oxycodone=oxycodone er"],
    ["Fentanyl 25mcg/hr patch #10", "Fentanyl=fentanyl transdermal"],
    ["fentanyl 50 mcg per hour", "fentanyl=fentanyl transdermal"],
    ["Morphine Sulfate 30mg ER #60", "Morphine Sulfate=morphine sulfate er"],
    ["Morphine 15 mg extended release", "Morphine=morphine sulfate er"],
    ["Tramadol 150mg ER #30", "Tramadol=tramadol er"],
    ["Ultram 150 mg ER", "Ultram=tramadol er"],
    ["Diclofenac 1.3% patch #30", "Diclofenac=diclofenac epolamine"],
    ["Diclofenac 1% gel", "Diclofenac=diclofenac gel"],
    ["Lidocaine 5% patches", "Lidocaine=lidocaine patch"],
    ["Buprenorphine 10mcg/hr", "Buprenorphine=buprenorphine transdermal"],
    ["Tramadol 50mg tablets", "Tramadol=tramadol"],
    ["Oxycodone 10mg and an ER visit", "Oxycodone=oxycodone"],
    ["T#3 #60", "T#3=acetaminophen/codeine"],
    ["Tylenol with Codeine #3, #60", "Tylenol with Codeine #3=acetaminophen/codeine"],
    ["Depakene", "Depakene=valproic acid"],
    ["Depakote sprinkles", "Depakote sprinkles=divalproex"],
    ["Talwin", "Talwin=pentazocine"],
    ["Talwin NX", "Talwin NX=pentazocine/naloxone"],
    ["Robaxin-750", "Robaxin-750=methocarbamol"],
    ["Tramadol HCL 150mg ER #30", "Tramadol=tramadol er"],
    ["Oxycodone HCL 20mg tablets extended release", "Oxycodone HCL=oxycodone er"],
    ["oxycodone extended-release 20 mg", "oxycodone=oxycodone er"],
    ["Fentanyl 25mcg/hr transdermal patch", "Fentanyl=fentanyl transdermal"],
    ["Tylenol 3 #60", "Tylenol 3=acetaminophen/codeine"],
    ["Tylenol-4, 60 tablets", "Tylenol-4=acetaminophen/codeine"],
    ["Tylenol/codeine 300/30 mg", "Tylenol/codeine=acetaminophen/codeine"],
    ["Tylenol Codeine #4", "Tylenol Codeine=acetaminophen/codeine"],
    ["APAP with codeine", "APAP with codeine=acetaminophen/codeine"],
    ["Tylenol 3 tablets a day", "Tylenol=acetaminophen"],
    ["Topamax Sprinkles", "Topamax Sprinkles=topiramate"],
  ])("in its form or under a longer name: %s", (text, expected) => expect(found(text)).toEqual([expected]));

  it.each([
    "seen at Norco clinic",
    "of Norco, CA, on 3/4/2016",
    "the Norco Urgent Care Center",
    "at Soma Medical Center",
    "in Norco, Calif.",
    "the City of Norco",
    "He lives in Norco.",
    "was seen at Norco by the physician",
    "Norco High School",
    "the Norco Police Department",
    "100 Norco Drive",
    "a report of Dr. Norco",
    "Dr.\nSoma asks for it",
    "Ms. Lyrica",
    "John Norco, M.D.",
  ])("a place or a person is no drug: %s", (text) => expect(found(text)).toEqual([]));

  it.each([
    "treated with Norco",
    "an increase in Norco",
    "works in Norco 10/325mg",
    "Norco, do not drive",
    "Norco drive time",
    "Norco therapy",
    "The doctor gave Norco.",
    "seen at 9. Norco",
  ])("but a drug between such words is one: %s", (text) => expect(found(text)).toHaveLength(1));

  it("takes the longest name where names overlap", () => {
    expect(found("Anaprox DS, Anaprox and Soma Compound")).toEqual([
      "Anaprox DS=naproxen",
      "Anaprox=naproxen",
      "Soma Compound=carisoprodol/aspirin",
    ]);
  });

  it("reads a name across a line end, also in double-spaced text", () => {
    expect(found("takes Anaprox\nDS")).toEqual(["Anaprox DS=naproxen"]);
    expect(found("takes MS \r\n \r\nContin")).toEqual(["MS Contin=morphine sulfate er"]);
    expect(found("takes Anaprox\n\n\nDS")).toEqual(["Anaprox=naproxen"]);
  });

  it("separates the drugs of a list", () => {
    expect(found("- hydrocodone\n- acetaminophen")).toEqual([
      "hydrocodone=hydrocodone",
      "acetaminophen=acetaminophen",
    ]);
    expect(found("hydrocodone, acetaminophen")).toHaveLength(2);
  });

  it.each([
    ["Compound Cyclobenzaprine 5%, 240 grams", ["Cyclobenzaprine=cyclobenzaprine topical"]],
    [
      "Flurbiprofen 10%, Gabapentin\n6 percent/Baclofen 2.5%",
      ["Flurbiprofen=flurbiprofen topical", "Gabapentin=gabapentin topical", "Baclofen=baclofen topical"],
    ],
    ["Diclofenac 1% gel", ["Diclofenac=diclofenac gel"]],
    ["Lidocaine 5% ointment", ["Lidocaine=lidocaine"]],
    ["bupivacaine 0.25%", ["bupivacaine=bupivacaine"]],
    [
      "gabapentin 30% of the day, gabapentin 20% pain relief",
      ["gabapentin=gabapentin", "gabapentin=gabapentin"],
    ],
    ["gabapentin 600mg 5% cream", ["gabapentin=gabapentin"]],
  ])("reads a drug with a percentage as the topical one: %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("marks only the name of a topical drug", () => {
    expect(marked("a request for topical cyclobenzaprine")).toBe("a request for topical [cyclobenzaprine]");
    expect(marked("a request for cyclobenzaprine cream")).toBe("a request for [cyclobenzaprine] cream");
    expect(found("cyclobenzaprine cream")).toEqual(["cyclobenzaprine=cyclobenzaprine topical"]);
  });

  it("distinguishes generic names, brands, and misspellings", () => {
    expect(drugsIn("carisoprodol Soma carisoprodal APAP").map(({ form }) => form)).toEqual([
      "generic",
      "brand",
      "misspelling",
      "generic",
    ]);
  });
});

describe("other words aren't drugs", () => {
  it.each([
    "NSAIDs, opioids, muscle relaxants and antidepressants",
    "Fexmid7.5mg, xNorco, Somatic, Somas1",
    "iron, salt, alcohol, nicotine, oxygen, glucose, vitamin, lotion, PT",
    "She is well versed in home exercise. Versed in it, she went on.",
    "luminal narrowing; a prolate shape; a sonata",
    "an insulated wall; ASA class II; CBD stone; THC",
    "testosterone level of 300; creatine kinase",
    "the singular form; halcyon days; Bayer sent the file",
    "a Prolate window; INTERMEZZO; the Intermezzo hall",
    "hypertensia without treatment; Arthrotek anchors",
  ])("%s", (text) => expect(found(text)).toEqual([]));

  it.each([
    ["sedation with Versed", "sedation with [Versed]"],
    ["VERSED", "[VERSED]"],
    ["versed 2mg", "[versed] 2mg"],
    ["testosterone 200 mg", "[testosterone] 200 mg"],
    ["testosterone injections", "[testosterone] injections"],
    ["vitamin D 50,000 units", "[vitamin D] 50,000 units"],
    ["ASA 81mg daily", "[ASA] 81mg daily"],
    ["Alli #30", "[Alli] #30"],
    ["Prolate 10/300 mg", "[Prolate] 10/300 mg"],
    ["after it morphine helped", "after it [morphine] helped"],
    ["an IT morphine pump", "an [IT morphine] pump"],
  ])("unless they are written as one: %s", (text, expected) => expect(marked(text)).toBe(expected));
});

describe("a correct name isn't a misspelling", () => {
  it.each([
    ["Zohydro", "brand"],
    ["Talwin", "brand"],
    ["Adipex", "brand"],
    ["Docuprene", "brand"],
    ["Supartz FX", "brand"],
    ["Tylenol III", "brand"],
    ["omeprazole DR", "generic"],
    ["naproxen sod", "generic"],
    ["verapamil cream", "generic"],
    ["FCM cream", "generic"],
    ["Dysport", "brand"],
    ["Theramine", "generic"],
  ])("%s", (name, form) => expect(drugsIn(`${name} was refilled`).map((m) => m.form)).toEqual([form]));

  it("and misspellings are close to a correct name", () => {
    const far = drugs.flatMap(({ generic, brands, synonyms = [], misspellings }) => {
      // "fentynal" is a misspelling of "fentanyl transdermal" too.
      const right = [generic, ...brands, ...synonyms].flatMap((name) => [name, ...name.split(" ")]);
      return misspellings.filter((misspelling) =>
        right.every((name) => editDistance(name.toLowerCase(), misspelling.toLowerCase()) > 3),
      );
    });
    expect(far).toEqual([]);
  });
});

describe("a brand means its drug", () => {
  it.each([
    ["Dysport", "botulinum toxin"],
    ["Seglentis", "tramadol/celecoxib"],
    ["Consensi", "celecoxib/amlodipine"],
    ["Librax", "chlordiazepoxide/clidinium"],
    ["Hyzaar", "losartan/hydrochlorothiazide"],
    ["Janumet", "sitagliptin/metformin"],
    ["Zegerid", "omeprazole/bicarbonate"],
    ["Horizant", "gabapentin enacarbil"],
    ["Mylanta", "antacid combination"],
    ["Solu-Medrol", "methylprednisolone injection"],
    ["Senokot-S", "docusate/senna"],
    ["Terocin", "methyl salicylate/capsaicin/menthol/lidocaine"],
    ["Terocin patches", "lidocaine/menthol patch"],
    ["Excedrin Migraine", "acetaminophen/aspirin/caffeine"],
    ["Tylenol PM", "acetaminophen/diphenhydramine"],
  ])("%s → %s", (name, generic) =>
    expect(drugsIn(`${name} 20 mg`).map(({ drug }) => drug.generic)).toEqual([generic]),
  );
});

describe("a drug by its name", () => {
  it.each([
    ["NORCO", "hydrocodone/acetaminophen"],
    ["carisoprodal", "carisoprodol"],
    ["versed", "midazolam"],
    ["norcos", undefined],
    ["", undefined],
  ])("%s → %s", (name, generic) => expect(drugNamed(name)?.generic).toBe(generic));

  it("finds every name of every drug in a text", () => {
    const lost = drugs.flatMap((drug) =>
      [drug.generic, ...drug.brands, ...(drug.synonyms ?? []), ...drug.misspellings].filter(
        (name) => drugsIn(`takes ${name} 20 mg`)[0]?.drug !== drug,
      ),
    );
    // Parentheses and commas end a name.
    expect(lost).toEqual(["lidocaine patch, over the counter", "Flurbi (NAP) Cream-LA"]);
  });

  it("knows every name of every drug", () => {
    for (const drug of drugs) {
      for (const name of [drug.generic, ...drug.brands, ...(drug.synonyms ?? []), ...drug.misspellings]) {
        expect(drugNamed(name)).toBe(drug);
      }
    }
  });
});

it("finds drugs in any text, in order, not overlapping, as whole words", () => {
  const names = drugs.flatMap(({ generic, brands, misspellings }) => [generic, ...brands, ...misspellings]);
  const bit = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom(" ", "\n", "\n \n", "-", "/", "#", ", ", ".", "7.5mg", "é", "(", "topical "),
    fc.string({ unit: "grapheme", maxLength: 6 }),
  );
  const isWordChar = (char: string): boolean => /[a-z0-9é]/i.test(char);
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 30 }), (bits) => {
      const text = bits.join("");
      let last = 0;
      for (const { start, end } of drugsIn(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(isWordChar(text.charAt(start - 1))).toBe(false);
        expect(isWordChar(text.charAt(end))).toBe(false);
        last = end;
      }
    }),
    { seed: 20160728, numRuns: 500 },
  );
});
