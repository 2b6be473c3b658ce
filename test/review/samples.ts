/** The sample letters, each with the one rule that it breaks. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "../../samples");

const brokenRule: Readonly<Record<string, string | undefined>> = {
  "CM16-0990004.txt": undefined,
  "compound-cream-and-omeprazole-2014.imr.txt": undefined,
  "cyclobenzaprine-2014.imr.txt": undefined,
  "epidural-injection-raw.imr.txt": undefined,
  "opioids-and-muscle-relaxants.imr.txt": undefined,
  "physical-therapy-partly-authorized.imr.txt": undefined,
  "shoulder-surgery-and-ancillary-services.imr.txt": undefined,
  "tramadol-typed.imr": undefined,

  "decision-contradicts-conclusion.imr.txt": "consistency/decision",
  "empty-summary.imr.txt": "letter/empty-section",
  "missing-decision.imr.txt": "issue/missing-decision",
  "missing-reviewer-guideline.imr.txt": "issue/missing-reviewer-guideline",
  "no-conclusion.imr.txt": "rationale/no-conclusion",
  "no-credentials.imr.txt": "letter/missing-credentials",
  "no-rationale.imr.txt": "issue/missing-rationale",
  "pages-out-of-range.imr.txt": "citation/page-range",
};

export interface Sample {
  readonly name: string;
  readonly text: string;
  readonly brokenRule: string | undefined;
}

export const samples: readonly Sample[] = Object.entries(brokenRule).map(([name, rule]) => ({
  name,
  text: readFileSync(path.join(folder, name), "utf8"),
  brokenRule: rule,
}));

export const soundSamples = samples.filter((sample) => sample.brokenRule === undefined);
export const faultySamples = samples.filter((sample) => sample.brokenRule !== undefined);

/** The files in the folder, except the one that explains them. */
export const sampleFiles = readdirSync(folder).filter((name) => name !== "README.md");
