/**
 * Types each sample key by key, with the requests of an editor in between: no half-typed state makes a request fail or
 * slow. Requests are sent after each key that ends or begins something, such as a sign, a digit, or a line. In plain words,
 * the samples take turns, each at different keys. Rarer requests take turns too, and a line that an earlier sample had is
 * typed at once. With `IMR_TYPING=all`, everything is typed, everything is requested after each key, and times are shown.
 */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HoverRequest, type Position, PrepareRenameRequest } from "vscode-languageserver/node";
import { type Editor, editorInMemory, vsCode } from "./client.ts";
import { type Question, questions } from "./questions.ts";

const asksAll = process.env.IMR_TYPING === "all";
/** In plain words, requests are sent after one of this many keys. */
const stride = 9;
/** Each of the rarer requests is sent once in this many turns. */
const turns = 7;
/** The limit for a request, as a multiple of the round trip to the server. */
const allowedWays = 60;
const uri = "untitled:letter";

const samples = readdirSync("samples").filter((name) => /\.(?:txt|imr)$/.test(name));

/** A refused rename isn't a failure. */
const mayRefuse = new Set<string>([PrepareRenameRequest.method]);

describe("typing each sample", () => {
  let editor: Editor;
  const times = new Map<string, number[]>();
  const typedBefore = new Set<string>();

  /** True if something begins or ends with this piece: everything except letters of a word and spaces between words. */
  const isBoundary = (typed: string, next: string | undefined): boolean =>
    next === undefined || typed.endsWith("\n") || next.startsWith("\n") || /[^a-z ]/i.test(typed);

  /** The pieces in which the text is typed: keys, and lines that were typed before. */
  function piecesOf(text: string): readonly string[] {
    return text.split(/(?<=\n)/).flatMap((line) => {
      if (!asksAll && typedBefore.has(line)) return [line];
      typedBefore.add(line);
      return line.split("");
    });
  }

  beforeAll(async () => {
    ({ editor } = await editorInMemory({
      capabilities: vsCode,
      initializationOptions: { imr: { ignore: true, commands: true } },
    }));
  });
  afterAll(() => editor.stop());

  async function ask({ announced, method, params }: Question, position: Position, key: string) {
    if (announced && !editor.hello.capabilities[announced]) return;
    const started = performance.now();
    try {
      const textDocument = { uri };
      await editor.connection.sendRequest(method, { textDocument, ...params(position, key) });
    } catch (error) {
      if (!mayRefuse.has(method)) throw error;
    }
    const all = times.get(method) ?? [];
    times.set(method, all);
    all.push(performance.now() - started);
  }

  test.each(samples.map((name, turn) => [name, turn] as const))(
    "%s",
    { timeout: 1_800_000 },
    async (name, turn) => {
      const text = readFileSync(`samples/${name}`, "utf8").replaceAll("\r\n", "\n");
      await editor.open(uri, "");
      let [line, character] = [0, 0];
      let asked = 0;
      const pieces = piecesOf(text);
      for (const [at, typed] of pieces.entries()) {
        const start = { line, character };
        if (typed.endsWith("\n")) [line, character] = [line + 1, 0];
        else character += typed.length;
        await editor.change(uri, { range: { start, end: start }, text: typed });
        if (!asksAll && !isBoundary(typed, pieces[at + 1]) && (at + turn) % stride !== 0) continue;
        asked += 1;
        for (const [index, question] of questions.entries()) {
          if (!asksAll && !question.always && (asked + index) % turns !== 0) continue;
          await ask(question, { line, character }, typed);
        }
      }
      await editor.close(uri);
      expect(editor.log.filter((message) => /failed/.test(message))).toEqual([]);
    },
  );

  /** The time of a round trip: of a request about an empty document. */
  async function wayAlone(): Promise<number> {
    await editor.open(uri, "");
    const all: number[] = [];
    for (let turn = 0; turn < 200; turn++) {
      const started = performance.now();
      const position = { line: 0, character: 0 };
      await editor.connection.sendRequest(HoverRequest.method, { textDocument: { uri }, position });
      all.push(performance.now() - started);
    }
    await editor.close(uri);
    return median(all);
  }

  test(`the median of each request is at most ${allowedWays} times a round trip`, async () => {
    const way = await wayAlone();
    const medians = [...times].map(([method, all]) => {
      const ways = Math.round((10 * median(all)) / way) / 10;
      return { method, milliseconds: Math.round(100 * median(all)) / 100, ways, asked: all.length };
    });
    if (asksAll) console.table(medians);
    expect(medians.filter(({ ways }) => ways > allowedWays)).toEqual([]);
    expect(medians.length).toBeGreaterThan(6);
  });
});

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
