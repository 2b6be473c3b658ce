/**
 * How doses are written: sources of regular expressions over flat text, to be used with the `i` flag. Everything that reads
 * doses uses them, so a dose is the same thing everywhere.
 */

/** "7.5", ".5". */
const plainNumber = "\\d+(?:\\.\\d+)?|\\.\\d+";

/** The same, and "1,000". Always the whole number, so a search that finds no unit after it doesn't try its parts. */
const wholeNumber = "(?:\\d+(?:,\\d{3}){0,2}(?:\\.\\d+)?|\\.\\d+)(?![.,]?\\d)";

const unit =
  "(?:mg|mgs|mgm|milligrams?|mcg|mcgs|ug|\\u00b5g|\\u03bcg|micrograms?|grams?|gms?|g|ml|mls|milliliters?|cc|oz|ounces?|iu|i\\.u|international units|units?|meq|milliequivalents?|percent)(?!\\w)|%";
const innerUnit = "(?: ?(?:mg|mcg|%|gm?|ml|milligrams?)(?![a-z]))?";
const per =
  "(?: ?/ ?(?:\\d{1,4}(?:\\.\\d)? ?)?(?:mg|ml|cc|hr|hour|h|gm?|actuation)(?!\\w)| per (?:ml|hour|gram)(?!\\w))?";

/** "7.5 mg", "10/325mg", "4%-27.5%-0.0325%", "25mcg/hr". Groups: `values`, the numbers; `unit`, the last unit. */
export const strengthPattern = `(?<values>${wholeNumber}${innerUnit}(?: ?[/-] ?${wholeNumber}${innerUnit}){0,3}) ?-?(?<unit>${unit})${per}`;

/** "10/325": a strength without its unit. */
export const bareStrengthPattern = `(?:${plainNumber})/(?:${plainNumber})`;

/** "5-325", "10/325": the same right after the name of a drug, where it can't be a range. */
export const bareStrengthOfDrugPattern = "\\d{1,3}(?:\\.\\d{1,2})?[-/]\\d{3}(?![\\w/-]|\\.\\d)";

/** "#60", "# 60". */
export const numberSignPattern = "# ?(?<n>\\d{1,4})(?!\\d|\\.\\d| ?(?:mg|ml))";

/** "QTY: 60", "quantity of 60". */
export const quantityPattern = "(?:QTY|Quantity)\\.?(?: of)?:? ?#?(?<n>\\d{1,4})(?!\\w|\\.\\d)";

/** The units in which drugs are counted. */
export const pillPattern = "tablets?|tabs?|capsules?|caps?|pills?|caplets?|softgels?";
