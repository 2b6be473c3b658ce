/** What is no message of JSON-RPC is refused, and never quoted: it may hold a letter. */
import {
  type DataCallback,
  ErrorCodes,
  type Message,
  type MessageReader,
  MessageType,
  type MessageWriter,
} from "vscode-languageserver";

/** The same reader for messages only. For what is none, the other side gets an error, and its log a line. */
export function validMessages(reader: MessageReader, writer: MessageWriter): MessageReader {
  const refuse = (code: number, why: string, id: string | number | null = null): void => {
    const error = { code, message: why };
    const log = { type: MessageType.Error, message: `A message was refused: ${why}` };
    for (const answer of [
      { jsonrpc: "2.0", id, error },
      { jsonrpc: "2.0", method: "window/logMessage", params: log },
    ]) {
      // An editor that is gone needs no answer.
      writer.write(answer).catch(() => undefined);
    }
  };
  reader.onError((error) => {
    if (error instanceof SyntaxError) refuse(ErrorCodes.ParseError, "It is no JSON.");
  });
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen: (take: DataCallback) =>
      reader.listen((message) => {
        const why = wrongWith(message);
        if (why === undefined) take(message);
        else refuse(ErrorCodes.InvalidRequest, why, idOf(message));
      }),
  };
}

function wrongWith(message: unknown): string | undefined {
  if (Array.isArray(message)) return "Batches are no part of LSP.";
  if (typeof message !== "object" || message === null) return "It is no object.";
  const { method, id, result, error, params } = message as Partial<Record<string, unknown>>;
  if (params !== undefined && typeof params !== "object")
    return "Its parameters are neither an object nor a list.";
  if (method !== undefined) {
    if (typeof method !== "string") return "Its method is no string.";
    return id === undefined || isId(id) ? undefined : "Its id is neither a string nor a number.";
  }
  if (result === undefined && !error) return "It has no method.";
  return isId(id) ? undefined : "It answers nothing.";
}

const isId = (id: unknown): id is string | number => typeof id === "string" || typeof id === "number";

/** Of requests only: an answer is not answered. */
function idOf(message: Message): string | number | null {
  const { id, method } = (message ?? {}) as { readonly id?: unknown; readonly method?: unknown };
  return isId(id) && method !== undefined ? id : null;
}
