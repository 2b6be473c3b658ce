import { type ParseError, parse } from "jsonc-parser";

/** A JSON object with comments, as in VS Code's settings; undefined if the text is anything else. Never throws. */
export function readJsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const errors: ParseError[] = [];
  try {
    const value: unknown = parse(text.replace(/^\ufeff/, ""), errors, { allowTrailingComma: true });
    return errors.length === 0 && typeof value === "object" && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined;
  } catch {
    // The parser is recursive.
    return undefined;
  }
}
