/** Conclusions in many words, in both directions, and sentences that conclude nothing on this request. */
import { describe, expect, test } from "vitest";
import { readConclusion } from "../../server/src/letter/conclusion.ts";
import { synonymIndex, synonyms } from "../../server/src/letter/conclusionSynonyms.ts";

const table = (text: string): readonly string[] => text.trim().split(/\n\s*/);

const notNecessary = table(`
  The request is non-certified.
  The request for Norco 10/325mg #60 is denied.
  The denial of Norco 10/325mg #60 is upheld.
  The non-certification is upheld.
  Non-certification is upheld.
  The request for a cane is not certified.
  The MRI cannot be authorized.
  I recommend non-certification.
  The adverse determination is upheld.
  The utilization review decision is upheld.
  The prior determination is affirmed.
  I am upholding the utilization review.
  I concur with the denial.
  I agree with the claims administrator's decision.
  Authorization for the MRI is not recommended.
  Authorization is denied.
  The denial was appropriate.
  I see no reason to overturn the denial.
  The denial should not be overturned.
  Medical necessity for Norco 10/325mg #60: not established.
  Medical necessity: not established.
  Medical necessity: No.
  Medically necessary: No.
  Medically necessary: no, for the reasons above.
  Conclusion: not medically necessary.
  Not medically necessary.
  Medical necessity remains unestablished.
  The medical necessity of the pump is unproven.
  The medical necessity of Soma remains in question.
  Medical necessity for the brace is lacking.
  Medical necessity of acupuncture is not shown.
  Medical necessity for the MRI without contrast has not been established.
  Medical necessity has yet to be demonstrated.
  Medical necessity has not yet been adequately documented.
  The medical necessity of a third injection could not be verified.
  The MRI does not rise to the level of medical necessity.
  The pump falls short of medical necessity.
  The request does not meet the standard of medical necessity.
  The request fails to meet medical necessity.
  The brace does not meet medical necessity.
  The MRI is not medically required.
  The pump is not medically needed.
  The topical cream is not medically indicated.
  The MRI is not medically warranted.
  The surgery is not medically justified.
  A home exercise kit is not medically appropriate.
  The MRI is not a medical necessity.
  There is no medical necessity for a hospital bed.
  There is no clear medical necessity for the study.
  I find no medical necessity for the compound cream.
  I see no medical need for the walker.
  The request lacks medical necessity.
  The unit is without medical necessity.
  The MRI should not be considered medically necessary.
  The MRI must be deemed not medically necessary.
  The requested MRI would not be medically necessary.
  The lumbar fusion would not be considered medically necessary.
  Soma is no longer medically necessary.
  The pump is hardly medically necessary.
  The cream is far from medically necessary.
  The injection is in no way medically necessary.
  I do not find the MRI to be medically necessary.
  I cannot find that the request is medically necessary.
  It has not been shown that the request is medically necessary.
  The records do not show that the MRI is medically necessary.
  I am not convinced that the sleep study is medically necessary.
  Nothing in the record shows that the MRI is medically necessary.
  It cannot be said that Lyrica is medically necessary.
  The request is deemed medically unnecessary.
  Neither the brace nor the pump is medically necessary.
  Although the surgery is medically necessary, the cold therapy unit is not.
  While the injection is medically necessary, the sedation for it is not medically necessary.
  MRI without contrast is not medically necessary.
  An MRI without delay is not medically necessary.
  The request for an additional six visits is not medically necessary.
  The request for a repeat MRI is not medically necessary.
  Further physical therapy is not medically necessary.
  The pump is not only costly but also not medically necessary.
  Without question, the cream is not medically necessary.
  There is no doubt that the hospital bed is not medically necessary.
  The medical-necessity of the request is not established.
`);

