import { identifyGuideline } from "../../knowledge/identifyGuideline.ts";
import type { PageText } from "../../knowledge/types.ts";
import { type GuidelineMatch, identifyCopyRequest } from "../extensions.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { onRequest, type ServerFeature } from "./handler.ts";

/** `imr/identifyCopy`: the guidelines that a document may be. */
export const identifyCopy: ServerFeature = {
  register(context) {
    const { connection, knowledge } = context;
    onCustomRequest(
      connection,
      identifyCopyRequest,
      onRequest(context)<readonly GuidelineMatch[], { readonly pages?: unknown }>(
        "Identifying a guideline",
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
