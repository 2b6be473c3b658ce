/** The report on a few letters: its counts and rows, as text that a person can check. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { determinations } from "../../../server/src/features/workspace/determinations.ts";
import {
  createReportBuilder,
  listedPerGroup,
  maxListedIssues,
  type Report,
  type ReportInput,
} from "../../../server/src/features/workspace/report.ts";
import { maxFilesOfCase, maxSharedCases } from "../../../server/src/features/workspace/reportCases.ts";
import { furtherGroups, type Group, maxGroups } from "../../../server/src/features/workspace/reportGroups.ts";
import {
  noGuideline,
  reportInputIssue,
  unknownGuideline,
} from "../../../server/src/features/workspace/reportIssue.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { review } from "../../../server/src/review/review.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { knowledge } from "../../review/knowledge.ts";

function read(name: string, text: string): ReportInput {
  const letter = parse(text);
  return {
    name,
    issues: determinations(letter, knowledge).map(({ determination }) => reportInputIssue(determination)),
    findings: review(letter, knowledge, { severities: {} }),
  };
}

function reportOn(letters: Readonly<Record<string, string>>): Report {
  const report = createReportBuilder(knowledge);
  for (const [name, text] of Object.entries(letters)) report.add(read(name, text));
  return report.finish();
}

/** A letter with these dates in its front matter. */
const dated = (text: string, dates: string): string => text.replace(/\n/, `\n${dates}\n`);

const groupLine = ({ name, issues, letters, upheld, overturned, other, none }: Group): string =>
  `${name}: ${issues} in ${letters} (${upheld} upheld, ${overturned} overturned, ${other} other, ${none} none)`;

/** A report without the details of its rows. */
function asText(report: Report): string {
  const { totals, trend } = report;
  const part = (title: string, lines: readonly string[]) => [title, ...lines.map((line) => `  ${line}`), ""];
  return [
    groupLine({ key: "", name: "all", ...totals }),
    `without issue: ${report.lettersWithoutIssue}, with findings: ${report.lettersWithFindings}`,
    "",
    ...part("drug classes", report.drugClasses.map(groupLine)),
    ...part("kinds", report.kinds.map(groupLine)),
    ...part("guidelines", report.guidelines.map(groupLine)),
    ...part(
      `by ${trend.unit}, ${trend.byDenial} by denial, ${trend.undated} undated`,
      trend.periods.map(groupLine),
    ),
    ...part(
      "missing",
      report.missing.map(({ element, issues, of }) => `${element}: ${issues} of ${of}`),
    ),
    ...part(
      "rules",
      report.rules.map((one) => `${one.severity} ${one.rule}: ${one.findings} in ${one.letters}`),
    ),
    ...part(
      "issues",
      report.issues.map((issue) =>
        [
          issue.letter.name,
          issue.caseNumber ?? "-",
          issue.decisionDate ?? "-",
          issue.treatment,
          issue.drugClass ?? `(${issue.kind ?? "-"})`,
          issue.decision ?? "-",
          issue.missing.join(", "),
        ].join(" | "),
      ),
    ),
  ].join("\n");
}

test("shows what the samples decide and what they're missing", async () => {
  const names = readdirSync("samples")
    .filter((name) => /\.(?:txt|imr)$/.test(name))
    .sort();
  const letters = Object.fromEntries(names.map((name) => [name, readFileSync(`samples/${name}`, "utf8")]));
  await expect(asText(reportOn(letters))).toMatchFileSnapshot("../../fixtures/report-on-samples.txt");
});

