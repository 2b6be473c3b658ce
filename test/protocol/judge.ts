/** Watches a conversation with the server and records every message from the server that violates the protocol. */
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
  /** The violations, each once. */
  readonly faults: readonly string[];
  /** How many results of each method were checked. */
  readonly answers: ReadonlyMap<string, number>;
}

/** `textOf` returns the editor's text of a document; undefined if it isn't open. */
export function createJudge(textOf: (uri: string) => string | undefined): Judge {
  const requests = new Map<number | string, RequestMessage & { text: string | undefined }>();
  const faults = new Set<string>();
  const answers = new Map<string, number>();
  const note = (found: readonly string[]): void => {
    for (const fault of found) faults.add(fault);
  };

  function answered({ id, result, error }: ResponseMessage): void {
    const request = id === null ? undefined : requests.get(id);
    if (request === undefined || id === null) return;
    requests.delete(id);
    answers.set(request.method, (answers.get(request.method) ?? 0) + 1);
    if (error) {
      if (!isRefusal(request.method, error.code)) note([`${request.method} failed: ${error.code}`]);
      return;
    }
    note(faultsInResult(request.method, result));
    // The result may be about a later text than the request.
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
        requests.set(message.id ?? "", { ...message, text: uri === undefined ? undefined : textOf(uri) });
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

/** A rename may be refused with a message for the user; any request may be canceled. */
const isRefusal = (method: string, code: number): boolean =>
  code === requestCancelled || (code === requestFailed && /ename/.test(method));

const requestCancelled = -32800;
const requestFailed = -32803;
