import type { Span } from "../letter/types.ts";

const number = String.raw`\d{1,5}(?:[.,]\d{1,4})?`;
const unit = "(?:mcg|mg|ml|gm|grams?|g|cc|iu|units?|percent)(?![a-z])|%";
const per = String.raw`(?:\s?\/\s?\d{0,4}\s?(?:mg|ml|hr|hour|h|g)(?![a-z]))?`;

/** "7.5 mg", "10/325mg", "7.5-325 mg", "5%", "25mg/ml"; or "10/325", which after a drug's name can mean nothing else. */
const strength = new RegExp(
  String.raw`[\s,(]{0,8}(${number}(?:\s?[-/]\s?${number}){0,3}\s{0,4}(?:${unit})${per}|\d{1,3}(?:\.\d{1,2})?[-/]\d{3}(?![\d/.-]))`,
  "iy",
);

/** "#60", "# 60", "QTY: 60". */
const count = /[\s,;()]{0,8}((?:#|qty:?|quantity:?)\s{0,4}\d{1,4})(?!\d|\.\d)/iy;

/** The strength and count that follow a drug's name directly: at most one of each. */
export function dosesAfter(text: string, offset: number): readonly Span[] {
  const doses: Span[] = [];
  let at = offset;
  for (const pattern of [strength, count]) {
    pattern.lastIndex = at;
    const words = pattern.exec(text)?.[1];
    if (words === undefined) continue;
    doses.push({ start: pattern.lastIndex - words.length, end: pattern.lastIndex });
    at = pattern.lastIndex;
  }
  return doses;
}
