/** What the columns of a drug list can be. */

/** In the order in which they're listed. */
export const drugListFields = [
  "ingredient",
  "brand",
  "status",
  "specialFill",
  "perioperativeFill",
  "form",
  "strength",
] as const;
export type DrugListField = (typeof drugListFields)[number];

/** The 0-based column of each field; undefined or missing for none. */
export type DrugListColumns = Readonly<Partial<Record<DrugListField, number>>>;
