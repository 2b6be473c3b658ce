/** What is loaded on demand, with what reads PDF and Word files, in separate processes, and writes them. */
export { startReaderProcess } from "../../../reader/src/node/startReaderProcess.ts";
export { startWriterThread } from "../../../writer/src/node/startWriterThread.ts";
export * from "../onDemand.ts";
