/** Guideline packs: what they add and change, and the problems of wrong ones. */
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// @ts-expect-error a plain script
import { packSchema } from "../../scripts/schemas.mjs";
import { guidelineEntries } from "../../server/src/features/guidelines/guidelineEntries.ts";
import { editionInForce } from "../../server/src/knowledge/editions.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import type { Pack } from "../../server/src/packs/pack.ts";
import { readPacks } from "../../server/src/packs/readPacks.ts";
import { toPageLinks } from "../../server/src/protocol/lsp/convertPage.ts";
import { openPageDocument } from "../../server/src/protocol/lsp/pageDocument.ts";
import { pageUri } from "../../server/src/protocol/lsp/pageUri.ts";
import { isLinear, repeat } from "../growth.ts";

const uri = "file:///packs/ours.imr-pack.json";

/** A pack with marks «…» around what the problems are about; the knowledge with it, and "words → message" of each problem. */
function withPack(marked: string) {
  const text = marked.replace(/[«»]/g, "");
  const { data, problems } = readPacks([{ uri, text }]);
  const lines = text.split("\n");
  const found = (problems[uri] ?? []).map(({ range: { start, end }, message }) => {
    const line = lines[start.line] ?? "";
    return `${line.slice(start.character, end.line === start.line ? end.character : undefined)} → ${message}`;
  });
  const marks = [...marked.matchAll(/«([^»]*)»/g)].map((match) => match[1]);
  if (marks.length > 0) expect(found.map((one) => one.slice(0, one.indexOf(" → ")))).toEqual(marks);
  return {
    knowledge: createKnowledge(data),
    messages: found.map((one) => one.slice(one.indexOf(" → ") + 3)),
  };
}

const pack = (rest: string): string => `{ "name": "Ours", ${rest} }`;

const braces = `"topics": [
  { "id": "knee-braces", "guideline": "acoem-13", "name": "Knee braces", "pages": ["340"],
    "summary": "A brace needs instability that the exam shows." }
]`;

describe("the editions of a guideline", () => {
  const withEditions = (editions: string, more = ""): string =>
    pack(
      `"guidelines": [{ "id": "hernia", "name": "Hernia Guideline", "about": "On hernias.", "kind": "mtus", ${more}
        "editions": [${editions}] }]`,
    );
  const first = `{ "years": [2027], "titles": ["Hernia Disorders"], "published": "2026-11", "from": "2027-01-01", "until": "2028-01-01" }`;

  test("are found by year and title, with the days on which they applied", () => {
    const { knowledge, messages } = withPack(
      withEditions(`${first}, { "years": [2028], "from": "2028-01-01" }`),
    );
    expect(messages).toEqual([]);
    const guideline = knowledge.guidelineNamed("Hernia Disorders", 2027);
    expect(guideline).toMatchObject({ id: "hernia", years: [2027, 2028], from: "Ours" });
    expect(guideline?.editions[0]).toMatchObject({ published: "2026-11", confidence: "medium" });
    const inForce = guideline && editionInForce(guideline, "2027-06-01", knowledge.guidelines);
    expect(inForce?.edition).toBe(guideline?.editions[0]);
  });

  test("replace those of a built-in guideline", () => {
    const { knowledge } = withPack(
      pack(`"guidelines": [{ "id": "acoem-knee", "editions": [{ "years": [2030], "from": "2030-01-01" }] }]`),
    );
    expect(knowledge.guideline("acoem-knee")?.years).toEqual([2030]);
  });

  test.each([
    [
      "an end before its beginning",
      `{ "years": [2027], "from": "2027-01-01", "until": "2026-01-01" }`,
      "can't end",
    ],
    [
      "no end before the next one",
      `{ "years": [2027], "from": "2027-01-01" }, { "years": [2028], "from": "2028-01-01" }`,
      "needs an “until” of 2028-01-01 or before",
    ],
    ["the wrong order", `${first}, { "years": [2026], "from": "2026-01-01" }`, "has to come before"],
  ])("with %s aren't used", (_, editions, why) => {
    const { knowledge, messages } = withPack(withEditions(editions));
    expect(messages).toEqual([expect.stringContaining(why)]);
    expect(knowledge.guideline("hernia")).toBeUndefined();
  });

  test("without a year, or with a date that is none, aren't used", () => {
    expect(withPack(withEditions(`{ "years": «[]» }`)).messages).toEqual(["Give at least one year."]);
    expect(withPack(withEditions(`{ "years": [2027], "published": «"May 2027"» }`)).messages).toEqual([
      expect.stringContaining("Write a date"),
    ]);
  });
});

