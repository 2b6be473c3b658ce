import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../server/src/letter/frontMatter.ts";
import { words } from "./show.ts";

const read = (text: string) => readFrontMatter(text, { start: 0, end: text.length });
const values = (text: string) => {
  const { span: _, ...fields } = read(text) ?? { span: undefined };
  return Object.entries(fields)
    .map(([field, value]) => `${field}=${value.text}`)
    .sort()
    .join(" ");
};

const full =
  "applicationReceived=01/12/2017 caseNumber=CM17-0990007 dateAssigned=01/24/2017 dateOfInjury=05/13/2014 decisionDate=03/01/2017 priority=Standard urDenialDate=12/30/2016";

const layout = [
  "Case Number:          CM17-0990007",
  "Date Assigned:        01/24/2017                      Date of Injury:      05/13/2014",
  "Decision Date:        03/01/2017                      UR Denial Date:      12/30/2016",
  "Priority:             Standard                        Application          01/12/2017",
  "                                                      Received:",
];
const raw = [
  "Case Number: CM17-0990007",
  "Date Assigned: 01/24/2017 Date of Injury: 05/13/2014",
  "Decision Date: 03/01/2017 UR Denial Date: 12/30/2016",
  "Priority: Standard Application",
  "Received:",
  "01/12/2017",
];
const columns = [
  ...["Case Number:", "Date Assigned:", "Decision Date:", "Priority:", ""],
  ...["CM17-0990007", "01/24/2017", "03/01/2017", "Standard", ""],
  ...["Date of Injury:", "UR Denial Date:", "Application", "Received:", ""],
  ...["05/13/2014", "12/30/2016", "01/12/2017"],
];
const labelsFirst = [
  ...["Case Number:", "Date Assigned:", "Decision Date:", "Priority:"],
  ...["Date of Injury:", "UR Denial Date:", "Application", "Received:"],
  ...["CM17-0990007", "01/24/2017", "03/01/2017", "Standard"],
  ...["05/13/2014", "12/30/2016", "01/12/2017"],
];

describe("front matter", () => {
  it.each([
    ["layout", layout],
    ["raw", raw],
    ["columns one after the other", columns],
    ["all labels before all values", labelsFirst],
  ])("%s", (_, lines) => {
    for (const lineEnd of ["\n", "\r\n", "\r", "\n\n", " \n\n"]) {
      expect(values(lines.join(lineEnd))).toBe(full);
    }
  });

  it.each([
    [
      "a case number in pieces",
      "Case Number: CM 17 - 0990007\nDate Assigned: 1/2/2017",
      "caseNumber=CM 17 - 0990007 dateAssigned=1/2/2017",
    ],
    [
      "a missing value",
      "Case Number: CM17-0990007\nDate Assigned:\nPriority: Standard",
      "caseNumber=CM17-0990007 dateAssigned= priority=Standard",
    ],
    [
      "a missing label",
      "Case Number: CM17-0990007\nPriority: Expedited",
      "caseNumber=CM17-0990007 priority=Expedited",
    ],
    [
      "a note before it",
      "My note, 3/3/2017\nCase Number: CM17-0990007\nDate Assigned: 1/2/2017",
      "caseNumber=CM17-0990007 dateAssigned=1/2/2017",
    ],
    [
      "labels in another case",
      "CASE NUMBER: CM17-0990007\nDATE ASSIGNED: 1/2/2017",
      "caseNumber=CM17-0990007 dateAssigned=1/2/2017",
    ],
  ])("%s", (_, text, expected) => {
    expect(values(text)).toBe(expected);
  });

  it.each([
    ["layout", layout],
    ["raw", raw],
    ["columns one after the other", columns],
  ])("an invalid date is the value of its label: %s", (_, lines) => {
    for (const wrong of ["02/30/2014", "05/13/214", "05/1\u00ad3/201"]) {
      const text = lines.join("\n").replace("05/13/2014", wrong);
      expect(values(text)).toBe(full.replace("05/13/2014", wrong.replace("\u00ad", "")));
      expect(read(text)?.dateOfInjury?.date).toBeUndefined();
    }
  });

  it.each([
    "09/14/2012 - 05/13/2014",
    "09/14/2012-05/13/2014",
    "09/14/2012 \u2013 05/13/2014",
    "09/14/2012 to 05/13/2014",
    "09/14/2012 through\n05/13/2014",
  ])("the date of a cumulative trauma is the last day of its period: %s", (period) => {
    for (const lines of [layout, raw, columns, labelsFirst]) {
      const text = lines.join("\n").replace("05/13/2014", period);
      const injury = read(text)?.dateOfInjury;
      expect([injury?.since?.year, injury?.date?.year]).toEqual([2012, 2014]);
      expect(words(text, injury?.value)).toBe(period.replace("\n", " "));
      expect(values(text.replace(period, "05/13/2014"))).toBe(full);
      expect(read(text)?.urDenialDate?.text).toBe("12/30/2016");
    }
  });

  it.each(["O5/13/2014", "05/l3/2014", "13-05-2014", "13.05.2014"])(
    "what is no date is the value as it stands: %s",
    (wrong) => {
      const text = layout.join("\n").replace("05/13/2014", wrong);
      expect(values(text)).toBe(full.replace("05/13/2014", wrong));
      expect(read(text)?.dateOfInjury?.date).toBeUndefined();
    },
  );

  it.each([
    ["layout", layout],
    ["raw", raw],
  ])("a missing date doesn't move the others: %s", (_, lines) => {
    for (const left of ["05/13/2014", "01/24/2017", "03/01/2017", "12/30/2016"]) {
      expect(values(lines.join("\n").replace(left, ""))).toBe(full.replace(left, ""));
    }
  });

  it.each([
    "",
    "Case Number: CM17-0990007",
    "The application was received.",
    "Application\nReceived: 1/2/2017",
  ])("none in %j", (text) => {
    expect(read(text)).toBeUndefined();
  });

  it("reads dates and points at them", () => {
    const text = raw.join("\n");
    const date = read(text)?.dateOfInjury;
    expect([date?.date?.year, date?.date?.month, date?.date?.day]).toEqual([2014, 5, 13]);
    expect([words(text, date?.label), words(text, date?.value)]).toEqual(["Date of Injury", "05/13/2014"]);
  });

  it("ends after its last value or label", () => {
    const text = `${layout.join("\n")}\n\nThe claim of 3/3/2015 follows.`;
    const span = read(text)?.span;
    expect(text.slice(span?.start, span?.end)).toBe(layout.join("\n"));
  });
});
