/** A letter with another layout gets the same results: only their positions move along with the words. */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Position } from "vscode-languageserver/node";
import { type Editor, editorInMemory } from "./client.ts";
import { editors } from "./editors.ts";
import { allQuestions } from "./questions.ts";

const samples = readdirSync("samples")
  .filter((name) => /\.(?:txt|imr)$/.test(name))
  .map((name) => [name, readFileSync(`samples/${name}`, "utf8").replaceAll("\r\n", "\n")] as const);

const uri = "file:///letter.imr";
type Move = (position: Position) => Position;

let editor: Editor;
beforeAll(async () => {
  ({ editor } = await editorInMemory({ ...editors["VS Code"], settings: { holdWhileTyping: false } }));
});
afterAll(() => editor.stop());

/** Requests for the whole letter, and for a position in its rationale. */
const whole = [
  "textDocument/diagnostic",
  "textDocument/documentSymbol",
  "textDocument/codeLens",
  "textDocument/documentLink",
  "textDocument/inlayHint",
  "imr/overview",
];
const atPlace = [
  "textDocument/hover",
  "textDocument/definition",
  "textDocument/references",
  "textDocument/documentHighlight",
  "textDocument/linkedEditingRange",
];

async function answersOn(text: string, places: readonly Position[]): Promise<Record<string, unknown>> {
  await editor.open(uri, text);
  const answers: Record<string, unknown> = {};
  const ask = async (method: string, place: Position) => {
    const { params } = allQuestions.find((one) => one.method === method)!;
    const asked = { textDocument: { uri }, ...params(place, " ") };
    return editor.connection.sendRequest<object | null>(method, asked);
  };
  for (const method of whole) answers[method] = await ask(method, { line: 0, character: 0 });
  for (const method of atPlace) {
    answers[method] = [];
    for (const place of places) (answers[method] as unknown[]).push(await ask(method, place));
  }
  answers.tokens = await tokens();
  await editor.close(uri);
  return answers;
}

/** Semantic tokens as ranges. */
async function tokens() {
  const answer = await editor.connection.sendRequest<{ data: number[] }>("textDocument/semanticTokens/full", {
    textDocument: { uri },
  });
  let [line, character] = [0, 0];
  return Array.from({ length: answer.data.length / 5 }, (_, i) => {
    const [downBy = 0, rightBy = 0, length = 0, type = 0] = answer.data.slice(i * 5, i * 5 + 4);
    [line, character] = downBy > 0 ? [line + downBy, rightBy] : [line, character + rightBy];
    return { start: { line, character }, end: { line, character: character + length }, type };
  });
}

/** The result with every position moved, without result ids, and with the letter's line ends in fixes. */
function moved(value: unknown, move: Move): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => moved(one, move));
  if ("line" in value && "character" in value) return move(value as Position);
  // A guideline page doesn't move with the letter.
  const isElsewhere = "targetUri" in value && value.targetUri !== uri;
  return Object.fromEntries(
    // The data of a hint contains an offset.
    Object.entries(value).flatMap(([name, child]) =>
      name === "resultId" || name === "data"
        ? []
        : [[name, moved(child, isElsewhere && name !== "originSelectionRange" ? same : move)]],
    ),
  );
}

const same: Move = (position) => position;

/** Two places in each issue: a drug or treatment, and a citation. */
const placesIn = (text: string): readonly Position[] =>
  text.split("\n").flatMap((line, number) => {
    const character = /Upheld|Overturned/.test(line) ? 2 : line.search(/MTUS|Page\(s\)|necessary/);
    return character < 0 ? [] : [{ line: number, character: character + 1 }];
  });

describe.each(samples)("%s", (_, text) => {
  const places = placesIn(text);
  let plain: Record<string, unknown>;
  beforeAll(async () => {
    plain = await answersOn(text, places);
  });

  test.each([
    ["Windows", "\r\n"],
    ["old Macs", "\r"],
  ])("with the line ends of %s, no position changes", async (_system, lineEnd) => {
    const answers = await answersOn(text.replaceAll("\n", lineEnd), places);
    expect(moved(answers, same)).toEqual(moved(plain, same));
  });

  test("with an emoji and a space before a line of prose, positions in that line move by three units", async () => {
    const lines = text.split("\n");
    const prose = lines.flatMap((line, number) =>
      /^[a-z]/.test(line) && !/[:]|Page|MTUS|\d/.test(line) && line.length > 40 ? [number] : [],
    );
    const chosen = prose.filter((_number, i) => i % 3 === 0).slice(0, 4);
    for (const number of chosen) {
      const shifted = lines.with(number, `😀 ${lines[number]}`).join("\n");
      const move: Move = ({ line, character }) => ({
        line,
        character: line === number && character > 0 ? character + 3 : character,
      });
      const answers = await answersOn(shifted, places.map(move));
      expect(moved(answers, same), lines[number]).toEqual(moved(plain, move));
    }
  });

  test("double-spaced, every line is twice as far down", async () => {
    const spaced = text
      .split("\n")
      .map((line) => (line === "" ? " " : line))
      .join("\n\n");
    const move: Move = ({ line, character }) => ({ line: line * 2, character });
    const answers = await answersOn(spaced, places.map(move));
    expect(moved(answers, same)).toEqual(moved(plain, move));
  });
});
