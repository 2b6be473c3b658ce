/** Text from a letter or a user's pack is shown as text, whatever it would mean in Markdown or HTML. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentLinkRequest,
  HoverRequest,
  type InlayHint,
  InlayHintRequest,
  InlayHintResolveRequest,
  type MarkupContent,
} from "vscode-languageserver/node";
import { documentationOf } from "../../server/src/features/drafting/completion.ts";
import { hoverAt } from "../../server/src/features/reading/hover.ts";
import { links } from "../../server/src/features/reading/links.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { parse } from "../../server/src/letter/parse.ts";
import { readPacks } from "../../server/src/packs/readPacks.ts";
import { knowledgeRequest } from "../../server/src/protocol/extensions.ts";
import { hoverMarkup } from "../../server/src/protocol/lsp/hoverMarkup.ts";
import { linkTarget, withoutMarkup } from "../../server/src/protocol/lsp/markup.ts";
import { pagePath, pageUri } from "../../server/src/protocol/lsp/pageUri.ts";
import { letterWith } from "../fixture/letter.ts";
import { hostileExamples, hostileWords } from "../hostile.ts";
import { shown, tipOfLink } from "../markdown.ts";
import { editorInMemory } from "./client.ts";
import { editors } from "./editors.ts";

const everyExample = hostileExamples.join(" ");

/** A pack with the text in every text field. */
const packWith = (hostile: string): string => {
  const address = `https://example.org/${hostile.replace(/\s/g, "")}`;
  return JSON.stringify({
    name: `Pack ${hostile}`,
    guidelines: [
      {
        id: "chronic-pain-2009",
        name: `Chronic Pain Medical Treatment Guidelines ${hostile}`,
        about: `About ${hostile}`,
        effective: `Since ${hostile}`,
        regulation: `Rule ${hostile}`,
        regulationUrl: address,
        url: address,
        aliases: ["Chronic Pain Treatment Guidelines", "Chronic Pain Medical Treatment", `Alias ${hostile}`],
        cited: { name: `Cited ${hostile}`, year: 2009, older: `Older ${hostile}` },
      },
    ],
    topics: [
      {
        id: "clinic-ice",
        guideline: "chronic-pain-2009",
        name: "Aaa ice",
        aliases: [`Also ${hostile}`],
        pages: ["78"],
        summary: `Sum ${hostile}`,
        recommendation: `Rec ${hostile}`,
        related: [`Rel ${hostile}`],
      },
      {
        id: "opioids",
        guideline: "chronic-pain-2009",
        name: `Opioids ${hostile}`,
        aliases: ["Opioids"],
        pages: ["78"],
        summary: `Sum ${hostile}`,
      },
    ],
    drugs: [
      { generic: `generic ${hostile}`, brands: ["Nothinga", `Brand ${hostile}`], class: `Class ${hostile}` },
    ],
  });
};

const copyWith = (hostile: string) => ({
  guideline: "chronic-pain-2009",
  source: `${hostile}.pdf`,
  imported: "2026-01-01",
  pages: [{ page: 78, text: `Aaa ice\nCopied ${hostile} words.\n` }],
});

const letter = (hostile: string): string => {
  const inLine = hostile.replace(/\s+/g, " ");
  return letterWith(
    `Nothinga 5mg #30 ${inLine}: Upheld`,
    "",
    `Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Opioids Page(s): 78. ${inLine}`,
    "",
    `MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Aaa ice, ${inLine}, page 78.`,
    "",
    `Decision rationale: Nothinga is an opioid. ${inLine}`,
    "",
    `${inLine} 5mg:`,
  );
};

/** The targets that links in hovers may have: official documents, those of the pack, and pages. */
const expected =
  /^(?:https:\/\/(?:www\.dir\.ca\.gov|govt\.westlaw\.com|example\.org)\/|imr-guideline:\/|[\w-]+\/(?:\d+|overview)\/)[^\\<>[\]]*$/;

function expectWordsOnly(markdown: string): void {
  const { links, others } = shown(markdown);
  expect(others, markdown).toEqual([]);
  for (const link of links) expect(link, markdown).toMatch(expected);
}

