/**
 * Random edits and requests of an editor, and what must hold anyway: every result is valid and within the document, and
 * after any edits the server has exactly the editor's text.
 */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import {
  CancellationTokenSource,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type Position,
} from "vscode-languageserver/node";
import { type Editor, editorInMemory } from "./client.ts";
import { editors } from "./editors.ts";
import { createJudge } from "./judge.ts";
import { allQuestions } from "./questions.ts";

const samples = readdirSync("samples")
  .filter((name) => /\.(?:txt|imr)$/.test(name))
  .map((name) => readFileSync(`samples/${name}`, "utf8"));

const pieces = [
  ...["\n", "\r", "\r\n", "\n\r", "\f", "\u2028", "\t", " ", "", "\ufeff", "\0", "\u00ad", "\u200f"],
  ...["\u{1f600}", "\ud83d", "\ude00", "e\u0301", "-\n", "  \n\n", '"', "(", "#", "…"],
  ...[
    ": Upheld",
    ": Overturned\n",
    "Norco 10/325mg #60",
    "Decision rationale:",
    "Page(s): 9-1",
    "imr-ignore-file",
  ],
  ...[
    "IMR ISSUES, DECISIONS AND RATIONALES\n",
    "Case Number: CM16-0990001\n",
    "MAXIMUS guideline: Decision based on ",
  ],
];

/** A position in a text, as a fraction of its length. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const inserted = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...pieces) },
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 2, arbitrary: fc.constantFrom(...samples) },
  { weight: 1, arbitrary: fc.constantFrom(...pieces).map((piece) => piece.repeat(20_000)) },
);
const text = fc.oneof(
  fc.constantFrom(...samples),
  fc.constantFrom(...samples).map((sample) => sample.replaceAll("\n", "\r\n")),
  fc.constantFrom(...samples).map((sample) => `\ufeff${sample.replaceAll("\n", "\r")}`),
  fc
    .array(fc.constantFrom(...pieces, ...samples.map((sample) => sample.slice(0, 3000))), { maxLength: 6 })
    .map((parts) => parts.join("")),
  fc.constant(""),
);
const edit = fc.record({ from: place, to: place, isLong: fc.boolean(), inserted });
const first = "file:///a.imr";
const document = fc.oneof(
  { weight: 5, arbitrary: fc.constant(first) },
  { weight: 2, arbitrary: fc.constantFrom("untitled:b", "file:///with%20space/c.imr") },
);
const wildNumber = fc.oneof(
  fc.integer({ min: -5, max: 300 }),
  fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, 2 ** 53, -1, 0.5, 1e300),
);
const wild = fc.record({ line: wildNumber, character: wildNumber });
const question = fc.nat(allQuestions.length - 1);

export type Action =
  | { readonly kind: "open"; readonly uri: string; readonly text: string }
  | { readonly kind: "close"; readonly uri: string }
  | {
      readonly kind: "edit";
      readonly uri: string;
      readonly edits: readonly Edit[];
      readonly versionBy: number;
    }
  | { readonly kind: "replace"; readonly uri: string; readonly text: string }
  | { readonly kind: "undo"; readonly uri: string }
  | {
      readonly kind: "ask";
      readonly uri: string;
      readonly question: number;
      readonly at: number | Position;
      readonly other: Position;
      readonly cancel: boolean;
    }
  | { readonly kind: "settle" };

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly isLong: boolean;
  readonly inserted: string;
}

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("open" as const), uri: document, text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("close" as const), uri: document }) },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      uri: document,
      edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
      versionBy: fc.constantFrom(1, 1, 1, 0, -3, 100),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("replace" as const), uri: document, text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("undo" as const), uri: document }) },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant("ask" as const),
      uri: fc.oneof(
        { weight: 9, arbitrary: document },
        { weight: 1, arbitrary: fc.constant("file:///no.imr") },
      ),
      question,
      at: fc.oneof(place, wild),
      other: wild,
      cancel: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("settle" as const) }) },
);

/** A session opens a letter, and then does anything. */
export const actions: fc.Arbitrary<readonly Action[]> = fc
  .tuple(text, fc.array(action, { minLength: 5, maxLength: 60 }))
  .map(([opened, others]) => [{ kind: "open", uri: first, text: opened }, ...others]);

/** Counts of what was done, over all sessions. */
export const done = { sessions: 0, documents: 0, edits: 0, requests: 0, cancelled: 0, compared: 0 };

