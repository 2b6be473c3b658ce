/** Guideline packs: what they add and change, and what is said of a wrong one, where it stands. */
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// @ts-expect-error a plain script
import { packSchema } from "../../scripts/schemas.mjs";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { readPacks } from "../../server/src/protocol/packs.ts";

const uri = "file:///packs/ours.imr-pack.json";

/** A pack with marks «…» around what the problems are about; the knowledge with it, and "words → message" of each problem. */
function withPack(marked: string) {
  const text = marked.replace(/[«»]/g, "");
  const { data, problems } = readPacks([{ uri, text }]);
  const lines = text.split("\n");
  const told = (problems[uri] ?? []).map(({ range: { start, end }, message }) => {
    const line = lines[start.line] ?? "";
    return `${line.slice(start.character, end.line === start.line ? end.character : undefined)} → ${message}`;
  });
  const marks = [...marked.matchAll(/«([^»]*)»/g)].map((match) => match[1]);
  if (marks.length > 0) expect(told.map((one) => one.slice(0, one.indexOf(" → ")))).toEqual(marks);
  return { knowledge: createKnowledge(data), told: told.map((one) => one.slice(one.indexOf(" → ") + 3)) };
}

const pack = (rest: string): string => `{ "name": "Ours", ${rest} }`;

const braces = `"topics": [
  { "id": "knee-braces", "guideline": "acoem-13", "name": "Knee braces", "pages": ["340"],
    "summary": "A brace needs instability that the exam shows." }
]`;

describe("a sound pack", () => {
  test("adds a topic that citations find, and says where it is from", () => {
    const { knowledge, told } = withPack(pack(braces));
    expect(told).toEqual([]);
    const topic = knowledge.topicNamed("Knee Braces", "acoem-13");
    expect(topic).toMatchObject({ from: "Ours", confidence: "medium", pages: [{ first: 340, last: 340 }] });
    expect(knowledge.topicsOnPages("acoem-13", { first: 340, last: 340 })).toContain(topic);
  });

  test("changes what it names of a known topic, and leaves the rest", () => {
    const { knowledge } = withPack(pack(`"topics": [{ "id": "yoga", "summary": "Our own words." }]`));
    const { from, summary, ...rest } = knowledge.topic("yoga")!;
    const { summary: before, ...built } = createKnowledge().topic("yoga")!;
    expect({ from, summary }).toEqual({ from: "Ours", summary: "Our own words." });
    expect(before).not.toBe(summary);
    expect(rest).toEqual(built);
  });

  test("adds a drug, and names to a known one", () => {
    const { knowledge } = withPack(
      pack(`"drugs": [
        { "generic": "Placebodrine", "brands": ["Nothinga"], "class": "none" },
        { "generic": "naproxen", "brands": ["Naproxen Ours"], "misspellings": [] }
      ]`),
    );
    expect(
      knowledge.drugsIn("He takes Nothinga 5mg and Naproxen Ours.").map(({ drug }) => drug.generic),
    ).toEqual(["placebodrine", "naproxen"]);
  });

  test("adds a guideline with topics of its own", () => {
    const { knowledge, told } = withPack(
      pack(`"guidelines": [
        { "id": "clinic", "name": "Clinic Rules", "about": "The rules of a clinic.", "kind": "other", "pages": "1-9" }
      ],
      "topics": [{ "id": "clinic-ice", "guideline": "clinic", "name": "Ice", "pages": ["3"], "summary": "Ice first." }]`),
    );
    expect(told).toEqual([]);
    expect(knowledge.guidelineNamed("Clinic Rules")?.id).toBe("clinic");
    expect(knowledge.topicsOf("clinic").map(({ name }) => name)).toEqual(["Ice"]);
  });

  test("comes after another and wins", () => {
    const one = { uri: "a", text: pack(`"topics": [{ "id": "yoga", "summary": "First." }]`) };
    const two = { uri: "b", text: pack(`"topics": [{ "id": "yoga", "summary": "Second." }]`) };
    const { data } = readPacks([one, two]);
    expect(createKnowledge(data).topic("yoga")?.summary).toBe("Second.");
  });
});

