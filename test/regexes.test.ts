/**
 * All regular expressions of the code and the grammar take linear time, even for hostile text. recheck analyzes each of them,
 * which takes seconds, so those found safe are recorded in `test/fixtures/regexes.json`. After a change,
 * `IMR_REGEXES=remember npx vitest run test/regexes.test.ts` analyzes the new ones and writes that file.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { checkSync } from "recheck";
import { expect, test } from "vitest";
import grammar from "../syntaxes/imr-letter.tmLanguage.json" with { type: "json" };
import { builtDuring, type Found, literalsIn } from "./regexes.ts";

/** Why expressions are safe that recheck doesn't find safe, by a piece that only this expression has. */
const harmless: Readonly<Record<string, string>> = {
  "(?:,? and|,)? *$": "flat text has no two spaces in a row",
  "The (?:expert|physician) reviewer is": "reads at most 400 characters from each start",
  "Certified in ([^.]{1,200}?)": "reads at most 200 characters from each start",
  "licensed to practice in ([^.]{1,120})": "reads at most 120 characters from each start",
  "failed to approve)\\b[^.;]{0,60}? on $": "reads at most 60 characters from each start",
  "(?<boxes>": "reads at most a few numbers and words from each start",
  "(?:out )?of (?:the )?": "reads at most three numbers from each start",
  "|office visits?": "reads at most five words after each number",
  "|rides?)": "reads at most five words after each number",
  "|canisters?|cases?)\\b": "reads at most two words after each number",
  "suppositor(?:y|ies)|films?|strips?|troches?|pads?|amp(?:ule|oule|ul)s?|count|ct|each|ea|pieces?|doses?|units?|syringes?|gummies|packets?|sachets?)\\b(?!/)":
    "reads at most two words after each number",
  "[\\d]+(?:(?:-| to )\\d+)?": "of the few characters of a match",
  "(?:the|this|current|present)(?: [\\w-]+){0,3} request":
    "one start in three words, and words are separated by spaces",
  "(?:this|it) is an? (?:[\\w-]+ ){0,2}": "reads at most two words from each start",
  "emergency))\\b[^,;]{0,60} on $": "of the last 120 characters before a date",
  "visits|sessions)\\b[^,;]{0,40} on $": "of the last 120 characters before a date",
  "(20\\d\\d)(?![\\d/-]| edition| guideline)": "reads at most 60 characters from each start",
  "journal|stud(?:y|ies) (?:by|in|of":
    "of the sentence before a date, and reads at most 60 characters from each start",
  "(?:born|birth\\w*|DOB|hired?": "\\w* ends where the word does, and no two starts share a word",
  "falling) (?:[a-z'-]+ ){1,9}on $": "of the last 150 characters before a date",
  "condition|complaint|history|symptom":
    "reads at most two words from each start, and no two starts share a word",
  "rebuttal|objection|after|following": "of the last 220 characters before a date",
  "(?:less than|fewer than|within|under": "\\w* ends where the word does, and no two starts share a word",
  "(?:requests? for (?:authorization|treatment)|\\bRFAs?": "of the last 120 characters before a date",
  "(?<!pre-employment |preemployment": "of the last 120 characters before a date",
  "(?:\\bMRIs?|\\bx-?rays?|\\bradiographs?": "of the last 120 characters before a date",
  "(?:(dates? (?:of|for)": "of the last 150 characters before a date",
  "(?:since|from|post|out from) (?:the |her": "of the last 150 characters before a date",
  "(?:\\butilization[ -]review|\\bUR\\b|\\bpeer review": "of the last 220 characters before a date",
  "case|services?|(?<act>utilization": "of the last 220 characters before a date",
  "(?:requests?|treatment|certification)\\b[^;]*": "of the first 260 characters after a date",
  "(?<values>": "reads at most four numbers from each start, and no start is between the digits of a number",
  "ACOEM)\\b.{0,80}\\b(?:silent": "reads at most 80 characters from each start",
  "discouraged|contraindicated|advised)\\b": "reads at most 60 characters from each start",
  "hemoglobin)\\b.{0,50}": "reads at most 50 characters from each start",
  "refills)\\b.{0,50}": "reads at most 50 characters from each start",
  "\\b(?:interpreted|construed|taken": "reads at most 80 characters from each start",
  "(?:slow|gradual) (?:taper|wean))\\b.{0,60}": "reads at most 100 characters from each start",
  "cannot)\\b[^,;]{0,60}\\bnecess": "reads at most 60 characters from each start",
  "^(?:is|are|was|were|cannot|does|do)\\b(?: \\w+){0,5} \\w*necess":
    "one start, and words are separated by spaces",
  "exceed\\w*|excess|than|which|that": "\\w* ends where the word does, and no two starts share a word",
  "[\\n\\r\\f]\\s*([^\\n\\r\\f]*)": "sticky: one start, and nothing after it can fail",
  "(?=, and [A-Z][A-Za-z ,-]{3,60} ": "reads at most 60 characters from each start",
  "\\s+\\S*$": "of a title of at most 80 characters",
  "\\(.*?\\)": "of a generic name in the list of drugs",
  " \\(.*\\)$": "of a generic name in the list of drugs",
  "\\((ACOEM\\b[^)]*)\\)$": "of a guideline's name in the index",
  " See [^.]*\\.$": "of a summary in the index",
  "\\$\\{\\d+:((?:[^\\\\}]|\\\\.)*)\\}": "of the server's own templates",
  "\\sand\\s+([^,;.()]*)$": "of the last 120 characters before the cursor",
  "turned|turning)|[a-z]'s) $": "of the last 60 characters before an age",
  "(?:describ|identif|list|document|present|refer)": "of the last 60 characters before an age",
  "after (?:he|she) (?:was|turned)|at)(?: [a-z]+){0,3} $": "of the last 60 characters before an age",
  "(?:(early|mid|middle|late)[- ])?(?:(": "of an age in words",
  "reflex(?:es)?(?: [a-z]+){0,6}?": "reads at most eight words from each start, which is a word's",
  "straight leg rais(?:e|ing)|bends|flexes": "reads at most 50 characters from each start",
  "severity|averag": "of the last 40 characters before a rating",
  "(?:,? (?:and )?": "reads a few words from each start: every repetition has a limit",
  "^[- ]{0,2}(?:": "of the 90 characters after an age",
  "this|(?:Mr|Mrs|Ms|Miss)": "of the last 60 characters before an age",
  "of age|aged? ": "of the last 90 characters before a noun",
  "Comment)\\d{0,2} ?: ": "reads at most 200 characters from each start",
  "[a-z][a-z _/-]{0,40}>": "reads at most 40 characters from each start",
  "(?:NOTE|Note|note) (?:TO": "reads at most three words from each start",
  "absen(?:t|ce)|missing|devoid": "reads at most two words from each start",
  "(?:EMG|NCS|NCV)s?": "reads at most six words from each start",
  "lorem ipsum": "reads at most 30 characters from each start",
  "double[- ]check|add|insert": "reads at most three words from each start",
  "citation needed|": "reads at most 120 characters from each start",
  "redacted|omitted|emphasis": "of a remnant of at most 210 characters",
  "claims? ?(?:administrat": "of a label of at most 45 characters",
  "(?:maxim\\w+|imr": "of a label of at most 45 characters",
  "rationales?|rational|reasons?": "of a label of at most 45 characters",
  "{1,44}?)[ \\t]*": "one start on each line, and at most 44 characters before the spaces",
  "materials?)\\b[^,;]{0,60}$": "reads at most 60 characters from each start",
  "as well as|licensed|licensure": "of a list of states",
  "[\\w.+-]{1,64}@": "reads at most 200 characters from each start",
  "Aaron|Adam": "reads at most a few words from each start",
  "(?:[NSEW]\\. )?": "reads at most three words from each start",
  "(?:number|no\\.?|#)){0,2}": "reads at most 40 characters from each start",
  "SSN\\b(?: (?:is": "reads at most 40 characters from each start",
  "urine (?:drug|toxicology)": "reads at most a few words from each start",
  "(?:units?|therapy|trials?|device)": "reads at most a few words from each start",
  "[^\\S\\r\\n\\f]*[\\r\\n\\f]\\s*$": "of the last 200 characters before a line",
};