/** Runs a session. Resolves to what went wrong; empty if nothing did. */
export async function faultsOf(
  session: readonly Action[],
  wishes = editors["VS Code"],
): Promise<readonly string[]> {
  const texts = new Map<string, string>();
  const histories = new Map<string, string[]>();
  const versions = new Map<string, number>();
  const judge = createJudge((uri) => texts.get(uri));
  // So small that some of the texts are truncated.
  const settings = { holdWhileTyping: false, maxFileSize: 0.1 };
  const { editor } = await editorInMemory({ ...wishes, settings, witness: judge.witness });
  const { connection } = editor;
  let underWay: Promise<unknown>[] = [];
  const faults: string[] = [];
  done.sessions++;

  const settle = async (): Promise<void> => {
    await Promise.all(underWay);
    underWay = [];
    for (const [uri, known] of texts) faults.push(...(await unlikeFresh(editor, uri, known)));
  };
  const version = (uri: string, by: number): number => {
    const next = (versions.get(uri) ?? 0) + by;
    versions.set(uri, next);
    return next;
  };
  const open = (uri: string, opened: string): Promise<void> => {
    texts.set(uri, opened);
    histories.set(uri, []);
    done.documents++;
    const textDocument = { uri, languageId: "imr-letter", version: version(uri, 1), text: opened };
    return connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  };
  const change = (uri: string, by: number, contentChanges: object[], next: string): Promise<void> => {
    histories.get(uri)?.push(texts.get(uri) ?? "");
    texts.set(uri, next);
    done.edits += contentChanges.length;
    return connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: version(uri, by) },
      contentChanges: contentChanges as never,
    });
  };

  for (const step of session) {
    if (step.kind === "settle") await settle();
    else if (step.kind === "open") await open(step.uri, step.text);
    else if (step.kind === "close") {
      texts.delete(step.uri);
      const textDocument = { uri: step.uri };
      await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
    } else if (step.kind === "ask") underWay.push(ask(editor, step, texts.get(step.uri) ?? ""));
    else {
      const known = texts.get(step.uri);
      // An edit of a document that isn't open must have no effect.
      if (known === undefined) {
        const textDocument = { uri: step.uri, version: 1 };
        const contentChanges = [{ text: "nothing" }];
        await connection.sendNotification(DidChangeTextDocumentNotification.type, {
          textDocument,
          contentChanges,
        });
      } else if (step.kind === "replace") await change(step.uri, 1, [{ text: step.text }], step.text);
      else if (step.kind === "undo") {
        const before = histories.get(step.uri)?.pop();
        const range = { start: positionAt(known, 0), end: positionAt(known, known.length) };
        if (before !== undefined) await change(step.uri, 1, [{ range, text: before }], before);
      } else {
        const { contentChanges, next } = edited(known, step.edits);
        await change(step.uri, step.versionBy, contentChanges, next);
      }
    }
  }
  await settle();
  await editor.stop();
  return [...faults, ...judge.faults, ...editor.log];
}

/** Successive edits, each of the text after the one before. */
function edited(known: string, edits: readonly Edit[]) {
  let next = known;
  const contentChanges = edits.map(({ from, to, isLong, inserted: put }) => {
    const start = notWithinLineEnd(next, Math.floor(from * next.length));
    const reach = isLong ? next.length - start : Math.min(20, next.length - start);
    const end = notWithinLineEnd(next, start + Math.floor(to * reach));
    const range = { start: positionAt(next, start), end: positionAt(next, Math.max(start, end)) };
    next = next.slice(0, start) + put + next.slice(Math.max(start, end));
    return { range, text: put };
  });
  return { contentChanges, next };
}

/** No position is between \r and \n. */
const notWithinLineEnd = (all: string, offset: number): number =>
  all[offset - 1] === "\r" && all[offset] === "\n" ? offset - 1 : offset;

function positionAt(all: string, offset: number): Position {
  const lines = all.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

async function ask(editor: Editor, step: Extract<Action, { kind: "ask" }>, known: string): Promise<void> {
  const { announced, method, params } = allQuestions[step.question]!;
  if (announced && !editor.hello.capabilities[announced]) return;
  const at = typeof step.at === "number" ? positionAt(known, Math.floor(step.at * known.length)) : step.at;
  const source = new CancellationTokenSource();
  const answer = editor.connection.sendRequest(
    method,
    { textDocument: { uri: step.uri }, ...params(at, " ", step.other) },
    source.token,
  );
  done.requests++;
  if (step.cancel) {
    done.cancelled++;
    source.cancel();
  }
  // The judge has recorded it, and knows which requests may be refused.
  await answer.catch(() => undefined);
}

const fresh = "untitled:fresh";
const compared = [
  "textDocument/documentSymbol",
  "textDocument/semanticTokens/full",
  "textDocument/diagnostic",
  "textDocument/foldingRange",
  "textDocument/selectionRange",
  "imr/overview",
];

/** Results for an edited document that differ from those for a new one with the same text. */
async function unlikeFresh(editor: Editor, uri: string, known: string): Promise<readonly string[]> {
  await editor.open(fresh, known);
  const faults: string[] = [];
  for (const method of compared) {
    const [edited, opened] = await Promise.all([uri, fresh].map((which) => answerOn(editor, which, method)));
    if (edited !== opened) faults.push(`${method} differs from that of a fresh document`);
    done.compared++;
  }
  await editor.close(fresh);
  return faults;
}

async function answerOn(editor: Editor, uri: string, method: string): Promise<string> {
  // The outermost selection ends where the document ends.
  const positions = [{ line: 2 ** 30, character: 0 }];
  const answer = await editor.connection.sendRequest<Record<string, unknown>>(method, {
    textDocument: { uri },
    positions,
  });
  const { resultId: _, ...rest } = Array.isArray(answer) || answer === null ? { answer } : answer;
  // The two are files with the same case number, so each has a link to the other one.
  const withoutLinks = (key: string, value: unknown) => (key === "relatedInformation" ? undefined : value);
  return JSON.stringify(rest, withoutLinks).replaceAll(uri, "");
}
