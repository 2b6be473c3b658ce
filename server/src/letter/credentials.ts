/** Reads the reviewer's credentials from the how-section: a block with labels, or a sentence. */
import { flatten } from "../base/flatText.ts";
import type { Span } from "../base/span.ts";
import type { Credentials } from "./types.ts";

const block = /The (?:Expert|Physician) Reviewer has the following credentials ?:/i;
const licensure = /\bState\(?s?\)? of Licensure ?:/i;
const specialty = /\bCertification\(?s?\)? ?\/ ?Specialty ?:/i;
const sentence =
  /\bThe (?:expert|physician) reviewer is (?:(?:a )?(?:Doctor|Physician|Medical)|(?:Board[- ]?)?(?:Certified|licensed))[^.]{0,400}\./i;
const sentenceSpecialty = /\b(?:Board[- ]?)?Certified in ([^.]{1,200}?)(?=,? (?:has|and is|is|with) |\.)/i;
const sentenceLicensure = /\blicensed to practice in ([^.]{1,120})(?=\.)/i;

export function readCredentials(text: string, how: Span): Credentials | undefined {
  const flat = flatten(text, how);
  const opening = block.exec(flat.text);
  const states = licensure.exec(flat.text);
  const certified = specialty.exec(flat.text);
  const marks = [opening, states, certified].filter((m) => m !== null).sort((a, b) => a.index - b.index);
  const start = marks[0]?.index;
  if (start !== undefined) {
    const after = (m: RegExpExecArray | null): Span | undefined => {
      if (!m) return undefined;
      const from = skipSpace(flat.text, m.index + m[0].length);
      const to = trimEnd(flat.text, marks.find((other) => other.index > m.index)?.index ?? flat.text.length);
      return to > from ? flat.span(from, to) : undefined;
    };
    const end = flat.span(flat.text.length - 1, flat.text.length).end;
    return {
      span: { start: flat.span(start, start + 1).start, end },
      form: "block",
      licensure: after(states),
      specialty: after(certified),
    };
  }
  const found = sentence.exec(flat.text);
  if (!found) return undefined;
  const group = (m: RegExpExecArray | null): Span | undefined => {
    if (!m) return undefined;
    const at = found.index + m.index + m[0].indexOf(m[1] as string);
    return flat.span(at, at + (m[1] as string).length);
  };
  return {
    span: flat.span(found.index, found.index + found[0].length),
    form: "sentence",
    licensure: group(sentenceLicensure.exec(found[0])),
    specialty: group(sentenceSpecialty.exec(found[0])),
  };
}

function skipSpace(flat: string, at: number): number {
  return flat[at] === " " ? at + 1 : at;
}

function trimEnd(flat: string, at: number): number {
  return flat[at - 1] === " " ? at - 1 : at;
}