describe("a valid pack", () => {
  test("adds a topic that citations find, with the pack as its source", () => {
    const { knowledge, messages } = withPack(pack(braces));
    expect(messages).toEqual([]);
    const topic = knowledge.topicNamed("Knee Braces", "acoem-13");
    expect(topic).toMatchObject({ from: "Ours", confidence: "medium", pages: [{ first: 340, last: 340 }] });
    expect(knowledge.topicsOnPages("acoem-13", { first: 340, last: 340 })).toContain(topic);
  });

  test("overrides the given fields of an existing topic, and no others", () => {
    const { knowledge } = withPack(pack(`"topics": [{ "id": "yoga", "summary": "Our own words." }]`));
    const { from, summary, ...rest } = knowledge.topic("yoga")!;
    const { summary: before, ...built } = createKnowledge().topic("yoga")!;
    expect({ from, summary }).toEqual({ from: "Ours", summary: "Our own words." });
    expect(before).not.toBe(summary);
    expect(rest).toEqual(built);
  });

  test("adds a drug, and names to an existing one", () => {
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
    const { knowledge, messages } = withPack(
      pack(`"guidelines": [
        { "id": "clinic", "name": "Clinic Rules", "about": "The rules of a clinic.", "kind": "other", "pages": "1-9" }
      ],
      "topics": [{ "id": "clinic-ice", "guideline": "clinic", "name": "Ice", "pages": ["3"], "summary": "Ice first." }]`),
    );
    expect(messages).toEqual([]);
    expect(knowledge.guidelineNamed("Clinic Rules")?.id).toBe("clinic");
    expect(knowledge.topicsOf("clinic").map(({ name }) => name)).toEqual(["Ice"]);
  });

  test("overrides an earlier pack", () => {
    const one = { uri: "a", text: pack(`"topics": [{ "id": "yoga", "summary": "First." }]`) };
    const two = { uri: "b", text: pack(`"topics": [{ "id": "yoga", "summary": "Second." }]`) };
    const { data } = readPacks([one, two]);
    expect(createKnowledge(data).topic("yoga")?.summary).toBe("Second.");
  });

  test("has a drug list, without the entries that say nothing", () => {
    const { knowledge, messages } = withPack(
      pack(`"date": "2026-03-01", "formulary": [
        { "ingredient": "naproxen", "status": "exempt" },
        { "ingredient": "naproxen", "status": «"maybe"» },
        { «"form": "tablet"», "status": "exempt" },
        { «"ingredient": "naproxen"» }
      ]`),
    );
    expect(messages).toEqual([
      "Use “exempt” or “non-exempt”.",
      "An entry needs “ingredient” or “brand”.",
      "An entry needs “status”, “specialFill”, or “perioperativeFill”.",
    ]);
    expect(knowledge.listed(knowledge.drugNamed("naproxen")!)).toEqual([
      { list: "Ours", date: "2026-03-01", entries: [{ ingredient: "naproxen", status: "exempt" }] },
    ]);
  });
});

describe("a wrong row is reported and left out, and the others are used", () => {
  test.each([
    [`{ "id": "yoga", "«summry»": "x" }`, "Unknown field “summry”."],
    [
      `{ "id": «"Knee Braces"» }`,
      "An id has lowercase letters, digits, and hyphens, for example “knee-braces”.",
    ],
    [`{ "id": "yoga", "summary": «7» }`, "Expected a string."],
    [`{ "id": "yoga", "pages": [«"forty"»] }`, "Write pages as “41” or “41-42”."],
    [
      `{ "id": "yoga", "pages": «["500"]» }`,
      "Chronic Pain Medical Treatment Guidelines (2009) has pages 1-127; 500 is not among them.",
    ],
    [`{ "id": "yoga", "pages": «["42-41"]» }`, "The last page of 42-41 comes before the first."],
    [
      `{ "id": "a", "guideline": «"kitchen"», "name": "A", "summary": "S" }`,
      "There is no guideline “kitchen”.",
    ],
    [`{ «"id": "a"», "guideline": "acoem-13", "name": "A" }`, "A new topic needs “summary”."],
  ])("%s", (row, message) => {
    const marked = pack(
      `"topics": [${row}, { "id": "knee-braces", "guideline": "acoem-13", "name": "Knee braces", "summary": "S." }]`,
    );
    const { knowledge, messages } = withPack(marked.replace(/"«(\w+)»"/, '«"$1"»'));
    expect(messages).toEqual([message]);
    expect(knowledge.topic("knee-braces")).toBeDefined();
    expect(knowledge.topic("yoga")?.from).toBeUndefined();
  });

  test("a drug's name that another drug has", () => {
    const { knowledge, messages } = withPack(
      pack(`"drugs": [{ "generic": "ourin", "class": "none", "brands": «["Flexeril"]» }]`),
    );
    expect(messages).toMatchInlineSnapshot(`
      [
        "“Flexeril” is already a name of cyclobenzaprine.",
      ]
    `);
    expect(knowledge.drugNamed("ourin")).toBeUndefined();
  });
});