/** All Markdown made with the text: hovers, documentation of suggestions, and tooltips of links. */
function allMarkdown(hostile: string): ReadonlySet<string> {
  const { data, problems } = readPacks([{ uri: "file:///a.imr-pack.json", text: packWith(hostile) }]);
  expect(Object.values(problems).flat()).toEqual([]);
  const knowledge = createKnowledge(data, [copyWith(hostile)]);
  const text = letter(hostile);
  const read = parse(text);
  const all = new Set<string>();
  for (let offset = 0; offset < text.length; offset += 4) {
    const content = hoverAt(read, knowledge, offset)?.content;
    if (content === undefined) continue;
    all.add(hoverMarkup(content, true, (place) => pagePath(place, knowledge)).value);
    all.add(hoverMarkup(content, true, (place) => pageUri(place, knowledge)).value);
  }
  for (const about of [
    { guideline: "chronic-pain-2009" },
    { topic: "clinic-ice" },
    { drug: "nothinga", written: "Nothinga" },
  ]) {
    const content = documentationOf(about, undefined, undefined, knowledge);
    if (content) all.add(hoverMarkup(content, true).value);
  }
  for (const { place, url, says } of links(read, knowledge)) {
    const target = place ? pageUri(place, knowledge) : url && linkTarget(url);
    if (target === undefined) continue;
    const { links, others } = shown(tipOfLink(target, withoutMarkup(says)));
    expect(others).toEqual([]);
    expect(links).toHaveLength(1);
    expect(links[0]).toMatch(/^(?:https?:\/\/|imr-guideline:\/)[^\\<>\s]*$/i);
  }
  return all;
}

test.each(hostileExamples)("%j is shown as text everywhere", (hostile) => {
  const all = allMarkdown(hostile);
  for (const markdown of all) expectWordsOnly(markdown);
  const read = [...all].map((markdown) => shown(markdown).text).join("\n");
  for (const word of ["About", "Since", "Rule", "Sum", "Rec", "Rel", "Class", "Brand", "Pack", "Copied"]) {
    expect(read).toContain(word);
  }
});

test("combinations of such pieces are shown as text", { timeout: 180_000 }, () => {
  fc.assert(
    fc.property(hostileWords, (hostile) => {
      for (const markdown of allMarkdown(hostile)) expectWordsOnly(markdown);
    }),
    { seed: 17, numRuns: 100 },
  );
});

test("hovers, suggestions, hints, and links sent to an editor show it as text", async () => {
  const { editor } = await editorInMemory(editors["VS Code"]);
  const uri = `file:///${encodeURIComponent(`${everyExample.replaceAll("/", "")}.imr`)}`;
  const text = letter(everyExample);
  const result = await editor.connection.sendRequest<{ problems: Record<string, { message: string }[]> }>(
    knowledgeRequest,
    {
      packs: [{ uri: "file:///ours.imr-pack.json", text: packWith(everyExample) }],
      copies: [copyWith(everyExample)],
    },
  );
  expect(Object.values(result.problems).flat()).toEqual([]);
  await editor.open(uri, text);
  const textDocument = { uri };
  const all = new Set<string>();
  const show = (content: unknown): void => {
    if ((content as MarkupContent | undefined)?.kind === "markdown")
      all.add((content as MarkupContent).value);
  };

  for (const [line, words] of text.split("\n").entries()) {
    for (let character = 0; character < words.length; character += 11) {
      const position = { line, character };
      const hover = await editor.connection.sendRequest(HoverRequest.type, { textDocument, position });
      show(hover?.contents);
      if (character % 77 > 0) continue;
      const place = { textDocument, position };
      const list = await editor.connection.sendRequest(CompletionRequest.type, place);
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
  const found = (await editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument })) ?? [];
  await editor.stop();

  for (const word of ["About", "Sum", "Class", "Brand"]) {
    expect([...all].some((markdown) => shown(markdown).text.includes(`${word} Clinic>) ![x](`))).toBe(true);
  }
  for (const markdown of all) expectWordsOnly(markdown);
  expect(found.length).toBeGreaterThan(2);
  for (const { target = "", tooltip = "" } of found) {
    expect(shown(tipOfLink(target, tooltip))).toMatchObject({ links: [expect.any(String)], others: [] });
  }
});
