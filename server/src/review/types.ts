import type { Span } from "../base/span.ts";
import type { Knowledge } from "../knowledge/types.ts";
import type { Letter } from "../letter/types.ts";
import type { Fix } from "./fixes/fix.ts";

export type Severity = "off" | "hint" | "information" | "warning" | "error";

/** Another place in the letter that explains a finding. */
export interface Related extends Span {
  readonly message: string;
}

/** What a rule says of a letter. Offsets are UTF-16 offsets into the letter's text. */
export interface Finding extends Span {
  readonly message: string;
  readonly related: readonly Related[];
  /** The first is offered first. */
  readonly fixes?: readonly Fix[];
  /** Shown one step milder than the rule's own severity: likely harmless, yet worth a look. */
  readonly downgraded?: boolean;
}

/** A finding with the rule that made it and the severity that the user chose. */
export interface ReviewedFinding extends Omit<Finding, "downgraded"> {
  readonly rule: string;
  /** The provision behind the rule, where there is one. */
  readonly law: string | undefined;
  readonly severity: Exclude<Severity, "off">;
}

export interface Rule {
  /** `family/name`, stable: users write it in their settings. */
  readonly id: string;
  readonly severity: Severity;
  /** What is wrong, in one short line. */
  readonly title: string;
  /** The provision that asks for it, where there is one: "Labor Code 4610.6(e)". */
  readonly law: string | undefined;
  /** `today` is in days since 1970 (UTC); undefined where the caller knows no clock. */
  readonly check: (letter: Letter, knowledge: Knowledge, today?: number) => readonly Finding[];
}

export interface ReviewOptions {
  /** Severities by rule id that differ from the rule's own. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** Days since 1970 (UTC), for what lies in the future. */
  readonly today?: number;
  readonly onRuleError?: (rule: string, error: unknown) => void;
}
