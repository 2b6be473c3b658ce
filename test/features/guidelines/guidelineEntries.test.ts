import { expect, test } from "vitest";
import { guidelineEntries } from "../../../server/src/features/guidelines/guidelineEntries.ts";
import { guidelinePage } from "../../../server/src/features/guidelines/guidelinePage.ts";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";

const knowledge = createKnowledge();
const entries = guidelineEntries(knowledge);
const named = (name: string) =>
  entries.filter((entry) => entry.name === name).map(({ kind, where }) => `${kind}: ${where}`);

test("finds a guideline, a topic, and a drug, each with its location", () => {
  expect(named("Low Back Complaints (ACOEM chapter 12)")).toEqual(["guideline: pages 286-326"]);
  expect(named("Muscle relaxants (for pain)")).toContain(
    "topic: Chronic Pain Medical Treatment Guidelines (2009), pages 63-66",
  );
  expect(named("cyclobenzaprine")).toEqual([
    "drug: Cyclobenzaprine (Flexeril) in Chronic Pain Medical Treatment Guidelines (2009), pages 41-42",
  ]);
});

test("a drug is found by its brands", () => {
  expect(entries.find(({ name }) => name === "cyclobenzaprine")?.alsoNamed).toContain("Flexeril");
});

test("every entry has a page that mentions it", () => {
  for (const { name, place } of entries) {
    const page = guidelinePage(knowledge, place);
    const isThere = place.topic === undefined || page?.parts.some(({ topic }) => topic === place.topic);
    expect(page !== undefined && isThere, name).toBe(true);
  }
});

test("all guidelines and topics are there, and every drug that a topic treats", () => {
  const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
  expect(count("guideline")).toBe(knowledge.guidelines.length);
  expect(count("topic")).toBe(knowledge.topics.length);
  expect(count("drug")).toBe(knowledge.drugs.filter(({ topics }) => topics.length > 0).length);
});
