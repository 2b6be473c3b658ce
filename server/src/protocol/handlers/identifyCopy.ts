import { identifyGuideline } from "../../knowledge/identifyGuideline.ts";
import type { PageText } from "../../knowledge/types.ts";
import { type GuidelineMatch, identifyCopyRequest } from "../extensions.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { onRequest, type ServerFeature } from "./handler.ts";

/** `imr/identifyCopy`: which guideline a document is. */
export const identifyCopy: ServerFeature = {
  register(context) {
    const { connection, knowledge } = context;
    onCustomRequest(
      connection,
      identifyCopyRequest,
      onRequest(context)<readonly GuidelineMatch[], { readonly pages?: unknown }>(
        "Telling which guideline a document is",
        () => [],
        ({ pages }) =>
          identifyGuideline(Array.isArray(pages) ? pages.filter(isPageText) : [], knowledge()).map(
            ({ guideline: { id, name }, ...rest }) => ({ guideline: id, name, ...rest }),
          ),
      ),
    );
  },
};

const isPageText = (value: unknown): value is PageText => {
  const { page, text } = (value ?? {}) as Partial<Record<keyof PageText, unknown>>;
  return typeof page === "number" && typeof text === "string";
};
