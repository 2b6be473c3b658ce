import { expect } from "chai";
import * as vscode from "vscode";
import { closeAll, openLetter, positionIn, rangeOf } from "./support.ts";

suite("Reading a letter", () => {
  let document: vscode.TextDocument;
  suiteSetup(async () => {
    document = (await openLetter("two-issues.imr.txt")).document;
  });
  suiteTeardown(closeAll);

  test("the outline shows sections, treatments with their decisions, and parts", async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    expect(symbols.map(({ name }) => name)).to.include.members([
      "HOW THE IMR FINAL DETERMINATION WAS MADE",
      "CLINICAL CASE SUMMARY",
      "IMR ISSUES, DECISIONS AND RATIONALES",
    ]);
    const issues = symbols.find(({ name }) => name === "IMR ISSUES, DECISIONS AND RATIONALES")!.children;
    expect(issues.map(({ name }) => name)).to.deep.equal([
      "Cyclobenzaprine 7.5mg #60",
      "Physical therapy for the lumbar spine (12 sessions)",
    ]);
    expect(issues[0]!.detail).to.equal("Upheld");
    expect(issues[1]!.detail).to.match(/missing|no decision/i);
    expect(issues[0]!.children.map(({ name }) => name)).to.deep.equal([
      "Claims Administrator guideline",
      "MAXIMUS guideline",
      "Decision rationale",
    ]);
  });

  async function hoverOn(words: string, after?: string): Promise<string> {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      positionIn(document, words, after),
    );
    return hovers
      .flatMap(({ contents }) => contents.map((part) => (typeof part === "string" ? part : part.value)))
      .join("\n");
  }

  test("a hover on cited pages shows what they cover, how reliable that is, and a link to the document", async () => {
    const text = await hoverOn("63-66");
    expect(text).to.match(/muscle relaxants/i);
    expect(text).to.match(/page/i);
    expect(text).to.include("https://");
    expect(text).to.match(/seen|cite|confirm|sure/i);
  });

  test("a hover on a drug shows its class and names", async () => {
    const text = await hoverOn("cyclobenzaprine", "every night");
    expect(text).to.match(/^\W*cyclobenzaprine/i);
    expect(text).to.match(/Brands: .*Flexeril/);
    expect(text).to.match(/Class: .*relaxant/i);
  });

  test("a hover on an issue's heading summarizes the issue", async () => {
    const text = await hoverOn("Physical therapy for the lumbar spine (12 sessions):");
    expect(text).to.match(/Decision: missing/);
    expect(text).to.match(/Missing.*decision/);
  });

  test("an ordinary word has no hover", async () => {
    expect(await hoverOn("pallet")).to.equal("");
  });

  test("semantic tokens mark decisions, drugs, doses, and pages", async () => {
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      "vscode.provideDocumentSemanticTokensLegend",
      document.uri,
    );
    expect(legend.tokenTypes).to.have.members([
      ...["section", "label", "treatment", "decision", "drug", "dose", "guideline", "topic", "pages"],
    ]);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      "vscode.provideDocumentSemanticTokens",
      document.uri,
    );
    const marked = readTokens(document, tokens, legend);
    expect(marked).to.include.members([
      "section: CLINICAL CASE SUMMARY",
      "label: MAXIMUS guideline:",
      "decision: Upheld",
      "drug: Cyclobenzaprine",
      "drug: cyclobenzaprine",
      "pages: 63-66",
    ]);
    expect(marked.some((token) => token.startsWith("dose: 7.5"))).to.equal(true);
  });

  test("sections, issues, and parts fold", async () => {
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      "vscode.executeFoldingRangeProvider",
      document.uri,
    );
    const starts = ranges.map(({ start }) => start);
    const lineOf = (words: string): number => rangeOf(document, words).start.line;
    expect(starts).to.include.members([
      lineOf("CLINICAL CASE SUMMARY"),
      lineOf("IMR ISSUES, DECISIONS"),
      lineOf("Cyclobenzaprine 7.5mg #60: Upheld"),
      lineOf("Decision rationale:"),
    ]);
  });
});

/** "drug: Cyclobenzaprine" for each token, in order. */
function readTokens(
  document: vscode.TextDocument,
  { data }: vscode.SemanticTokens,
  { tokenTypes }: vscode.SemanticTokensLegend,
): string[] {
  const read: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines, characters, length, type] = data.slice(at, at + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const words = document.getText(new vscode.Range(line, character, line, character + length));
    read.push(`${tokenTypes[type]}: ${words}`);
  }
  return read;
}
