/** A guideline of the user's own, which the index doesn't have, in everything that an editor asks for. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  CompletionRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  HoverRequest,
  type LocationLink,
  type MarkupContent,
  TextDocumentContentRequest,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { GuidelineCopy } from "../../server/src/knowledge/types.ts";
import {
  type CitationEdit,
  type CopyComparison,
  citeRequest,
  compareCopyRequest,
  type FoundGuidelines,
  guidelineEntriesRequest,
  knowledgeRequest,
} from "../../server/src/protocol/extensions.ts";
import { issue, letter } from "../fixture/letter.ts";
import { ownCopy } from "../fixture/ownGuideline.ts";
import { type Editor, editorInMemory, vsCode } from "./client.ts";

const uri = "file:///letter.imr";
const title = "Interagency Guideline on Knee Surgery 2012";
let editor: Editor;
beforeEach(async () => {
  ({ editor } = await editorInMemory({ capabilities: vsCode }));
});
afterEach(() => editor.stop());

const textCiting = (citation: string): string =>
  letter({
    issues: [
      issue({
        heading: "Knee brace: Upheld",
        reviewer: `MAXIMUS guideline: Decision based on Non-MTUS ${citation}`,
      }),
    ],
  });

/** Opens a letter that cites it, and resolves to a function that gives the position of words in it. */
async function open(citation: string, ...copies: readonly GuidelineCopy[]) {
  await editor.connection.sendRequest(knowledgeRequest, { packs: [], copies: [ownCopy, ...copies] });
  const document = TextDocument.create(uri, "imr-letter", 1, textCiting(citation));
  await editor.open(uri, document.getText());
  return (words: string, from = 1 - words.length) => ({
    textDocument: { uri },
    position: document.positionAt(document.getText().indexOf(words) + words.length + from),
  });
}

async function hoverOn(params: Awaited<ReturnType<typeof open>> extends (w: string) => infer P ? P : never) {
  const hover = await editor.connection.sendRequest(HoverRequest.type, params);
  return (hover?.contents as MarkupContent | undefined)?.value ?? "";
}

const definitionOf = async (params: Parameters<typeof hoverOn>[0]): Promise<string> => {
  const [link] = (await editor.connection.sendRequest(DefinitionRequest.type, params)) as LocationLink[];
  const { text } = await editor.connection.sendRequest(TextDocumentContentRequest.type, {
    uri: link!.targetUri,
  });
  return `${decodeURIComponent(link!.targetUri)} ${text.split("\n")[link!.targetSelectionRange.start.line]}`;
};

describe("a citation of it", () => {
  test("has hovers that say whose it is, and never that it was seen in letters", async () => {
    const at = await open(`${title}: Bracing after surgery, page 4.`);
    const guideline = await hoverOn(at("Interagency"));
    expect(guideline).toContain("Your own guideline, imported from knees");
    expect(guideline).toContain("from April 1, 2012, as you said when you imported it");
    const topic = await hoverOn(at("Bracing"));
    expect(topic).toContain("pages 4-5 of your copy");
    expect(topic).toContain("**Your copy:** Words on braces");
    expect(topic).toContain("Read from your copy");
    const page = await hoverOn(at("page 4.", -2));
    expect(page).toContain("Words on braces");
    for (const hover of [guideline, topic, page]) {
      expect(hover).not.toMatch(/published|Usually cited|Adopted|Unconfirmed/);
    }
  });

  test("leads to the page of the copy", async () => {
    const at = await open(`${title}: Bracing, page 4.`);
    expect(await definitionOf(at("Bracing"))).toMatch(/\/4\/.*page 4 Bracing after surgery$/);
  });

  test("isn't a problem", async () => {
    await open(`${title}: Bracing after surgery, pages 4-5.`);
    const { items } = (await editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    })) as { items: readonly { message: string; range: { start: { line: number } } }[] };
    const line = textCiting("")
      .split("\n")
      .findIndex((one) => one.startsWith("MAXIMUS guideline:"));
    expect(items.filter(({ range }) => range.start.line === line)).toEqual([]);
  });
});

test("its pages have the text of the copy, and nothing from the index", async () => {
  await open(`${title}.`);
  const { text } = await editor.connection.sendRequest(TextDocumentContentRequest.type, {
    uri: `imr-guideline:/${ownCopy.guideline}/2/`,
  });
  expect(text).toContain("Page 2 of 7");
  expect(text).toContain("From your copy: knees.pdf");
  expect(text).toContain("Before surgery, says this made-up text.");
  expect(text).toContain(
    "Topics:\n\nArthroscopy\n    Where: pages 1-3\n    Confidence: Read from your copy.\n",
  );
  expect(text).not.toMatch(/index|published/i);
});

