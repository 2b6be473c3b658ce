import type { CancellationToken, Connection } from "vscode-languageserver";

/**
 * Answers a request that is ours, of which LSP says nothing. An editor may send it without parameters, which are null
 * then, or with a list of them, of which the first counts: a handler gets parameters and token in any case.
 */
export function onCustomRequest<P, R>(
  connection: Connection,
  method: string,
  handler: (params: P, token: CancellationToken) => R,
): void {
  connection.onRequest<unknown, unknown>(method, (...given: unknown[]): unknown =>
    handler((given.length > 1 ? given[0] : null) as P, given.at(-1) as CancellationToken),
  );
}
