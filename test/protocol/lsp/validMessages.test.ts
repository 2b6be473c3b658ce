/** The built server with input that isn't LSP: it responds or exits, and never quotes the input. */
import { spawn } from "node:child_process";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFramingCheck } from "../../../server/src/node/framing.ts";
import { buildServer } from "../client.ts";

let server: Awaited<ReturnType<typeof buildServer>>;
beforeAll(async () => {
  server = await buildServer();
});
afterAll(() => server.remove());

const secret = "Ms Roe of Fresno has a torn meniscus";
const framed = (body: string, header = `Content-Length: ${Buffer.byteLength(body)}`): string =>
  `${header}\r\n\r\n${body}`;
const request = (id: number, method: string, params?: object): string =>
  framed(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
const hello = request(1, "initialize", { processId: null, rootUri: null, capabilities: {} });
const goodbye = `${request(99, "shutdown")}${framed('{"jsonrpc":"2.0","method":"exit"}')}`;

/** What the server writes to an input that stays open, until it ends by itself. */
function speak(input: string): Promise<{ out: string; err: string; code: number | null }> {
  const child = spawn(process.execPath, [server.path, "--stdio"], { stdio: "pipe" });
  let [out, err] = ["", ""];
  child.stdout.on("data", (piece) => {
    out += piece;
  });
  child.stderr.on("data", (piece) => {
    err += piece;
  });
  child.stdin.on("error", () => {});
  child.stdin.write(input);
  return new Promise((resolve) => {
    child.once("close", (code) => {
      resolve({ out, err, code });
    });
  });
}

const answersIn = (out: string): readonly { id?: unknown; error?: { code: number }; result?: unknown }[] =>
  out
    .split(/Content-Length: \d+\r\n\r\n/)
    .filter((body) => body !== "")
    .map((body) => JSON.parse(body));

describe("an invalid message gets an error response, and the next one is handled as usual", () => {
  test.each([
    ["a batch", [{ jsonrpc: "2.0", id: 7, method: "x", params: { text: secret } }], -32600, null],
    ["an empty batch", [], -32600, null],
    ["an object without a method", { jsonrpc: "2.0", text: secret }, -32600, null],
    ["words", secret, -32600, null],
    ["a number", 7, -32600, null],
    ["nothing", null, -32600, null],
    ["a method that is none", { jsonrpc: "2.0", id: 7, method: { secret } }, -32600, 7],
    ["an id that is none", { jsonrpc: "2.0", id: { secret }, method: "x" }, -32600, null],
    ["parameters that are words", { jsonrpc: "2.0", id: 7, method: "x", params: secret }, -32600, 7],
    ["an answer to nothing", { jsonrpc: "2.0", id: null, error: { code: 1, message: secret } }, -32600, null],
  ])("%s", async (_, message, code, id) => {
    const { out, err, code: ended } = await speak(`${hello}${framed(JSON.stringify(message))}${goodbye}`);
    const answers = answersIn(out);
    expect(answers.filter(({ error }) => error?.code === code).map((one) => one.id)).toEqual([id]);
    expect(answers.some((one) => one.id === 99 && one.result === null)).toBe(true);
    expect(`${out}${err}`).not.toMatch(/Roe|Fresno|meniscus/);
    expect(ended).toBe(0);
  });

  test.each([`{"text": "${secret}"`, secret, "", "{", '{"a": 1e400, }'])("no JSON: %s", async (body) => {
    const { out, err, code } = await speak(`${hello}${framed(body)}${goodbye}`);
    expect(answersIn(out).filter(({ error }) => error?.code === -32700)).toHaveLength(1);
    expect(`${out}${err}`).not.toMatch(/Roe|Fresno|meniscus/);
    expect(code).toBe(0);
  });
});

test.each([
  [{ textDocument: { uri: `file:///${secret}.txt` }, contentChanges: "x" }],
  [{ textDocument: { uri: `file:///${secret}.txt`, version: 2 }, contentChanges: [{}] }],
  [{ contentChanges: [{ text: secret }] }],
  [undefined],
])("a change that isn't one is refused without naming its document: %j", async (params) => {
  const change = { jsonrpc: "2.0", method: "textDocument/didChange", params };
  const { out, err, code } = await speak(`${hello}${framed(JSON.stringify(change))}${goodbye}`);
  expect(out).toContain("Its changes aren't changes of a document.");
  expect(`${out}${err}`).not.toMatch(/Roe|Fresno|meniscus/);
  expect(code).toBe(0);
});

describe("if the framing is lost, the server says so and exits", () => {
  test.each([
    ["no length", "Content-Type: x", "has no Content-Length"],
    ["a negative length", "Content-Length: -5", "isn't a whole number"],
    ["words for a length", "Content-Length: NaN", "isn't a whole number"],
    ["a length in powers", "Content-Length: 1e3", "isn't a whole number"],
    ["no number at all", "Content-Length:", "isn't a whole number"],
    ["a huge length", "Content-Length: 99999999999", "is longer than 500 MB"],
    ["a length without end", `Content-Length: ${"9".repeat(400)}`, "isn't a whole number"],
    ["two lengths", "Content-Length: 2\r\nContent-Length: 3", "more than one Content-Length"],
    ["a line that isn't a field", `Content-Length: 2\r\n${secret}`, "a line that isn't a field"],
    ["a header without end", `X: ${"y".repeat(9000)}`, "header of a message doesn't end"],
    ["line ends of another kind", "Content-Length: 2\n\n{}", "a line that isn't a field"],
  ])("%s", async (_, header, says) => {
    const { err, code } = await speak(`${hello}${framed(JSON.stringify({ secret }), header)}`);
    expect(err).toMatch(/^IMR Letters exits: .*\.\n$/);
    expect(err).toContain(says);
    expect(err).not.toMatch(/Roe|Fresno|meniscus/);
    expect(code).toBe(1);
  });
});

test("the server also exits if all line ends are wrong", async () => {
  const { err, code } = await speak("Content-Length: 2\n\n{}");
  expect(err).toContain("header of a message doesn't end");
  expect(code).toBe(1);
});

test("messages are found however the input is split", () => {
  const bodies = fc.array(fc.string({ unit: "binary" }), { maxLength: 5 });
  fc.assert(
    fc.property(bodies, fc.array(fc.integer({ min: 1, max: 40 })), (all, cuts) => {
      const input = Buffer.from(all.map((body) => framed(body)).join(""));
      const check = createFramingCheck();
      let at = 0;
      for (const cut of [...cuts, input.length]) {
        expect(check(input.subarray(at, at + cut))).toBeUndefined();
        at += cut;
      }
    }),
    { seed: 17 },
  );
});