describe("a report", () => {
  test("on nothing is empty", () => {
    const report = reportOn({});
    expect(report).toMatchObject({ totals: { issues: 0, letters: 0 }, issues: [], rules: [], missing: [] });
    expect(report.trend).toEqual({ unit: "quarter", periods: [], byDenial: 0, undated: 0 });
  });

  test("counts letters without an issue, which have no row", () => {
    const report = reportOn({ "empty.imr": letterWith(), "full.imr": letterWith(...mri) });
    expect(report.lettersWithoutIssue).toBe(1);
    expect(report.letters).toBe(2);
    expect(report.issues.map(({ letter }) => letter.name)).toEqual(["full.imr"]);
  });

  test("distinguishes upheld, overturned, other words, and no decision", () => {
    const report = reportOn({
      "a.imr": letterWith(...flexeril, "", ...mri),
      "b.imr": letterWith("Flexeril 7.5mg, #90:", ...flexeril.slice(1)),
    });
    expect(report.totals).toEqual({ issues: 3, letters: 2, upheld: 1, overturned: 1, other: 0, none: 1 });
    expect(report.drugClasses.map(groupLine)).toEqual([
      "muscle relaxant: 2 in 2 (1 upheld, 0 overturned, 0 other, 1 none)",
    ]);
    expect(report.kinds.map(groupLine)).toEqual(["MRI: 1 in 1 (0 upheld, 1 overturned, 0 other, 0 none)"]);
  });

  test("counts issues without citations and with unknown sources", () => {
    const citing = (source: string) =>
      letterWith(
        ...mri.map((line) => (line.startsWith("MAXIMUS guideline") ? `MAXIMUS guideline: ${source}` : line)),
      );
    const report = reportOn({
      "a.imr": citing("The MAXIMUS physician reviewer did not cite any medical evidence for its decision."),
      "b.imr": citing("Decision based on Other Medical Treatment Guideline: A Treatise on Elbows, 1911."),
    });
    expect(report.guidelines.map(({ name }) => name).toSorted()).toEqual([unknownGuideline, noGuideline]);
  });

  test("uses the date of the decision, otherwise of the denial, and counts letters without either", () => {
    const letter = letterWith(...flexeril, "", ...mri);
    const { trend } = reportOn({
      "a.imr": dated(letter, "Decision Date: 07/01/2016   UR Denial Date: 05/17/2016"),
      "b.imr": dated(letter, "UR Denial Date: 12/31/2015"),
      "c.imr": letter,
    });
    expect(trend).toMatchObject({ unit: "quarter", byDenial: 1, undated: 1 });
    expect(trend.periods.map(({ name, issues, letters }) => [name, issues, letters])).toEqual([
      ["2015 Q4", 2, 1],
      ["2016 Q3", 2, 1],
    ]);
  });

  test("uses years if there would be many quarters", () => {
    const each = (count: number, day: (index: number) => string) =>
      reportOn(
        Object.fromEntries(
          Array.from({ length: count }, (_, index) => [
            `${index}.imr`,
            dated(letterWith(...mri), `Decision Date: ${day(index)}`),
          ]),
        ),
      ).trend;
    const quarters = each(12, (index) => `0${3 * (index % 3) + 1}/01/${2014 + Math.floor(index / 3)}`);
    expect(quarters.periods.map(({ name }) => name).slice(0, 4)).toEqual([
      "2014 Q1",
      "2014 Q2",
      "2014 Q3",
      "2015 Q1",
    ]);
    const years = each(13, (index) => `02/01/${2004 + index}`);
    expect(years.unit).toBe("year");
    expect(years.periods.map(({ name }) => name).slice(0, 2)).toEqual(["2004", "2005"]);
  });

  test("counts an issue for each specialty and state of its reviewer", () => {
    const reviewedBy = (specialty: string, states: string) =>
      letterWith(...mri).replace(
        /State\(s\) of Licensure:.*\nCertification\(s\)\/Specialty:.*/,
        `State(s) of Licensure: ${states}\nCertification(s)/Specialty: ${specialty}`,
      );
    const { specialties, states } = reportOn({
      "a.imr": reviewedBy("Physical Medicine & Rehabilitation, Pain Management", "Texas,CA"),
      "b.imr": reviewedBy("PHYSICAL MEDICINE AND REHABILITATION", "Texas"),
      "c.imr": reviewedBy("", "none"),
    });
    const counts = (groups: readonly Group[]) => groups.map(({ name, issues }) => `${name}: ${issues}`);
    expect(counts(specialties)).toEqual([
      "Physical Medicine and Rehabilitation: 2",
      "Pain Management: 1",
      "not stated: 1",
    ]);
    expect(counts(states)).toEqual(["Texas: 2", "California: 1", "not stated: 1"]);
  });

  test("tells which files have one case number", () => {
    const letter = letterWith(...mri);
    const other = letter.replace("CM15-0990001", "CM15-0990002");
    expect(reportOn({ "a.imr": letter, "b.imr": other }).sharedCases.count).toBe(0);
    expect(reportOn({ "a.imr": letter, "b.imr": other, "c.imr": letter }).sharedCases).toEqual({
      count: 1,
      listed: [{ caseNumber: "CM15-0990001", count: 2, files: [{ name: "a.imr" }, { name: "c.imr" }] }],
    });
  });

  test("counts a service that goes with a surgery by its own kind", () => {
    const [issue] = reportOn({
      "a.imr": letterWith("Associated surgical service: Cold therapy unit: Upheld", ...mri.slice(1)),
    }).issues;
    expect(issue?.kind).toBe("equipment");
  });

  test("counts each problem of a rule, and its letter once", () => {
    const undecided = letterWith(
      "Flexeril 7.5mg, #90:",
      ...flexeril.slice(1),
      "",
      "MRI of the neck:",
      ...mri.slice(1),
    );
    const { rules, lettersWithFindings } = reportOn({ "a.imr": undecided, "b.imr": letterWith(...mri) });
    expect(rules).toContainEqual({
      rule: "issue/missing-decision",
      title: expect.stringContaining("decision"),
      severity: "warning",
      findings: 2,
      letters: 1,
    });
    expect(lettersWithFindings).toBe(1);
  });

  describe("on more issues than one can look at", () => {
    const determined = determinations(parse(letterWith(...mri)), knowledge).map(
      ({ determination }) => determination,
    );
    const count = maxListedIssues + 500;
    const report = createReportBuilder(knowledge);
    for (let index = 0; index < count; index++) {
      // What is rare comes last, and half of the letters have the case number of another one.
      const caseNumber = `CM16-${String(index - (index % 2)).padStart(7, "0")}`;
      const [drugClass, decisionDate] = index >= count - 50 ? ["opioid", "2019-05-01"] : [null, "2016-05-01"];
      report.add({
        name: `${index}.imr`,
        href: `file:///${index}.imr`,
        issues: determined.map((one) => reportInputIssue({ ...one, caseNumber, drugClass, decisionDate })),
        findings: index === count - 1 ? [{ rule: "issue/missing-decision", severity: "warning" }] : [],
      });
    }
    const { issues, totals, drugClasses, trend, sharedCases, letters } = report.finish();

    test("counts all of them", () => {
      expect([letters, totals.issues]).toEqual([count, count]);
      expect(drugClasses.map(({ name, issues }) => [name, issues])).toEqual([["opioid", 50]]);
      expect(trend.periods.map(({ name, issues }) => [name, issues])).toEqual([
        ["2016 Q2", count - 50],
        ["2019 Q2", 50],
      ]);
    });

    test("lists the first ones, and the first ones of each group", () => {
      const first = issues.slice(0, maxListedIssues).map(({ letter }) => letter.name);
      expect(first).toEqual(Array.from({ length: maxListedIssues }, (_, index) => `${index}.imr`));
      const others = issues.slice(maxListedIssues).map(({ letter }) => letter.name);
      expect(others).toEqual(
        [...Array.from({ length: listedPerGroup }, (_, index) => count - 50 + index), count - 1].map(
          (index) => `${index}.imr`,
        ),
      );
    });

    test("lists some of the case numbers that several files have, and says how many there are", () => {
      expect([sharedCases.count, sharedCases.listed.length]).toEqual([count / 2, maxSharedCases]);
      expect(sharedCases.listed[70]).toEqual({
        caseNumber: "CM16-0000140",
        count: 2,
        files: [140, 141].map((index) => ({ name: `${index}.imr`, href: `file:///${index}.imr` })),
      });
    });
  });

  test("lists some of the files with one case number, and says how many there are", () => {
    const letter = letterWith(...mri);
    const names = Array.from({ length: 30 }, (_, index) => [`${index + 10}.imr`, letter]);
    const { listed } = reportOn(Object.fromEntries(names)).sharedCases;
    expect(listed.map(({ count, files }) => [count, files.length])).toEqual([[30, maxFilesOfCase]]);
    expect(listed[0]?.files[0]?.name).toBe("10.imr");
  });

  test("counts any number of groups in a limited number of them", () => {
    const [determination] = determinations(parse(letterWith(...mri)), knowledge).map(
      ({ determination }) => determination,
    );
    if (!determination) throw new Error("no issue");
    const report = createReportBuilder(knowledge);
    for (let index = 0; index < maxGroups + 7; index++) {
      const issues = [reportInputIssue({ ...determination, specialty: `Specialty ${index}` })];
      report.add({ name: `${index}.imr`, issues, findings: [] });
    }
    const { specialties } = report.finish();
    expect(specialties.slice(0, 2).map(({ name, issues }) => [name, issues])).toEqual([
      [furtherGroups, 7],
      ["Specialty 0", 1],
    ]);
    expect(specialties.length).toBe(maxGroups + 1);
  });

  test("tells the median of the days of an even number of letters", () => {
    const report = createReportBuilder(knowledge);
    [30, 10, 12, 10].forEach((days, index) => {
      const issues = determinations(parse(letterWith(...mri)), knowledge).map(({ determination }) =>
        reportInputIssue({ ...determination, daysApplicationToDecision: days }),
      );
      report.add({ name: `${index}.imr`, issues, findings: [] });
    });
    const days = report.finish().daysBetween.find(({ between }) => between === "applicationToDecision");
    expect(days).toEqual({
      between: "applicationToDecision",
      letters: 4,
      shortest: 10,
      median: 11,
      longest: 30,
    });
  });
});
