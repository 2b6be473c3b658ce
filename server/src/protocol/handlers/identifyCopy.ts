import { compareCopy } from "../../knowledge/compareCopy.ts";
import { identifyGuideline } from "../../knowledge/identifyGuideline.ts";
import type { PageText } from "../../knowledge/types.ts";
import { isCopy, isHeading } from "../../knowledge/validCopy.ts";
import {
  type CopyComparison,
  compareCopyRequest,
  type GuidelineMatch,
  identifyCopyRequest,
} from "../extensions.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { onRequest, type ServerFeature } from "./handler.ts";

/** `imr/identifyCopy`: the guidelines that a document may be; `imr/compareCopy`: what a copy says about the index. */
export const identifyCopy: ServerFeature = {
  register(context) {
    const { connection, knowledge } = context;
    onCustomRequest(
      connection,
      identifyCopyRequest,
      onRequest(context)<
        readonly GuidelineMatch[],
        { readonly pages?: unknown; readonly headings?: unknown }
      >(
        "Identifying a guideline",
        () => [],
        ({ pages, headings }) =>
          identifyGuideline(
            Array.isArray(pages) ? pages.filter(isPageText) : [],
            knowledge(),
            Array.isArray(headings) ? headings.filter(isHeading) : [],
          ).map(({ guideline: { id, name, isOwn, from, kind }, ...rest }) => ({
            guideline: id,
            name,
            kind,
            isOwn: isOwn === true && from === undefined,
            ...rest,
          })),
      ),
    );

    onCustomRequest(
      connection,
      compareCopyRequest,
      onRequest(context)<CopyComparison | null, unknown>(
        "Comparing a copy with the index",
        () => null,
        (copy) => (isCopy(copy) ? compareCopy(copy) : null),
      ),
    );
  },
};

const isPageText = (value: unknown): value is PageText => {
  const { page, text } = (value ?? {}) as Partial<Record<keyof PageText, unknown>>;
  return typeof page === "number" && typeof text === "string";
};
