/** What words say about a treatment, one attribute at a time. */
import type { Span } from "../../base/span.ts";

/** What is requested of a treatment: how strong, how much, how often, how long. */
export type QuantityAttribute =
  | "strength"
  /** Pieces: tablets, patches, injections, items of equipment. */
  | "count"
  /** Boxes, bottles, and tubes, and the amount in one: "60gm tube". */
  | "package"
  /** How long a quantity lasts: "30 day supply". */
  | "supply"
  /** "every 4 hours", "BID", "2 times a week". */
  | "frequency"
  /** "for 6 weeks", of treatment or of rental. */
  | "duration"
  /** Sessions, visits, and treatments. */
  | "sessions"
  | "refills"
  /** Of home health care: hours a day, days a week. */
  | "hours"
  /** Purchase or rental. */
  | "tenure"
  | "dateOfService";

/** What is requested: which treatment, and where. */
export type TreatmentAttribute =
  | "drug"
  | "kind"
  | "region"
  | "side"
  | "level"
  | "digit"
  | "approach"
  | "contrast"
  | "specialty"
  | "equipment"
  | "route"
  | "form";

export type Attribute = QuantityAttribute | TreatmentAttribute;

/** The span is that of the attribute's own words, in the text of the letter. */
export interface AttributeMention extends Span {
  readonly attribute: Attribute;
  /** Equal for the same thing, however it is written. */
  readonly value: string;
  /** The words in one line, as messages name them. */
  readonly words: string;
}
