import { afterEach, describe, expect, test } from "vitest";
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
  InsertTextFormat,
} from "vscode-languageserver/node";
import { letterWith } from "../../fixture/letter.ts";
import { type Editor, editorInMemory, vsCode, type Wishes } from "../client.ts";

const uri = "file:///letter.imr";
const withCommands: Wishes = {
  capabilities: vsCode,
  initializationOptions: { imr: { commands: true } },
};

let editor: Editor;
afterEach(() => editor.stop());

/** The list at `|`; after a key unless requested by hand. */
async function complete(marked: string, wishes: Wishes = {}, byHand = false): Promise<CompletionList> {
  ({ editor } = await editorInMemory(wishes));
  const [before = "", after = ""] = marked.split("|");
  await editor.open(uri, before + after);
  const lines = before.split("\n");
  const list = await editor.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
    context: byHand
      ? { triggerKind: CompletionTriggerKind.Invoked }
      : { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: before.slice(-1) },
  });
  return list as CompletionList;
}

const resolve = (item: CompletionItem): Promise<CompletionItem> =>
  editor.connection.sendRequest(CompletionResolveRequest.type, item);

const citing = (words: string): string =>
  letterWith(`Cyclobenzaprine 7.5mg #60: Upheld\n\nMAXIMUS guideline:${words}`);
const rationale = letterWith("Cyclobenzaprine 7.5mg #60: Upheld\n\nDecision rationale: |").trimEnd();
const topicsOf2009 = citing(" Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): |");

describe("completion announces", () => {
  test("the trigger characters", async () => {
    ({ editor } = await editorInMemory());
    const { completionProvider } = editor.hello.capabilities;
    expect(completionProvider).toMatchObject({
      triggerCharacters: expect.arrayContaining([" ", ":", ",", "C", "M", "D"]),
      resolveProvider: true,
    });
    expect(completionProvider?.completionItem).toBeUndefined();
  });

  test("descriptions next to the label, if the editor shows them", async () => {
    ({ editor } = await editorInMemory({ capabilities: vsCode }));
    expect(editor.hello.capabilities.completionProvider?.completionItem).toEqual({
      labelDetailsSupport: true,
    });
  });
});

describe("items", () => {
  test("replace what was typed, in the order of the list", async () => {
    const { items, isIncomplete } = await complete(topicsOf2009.replace("|", "Musc|"), {}, true);
    // The server searches, so that the editor doesn't look for scattered letters.
    expect(isIncomplete).toBe(true);
    const item = items.find(({ label }) => label === "Muscle relaxants (for pain)");
    const line = topicsOf2009.split("\n").findIndex((words) => words.startsWith("MAXIMUS guideline"));
    const character = topicsOf2009.split("\n")[line]?.indexOf("|") ?? 0;
    expect(item).toMatchObject({
      kind: CompletionItemKind.Reference,
      filterText: "Muscle relaxants (for pain)",
      textEdit: {
        range: { start: { line, character }, end: { line, character: character + 4 } },
        newText: "Muscle relaxants (for pain)",
      },
    });
    const order = items.map(({ sortText }) => sortText);
    expect(order).toEqual(order.toSorted());
    expect(new Set(order).size).toBe(items.length);
  });

  test("have their description where the editor shows it", async () => {
    const { items: plain } = await complete(topicsOf2009);
    expect(plain[0]).toMatchObject({ detail: expect.stringMatching(/^pages 41-42/) });
    expect(plain[0]).not.toHaveProperty("labelDetails");
    await editor.stop();
    const { items } = await complete(topicsOf2009, { capabilities: vsCode });
    expect(items[0]).toMatchObject({ labelDetails: { description: expect.stringMatching(/^pages 41-42/) } });
    expect(items[0]).not.toHaveProperty("detail");
  });

  test("have tab stops if the editor supports them, or else marked blanks", async () => {
    const label = "There is no documentation of …";
    const { items } = await complete(rationale, { capabilities: vsCode }, true);
    expect(items.find((item) => item.label === label)).toMatchObject({
      insertTextFormat: InsertTextFormat.Snippet,
      textEdit: { newText: "There is no documentation of ${1:finding}." },
    });
    await editor.stop();
    const { items: plain } = await complete(rationale, {}, true);
    const item = plain.find((one) => one.label === label);
    expect(item).toMatchObject({ textEdit: { newText: "There is no documentation of [fill in: finding]." } });
    expect(item).not.toHaveProperty("insertTextFormat");
  });

  test("request the next step if the editor has the command", async () => {
    const { items } = await complete(citing(" |"), withCommands);
    expect(items[0]).toMatchObject({
      label: "Decision based on MTUS",
      command: { command: "editor.action.triggerSuggest" },
    });
    await editor.stop();
    const { items: plain } = await complete(citing(" |"), { capabilities: vsCode });
    expect(plain[0]).not.toHaveProperty("command");
  });

  test("preselect the decision that matches the conclusion", async () => {
    const issue =
      "Norco #60:|\n\nClaims Administrator guideline: X.\n\nMAXIMUS guideline: X.\n\nDecision rationale: Norco is medically necessary.";
    const { items } = await complete(letterWith(issue));
    expect(items.map(({ label, preselect }) => [label, preselect])).toEqual([
      ["Overturned", true],
      ["Upheld", undefined],
    ]);
  });

  test("are incomplete if the list was cut", async () => {
    const { items, isIncomplete } = await complete(rationale.replace("|", "The patient takes |"), {}, true);
    expect(items).toHaveLength(200);
    expect(isIncomplete).toBe(true);
  });

  test("are the same as by hand if the editor sends no trigger", async () => {
    ({ editor } = await editorInMemory());
    const before = rationale.replace("|", "");
    await editor.open(uri, before);
    const lines = before.split("\n");
    const list = await editor.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
    });
    expect((list as CompletionList).items.length).toBeGreaterThan(0);
  });
});

