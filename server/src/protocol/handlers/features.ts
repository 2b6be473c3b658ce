/** All features of the server except diagnostics. */
import { cite } from "./cite.ts";
import { codeAction } from "./codeAction.ts";
import { codeLens } from "./codeLens.ts";
import { completion } from "./completion.ts";
import { definition } from "./definition.ts";
import { determinationsOn } from "./determinationsOn.ts";
import { documentHighlight } from "./documentHighlight.ts";
import { documentLink } from "./documentLink.ts";
import { documentSymbol } from "./documentSymbol.ts";
import { exportDeterminations } from "./exportDeterminations.ts";
import { finalCheck } from "./finalCheck.ts";
import { foldingRange } from "./foldingRange.ts";
import { formatting } from "./formatting.ts";
import { guidelineEntries } from "./guidelineEntries.ts";
import { guidelinePages } from "./guidelinePages.ts";
import type { ServerFeature } from "./handler.ts";
import { hover } from "./hover.ts";
import { identifyCopy } from "./identifyCopy.ts";
import { inlayHint } from "./inlayHint.ts";
import { issueText } from "./issueText.ts";
import { linkedEditingRange } from "./linkedEditingRange.ts";
import { overview } from "./overview.ts";
import { publishedForm } from "./publishedForm.ts";
import { readDrugList } from "./readDrugList.ts";
import { references } from "./references.ts";
import { rename } from "./rename.ts";
import { report } from "./report.ts";
import { selectionRange } from "./selectionRange.ts";
import { semanticTokens } from "./semanticTokens.ts";
import { statedCriteria } from "./statedCriteria.ts";
import { templates } from "./templates.ts";
import { workspaceReview } from "./workspaceReview.ts";
import { workspaceSymbol } from "./workspaceSymbol.ts";

export const serverFeatures: readonly ServerFeature[] = [
  // Requests that LSP defines.
  codeAction,
  codeLens,
  completion,
  definition,
  documentHighlight,
  documentLink,
  documentSymbol,
  foldingRange,
  formatting,
  hover,
  inlayHint,
  linkedEditingRange,
  references,
  rename,
  selectionRange,
  semanticTokens,
  workspaceSymbol,
  // Custom requests.
  cite,
  determinationsOn,
  exportDeterminations,
  finalCheck,
  guidelineEntries,
  guidelinePages,
  identifyCopy,
  issueText,
  overview,
  publishedForm,
  readDrugList,
  report,
  statedCriteria,
  templates,
  workspaceReview,
];
