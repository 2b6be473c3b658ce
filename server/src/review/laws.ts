/** The provisions that the rules are based on. The rules' pages in `docs/rules` paraphrase them. */
export const laws = {
  /** What a determination contains: first, whether the treatment is medically necessary. */
  contents: "8 CCR 9792.10.6(d)",
  /** The reviewer's qualifications. */
  qualifications: "Labor Code 4610.6(f)",
  /** What each analysis states. */
  analysis: "Labor Code 4610.6(e)",
  /** A plainly erroneous finding of fact, which is a ground for appeal. */
  factualError: "Labor Code 4610.6(h)",
  /** How evidence is cited. */
  citation: "8 CCR 9792.21.1(d)",
  /** Treatment that the MTUS doesn't address, or whose presumption is challenged. */
  outsideMtus: "8 CCR 9792.21(c)-(d)",
  /** The reasons, and the evidence that they are based on. */
  criterion: "8 CCR 9792.10.6(d), 9792.21.1(d)",
  /** The findings on this employee. */
  employee: "Labor Code 4610.6(e), 8 CCR 9792.10.6(d)",
} as const;
