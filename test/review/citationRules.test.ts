import { describe, test } from "vitest";
import { issue, letter } from "./build.ts";
import { expectFindings, expectNothing } from "./findings.ts";
import { chronicPain } from "./knowledge.ts";

const citing = (citation: string) =>
  letter({ issues: [issue({ reviewer: `MAXIMUS guideline: Decision based on ${citation}` })] });

describe("citation/page-range", () => {
  const guideline = "MTUS Chronic Pain Treatment Guidelines";

  test("pages past the last one", () => {
    expectFindings(
      "citation/page-range",
      citing(`${guideline} NSAIDs Page(s): [[163-166]].`),
      `Pages 163-166 do not all exist: ${chronicPain} has 127 pages.`,
    );
    expectFindings(
      "citation/page-range",
      citing(`${guideline} NSAIDs Page(s): 67-68, [[128]].`),
      `Page 128 does not exist: ${chronicPain} has 127 pages.`,
    );
  });

  test("pages that run backwards", () => {
    expectFindings(
      "citation/page-range",
      citing(`${guideline} NSAIDs\nPage(s): [[68-67]].`),
      "Pages 68-67 run backwards.",
    );
  });

  test("page 0", () => {
    expectFindings(
      "citation/page-range",
      citing(`${guideline} NSAIDs Page(s): [[0]].`),
      "There is no page 0: pages count from 1.",
    );
  });

  test("a wrong number of pages", () => {
    expectFindings(
      "citation/page-range",
      citing(`${guideline} NSAIDs Page(s): [[67-68]] of 172.`),
      `The letter counts 172 pages, but ${chronicPain} has 127.`,
    );
  });

  test("the letter's own count is taken where nothing better is known", () => {
    expectFindings(
      "citation/page-range",
      citing("MTUS Acupuncture Medical Treatment Guidelines Page(s): [[12]] of 9."),
      "Page 12 does not exist: the document has 9 pages.",
    );
  });

  test("the claims administrator's citation is read too", () => {
    expectFindings(
      "citation/page-range",
      letter({
        issues: [
          issue({
            claims: `Claims Administrator guideline: Decision based on ${guideline} Page(s): [[128]].`,
          }),
        ],
      }),
      `Page 128 does not exist: ${chronicPain} has 127 pages.`,
    );
  });

  test("pages that exist", () => {
    expectNothing(citing(`${guideline} Page(s): 63-66 of 127.`));
    expectNothing(citing(`${guideline} Page(s): 1, 41-42, 127.`));
  });

  test("chapters that do not count from 1, and sources whose length is not known, are left alone", () => {
    expectNothing(citing("MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 303-305."));
    expectNothing(citing("MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, page 130."));
    // Pages of the book of 2004, not of the revision of 2007.
    expectNothing(citing("MTUS ACOEM Chapter 10 Elbow Complaints Page(s): 238."));
    expectNothing(citing("Non-MTUS Citation ACOEM Practice Guidelines, 3rd ed., Low Back, pg. 607."));
  });
});
