/** From a citation to the page of the guideline, and on from there. */
import { afterEach, describe, expect, test } from "vitest";
import {
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type Location,
  type LocationLink,
  TextDocumentContentRefreshRequest,
  TextDocumentContentRequest,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import { guidelinePageRequest, knowledgeRequest } from "../../../server/src/protocol/extensions.ts";
import { pageUri, parsePageUri } from "../../../server/src/protocol/lsp/pageUri.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { type Editor, editorInMemory, vsCode, type Wishes } from "../client.ts";

const knowledge = createKnowledge();
const uri = "file:///letters/letter.imr";
const letter = TextDocument.create(uri, "imr-letter", 1, letterWith(...flexeril, "", ...mri));

let editor: Editor;

async function start(wishes: Wishes = { capabilities: vsCode }): Promise<void> {
  ({ editor } = await editorInMemory(wishes));
  await editor.open(uri, letter.getText());
}

afterEach(() => editor.stop());

/** The text of a page as the editor gets it. */
const textOf = async (page: string): Promise<string> =>
  (await editor.connection.sendRequest(TextDocumentContentRequest.type, { uri: page })).text;

const definition = (words: string, of: TextDocument = letter) =>
  editor.connection.sendRequest(DefinitionRequest.type, {
    textDocument: { uri: of.uri },
    position: of.positionAt(of.getText().indexOf(words) + 1),
  });

/** "words that lead there → the line that it leads to" */
async function wayFrom(words: string, of: TextDocument = letter): Promise<string> {
  const [link] = (await definition(words, of)) as LocationLink[];
  const { originSelectionRange, targetUri, targetSelectionRange } = link!;
  const page = TextDocument.create(targetUri, "imr-guideline", 1, await textOf(targetUri));
  const { guideline, page: number } = parsePageUri(targetUri)!;
  return `${of.getText(originSelectionRange)} → ${guideline}/${number}: ${page.getText(targetSelectionRange)}`;
}

const page63 = pageUri({ guideline: "chronic-pain-2009", page: 63 }, knowledge);

async function openPage(address: string): Promise<TextDocument> {
  const text = await textOf(address);
  await editor.open(address, text);
  return TextDocument.create(address, "imr-guideline", 1, text);
}

describe("from the letter", () => {
  test("cited pages go to the page, at the cited topic", async () => {
    await start();
    expect(await wayFrom("63.")).toMatchInlineSnapshot(
      `"63 → chronic-pain-2009/63: Muscle relaxants (for pain)"`,
    );
  });

  test("a topic goes to its first page", async () => {
    await start();
    expect(await wayFrom("MUSCLE RELAXANTS")).toMatchInlineSnapshot(
      `"MUSCLE RELAXANTS (FOR PAIN) → chronic-pain-2009/63: Muscle relaxants (for pain)"`,
    );
  });

  test("a chapter and ODG go to their overviews", async () => {
    await start();
    expect(await wayFrom("Low Back Complaints")).toMatch(
      /^Low Back Complaints 2004 → acoem-12\/undefined: Guideline:/,
    );
  });

  test("a drug still goes to the heading that decides it", async () => {
    await start();
    const [link] = (await definition("Flexeril")) as LocationLink[];
    expect(link!.targetUri).toBe(uri);
  });

  test("links go to the pages, at the line of the cited topic", async () => {
    await start();
    const found = await editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
    const targets = (found ?? []).map(
      ({ range, target }) => `${letter.getText(range)} → ${decodeURIComponent(target!)}`,
    );
    expect(targets).toContain(
      "63 → imr-guideline:/chronic-pain-2009/63/Chronic Pain Medical Treatment Guidelines (2009), page 63",
    );
    expect(
      targets.some((target) => /^Special Studies → imr-guideline:\/acoem-12\/.*#L\d+$/.test(target)),
    ).toBe(true);
  });

  test("a hover links there too", async () => {
    await start();
    const hover = await editor.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: letter.positionAt(letter.getText().indexOf("63.") + 1),
    });
    expect(JSON.stringify(hover)).toContain(
      "[Open page 63 in the editor](imr-guideline:/chronic-pain-2009/63/",
    );
  });
});

