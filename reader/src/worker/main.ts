/** The web worker that reads documents. It answers requests one after another, and is ended after a problem. */
import type { ReadAnswer, ReadRequest } from "../messages.ts";
import { LimitExceeded, startCounting } from "./limits.ts";
import { readGuideline } from "./readGuideline.ts";
import { readLetter } from "./readLetter.ts";

interface Scope {
  postMessage(answer: ReadAnswer): void;
  addEventListener(type: "message", listener: (event: { readonly data: ReadRequest }) => void): void;
}

const scope = globalThis as unknown as Scope;

scope.addEventListener("message", ({ data }) => {
  read(data).then(
    (answer) => scope.postMessage(answer),
    (error) =>
      scope.postMessage({ kind: "problem", problem: error instanceof LimitExceeded ? "tooMuch" : "damaged" }),
  );
});

async function read(request: ReadRequest): Promise<ReadAnswer> {
  startCounting(request.as);
  const onPage = (page: number, of: number): void => scope.postMessage({ kind: "progress", page, of });
  if (request.as === "guideline") return readGuideline(request, onPage);
  const read = await readLetter(request, onPage);
  return typeof read === "string" ? { kind: "problem", problem: read } : { kind: "letter", document: read };
}
