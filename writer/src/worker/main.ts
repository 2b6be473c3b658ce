/** The web worker that writes Word files. */
import type { PublishedForm } from "../../../server/src/protocol/extensions.ts";
import type { WriteAnswer } from "../writer.ts";
import { docxOf } from "./docxOf.ts";

interface Scope {
  postMessage(answer: WriteAnswer): void;
  addEventListener(type: "message", listener: (event: { readonly data: PublishedForm }) => void): void;
}

const scope = globalThis as unknown as Scope;

scope.addEventListener("message", ({ data }) => {
  docxOf(data).then(
    (bytes) => scope.postMessage(bytes),
    () => scope.postMessage(null),
  );
});
