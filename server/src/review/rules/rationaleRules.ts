/** Rules about what a rationale says. */

import { isWritten } from "../../analysis/checklist.ts";
import { elementsOf, type RationaleElements } from "../../analysis/rationaleElements.ts";
import { plainInSnippet } from "../../base/snippet.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { conclusion, necessity } from "../../letter/standardWording.ts";
import type { Heading, Letter } from "../../letter/types.ts";
import { type Fix, insertion } from "../fixes/fix.ts";
import { laws } from "../laws.ts";
import type { Finding, Rule } from "../types.ts";
import { createFinding, matchFindings } from "./finding.ts";
import { unclosedQuotations } from "./quotations.ts";

function noConclusion(letter: Letter): readonly Finding[] {
  return matchFindings(letter.issues, ({ rationale, heading }) => {
    if (!isWritten(rationale) || rationale.conclusion) return [];
    const message = "The rationale doesn't say whether the treatment is medically necessary.";
    return [createFinding(rationale.label, message, [], conclusionFixes(rationale.body.end, heading))];
  });
}

/** The concluding sentence that matches the decision, or one for each decision if there is none. */
function conclusionFixes(at: number, { treatment, decision }: Heading): readonly Fix[] {
  if (decision?.outcome) {
    const { upheld, overturned } = necessity;
    const verdicts = decision.outcome === "upheld" ? [upheld, overturned] : [overturned, upheld];
    const verdict = `\${1|${verdicts.join(",")}|}`;
    return [insertion("Add a conclusion", at, ` ${conclusion(plainInSnippet(treatment), verdict)}`)];
  }
  return [necessity.upheld, necessity.overturned].map((verdict) =>
    insertion(`Add a conclusion: ${verdict}`, at, ` ${conclusion(treatment, verdict)}`, "alternative"),
  );
}

/** A finding at each rationale that is missing something. */
function whereMissing(
  isMissing: (elements: RationaleElements) => boolean,
  message: string,
  sentence?: { readonly title: string; readonly template: string },
): Rule["check"] {
  return (letter: Letter, knowledge: Knowledge) =>
    matchFindings(letter.issues, (issue) => {
      const elements = elementsOf(letter, issue, knowledge);
      if (!elements || !issue.rationale || !isMissing(elements) || elements.isDependent()) return [];
      const at = issue.rationale.conclusion?.span.start ?? issue.rationale.body.end;
      const fixes = sentence ? [insertion(sentence.title, at, `${sentence.template} `)] : [];
      return [createFinding(issue.rationale.label, message, [], fixes)];
    });
}

export const rationaleRules: readonly Rule[] = [
  {
    id: "rationale/no-conclusion",
    severity: "warning",
    title: "The rationale doesn't say whether the treatment is medically necessary",
    law: laws.analysis,
    isMissingContent: true,
    check: noConclusion,
  },
  {
    id: "rationale/no-criterion",
    severity: "information",
    title: "The rationale doesn't state a guideline criterion",
    law: laws.criterion,
    isMissingContent: true,
    check: whereMissing(
      (e) => !e.criterion,
      "The rationale doesn't state a criterion. Say what the guideline requires.",
      {
        title: "Add a criterion sentence",
        template: "The ${1:guideline} ${2:recommends this treatment for …}.",
      },
    ),
  },
  {
    id: "rationale/no-findings",
    severity: "information",
    title: "The rationale doesn't refer to this employee",
    law: laws.employee,
    isMissingContent: true,
    check: whereMissing(
      (e) => !e.tiesToEmployee,
      "The rationale doesn't refer to this employee. Cite the condition, history, findings, or records.",
      { title: "Add a findings sentence", template: "The records ${1:show …}." },
    ),
  },
  {
    id: "rationale/treatment-not-named",
    severity: "information",
    title: "The rationale never names the disputed treatment",
    law: laws.contents,
    check: whereMissing(
      (e) => !e.namesTreatment,
      "The rationale never names the disputed treatment by its name, brand, or class.",
    ),
  },
  {
    id: "rationale/unclosed-quotation",
    severity: "hint",
    title: "A quotation isn't closed",
    law: undefined,
    check: unclosedQuotations,
  },
];