const necessary = table(`
  The request is certified.
  The request for Norco is approved.
  The request for six visits is hereby authorized.
  I recommend authorization of the request.
  Authorization of the MRI is recommended.
  The denial is overturned.
  The denial of the MRI is reversed.
  The utilization review decision is overturned.
  The UR decision is reversed.
  I recommend that the denial be overturned.
  I disagree with the UR.
  I do not agree with the denial.
  I cannot concur with the non-certification.
  I am overturning the utilization review.
  The denial cannot be upheld.
  The denial is not upheld.
  The denial was in error.
  The MRI should be considered medically necessary.
  The MRI should be deemed medically necessary.
  Norco must be regarded as medically necessary.
  There is a clear medical necessity for the MRI.
  There is medical necessity for six more visits.
  Medical necessity for the MRI without contrast has been established.
  Medical necessity of an MRI without contrast has been shown.
  Medical necessity is established.
  Medical necessity for the injection is clear.
  Medical necessity for the brace has been demonstrated.
  Medical necessity exists for the brace.
  Medical necessity is not in doubt.
  Medical necessity: established.
  Medical necessity for the MRI: established.
  Medically necessary: Yes.
  Conclusion: medically necessary.
  The MRI without contrast meets medical necessity.
  The request meets the standard of medical necessity.
  The request satisfies the criteria for medical necessity.
  The injection rises to the level of medical necessity.
  The records support the medical necessity of the request.
  The MRI would be medically necessary.
  The requested MRI would be considered medically necessary.
  The requested injection would appear to be medically necessary.
  The MRI is medically required.
  The pump is medically needed.
  The study is medically indicated.
  The surgery is medically warranted.
  The brace is medically appropriate.
  The MRI is of medical necessity.
  The MRI constitutes a medical necessity.
  MRI without delay is medically necessary.
  Surgery without further delay is medically necessary.
  Injection without sedation is medically necessary.
  The MRI is without question medically necessary.
  Norco 10/325mg #60 is, without question, medically necessary.
  The MRI is, beyond doubt, medically necessary.
  The MRI is without a doubt medically necessary.
  It is not disputed that Norco 10/325mg #60 is medically necessary.
  There is no dispute that the MRI is medically necessary.
  There is no question that the brace is medically necessary.
  It cannot be denied that the MRI is medically necessary.
  No one disputes that the surgery is medically necessary.
  I do not hesitate to find the MRI medically necessary.
  The MRI is not only recommended but medically necessary.
  Norco is not merely helpful but medically necessary.
  The surgery is not just reasonable, it is medically necessary.
  I find the MRI to be medically necessary.
  I believe the MRI is medically necessary.
  This reviewer finds that the MRI is medically necessary.
  Although no red flags are present, the MRI is medically necessary.
  Despite no relief from naproxen, Norco is medically necessary.
  With no improvement after therapy, the MRI is medically necessary.
  Given the absence of relief, the injection is medically necessary.
  The surgeon states that an MRI is needed, and the request is medically necessary.
  The utilization review was not persuasive, and the MRI is medically necessary.
  Although utilization review denied it, the MRI is medically necessary.
  As the surgery is medically necessary, so is the sling.
  As the surgery is medically necessary, the sling is medically necessary.
  The previously denied MRI is medically necessary.
  The non-steroidal drug is medically necessary.
  The brace is both reasonable and medically necessary.
  The non-emergent MRI is medically necessary.
`);