/** Oniguruma's patterns in JavaScript's syntax. A pattern that ignores case in a part ignores it everywhere. */
function grammarPatterns(): readonly Found[] {
  const found: Found[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (typeof child === "string" && ["match", "begin", "end", "while"].includes(key)) {
        const flags = child.includes("(?i") ? "i" : "";
        found.push({
          source: child.replaceAll("(?i:", "(?:").replaceAll("(?i)", ""),
          flags,
          where: "grammar",
        });
      } else visit(child);
    }
  };
  visit(grammar);
  return found;
}

/** The expressions that are built while modules load and while letters are read, reviewed, and shown. */
const built = () =>
  builtDuring("while running", async () => {
    const { faultsOf } = await import("./protocol/wildSession.ts");
    const { allQuestions } = await import("./protocol/questions.ts");
    const ask = allQuestions.map((_, question) => ({
      kind: "ask" as const,
      uri: "file:///a.imr",
      question,
      at: 0.6,
      other: { line: 90, character: 0 },
      cancel: false,
    }));
    for (const name of readdirSync("samples").filter((name) => /\.(?:txt|imr)$/.test(name))) {
      const text = readFileSync(`samples/${name}`, "utf8");
      await faultsOf([{ kind: "open", uri: "file:///a.imr", text }, ...ask]);
    }
  });

