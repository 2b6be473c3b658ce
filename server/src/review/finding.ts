import type { Span } from "../letter/types.ts";
import type { Finding, Related } from "./types.ts";

export function finding({ start, end }: Span, message: string, related: readonly Related[] = []): Finding {
  return { start, end, message, related };
}
