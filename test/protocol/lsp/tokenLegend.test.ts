import { describe, expect, test } from "vitest";
import { SemanticTokensRequest } from "vscode-languageserver/node";
import { letterTokenTypes } from "../../../server/src/protocol/extensions.ts";
import { editorInMemory } from "../client.ts";
import { editors } from "../editors.ts";

const uri = "file:///letters/one.imr";
const text = `IMR ISSUES, DECISIONS AND RATIONALES
Norco 10/325mg #60: Upheld

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids, criteria for use, pages 76-80.
`;

/** The colored words of the letter, each with the name that the editor is told. */
async function coloredIn(tokenTypes: readonly string[] | undefined) {
  const { capabilities } = editors.Neovim!;
  const semanticTokens = { ...capabilities?.textDocument?.semanticTokens, tokenTypes } as never;
  const textDocument = { ...capabilities?.textDocument, semanticTokens };
  const { editor } = await editorInMemory({ capabilities: { ...capabilities, textDocument } });
  await editor.open(uri, text);
  const legend = editor.hello.capabilities.semanticTokensProvider!.legend.tokenTypes;
  const tokens = await editor.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } });
  await editor.stop();
  const lines = text.split("\n");
  let [line, character] = [0, 0];
  const { data = [] } = tokens ?? {};
  return Array.from({ length: data.length / 5 }, (_, i) => {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(5 * i, 5 * i + 4);
    [line, character] = [line + down, down > 0 ? right : character + right];
    return `${legend[type]}: ${lines[line]?.slice(character, character + length)}`;
  });
}

describe("token types", () => {
  const standard = [
    "namespace: IMR ISSUES, DECISIONS AND RATIONALES",
    "type: Norco",
    "number: 10/325mg",
    "number: #60",
    "enumMember: Upheld",
    "keyword: MAXIMUS guideline:",
    "class: Chronic Pain Medical Treatment 2009",
    "string: Opioids",
    "number: 76-80",
  ];

  test("are standard ones for an editor that names no others, or none", async () => {
    expect(await coloredIn(["number", "type"])).toEqual(expect.arrayContaining(standard));
    expect(await coloredIn(undefined)).toEqual(expect.arrayContaining(standard));
  });

  test("are the server's own for an editor that names them", async () => {
    const own = await coloredIn(letterTokenTypes);
    expect(own).toEqual(
      expect.arrayContaining(["section: IMR ISSUES, DECISIONS AND RATIONALES", "drug: Norco", "dose: #60"]),
    );
    expect(own).toContain("decision: Upheld");
  });

  test("are mixed for an editor that names some", async () => {
    const some = await coloredIn(["drug"]);
    expect(some).toContain("drug: Norco");
    expect(some).toContain("enumMember: Upheld");
  });
});
