import { describe, expect, it } from "vitest";
import { readCredentials } from "../../server/src/letter/credentials.ts";
import { words } from "./show.ts";

const read = (text: string) => {
  const found = readCredentials(text, { start: 0, end: text.length });
  return found && [found.form, words(text, found.licensure), words(text, found.specialty)];
};
const opening = "The Expert Reviewer has the following credentials:";

describe("credentials", () => {
  it.each([
    [
      "a block",
      `Prose.\n\n${opening}\nState(s) of Licensure: Iowa, Illinois\nCertification(s)/Specialty: Rheumatology`,
      ["block", "Iowa, Illinois", "Rheumatology"],
    ],
    [
      "a wrapped specialty",
      `${opening}\nState(s) of Licensure: Ohio\nCertification(s)/Specialty: Public Health &\nOccupational Medicine`,
      ["block", "Ohio", "Public Health & Occupational Medicine"],
    ],
    [
      "states without a space",
      `${opening}\nState(s) of Licensure: California,North Carolina\nCertification(s)/Specialty: Sports Medicinea`,
      ["block", "California,North Carolina", "Sports Medicinea"],
    ],
    [
      "double-spaced",
      `${opening} \n\nState(s) of Licensure: Ohio \n\nCertification(s)/Specialty: Surgery \n\n`,
      ["block", "Ohio", "Surgery"],
    ],
    [
      "the other order",
      `${opening}\nCertification(s)/Specialty: Surgery\nState(s) of Licensure: Ohio`,
      ["block", "Ohio", "Surgery"],
    ],
    [
      "a block without its opening",
      "State(s) of Licensure: Ohio\nCertification(s)/Specialty: Surgery",
      ["block", "Ohio", "Surgery"],
    ],
    ["a block without states", `${opening}\nCertification(s)/Specialty: Surgery`, ["block", "-", "Surgery"]],
    ["an empty block", opening, ["block", "-", "-"]],
    ["empty labels", `${opening}\nState(s) of Licensure:\nCertification(s)/Specialty:`, ["block", "-", "-"]],
    [
      "a physician reviewer",
      "The Physician Reviewer has the following credentials:\nState(s) of Licensure: Ohio",
      ["block", "Ohio", "-"],
    ],
    [
      "a sentence",
      "Prose. The expert reviewer is Board Certified in Family Practice and is licensed to practice in California. More.",
      ["sentence", "California", "Family Practice"],
    ],
    [
      "a sentence with a subspecialty",
      "The expert reviewer is Board Certified in Physical Medicine, has a subspecialty in Pain Management and is licensed to practice in California.",
      ["sentence", "California", "Physical Medicine"],
    ],
    [
      "a wrapped sentence",
      "The physician reviewer is Board\nCertified in Anesthesiology, has a subspecialty in Pain Management and is licensed to\npractice in Texas and New York.",
      ["sentence", "Texas and New York", "Anesthesiology"],
    ],
    [
      "a doctor of chiropractic",
      "The expert reviewer is a Doctor of Chiropractic and is licensed to practice in California.",
      ["sentence", "California", "-"],
    ],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ["", undefined],
    [
      "MAXIMUS sent the complete case file to an expert reviewer. He/she has no affiliation with the employer.",
      undefined,
    ],
    ["The expert reviewer was selected based on his/her clinical experience.", undefined],
  ])("none in %j", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("spans the block and nothing before it", () => {
    const text = `Prose.\n\n${opening}\nState(s) of Licensure: Ohio\n`;
    expect(words(text, readCredentials(text, { start: 0, end: text.length })?.span)).toBe(
      `${opening} State(s) of Licensure: Ohio`,
    );
  });
});