describe("a pack that is wrong as a whole isn't used", () => {
  test.each([
    ['{ «"name": "Ours"» "topics": [] }', /^This isn't valid JSON: Comma Expected/],
    ["", /^This isn't valid JSON: Value Expected/],
    ["[]", /^Expected an object\./],
    ["null", /^Expected an object\./],
    [`{ "topics": [] }`, /“name” is missing/],
    [`{ "name": "Ours", "topics": «{}» }`, /^Expected a list\./],
  ])("%s", (text, message) => {
    const { knowledge, messages } = withPack(text.replace(/«("name": "Ours")» ("topics")/, "$1 $2"));
    expect(messages[0]).toMatch(message);
    expect(knowledge).toBe(createKnowledge());
  });

  test("is one that is too large", () => {
    expect(withPack(pack(`"topics": []${" ".repeat(4_000_001)}`)).messages).toEqual([
      "This pack isn't read because it is larger than 4 MB.",
    ]);
  });
});

describe("a bad pack harms no other, and its problems are located", () => {
  const good = { uri: "file:///good.imr-pack.json", text: pack(braces) };
  const problemsOf = (bad: Pack): readonly string[] => {
    const { data, problems } = readPacks([bad, good]);
    expect(createKnowledge(data).topic("knee-braces")?.from).toBe("Ours");
    expect(problems[good.uri]).toEqual([]);
    return (problems[bad.uri] ?? []).map(({ range: { start }, message }) => `${start.line + 1}: ${message}`);
  };
  const bad = (text: string): Pack => ({ uri, text });

  test.each([
    ["lists in lists", "[".repeat(200_000)],
    ["objects in objects", '{"a":'.repeat(200_000)],
    ["closed again", `${"[".repeat(9000)}${"]".repeat(9000)}`],
  ])("%s, nested deeply", (_, nested) => {
    const text = `{ "name": "A",\n"topics": ${nested}`;
    expect(problemsOf(bad(text))).toEqual(["2: This is nested too deeply."]);
  });

  test.each([
    ["name", '{ "topics": [],\n\n"name": "A\\ud800" }', 3],
    ["a title", '{ "name": "A", "topics": [\n{ "id": "yoga",\n"name": "\\udc00Yoga" }] }', 3],
    [
      "a brand",
      '{ "name": "A", "drugs": [\n{ "generic": "a", "class": "b", "brands": [\n\n"C\ud83d"] }] }',
      4,
    ],
  ])("half a character in %s", (_, text, line) => {
    expect(problemsOf(bad(text))).toEqual([
      `${line}: This contains half a character, a lone “\\ud800” to “\\udfff”.`,
    ]);
  });

  test("a whole character is no problem", () => {
    expect(problemsOf(bad('{ "name": "A 😀 \\ud83d\\ude00" }'))).toEqual([]);
  });

  test("a pack that wasn't read has the reason as its problem", () => {
    expect(problemsOf({ uri, unread: "It is a pipe." })).toEqual(["1: It is a pipe."]);
  });

  test("of thousands of problems, only the first 100 are listed", () => {
    const rows = Array.from({ length: 5000 }, () => "\n{}").join();
    const all = problemsOf(bad(`{ "name": "A", "topics": [${rows}] }`));
    expect(all).toHaveLength(101);
    expect(all[99]).toBe("101: “id” is missing.");
    expect(all[100]).toBe("102: This pack has 4900 more problems.");
  });

  test.each([
    '{ "name": "A", "__proto__": { "topics": 7 }, "constructor": 7 }',
    '{ "name": "A", "topics": [{ "id": "yoga", "__proto__": { "pages": ["1"] } }, { "id": "__proto__" }] }',
    '{ "name": "A", "name": "B", "topics": [], "topics": [{ "id": "a", "id": 7 }] }',
    '{ "name": "A", "guidelines": [{ "id": "acoem-12", "years": [1e400, -1e400] }] }',
    '{ "name": "toString", "drugs": [{ "generic": "constructor", "class": "a", "brands": ["__proto__"] }] }',
  ])("%s", (text) => {
    problemsOf(bad(text));
    expect(({} as Record<string, unknown>).topics).toBeUndefined();
  });
});

test.each([
  ["a byte order mark", (text: string) => `\ufeff${text}`],
  ["carriage returns as line ends", (text: string) => text.replaceAll("\n", "\r")],
  ["Windows' line ends", (text: string) => text.replaceAll("\n", "\r\n")],
])("a pack with %s is read, and lines are counted correctly", (_, as) => {
  const text = as('{ "name": "A",\n"topics": [\n{ "id":\n"yoga", "summary":\n7 }] }');
  const [{ range, message } = { range: undefined, message: "" }] =
    readPacks([{ uri, text }]).problems[uri] ?? [];
  expect(message).toBe("Expected a string.");
  expect(range?.start).toEqual({ line: 4, character: 0 });
});

test("a byte order mark before a problem on the first line isn't counted as a character", () => {
  const { problems } = readPacks([{ uri, text: "\ufeff[]" }]);
  expect(problems[uri]?.[0]?.range.start).toEqual({ line: 0, character: 0 });
});

describe("the time for a pack is linear in its length", () => {
  const rows = (length: number, row: (i: number) => object): object[] =>
    Array.from({ length: Math.ceil(length / 100) }, (_, i) => row(i));
  const drugs = (length: number) =>
    JSON.stringify({
      name: "A",
      drugs: rows(length, (i) => ({ generic: `ourdrug${i}x`, class: "none", brands: [`Brand${i}a`] })),
    });
  const topics = (length: number) =>
    JSON.stringify({
      name: "A",
      topics: rows(length, (i) => ({
        id: `t-${i}`,
        guideline: "chronic-pain-2009",
        name: `Topic number ${i} of ours`,
        aliases: ["The same for all"],
        pages: ["63"],
        summary: "S.",
        related: [`Topic number ${i + 1} of our`],
      })),
    });
  const knowledgeOf = (text: string) => createKnowledge(readPacks([{ uri, text }]).data);
  const page63 = { guideline: "chronic-pain-2009", page: 63 };

  test("to read its drugs", () => isLinear(drugs, (text) => () => readPacks([{ uri, text }])));
  test("to read its topics", () => isLinear(topics, (text) => () => readPacks([{ uri, text }])));
  test("to read wrong rows", () =>
    isLinear(
      (length) => `{ "name": "A", "topics": [${repeat('{ "id": 7, "b": 1 },', length)}] }`,
      (text) => () => readPacks([{ uri, text }]),
    ));
  test("to find its drugs", () =>
    isLinear(drugs, (text) => {
      const knowledge = knowledgeOf(text);
      return () => knowledge.drugsIn("He takes Brand7a and ourdrug17x.");
    }));
  test("to find its topics", () =>
    isLinear(topics, (text) => {
      const knowledge = knowledgeOf(text);
      return () => knowledge.topicNamed("Topic number 7 of our", "chronic-pain-2009");
    }));
  test("to write a page with all its topics, and lead on from there", () =>
    isLinear(topics, (text) => {
      const knowledge = knowledgeOf(text);
      const address = pageUri(page63, knowledge);
      return () => toPageLinks(openPageDocument(address, knowledge)!);
    }));
  test("to list all of it", () =>
    isLinear(topics, (text) => {
      const knowledge = knowledgeOf(text);
      return () => guidelineEntries(knowledge);
    }));
});

test("reading a pack never throws, whatever it contains, and its problems are within it", () => {
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

test("the published schema is up to date", async () => {
  // When this fails: npm run schemas
  const file = path.resolve(import.meta.dirname, "../../schemas/imr-pack.schema.json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(await packSchema());
});
