/** What is stored for an ignored finding: the document, the rule, and a digest, but no text of the letter. */
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { registerIgnored } from "../../../client/src/issues/ignoredFindings.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { findingFingerprint } from "../../../server/src/review/suppressions.ts";
import { findingsIn } from "../../review/findings.ts";
import { editor, resetEditor } from "../vscode.ts";

beforeEach(resetEditor);

test("the workspace's storage has no text of the letter", async () => {
  const stored = new Map<string, unknown>();
  const storage = {
    get: (key: string, otherwise: unknown) => stored.get(key) ?? otherwise,
    update: async (key: string, value: unknown) => void stored.set(key, value),
  };
  const client = { sendIgnored: async () => {}, onDidStart: () => ({ dispose() {} }) };
  registerIgnored(client as never, storage as never);

  const text = readFileSync("samples/decision-contradicts-conclusion.imr.txt", "utf8");
  const letter = parse(text);
  const findings = findingsIn(text);
  expect(findings.length).toBeGreaterThan(0);
  for (const finding of findings) {
    const ignore = editor.commands.get("imr.ignoreFinding") as (...args: string[]) => Promise<void>;
    await ignore("file:///a.imr", finding.rule, findingFingerprint(finding, letter));
  }

  expect([...stored.keys()]).toEqual(["imr.ignored"]);
  const kept = stored.get("imr.ignored") as readonly Record<string, string>[];
  expect(kept.map((one) => Object.keys(one))).toEqual(findings.map(() => ["uri", "rule", "key"]));
  for (const { key } of kept) expect(key).toMatch(/^[\w-]{6,40}$/);
  const rules = new Set(findings.flatMap(({ rule }) => rule.split(/\W+/)));
  const words = new Set((text.match(/[A-Za-z]{5,}/g) ?? []).map((word) => word.toLowerCase()));
  const json = JSON.stringify(kept).toLowerCase();
  expect([...words].filter((word) => !rules.has(word) && json.includes(word))).toEqual([]);
});

test("a server that starts receives what is ignored in every letter, open or not", async () => {
  const ignored = [
    { uri: "file:///a.imr", rule: "issue/missing-decision", key: "k1" },
    { uri: "file:///b.imr", rule: "issue/missing-decision", key: "k2" },
    { uri: "file:///a.imr", rule: "citation/incomplete", key: "k3" },
  ];
  const storage = { get: () => ignored, update: async () => {} };
  const sent: unknown[] = [];
  let start = (): void => {};
  const client = {
    sendIgnored: async (one: unknown) => void sent.push(one),
    onDidStart: (listener: () => void) => {
      start = listener;
      return { dispose() {} };
    },
  };
  registerIgnored(client as never, storage as never);
  // Nothing is sent before that, so the server is not started for this.
  expect(sent).toEqual([]);
  start();
  expect(sent).toEqual([
    { uri: "file:///a.imr", keys: ["k1", "k3"] },
    { uri: "file:///b.imr", keys: ["k2"] },
  ]);
});

describe("restoring all ignored problems", () => {
  const ignored = [{ uri: "file:///a.imr", rule: "issue/missing-decision", key: "k1" }];

  /** What is ignored after the command, if the user selects these buttons. */
  async function restored(buttons: readonly string[], before: readonly object[] = ignored) {
    let kept = before;
    const storage = {
      get: () => kept,
      async update(_: string, next: readonly object[]) {
        kept = next;
      },
    };
    const client = { sendIgnored: async () => {}, onDidStart: () => ({ dispose() {} }) };
    registerIgnored(client as never, storage as never);
    editor.buttons = buttons;
    await (editor.commands.get("imr.clearIgnoredFindings") as () => Promise<void>)();
    // The notice with the Undo button isn't waited for.
    await new Promise((resolve) => setImmediate(resolve));
    return kept;
  }

  test("asks first", async () => {
    expect(await restored([])).toEqual(ignored);
    expect(editor.messages[0]).toBe("Restore the ignored problem of this workspace?");
    expect(await restored(["Restore"])).toEqual([]);
  });

  test("can be undone", async () => {
    expect(await restored(["Restore", "Undo"])).toEqual(ignored);
    expect(editor.messages.at(-1)).toBe("All ignored problems were restored.");
  });

  test("asks nothing if there are none", async () => {
    await restored(["Restore"], []);
    expect(editor.messages).toEqual(["No problems are ignored in this workspace."]);
  });
});
