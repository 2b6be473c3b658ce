/**
 * How doses are written, as pieces of regular expressions over flat text, in any case. All that reads doses is made of
 * them, so that what is a dose in one place is one in every other.
 */

/** "7.5", ".5". */
const plainNumber = "\\d+(?:\\.\\d+)?|\\.\\d+";

/** The same, and "1,000": a whole number, so that a reader who finds no unit behind it need not try its parts. */
const numberForm = "(?:\\d+(?:,\\d{3}){0,2}(?:\\.\\d+)?|\\.\\d+)(?![.,]?\\d)";

const unitForm = "(?:mg|mcg|\\u00b5g|grams?|gm?|ml|cc|iu|units?|meq|percent)(?!\\w)|%";
const innerUnit = "(?: ?(?:mg|mcg|%|g|ml)(?![a-z]))?";
const per = "(?: ?/ ?(?:\\d{1,4} ?)?(?:mg|ml|hr|hour|h|g)(?!\\w))?";

/** "7.5 mg", "10/325mg", "4%-27.5%-0.0325%", "25mcg/hr". Groups: `values`, the numbers; `unit`, the last unit. */
export const strengthForm = `(?<values>${numberForm}${innerUnit}(?: ?[/-] ?${numberForm}${innerUnit}){0,3}) ?-?(?<unit>${unitForm})${per}`;

/** "10/325": a strength without its unit. */
export const bareStrengthForm = `(?:${plainNumber})/(?:${plainNumber})`;

/** "5-325", "10/325": the same where the name of a drug stands before it, and it can be no range. */
export const bareStrengthOfDrugForm = "\\d{1,3}(?:\\.\\d{1,2})?[-/]\\d{3}(?![\\w/-]|\\.\\d)";

/** "#60", "# 60". */
export const numberSignForm = "# ?(?<n>\\d{1,4})(?!\\d|\\.\\d| ?(?:mg|ml))";

/** "QTY: 60", "quantity of 60". */
export const quantityForm = "(?:QTY|Quantity)\\.?(?: of)?:? ?#?(?<n>\\d{1,4})(?!\\w|\\.\\d)";

/** What drugs are counted in. */
export const pillForm = "tablets?|tabs?|capsules?|caps?";