describe("a page", () => {
  test("has an outline of its topics, folds them, and links to adjacent pages and the official copy", async () => {
    await start();
    const page = await openPage(page63);
    const textDocument = { uri: page63 };
    const symbols = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    expect(symbols?.map(({ name }) => name)).toContain("Muscle relaxants (for pain)");
    expect(await editor.connection.sendRequest(FoldingRangeRequest.type, { textDocument })).toHaveLength(
      symbols!.length,
    );
    const found = (await editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument })) ?? [];
    const words = found.map(({ range }) => page.getText(range));
    expect(words).toEqual(expect.arrayContaining(["page 62", "page 64", "PDF, page 63", "Carisoprodol"]));
  });

  test("has definitions, also to a related topic", async () => {
    await start();
    const page = await openPage(page63);
    expect(await wayFrom("page 64", page)).toMatch(/^page 64 → chronic-pain-2009\/64: Guideline:/);
    expect(await wayFrom("Carisoprodol", page)).toMatchInlineSnapshot(
      `"Carisoprodol → chronic-pain-2009/29: Carisoprodol (Soma)"`,
    );
    expect(await definition("How sure", page)).toBeNull();
  });

  test("isn't a letter and has no problems", async () => {
    await start();
    await openPage(page63);
    const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: page63 },
    });
    expect(report).toMatchObject({ items: [] });
  });

  test("that is open is refreshed when the knowledge changes", async () => {
    await start();
    await openPage(page63);
    const again = new Promise((resolve) => {
      editor.connection.onRequest(TextDocumentContentRefreshRequest.type, ({ uri: page }) => resolve(page));
    });
    await editor.connection.sendRequest(knowledgeRequest, { packs: [], copies: [] });
    expect(await again).toBe(page63);
  });

  test("of an unknown guideline says so", async () => {
    await start();
    expect(await textOf("imr-guideline:/kitchen-tables/3/x")).toMatchInlineSnapshot(`
      "This guideline isn't in the index.
      "
    `);
    expect(await textOf("imr-guideline:/chronic-pain-2009/900/x")).toContain("Nearest page: page 127");
  });
});

describe("editors that don't support virtual documents", () => {
  test("go from a drug to its heading, and nowhere from a citation; links go to the official copy", async () => {
    await start({});
    expect(editor.hello.capabilities.workspace?.textDocumentContent).toBeUndefined();
    expect(await definition("63.")).toBeNull();
    const found = await editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
    expect(found?.every(({ target }) => target?.startsWith("https:"))).toBe(true);
  });

  test("can use a custom request instead", async () => {
    await start({ initializationOptions: { imr: { pages: true } } });
    const { uri: page } = (await definition("63.")) as Location;
    const answer = await editor.connection.sendRequest(guidelinePageRequest, { uri: page });
    expect(answer).toMatchObject({ text: expect.stringContaining("Page 63 of 127") });
    expect(await editor.connection.sendRequest(guidelinePageRequest, { uri })).toBeNull();
  });
});

describe("addresses", () => {
  test("of every page are parsed again, also as editors write them", () => {
    for (const { id, pages } of knowledge.guidelines) {
      for (const page of [undefined, pages?.first]) {
        const address = pageUri({ guideline: id, page }, knowledge);
        expect(parsePageUri(address)).toEqual({ guideline: id, page });
        expect(parsePageUri(decodeURIComponent(address))).toEqual({ guideline: id, page });
        expect(parsePageUri(`${address}#L12`)).toEqual({ guideline: id, page });
      }
    }
  });

  test.each([
    "imr-guideline:/",
    "imr-guideline:/acoem-12/twelve",
    "file:///acoem-12/12",
    "imr-guideline:/a/1e9",
    "",
  ])("%s isn't the address of a page", (address) => expect(parsePageUri(address)).toBeUndefined());
});
