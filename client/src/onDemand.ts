/** What is loaded when it's first needed, because most people who open a letter don't need it. */
export { readDocument } from "../../reader/src/reader.ts";
export { createLetterDocuments } from "./documents/letterDocuments.ts";
export { openSample } from "./drafting/samples.ts";
export { saveAsWord } from "./drafting/saveAsWord.ts";
export { importDrugList } from "./guidelines/importDrugList.ts";
export { changeImported, removeImported, showImported } from "./guidelines/importedGuidelines.ts";
export { importGuideline } from "./guidelines/importGuideline.ts";
