/** Watches a conversation with the server and notes every message of the server's that is not as the protocol asks. */
import type {
  Message,
  NotificationMessage,
  RequestMessage,
  ResponseMessage,
} from "vscode-languageserver/node";
import type { Witness } from "./client.ts";
import { faultsInParams, faultsInResult } from "./metaModel.ts";
import { faultsOfPlace } from "./placed.ts";

export interface Judge {
  readonly witness: Witness;
  /** What was wrong, each once. */
  readonly faults: readonly string[];
  /** How many answers of each method were judged. */
  readonly answers: ReadonlyMap<string, number>;
}

/** `textOf` tells the text of a document as the editor has it, undefined where none is open. */
export function createJudge(textOf: (uri: string) => string | undefined): Judge {
  const asked = new Map<number | string, RequestMessage & { text: string | undefined }>();
  const faults = new Set<string>();
  const answers = new Map<string, number>();
  const note = (found: readonly string[]): void => {
    for (const fault of found) faults.add(fault);
  };

  function answered({ id, result, error }: ResponseMessage): void {
    const request = id === null ? undefined : asked.get(id);
    if (request === undefined || id === null) return;
    asked.delete(id);
    answers.set(request.method, (answers.get(request.method) ?? 0) + 1);
    if (error) {
      if (!isRefusal(request.method, error.code)) note([`${request.method} failed: ${error.code}`]);
      return;
    }
    note(faultsInResult(request.method, result));
    // An answer may be about the text of a moment later than the question.
    const { text } = request;
    if (
      text !== undefined &&
      request.method.startsWith("textDocument/") &&
      text === textOf(uriOf(request.params) ?? "")
    ) {
      note(faultsOfPlace(request.method, result, text));
    }
  }

  return {
    get faults() {
      return [...faults];
    },
    answers,
    witness: {
      sent(message: Message) {
        if (!isRequest(message)) return;
        const uri = uriOf(message.params);
        asked.set(message.id ?? "", { ...message, text: uri === undefined ? undefined : textOf(uri) });
      },
      received(message: Message) {
        if ("method" in message) {
          const { method, params } = message as NotificationMessage;
          note(faultsInParams(method, params));
        } else answered(message as ResponseMessage);
      },
    },
  };
}

const isRequest = (message: Message): message is RequestMessage => "method" in message && "id" in message;

const uriOf = (params: unknown): string | undefined =>
  (params as { textDocument?: { uri?: string } } | undefined)?.textDocument?.uri;

/** A rename is refused with words for the user; a request may be cancelled. */
const isRefusal = (method: string, code: number): boolean =>
  code === requestCancelled || (code === requestFailed && /ename/.test(method));

const requestCancelled = -32800;
const requestFailed = -32803;