const nothing = table(`
  A prior request for therapy was medically necessary and was certified.
  An earlier request for acupuncture was not medically necessary.
  Previous requests for Norco were medically necessary.
  The prior MRI was medically necessary.
  The previous injection was medically necessary and was done.
  The lumbar MRI, decided in another case, was found medically necessary.
  In another claim the MRI was found not medically necessary.
  In a prior IMR determination Soma was not medically necessary.
  For another employee the MRI was found medically necessary.
  Further films would be medically necessary if weakness appears.
  A second injection would be medically necessary if relief lasts six weeks.
  If weakness appears, an MRI would be medically necessary.
  An MRI would be medically necessary once therapy has failed.
  Should weakness appear, an MRI would be medically necessary.
  Additional films would not be medically necessary without new findings.
  A repeat study would not be necessary unless symptoms change.
  Surgery would be medically necessary only after conservative care.
  Were weakness to appear, an MRI would be medically necessary.
  The surgeon states that the MRI is medically necessary.
  The surgeon argues that the MRI is medically necessary.
  The treating physician wrote that surgery was medically necessary.
  Per the treating physician, the MRI is medically necessary.
  According to the provider, the brace is medically necessary.
  In the surgeon's opinion, the MRI is medically necessary.
  The employee believes the MRI is medically necessary.
  The attorney contends that the denial be overturned.
  The provider asks that the denial be overturned.
  The appeal asserts that the pump is medically necessary.
  Dr. Lee opined that the MRI is medically necessary.
  The MRI was denied as not medically necessary.
  The MRI was non-certified because it was not medically necessary.
  The utilization review found the MRI not medically necessary.
  The utilization review denied the request on 4/11/2016.
  The request was denied on 4/11/2016.
  Six visits were certified on 2/3/2016.
  The claims administrator certified two of the six visits.
  The denial was upheld on internal appeal.
  The denial was overturned in another case.
  The earlier denial was overturned last year.
  The provider appealed the denial.
  The provider disagrees with the denial.
  The employee denied numbness.
  The surgeon is board certified.
  Lidocaine patches are approved by the FDA for neuralgia.
  The treatment is approved by the FDA for neuralgia.
  While I agree with the UR that no red flags are present, the exam has changed.
  I agree with the UR that no red flags are present.
  If the denial is upheld, the drug should be tapered.
  The question is whether the denial is justified.
  Whether the MRI is medically necessary is the question.
  Is the MRI medically necessary?
  Treatment should be medically necessary.
  Care must be medically necessary to be covered.
  To be covered, treatment must be medically necessary.
  Medically necessary treatment is defined in the Labor Code.
  Medically necessary means treatment that is reasonably required.
  The Labor Code defines what is medically necessary.
  Surgery may be medically necessary for some tears.
  An MRI might be medically necessary later.
  An MRI could be medically necessary after therapy.
  MTUS states that imaging is not medically necessary in the first month.
  ODG notes that a brace is medically necessary after fusion.
  The guidelines consider therapy medically necessary for six weeks.
  Guidelines require documentation of medical necessity.
  The provider must document medical necessity.
  Medical necessity should be documented at each visit.
  Medical necessity must be established before surgery.
  This medical necessity determination isn't an order to stop the drug.
  The issue is the medical necessity of the MRI.
  This decision addresses the medical necessity of opioids.
  MTUS relies upon its shoulder chapter to determine the medical necessity of an MRI.
  The records were reviewed for medical necessity.
  There is nothing specific regarding the medical necessity for a hospital bed.
  It is necessary to taper slowly.
  It may be necessary to repeat the films.
  Additional films may be necessary.
  Follow up as medically necessary.
  No change of dose was necessary.
  The necessary forms were not submitted.
  Weaning is recommended.
  The concurrent request for therapy was authorized.
  A separate request for a brace is medically necessary.
  The treating physician requested authorization of the MRI.
`);

describe("a sentence that concludes in other words", () => {
  test.each(notNecessary)("not necessary: %s", (sentence) => {
    expect(readConclusion(sentence)?.necessary).toBe(false);
  });
  test.each(necessary)("necessary: %s", (sentence) => {
    expect(readConclusion(sentence)?.necessary).toBe(true);
  });
  test.each(nothing)("nothing: %s", (sentence) => {
    expect(readConclusion(sentence)).toBeUndefined();
  });

  test("a sentence about a later study counts only if no other concludes", () => {
    for (const sentence of [
      "A repeat study would not be medically necessary.",
      "A second injection is not medically necessary.",
      "Another MRI is not medically necessary.",
      "Routine films are not medically necessary.",
    ]) {
      expect(readConclusion(sentence)?.firm).toBe(false);
    }
    expect(readConclusion("The request for a repeat MRI is not medically necessary.")?.firm).toBe(true);
  });
});

test("no synonym stands twice", () => {
  const phrases = synonyms.map(({ phrase }) => phrase);
  expect(phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i)).toEqual([]);
});

test.each(synonyms)("$phrase: $example", (synonym) => {
  const others = synonymIndex(synonyms.filter((other) => other !== synonym));
  expect(readConclusion(synonym.example)).toBeDefined();
  expect(readConclusion(synonym.example, others)).not.toEqual(readConclusion(synonym.example));
});
