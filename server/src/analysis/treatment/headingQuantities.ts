/** The quantities of the disputed treatment. Cached for each heading. */
import { flatten } from "../../base/flatText.ts";
import { memoizeWith } from "../../base/memoize.ts";
import type { Heading } from "../../letter/types.ts";
import { quantitiesOf } from "./quantities.ts";
import type { Quantity } from "./quantity.ts";

/** Of the disputed portion, in the order of the text. */
export const quantitiesInHeading = memoizeWith(
  ({ treatmentSpan }: Heading, text: string): readonly Quantity[] =>
    quantitiesOf(flatten(text, treatmentSpan)),
);
