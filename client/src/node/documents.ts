/** What reads PDF and Word files, in separate processes. It's in a separate file so that it's loaded only when needed. */
export { startReaderProcess } from "../../../reader/src/node/startReaderProcess.ts";
export { readDocument } from "../../../reader/src/reader.ts";
export { createLetterDocuments } from "../documents/letterDocuments.ts";
