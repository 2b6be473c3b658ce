/** What is known of the cursor's place when suggestions are asked for: each thing found out once, when first read. */

import { lazy } from "../../../base/memoize.ts";
import type { Knowledge } from "../../../knowledge/types.ts";
import type { Letter } from "../../../letter/types.ts";
import { type Begun, begunCitation, type Citing, citingAt } from "./citing.ts";
import { headingAtCursor, newHeading, type WrittenHeading } from "./headings.ts";
import { type Place, placeAt, type RequestedTreatment } from "./place.ts";
import { type Subject, subjectOf } from "./subject.ts";
import type { Suggestion } from "./suggestion.ts";

/** Suggests for places of one kind, and nothing elsewhere. It only reads the context. */
export type CompletionProvider = (context: CompletionContext) => readonly Suggestion[];

export class CompletionContext implements Place {
  readonly letter: Place["letter"];
  readonly knowledge: Place["knowledge"];
  readonly offset: Place["offset"];
  readonly asked: Place["asked"];
  readonly line: Place["line"];
  readonly section: Place["section"];
  readonly issue: Place["issue"];
  readonly part: Place["part"];

  readonly #heading = lazy(() => headingAtCursor(this));
  readonly #headingAbove = lazy(() => newHeading(this, this.endOfWordsAbove));
  readonly #citing = lazy(() => citingAt(this));
  readonly #begun = lazy(() => begunCitation(this, this.citing));
  readonly #subject = lazy(() => subjectOf(this));

  private constructor(place: Place) {
    this.letter = place.letter;
    this.knowledge = place.knowledge;
    this.offset = place.offset;
    this.asked = place.asked;
    this.line = place.line;
    this.section = place.section;
    this.issue = place.issue;
    this.part = place.part;
  }

  /** Undefined where nothing is suggested: in the middle of a word. */
  static at(
    whole: Letter,
    knowledge: Knowledge,
    offset: number,
    asked: RequestedTreatment,
  ): CompletionContext | undefined {
    const place = placeAt(whole, knowledge, offset, asked);
    return place && new CompletionContext(place);
  }

  /** The words of the cursor's line before it. */
  get lineBefore(): string {
    return this.letter.text.slice(this.line, this.offset);
  }

  /** True where nothing but white space follows the cursor in its line. */
  get endsLine(): boolean {
    return /^[^\S\r\n\f]*(?:[\r\n\f]|$)/.test(this.letter.text.slice(this.offset, this.offset + 200));
  }

  /** Where the first word of the cursor's line starts; at the cursor where none stands before it. */
  get firstWord(): number {
    let at = this.line;
    while (at < this.offset && /\s/.test(this.letter.text.charAt(at))) at++;
    return at;
  }

  /** Where the words above the cursor's line end. */
  get endOfWordsAbove(): number {
    const { text, span } = this.letter;
    let at = this.line;
    while (at > span.start && /\s/.test(text.charAt(at - 1))) at--;
    return at;
  }

  /** The heading at the cursor, one that is just being written too. */
  get heading(): WrittenHeading | undefined {
    return this.#heading();
  }

  /** The heading without labels, just written, that ends above the cursor's line. */
  get headingAbove(): WrittenHeading | undefined {
    return this.#headingAbove();
  }

  /** The guideline part at the cursor, as if the letter ended there. */
  get citing(): Citing | undefined {
    return this.#citing();
  }

  /** The citation at the cursor, where it names a guideline that is known. */
  get begun(): Begun | undefined {
    return this.#begun();
  }

  /** What is in dispute. */
  get subject(): Subject {
    return this.#subject();
  }
}