describe("no suggestions", () => {
  test("after a key in prose", async () => {
    expect(await complete(rationale)).toEqual({ isIncomplete: false, items: [] });
  });

  test("in a document that isn't open", async () => {
    ({ editor } = await editorInMemory());
    const list = await editor.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: "file:///other.imr" },
      position: { line: 0, character: 0 },
    });
    expect(list).toBeNull();
  });
});

describe("documentation", () => {
  test("of a topic, a guideline, and a drug is that of the hover", async () => {
    const { items: topics } = await complete(topicsOf2009, { capabilities: vsCode });
    expect(topics[0]).not.toHaveProperty("documentation");
    const topic = await resolve(topics[0]!);
    expect(topic).toMatchObject({
      label: "Cyclobenzaprine (Flexeril)",
      textEdit: topics[0]?.textEdit,
      documentation: {
        kind: "markdown",
        value: expect.stringMatching(/^\*\*Cyclobenzaprine[\s\S]*pages 41-42/),
      },
    });
    await editor.stop();

    const { items: guidelines } = await complete(citing(" Decision based on MTUS |"), {
      capabilities: vsCode,
    });
    const guideline = await resolve(guidelines.find(({ label }) => label === "Low Back Complaints 2004")!);
    expect(guideline.documentation).toMatchObject({
      value: expect.stringMatching(/^\*\*Low Back Complaints/),
    });
    await editor.stop();

    const { items: drugs } = await complete(rationale.replace("|", "The patient takes Flex|"), {}, true);
    const drug = await resolve(drugs.find(({ label }) => label === "Flexeril")!);
    expect(drug.documentation).toMatchObject({
      kind: "plaintext",
      value: expect.stringMatching(/^Flexeril, a brand of cyclobenzaprine/),
    });
  });

  test("of anything else is empty", async () => {
    ({ editor } = await editorInMemory());
    for (const data of [
      undefined,
      null,
      5,
      "x",
      {},
      { topic: 7 },
      { topic: "none" },
      { drug: "x" },
      { guideline: {} },
    ]) {
      expect(await resolve({ label: "Upheld", data })).not.toHaveProperty("documentation");
    }
    expect(editor.log).toEqual([]);
  });
});
