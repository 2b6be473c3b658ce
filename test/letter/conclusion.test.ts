import { describe, expect, it } from "vitest";
import { readConclusion } from "../../server/src/letter/conclusion.ts";

const table = (text: string): readonly string[] => text.trim().split(/\n\s*/);

const notNecessary = table(`
  As such, the request is not medically necessary.
  The request for Norco 10/325mg #60 was not medically necessary.
  Given the above, the request is not medically necessary and appropriate.
  The request is not medically necessary or appropriate.
  Based on the above, the request for an MRI is determined to not be medically necessary.
  The request is determined to be not medically necessary.
  Cyclobenzaprine is not considered medically necessary for this patient.
  The requested treatment is considered not medically necessary.
  Therefore, the item is deemed not medically necessary.
  The requested surgery is not seen as medically necessary at this time.
  The request does not appear medically necessary.
  The request does not appear to be medically necessary.
  The treatment cannot be considered medically necessary.
  The treatment cannot be deemed medically necessary based on the records.
  The request for a cane is not-medically necessary.
  The request for a cane is notmedically necessary.
  The request for a cane isnot medically necessary.
  The request for a cane is not medicallynecessary.
  The request for a cane is not medically neccessary.
  The request for a walker is not medi-cally neces-sary.
  The request for a walker is not consid-ered medical-ly nec-essary.
  The medical neces-sity of this request is not estab-lished.
  The request for a walker is med-ically unneces-sary.
  The request for a walker is not a medical necessity.
  The request for an IF unit rental for one month is not medically necessary.
  Norco is not indicated as medically necessary.
  The request is not supported by the guidelines as being medically necessary.
  This request is not supported as being medically necessary.
  The requested item is not necessary.
  Therefore, the request is not medically appropriate.
  The medical necessity of this request is not established.
  Medical necessity has therefore not been established.
  Medical necessity for this item, therefore, is not established.
  Medical necessity cannot be affirmed.
  In the absence of such documentation, the request is not medically necessary.
  No, the request for a lumbar brace was not medically necessary, medically appropriate, or indicated here.
  Therefore, the "Decision for Topical cyclobenzaprine" is not medically necessary.
  As the requested surgical intervention is not medically necessary per the documentation, the requested ancillary service is not medically necessary.
  The original decision is upheld: the request is not medically necessary.
  The request is not medically necessary, although tapering is advised.
  The request is not medically necessary unless further records are provided.
  The request is neither medically necessary nor appropriate.
  None of the requested items are medically necessary.
  There is a lack of medical necessity for the requested item.
  The request is medically unnecessary.
  The documentation does not support the medical necessity of the request.
  The documentation fails to establish medical necessity.
  The requested item does not satisfy the criteria for medical necessity.
  There is insufficient information to find the request medically necessary.
  There is no indication that the request is medically necessary.
  The provider has not shown why the request is medically necessary.
  It is not medically necessary to continue this medication.
  I am unable to find that the request is medically necessary.
  The request isn't medically necessary.
  Therefore, the request is not supported.
  Therefore Prilosec is not medically necessary
`);

const necessary = table(`
  The request is medically necessary.
  The request was medically necessary.
  The request is medi-cally neces-sary.
  Therefore, the request was medically necessary and appropriate.
  I am reversing the prior review decision and deem the request for an MRI to be medically necessary.
  Therefore, the request for twelve sessions is considered medically necessary.
  The requested MRI is found to be medically necessary.
  The request appears medically necessary.
  The request remains medically necessary.
  I find the request medically necessary.
  Medical necessity has been established.
  The records establish medical necessity for the request.
  Therefore, the request is a medical necessity.
  Yes, the request for an MRI was medically necessary, medically appropriate, and indicated here.
  The request is not excessive and is medically necessary.
  The patient has not had an MRI; therefore, the request is medically necessary.
  As there are no contraindications, the request is medically necessary.
  Therefore, the request for MRI of the knee without contrast is medically necessary.
  The request for the non-opioid drug is medically necessary.
  Despite the lack of relief, the request for surgery is medically necessary.
  There is no doubt that the request is medically necessary.
  The treatment is medically necessary to prevent further injury.
  The claims administrator found the request not medically necessary; however, the request is medically necessary.
  The guidelines recommend it for radiculopathy and the request is medically necessary.
  As the requested surgical intervention is medically necessary, the requested ancillary service is medically necessary.
  The request for a follow-up visit is necessary.
  Therefore, the request is supported.
`);

const nothing = table(`
  Guidelines state that surgery is medically necessary when conservative care has failed.
  MTUS states that an MRI is medically necessary if red flags are present.
  ODG notes that routine use is not medically necessary.
  The guidelines consider MRI medically necessary for red flags.
  Recommended as determined to be medically necessary.
  The physician must determine whether it is medically necessary.
  Further records are needed to determine whether it is medically necessary.
  Whether or not the request is medically necessary depends on the examination.
  It may be continued if medically necessary.
  It may be continued if medi-cally neces-sary.
  If the surgery is medically necessary, assistance is required.
  Prescribing is permitted as long as it is medically necessary.
  Treatment must be medically necessary.
  Surgery may be medically necessary in some patients.
  Employers must provide medically necessary medical treatment.
  The MTUS covers medically necessary treatment.
  This medical necessity decision should not be interpreted as an order to stop abruptly.
  The medical necessity determination does not mean that the drug should be stopped.
  Utilization review found that the request was not medically necessary.
  The claims administrator denied the request as not medically necessary.
  The treating physician noted that the medication is medically necessary to control pain.
  Functional improvement is required in order to establish medical necessity.
  Continued use requires documentation of medical necessity.
  It is necessary to document functional improvement.
  The necessary documentation was not provided.
  Ongoing review is necessary.
  Follow up as necessary.
  Opioids should be tapered slowly.
  Weaning should occur under direct medical supervision.
  According to the MTUS, opioids are not recommended as first-line therapy.
`);

describe("a sentence that concludes", () => {
  it.each(notNecessary)("not necessary: %s", (sentence) => {
    expect(readConclusion(sentence)?.necessary).toBe(false);
  });
  it.each(necessary)("necessary: %s", (sentence) => {
    expect(readConclusion(sentence)?.necessary).toBe(true);
  });
  it.each(nothing)("nothing: %s", (sentence) => {
    expect(readConclusion(sentence)).toBeUndefined();
  });
  it("reads capitals", () => {
    expect(readConclusion("THEREFORE, THE REQUEST IS NOT MEDICALLY NECESSARY.")?.necessary).toBe(false);
  });
});
