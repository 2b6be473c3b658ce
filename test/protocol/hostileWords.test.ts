/** Words of a letter or of a user's pack are shown as words, whatever they would mean in Markdown or HTML. */
import { expect, test } from "vitest";
import {
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  HoverRequest,
  type InlayHint,
  InlayHintRequest,
  InlayHintResolveRequest,
  type MarkupContent,
} from "vscode-languageserver/node";
import { knowledgeRequest } from "../../server/src/protocol/extensions.ts";
import { letterWith } from "../fixture/letter.ts";
import { editorInMemory } from "./client.ts";
import { editors } from "./editors.ts";

const uri = "file:///letter.imr";
const hostile =
  "[press](command:evil) ![](https://example.org/a.png) <img src=x onerror=alert(1)> `code` **bold** <a href='command:x'>y</a> https://evil.example &lt;b&gt;";

const pack = JSON.stringify({
  name: `Pack ${hostile}`,
  guidelines: [
    {
      id: "chronic-pain-2009",
      about: `About ${hostile}`,
      effective: `Since ${hostile}`,
      regulation: `Rule ${hostile}`,
      regulationUrl: "https://example.org/a)](command:evil)<img>",
    },
  ],
  topics: [
    {
      id: "clinic-ice",
      guideline: "chronic-pain-2009",
      name: "Aaa ice",
      pages: ["78"],
      summary: `Sum ${hostile}`,
      recommendation: `Rec ${hostile}`,
      related: [`Rel ${hostile}`],
    },
  ],
  drugs: [{ generic: "placebodrine", brands: ["Nothinga", `Brand ${hostile}`], class: `Class ${hostile}` }],
});

const text = letterWith(
  `Nothinga 5mg #30 ${hostile}: Upheld`,
  "",
  "Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Opioids Page(s): 78.",
  "",
  `MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Aaa ice ${hostile} Page(s): 78.`,
  "",
  "Decision rationale: Nothinga is an opioid.",
);

/** What Markdown would make something of, once what is escaped and the server's own links are taken out. */
const alive = (markdown: string): readonly string[] =>
  markdown
    .replace(/\\[^\w\s]/g, "")
    .replace(/\[[^[\]]*\]\((?:https:\/\/|imr-guideline:\/)[^()<>\s]*\)/g, "")
    .match(/[[\]<`]|:\/\/|&\w+;/g) ?? [];

test("hovers, suggestions and hints show them as words", async () => {
  const { editor } = await editorInMemory(editors["VS Code"]);
  const told = await editor.connection.sendRequest<{ problems: Record<string, { message: string }[]> }>(
    knowledgeRequest,
    { packs: [{ uri: "file:///ours.imr-pack.json", text: pack }], copies: [] },
  );
  expect(Object.values(told.problems).flat()).toEqual([]);
  await editor.open(uri, text);
  const textDocument = { uri };
  const shown = new Set<string>();
  const show = (content: unknown): void => {
    if ((content as MarkupContent | undefined)?.kind === "markdown")
      shown.add((content as MarkupContent).value);
  };

  for (const [line, words] of text.split("\n").entries()) {
    for (let character = 0; character < words.length; character += 3) {
      const position = { line, character };
      const hover = await editor.connection.sendRequest(HoverRequest.type, { textDocument, position });
      show(hover?.contents);
      if (character % 30 > 0) continue;
      const asked = { textDocument, position };
      const list = await editor.connection.sendRequest(CompletionRequest.type, asked);
      const items: CompletionItem[] = Array.isArray(list) ? list : (list?.items ?? []);
      for (const item of items.filter(({ data }) => data !== undefined).slice(0, 40)) {
        show((await editor.connection.sendRequest(CompletionResolveRequest.type, item)).documentation);
      }
    }
  }
  const range = { start: { line: 0, character: 0 }, end: { line: 200, character: 0 } };
  const hints = await editor.connection.sendRequest(InlayHintRequest.type, { textDocument, range });
  for (const hint of hints ?? []) {
    show((await editor.connection.sendRequest<InlayHint>(InlayHintResolveRequest.method, hint)).tooltip);
  }
  await editor.stop();

  const all = [...shown];
  for (const word of ["About", "Sum", "Class", "Brand"]) {
    expect(
      all.some((markdown) => markdown.includes(`${word} \\[press\\]`)),
      word,
    ).toBe(true);
  }
  expect(all.flatMap((markdown) => alive(markdown).map((one) => `${one} in ${markdown}`))).toEqual([]);
});

test("what is alive would be noticed", () => {
  expect(alive("[a](command:x)").length).toBeGreaterThan(0);
  expect(alive("<img>").length).toBeGreaterThan(0);
  expect(alive("[a](https://example.org) \\[b\\] **c**")).toEqual([]);
});