describe("a wrong row is named and left out, and the others are taken", () => {
  test.each([
    [`{ "id": "yoga", "«summry»": "x" }`, "Packs have no field “summry” here."],
    [`{ "id": «"Knee Braces"» }`, "Write an id in lower-case letters, digits and hyphens: “knee-braces”."],
    [`{ "id": "yoga", "summary": «7» }`, "Expected words in quotes here."],
    [`{ "id": "yoga", "pages": [«"forty"»] }`, "Write pages as “41” or “41-42”."],
    [
      `{ "id": "yoga", "pages": «["500"]» }`,
      "Chronic Pain Medical Treatment Guidelines (2009) has pages 1-127; 500 is not among them.",
    ],
    [`{ "id": "yoga", "pages": «["42-41"]» }`, "The pages 42-41 run backwards."],
    [
      `{ "id": "a", "guideline": «"kitchen"», "name": "A", "summary": "S" }`,
      "There is no guideline “kitchen”.",
    ],
    [`{ «"id": "a"», "guideline": "acoem-13", "name": "A" }`, "A new topic needs “summary”."],
  ])("%s", (row, message) => {
    const marked = pack(
      `"topics": [${row}, { "id": "knee-braces", "guideline": "acoem-13", "name": "Knee braces", "summary": "S." }]`,
    );
    const { knowledge, told } = withPack(marked.replace(/"«(\w+)»"/, '«"$1"»'));
    expect(told).toEqual([message]);
    expect(knowledge.topic("knee-braces")).toBeDefined();
    expect(knowledge.topic("yoga")?.from).toBeUndefined();
  });

  test("a drug's name that another drug has", () => {
    const { knowledge, told } = withPack(
      pack(`"drugs": [{ "generic": "ourin", "class": "none", "brands": «["Flexeril"]» }]`),
    );
    expect(told).toMatchInlineSnapshot(`
      [
        "“Flexeril” is already a name of cyclobenzaprine.",
      ]
    `);
    expect(knowledge.drugNamed("ourin")).toBeUndefined();
  });
});

describe("a pack that is wrong as a whole is left out", () => {
  test.each([
    ['{ «"name": "Ours"» "topics": [] }', /^This is no JSON: Comma Expected/],
    ["", /^This is no JSON/],
    ["[]", /^Expected an object here/],
    ["null", /^Expected an object here/],
    [`{ "topics": [] }`, /“name” is missing/],
    [`{ "name": "Ours", "topics": «{}» }`, /^Expected a list here/],
  ])("%s", (text, message) => {
    const { knowledge, told } = withPack(text.replace(/«("name": "Ours")» ("topics")/, "$1 $2"));
    expect(told[0]).toMatch(message);
    expect(knowledge).toBe(createKnowledge());
  });

  test("or too long to be one", () => {
    expect(withPack(pack(`"topics": []${" ".repeat(5_000_001)}`)).told[0]).toMatch(
      /^This pack is longer than 5 million/,
    );
  });
});

test("whatever stands in a pack, reading it does not fail, and problems lie in it", () => {
  const row = fc.dictionary(
    fc.constantFrom("id", "name", "guideline", "pages", "summary", "generic", "class", "__proto__"),
    fc.jsonValue(),
  );
  const anyPack = fc.record(
    {
      name: fc.jsonValue(),
      topics: fc.oneof(fc.array(row), fc.jsonValue()),
      drugs: fc.oneof(fc.array(row), fc.jsonValue()),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        anyPack.map((value) => JSON.stringify(value)),
        fc.string(),
      ),
      (text) => {
        const { data, problems } = readPacks([{ uri, text }]);
        createKnowledge(data).drugsIn("naproxen");
        for (const { range } of problems[uri] ?? []) expect(range.start.line).toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 300, seed: 4610 },
  );
});

test("the published schema is that of the shape", async () => {
  // When this fails: npm run schemas
  const file = path.resolve(import.meta.dirname, "../../schemas/imr-pack.schema.json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(await packSchema());
});
