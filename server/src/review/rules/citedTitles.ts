/** Recognizes sources outside the MTUS that name what they are, if not a publisher that letters often cite. */

/** Words of titles and of those who publish them. In lower case they may be a topic's. */
const titles =
  /\b(?:Parameters?|Guidelines?|Guidance|Journal|Textbook|Polic(?:y|ies)|Bulletin|Consensus|Statement|Position Paper|Manual|Reviews?|Handbook|Principles|Atlas|Compendium|Society|Academy|Association|College|Institutes?|Foundation|Department|Agency|Center|Hospital|University|Annals|Archives|Proceedings|Monograph|Encyclopedia|Dictionary|Reference|Recommendations|Protocols?|Standards?|Criteria|Formulary|Prescribing Information|Labeling|Package Insert|Press|Library|Regulations?|Labor Code|Edition|Advisory|Report|Practice|Pathways?|Algorithm|Lexicomp|RxList|Epocrates|Micromedex|WebMD|Mayo|Medicare|Medi-Cal|NIH|NICE|WHO|CDC|DEA|OSHA|eMedicine|Wheeless|StatPearls|Wikipedia|Merck|Tarascon|Goodman)\b/;

/** "Chou R, et al.", "Spine 2009;34:1066", "Am J Sports Med", an address on the web. */
const references =
  /\bet al\b|\b(?:19|20)\d\d ?; ?\d|\b\d{1,4} ?\(\d{1,3}\) ?: ?\d|\bJ [A-Z][a-z]+|\b(?:Vol|PMID|doi)\b|\b[A-Z][a-z]+ [A-Z]{1,2}[.,]|\b\d{1,2}(?:st|nd|rd|th) ed\b|\.(?:com|org|gov|edu|net)\b/;

/** Whether a citation's words (flat text) name a source: "Dental Practice Parameters, Occlusal Appliances". */
export const namesSource = (words: string): boolean => titles.test(words) || references.test(words);
