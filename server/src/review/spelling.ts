/** Misspelt drug names. */
import type { Drug, DrugMention, Knowledge } from "../knowledge/types.ts";
import { flatOf, oneLine } from "../letter/flat.ts";
import { distance } from "../letter/similar.ts";
import type { Letter } from "../letter/types.ts";
import { finding } from "./finding.ts";
import { replacement } from "./fix.ts";
import type { Finding } from "./types.ts";

export function misspeltDrugs(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return [...knownSlips(letter, knowledge), ...slipsInHeadings(letter, knowledge)];
}

const shortestName = 7;

/** Ordinary words that are one letter from a drug's name. */
const ordinary = new Set(
  "ability aspiring astral augmenting austral buffering creator enclose mitigate recast singular systolic".split(
    " ",
  ),
);

/** A word of a heading that is no drug, but for one letter: there, hardly anything but a drug looks like one. */
function slipsInHeadings(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return letter.issues.flatMap(({ heading }) => {
    const flat = flatOf(letter.text, heading.treatmentSpan);
    const known = knowledge.drugsIn(flat.text);
    return [...flat.text.matchAll(/[a-z]{6,}/gi)].flatMap((m) => {
      if (known.some((d) => d.start < m.index + m[0].length && m.index < d.end)) return [];
      const right = oneLetterOff(m[0].toLowerCase(), knowledge);
      if (!right) return [];
      const at = flat.span(m.index, m.index + m[0].length);
      const proper = inCaseOf(m[0], right);
      const fix = replacement(`Change “${m[0]}” to “${proper}”`, at, proper, "choice");
      return [finding(at, `“${m[0]}” is probably ${proper}.`, [], [fix])];
    });
  });
}

/** The name that the word is but for one letter: one lost, added, changed or swapped with its neighbour. */
function oneLetterOff(word: string, knowledge: Knowledge): string | undefined {
  if (ordinary.has(word)) return undefined;
  const index = namesByLetterLost(knowledge);
  for (const form of [word, ...lettersLost(word)]) {
    const name = index.get(form)?.find((one) => distance(one.toLowerCase(), word) === 1);
    if (name) return name;
  }
  return undefined;
}

/** The word without its first letter, without its second … */
function lettersLost(word: string): readonly string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

const indexes = new WeakMap<Knowledge, ReadonlyMap<string, readonly string[]>>();

/** Names long enough that one wrong letter makes no other word, under themselves and under what is left without a letter. */
function namesByLetterLost(knowledge: Knowledge): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(knowledge);
  if (known) return known;
  const index = new Map<string, string[]>();
  for (const name of knowledge.drugs.flatMap(namesOf)) {
    if (name.length < shortestName) continue;
    const lower = name.toLowerCase();
    for (const form of new Set([lower, ...lettersLost(lower)])) {
      const names = index.get(form);
      if (names) names.push(name);
      else index.set(form, [name]);
    }
  }
  indexes.set(knowledge, index);
  return index;
}

function inCaseOf(written: string, name: string): string {
  if (written === written.toUpperCase()) return name.toUpperCase();
  return /^[A-Z]/.test(written) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

function knownSlips(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  const told = [
    letter.summary?.narrative,
    ...letter.issues.flatMap((issue) => [issue.heading.request, ...issue.parts.map((part) => part.body)]),
  ];
  return told.flatMap((span) => {
    if (!span) return [];
    const flat = flatOf(letter.text, span);
    return knowledge.drugsIn(flat.text).flatMap((mention) => {
      const right = mention.form === "misspelling" ? properName(mention, flat.text) : undefined;
      if (!right) return [];
      const at = flat.span(mention.start, mention.end);
      const written = oneLine(letter.text, at);
      const message = `“${written}” is probably ${right}.`;
      return [finding(at, message, [], [replacement(`Change “${written}” to “${right}”`, at, right)])];
    });
  });
}

/**
 * The name meant, in the case of what is written; undefined where what is written is an abbreviation or a name of
 * another kind, and no slip of the pen.
 */
function properName({ drug, start, end }: DrugMention, flat: string): string | undefined {
  const written = flat.slice(start, end);
  const [nearest] = namesOf(drug)
    .map((name) => ({ name, edits: distance(name.toLowerCase(), written.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  if (!nearest || nearest.edits === 0 || nearest.edits > 3 || written.length < 5) return undefined;
  if (nearest.edits * 3 > nearest.name.length) return undefined;
  if (written === written.toUpperCase()) return nearest.name.toUpperCase();
  const capital = /^[A-Z]/.test(written) || drug.brands.includes(nearest.name);
  return capital ? nearest.name.charAt(0).toUpperCase() + nearest.name.slice(1) : nearest.name;
}

function namesOf({ generic, brands }: Drug): readonly string[] {
  return [generic.replace(/ \(.*\)$/, ""), ...brands];
}
