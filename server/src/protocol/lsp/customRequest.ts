import type { CancellationToken, Connection } from "vscode-languageserver";

/**
 * Registers a handler for a request that LSP doesn't define. An editor may send it without parameters, which then are
 * null, or with an array, of which the first element counts: the handler always gets the parameters and the token.
 */
export function onCustomRequest<P, R>(
  connection: Connection,
  method: string,
  handler: (params: P, token: CancellationToken) => R,
): void {
  connection.onRequest<unknown, unknown>(method, (...args: unknown[]): unknown =>
    handler((args.length > 1 ? args[0] : null) as P, args.at(-1) as CancellationToken),
  );
}