describe("completion", () => {
  const completed = async (params: Parameters<typeof hoverOn>[0]) => {
    const answer = await editor.connection.sendRequest(CompletionRequest.type, params);
    return (Array.isArray(answer) ? answer : (answer?.items ?? [])).map(({ label }) => label);
  };

  test("offers its name", async () => {
    const at = await open("Citation Inter");
    expect(await completed(at("Non-MTUS Citation Inter", 0))).toContain(`Non-MTUS Citation ${title}`);
  });

  test("offers its topics", async () => {
    const at = await open(`${title}: `);
    expect(await completed(at(`${title}: `, 0))).toEqual(
      expect.arrayContaining(["Arthroscopy", "Bracing after surgery", "Cold therapy"]),
    );
  });
});

test("it's found by name, and is cited so that it's read back", async () => {
  const at = await open("ODG.");
  const { entries } = await editor.connection.sendRequest<FoundGuidelines>(guidelineEntriesRequest, {});
  const cold = entries.find(({ name }) => name === "Cold therapy");
  expect(cold?.where).toBe("Interagency Guideline on Knee Surgery (IGKS) (2012), page 6 of your copy");
  const edit = await editor.connection.sendRequest<CitationEdit | null>(citeRequest, {
    ...at("ODG"),
    ...cold!.cites,
  });
  expect(edit?.newText).toContain(`Non-MTUS Citation ${title}: Cold therapy.`);
});

test("a topic that was not found to end has only its first page", async () => {
  const at = await open(`${title}: Cold therapy.`);
  expect(await hoverOn(at("Cold therapy"))).toContain("page 6 of your copy");
});

test("a text without pages claims none, and its topics are found in the whole text", async () => {
  const filler = "Words that say nothing, one after another.\n".repeat(300);
  const text = `Arthroscopy\nWords on joints.\n${filler}Bracing after surgery\nWords on braces.\n${filler}`;
  const at = await open(`${title}: Bracing.`, { ...ownCopy, pages: [{ page: 1, text }] });
  const hover = await hoverOn(at("Bracing"));
  expect(hover).toContain("**Your copy:** Words on braces");
  expect(hover).not.toMatch(/pages? \d/);
  expect(await definitionOf(at("Bracing"))).toMatch(/\/overview\/.* Bracing after surgery$/);
});

test("a document whose page numbers start again claims no pages either", async () => {
  const text = "Arthroscopy\nWords on joints.\nBracing after surgery\nWords on braces.";
  const at = await open(`${title}: Bracing, page 4.`, { ...ownCopy, pages: [{ page: 0, text }] });
  const hover = await hoverOn(at("Bracing"));
  expect(hover).toContain("**Your copy:** Words on braces");
  expect(hover).not.toMatch(/pages? \d/);
  expect(await definitionOf(at("Bracing"))).toMatch(/\/overview\/.* Bracing after surgery$/);
});

describe("a copy of a guideline of the index", () => {
  const copy: GuidelineCopy = {
    guideline: "chronic-pain-2009",
    source: "official.pdf",
    imported: "2026-11-27",
    headings: [{ title: "Made-up therapy", page: 44, level: 1 }],
    pages: [
      { page: 41, text: "Cyclobenzaprine (Flexeril)\nWords." },
      { page: 44, text: "Cymbalta\nWords.\nMade-up therapy\nMore words." },
      ...Array.from({ length: 83 }, (_, index) => ({ page: 45 + index, text: "Words without a heading." })),
    ],
  };

  test("confirms and corrects pages of the index", async () => {
    const compared = await editor.connection.sendRequest<CopyComparison>(compareCopyRequest, copy);
    expect(compared).toMatchObject({ found: 2, confirmed: 1, corrected: 1, own: 1 });
    expect(await editor.connection.sendRequest(compareCopyRequest, { guideline: 1 })).toBe(null);
  });

  test("adds its topics, and says that pages are its own", async () => {
    await editor.connection.sendRequest(knowledgeRequest, { packs: [], copies: [copy] });
    const { entries } = await editor.connection.sendRequest<FoundGuidelines>(guidelineEntriesRequest, {});
    const where = (name: string) => entries.filter((one) => one.name === name).map((one) => one.where);
    expect(where("Cyclobenzaprine (Flexeril)").join()).toMatch(/pages 41-42 of your copy/);
    expect(where("Made-up therapy").join()).toMatch(/pages? 44\S* of your copy/);
    expect(where("Yoga").length).toBeGreaterThan(0);
    expect(where("Yoga").join()).not.toContain("your copy");
  });
});