const rememberedFile = "test/fixtures/regexes.json";
/** Those that triedRegexes.test.ts tries on long texts. */
const triedFile = "test/fixtures/triedRegexes.json";
const key = ({ source, flags }: Found): string => `/${source}/${flags}`;
const isHarmless = ({ source }: Found): boolean =>
  Object.keys(harmless).some((piece) => source.includes(piece));

test("every regular expression is linear", { timeout: 1_200_000 }, async () => {
  const fromData = await built();
  const patterns = grammarPatterns();
  const literals = [...literalsIn("server/src"), ...literalsIn("client/src"), ...literalsIn("reader/src")];
  expect(fromData.length).toBeGreaterThan(15);
  expect(patterns.length).toBeGreaterThan(50);
  expect(literals.length).toBeGreaterThan(350);

  const all = new Map([...literals, ...fromData, ...patterns].map((found) => [key(found), found]));
  const remembered = new Set(JSON.parse(readFileSync(rememberedFile, "utf8")) as string[]);
  const tried = new Set(JSON.parse(readFileSync(triedFile, "utf8")) as string[]);
  const unknown: string[] = [];
  const verdicts = [...all].flatMap(([name, found]) => {
    if (remembered.has(name) || tried.has(name) || isHarmless(found)) return [];
    // The flag `d` adds offsets to the matches. The analysis doesn't know it.
    const verdict = checkSync(found.source, found.flags.replace("d", ""), { timeout: 10_000 });
    if (verdict.status === "safe") remembered.add(name);
    else if (verdict.status === "unknown") unknown.push(name);
    return verdict.status === "safe" ? [] : [`${name} in ${found.where}: ${verdict.status}`];
  });
  if (process.env.IMR_REGEXES === "remember") {
    const still = [...remembered].filter((name) => all.has(name)).sort();
    writeFileSync(rememberedFile, `${JSON.stringify(still, undefined, 1)}\n`);
    const toTry = [...[...tried].filter((name) => all.has(name)), ...unknown].sort();
    writeFileSync(triedFile, `${JSON.stringify(toTry, undefined, 1)}\n`);
  }
  expect(verdicts).toEqual([]);

  const unused = Object.keys(harmless).filter(
    (piece) => ![...all.values()].some((one) => one.source.includes(piece)),
  );
  expect(unused).toEqual([]);
});

test("an expression that isn't linear would be noticed", () => {
  expect(checkSync("^(?:\\w+\\s?)+$", "").status).toBe("vulnerable");
  expect(checkSync("\\s+$", "").status).toBe("vulnerable");
});
