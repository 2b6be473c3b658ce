/** Reads the sources that a guideline part names. */

import type { FlatText } from "../base/flatText.ts";
import type { Span } from "../base/span.ts";
import { citationTokens, type Token } from "./citationTokens.ts";
import type { Citation, GuidelinePart, Located, PageRange, Part } from "./types.ts";

const citesNothing = /\bdid not cite any medical evidence for (?:its|their|his|her|his\/her) decision\b\.?/i;
const outsideMtus =
  /\bbased (?:their|its|his|her|his\/her) decision on recommendation\(?s?\)? outside of the MTUS Guidelines\b\.?/i;

/** Reads a claims administrator's or reviewer's guideline part. `flat` is the flat view of its body. */
export function readGuidelinePart(
  part: Part & { readonly kind: "claims" | "reviewer" },
  flat: FlatText,
): GuidelinePart {
  const find = (pattern: RegExp) => {
    const m = pattern.exec(flat.text);
    return m ? flat.span(m.index, m.index + m[0].length) : undefined;
  };
  const { kind, label, body, span } = part;
  return {
    kind,
    label,
    body,
    span,
    citations: readCitations(flat),
    citesNothing: find(citesNothing),
    outsideMtus: find(outsideMtus),
  };
}

/** The sources that the flat text of a guideline part names. */
export const readCitations = (flat: FlatText): readonly Citation[] => new CitationParser(flat).part();

type TokenOf<K extends Token["kind"]> = Extract<Token, { kind: K }>;

/** A recursive-descent parser with a method for each rule of the grammar. */
class CitationParser {
  readonly #flat: FlatText;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(flat: FlatText) {
    this.#flat = flat;
    this.#tokens = citationTokens(flat.text);
  }

  /** `part = { source }` */
  part(): readonly Citation[] {
    const citations: Citation[] = [];
    for (let lead = this.#accept("lead"); lead; lead = this.#accept("lead"))
      citations.push(...this.#source(lead));
    return citations;
  }

  /** `source = lead citation { citation }`, where each further citation begins with its name. */
  #source({ source, start }: TokenOf<"lead">): readonly Citation[] {
    const citations = [this.#citation(source, start)];
    for (let name = this.#peek("name"); name; name = this.#peek("name"))
      citations.push(this.#citation(source, name.start));
    return citations;
  }

  /** `citation = [ name ] [ year ] { topic } { pages } end` */
  #citation(kind: Citation["kind"], start: number): Citation {
    const name = this.#accept("name");
    const year = this.#accept("year");
    const topics: Located<string>[] = [];
    for (let topic = this.#accept("topic"); topic; topic = this.#accept("topic"))
      topics.push(this.#stated(topic));
    const pages: PageRange[] = [];
    for (let range = this.#accept("pages"); range; range = this.#accept("pages"))
      pages.push({ span: this.#span(range), first: range.first, last: range.last, of: range.of });
    const end = this.#accept("end")?.end ?? start;
    return {
      kind,
      span: this.#span({ start, end }),
      guideline: name && this.#stated(name),
      year: year && this.#stated(year),
      topics,
      pages,
    };
  }

  #stated<T>(token: Span & { readonly value: T }): Located<T> {
    return { span: this.#span(token), value: token.value };
  }

  #span({ start, end }: Span): Span {
    return this.#flat.span(start, end);
  }

  /** The next token if it is of that kind. */
  #peek<K extends Token["kind"]>(kind: K): TokenOf<K> | undefined {
    const token = this.#tokens[this.#next];
    return token?.kind === kind ? (token as TokenOf<K>) : undefined;
  }

  #accept<K extends Token["kind"]>(kind: K): TokenOf<K> | undefined {
    const token = this.#peek(kind);
    if (token) this.#next++;
    return token;
  }
}
