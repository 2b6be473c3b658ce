/** Refuses what isn't a JSON-RPC message, without quoting it, because it may contain a letter. */
import {
  type DataCallback,
  ErrorCodes,
  type Message,
  type MessageReader,
  MessageType,
  type MessageWriter,
} from "vscode-languageserver";

/** The same reader for valid messages only. For others, the client gets an error response and a log message. */
export function validMessages(reader: MessageReader, writer: MessageWriter): MessageReader {
  const refuse = (code: number, why: string, id: string | number | null = null): void => {
    const error = { code, message: why };
    const log = { type: MessageType.Error, message: `Refused a message: ${why}` };
    for (const answer of [
      { jsonrpc: "2.0", id, error },
      { jsonrpc: "2.0", method: "window/logMessage", params: log },
    ]) {
      // A client that has disconnected needs no response.
      writer.write(answer).catch(() => undefined);
    }
  };
  reader.onError((error) => {
    if (error instanceof SyntaxError) refuse(ErrorCodes.ParseError, "It isn't valid JSON.");
  });
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen: (take: DataCallback) =>
      reader.listen((message) => {
        const why = problemWith(message);
        if (why === undefined) take(message);
        else refuse(ErrorCodes.InvalidRequest, why, idOf(message));
      }),
  };
}

function problemWith(message: unknown): string | undefined {
  if (Array.isArray(message)) return "LSP doesn't support batches.";
  if (typeof message !== "object" || message === null) return "It isn't an object.";
  const { method, id, result, error, params } = message as Partial<Record<string, unknown>>;
  if (params !== undefined && typeof params !== "object")
    return "Its parameters are neither an object nor an array.";
  if (method !== undefined) {
    if (typeof method !== "string") return "Its method isn't a string.";
    if (id !== undefined && !isId(id)) return "Its id is neither a string nor a number.";
    return isDocumentChange(method) && !hasChanges(params)
      ? "Its changes aren't changes of a document."
      : undefined;
  }
  if (result === undefined && !error) return "It has no method.";
  return isId(id) ? undefined : "It responds to no request.";
}

/** The library logs what it says about other errors in these, with the URI of the document. */
const isDocumentChange = (method: string): boolean => method === "textDocument/didChange";

function hasChanges(params: unknown): boolean {
  const { textDocument, contentChanges } = (params ?? {}) as Partial<Record<string, unknown>>;
  const { uri, version } = (textDocument ?? {}) as Partial<Record<string, unknown>>;
  return (
    typeof uri === "string" &&
    typeof version === "number" &&
    Array.isArray(contentChanges) &&
    contentChanges.every((change) => typeof (change as { text?: unknown } | null)?.text === "string")
  );
}

const isId = (id: unknown): id is string | number => typeof id === "string" || typeof id === "number";

/** The id of a request; null for a response, which isn't answered. */
function idOf(message: Message): string | number | null {
  const { id, method } = (message ?? {}) as { readonly id?: unknown; readonly method?: unknown };
  return isId(id) && method !== undefined ? id : null;
}
