/** The names of token types that an editor knows, and how tokens refer to them. */
import { SemanticTokenTypes } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Token, TokenType } from "../../features/types.ts";
import { letterTokenTypes } from "../extensions.ts";

/** For editors that color only the types of the protocol: those that the extension's manifest names as super types. */
const standardTypes: Readonly<Record<TokenType, SemanticTokenTypes>> = {
  section: SemanticTokenTypes.namespace,
  label: SemanticTokenTypes.keyword,
  treatment: SemanticTokenTypes.function,
  decision: SemanticTokenTypes.enumMember,
  drug: SemanticTokenTypes.type,
  dose: SemanticTokenTypes.number,
  guideline: SemanticTokenTypes.class,
  topic: SemanticTokenTypes.string,
  pages: SemanticTokenTypes.number,
};

export interface TokenLegend {
  /** Each once; a token refers to its type by the index in this list. */
  readonly names: readonly string[];
  readonly numbers: Readonly<Record<TokenType, number>>;
}

/** @param known the types that the editor names */
export function tokenLegend(known: ReadonlySet<string>): TokenLegend {
  const nameOf = (type: TokenType): string => (known.has(type) ? type : standardTypes[type]);
  const names = [...new Set(letterTokenTypes.map(nameOf))];
  const numbers = letterTokenTypes.map((type) => [type, names.indexOf(nameOf(type))]);
  return { names, numbers: Object.fromEntries(numbers) as Record<TokenType, number> };
}

interface TokenSink {
  push(line: number, character: number, length: number, type: number, modifiers: number): void;
}

export function pushTokens(
  document: TextDocument,
  tokens: readonly Token[],
  { numbers }: TokenLegend,
  sink: TokenSink,
): void {
  for (const token of tokens) {
    const { line, character } = document.positionAt(token.start);
    sink.push(line, character, token.end - token.start, numbers[token.type], 0);
  }
}
