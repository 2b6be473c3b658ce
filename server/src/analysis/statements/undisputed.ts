/** Tells of earlier reviews that nobody disputes. */

const earlier = /\b(?:had|earlier|previously)\b/;
const leftAsItWas =
  /\b(?:not|never) (?:been )?(?:pursued|appealed|contested|disputed)|\bno (?:appeal|dispute|review) (?:followed|was)|\bwithout (?:an? )?appeal|\b(?:went|was left) un(?:appealed|contested|disputed)/;

/** "An MRI had been denied in 2015, and was not appealed": no decision of this review. The sentence is in lower case. */
export const isUndisputed = (sentence: string): boolean =>
  leftAsItWas.test(sentence) && earlier.test(sentence);
