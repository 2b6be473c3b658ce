import { afterEach, describe, expect, test } from "vitest";
import {
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
} from "vscode-languageserver/node";
import { overviewRequest } from "../../server/src/protocol/extensions.ts";
import { flexeril, letterWith } from "../features/letters.ts";
import { type Clock, type Editor, editorInMemory, vsCode, type Wishes } from "./client.ts";

const uri = "file:///letter.imr";
const sound = letterWith(...flexeril);
const undecided = letterWith("Flexeril 7.5mg, #90:", ...flexeril.slice(1));
const contradicted = sound.replace("is not medically necessary", "is medically necessary");
const rule = "issue/missing-decision";

let editor: Editor;
let clock: Clock;

async function start(wishes: Wishes = {}): Promise<void> {
  ({ editor, clock } = await editorInMemory(wishes));
}

afterEach(() => editor.stop());

/** Answers come in order: after this, all that was sent before has been read and answered. */
async function settled(): Promise<void> {
  for (let i = 0; i < 3; i++) await editor.connection.sendRequest(overviewRequest, { textDocument: { uri } });
}

const codes = (diagnostics: readonly { code?: unknown }[]): unknown[] => diagnostics.map(({ code }) => code);

describe("pushed problems", () => {
  test("come a pause after opening, with the version that they are of", async () => {
    await start();
    await editor.open(uri, undecided);
    await settled();
    clock.advance(199);
    await settled();
    expect(editor.unread).toEqual([]);
    clock.advance(1);
    const { diagnostics, version } = await editor.published();
    expect(codes(diagnostics)).toEqual([rule]);
    expect(version).toBe(1);
    expect(diagnostics[0]).toMatchObject({ source: "imr", severity: 2 });
  });

  test("wait until typing pauses", async () => {
    await start();
    await editor.open(uri, undecided);
    await settled();
    clock.advance(150);
    await editor.change(uri, { text: sound });
    await settled();
    clock.advance(150);
    await settled();
    expect(editor.unread).toEqual([]);
    clock.advance(50);
    expect(await editor.published()).toEqual({ uri, version: 2, diagnostics: [] });
  });

  test("the same list is not sent twice", async () => {
    await start();
    await editor.open(uri, undecided);
    await settled();
    clock.advance(200);
    await editor.published();
    await editor.change(uri, { text: `${undecided}\n` });
    await settled();
    clock.advance(200);
    await settled();
    expect(editor.unread).toEqual([]);
  });

  test("are cleared when the document closes, and none come afterwards", async () => {
    await start();
    await editor.open(uri, undecided);
    await settled();
    clock.advance(200);
    await editor.published();
    await editor.change(uri, { text: sound });
    await editor.close(uri);
    expect(await editor.published()).toEqual({ uri, diagnostics: [] });
    clock.advance(200);
    await settled();
    expect(editor.unread).toEqual([]);
  });

  test("leave out what the editor cannot show", async () => {
    await start();
    await editor.open(uri, contradicted);
    await settled();
    clock.advance(200);
    const { diagnostics } = await editor.published();
    expect(codes(diagnostics)).toEqual(["consistency/decision"]);
    expect(diagnostics[0]).not.toHaveProperty("codeDescription");
    expect(diagnostics[0]).not.toHaveProperty("relatedInformation");
  });
});

describe("pulled problems", () => {
  const pull = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      previousResultId,
    });

  test("come with a link to the rule's page", async () => {
    await start({ capabilities: vsCode });
    await editor.open(uri, undecided);
    expect(await pull()).toMatchObject({
      kind: "full",
      items: [
        {
          code: rule,
          codeDescription: {
            href: "https://github.com/imr-letters/imr-letters/blob/main/docs/rules/issue-missing-decision.md",
          },
        },
      ],
    });
  });

  test("come with the places that explain them", async () => {
    await start({ capabilities: vsCode });
    await editor.open(uri, contradicted);
    const report = await pull();
    expect(report).toMatchObject({ items: [{ code: "consistency/decision" }] });
    const related = report.kind === "full" ? report.items[0]?.relatedInformation : undefined;
    expect(related?.[0]).toMatchObject({ location: { uri }, message: expect.any(String) });
  });

  test("are unchanged where they are, and full again where they are not", async () => {
    await start({ capabilities: vsCode });
    await editor.open(uri, undecided);
    const { resultId } = await pull();
    await editor.change(uri, { text: `${undecided}\n` });
    expect(await pull(resultId)).toEqual({ kind: "unchanged", resultId });
    await editor.change(uri, { text: sound });
    expect(await pull(resultId)).toMatchObject({ kind: "full", items: [] });
  });

  test("are none for a document that is not open", async () => {
    await start({ capabilities: vsCode });
    expect(await pull()).toMatchObject({ kind: "full", items: [] });
    expect(editor.asked.configuration).toBe(0);
  });

  test("are not pushed as well", async () => {
    await start({ capabilities: vsCode });
    await editor.open(uri, undecided);
    await settled();
    clock.advance(1000);
    await settled();
    expect(editor.unread).toEqual([]);
  });
});

describe("the setting imr.rules", () => {
  const pullCodes = async (): Promise<unknown[]> => {
    const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    return report.kind === "full" ? codes(report.items) : [];
  };

  test("is asked of the editor once a document, and again after a change", async () => {
    await start({ capabilities: vsCode, settings: { rules: { [rule]: "off" } } });
    await editor.open(uri, undecided);
    expect(await pullCodes()).toEqual([]);
    expect(await pullCodes()).toEqual([]);
    expect(editor.asked).toMatchObject({ configuration: 1, registration: 1, refresh: 0 });

    editor.settings = { rules: { [rule]: "error" } };
    await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    expect(await pullCodes()).toEqual([rule]);
    expect(editor.asked).toMatchObject({ configuration: 2, refresh: 1 });

    await editor.close(uri);
    await editor.open(uri, undecided);
    await pullCodes();
    expect(editor.asked.configuration).toBe(3);
  });

  test("is taken from the start, and from what the editor announces later", async () => {
    await start({ initializationOptions: { imr: { rules: { [rule]: "hint" } } } });
    await editor.open(uri, undecided);
    await settled();
    clock.advance(200);
    expect((await editor.published()).diagnostics).toMatchObject([{ code: rule, severity: 4 }]);

    const settings = { imr: { rules: { [rule]: "off" } } };
    await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    await settled();
    clock.advance(200);
    expect((await editor.published()).diagnostics).toEqual([]);
  });

  test("says once, in plain words, what it cannot use", async () => {
    const settings = { rules: { "issue/unheard-of": "warning", [rule]: "loud" } };
    await start({ capabilities: vsCode, settings });
    await editor.open(uri, undecided);
    expect(await pullCodes()).toEqual([rule]);
    await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    expect(await pullCodes()).toEqual([rule]);
    expect(editor.log).toEqual([
      'The setting imr.rules names "issue/unheard-of", which is no rule of this version; it is ignored.',
      `The setting imr.rules gives "${rule}" a severity other than off, hint, information, warning, error; it is ignored.`,
    ]);
  });
});
