import type { Span } from "../base/span.ts";
import type { Knowledge } from "../knowledge/types.ts";
import type { Letter } from "../letter/types.ts";
import type { Fix } from "./fixes/fix.ts";

export type Severity = "off" | "hint" | "information" | "warning" | "error";

/** Another place in the letter that explains a finding. */
export interface Related extends Span {
  readonly message: string;
  /** The place if it's in another file, of which only positions are known; the span is that of the finding then. */
  readonly elsewhere?: OtherPlace;
}

/** A place in a file that isn't the reviewed one, by 0-based lines and UTF-16 characters. */
export interface OtherPlace {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** What a rule reports; users see it as a problem. Offsets are UTF-16 offsets into the letter's text. */
export interface Finding extends Span {
  /** One line of at most 100 characters, without the law. */
  readonly message: string;
  readonly related: readonly Related[];
  /** The first is offered first. */
  readonly fixes?: readonly Fix[];
  /** Reported one severity below the rule's own: probably harmless, but worth a look. */
  readonly downgraded?: boolean;
}

/** A finding with its rule and the severity to report it with. */
export interface ReviewedFinding extends Omit<Finding, "downgraded"> {
  readonly rule: string;
  /** The provision that the rule is based on, if any. */
  readonly law: string | undefined;
  readonly severity: Exclude<Severity, "off">;
}

export interface Rule {
  /** `family/name`. Stable, because users write it in their settings. */
  readonly id: string;
  readonly severity: Severity;
  /** What is wrong, in one short line, without a period. */
  readonly title: string;
  /** The provision that requires it, if any: "Labor Code 4610.6(e)". */
  readonly law: string | undefined;
  /** Reports what isn't written yet, as well as what was forgotten: the preset `draft` lowers it to a hint. */
  readonly isMissingContent?: boolean;
  /** `today` is in days since 1970 (UTC), or undefined if the caller has no clock. */
  readonly check: (letter: Letter, knowledge: Knowledge, today?: number) => readonly Finding[];
}

export interface ReviewOptions {
  /** Severities that differ from the rules' own, by rule id. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** Days since 1970 (UTC). Without it, dates in the future aren't reported. */
  readonly today?: number;
  readonly onRuleError?: (rule: string, error: unknown) => void;
}
