import { afterEach, describe, expect, test } from "vitest";
import {
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
} from "vscode-languageserver/node";
import { overviewRequest } from "../../../server/src/protocol/extensions.ts";
import { flexeril, letterWith } from "../../fixture/letter.ts";
import { type Clock, type Editor, editorInMemory, vsCode, type Wishes } from "../client.ts";

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

describe("pushed diagnostics", () => {
  test("come a moment after opening, with the version of the document", async () => {
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

  test("have no links or related places if the editor can't show them", async () => {
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

describe("pulled diagnostics", () => {
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

  test("come with a link to the same page in an editor that shows it", async () => {
    await start({ capabilities: vsCode, initializationOptions: { imr: { commands: true } } });
    await editor.open(uri, undecided);
    const report = await pull();
    const href = report.kind === "full" ? report.items[0]?.codeDescription?.href : undefined;
    expect(decodeURIComponent(href ?? "")).toBe(`command:imr.showRule?["${rule}"]`);
  });

  test("come with related places", async () => {
    await start({ capabilities: vsCode });
    await editor.open(uri, contradicted);
    const report = await pull();
    expect(report).toMatchObject({ items: [{ code: "consistency/decision" }] });
    const related = report.kind === "full" ? report.items[0]?.relatedInformation : undefined;
    expect(related?.[0]).toMatchObject({ location: { uri }, message: expect.any(String) });
  });

  test("are reported as unchanged until they change", async () => {
    await start({ capabilities: vsCode });
    await editor.open(uri, undecided);
    const { resultId } = await pull();
    await editor.change(uri, { text: `${undecided}\n` });
    expect(await pull(resultId)).toEqual({ kind: "unchanged", resultId });
    await editor.change(uri, { text: sound });
    expect(await pull(resultId)).toMatchObject({ kind: "full", items: [] });
  });

  test("are none for a document that isn't open", async () => {
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

describe("a diagnostic says", () => {
  const pulled = async (text: string, wishes: Wishes = {}) => {
    await start({ capabilities: vsCode, ...wishes });
    await editor.open(uri, text);
    const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    return report.kind === "full" ? report.items : [];
  };

  test("what is wrong and, on a second line, which provision is behind it", async () => {
    const [problem] = await pulled(undecided);
    expect(problem?.message).toMatchInlineSnapshot(`
      "The decision on “Flexeril 7.5mg, #90” is missing. Add “: Upheld” or “: Overturned”.
      Labor Code 4610.6(e)"
    `);
  });

  test("that a date is in the future, by the editor's clock", async () => {
    const datedLetter = (date: string) => sound.replace("02/10/2015", date);
    expect(codes(await pulled(datedLetter("06/01/2017")))).not.toContain("consistency/chronology");
    await editor.stop();
    expect(codes(await pulled(datedLetter("06/03/2017")))).toContain("consistency/chronology");
  });

  test("how many more problems there are if there are too many to show", async () => {
    const one = flexeril.map((line) => line.replace(": Upheld", ": Perhaps"));
    const many = Array.from({ length: 520 }, (_, i) => [
      "",
      ...one.map((line) => line.replace(/7\.5mg,? #90/, `7.5mg, #${i + 100}`)),
    ]);
    const problems = await pulled(letterWith(...many.flat()));
    expect(problems).toHaveLength(500);
    expect(problems[0]).toMatchObject({
      code: "letter/too-many-findings",
      message: expect.stringMatching(/^\d+ more problems aren't shown\. .*\.$/),
    });
    expect(problems[0]).not.toHaveProperty("codeDescription");
    expect(problems[1]).toHaveProperty("codeDescription");
  });
});

describe("while a line is typed", () => {
  const headingEnd = { line: 19, character: "Flexeril 7.5mg, #90".length };
  const addsColon = { range: { start: headingEnd, end: { line: 19, character: 99 } }, text: ":" };

  test("an editor that doesn't pull is sent new problems in it a while later, once", async () => {
    await start();
    await editor.open(uri, sound);
    await settled();
    clock.advance(200);
    expect((await editor.published()).diagnostics).toEqual([]);
    await editor.change(uri, addsColon);
    await settled();
    clock.advance(200);
    await settled();
    clock.advance(1299);
    await settled();
    expect(editor.unread).toEqual([]);
    clock.advance(1);
    const { diagnostics, version } = await editor.published();
    expect(codes(diagnostics)).toEqual([rule]);
    expect(version).toBe(2);
    clock.advance(5000);
    await settled();
    expect(editor.unread).toEqual([]);
  });

  test("an editor that pulls is asked to pull again a while later", async () => {
    await start({ capabilities: vsCode });
    const pull = async () => {
      const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri },
      });
      return report.kind === "full" ? codes(report.items) : [];
    };
    await editor.open(uri, sound);
    await pull();
    await editor.change(uri, addsColon);
    expect(await pull()).toEqual([]);
    expect(editor.asked.refresh).toBe(0);
    clock.advance(1500);
    expect(await pull()).toEqual([rule]);
    expect(editor.asked.refresh).toBe(1);
    clock.advance(5000);
    await settled();
    expect(editor.asked.refresh).toBe(1);
  });

  test.each([
    ["the setting imr.holdWhileTyping is off", vsCode, { holdWhileTyping: false }],
    ["the editor doesn't support a refresh", { textDocument: { diagnostic: {} } }, {}],
  ])("nothing is deferred if %s", async (_, capabilities, imr) => {
    await start({ capabilities, settings: imr, initializationOptions: { imr } });
    await editor.open(uri, sound);
    await editor.change(uri, addsColon);
    const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    expect(report).toMatchObject({ items: [{ code: rule }] });
  });
});

describe("the setting imr.rules", () => {
  const pullCodes = async (): Promise<unknown[]> => {
    const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    return report.kind === "full" ? codes(report.items) : [];
  };

  test("is requested once for each document, and again after a change", async () => {
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

  test("is read from the initialization options, and from later notifications", async () => {
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

  test("overrides imr.preset", async () => {
    await start({ capabilities: vsCode, settings: { preset: "draft" } });
    await editor.open(uri, undecided);
    const severity = async () => {
      const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri },
      });
      return report.kind === "full" ? report.items[0]?.severity : undefined;
    };
    expect(await severity()).toBe(DiagnosticSeverity.Hint);
    editor.settings = { preset: "draft", rules: { [rule]: "error" } };
    await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    expect(await severity()).toBe(DiagnosticSeverity.Error);
  });

  test("is logged once if it is invalid", async () => {
    const settings = { rules: { "issue/unheard-of": "warning", [rule]: "loud" } };
    await start({ capabilities: vsCode, settings });
    await editor.open(uri, undecided);
    expect(await pullCodes()).toEqual([rule]);
    await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    expect(await pullCodes()).toEqual([rule]);
    expect(editor.log).toEqual([
      "imr.rules: unknown rule “issue/unheard-of” (ignored).",
      `imr.rules: expected one of off, hint, information, warning, error for “${rule}” (ignored).`,
    ]);
  });
});
