import type { Span } from "../letter/types.ts";
import type { Fix } from "./fix.ts";
import type { Finding, Related } from "./types.ts";

export function finding(
  { start, end }: Span,
  message: string,
  related: readonly Related[] = [],
  fixes: readonly Fix[] = [],
): Finding {
  return { start, end, message, related, fixes };
}
