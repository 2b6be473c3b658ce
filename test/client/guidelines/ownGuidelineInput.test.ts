/** What the user enters about a guideline of their own. */
import { describe, expect, test } from "vitest";
import {
  daysIn,
  daysInWords,
  guessedFrom,
  kindByTitle,
  ownGuidelineId,
  yearIn,
} from "../../../client/src/guidelines/ownGuidelineInput.ts";

describe("dates", () => {
  test.each([
    ["", {}],
    ["04/01/2019", { from: "2019-04-01" }],
    ["from 4/1/2019", { from: "2019-04-01" }],
    ["04/01/2019 to 06/30/2021", { from: "2019-04-01", until: "2021-07-01" }],
    ["04/01/2019 - 12/31/2021", { from: "2019-04-01", until: "2022-01-01" }],
    ["to 02/28/2020", { until: "2020-02-29" }],
  ])("%j are days", (words, days) => {
    expect(daysIn(words)).toEqual(days);
  });

  test.each([
    "2019",
    "soon",
    "02/30/2019",
    "06/30/2021 to 04/01/2019",
    "04/01/2019 or 05/01/2019",
    "1/1/2019 1/1/2020 1/1/2021",
  ])("%j aren't", (words) => {
    expect(daysIn(words)).toBeUndefined();
  });

  test("are shown as they are entered", () => {
    for (const words of ["", "04/01/2019", "04/01/2019 to 06/30/2021", "to 02/28/2020"]) {
      expect(daysInWords(daysIn(words)!)).toBe(words);
    }
  });
});

test("an edition is a year", () => {
  expect(["2019", " 1998 ", "19", "2019a", ""].map(yearIn)).toEqual([
    2019,
    1998,
    undefined,
    undefined,
    undefined,
  ]);
});

test("the name and the year are guessed from the document", () => {
  expect(guessedFrom("Knee Surgery Guideline (2019)", "x.pdf", "")).toEqual({
    name: "Knee Surgery Guideline",
    year: 2019,
  });
  expect(guessedFrom("Knee Surgery Guideline", "x.pdf", "Bureau of Tests\nMay 2018")).toMatchObject({
    year: 2018,
  });
  expect(guessedFrom(undefined, "knee_surgery-2019.pdf", "")).toEqual({ name: "knee surgery", year: 2019 });
  expect(guessedFrom(undefined, "2019.pdf", "")).toEqual({ name: "2019.pdf", year: 2019 });
});

test("an ID can be a file name, and isn't that of another guideline", () => {
  const id = ownGuidelineId({ name: "Knee / Surgery: ../Guideline", year: 2019 }, new Set());
  expect(id).toBe("own-knee-surgery-guideline-2019");
  expect(ownGuidelineId({ name: "Knee Surgery Guideline", year: 2019 }, new Set([id]))).toBe(`${id}-2`);
  expect(ownGuidelineId({ name: "膝" }, new Set())).toBe("own-guideline");
});

test("a title of the MTUS says that it's one of its editions", () => {
  const known = [
    { name: "Low Back Disorders Guideline (ACOEM)", kind: "mtus" as const },
    { name: "Official Disability Guidelines (ODG)", kind: "other" as const },
  ];
  for (const title of ["Low Back Disorders", "ACOEM Low-Back Disorders Guideline 2025"])
    expect(kindByTitle(title, known)).toBe("mtus");
  for (const title of ["Low Back", "Low Back Disorders of Cats", "Official Disability Guidelines", ""])
    expect(kindByTitle(title, known)).toBe("other");
});
