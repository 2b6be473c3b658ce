/** What is known about the cursor's position when suggestions are requested. Each property is computed once, when first read. */

import { lazy } from "../../../base/memoize.ts";
import type { Knowledge } from "../../../knowledge/types.ts";
import { decisionDay } from "../../../letter/isoDate.ts";
import type { Letter } from "../../../letter/types.ts";
import { type Begun, begunCitation, type Citing, citingAt } from "./citing.ts";
import { headingAtCursor, newHeading, type WrittenHeading } from "./headings.ts";
import { type CompletionTrigger, type Place, placeAt } from "./place.ts";
import { type Subject, subjectOf } from "./subject.ts";
import type { Suggestion } from "./suggestion.ts";

/** Provides suggestions for one kind of position, and none elsewhere. Providers only read the context. */
export type CompletionProvider = (context: CompletionContext) => readonly Suggestion[];

export class CompletionContext implements Place {
  readonly letter: Place["letter"];
  readonly knowledge: Place["knowledge"];
  readonly offset: Place["offset"];
  readonly trigger: Place["trigger"];
  readonly line: Place["line"];
  readonly section: Place["section"];
  readonly issue: Place["issue"];
  readonly part: Place["part"];

  readonly #heading = lazy(() => headingAtCursor(this));
  readonly #headingAbove = lazy(() => newHeading(this, this.endOfWordsAbove));
  readonly #citing = lazy(() => citingAt(this));
  readonly #begun = lazy(() => begunCitation(this, this.citing));
  readonly #subject = lazy(() => subjectOf(this, decisionDay(this.letter)));

  private constructor(place: Place) {
    this.letter = place.letter;
    this.knowledge = place.knowledge;
    this.offset = place.offset;
    this.trigger = place.trigger;
    this.line = place.line;
    this.section = place.section;
    this.issue = place.issue;
    this.part = place.part;
  }

  /** Undefined in the middle of a word, where nothing is suggested. */
  static at(
    whole: Letter,
    knowledge: Knowledge,
    offset: number,
    trigger: CompletionTrigger,
  ): CompletionContext | undefined {
    const place = placeAt(whole, knowledge, offset, trigger);
    return place && new CompletionContext(place);
  }

  /** The text before the cursor in its line. */
  get lineBefore(): string {
    return this.letter.text.slice(this.line, this.offset);
  }

  /** Whether only white space follows the cursor in its line. */
  get endsLine(): boolean {
    return /^[^\S\r\n\f]*(?:[\r\n\f]|$)/.test(this.letter.text.slice(this.offset, this.offset + 200));
  }

  /** The offset of the first word before the cursor in its line, or of the cursor if there is none. */
  get firstWord(): number {
    let at = this.line;
    while (at < this.offset && /\s/.test(this.letter.text.charAt(at))) at++;
    return at;
  }

  /** The offset where the text above the cursor's line ends. */
  get endOfWordsAbove(): number {
    const { text, span } = this.letter;
    let at = this.line;
    while (at > span.start && /\s/.test(text.charAt(at - 1))) at--;
    return at;
  }

  /** The heading at the cursor, even if it is still being written. */
  get heading(): WrittenHeading | undefined {
    return this.#heading();
  }

  /** The new heading, without labels yet, that ends above the cursor's line. */
  get headingAbove(): WrittenHeading | undefined {
    return this.#headingAbove();
  }

  /** The guideline part at the cursor, as if the letter ended there. */
  get citing(): Citing | undefined {
    return this.#citing();
  }

  /** The citation at the cursor, if it names a known guideline. */
  get begun(): Begun | undefined {
    return this.#begun();
  }

  /** What is in dispute. */
  get subject(): Subject {
    return this.#subject();
  }
}
